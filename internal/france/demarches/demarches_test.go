package demarches_test

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/collect"
	"vigie/internal/france/demarches"
	"vigie/internal/value/cal"
)

func document(content string) collect.Document {
	return collect.Document{URL: "https://observatoire.example/api/procedures", Body: bytes.NewReader([]byte(content)), Size: int64(len(content))}
}

func read(t *testing.T, content string) ([]collect.Row, collect.Remarks, error) {
	t.Helper()
	reader := demarches.Reader()
	var rows []collect.Row
	remarks, err := reader.Read(context.Background(), document(content), func(row collect.Row) error {
		if len(row.Cells) != len(reader.Columns) {
			t.Errorf("%s has %d cells for %d columns", row.At, len(row.Cells), len(reader.Columns))
		}
		for i, c := range reader.Columns {
			cell, ok := c.Kind.Canonical(row.Cells[i])
			if !ok {
				t.Errorf("%s, %s: %q is not %s", row.At, c.Name, row.Cells[i], c.Kind.Wanted())
			}
			row.Cells[i] = cell
		}
		rows = append(rows, row)
		return nil
	})
	return rows, remarks, err
}

func fixture(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func TestEditionsLeadToTheirProcedures(t *testing.T) {
	editions := fixture(t, "editions.json")
	got, err := demarches.Reader().Follow(t.Context(), document(editions))
	want := []string{"/api/procedures?editionId=0000000000000000000000b2", "/api/procedures?editionId=0000000000000000000000b1"}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
	rows, remarks, err := read(t, editions)
	if err != nil || len(rows)+remarks.Rows+len(remarks.Unread) > 0 {
		t.Error("a list of editions has no procedure:", rows, remarks, err)
	}
	if got, err := demarches.Reader().Follow(t.Context(), document(fixture(t, "procedures.json"))); err != nil || got != nil {
		t.Error("procedures lead to", got, err)
	}
	if _, err := demarches.Reader().Follow(t.Context(), document(strings.Replace(editions, "0000000000000000000000b2", "../../etat?x=", 1))); err == nil {
		t.Error("an identifier that is none is followed")
	}
}

func TestProceduresAreRead(t *testing.T) {
	rows, remarks, err := read(t, fixture(t, "procedures.json"))
	if err != nil || len(remarks.Bad)+len(remarks.Unread) > 0 {
		t.Fatal(err, remarks)
	}
	var got []string
	for _, r := range rows {
		got = append(got, r.At+": "+strings.Join(r.Cells[1:], ","))
	}
	want := []string{
		"/0: 000000000000000000000001,Janvier 2026,2026-01-01,2026-03-31,12,Essayer une démarche,Ministère des Essais,Agence d'essai,250000,oui,partiel,87.5,99.97,1203,7.6",
		"/1: 000000000000000000000002,,,,7,Marquer comme autrefois,Ministère des Essais,,,proactive,non,,99.9,,",
		"/2: 000000000000000000000003,,,,,Attendre,Ministère de l'Attente,A,10,,,,,,",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if remarks.Rows != 3 || remarks.Edition != cal.MustDate("2026-03-31") {
		t.Errorf("reports %+v", remarks)
	}
	if want := []collect.Unread{{What: "démarche sans édition (brouillon)", Count: 1, Example: "Brouillon"}}; !cmp.Equal(want, remarks.Ignored) {
		t.Errorf("ignores %+v", remarks.Ignored)
	}
}

func TestWhatIsNotKnownIsReported(t *testing.T) {
	content := strings.NewReplacer(`"label":"Oui"`, `"label":"Peut-être"`, `"7.6"`, `"bonne"`, `"slug":"auth"`, `"slug":"humeur"`, `"noJdma":true`, `"noJdma":true,"cloud":"oui"`).
		Replace(fixture(t, "procedures.json"))
	rows, remarks, err := read(t, content)
	if err != nil || len(rows) != 3 || len(remarks.Bad) > 0 {
		t.Fatal(len(rows), remarks, err)
	}
	want := []collect.Unread{
		{What: "cloud", Count: 1, Example: `"oui"`},
		{What: "fields/humeur", Count: 1, Example: "FranceConnect"},
		{What: "marque inconnue de online : « Peut-être »", Count: 1, Example: "https://example.org/essai", EN: "unknown mark of online: “Peut-être”"},
		{What: "valeur de satisfaction qui n’est pas un nombre", Count: 1, Example: "bonne", EN: "value of satisfaction that is not a number"},
	}
	if diff := cmp.Diff(want, remarks.Unread); diff != "" {
		t.Error(diff)
	}
	if rows[0].Cells[10] != "" || rows[0].Cells[15] != "" {
		t.Errorf("what is not known is read as %q", rows[0].Cells)
	}
}

func TestAProcedureThatDoesNotHoldTogetherIsReportedAndLeftOut(t *testing.T) {
	content := fixture(t, "procedures.json")
	for name, one := range map[string]struct{ old, new, column, found string }{
		"without a title":         {`"Essayer une démarche"`, "null", "title", ""},
		"without its ministry":    {`"Ministère des Essais"`, `""`, "ministere", ""},
		"with another identifier": {`"id":"000000000000000000000001"`, `"id":1`, "id", "1"},
		"above a hundred percent": {`"99.97"`, `"9997"`, "uptime", "9997"},
		"a share of one":          {`"99.97"`, `"0.9997"`, "uptime", "0.9997"},
		"above ten out of ten":    {`"7.6"`, `"76"`, "satisfaction", "76"},
		"a volume in words":       {"250000", `"beaucoup"`, "volume", "beaucoup"},
		"a negative volume":       {"250000", "-1", "volume", "-1"},
		"an indicator twice":      {`"slug":"handicap"`, `"slug":"online"`, "online", "online"},
		"a day that is none":      {"2026-03-31T00:00:00.000Z", "fin mars", "end_date", "fin mars"},
		"an object for a title":   {`"Essayer une démarche"`, `{"fr":"x"}`, "title", `{"fr":"x"}`},
		"an edition that is none": {`"edition":{"id":"0000000000000000000000b1","name":"Janvier 2026","start_date":"2025-12-31T23:00:00.000Z","end_date":"2026-03-31T00:00:00.000Z","created_at":"2026-04-10T00:00:00.000Z","version":2}`, `"edition":3`, "edition", "3"},
	} {
		t.Run(name, func(t *testing.T) {
			broken := strings.Replace(content, one.old, one.new, 1)
			if broken == content {
				t.Fatalf("the fixture holds no %s", one.old)
			}
			rows, remarks, err := read(t, broken)
			if err != nil || len(remarks.Bad) != 1 || len(rows) != 2 || remarks.Rows != 3 {
				t.Fatalf("gives %d rows, %+v, %v", len(rows), remarks, err)
			}
			if b := remarks.Bad[0]; b.At != "/0" || b.Column != one.column || b.Found != one.found {
				t.Errorf("reports %+v", b)
			}
		})
	}
}

func TestADocumentThatIsNotAListIsRefused(t *testing.T) {
	procedures := fixture(t, "procedures.json")
	for name, content := range map[string]string{
		"nothing":                  "",
		"a page":                   "<!doctype html><p>Maintenance",
		"a message":                `{"message":"Unauthorized"}`,
		"half of the list":         procedures[:len(procedures)/2],
		"a text in Latin-1":        strings.ReplaceAll(procedures, "é", "\xe9"),
		"a list of something else": `[{"id":"1","nom":"x"}]`,
		"indicators renamed":       strings.ReplaceAll(procedures, `"fields"`, `"indicateurs"`),
	} {
		t.Run(name, func(t *testing.T) {
			if rows, _, err := read(t, content); err == nil {
				t.Errorf("it is read: %d rows", len(rows))
			}
		})
	}
	if rows, _, err := read(t, "[]"); err != nil || rows != nil {
		t.Error("an empty list is judged by the bounds of the source:", err)
	}
}

func TestTheStructureOfTheSampleIsRead(t *testing.T) {
	content, err := os.ReadFile("../../../../shared/samples/synthetic/observatoire_api_procedures.json")
	if err != nil {
		t.Skip("skipped: the sample is not beside the project (../shared/samples)")
	}
	rows, remarks, err := read(t, string(content))
	if err != nil || len(rows) != 1 || len(remarks.Bad)+len(remarks.Unread) > 0 {
		t.Fatal(rows, remarks, err)
	}
	if got := strings.Join(rows[0].Cells[2:], ","); got != "Édition exemple,2026-01-01,2026-03-31,1,Exemple de démarche (SYNTHETIC),Ministère X,Administration Y,250000,oui,,,99.9,," {
		t.Error(got)
	}
}
