package decp_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"iter"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/collect"
	"vigie/internal/collected"
	"vigie/internal/france/decp"
	"vigie/internal/france/filter"
)

// Buyers, holders, numbers and amounts of these tests are made up.

// cloud is the filter that is published.
func cloud(t testing.TB) *filter.Rule {
	t.Helper()
	rule, problems, err := filter.Load(os.DirFS("../../../data"), filter.File)
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	return rule
}

// harvest is what a reader found.
type harvest struct {
	*testing.T
	rows    []collect.Row
	remarks collect.Remarks
	columns []collect.Column
}

func document(content []byte) collect.Document {
	return collect.Document{Source: "essai", URL: "https://example.org/essai", Size: int64(len(content)), Body: bytes.NewReader(content)}
}

// bulk reads a file; pages reads pages of the API.
func bulk(t *testing.T, content []byte) (harvest, error) {
	t.Helper()
	reader := decp.Bulk(cloud(t))
	h := harvest{T: t, columns: reader.Columns}
	var err error
	h.remarks, err = reader.Read(t.Context(), document(content), h.add)
	return h, err
}

func pages(t *testing.T, contents ...string) (harvest, error) {
	t.Helper()
	reader := decp.Tabular(cloud(t))
	h := harvest{T: t, columns: reader.Columns}
	var docs iter.Seq2[int, collect.Document] = func(yield func(int, collect.Document) bool) {
		for i, c := range contents {
			if !yield(i, document([]byte(c))) {
				return
			}
		}
	}
	var err error
	h.remarks, err = reader.ReadAll(context.Background(), docs, h.add)
	return h, err
}

// add checks that a row is one that could be written.
func (h *harvest) add(r collect.Row) error {
	h.Helper()
	if len(r.Cells) != len(h.columns) {
		h.Fatalf("%d cells for %d columns", len(r.Cells), len(h.columns))
	}
	for i, c := range h.columns {
		if _, ok := c.Kind.Canonical(r.Cells[i]); !ok {
			h.Errorf("%s: %q is not a %s", c.Name, r.Cells[i], c.Kind)
		}
	}
	h.rows = append(h.rows, r)
	return nil
}

// must reads what has to be readable.
func must(h harvest, err error) harvest {
	h.Helper()
	if err != nil {
		h.Fatal(err)
	}
	return h
}

// cell is a cell of the row of a market.
func (h harvest) cell(uid, column string) string {
	h.Helper()
	for _, r := range h.rows {
		if r.Cells[0] == uid {
			return r.Cells[h.index(column)]
		}
	}
	h.Fatalf("there is no market %s", uid)
	return ""
}

func (h harvest) index(column string) int {
	for i, c := range h.columns {
		if c.Name == column {
			return i
		}
	}
	h.Fatalf("there is no column %s", column)
	return -1
}

// want checks cells of a market, given as "column: value".
func (h harvest) want(uid string, cells ...string) {
	h.Helper()
	for _, c := range cells {
		column, want, _ := strings.Cut(c, ": ")
		if got := h.cell(uid, strings.TrimSuffix(column, ":")); got != want {
			h.Errorf("%s of %s is %q, want %q", column, uid, got, want)
		}
	}
}

func (h harvest) left() map[string]int {
	out := map[string]int{}
	for _, l := range h.remarks.Ignored {
		out[l.What] = l.Count
	}
	return out
}

const buyer = "90000000100017"

