package boamp_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/collect"
	"vigie/internal/collected"
	"vigie/internal/france/boamp"
	"vigie/internal/france/filter"
)

// Notices, bodies, companies and persons of these tests are made up.

func cloud(t testing.TB) *filter.Rule {
	t.Helper()
	rule, problems, err := filter.Load(os.DirFS("../../../data"), filter.File)
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	return rule
}

type harvest struct {
	*testing.T
	columns []collect.Column
	rows    []collect.Row
	remarks collect.Remarks
}

func read(t *testing.T, contents ...string) (harvest, error) {
	t.Helper()
	reader := boamp.Reader(cloud(t))
	h := harvest{T: t, columns: reader.Columns}
	var err error
	h.remarks, err = reader.ReadAll(context.Background(), func(yield func(int, collect.Document) bool) {
		for i, c := range contents {
			if !yield(i, collect.Document{Size: int64(len(c)), Body: strings.NewReader(c)}) {
				return
			}
		}
	}, func(r collect.Row) error {
		for i, c := range h.columns {
			if _, ok := c.Kind.Canonical(r.Cells[i]); !ok {
				t.Errorf("%s: %q is not a %s", c.Name, r.Cells[i], c.Kind)
			}
		}
		h.rows = append(h.rows, r)
		return nil
	})
	return h, err
}

func must(h harvest, err error) harvest {
	h.Helper()
	if err != nil {
		h.Fatal(err)
	}
	return h
}

// want checks cells of a notice, given as "column: value".
func (h harvest) want(idweb string, cells ...string) {
	h.Helper()
	for _, r := range h.rows {
		if r.Cells[0] != idweb {
			continue
		}
		for _, c := range cells {
			column, want, _ := strings.Cut(c, ": ")
			for i, of := range h.columns {
				if of.Name == strings.TrimSuffix(column, ":") && r.Cells[i] != want {
					h.Errorf("%s of %s is %q, want %q", of.Name, idweb, r.Cells[i], want)
				}
			}
		}
		return
	}
	h.Errorf("there is no notice %s", idweb)
}

