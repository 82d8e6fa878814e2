package site

import (
	"context"
	"iter"
	"slices"
	"sync"

	"vigie/internal/config"
	"vigie/internal/dataset"
	"vigie/internal/edition"
	"vigie/internal/export"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/site/trace"
	"vigie/internal/value/lang"
)

// exported holds the tables of the data and their files, made once.
type exported struct {
	once   sync.Once
	from   export.From
	tables []export.Table
	files  []export.File
	pack   export.Package // describes files, and those of TakeAway once they are there
	words  *trace.Set     // those in the tables
}

func (s *Site) exports() ([]export.Table, []export.File) {
	s.exported.once.Do(func() {
		v, words := view{site: s, l: s.Config.Languages.First()}, s.book().Log()
		word := func(l lang.Lang, key string) string {
			words.Note(0, trace.Thing{Of: trace.Words, ID: key})
			return s.Theme.Words.Must(l, key)
		}
		label := func(key string) (lang.Text, bool) {
			words.Note(0, trace.Thing{Of: trace.Words, ID: key})
			return s.Theme.Words.Find(key)
		}
		from := export.From{Data: s.Data, Indicators: s.Indicators, Words: word, Labels: label, Places: export.Places{
			Record: func(ref record.Ref) string { return s.full(s.RecordHref(v.l, v.pageOwner(ref))) },
			Claim: func(c *dataset.Claim) string {
				return s.full(s.ClaimHref(v.l, c.Claim.Source, c.ID))
			},
			Figure: func(f figure.Figure) string { return s.full(v.proof(f)) },
		}}
		s.exported.from = from
		s.exported.tables = append(export.Tables(from), s.journalTable(from))
		folder := edition.TablesFolder(string(s.Placed().Tables))
		for i, t := range s.exported.tables {
			s.exported.tables[i].Since = s.firstHeld(folder + t.ID + export.Standard.Suffix)
		}
		s.exported.files, s.exported.pack = export.Files(s.exported.tables, s.Data.Sources, s.about())
		s.exported.words = words.Set()
	})
	return s.exported.tables, s.exported.files
}

// full is an address with the site's own, when it has one.
func (s *Site) full(address string) string {
	if !leads(address) {
		return ""
	}
	if s.Config.BaseURL == "" {
		return address
	}
	return s.Config.BaseURL + address[1:]
}

// fullOnly is full, and nothing when the site has no address.
func (s *Site) fullOnly(address string) string {
	if s.Config.BaseURL == "" {
		return ""
	}
	return s.full(address)
}

// about says whose data these are.
func (s *Site) about() export.About {
	return export.About{Package: s.packageName(), Name: s.Config.Site.Title,
		Description: s.Config.Site.Description, Folder: s.Placed().Tables,
		Publisher: s.Config.Publisher.Name,
		Home:      s.Config.BaseURL, AsOf: s.Data.AsOf, Updated: s.lastRead(), Languages: s.Config.Languages,
		Edition: s.lastEdition(),
		Licence: export.LicenceOf(s.Config.Licence.Data, s.Config.Licence.Title)}
}

// dataFiles yields the tables and their descriptions.
func dataFiles(s *Site) iter.Seq[Extra] {
	return func(yield func(Extra) bool) {
		tables, files := s.exports()
		all := append(slices.Clone(files), export.CSVWs(tables, s.about())...)
		for _, f := range append(all, s.packaged()) {
			if !yield(Extra(f)) {
				return
			}
		}
	}
}

// Frozen are the files of data that an edition keeps: the tables in the form that
// programs read, and what describes them. The journal is about editions: each of
// them keeps its own part of it apart.
func (s *Site) Frozen() []export.File {
	tables, _ := s.exports()
	tables = slices.DeleteFunc(slices.Clone(tables), func(t export.Table) bool { return t.ID == export.JournalTable })
	about := s.about()
	about.Folder = export.Folder(edition.TablesFolder(string(about.Folder)))
	files, pack := export.Standards(tables, s.Data.Sources, about)
	return append(files, pack.File())
}

const packagePath = export.PackagePath

// packaged is datapackage.json: every file of the data that a program may want.
func (s *Site) packaged() export.File {
	_, _ = s.exports()
	p, l := s.exported.pack, s.Config.Languages.First()
	taken, _ := s.TakeAway(context.Background()) // a build has made them, and stopped where it could not
	p.Resources = slices.Clone(p.Resources)
	for _, f := range taken {
		if f.Format.ID == config.PNG {
			continue // a picture is no data
		}
		p.Resources = append(p.Resources, f.Resource(l))
	}
	return p.File()
}

// lastEdition is the day of the last edition; empty while there is none.
func (s *Site) lastEdition() string {
	last, ok := s.History.Store().Last()
	if !ok {
		return ""
	}
	return last.Day.String()
}
