package decp_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/collect"
	"vigie/internal/france/decp"
)

func fixture(t *testing.T, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func TestTheFormatOfTheLawIsRead(t *testing.T) {
	h := must(bulk(t, fixture(t, "legal-2022.json")))
	h.want(buyer+"2024_12", "amount: 60000", "months: 24", "modification: 6", "notified: 2024-03-12", "holders: 2",
		"holder_sirens: 900000027|900000035", "holder_names: Nuage Exemple SAS", "ceiling: non", "flags:", "procedure: procedure-adaptee")
	if diff := cmp.Diff(map[string]int{"concession": 1, "filter: cpv-outside": 1}, h.left()); diff != "" || len(h.rows) != 1 {
		t.Error(diff)
	}
	if u := h.remarks.Unread; len(u) != 1 || u[0].What != "nouveauMembre" || u[0].Example != "made up" {
		t.Errorf("reported %+v", u)
	}

	h = must(bulk(t, fixture(t, "legal-2019.json")))
	h.want(buyer+"20192019S1", "amount: 400000", "months: 48", "modification: 1", "notified: 2019", "flags: annee-seule", "ceiling: oui",
		"holder_sirens: 900000035", "holder_names: EXEMPLE SAS", "producer: data.gouv.fr_aife")
	if diff := cmp.Diff(map[string]int{"concession": 1}, h.left()); diff != "" {
		t.Error(diff)
	}
}

// A market made up, whose modifications are given last first.
func TestModificationsAreInTheirOrderWhateverThatOfTheDocument(t *testing.T) {
	for name, changes := range map[string]string{
		"by number": `[{"modification": {"id": 2, "montant": 70000, "dateNotificationModification": "2025-05-01"}},
			{"modification": {"id": 1, "montant": 60000, "dateNotificationModification": "2025-04-01"}}]`,
		"by date": `{"modification": [{"montant": 70000, "dateNotificationModification": "2025-05-01"},
			{"montant": 60000, "dateNotificationModification": "2025-04-01"}]}`,
	} {
		t.Run(name, func(t *testing.T) {
			h := must(bulk(t, []byte(`{"marches": {"marche": [{"id": "M1", "acheteur": {"id": "`+buyer+`"}, "objet": "Hébergement infonuagique",
				"codeCPV": "72400000-4", "montant": 50000, "dureeMois": 12, "dateNotification": "2025-02-11+01:00", "titulaires": [],
				"modifications": `+changes+`}]}}`)))
			h.want(buyer+"M1", "amount: 70000", "modification: 2", "notified: 2025-02-11", "flags:")
		})
	}
}

func TestTheExportsOfFlatObjectsAreRead(t *testing.T) {
	for name, content := range map[string]string{
		"a list":             string(fixture(t, "export.json")),
		"a page of the list": `{"total_count": 2, "results": ` + string(fixture(t, "export.json")) + `}`,
	} {
		t.Run(name, func(t *testing.T) {
			h := must(bulk(t, []byte(content)))
			h.want(buyer+"2024F00001", "amount: 160000", "months: 60", "modification: 1", "notified: 2024-02-05", "framework:",
				"holders: 2", "holder_sirens: 424761419|900000027", "holder_names: OVH")
			if len(h.remarks.Unread) > 0 || h.remarks.Rows != 2 {
				t.Errorf("remarks %+v", h.remarks)
			}
		})
	}
}

func TestWhatIsNoFileOfContractsIsRefused(t *testing.T) {
	for name, content := range map[string]string{
		"nothing": "", "a page": "<!doctype html><title>503</title>", "another table": "a,b\n1,2\n", "another list": "[]", "an error": `{"error": "no"}`,
		"a list that breaks off": `[{"id": "1", "objet": "x", "codecpv": "45000000"}`, "other bytes": "\x00\x01\x02", "no Parquet": "PAR1PAR1",
	} {
		t.Run(name, func(t *testing.T) {
			if h, err := bulk(t, []byte(content)); err == nil {
				t.Errorf("it is read: %+v", h.remarks)
			}
		})
	}
	t.Run("rows that are none are reported", func(t *testing.T) {
		h := must(bulk(t, []byte(`[{"id": "1"}, "x", {"id": "", "objet": "Cloud", "codecpv": "72415000", "acheteur_id": "90000000100017"}]`)))
		if len(h.remarks.Bad) != 3 || h.remarks.Rows != 3 {
			t.Errorf("reported %+v", h.remarks.Bad)
		}
	})
	t.Run("too many of them are not a file of contracts", func(t *testing.T) {
		if _, err := bulk(t, []byte("["+strings.Repeat(`{"a": 1},`, 20_000)+"1]")); err == nil || !strings.Contains(err.Error(), "too many rows") {
			t.Errorf("got %v", err)
		}
	})
}

func TestTheRealFilesAreRead(t *testing.T) {
	for name, rows := range map[string]int{
		"eclaireur_ci_raw_marches_2019fmt_real.json": 3, "eclaireur_raw_2022fmt.json": 20, "ods_decp-2022-marches-valides_4_records.json": 4,
		"colinmaudry_decp_test_2019.json": 2, "colinmaudry_decp_test_2022.json": 5, "139bercy_exemple_marches_avec_modifications.json": 2,
		"139bercy_exemple_marches_concessions.json": 4, "139bercy_exemple_concessions.json": 2,
	} {
		t.Run(name, func(t *testing.T) {
			h := must(bulk(t, sample(t, name)))
			if h.remarks.Rows != rows || len(h.remarks.Bad) > 0 || len(h.remarks.Unread) > 0 {
				t.Errorf("%d rows, want %d: %+v", h.remarks.Rows, rows, h.remarks)
			}
			if len(h.rows) > 0 {
				t.Errorf("%d of them are about the cloud", len(h.rows))
			}
		})
	}
}

// TestTheRealFilesGiveSoundMarkets reads the same files as if all of their
// contracts were about the cloud.
func TestTheRealFilesGiveSoundMarkets(t *testing.T) {
	h := must(bulk(t, cloudy(string(sample(t, "eclaireur_ci_raw_marches_2019fmt_real.json")), "30192000", "71300000", "90513000")))
	h.want("1300054810001020202020F1234900", "amount: 4102920.24", "months: 48", "ceiling: oui", "notified: 2020-08-06", "holder_sirens: 571722669", "holder_names:")
	h.want("2642003040001420192019S2228100", "amount: 37539", "notified: 2019", "flags: annee-seule")

	h = must(bulk(t, cloudy(string(sample(t, "colinmaudry_decp_test_2022.json")), "45316110-9", "71631300", "45214200-2", "71000000-8", "45223220-4")))
	h.want("221300015002472020F00075", "amount: 22540", "months: 100", "modification: 4", "notified: 2020-02-06", "holders: 3")
	h.want("21974022200019"+"2022VI2022_242", "amount: 137614", "months:", "framework: 2023-122455T", "ceiling: non")

	h = must(bulk(t, cloudy(string(sample(t, "ods_decp-2022-marches-valides_4_records.json")), "38720000-8", "45112100-6", "66171000-9", "71313100-6")))
	h.want("213502388000192024F00001", "amount: 15295972.57", "holder_sirens: 444719272", "ceiling: non", "flags:", "framework:")
	h.want("213502388000192024T00003", "ceiling: oui")
}

// cloudy gives the contracts of some CPV one of the core list.
func cloudy(content string, cpv ...string) []byte {
	for _, c := range cpv {
		content = strings.ReplaceAll(content, c, "72415000")
	}
	return []byte(content)
}

func FuzzAFileOfContractsIsReadOrRefused(f *testing.F) {
	for _, name := range []string{"legal-2019.json", "legal-2022.json", "export.json"} {
		content, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(content)
	}
	reader := decp.Bulk(cloud(f))
	f.Fuzz(func(t *testing.T, content []byte) {
		if bytes.HasPrefix(content, []byte("PAR1")) {
			return // columnar files have a fuzz of their own
		}
		_, _ = reader.Read(t.Context(), document(content), func(r collect.Row) error {
			for i, c := range reader.Columns {
				if _, ok := c.Kind.Canonical(r.Cells[i]); !ok {
					t.Errorf("%s: %q is not a %s", c.Name, r.Cells[i], c.Kind)
				}
			}
			return nil
		})
	})
}