func export(t *testing.T) string {
	t.Helper()
	content, err := os.ReadFile("testdata/export.json")
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func TestNoticesOfAllFamiliesAreRead(t *testing.T) {
	h := must(read(t, export(t)))
	h.want("26-10001", "kind: appel-offre", "object: Made-up: second rectificatif, cloud", "buyer_name: Commune d'exemple", "buyer: 900000001",
		"published: 2026-03-02", "deadline: 2026-04-30", "family: fns", "cpv: 72415000|72500000", "taken_for: cpv-core", "amount: 250000.0", "amount_kind: plafond",
		"winners:", "linked:", "corrections: 26-10002|26-10003", "flags: annule", "departments: 35", "url: https://www.boamp.fr/pages/avis/?q=idweb:26-10001")
	h.want("26-20001", "kind: attribution", "buyer_name: Ministère d'exemple", "buyer: 900000019", "amount: 1500000.50", "amount_kind: attribution",
		"cpv: 72410000", "winners: 2", "winner_sirens: 900000027", "winner_names:", "linked: 25-99999|26-10001", "deadline:", "flags:")
	h.want("16-30001", "kind: attribution", "amount: 90000", "winners: 2", "winner_sirens: 900000043", "winner_names: SCOP EXEMPLE", "linked: 16-20000")
	h.want("26-40001", "taken_for: keyword-alone", "flags: annule|donnees-illisibles", "amount:")
	h.want("26-60001", "kind: rectificatif", "linked: 26-00001", "corrections:")
	h.want("26-50002", "kind: annulation", "linked: 26-10001")
	if len(h.rows) != 6 || h.remarks.Rows != 9 {
		t.Errorf("%d rows of %d", len(h.rows), h.remarks.Rows)
	}
	var aside []string
	for _, l := range append(h.remarks.Ignored, h.remarks.Unread...) {
		aside = append(aside, fmt.Sprint(l.What, " ", l.Count))
	}
	if diff := cmp.Diff([]string{"correction applied 2", "filter: cpv-outside 1"}, aside); diff != "" {
		t.Error(diff)
	}
	for _, r := range h.rows {
		if strings.Contains(strings.ToUpper(strings.Join(r.Cells, " ")), "JEANNE") {
			t.Errorf("a person is named: %q", r.Cells)
		}
	}
}

func TestACorrectionMayStandInAnotherExport(t *testing.T) {
	var all []json.RawMessage
	if err := json.Unmarshal([]byte(export(t)), &all); err != nil {
		t.Fatal(err)
	}
	one, err := json.Marshal(map[string]any{"total_count": 1, "results": all[1:2]})
	if err != nil {
		t.Fatal(err)
	}
	h := must(read(t, string(one), "["+string(all[0])+","+string(all[2])+"]", "["+string(all[0])+"]"))
	h.want("26-10001", "deadline: 2026-04-30", "corrections: 26-10002|26-10003", "flags:")
	if r := h.rows[0]; r.Doc != 1 || r.At != "record 2" {
		t.Errorf("it stands in document %d, %s", r.Doc, r.At)
	}
}

func TestADeadlineIsADayInParis(t *testing.T) {
	for deadline, want := range map[string]string{
		"2026-06-30T22:00:00+00:00": "2026-07-01", "2026-06-30T21:59:00+00:00": "2026-06-30", "2026-12-31T22:30:00+00:00": "2026-12-31",
		"2026-12-31T23:30:00Z": "2027-01-01", "2026-03-28T23:30:00+00:00": "2026-03-29", "2026-10-24T22:30:00+00:00": "2026-10-25",
		"2026-10-25T22:30:00+00:00": "2026-10-25", "2026-06-30": "2026-06-30", "2026-06-30T10:00": "2026-06-30", "soon": "", "": "",
	} {
		h := must(read(t, fmt.Sprintf(`[{"idweb": "26-1", "objet": "Cloud", "nature": "APPEL_OFFRE", "datelimitereponse": %q}]`, deadline)))
		h.want("26-1", "deadline: "+want)
	}
}

func TestAmountsAreThoseOfTheWhole(t *testing.T) {
	for name, c := range map[string]struct{ donnees, want string }{
		"one":                        {`{"FNSimple": {"initial": {"natureMarche": {"valeurEstimee": {"valeur": "250000.0"}}}}}`, "250000.0 estimation "},
		"of a small market":          {`{"MAPA": {"attribution": {"attribution": {"resultat": {"attribue": {"montant": {"valeur": 90000}}}}}}}`, "90000 attribution "},
		"one a lot":                  {`{"EFORMS": {"ContractNotice": {"cac:ProcurementProjectLot": [{"cac:ProcurementProject": {"cac:RequestedTenderTotal": {"cbc:EstimatedOverallContractAmount": "1000"}}}, {"cac:ProcurementProject": {"cac:RequestedTenderTotal": {"cbc:EstimatedOverallContractAmount": "1000"}}}]}}}`, "  montants-par-lot"},
		"in another currency":        {`{"EFORMS": {"X": {"efac:NoticeResult": {"cbc:TotalAmount": {"@currencyID": "CHF", "#text": "1000"}}}}}`, "  autre-devise"},
		"of nothing":                 {`{"EFORMS": {"X": {"efac:NoticeResult": {"cbc:TotalAmount": "0.00"}}}}`, "  "},
		"that are none":              {`{"ATTRIBUTION": {"DECISION": {"MONTANT": "non communiqué"}}}`, "  "},
		"of the whole before a part": {`{"EFORMS": {"X": {"efac:NoticeResult": {"cbc:TotalAmount": "3000", "efac:LotTender": [{"cac:LegalMonetaryTotal": {"cbc:PayableAmount": "1000"}}, {"cac:LegalMonetaryTotal": {"cbc:PayableAmount": "2000"}}]}}}}`, "3000 attribution "},
	} {
		t.Run(name, func(t *testing.T) {
			h := must(read(t, `[{"idweb": "26-1", "objet": "Cloud", "donnees": `+c.donnees+`}]`))
			amount, rest, _ := strings.Cut(c.want, " ")
			kind, flags, _ := strings.Cut(rest, " ")
			h.want("26-1", "amount: "+amount, "amount_kind: "+kind, "flags: "+flags)
		})
	}
}

func TestWhatIsNoExportIsRefused(t *testing.T) {
	for name, content := range map[string]string{
		"a page": "<html>", "an error": `{"error_code": "ODSQLError"}`, "a list that breaks off": `[{"idweb": "26-1"}`, "nothing": "",
		"a page of a longer list": `{"total_count": 2, "results": [{"idweb": "26-1", "objet": "Cloud"}]}`, "other bytes": "[\"\xff\"]",
		"a list of other things": "[" + strings.Repeat(`{"idweb": "x"},`, 10_001) + `1]`,
	} {
		t.Run(name, func(t *testing.T) {
			if h, err := read(t, content); err == nil {
				t.Errorf("it is read: %+v", h.remarks)
			}
		})
	}
	h := must(read(t, `[{"idweb": "../26-1"}, 1, {"idweb": "26-1", "objet": "Cloud", "url_avis": "javascript:alert(1)", "nouveau": "made up"}]`))
	if u := h.remarks.Unread; len(h.remarks.Bad) != 2 || len(u) != 1 || u[0].What != "nouveau" {
		t.Errorf("reported %+v", h.remarks)
	}
	h.want("26-1", "url: https://www.boamp.fr/pages/avis/?q=idweb:26-1")
}

func TestWhatANoticeSaysIsBounded(t *testing.T) {
	for name, donnees := range map[string]string{
		"deep": strings.Repeat(`{"a":`, 100) + "1" + strings.Repeat("}", 100), "long": `{"a": "` + strings.Repeat("x", 9<<20) + `"}`,
	} {
		t.Run(name, func(t *testing.T) {
			text, err := json.Marshal(donnees)
			if err != nil {
				t.Fatal(err)
			}
			h := must(read(t, `[{"idweb": "26-1", "objet": "Cloud", "donnees": `+string(text)+`}]`))
			h.want("26-1", "flags: donnees-illisibles")
		})
	}
	t.Run("a correction of itself", func(t *testing.T) {
		h := must(read(t, `[{"idweb": "26-1", "objet": "Cloud", "nature": "RECTIFICATIF", "annonce_lie": ["26-2", "26-1"]},
			{"idweb": "26-2", "objet": "Cloud", "nature": "RECTIFICATIF", "annonce_lie": ["26-1"]}]`))
		if len(h.rows) != 2 {
			t.Errorf("%d rows", len(h.rows))
		}
	})
}

func TestTheColumnsAreSound(t *testing.T) {
	if err := collected.CheckColumns(boamp.Reader(cloud(t)).Columns); err != nil {
		t.Error(err)
	}
}

// sample reads a file of the samples, beside the project.
func sample(t *testing.T, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("../../../../shared/samples/boamp", name))
	if err != nil {
		t.Skip("skipped: the real samples are not on this machine")
	}
	return content
}

