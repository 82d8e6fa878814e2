package site

import (
	"bytes"
	"context"
	"io"
	"iter"
	"slices"
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/export"
	"vigie/internal/export/dcat"
	"vigie/internal/export/graph"
	"vigie/internal/export/takeaway"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// catalogueForms are the files of the catalogue.
var catalogueForms = []struct {
	path, media string
	write       func(graph.Graph, io.Writer) error
}{
	{dcat.TurtlePath, graph.TurtleType, graph.Graph.WriteTurtle},
	{dcat.JSONLDPath, graph.JSONLDType, graph.Graph.WriteJSONLD},
	{dcat.RDFXMLPath, graph.RDFXMLType, graph.Graph.WriteRDFXML},
}

// catalogueFiles yields the catalogue that portals harvest; nothing while the site has no
// address, since each of them would complete what is relative in its own way.
func catalogueFiles(s *Site) iter.Seq[Extra] {
	return func(yield func(Extra) bool) {
		if s.Config.BaseURL == "" {
			return
		}
		g := s.Catalogue().Graph()
		for _, form := range catalogueForms {
			var b bytes.Buffer
			_ = form.write(g, &b) // a buffer never fails
			if !yield(Extra{form.path, b.Bytes()}) {
				return
			}
		}
	}
}

// Catalogue describes what the site gives away to portals of open data: all tables in one
// file, each table, and each list that was collected.
func (s *Site) Catalogue() dcat.Catalogue {
	about := s.about()
	tables, _ := s.exports()
	c := dcat.Catalogue{Base: about.Home, ID: about.Package, Title: about.Name, Description: about.Description,
		Languages: about.Languages, Publisher: about.Publisher, Contact: s.Config.Publisher.ContactLink(),
		Licence: about.Licence, Modified: about.Updated, Keywords: s.keywords}
	if editions := s.History.Store().Editions(); len(editions) > 0 {
		c.Issued = editions[0].Day
	}
	made := s.made()
	whole := dcat.Dataset{ID: "ensemble", Title: about.Name, About: about.Description, Licence: about.Licence,
		Issued: c.Issued, Modified: about.Updated, Every: record.Irregular, Pages: s.pagesOf(func(l lang.Lang) string {
			return s.Href(l, "data")
		})}
	from := takeaway.From{About: about}
	for _, f := range []takeaway.Format{takeaway.Database, takeaway.Archive} {
		whole.Files = append(whole.Files, made.file(from.Whole(f), f.Key, f.Suffix, f.Media, about.Name)...)
	}
	if len(whole.Files) > 0 {
		c.Datasets = append(c.Datasets, whole)
	}
	for _, t := range tables {
		c.Datasets = append(c.Datasets, s.tableDataset(t))
	}
	for _, src := range s.Data.Sources {
		if src.Collected != nil {
			c.Datasets = append(c.Datasets, s.listDataset(src, made))
		}
	}
	return c
}

func (s *Site) keywords(l lang.Lang) []string {
	words, ok := s.Theme.Words.Find("catalogue.keywords")
	if !ok || !words.Written(l) {
		return nil
	}
	return strings.Split(words.In(l), ", ")
}

func (s *Site) pagesOf(href func(lang.Lang) string) []string {
	var out []string
	for _, l := range s.Config.Languages {
		out = append(out, s.full(href(l)))
	}
	return out
}

// tableDataset is a table, whose first edition is the day on which it was published.
func (s *Site) tableDataset(t export.Table) dcat.Dataset {
	about := s.about()
	d := dcat.Dataset{ID: t.ID, Title: t.Title, About: t.About, Licence: about.Licence, Modified: about.Updated,
		Issued: t.Since, Every: record.Irregular, Schema: s.full("/" + about.Folder.Schema(t.ID)),
		Pages: s.pagesOf(func(l lang.Lang) string { return s.DatasetHref(l, t.Slug) })}
	d.From, d.To = t.Covers()
	d.Files = s.tableForms(t)
	return d
}

// tableForms are the files of a table that the site has.
func (s *Site) tableForms(t export.Table) []dcat.File {
	folder, made := s.Placed().Tables, s.made()
	out := append(made.file(folder.CSV(t.ID, export.Standard), "data.csv", export.Standard.Suffix, "text/csv", t.Title),
		made.file(folder.CSV(t.ID, export.ExcelFrench), "data.excel", export.ExcelFrench.Suffix, "text/csv", t.Title)...)
	out = append(out, made.file(folder.JSON(t.ID), "data.json", ".json", "application/json", t.Title)...)
	for _, f := range takeaway.Spreadsheets() {
		out = append(out, made.file(string(folder)+t.ID+f.Suffix, f.Key, f.Suffix, f.Media, t.Title)...)
	}
	return out
}

// listDataset is a list that was collected: its source made it, on the terms of that source.
func (s *Site) listDataset(src *dataset.Source, made fileMaker) dcat.Dataset {
	placed := s.Placed()
	title, about := lang.Name(src.Title), lang.Name(src.Publisher+", "+src.URL)
	d := dcat.Dataset{ID: "collecte/" + src.ID, Title: title, About: about, Creator: src.Publisher, Source: src.URL,
		Licence: s.licenceOf(src), Every: src.Cadence, Modified: src.Collected.Changed(),
		Issued: s.firstHeld("data/collected/" + src.ID + ".csv"),
		Pages: s.pagesOf(func(l lang.Lang) string {
			return s.RecordHref(l, record.Ref{Kind: record.Sources, ID: src.ID})
		})}
	made.files = append(slices.Clone(made.files), export.File{Path: placed.rows(src.ID), Data: rowsFile(src)})
	d.Files = made.file(placed.rows(src.ID), "data.csv", export.AsCollected.Suffix, "text/csv", title)
	for _, f := range takeaway.All(s.Config.Languages) {
		d.Files = append(d.Files, made.file(placed.Collected+src.ID+f.Suffix, f.Key, f.Suffix, f.Media, title)...)
	}
	return d
}

// firstHeld is the day of the first edition that holds a file; no day where none does.
func (s *Site) firstHeld(path string) cal.Day {
	for _, e := range s.History.Store().Editions() {
		for _, f := range e.Files {
			if f.Path == path {
				return e.Day
			}
		}
	}
	return cal.Day{}
}

// fileMaker finds the files of the site that a dataset has.
type fileMaker struct {
	site  *Site
	files []export.File
	taken []takeaway.File
}

func (s *Site) made() fileMaker {
	_, files := s.exports()
	taken, _ := s.TakeAway(context.Background()) // a build has made them, and stopped where it could not
	return fileMaker{s, files, taken}
}

// file is the file at a path, as one form of a dataset; nothing where the site does not have
// it.
func (m fileMaker) file(path, key, suffix, media string, title lang.Text) []dcat.File {
	f := dcat.File{Path: path, Name: strings.TrimPrefix(suffix, "."), Media: media}
	for _, l := range m.site.Config.Languages {
		f.Title.Set(l, title.In(l)+" – "+m.site.Theme.Words.Must(l, key))
	}
	for _, made := range m.files {
		if made.Path == path {
			f.Bytes, f.SHA256 = int64(len(made.Data)), export.Sum(made.Data)
		}
	}
	for _, made := range m.taken {
		if made.Path == path {
			f.Bytes, f.SHA256 = made.Size, made.SHA256
		}
	}
	if f.SHA256 == "" {
		return nil
	}
	return []dcat.File{f}
}

// catalogues are the forms of the catalogue on the page of data, or why there is none.
func (v view) catalogues() []Download {
	if v.site.Config.BaseURL == "" {
		return []Download{{Name: v.word("data.catalogue"), About: v.word("data.catalogue.none")}}
	}
	var out []Download
	for _, form := range catalogueForms {
		_, end, _ := strings.Cut(form.path, ".")
		out = append(out, Download{Href: "/" + form.path, Name: form.path, About: v.word("data.catalogue." + end + ".about")})
	}
	return out
}
