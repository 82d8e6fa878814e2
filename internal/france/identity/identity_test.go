package identity_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/collect"
	"vigie/internal/france/identity"
)

const (
	bySIREN = "https://recherche-entreprises.example/search?q=123456782&minimal=true&include=siege"
	byName  = "https://recherche-entreprises.example/search?q=agence&est_administration=true"
)

func read(t *testing.T, address, content string) ([]collect.Row, collect.Remarks, error) {
	t.Helper()
	reader := identity.Reader()
	var rows []collect.Row
	doc := collect.Document{URL: address, Body: bytes.NewReader([]byte(content)), Size: int64(len(content))}
	remarks, err := reader.Read(context.Background(), doc, func(row collect.Row) error {
		for i, c := range reader.Columns {
			if cell, ok := c.Kind.Canonical(row.Cells[i]); !ok || cell != row.Cells[i] {
				t.Errorf("%s, %s: %q is not %s", row.At, c.Name, row.Cells[i], c.Kind.Wanted())
			}
		}
		rows = append(rows, row)
		return nil
	})
	return rows, remarks, err
}

func fixture(t *testing.T) string {
	t.Helper()
	content, err := os.ReadFile("testdata/answer.json")
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func TestASearchGivesABody(t *testing.T) {
	for _, address := range []string{bySIREN, byName} {
		rows, remarks, err := read(t, address, fixture(t))
		want := []collect.Row{{Cells: []string{"123456782", "AGENCE D'ESSAI", "ADE", "7389", "A", "75115"}, At: "/results/0"}}
		if diff := cmp.Diff(want, rows); diff != "" || err != nil || remarks.Rows != 1 || len(remarks.Bad)+len(remarks.Unread)+len(remarks.Ignored) > 0 {
			t.Error(diff, err, remarks)
		}
	}
}

func TestNothingOfPeopleIsKept(t *testing.T) {
	people := []string{"Imaginaire", "Camille", "Inventé", "Dominique", "PERSONNE"}
	content := fixture(t)
	for name, answer := range map[string]string{
		"leaders and elected people": content,
		"leaders renamed":            strings.Replace(content, `"dirigeants"`, `"representants"`, 1),
		"a sole trader": strings.NewReplacer("AGENCE D'ESSAI", "PERSONNE", "essai (agence)", "PERSONNE", "7389", "1000").
			Replace(content),
		"somebody who opposed": strings.NewReplacer("AGENCE D'ESSAI", "PERSONNE", "essai (agence)", "PERSONNE", `"statut_diffusion":"O"`, `"statut_diffusion":"P"`).
			Replace(content),
		"a leader in place of a name": strings.Replace(content, `"AGENCE D'ESSAI"`, `{"nom":"PERSONNE"}`, 1),
	} {
		t.Run(name, func(t *testing.T) {
			rows, remarks, err := read(t, byName, answer)
			if err != nil {
				t.Fatal(err)
			}
			all := fmt.Sprintf("%+v %+v", rows, remarks)
			for _, p := range people {
				if strings.Contains(all, p) {
					t.Errorf("%s stands in %s", p, all)
				}
			}
		})
	}
	rows, remarks, err := read(t, bySIREN, strings.Replace(content, "7389", "1000", 1))
	want := []collect.Unread{{What: "personne physique", Count: 1}}
	if diff := cmp.Diff(want, remarks.Ignored); diff != "" || len(rows) > 0 || err != nil {
		t.Error(diff, rows, err)
	}
	_, remarks, _ = read(t, bySIREN, strings.Replace(content, `"dirigeants"`, `"representants"`, 1))
	if diff := cmp.Diff([]collect.Unread{{What: "representants", Count: 1}}, remarks.Unread); diff != "" {
		t.Error(diff)
	}
}

func TestABodyThatIsNotTheOneAskedForIsReported(t *testing.T) {
	content := fixture(t)
	for name, one := range map[string]struct{ content, column, found string }{
		"another body":             {strings.Replace(content, `"siren":"123456782"`, `"siren":"732829320"`, 1), "siren", "732829320"},
		"no body at all":           {`{"results":[],"total_results":0}`, "siren", "no body"},
		"a SIREN with a wrong key": {strings.Replace(content, `"siren":"123456782"`, `"siren":"123456789"`, 1), "siren", "123456789"},
		"no name":                  {strings.NewReplacer("AGENCE D'ESSAI", "", "essai (agence)", "").Replace(content), "nom_raison_sociale", ""},
		"another state":            {strings.Replace(content, `"etat_administratif":"A"`, `"etat_administratif":"X"`, 1), "etat_administratif", "X"},
		"a category in words":      {strings.Replace(content, `"7389"`, `"EPA"`, 1), "nature_juridique", "EPA"},
		"a commune in words":       {strings.Replace(content, `"75115"`, `"Paris"`, 1), "siege/commune", "Paris"},
		"a seat that is none":      {content[:strings.Index(content, `"siege"`)] + `"siege":3}],"total_results":1}`, "siege", ""},
	} {
		t.Run(name, func(t *testing.T) {
			rows, remarks, err := read(t, bySIREN, one.content)
			if err != nil || len(rows) > 0 || len(remarks.Bad) != 1 || remarks.Rows != 1 {
				t.Fatal(rows, remarks, err)
			}
			if b := remarks.Bad[0]; b.Column != one.column || b.Found != one.found {
				t.Errorf("reports %+v", b)
			}
		})
	}
}

func TestResultsOnOtherPagesAreCounted(t *testing.T) {
	_, remarks, err := read(t, byName, strings.Replace(fixture(t), `"total_results":1`, `"total_results":40`, 1))
	want := []collect.Unread{{What: "résultats au-delà de la première page", Count: 39}}
	if diff := cmp.Diff(want, remarks.Ignored); diff != "" || err != nil {
		t.Error(diff, err)
	}
}

func TestAnAnswerThatIsNoneIsRefused(t *testing.T) {
	content := fixture(t)
	for name, one := range map[string]struct{ address, content string }{
		"nothing":                            {bySIREN, ""},
		"a page":                             {bySIREN, "<!doctype html><p>Maintenance"},
		"an error in JSON":                   {bySIREN, `{"erreur":"Veuillez indiquer au moins un paramètre de recherche."}`},
		"half of an answer":                  {bySIREN, content[:len(content)/2]},
		"results that are no list":           {bySIREN, `{"results":{"siren":"123456782"}}`},
		"results renamed":                    {bySIREN, strings.Replace(content, `"results"`, `"resultats"`, 1)},
		"a text in Latin-1":                  {bySIREN, strings.ReplaceAll(content, "é", "\xe9")},
		"a search by name among everybody":   {"https://recherche-entreprises.example/search?q=agence", content},
		"a search by a number that is wrong": {"https://recherche-entreprises.example/search?q=123456789", content},
		"a search for nothing":               {"https://recherche-entreprises.example/search", content},
	} {
		t.Run(name, func(t *testing.T) {
			if rows, _, err := read(t, one.address, one.content); err == nil {
				t.Errorf("it is read: %v", rows)
			}
		})
	}
}