func TestTheRealShapesAreRead(t *testing.T) {
	h := must(read(t, string(sample(t, "boamp_2_real_trimmed.json"))))
	if h.remarks.Rows != 2 || len(h.rows) != 0 || len(h.remarks.Bad)+len(h.remarks.Unread) > 0 {
		t.Errorf("remarks %+v", h.remarks)
	}
	var shapes struct{ Records []map[string]any }
	if err := json.Unmarshal(sample(t, "muninn_donnees_shapes.json"), &shapes); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	for i, r := range shapes.Records {
		r["idweb"], r["objet"] = fmt.Sprintf("26-%d", i+1), "Cloud"
		text, err := json.Marshal(r["donnees"]) // as the API gives it
		if err != nil {
			t.Fatal(err)
		}
		r["donnees"] = string(text)
		record, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString(",")
		b.Write(record)
	}
	every := strings.NewReplacer("64120000", "72415000", "38112100", "72500000").Replace(b.String())
	h = must(read(t, "["+every[1:]+"]"))
	h.want("26-1", "cpv: 48613000|72415000", "taken_for: cpv-core")
	h.want("26-2", "cpv: 38000000|72500000", "taken_for: cpv-wide-keyword")
	h.want("26-3", "buyer: 217401736", "buyer_name: Commune De Megeve")
	h.want("26-4", "buyer: 200032365", "buyer_name: PFC Sud-Ouest")
	h.want("26-5", "buyer:", "buyer_name: Département de la Loire")
	h.want("26-6", "winner_names: SCOP ACME NUMERIQUE", "winner_sirens:")
	h.want("26-7", "winners: 1", "winner_names:", "winner_sirens:") // its number is made up
	h.want("26-9", "winners: 1")
}

func FuzzAnExportIsReadOrRefused(f *testing.F) {
	seed, err := os.ReadFile("testdata/export.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(seed))
	f.Add(`[{"idweb": "26-1", "objet": "Cloud", "donnees": "{\"EFORMS\": {\"a\": {\"efac:Organization\": [[]]}}}"}]`)
	reader := boamp.Reader(cloud(f))
	f.Fuzz(func(t *testing.T, content string) {
		_, _ = reader.ReadAll(t.Context(), func(yield func(int, collect.Document) bool) {
			yield(0, collect.Document{Size: int64(len(content)), Body: strings.NewReader(content)})
		}, func(r collect.Row) error {
			for i, c := range reader.Columns {
				if _, ok := c.Kind.Canonical(r.Cells[i]); !ok && len(r.Cells[i]) < 10_000 {
					t.Errorf("%s: %q is not a %s", c.Name, r.Cells[i], c.Kind)
				}
			}
			return nil
		})
	})
}
