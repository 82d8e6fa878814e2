package territory_test

import (
	"os"
	"testing"

	"vigie/internal/collected"
	"vigie/internal/corpus"
	"vigie/internal/france/cog"
	"vigie/internal/france/territory"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// The places of these tests are made up.

// table is a collected list with the cells given, by name of column.
func table(columns []collected.Column, reader string, rows ...map[string]string) *collected.Collected {
	c := &collected.Collected{Columns: columns, State: collected.State{Source: reader + "-2026", Reader: reader}}
	for _, cells := range rows {
		var r collected.Row
		for _, col := range columns {
			r.Cells = append(r.Cells, cells[col.Name])
		}
		c.Rows = append(c.Rows, r)
	}
	return c
}

func communes(rows ...map[string]string) *collected.Collected {
	return table(cog.Communes().Columns, cog.Communes().Name, rows...)
}

func groupings(rows ...map[string]string) *collected.Collected {
	return table(cog.EPCI().Columns, cog.EPCI().Name, rows...)
}

func few() []*territory.Universe {
	return territory.In([]*collected.Collected{
		communes(map[string]string{"code": "01001", "siren": "210100012", "nom": "Val-Dieu", "zone": "metro"},
			map[string]string{"code": "01002", "nom": "Val-Dieu-la-Forêt", "zone": "metro"},
			map[string]string{"code": "01003", "nom": "L'Étang", "zone": "drom"},
			map[string]string{"code": "02003", "nom": "L'Étang", "zone": "metro"},
			map[string]string{"code": "98411", "nom": "Îles", "zone": "com"}),
		groupings(map[string]string{"siren": "200000172", "nom": "CC du Val", "type": "CC"}),
	})
}

func TestAUniverseCountsWithoutTheOverseasCollectivities(t *testing.T) {
	u, ok := territory.OfKind(few(), territory.Commune)
	if !ok || u.Count() != 4 || u.Source != "cog-communes-2026" {
		t.Errorf("got %d in %s", u.Count(), u.Source)
	}
	if _, ok := u.Code("98411"); !ok {
		t.Error("a code overseas is not known")
	}
	if _, ok := territory.OfKind(few(), territory.Region); ok {
		t.Error("what was not collected has a universe")
	}
}

func TestAnOrganisationIsFoundByItsCodeOrItsSIREN(t *testing.T) {
	all := few()
	towns, _ := territory.OfKind(all, territory.Commune)
	groups, _ := territory.OfKind(all, territory.Intercommunal)
	tests := []struct {
		name string
		in   *territory.Universe
		o    record.Organisation
		want string
	}{
		{"by code", towns, record.Organisation{Kind: territory.Commune, Identifiers: numbered(territory.CodeKind, "01002")}, "Val-Dieu-la-Forêt"},
		{"by SIREN", towns, record.Organisation{Kind: territory.Commune, Identifiers: numbered(territory.SIRENKind, "210100012")}, "Val-Dieu"},
		{"a code of another kind", towns, record.Organisation{Kind: territory.Departement, Identifiers: numbered(territory.CodeKind, "01002")}, ""},
		{"a grouping", groups, record.Organisation{Kind: territory.Intercommunal, Identifiers: numbered(territory.SIRENKind, "200000172")}, "CC du Val"},
		{"a local authority that the code lists among the groupings", groups, record.Organisation{Kind: "local-authority", Identifiers: numbered(territory.SIRENKind, "200000172")}, "CC du Val"},
		{"without number", groups, record.Organisation{Kind: territory.Intercommunal}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if p, ok := tt.in.Of(&tt.o); p.Name != tt.want || ok != (tt.want != "") {
				t.Errorf("got %q", p.Name)
			}
		})
	}
}

func TestANameIsBorneByTheOneItNamesBest(t *testing.T) {
	u, _ := territory.OfKind(few(), territory.Commune)
	short, _ := u.Code("01001")
	long, _ := u.Code("01002")
	lake, _ := u.Code("01003")
	tests := []struct {
		name string
		of   territory.Place
		want bool
	}{
		{"Commune de Val-Dieu", short, true},
		{"Commune de Val Dieu la Foret", long, true},
		{"Commune de Val-Dieu-la-Forêt", short, false},
		{"Commune de Val-Dieu", long, false},
		{"Ville de l’Etang", lake, true}, // two bear the name: nothing says which
		{"Val-Dieu-la", long, true},
		{"Commune de Montagne", lake, false},
	}
	for _, tt := range tests {
		if got := u.Bears(tt.name, tt.of); got != tt.want {
			t.Errorf("%s, for %s: %v", tt.name, tt.of.Name, got)
		}
	}
}

func TestTheNearestPlaceIsTheOneThatIsNamed(t *testing.T) {
	u, _ := territory.OfKind(few(), territory.Commune)
	for _, tt := range []struct{ number, name, want string }{
		{"09999", "Commune de Val-Dieu-la-Forêt", "01002"},
		{"01011", "Sans nom connu", "01001"},
		{"zzzzz", "Sans nom connu", ""},
	} {
		if p, _ := u.Nearest(tt.number, tt.name); p.Number() != tt.want {
			t.Errorf("%s, %s: got %q, want %q", tt.number, tt.name, p.Number(), tt.want)
		}
	}
}

func TestTheCollectedCodeHasTheNumbersThatAreKnown(t *testing.T) {
	read, _, err := corpus.Load(os.DirFS("../../.."), "data", lang.Composed())
	if err != nil {
		t.Fatal(err)
	}
	all := territory.In(read.Collected)
	if len(all) == 0 {
		t.Skip("the code was not collected")
	}
	for kind, want := range map[record.BodyKind]int{territory.Commune: 34875, territory.Departement: 101, territory.Region: 18, territory.Intercommunal: 1255} {
		if u, _ := territory.OfKind(all, kind); u == nil || u.Count() != want {
			t.Errorf("%s: %d, want %d", kind, u.Count(), want)
		}
	}
	name := lang.Name("Ville de Lyon")
	u, _ := territory.OfKind(all, territory.Commune)
	if p, _ := u.Of(&record.Organisation{Kind: territory.Commune, Name: name, Identifiers: numbered(territory.CodeKind, "69123")}); !u.Bears(name.FR, p) {
		t.Errorf("%s is not named by %q", name.FR, p.Name)
	}
}

func numbered(kind record.IdentifierKind, value string) []record.Identifier {
	return []record.Identifier{{Kind: kind, Value: value}}
}
