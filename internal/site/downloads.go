package site

import (
	"fmt"
	"slices"
	"strconv"

	"vigie/internal/export"
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
	return append(out, v.download(at.JSON(t.ID), "data.json"), v.download(at.Schema(t.ID), "data.schema"))
}

// download makes the view of a file, whose words are under a key: its format,
// and what it is for.
func (v view) download(file, key string) Download {
	d := Download{Href: "/" + file, Name: v.word(key), About: v.word(key + ".about")}
	_, files := v.exports()
	for _, f := range files {
		if f.Path == file {
			d.Size = fmt.Sprintf("%d%s%s", (len(f.Data)+999)/1000, lang.NBSP, v.word("data.kilobytes"))
		}
	}
	return d
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
