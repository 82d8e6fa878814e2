package site

import (
	"iter"
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/site/trace"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// Added is what a country adds to the pages. The zero value adds nothing.
type Added struct {
	Pages []AddedPage
	// Alike are the names of the readers that list the same public contracts: pages
	// say that their rows must not be added up.
	Alike []string
	// Letters are the requests for documents under the law of the country; without them, no page
	// offers a request.
	Letters Letters
}

// Letters are requests for documents, in the language of the bodies that are asked.
type Letters struct {
	Language lang.Lang                // a site that does not have it offers no letter
	Folder   string                   // where the letters stand as files
	Write    func(LetterAbout) string // nil where no letter can be written
}

// LetterAbout is what a letter asks, in the language of the bodies that are asked.
type LetterAbout struct {
	Body      string // that is asked
	Documents string // what is asked of it, as the end of a sentence
	Searched  cal.Day
	Where     string // where the documents were looked for; empty when nothing is said of it
}

// AddedPage is a page that is planned outside this package. Like those of the engine, it stands where the
// file of its key does, and a site without that file does not have it.
type AddedPage struct {
	Key   string                // of its prose and of its template; a topic names it in notices
	Body  func(Desk, Prose) any // the struct of its template
	Files []Extra               // what it offers to download, from the folder of the files of data
	About []string              // names of the readers that it is about: the pages of their sources lead to it
}

// Desk is what an added page is made at: the data, and views of them in the language of
// the page.
type Desk struct{ v view }

// Data are the data of the site, any of which the page may then be made from.
func (d Desk) Data() *dataset.Dataset {
	d.v.note(0, trace.Thing{Of: trace.Data, ID: trace.All})
	return d.v.site.Data
}

// File is the address of a file that the page offers, from the folder of the files of data.
func (d Desk) File(path string) string { return "/" + string(d.v.site.Placed().Tables) + path }

// Word gives a word of the theme.
func (d Desk) Word(key string) string { return d.v.word(key) }

// Text is a text in the language of the page, set as it should be.
func (d Desk) Text(t lang.Text) string { return d.v.text(t) }

// Source links to a source.
func (d Desk) Source(id string) Link { return d.v.sourceLink(id) }

// Provider links to a provider.
func (d Desk) Provider(p *dataset.Provider) Link { return d.v.providerLink(p) }

// Collected is what was collected of a source; nil when nothing ever is.
func (d Desk) Collected(s *dataset.Source) *CollectedView { return d.v.collected(s) }

// Same are the sources that list the same contracts; nil when there are not several.
func (d Desk) Same() *SameContracts { return d.v.sameContracts() }

// addedPages plans the pages that a country adds.
func addedPages(v view) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		for _, p := range v.site.addedHere() {
			title, lead, prose := v.intro(p.Key)
			if !yield(v.page(p.Key, p.Key, title, lead, p.Body(Desk{v}, prose))) {
				return
			}
		}
	}
}

// addedFiles yields what the added pages offer to download.
func addedFiles(s *Site) iter.Seq[Extra] {
	return func(yield func(Extra) bool) {
		for _, p := range s.Added.Pages {
			for _, f := range p.Files {
				if !yield(Extra{string(s.Placed().Tables) + f.Path, f.Data}) {
					return
				}
			}
		}
	}
}

// planned says that a key is that of a page that is planned in Go: one of the engine's
// own, whether or not the site has it, or one that a country adds.
func (s *Site) planned(key string) bool {
	_, added := s.added(key)
	return added || slices.Contains(sections, key)
}

// added finds an added page by its key.
func (s *Site) added(key string) (AddedPage, bool) {
	i := slices.IndexFunc(s.Added.Pages, func(p AddedPage) bool { return p.Key == key })
	if i < 0 {
		return AddedPage{}, false
	}
	return s.Added.Pages[i], true
}

// addedHere are the added pages that the site has.
func (s *Site) addedHere() []AddedPage {
	return slices.DeleteFunc(slices.Clone(s.Added.Pages), func(p AddedPage) bool { return !s.has(p.Key) })
}

// see are the links to the added pages that are about a source, in their words, and to
// the charts made from its rows.
func (v view) see(s *dataset.Source) []Link {
	var out []Link
	for _, p := range v.site.addedHere() {
		if s.Collect != nil && slices.Contains(p.About, s.Collect.Reader) {
			out = append(out, v.seeing(p))
		}
	}
	if s.Collect == nil && s.Collected == nil {
		return out
	}
	v.note(0, every(record.Indicators))
	for _, r := range v.site.Indicators {
		if r.Declared.Rows != nil && r.Declared.Rows.Source == s.ID {
			v.note(trace.Named, thing(record.Ref{Kind: record.Indicators, ID: r.ID}))
			out = append(out, Link{Href: v.site.Href(v.l, "indicators") + r.ID + "/",
				Text: v.word("source.chart") + " " + v.text(r.Title)})
		}
	}
	return out
}

func (v view) seeing(p AddedPage) Link {
	return Link{Href: v.site.Href(v.l, p.Key), Text: v.word(p.Key + ".see")}
}

// addressees are the bodies that a silence lets one ask for documents; none where no
// letter can be written.
func (s *Site) addressees(of *dataset.Silence) []*dataset.Organisation {
	if !s.writesLetters() {
		return nil
	}
	return s.Data.Addressees(of)
}

// writesLetters says that requests for documents can be written.
func (s *Site) writesLetters() bool {
	return s.Added.Letters.Write != nil && s.Config.Languages.Has(s.Added.Letters.Language)
}
