package site

import (
	"context"
	"strings"
	"sync"

	"vigie/internal/dataset"
	"vigie/internal/export"
	"vigie/internal/export/database"
	"vigie/internal/export/takeaway"
	"vigie/internal/indicator"
	"vigie/internal/value/lang"
)

// taken holds the files of the data that are not held in memory, made once.
type taken struct {
	once  sync.Once
	files []takeaway.File
	at    map[string]takeaway.File // by path
	err   error
}

// TakeAway makes the files of the data that take time to make: workbooks, Parquet files, the
// database and the archive, or takes them from the store. They are made once; in a rehearsal,
// they are listed and not made.
func (s *Site) TakeAway(ctx context.Context) ([]takeaway.File, error) {
	if s.rehearsal {
		return nil, nil
	}
	s.taken.once.Do(func() {
		from := s.bundle()
		if from.Others, s.taken.err = s.pictures(); s.taken.err != nil {
			return
		}
		if !s.Undrawn {
			from.Others = append(from.Others, s.cards()...)
		}
		if s.Rehearsal {
			s.taken.files = takeaway.Planned(from)
		} else {
			s.taken.files, s.taken.err = takeaway.Make(ctx, from)
		}
		s.taken.at = map[string]takeaway.File{}
		for _, f := range s.taken.files {
			s.taken.at[f.Path] = f
		}
	})
	return s.taken.files, s.taken.err
}

// takenAt is the file that stands somewhere; false when none of them does.
func (s *Site) takenAt(path string) (takeaway.File, bool) {
	_, _ = s.TakeAway(context.Background()) // a build has made them, and stopped where it could not
	f, ok := s.taken.at[path]
	return f, ok
}

// Shelves lists the tables of the data, of the lists that were collected and of the charts.
func (s *Site) Shelves() []takeaway.Shelf { return s.bundle().Shelves }

// bundle lists what there is to take away besides CSV and JSON.
func (s *Site) bundle() takeaway.From {
	tables, files := s.exports()
	from := s.exported.from
	from.Words, from.Labels = s.Theme.Words.Must, s.Theme.Words.Find // without notes: files are made several at once
	out := takeaway.From{About: s.about(), Words: from.Words, Wanted: s.Config.Formats, Store: s.Store,
		Jobs: s.Jobs}
	placed := s.Placed()
	datasets := takeaway.Shelf{Folder: string(placed.Tables), Listed: true, Formats: takeaway.Spreadsheets()}
	for _, t := range tables {
		datasets.Tables = append(datasets.Tables, takeaway.Entry{Table: t, Notes: s.tableNotes(t)})
	}
	lists := takeaway.Shelf{Folder: placed.Collected, Prefix: "collecte_", Listed: true,
		Formats: takeaway.All(s.Config.Languages)}
	for _, src := range s.Data.Sources {
		if src.Collected != nil {
			lists.Tables = append(lists.Tables, s.collectedEntry(from, src))
		}
	}
	charts := takeaway.Shelf{Folder: placed.Charts, Formats: takeaway.Spreadsheets()}
	for _, r := range s.Indicators {
		if _, drawn := s.Charts[r.ID]; !drawn {
			continue
		}
		points := export.Points(from, r)
		charts.Tables = append(charts.Tables, takeaway.Entry{Table: points, Notes: s.pointNotes(r, points)})
		out.Views = append(out.Views, pointsView(r))
	}
	out.Views = append(out.Views, s.questionViews()...)
	out.Shelves = []takeaway.Shelf{datasets, lists, charts}
	for _, f := range files {
		if strings.HasPrefix(f.Path, string(placed.Tables)+"schemas/") {
			out.Plain = append(out.Plain, f)
		}
	}
	out.Plain = append(out.Plain, s.readMe())
	first := out.About.Tongues().First()
	_, described := export.Standards(tables, s.Data.Sources, out.About)
	for _, e := range lists.Tables {
		f := export.File{Path: lists.Folder + e.ID + export.Standard.Suffix, Data: e.CSV(export.Standard)}
		described.Describe(e.Table, f, first, e.Terms.Licence.Line(first))
	}
	out.Plain = append(out.Plain, described.File())
	return out
}

