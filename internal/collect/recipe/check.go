package recipe

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/andybalholm/cascadia"

	"vigie/internal/record"
	"vigie/internal/value/problem"
	"vigie/internal/value/tabular"
)

// Rule is the name under which problems of recipes are reported.
const Rule = "recipe"

// Invalid says that a recipe is wrong, and where.
type Invalid struct {
	Problems problem.List
}

// Error lists every problem, up to a few.
func (e *Invalid) Error() string {
	const few = 5
	var texts []string
	for i, p := range e.Problems {
		if i == few {
			texts = append(texts, fmt.Sprintf("and %d more", len(e.Problems)-few))
			break
		}
		texts = append(texts, fmt.Sprintf("%s (%s)", p.Message, p.Hint))
	}
	return e.Problems[0].File + ": " + strings.Join(texts, "; ")
}

// Check reports everything that is wrong with the recipe of a source. at says where a
// path of keys stands, such as collect/recipe/fields/1/name.
func Check(r record.Recipe, at func(path string) problem.Place) problem.List {
	c := &checking{at: at, format: r.Format}
	if !slices.Contains(record.RecipeFormats(), r.Format) {
		c.report("format", fmt.Sprintf("%q is not in the list", r.Format),
			"it is one of "+strings.Join(record.RecipeFormats(), ", "))
		return c.found // what the rest means depends on it
	}
	c.places(r)
	if len(r.Fields) == 0 {
		c.report("fields", "there is none",
			"each field says its name, label, from and as; see “Write a recipe” in doc/sources.md")
		return c.found
	}
	for i, f := range r.Fields {
		c.field(fmt.Sprintf("fields[%d]", i), f)
	}
	c.names(r)
	return c.found
}

type checking struct {
	at     func(path string) problem.Place
	format string
	found  problem.List
}

// items turns the number of an item as messages write it into a step of a path.
var items = strings.NewReplacer("[", "/", "]", "")

func (c *checking) report(key, message, hint string) {
	key = "collect/recipe/" + key
	c.found = append(c.found, problem.Problem{Place: c.at(items.Replace(key)), Severity: problem.Error, Rule: Rule,
		Message: key + ": " + message, Hint: hint})
}

// columnar says that places in a row are names of columns.
func (c *checking) columnar() bool {
	return slices.Contains([]string{"table", "csv", "xlsx"}, c.format)
}

// places checks where rows and pages are.
func (c *checking) places(r record.Recipe) {
	switch {
	case r.Rows == "" && (c.format == "html" || c.format == "json"):
		c.report("rows", "it is missing", map[string]string{"html": "a CSS selector that matches each row, such as “main li”",
			"json": "a JSON pointer to each row, such as /results/*"}[c.format])
	case r.Rows != "" && c.format == "csv":
		c.report("rows", "a CSV file has one table", "remove this line")
	case r.Rows != "" && (c.format == "html" || c.format == "table"):
		c.selector("rows", r.Rows)
	case r.Rows != "" && c.format == "json":
		c.pointer("rows", r.Rows)
	}
	if r.Separator != "" &&
		(c.format != "csv" || utf8.RuneCountInString(r.Separator) != 1 || strings.ContainsAny(r.Separator, "\"\r\n\ufffd")) {
		c.report("separator", fmt.Sprintf("%q cannot part cells", r.Separator),
			"one sign, such as ; and for the format csv alone")
	}
	if _, err := tabular.Decoded(strings.NewReader(""), r.Charset); err != nil || r.Charset != "" && c.format == "xlsx" {
		c.report("charset", fmt.Sprintf("%q is no encoding of this format", r.Charset),
			"such as windows-1252, utf-8 or iso-8859-15")
	}
	switch {
	case r.Next == "":
	case c.columnar() && c.format != "table":
		c.report("next", "this format has no link to a next page", "put {page} in the address instead, or list the addresses")
	case c.format == "json":
		c.pointer("next", r.Next)
	default:
		c.selector("next", r.Next)
	}
	for i, name := range r.Ignored {
		c.place(fmt.Sprintf("ignored[%d]", i), name)
	}
}

// place checks where something stands within a row.
func (c *checking) place(key, place string) {
	switch {
	case c.columnar() && place == "":
		c.report(key, "it is missing", "the name of the column, as the source writes it")
	case place == "":
	case c.format == "json":
		c.pointer(key, place)
	case c.format == "html":
		c.selector(key, place)
	}
}

func (c *checking) selector(key, s string) {
	if _, err := cascadia.ParseGroup(s); err != nil {
		c.report(key, fmt.Sprintf("%q is no CSS selector: %s", s, err), "such as td:nth-child(2), a.fr-link or .card h3")
	}
}

func (c *checking) pointer(key, s string) {
	if !strings.HasPrefix(s, "/") {
		c.report(key, fmt.Sprintf("%q is no JSON pointer", s), "it starts with a slash: /"+s)
	}
}
