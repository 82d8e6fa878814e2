package site

import (
	"html/template"
	"iter"
	"path"
	"slices"
	"strings"

	"vigie/internal/export"
	"vigie/internal/export/takeaway"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// DataPage lists all that can be taken away, and on what terms.
type DataPage struct {
	Prose       Prose
	Datasets    []DatasetRow
	French      bool // tables are there for a spreadsheet in French too
	Charts      []ChartFiles
	Wholes      []Download   // all tables in one file
	Whole       []Download   // what describes or checks everything
	Formats     []Download   // those of each table besides CSV, JSON and schema: what they are
	Collected   []ChartFiles // rows read by program, source by source
	Feeds       []Link
	Licence     Link
	Attribution string
}

// DatasetRow is a table of the data in the list.
type DatasetRow struct {
	Dataset   Link
	About     string
	Count     string // "205 lignes"
	Counted   string // the file whose rows they are
	Downloads []Download
}

// Download is a file to take away.
type Download struct {
	Href, Name, Size, About string
}

// ChartFiles are the points of a chart, to take away.
type ChartFiles struct {
	Chart     Link
	Downloads []Download
}

// DatasetPage describes one table: its files, its columns and on what terms.
type DatasetPage struct {
	About       string
	Count       string
	Counted     string // the file whose rows it counts
	Version     string
	Downloads   []Download
	Columns     []ColumnView
	Series      []SeriesLine // of the table of series: each of them
	Licence     Link
	Attribution string
	Day         string     // of reference
	First       [][]string // its first rows, as its CSV writes them
	Cited       Cited
	Snippets    []Snippet
	JSONLD      template.JS // the dataset for search engines, as a data block
}

// ColumnView is what a column means.
type ColumnView struct {
	Name, Label, Meaning, Type string
	Key                        bool
	Refers                     *Link // the table whose rows it names
	Codes                      []CodeView
}

// CodeView is a code with its words.
type CodeView struct{ Value, Words string }

// SeriesLine is a series with its numbers, the anchor to which its claims lead.
type SeriesLine struct {
	ID, Title, Perimeter, Basis string
	Points                      []PointLine
}

// PointLine is a number and what it is about.
type PointLine struct {
	Period string
	Figure Figure
}

func dataPages(v view) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		if !yield(v.dataPage()) {
			return
		}
		tables, _ := v.exports()
		for _, t := range tables {
			if !yield(v.datasetPage(t)) {
				return
			}
		}
	}
}

// DatasetHref is the address of the page of a table.
func (s *Site) DatasetHref(l lang.Lang, slug lang.Text) string {
	return s.Href(l, "data") + slug.In(l) + "/"
}

func (v view) dataPage() Page {
	title, lead, prose := v.intro("data")
	licence := export.LicenceOf(v.site.Config.Licence.Data, v.site.Config.Licence.Title)
	body := DataPage{Prose: prose, French: slices.Contains(export.Dialects(v.site.Config.Languages), export.ExcelFrench),
		Charts: v.chartDownloads(), Feeds: v.feedLinks(),
		Licence:     Link{Href: licence.Path, Text: v.text(licence.Title)},
		Attribution: v.text(v.site.about().Attribution(v.site.Config.Site.Title)),
		Wholes:      v.wholes(),
		Whole: append(append([]Download{v.download(packagePath, "data.package"),
			v.download(v.placed().Tables.Web(), "data.web")}, v.catalogues()...),
			Download{Href: "/" + export.SumsPath, Name: export.SumsPath, About: v.word("data.sums")})}
	for _, f := range takeaway.Spreadsheets() {
		if slices.Contains(v.site.Config.Formats, f.ID) {
			body.Formats = append(body.Formats, Download{Name: v.word(f.Key), About: v.word(f.Key + ".about")})
		}
	}
	tables, _ := v.exports()
	for _, t := range tables {
		body.Datasets = append(body.Datasets,
			DatasetRow{Dataset: v.datasetLink(t), About: v.text(t.About), Count: v.count(t.Count),
				Counted: v.placed().Tables.CSV(t.ID, export.Standard), Downloads: v.doors(t)})
	}
	for _, src := range v.site.Data.Sources {
		if src.Collected != nil {
			body.Collected = append(body.Collected,
				ChartFiles{Chart: v.sourceLink(src.ID),
					Downloads: append([]Download{v.download(v.placed().rows(src.ID), "data.csv")},
						v.taken(v.placed().Collected+src.ID, takeaway.All(v.site.Config.Languages))...)})
		}
	}
	p := v.page("data", "data", title, lead, body)
	p.Feeds = v.feeds()
	return p
}

func (v view) datasetLink(t export.Table) Link {
	return Link{Href: v.site.DatasetHref(v.l, t.Slug), Text: v.text(t.Title)}
}

func (v view) datasetPage(t export.Table) Page {
	about := v.site.about()
	body := DatasetPage{About: v.text(t.About), Count: v.count(t.Count),
		Counted: v.placed().Tables.CSV(t.ID, export.Standard),
		Version: export.Version, Downloads: v.downloads(t),
		Licence:     Link{Href: about.Licence.Path, Text: v.text(about.Licence.Title)},
		Attribution: v.text(about.Attribution(t.Title))}
	tables, _ := v.exports()
	for _, c := range t.Columns {
		cv := ColumnView{Name: c.Name, Label: v.text(c.Label), Meaning: v.text(c.Meaning),
			Type: v.word("data.type." + string(c.Type)), Key: c.Key}
		if other, ok := export.Find(tables, c.Refers); ok {
			l := v.datasetLink(other)
			cv.Refers = &l
		}
		for _, code := range c.Codes {
			cv.Codes = append(cv.Codes, CodeView{code.Value, v.text(code.Label)})
		}
		body.Columns = append(body.Columns, cv)
	}
	if t.ID == seriesTable {
		body.Series = v.seriesLines()
	}
	p := v.below("data", t.Slug, "dataset", v.text(t.Title), v.text(t.About), body)
	body.Day, body.First, body.Snippets = v.day(about.AsOf), firstRows(t), v.snippets(t)
	body.Cited = v.cite(t, p.Address)
	body.JSONLD = v.structured(t, p.Address)
	p.Body = body
	for _, d := range body.Downloads[:3] {
		p.Feeds = append(p.Feeds,
			Alternate{Href: d.Href, Type: mediaTypes[path.Ext(d.Href)], Title: p.Title + " (" + d.Name + ")"})
	}
	return p
}

const seriesTable = "series"

var mediaTypes = map[string]string{".csv": "text/csv", ".json": "application/json"}

// seriesLines lists the series with their numbers.
func (v view) seriesLines() []SeriesLine {
	var out []SeriesLine
	for _, s := range v.site.Data.Series {
		v.shows(record.SeriesKind, s.ID)
		line := SeriesLine{ID: s.ID, Title: v.text(s.Title), Basis: v.basis(s.Basis),
			Perimeter: v.text(v.site.NameOf(record.Ref{Kind: record.Perimeters, ID: s.Series.Perimeter}))}
		for _, p := range s.Points {
			period := v.when(p.Figure.Period)
			if period == "" {
				period = v.word("undated")
			}
			line.Points = append(line.Points, PointLine{period, v.figure(p.Figure)})
		}
		out = append(out, line)
	}
	return out
}

// reach is the way from a page to an address of the site: in full when the site
// has an address, relative to the page otherwise.
func (s *Site) reach(page, address string) string {
	if s.Config.BaseURL != "" {
		return s.full(address)
	}
	return strings.Repeat("../", strings.Count(strings.Trim(page, "/"), "/")+1) + strings.TrimPrefix(address, "/")
}