// readMe goes into the archive: what is in it, whose it is, of what day, on what terms.
func (s *Site) readMe() export.File {
	about := s.about()
	var b strings.Builder
	for _, l := range s.Config.Languages {
		line := func(key, text string) {
			if text != "" {
				b.WriteString(s.Theme.Words.Must(l, key) + " – " + text + "\n")
			}
		}
		b.WriteString(about.Name.In(l) + "\n\n" + about.Description.In(l) + "\n\n")
		line("book.as-of", about.AsOf.Text(l))
		line("book.edition", about.Edition)
		line("book.site", about.Home)
		line("book.publisher", about.Publisher.In(l))
		line("book.cite", about.Attribution(about.Name).In(l))
		line("book.licence", about.Licence.Title.In(l)+" ("+about.Licence.Path+")")
		line("book.unknown", s.Theme.Words.Must(l, "book.unknown.about"))
		b.WriteString("\n" + s.Theme.Words.Must(l, "data.zip.inside") + "\n\n")
	}
	return export.File{Path: "README.txt", Data: []byte(b.String())}
}

// collectedEntry is the list collected of a source, on the terms of that source.
func (s *Site) collectedEntry(from export.From, src *dataset.Source) takeaway.Entry {
	terms := s.termsOf(src)
	whose := lang.Text{}
	for _, l := range s.Config.Languages {
		whose.Set(l, src.Publisher+", "+src.URL+" – "+from.Words(l, "book.licence")+view{site: s, l: l}.colon()+
			terms.Licence.Title.In(l))
	}
	table := export.Collected(from, src.ID, lang.Name(src.Title), whose, src.Collected)
	e := takeaway.Entry{Terms: &terms, Table: table}
	e.Notes = func(l lang.Lang) [][2]string {
		out := [][2]string{{from.Words(l, "book.source"), src.Publisher + ", « " + src.Title + " », " + src.URL}}
		if read := src.Collected.State.Read(); !read.IsZero() {
			out = append(out, [2]string{from.Words(l, "book.read"), read.Text(l)})
		}
		if !terms.Credit.IsZero() {
			out = append(out, [2]string{from.Words(l, "book.cite"), terms.Credit.In(l)})
		}
		return out
	}
	return e
}

// pointsView is the question of an indicator as a view of the database.
func pointsView(r indicator.Result) database.View {
	return database.View{Name: "indicateur_" + strings.ReplaceAll(r.ID, "-", "_"), Title: r.Title, About: r.Question,
		Of: "indicateurs",
		Query: "SELECT ligne, ligne_nom, point, point_nom, periode, unite, valeur_min, valeur_max, valeur_sens, " +
			"statut_valeur," +
			" motif_absence, preuve FROM indicateurs WHERE indicateur = " + database.Literal(r.ID)}
}

// questionViews are the questions of the home page as views of the database, each with the points
// of the chart that stands beside its answer: "question_orders".
func (s *Site) questionViews() []database.View {
	var out []database.View
	for _, d := range s.Content.Docs(s.Config.Languages.First()) {
		rest, ok := strings.CutPrefix(d.Key, answersKey)
		if !ok || len(d.Page.Charts) == 0 {
			continue
		}
		r := s.Indicator(d.Page.Charts[0].ID)
		if _, drawn := s.Charts[r.ID]; !drawn {
			continue
		}
		_, section, _ := strings.Cut(rest, "-")
		v := pointsView(r)
		v.Name, v.About, v.Title = "question_"+strings.ReplaceAll(section, "-", "_"), r.Title, lang.Text{}
		for _, said := range s.Content.InEveryLanguage(d.Key) {
			v.Title.Set(said.Lang, said.Title)
		}
		out = append(out, v)
	}
	return out
}
