package recipe_test

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"vigie/internal/collect"
	"vigie/internal/collect/recipe"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

func label() lang.Text { return lang.Text{FR: "Essai", EN: "Test"} }

// two is a recipe of two columns.
func two(format string) record.Recipe {
	a, b := "a", "b"
	if format == "json" {
		a, b = "/a", "/b"
	}
	r := record.Recipe{Format: format, Key: []string{"a"}, Fields: []record.RecipeField{
		{Name: "a", Label: label(), From: a, As: "code", Required: true},
		{Name: "b", Label: label(), From: b, As: "text"}}}
	if format == "json" {
		r.Rows = "/*"
	}
	return r
}

func TestEncodingsAreReadOrReported(t *testing.T) {
	r := two("csv")
	for name, one := range map[string]struct{ charset, announced, text, want, bad string }{
		"Latin-1 as announced":             {"", "iso-8859-1", "a;b\n1;\xe9t\xe9\n", "été", ""},
		"Latin-1 that nobody announced":    {"", "", "a;b\n1;\xe9t\xe9\n", "été", ""},
		"UTF-8 with a byte-order mark":     {"", "", "\xef\xbb\xbfa;b\n1;été\n", "été", ""},
		"UTF-8 that a guess belies":        {"", "windows-1252", "a;b\n1;été\n", "été", ""},
		"the recipe knows better":          {"macintosh", "utf-8", "a;b\n1;\x8et\x8e\n", "été", ""},
		"broken where UTF-8 was announced": {"", "utf-8", "a;b\n1;\xe9t\xe9\n", "", "\ufffdt\ufffd"},
		"a NUL is no text and is no é":     {"", "", "a;b\n1;\x00\n", "\x00", ""}, // refused by the canonical form of cells
		"line ends of Windows":             {"", "", "a;b\r\n1;été\r\n", "été", ""},
		"the last line without its end":    {"", "", "a;b\n1;été", "été", ""},
	} {
		r.Charset = one.charset
		reader, err := recipe.Reader("essai", r)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		remarks, err := reader.Read(context.Background(), document(one.text, one.announced), func(row collect.Row) error { got = row.Cells[1]; return nil })
		if err != nil || got != one.want {
			t.Errorf("%s: %q (%v), want %q", name, got, err, one.want)
		}
		if (len(remarks.Bad) > 0) != (one.bad != "") || one.bad != "" && remarks.Bad[0].Found != one.bad {
			t.Errorf("%s: %+v", name, remarks.Bad)
		}
	}
}

func document(text, charset string) collect.Document {
	return collect.Document{URL: "https://example.org/", Charset: charset, Size: int64(len(text)), Body: strings.NewReader(text)}
}

func TestTheSeparatorIsTheOneThatShowsTheColumns(t *testing.T) {
	for name, text := range map[string]string{
		"semicolons":                   "a;b\n1;x\n",
		"commas":                       "a,b\n1,x\n",
		"tabulations":                  "a\tb\n1\tx\n",
		"bars":                         "a|b\n1|x\n",
		"commas in a title":            "Un titre, avec, des virgules\na;b\n1;x\n",
		"decimals with a comma":        "a;c;d;b\n1;1,5;2,5;x\n",
		"names that are quoted":        `"a";"b"` + "\n1;x\n",
		"a stray quote above the head": "le 12\" d'essai\na;b\n1;x\n",
	} {
		got := read(t, two("csv"), []byte(text))
		if got.err != nil || len(got.rows) != 1 || got.rows[0].Cells[1] != "x" {
			t.Errorf("%s: %s", name, written(got))
		}
	}
}

