package api_test

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"go.yaml.in/yaml/v4"

	"vigie/internal/corpus"
	"vigie/internal/dataset"
	"vigie/internal/export"
	"vigie/internal/export/api"
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// The columns of the tables follow from the vocabulary of the project: these tests are about
// the interface of the project's own data.

var asOf = cal.NewDay(2026, 11, 1)

// standing plays how a source stands, which package site knows.
type standing struct {
	State string `json:"state"`
	Days  int    `json:"days_late,omitempty"`
}

// interfaceOf is the interface of the project's own data.
var interfaceOf = sync.OnceValues(func() (api.From, error) {
	c, _, err := corpus.Load(os.DirFS("../../.."), "data", lang.Composed())
	if err != nil {
		return api.From{}, err
	}
	src, err := os.ReadFile("../../../themes/vigie/columns.yaml")
	if err != nil {
		return api.From{}, err
	}
	labels := map[string]lang.Text{}
	if err := yaml.Load(src, &labels); err != nil {
		return api.From{}, err
	}
	ds := dataset.New(c, asOf)
	from := export.From{Data: ds, Indicators: indicator.Results(ds),
		Words:  func(_ lang.Lang, key string) string { return key },
		Labels: func(key string) (lang.Text, bool) { t, ok := labels[key]; return t, ok },
		Places: export.Places{
			Record: func(ref record.Ref) string { return "/" + ref.String() + "/" },
			Claim:  func(c *dataset.Claim) string { return "/sources/" + c.Claim.Source + "/#" + c.ID },
			Figure: func(f figure.Figure) string { return "/preuves/" + f.ID + "/" },
		}}
	figures := map[record.Ref][]figure.Figure{}
	for _, s := range ds.Series {
		for _, p := range s.Points {
			ref := record.Ref{Kind: record.SeriesKind, ID: s.ID}
			figures[ref] = append(figures[ref], p.Figure)
		}
	}
	return api.From{Tables: append(export.Tables(from), export.Journal(from, nil, nil)),
		About: export.About{Package: "essai", Name: lang.Name("Essai"), Publisher: lang.Name("Essai"), AsOf: asOf,
			Updated: asOf,
			Home:    "https://essai.example/", Edition: "2026-10-01",
			Licence: export.LicenceOf("etalab-2.0", lang.Name("Licence Ouverte 2.0"))},
		Figures:  func(ref record.Ref) []figure.Figure { return figures[ref] },
		Proof:    func(f figure.Figure) string { return "https://essai.example/preuves/" + f.ID + "/" },
		States:   []api.State{{Source: "essai", Standing: standing{State: "late", Days: 3}}},
		Standing: standing{}, Address: func(path string) string { return "https://essai.example" + path },
		Words: func(t lang.Text) string { return t.EN }}, nil
})

func made(t *testing.T) (api.From, map[string][]byte) {
	t.Helper()
	from, err := interfaceOf()
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for f := range from.Files() {
		if files[f.Path] != nil {
			t.Errorf("%s is made twice", f.Path)
		}
		files[f.Path] = f.Data
	}
	return from, files
}

func read(t *testing.T, files map[string][]byte, path string, into any) {
	t.Helper()
	raw, ok := files[path]
	if !ok {
		t.Fatalf("there is no %s", path)
	}
	if err := json.Unmarshal(raw, into); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

type page struct {
	Total, Pages int
	Links        struct{ First, Prev, Next, Last string }
	Rows         []json.RawMessage
}

func TestThePagesOfADatasetHoldEachRowOfItsTableOnceInItsOrder(t *testing.T) {
	from, files := made(t)
	paged := 0
	for _, table := range from.Tables {
		var rows []string
		address := "https://essai.example/api/v1/" + table.ID + "/pages/1.json"
		for seen := 0; address != ""; seen++ {
			var p page
			read(t, files, strings.TrimPrefix(address, "https://essai.example/"), &p)
			if p.Total != table.Count || len(p.Rows) > api.PerPage || seen >= p.Pages {
				t.Fatalf("%s: %d rows of %d on page %d of %d", address, len(p.Rows), p.Total, seen+1, p.Pages)
			}
			for _, r := range p.Rows {
				rows = append(rows, string(r))
			}
			address = p.Links.Next
			paged++
		}
		var want []string
		for row := range table.Rows {
			want = append(want, string(table.RowJSON(row)))
		}
		if !slices.Equal(rows, want) {
			t.Errorf("%s: %d rows in its pages, %d in the table, or in another order", table.ID, len(rows), len(want))
		}
	}
	if paged <= len(from.Tables) {
		t.Error("no dataset has two pages: nothing was followed")
	}
}

func TestARecordHasItsRowsItsNumbersWithTheirProofsAndItsClaims(t *testing.T) {
	_, files := made(t)
	var doc struct {
		Kind    string
		Rows    []struct{ Serie string }
		Figures []struct {
			ID, Proof string
			Min       json.Number `json:"value_min"`
		}
		Claims []struct {
			Source, Fiche string
			Read          string `json:"lu_le"`
		}
	}
	read(t, files, "api/v1/series/records/ugap-orders-per-year.json", &doc)
	if doc.Kind != "series" || len(doc.Rows) == 0 || len(doc.Figures) == 0 || len(doc.Claims) == 0 {
		t.Fatalf("%+v", doc)
	}
	for _, r := range doc.Rows {
		if r.Serie != "ugap-orders-per-year" {
			t.Errorf("a row of %s", r.Serie)
		}
	}
	for _, f := range doc.Figures {
		if f.Proof != "https://essai.example/preuves/"+f.ID+"/" {
			t.Errorf("%s leads to %s", f.ID, f.Proof)
		}
	}
	for _, c := range doc.Claims {
		if c.Source == "" || c.Read == "" {
			t.Errorf("a claim without source or day: %+v", c)
		}
	}
}

func TestEachDocumentBearsVersionEditionDayLicenceAndItsOwnAddress(t *testing.T) {
	_, files := made(t)
	for path, raw := range files {
		if path == api.OpenAPIPath || path == api.ChangelogPath {
			continue
		}
		var doc struct {
			Meta struct {
				Version                string `json:"schema_version"`
				AsOf                   string `json:"as_of"`
				Edition, Licence, Self string
			}
		}
		read(t, files, path, &doc)
		m := doc.Meta
		if m.Version != api.Version || m.Edition != "2026-10-01" || m.AsOf != "2026-11-01" || m.Licence != "etalab-2.0" ||
			m.Self != "https://essai.example/"+path {
			t.Errorf("%s: %+v", path, m)
		}
		if bytes.Count(raw, []byte("\n")) != 1 {
			t.Errorf("%s is not on one line", path)
		}
	}
}

func TestAnIdentifierWithSlashesHasAnAddressWithoutThem(t *testing.T) {
	from, _ := made(t)
	from.Tables = []export.Table{{ID: "contradictions", Count: 1,
		Columns: []export.Column{{Name: "identifiant", Type: export.Text, Key: true}},
		Rows:    slices.Values([][]export.Cell{{{Text: "orders/2025"}}})}}
	files := map[string][]byte{}
	for f := range from.Files() {
		files[f.Path] = f.Data
	}
	var doc struct{ ID string }
	read(t, files, "api/v1/contradictions/records/orders-2025.json", &doc)
	if doc.ID != "orders/2025" {
		t.Errorf("identifier %q", doc.ID)
	}
}
