package site

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strconv"

	"vigie/internal/export"
	"vigie/internal/export/takeaway"
	"vigie/internal/value/lang"
)

// count writes a number of rows.
func (v view) count(n int) string {
	digits := strconv.Itoa(n)
	word := v.word("data.row")
	if lang.Plural(v.l, digits, false) {
		word = v.word("data.rows")
	}
	return lang.Group(v.l, digits) + lang.NBSP + word
}

// downloads are the files of a table, those for people first.
func (v view) downloads(t export.Table) []Download {
	at := v.placed().Tables
	out := []Download{v.download(at.CSV(t.ID, export.Standard), "data.csv")}
	if slices.Contains(export.Dialects(v.site.Config.Languages), export.ExcelFrench) {
		out = append(out, v.download(at.CSV(t.ID, export.ExcelFrench), "data.excel"))
	}
	for _, f := range takeaway.Spreadsheets() {
		if slices.Contains(v.site.Config.Formats, f.ID) {
			out = append(out, v.download(string(v.site.Placed().Tables)+t.ID+f.Suffix, f.Key))
		}
	}
	return append(out, v.download(at.JSON(t.ID), "data.json"), v.download(at.Schema(t.ID), "data.schema"))
}

// download makes the view of a file, whose words are under a key: its format,
// and what it is for.
func (v view) download(file, key string) Download {
	d := Download{Href: "/" + file, Name: v.word(key), About: v.word(key + ".about")}
	if file == packagePath {
		d.Size = v.size(len(v.site.packaged().Data))
		return d
	}
	_, files := v.exports()
	for _, f := range files {
		if f.Path == file {
			d.Size = v.size(len(f.Data))
		}
	}
	taken, _ := v.site.TakeAway(context.Background())
	for _, f := range taken {
		if f.Path == file {
			d.Size = v.size(int(f.Size))
		}
	}
	return d
}

// size writes how long a file is.
func (v view) size(bytes int) string {
	return fmt.Sprintf("%d%s%s", (bytes+999)/1000, lang.NBSP, v.word("data.kilobytes"))
}

func (v view) chartDownloads() []ChartFiles {
	var out []ChartFiles
	for _, r := range v.site.Indicators {
		c, ok := v.chartFiles(r.ID)
		if !ok {
			continue
		}
		out = append(out, ChartFiles{Chart: Link{Href: c.Page, Text: c.Title}, Downloads: []Download{
			{Href: c.CSV, Name: v.word("data.csv"), About: v.word("data.csv.about")},
			{Href: c.JSON, Name: v.word("data.json"), About: v.word("data.json.about")}}})
	}
	return out
}

// wholes are the files of all tables together.
func (v view) wholes() []Download {
	var out []Download
	from := takeaway.From{About: v.site.about()}
	for _, f := range []takeaway.Format{takeaway.Database, takeaway.Archive} {
		if slices.Contains(v.site.Config.Formats, f.ID) {
			d := v.download(from.Whole(f), f.Key)
			d.Name = path.Base(d.Href)
			out = append(out, d)
		}
	}
	return out
}
