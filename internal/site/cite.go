package site

import (
	"fmt"
	"strings"

	"vigie/internal/export"
	"vigie/internal/export/database"
	"vigie/internal/value/cal"
)

// Cited is a dataset as programs that keep references read it.
type Cited struct {
	BibTeX, RIS string
}

// cite makes the references of a table: whose it is, of what day, where.
func (v view) cite(t export.Table, address string) Cited {
	about := v.site.about()
	title := about.Name.In(v.l) + " – " + t.Title.In(v.l)
	publisher, where := about.Publisher.In(v.l), v.site.fullOnly(address)
	note := about.Licence.Title.In(v.l) + " (" + v.text(about.Days()) + ")"
	if about.Edition != "" {
		note = v.word("book.edition") + " " + about.Edition + ". " + note
	}
	day := about.AsOf
	bib := []string{fmt.Sprintf("@misc{%s_%s_%s,", about.Package, t.ID, day)}
	for _, field := range [][2]string{{"title", "{" + bibTeX(title) + "}"}, {"author", "{" + bibTeX(publisher) + "}"},
		{"year", year(day)}, {"date", day.String()}, {"url", where}, {"note", bibTeX(note)}} {
		if field[1] != "" {
			bib = append(bib, fmt.Sprintf("  %s = {%s},", field[0], field[1]))
		}
	}
	ris := []string{"TY  - DATA"}
	for _, field := range [][2]string{{"TI", title}, {"AU", publisher}, {"PY", year(day)},
		{"DA", strings.ReplaceAll(day.String(), "-", "/")}, {"UR", where}, {"N1", note}} {
		if field[1] != "" {
			ris = append(ris, field[0]+"  - "+field[1])
		}
	}
	return Cited{strings.Join(append(bib, "}"), "\n"), strings.Join(append(ris, "ER  - "), "\n")}
}

func year(d cal.Day) string { return d.String()[:4] }

// bibTeXEscapes are the signs that LaTeX reads otherwise.
var bibTeXEscapes = strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "&", `\&`, "%", `\%`, "$",
	`\$`, "#", `\#`,
	"_", `\_`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`)

func bibTeX(text string) string { return bibTeXEscapes.Replace(text) }

// Snippet is a few lines of a program that load a table.
type Snippet struct {
	Language, Code string
}

// snippets load a table in four languages. Where the site has no address yet, SITE stands
// for it.
func (v view) snippets(t export.Table) []Snippet {
	about := v.site.about()
	base := about.Home
	if base == "" {
		base = "SITE/"
	}
	address := base + about.Folder.CSV(t.ID, export.Standard)
	out := []Snippet{
		{"curl", "curl -O " + address},
		{"Python", "import csv, io, urllib.request\n" +
			"rows = csv.DictReader(io.TextIOWrapper(urllib.request.urlopen(\"" + address + "\"), \"utf-8\"))\n" +
			"print(next(rows))"},
		{"R", "rows <- read.csv(\"" + address +
			"\", colClasses = \"character\", encoding = \"UTF-8\")\nnrow(rows)\nhead(rows)"},
	}
	for _, whole := range v.wholes() {
		if name := whole.Name; strings.HasSuffix(name, ".sqlite") {
			lines := []string{"curl -O " + base + strings.TrimPrefix(whole.Href, "/")}
			for _, query := range queries(t) {
				lines = append(lines, "sqlite3 -header "+name+" \""+query+"\"")
			}
			out = append(out, Snippet{"SQL", strings.Join(lines, "\n")})
		}
	}
	return out
}

// queries are two questions in SQL to a table: its first rows, then the claims of some, or how many rows it has
// where none rests on a claim.
func queries(t export.Table) []string {
	second := "SELECT count(*) FROM " + t.ID
	if links := database.LinksOf(t); links != "" {
		second = "SELECT affirmations.* FROM " + links +
			" JOIN affirmations ON affirmations.identifiant = affirmation LIMIT 5"
	}
	return []string{"SELECT * FROM " + t.ID + " LIMIT 5", second}
}

// shownFirst is how many rows of a table stand on its page.
const shownFirst = 3

// firstRows are the first rows of a table, as its CSV writes them.
func firstRows(t export.Table) [][]string {
	var out [][]string
	for row := range t.Rows {
		if len(out) == shownFirst {
			break
		}
		line := make([]string, len(row))
		for i, c := range row {
			line[i] = export.Standard.Cell(t.Columns[i].Type, c)
		}
		out = append(out, line)
	}
	return out
}