func TestABrokenDocumentIsAnError(t *testing.T) {
	long := strings.Repeat("x", 5<<20)
	for name, one := range map[string]struct{ format, text, want string }{
		"JSON that is cut":                 {"json", `[{"a":1},{"a":2`, "unexpected EOF"},
		"JSON that is cut before any row":  {"json", `[`, "unexpected EOF"},
		"nothing":                          {"json", ``, "unexpected EOF"},
		"HTML instead of JSON":             {"json", `<html>`, "it is a web page (HTML), where JSON is wanted: it is most often an error"},
		"JSON nested too deep":             {"json", `[{"a":` + strings.Repeat("[", 100) + strings.Repeat("]", 100) + `}]`, "levels deep"},
		"JSON nested too deep besides":     {"json", `{"a":` + strings.Repeat("[", 100_000) + `}`, "levels deep"},
		"a member twice":                   {"json", `[{"a":1,"a":2}]`, `"a" twice`},
		"two documents":                    {"json", `[{"a":1}] [{"a":2}]`, "after the end"},
		"an endless row":                   {"json", `[{"a":"` + long + `"}]`, "goes on for more"},
		"a row of endless members":         {"json", `[{"a":[` + strings.Repeat("1,", 200_000) + `1]}]`, "more than 100000 values"},
		"a text where a list was":          {"json", `"a"`, "plain text"},
		"a quote that never closes":        {"csv", "a;b\n1;\"" + strings.Repeat("x\n", 3<<20), "goes on for more"},
		"an endless line":                  {"csv", "a;b\n1;" + long, "goes on for more"},
		"a line of far too many cells":     {"csv", "a;b\n1" + strings.Repeat(";", 30_000), "more than 20000 cells"},
		"a page of far too many elements":  {"table", strings.Repeat("<i></i>", 600_000), "more than 64 MB of memory"},
		"HTML instead of CSV":              {"csv", "<!DOCTYPE html>\n<html><title>Maintenance</title><body></html>", `it is a web page (HTML) titled "Maintenance", where a table (CSV) is wanted`},
		"an empty file":                    {"csv", "", "empty"},
		"a column twice":                   {"csv", "a;b;A\n1;2;3\n", `"A" is there twice`},
		"a page without a table":           {"table", "<p>Page en maintenance</p>", `no table in the page`},
		"a table of something else":        {"table", "<table><tr><td>jour<td>heure</table>", `no column "a", "b"`},
		"a page nested too deep":           {"table", strings.Repeat("<div>", 10_000), "exceeds"},
		"CSV instead of a workbook":        {"xlsx", "a;b\n", "plain text, perhaps a table (CSV), where a workbook (XLSX) is wanted: read it as CSV"},
		"rows that can none of them be":    {"csv", "a;b\n" + strings.Repeat(";x\n", 10_001), "more than 10000 rows cannot be read"},
		"a charset that nobody knows":      {"csv-klingon", "a;b\n", "klingon"},
		"an error of emit goes through":    {"csv-emit", "a;b\n1;2\n", "enough"},
		"a run that is cancelled (csv)":    {"csv-cancel", "a;b\n1;2\n", "canceled"},
		"a run that is cancelled (json)":   {"json-cancel", "[]", "canceled"},
		"a zip that is no workbook (xlsx)": {"xlsx", "PK\x05\x06" + strings.Repeat("\x00", 18), "workbook"},
	} {
		t.Run(name, func(t *testing.T) {
			format, how, _ := strings.Cut(one.format, "-")
			reader, err := recipe.Reader("essai", two(format))
			if err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithCancel(context.Background())
			defer cancel()
			if how == "cancel" {
				cancel()
			}
			charset := ""
			if how == "klingon" {
				charset = how
			}
			_, err = reader.Read(ctx, document(one.text, charset), func(collect.Row) error {
				if how == "emit" {
					return errors.New("enough")
				}
				return nil
			})
			if err == nil || !strings.Contains(err.Error(), one.want) {
				t.Errorf("gives %v, want %q", err, one.want)
			}
			if err != nil && len(err.Error()) > 2000 {
				t.Errorf("the message holds %d bytes", len(err.Error()))
			}
		})
	}
}

// A stream is read with flat memory: more rows take no more of it.
func TestAStreamTakesNoMoreMemoryForMoreRows(t *testing.T) {
	for _, format := range []string{"csv", "json"} {
		reader, err := recipe.Reader("essai", two(format))
		if err != nil {
			t.Fatal(err)
		}
		measure := func(rows int) float64 {
			text := "a;b\n" + strings.Repeat("1;x\n", rows)
			if format == "json" {
				text = "[" + strings.Repeat(`{"a":1,"b":"x"},`, rows) + `{"a":1}]`
			}
			doc := collect.Document{Size: int64(len(text)), Body: strings.NewReader(text)}
			held := 0
			return testing.AllocsPerRun(1, func() {
				if _, err := reader.Read(context.Background(), doc, func(r collect.Row) error { held = max(held, len(r.Cells)); return nil }); err != nil {
					t.Fatal(err)
				}
			}) / float64(rows)
		}
		if few, many := measure(1_000), measure(50_000); many > few*1.5 {
			t.Errorf("%s: %.1f allocations a row for 1,000 rows, %.1f for 50,000", format, few, many)
		}
	}
}

func FuzzReaders(f *testing.F) {
	f.Add("csv", []byte("a;b\n1;\"x\"\n"))
	f.Add("json", []byte(`[{"a":1,"b":{"c":[1,2]}},{"a":null}]`))
	f.Add("table", []byte("<table><tr><th rowspan=2>a<th>b<tr><td>1<td colspan=3>2</table>"))
	f.Add("html", []byte("<a>x</a><b>y</b>"))
	f.Add("xlsx", workbook(f, [][]any{{"a", "b"}, {"1", 2.5}}))
	f.Fuzz(func(t *testing.T, format string, text []byte) {
		r := two(format)
		if format == "html" {
			r.Rows = "*"
		}
		reader, err := recipe.Reader("essai", r)
		if err != nil {
			return
		}
		doc := collect.Document{Size: int64(len(text)), Body: bytes.NewReader(text)}
		rows := 0
		remarks, err := reader.Read(context.Background(), doc, func(row collect.Row) error {
			if rows++; len(row.Cells) != 2 || row.Cells[0] == "" {
				t.Errorf("a row %q", row.Cells)
			}
			return nil
		})
		if err == nil && remarks.Rows < rows {
			t.Errorf("%d rows, of which %d are reported", rows, remarks.Rows)
		}
	})
}
