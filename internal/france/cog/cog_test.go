package cog_test

import (
	"bytes"
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/collect"
	"vigie/internal/france/cog"
)

func read(t *testing.T, r collect.Reader, content string) ([]collect.Row, collect.Remarks, error) {
	t.Helper()
	var rows []collect.Row
	doc := collect.Document{Body: bytes.NewReader([]byte(content)), Size: int64(len(content)), Charset: "windows-1252"} // guessed wrongly
	remarks, err := r.Read(context.Background(), doc, func(row collect.Row) error {
		if len(row.Cells) != len(r.Columns) {
			t.Errorf("%s has %d cells for %d columns", row.At, len(row.Cells), len(r.Columns))
		}
		for i, c := range r.Columns {
			if cell, ok := c.Kind.Canonical(row.Cells[i]); !ok || cell != row.Cells[i] {
				t.Errorf("%s, %s: %q is not %s", row.At, c.Name, row.Cells[i], c.Kind.Wanted())
			}
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

func TestEachListGivesItsAuthorities(t *testing.T) {
	for _, one := range []struct {
		reader collect.Reader
		file   string
		want   []string
	}{
		{cog.Communes(), "communes.json", []string{
			"/0: 01001,Essai-sur-Rive,123456782,01,84,metro,860", "/1: 2A004,Port-d'Essai,732829320,2A,94,metro,70000", "/4: 98901,Îlot d'essai,,989,989,com,"}},
		{cog.EPCI(), "epci.json", []string{"/0: 123456782,CC de l'Essai,CC,FPU,28363,01001|2A004"}},
		{cog.Departements(), "departements.json", []string{"/0: 01,Essai,84,metro,01053", "/1: 2A,Essai-du-Sud,94,metro,2A004"}},
		{cog.Regions(), "regions.json", []string{"/0: 01,Île d'Essai,drom,97105"}},
	} {
		t.Run(one.reader.Name, func(t *testing.T) {
			rows, remarks, err := read(t, one.reader, fixture(t, one.file))
			if err != nil || len(remarks.Bad)+len(remarks.Unread) > 0 || remarks.Rows != len(one.want) {
				t.Fatal(err, remarks)
			}
			var got []string
			for _, r := range rows {
				got = append(got, r.At+": "+strings.Join(r.Cells, ","))
			}
			if diff := cmp.Diff(one.want, got); diff != "" {
				t.Error(diff)
			}
			if !one.reader.Columns[0].Key || !slices.Contains(remarks.Columns, "code") {
				t.Errorf("columns %v, of the document %v", one.reader.Columns, remarks.Columns)
			}
		})
	}
}

func TestFormerCommunesAreLeftAsideAndCounted(t *testing.T) {
	_, remarks, err := read(t, cog.Communes(), fixture(t, "communes.json"))
	want := []collect.Unread{{What: "arrondissement-municipal", Count: 1, Example: "Essai 1er"}, {What: "commune-deleguee", Count: 1, Example: "Vieil-Essai"}}
	if diff := cmp.Diff(want, remarks.Ignored); diff != "" || err != nil {
		t.Error(diff, err)
	}
}

func TestWhatIsNotKnownIsReported(t *testing.T) {
	_, remarks, err := read(t, cog.Communes(), strings.ReplaceAll(fixture(t, "communes.json"), `"zone":`, `"humeur":"gaie","zone":`))
	if want := []collect.Unread{{What: "humeur", Count: 5, Example: `"gaie"`}}; !cmp.Equal(want, remarks.Unread) || err != nil {
		t.Error(remarks.Unread, err)
	}
}

func TestAnAuthorityThatDoesNotHoldTogetherIsReportedAndLeftOut(t *testing.T) {
	communes, groupings := fixture(t, "communes.json"), fixture(t, "epci.json")
	for name, one := range map[string]struct {
		reader                 collect.Reader
		content, column, found string
	}{
		"a SIREN with a wrong key":     {cog.Communes(), strings.Replace(communes, "123456782", "123456789", 1), "siren", "123456789"},
		"a code read as a number":      {cog.Communes(), strings.Replace(communes, `"code":"01001"`, `"code":1001`, 1), "code", "1001"},
		"no name":                      {cog.Communes(), strings.Replace(communes, "Essai-sur-Rive", "", 1), "nom", ""},
		"a kind that is not known":     {cog.Communes(), strings.Replace(communes, "commune-actuelle", "ville", 1), "type", "ville"},
		"kinds that are not reported":  {cog.Communes(), strings.Replace(communes, `"type":"commune-actuelle",`, "", 1), "type", ""},
		"a zone that is not known":     {cog.Communes(), strings.Replace(communes, `"metro"`, `"lune"`, 1), "zone", "lune"},
		"a population in words":        {cog.Communes(), strings.Replace(communes, "860", `"beaucoup"`, 1), "population", "beaucoup"},
		"a part of an inhabitant":      {cog.Communes(), strings.Replace(communes, "860", "860.5", 1), "population", "860.5"},
		"an object for a name":         {cog.Communes(), strings.Replace(communes, `"Essai-sur-Rive"`, `{"fr":"x"}`, 1), "nom", `{"fr":"x"}`},
		"a grouping without members":   {cog.EPCI(), strings.Replace(groupings, `"membres":[`, `"membres":[],"x":[`, 1), "membres", ""},
		"a member that is no commune":  {cog.EPCI(), strings.Replace(groupings, `{"code":"2A004"`, `{"code":"Ajaccio"`, 1), "membres", "Ajaccio"},
		"a grouping without its SIREN": {cog.EPCI(), strings.Replace(groupings, `"code":"123456782","nom":"CC`, `"nom":"CC`, 1), "code", ""},
	} {
		t.Run(name, func(t *testing.T) {
			rows, remarks, err := read(t, one.reader, one.content)
			if err != nil || len(remarks.Bad) != 1 || len(rows) != remarks.Rows-1 {
				t.Fatalf("gives %d rows of %d, %+v, %v", len(rows), remarks.Rows, remarks.Bad, err)
			}
			if b := remarks.Bad[0]; b.At != "/0" || b.Column != one.column || b.Found != one.found {
				t.Errorf("reports %+v", b)
			}
		})
	}
}

func TestADocumentThatIsNotAListIsRefused(t *testing.T) {
	communes := fixture(t, "communes.json")
	for name, content := range map[string]string{
		"nothing":               "",
		"a page":                "<!doctype html><p>Maintenance",
		"an object":             `{"message":"trop de requêtes"}`,
		"half of the list":      communes[:len(communes)/2],
		"a text in Latin-1":     strings.ReplaceAll(communes, "Î", "\xce"),
		"a list that goes deep": strings.Repeat("[", 100_000),
	} {
		t.Run(name, func(t *testing.T) {
			if _, _, err := read(t, cog.Communes(), content); err == nil {
				t.Error("it is read")
			}
		})
	}
	rows, remarks, err := read(t, cog.Communes(), "[]")
	if err != nil || len(rows)+remarks.Rows > 0 {
		t.Error("an empty list is judged by the bounds of the source:", err)
	}
}
