package site

import (
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
	out = append(out, v.taken(string(v.placed().Tables)+t.ID, takeaway.Spreadsheets())...)
	return append(out, v.download(at.JSON(t.ID), "data.json"), v.download(at.Schema(t.ID), "data.schema"))
}

// doors are the files of a table that most people want: the others stand on its page.
func (v view) doors(t export.Table) []Download {
	all := v.downloads(t)
	return all[:min(4, len(all))]
}

// taken are the files of some formats that the site has, at an address without its end.
func (v view) taken(address string, formats []takeaway.Format) []Download {
	var out []Download
	for _, f := range takeaway.Wanted(v.site.Config.Formats, formats...) {
		out = append(out, v.download(address+f.Suffix, f.Key))
	}
	return out
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
	if f, ok := v.site.takenAt(file); ok {
		d.Size = v.size(int(f.Size))
	}
	return d
}

// size writes how long a file is.
func (v view) size(bytes int) string {
	if bytes >= 1_000_000 {
		tenths := (bytes + 50_000) / 100_000
		mark := map[bool]string{true: ",", false: "."}[v.l == lang.FR]
		return fmt.Sprintf("%d%s%d%s%s", tenths/10, mark, tenths%10, lang.NBSP, v.word("data.megabytes"))
	}
	return fmt.Sprintf("%d%s%s", (bytes+999)/1000, lang.NBSP, v.word("data.kilobytes"))
}

func (v view) chartDownloads() []ChartFiles {
	var out []ChartFiles
	for _, r := range v.site.Indicators {
		c, ok := v.chartFiles(r.ID)
		if !ok {
			continue
		}
		out = append(out, ChartFiles{Chart: Link{Href: c.Page, Text: c.Title}, Downloads: append([]Download{
			{Href: c.CSV, Name: v.word("data.csv"), About: v.word("data.csv.about")},
			{Href: c.JSON, Name: v.word("data.json"), About: v.word("data.json.about")}},
			v.taken(v.placed().Charts+r.ID, takeaway.Spreadsheets())...)})
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
