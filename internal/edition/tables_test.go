package edition_test

import (
	"strings"
	"testing"

	"vigie/internal/edition"
)

// The folder of the published tables is a choice of the site; editions of before have theirs in donnees/.
func TestWhatATableOfTheEditionHeldIsNotNewWhateverItsFolder(t *testing.T) {
	for name, c := range map[string]struct {
		path, rows string
		news       bool
	}{
		"in the folder of a French site":   {"donnees/indicateurs.csv", "identifiant,nom\ncommitments,Made up\n", false},
		"in the folder of another site":    {"open/tables/indicateurs.csv", "identifiant,nom\ncommitments,Made up\n", false},
		"in a table that does not hold it": {"donnees/indicateurs.csv", "identifiant,nom\nharbours,Made up\n", true},
		"in no table":                      {"donnees/harbours.csv", "identifiant,nom\ncommitments,Made up\n", true},
	} {
		t.Run(name, func(t *testing.T) {
			p := newProject(t)
			const file = "data/indicators/commitments.yaml"
			written := p.read(file)
			p.remove(file)
			p.tables = []edition.Fresh{{Path: c.path, Data: []byte(c.rows)}}
			p.create("2026-01-15")
			p.write(file, written)
			h, found := p.compare("2026-01-16")
			if found.Errors() > 0 {
				t.Fatal(found)
			}
			if got := lines(h.Changes()); strings.Contains(got, "new indicators/commitments") != c.news {
				t.Errorf("wanted news: %v; got\n%s", c.news, got)
			}
		})
	}
}

func TestTablesNeverStandAmongTheRecordsOfAnEdition(t *testing.T) {
	for site, want := range map[string]string{"donnees/": "donnees/", "open/tables/": "open/tables/", "data/": "tables/",
		"data/open/": "tables/", "database/": "database/"} {
		if got := edition.TablesFolder(site); got != want {
			t.Errorf("the tables of %s stand in %s, want %s", site, got, want)
		}
	}
}
