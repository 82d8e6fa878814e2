package recipe_test

import (
	"errors"
	"strings"
	"testing"

	"vigie/internal/collect/recipe"
	"vigie/internal/record"
)

func TestAWrongRecipeIsReportedWithAHint(t *testing.T) {
	for name, one := range map[string]struct {
		format string
		breaks func(*record.Recipe)
		want   string
		hint   string
	}{
		"a format that does not exist":     {"csv", func(r *record.Recipe) { r.Format = "pdf" }, `format: "pdf" is not in the list`, "html, table, json, csv, xlsx"},
		"no rows in JSON":                  {"json", func(r *record.Recipe) { r.Rows = "" }, "rows: it is missing", "/results/*"},
		"no pointer":                       {"json", func(r *record.Recipe) { r.Rows = "results" }, `rows: "results" is no JSON pointer`, "/results"},
		"no selector":                      {"html", func(r *record.Recipe) { r.Rows = "li[" }, `rows: "li[" is no CSS selector`, "such as"},
		"rows in CSV":                      {"csv", func(r *record.Recipe) { r.Rows = "x" }, "rows: a CSV file has one table", "remove"},
		"a separator of two signs":         {"csv", func(r *record.Recipe) { r.Separator = ";;" }, "separator:", "one sign"},
		"a separator of JSON":              {"json", func(r *record.Recipe) { r.Separator = ";" }, "separator:", "csv alone"},
		"a charset that does not exist":    {"csv", func(r *record.Recipe) { r.Charset = "klingon" }, "charset:", "windows-1252"},
		"a next page of CSV":               {"csv", func(r *record.Recipe) { r.Next = "a" }, "next:", "{page}"},
		"no field":                         {"csv", func(r *record.Recipe) { r.Fields = nil }, "fields: there is none", "name, label, from and as"},
		"a name in capitals":               {"csv", func(r *record.Recipe) { r.Fields[1].Name = "Montant HT" }, "fields[1]/name:", "small letters"},
		"a name of ours":                   {"csv", func(r *record.Recipe) { r.Fields[1].Name = "first_seen" }, "fields[1]/name:", "another name"},
		"the same name twice":              {"csv", func(r *record.Recipe) { r.Fields[1].Name = "a" }, `fields[1]/name: two fields are named "a"`, "of its own"},
		"the same column twice":            {"csv", func(r *record.Recipe) { r.Fields[1].From = "A" }, `fields[1]/from: two fields come from the column "A"`, "one field"},
		"no label in English":              {"csv", func(r *record.Recipe) { r.Fields[0].Label.EN = "" }, "fields[0]/label:", "{fr:"},
		"no column":                        {"csv", func(r *record.Recipe) { r.Fields[1].From = "" }, "fields[1]/from: it is missing", "name of the column"},
		"an attribute of CSV":              {"csv", func(r *record.Recipe) { r.Fields[1].Attribute = "href" }, "fields[1]/attribute:", "html"},
		"a form that does not exist":       {"csv", func(r *record.Recipe) { r.Fields[1].As = "integer" }, `fields[1]/as: "integer" is not in the list`, "number"},
		"a date without its year":          {"csv", func(r *record.Recipe) { r.Fields[1].As, r.Fields[1].Format = "date", "dd/mm" }, "fields[1]/format:", "yyyy"},
		"a width that is none":             {"csv", func(r *record.Recipe) { r.Fields[0].Format = "5" }, "fields[0]/format:", "00000"},
		"a unit of text":                   {"csv", func(r *record.Recipe) { r.Fields[0].As, r.Fields[0].Format, r.Fields[0].Unit = "text", "", "eur" }, "fields[0]/unit:", "as: number"},
		"a format of text":                 {"csv", func(r *record.Recipe) { r.Fields[1].Format = "x" }, "fields[1]/format:", "remove"},
		"no key":                           {"csv", func(r *record.Recipe) { r.Key = nil }, "key: it is missing", "for ever"},
		"a key that does not exist":        {"csv", func(r *record.Recipe) { r.Key = []string{"c"} }, `key: no field is named "c"`, ""},
		"a title that does not exist":      {"csv", func(r *record.Recipe) { r.Title = []string{"titre"} }, "title:", "the fields are a, b"},
		"a column both taken and ignored":  {"csv", func(r *record.Recipe) { r.Ignored = []string{"B"} }, "ignored[0]:", "one of the two"},
		"an ignored pointer without slash": {"json", func(r *record.Recipe) { r.Ignored = []string{"x"} }, "ignored[0]:", "/x"},
	} {
		t.Run(name, func(t *testing.T) {
			r := two(one.format)
			if one.format == "html" {
				r.Rows = "li"
			}
			if _, err := recipe.Reader("essai", r); err != nil {
				t.Fatal("the sound recipe is refused: ", err)
			}
			one.breaks(&r)
			_, err := recipe.Reader("essai", r)
			var invalid *recipe.Invalid
			if !errors.As(err, &invalid) || len(invalid.Problems) != 1 {
				t.Fatalf("gives %v, want one problem", err)
			}
			p := invalid.Problems[0]
			if p.File != "data/sources/essai.yaml" || !strings.Contains(p.Message, "collect/recipe/"+one.want) || !strings.Contains(p.Hint, one.hint) {
				t.Errorf("reports %s\nhint: %s", p, p.Hint)
			}
		})
	}
}
