package recipe

import (
	"slices"
	"strings"

	"vigie/internal/collect"
	"vigie/internal/record"
	"vigie/internal/value/tabular"
)

// kinds are the kinds of column that the forms of a field give.
var kinds = map[string]collect.Kind{
	"text": collect.Text, "code": collect.Code, "date": collect.Date,
	"number": collect.Number, "boolean": collect.Boolean, "list": collect.List,
}

func columns(r record.Recipe) []collect.Column {
	out := make([]collect.Column, len(r.Fields))
	for i, f := range r.Fields {
		out[i] = collect.Column{Name: f.Name, Kind: kinds[f.As], Label: f.Label,
			Key: slices.Contains(r.Key, f.Name), Title: slices.Contains(r.Title, f.Name)}
	}
	return out
}

// field is a field of a recipe, ready to read.
type field struct {
	record.RecipeField
	dates   *tabular.DateFormat // nil for the usual forms
	numbers convention          // of its column
	sure    bool                // no cell of the column is written otherwise
	order   order               // of the day and the month in its column
	alone   bool                // no cell of the column shows the other order
}

func prepare(list []record.RecipeField) ([]field, error) {
	out := make([]field, len(list))
	for i, f := range list {
		out[i] = field{RecipeField: f}
		if f.As == "date" && f.Format != "" {
			dates, err := tabular.ParseDateFormat(f.Format)
			if err != nil {
				return nil, err
			}
			out[i].dates = &dates
		}
		if f.As == "number" && f.Format != "" {
			out[i].numbers, out[i].sure = convention(f.Format[0]), true
		}
	}
	return out, nil
}

// layout is what a recipe knows of the columns of a table.
func layout(r record.Recipe) tabular.Layout {
	l := tabular.Layout{Leave: r.Ignored}
	for _, f := range r.Fields {
		l.Take = append(l.Take, tabular.Column{Name: f.Name, Called: []string{f.From}})
	}
	return l
}

// found is what stands at the place of a field in one row.
type found struct {
	texts     []string // several where several elements stand there
	there     bool     // the place exists, empty or not
	alien     string   // what stands there that is no text: "an object"
	canonical bool     // the text is written as we write it
	exact     bool     // a number as programs write it: a point before the decimals, no groups
	cell      string   // of a workbook: C12
	shown     string   // a number as it is shown, with its unit, where that is not its text
}

func one(text string) found { return found{texts: []string{text}, there: true} }

// shown cuts a text for a report.
func shown(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), string(tabular.Broken), "\ufffd")
	if r := []rune(s); len(r) > 120 {
		return string(r[:120]) + "…"
	}
	return s
}
