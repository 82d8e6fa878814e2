package export_test

import (
	"os"
	"slices"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"
	"go.yaml.in/yaml/v4"

	"vigie/internal/corpus"
	"vigie/internal/dataset"
	"vigie/internal/export"
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// The data under testdata are made up.

var asOf = cal.NewDay(2026, 6, 1)

var about = export.About{Name: lang.Name("Essai"), Publisher: lang.Name("Essai"), AsOf: asOf, Updated: cal.NewDay(2026, 5, 1), Licence: export.LicenceOf("etalab-2.0", lang.Name("Licence Ouverte 2.0"))}

// made makes the tables of the made-up data.
func made(t *testing.T) []export.Table {
	t.Helper()
	return madeWith(t, "data/corrections.yaml", "[]")
}

// madeWith makes the tables of the made-up data with one more file.
func madeWith(t *testing.T, name, content string) []export.Table {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/made-up.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	files[name] = &fstest.MapFile{Data: []byte(content)}
	c, problems, err := corpus.Load(files, "data", lang.Composed())
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	law := dataset.Added{Access: dataset.Access{Answer: 1, Appeal: 2}}
	return tables(law.New(c, asOf))
}

// real makes the tables of the project's own data.
func real(t *testing.T) (*dataset.Dataset, []export.Table) {
	t.Helper()
	c, problems, err := corpus.Load(os.DirFS("../.."), "data", lang.Composed())
	if err != nil || problems.Errors() > 0 {
		t.Skipf("the data do not read: %v %v", err, problems)
	}
	ds := dataset.New(c, asOf)
	return ds, tables(ds)
}

func tables(ds *dataset.Dataset) []export.Table {
	return export.Tables(export.From{Data: ds, Indicators: indicator.Results(ds),
		Words:  func(_ lang.Lang, key string) string { return key },
		Labels: func(key string) (lang.Text, bool) { t, ok := labels()[key]; return t, ok },
		Places: export.Places{
			Record: func(ref record.Ref) string { return "/" + ref.String() + "/" },
			Claim:  func(c *dataset.Claim) string { return "/sources/" + c.Claim.Source + "/#" + c.ID },
			Figure: func(f figure.Figure) string { return "/preuves/" + f.ID + "/" },
		}})
}

// labels are the words of tables and columns of the theme.
var labels = sync.OnceValue(func() map[string]lang.Text {
	src, err := os.ReadFile("../../themes/vigie/columns.yaml")
	if err != nil {
		panic(err)
	}
	words := map[string]lang.Text{}
	if err := yaml.Load(src, &words); err != nil {
		panic(err)
	}
	return words
})

func table(t *testing.T, all []export.Table, id string) export.Table {
	t.Helper()
	for _, x := range all {
		if x.ID == id {
			return x
		}
	}
	t.Fatalf("no table %q", id)
	return export.Table{}
}

// cell gives the text of a column in the row of rank n.
func cell(t *testing.T, x export.Table, n int, column string) string {
	t.Helper()
	for i, c := range x.Columns {
		if c.Name == column {
			return slices.Collect(x.Rows)[n][i].Text
		}
	}
	t.Fatalf("table %s has no column %q", x.ID, column)
	return ""
}