func TestANaiveSumIsFourTimesTooHigh(t *testing.T) {
	content, err := os.ReadFile("testdata/fourfold.csv")
	if err != nil {
		t.Fatal(err)
	}
	h := must(bulk(t, content))
	naive, sum := naiveSum(t, content), new(big.Rat)
	for _, r := range h.rows {
		if amount, ok := new(big.Rat).SetString(r.Cells[h.index("amount")]); ok && r.Cells[h.index("counted")] == "oui" {
			sum.Add(sum, amount)
		}
	}
	if got := fmt.Sprint(naive.FloatString(0), " ", sum.FloatString(0), " ", new(big.Rat).Quo(naive, sum).FloatString(3)); got != "5200000 1300000 4.000" {
		t.Errorf("naive sum, sum and their ratio are %s", got)
	}
	h.want(buyer+"2024AC01", "amount: 1000000", "ceiling: oui", "counted: oui", "declarations: 4", "holders: 1", "nature: accord-cadre",
		`object: Accord-cadre : hébergement ; "cloud" et services associés`, "taken_for: cpv-core")
	group := h.cell(buyer+"2024AC01", "group")
	for _, id := range []string{"2024AC02", "2024AC03", "2024AC04"} {
		h.want(buyer+id, "counted: non", "declarations: 4", "group: "+group)
	}
	h.want(buyer+"2024M01", "amount: 150000", "counted: oui", "declarations: 1", "group:", "holders: 3", "modification: 1", "notified: 2024-03-12",
		"holder_sirens: 900000027|900000035|900000043", "holder_names: Nuage Exemple SAS|Grande Entreprise Exemple")
	h.want(buyer+"2024M02", "amount: 150000", "holders: 1", "holder_names: SARL Exemple Hébergement", "flags:")
	if len(h.rows) != 6 {
		t.Errorf("%d markets", len(h.rows))
	}
	if diff := cmp.Diff(map[string]int{"filter: cpv-outside": 1, "filter: cpv-wide-no-keyword": 1, "filter: cpv-outside-keyword": 1}, h.left()); diff != "" {
		t.Error(diff)
	}
	if h.remarks.Rows != 16 || len(h.remarks.Bad) > 0 || len(h.remarks.Unread) > 0 {
		t.Errorf("remarks: %+v", h.remarks)
	}
}

// naiveSum adds up the amounts of all rows of the core CPV, as they stand.
func naiveSum(t *testing.T, content []byte) *big.Rat {
	rows, err := csv.NewReader(bytes.NewReader(content)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	rule, sum := cloud(t), new(big.Rat)
	for _, r := range rows[1:] {
		if rule.Class([]byte(r[11])) == filter.Core {
			amount, _ := new(big.Rat).SetString(r[10])
			sum.Add(sum, amount)
		}
	}
	return sum
}

func TestNamesOfPersonsAreNeverKept(t *testing.T) {
	content, err := os.ReadFile("testdata/fourfold.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range must(bulk(t, content)).rows {
		for _, c := range r.Cells {
			if strings.Contains(strings.ToUpper(c), "JEANNE") {
				t.Errorf("%q is kept", c)
			}
		}
	}
}

func TestTheOrderOfRowsChangesNothing(t *testing.T) {
	content, err := os.ReadFile("testdata/fourfold.csv")
	if err != nil {
		t.Fatal(err)
	}
	table, err := csv.NewReader(bytes.NewReader(content)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	header, rows := table[0], table[1:]
	var backwards bytes.Buffer
	w := csv.NewWriter(&backwards)
	if err := w.Write(header); err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		if err := w.Write(rows[len(rows)-1-i]); err != nil {
			t.Fatal(err)
		}
	}
	w.Flush()
	one, two := must(bulk(t, content)), must(bulk(t, backwards.Bytes()))
	for i, r := range one.rows {
		if diff := cmp.Diff(r.Cells, two.rows[i].Cells); diff != "" {
			t.Error(diff)
		}
	}
}

func TestTheColumnsAreSound(t *testing.T) {
	if err := collected.CheckColumns(decp.Bulk(cloud(t)).Columns); err != nil {
		t.Error(err)
	}
	if r := decp.Tabular(cloud(t)); r.Rule == "" || r.Name != "decp-tabular" || r.Follow == nil {
		t.Errorf("the reader is %+v", r)
	}
}

// sample reads a file of the samples, beside the project; without them the test is
// skipped.
func sample(t *testing.T, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("../../../../shared/samples/decp", name))
	if err != nil {
		t.Skip("skipped: the real samples are not on this machine")
	}
	return content
}
