// Package site says which pages exist and what each of them shows. It is given
// the dataset, the indicators, their drawn charts, the prose and the theme, and
// yields pages one by one: address, template, one typed struct. It writes nothing
// and reads nothing, but for the stored copies that it hands on: package build
// renders what it yields and puts it in place.
//
// One file per section (organisations.go, offers.go, …) holds the structs of its
// templates and the functions that fill them. Templates choose words and order;
// every number that they show is a Figure, which links to its proof.
package site

import (
	"io/fs"
	"iter"
	"slices"
	"sync"

	"vigie/internal/chart"
	"vigie/internal/check"
	"vigie/internal/config"
	"vigie/internal/content"
	"vigie/internal/dataset"
	"vigie/internal/edition"
	"vigie/internal/export/takeaway"
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/site/audit"
	"vigie/internal/site/trace"
	"vigie/internal/theme"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// Site is all that pages are made from.
type Site struct {
	Config     config.Config
	Data       *dataset.Dataset
	Indicators []indicator.Result
	Charts     map[string]map[lang.Lang]chart.Face // by identifier of indicator
	Content    *content.Content
	Theme      *theme.Theme
	Rules      []check.Rule
	Added      Added
	Copies     fs.FS                    // data/snapshots, for the copies that may be republished; nil publishes none
	Audit      *audit.Audit             // of its accessibility; nil when there was none
	History    *edition.History         // what changed since the editions; nil when there is none
	Store      takeaway.Store           // where files that take time to make are kept
	Jobs       int                      // files made at once; the number of processors when zero
	Rehearsal  bool                     // the site is made to see what is wrong: files that take time are not
	Figures    map[string]figure.Figure // every figure of the data and of the indicators, by identifier

	Undrawn bool // pictures are listed, and none is drawn: whoever verifies a site wants its numbers

	rehearsal bool // pages are planned for their addresses alone: no file is made
	notes     notes
	exported  exported
	taken     taken
	findings  findings
	past      past
	turned    turned
	traced    traced
	searched  searched
	once      once
}

// once is what many pages ask of all the data, found when it is first asked for.
type once struct {
	read, bodies, claims sync.Once
	places               sync.Map // by placesKey: *Places
	dates                sync.Map // by worded: string
	unknown              sync.Map // by unknownKey: *unknownOfKind

	lastRead cal.Day         // on which anything was read
	known    map[string]bool // the bodies of which something was recorded

	claimParts map[string]int // the page of its source on which a claim stands that is not on the first
}

// Page is one page of the site, before it is rendered.
type Page struct {
	Address     string // from the root of the site, with a trailing slash
	Key         string // names the page in all languages: "offers/cumulus"
	Lang        lang.Lang
	Template    string
	Section     string // entry of the menu that it belongs to
	Title       string
	Description string
	Crumbs      []Link
	Others      []Translation // the same page in the other languages
	Feeds       []Alternate   // other forms of the page
	Opening     Prose         // the answer, in a sentence or two; empty where the body has its own
	Reserves    Prose         // method and reserves, folded at the end
	Body        any           // the typed struct of the template
	Bare        bool          // it stands in the frame of another site: without menu, not to be found
	Day         cal.Day       // day of reference of what it shows; none where it is that of the site
	Parts       *Parts        // where it stands among the pages of a long list; nil where the list has one
	Picture     *PictureView  // which others show of it; nil for none

	made    *trace.Log      // what it is made from, as far as it is made
	english map[string]bool // texts in English on a page in a third language: see Spoken
}

// Translation is the address of a page in another language.
type Translation struct {
	Lang    lang.Lang
	Address string
}

// Alternate is another form of a page: a CSV, a JSON file, a feed.
type Alternate struct {
	Href, Type, Title string
}

// Pages yields every page, language by language, section by section.
func (s *Site) Pages() iter.Seq[Page] {
	return s.plan(&noting{log: s.book().Log(), english: map[string]bool{}})
}

// plan yields every page; notes are nil where nobody asks what each is made from.
func (s *Site) plan(notes *noting) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		for _, l := range s.Config.Languages {
			v := view{site: s, l: l, notes: notes}
			for _, section := range sectionPages {
				for p := range section(v) {
					p.made, p.english = v.notes.take(), v.notes.stood()
					if slices.Contains(sections, p.Section) && !s.has(p.Section) {
						continue
					}
					if !yield(p) {
						return
					}
				}
			}
		}
	}
}

// sectionPages lists the functions that plan the pages of each section.
var sectionPages = []func(view) iter.Seq[Page]{
	homePages, tierPages, declaredPages, organisationPages, providerPages, offerPages, qualificationPages,
	storyPages, disputePages, silencePages, sourcePages, proofPages, indicatorPages, dataPages, correctionPages,
	journalPages, frozenPages, searchPages, comparePages, plainPages, addedPages,
}

// page starts the page of a section.
func (v view) page(section, template, title, description string, body any) Page {
	at := func(l lang.Lang) string { return v.site.Href(l, section) }
	return Page{Address: at(v.l), Others: v.others(at), Key: section, Lang: v.l,
		Template: template, Section: section, Title: title, Description: description, Body: body}
}

// below starts a page below the page of a section, at a slug of each language.
func (v view) below(section string, slug lang.Text, template, title, description string, body any) Page {
	at := func(l lang.Lang) string { return v.site.Href(l, section) + slug.In(l) + "/" }
	return Page{Address: at(v.l), Others: v.others(at), Key: section + "/" + slug.EN, Lang: v.l, Template: template,
		Section: section, Title: title,
		Description: description, Crumbs: []Link{v.section(section)}, Body: body}
}

// others are the addresses of a page in the other languages of the site.
func (v view) others(at func(lang.Lang) string) []Translation {
	var out []Translation
	for _, l := range v.site.Config.Languages.Others(v.l) {
		out = append(out, Translation{l, at(l)})
	}
	return out
}

// Indicator gives the result of an indicator.
func (s *Site) Indicator(id string) indicator.Result {
	for _, r := range s.Indicators {
		if r.ID == id {
			return r
		}
	}
	return indicator.Result{}
}

// NameOf is what readers call a record.
func (s *Site) NameOf(ref record.Ref) lang.Text { return s.Data.NameOf(ref) }
