package export_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"vigie/internal/export"
)

func TestEveryColumnIsDocumented(t *testing.T) {
	name := regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)
	tables := made(t)
	for _, x := range tables {
		if x.Title.FR == "" || x.Title.EN == "" || x.About.FR == "" || x.About.EN == "" || x.Slug.FR == "" || x.Slug.EN == "" || !name.MatchString(x.ID) {
			t.Errorf("table %s: title, description or slug is missing", x.ID)
		}
		seen := map[string]bool{}
		for _, c := range x.Columns {
			if !name.MatchString(c.Name) || seen[c.Name] {
				t.Errorf("%s: column %q is odd or there twice", x.ID, c.Name)
			}
			seen[c.Name] = true
			if c.Label.FR == "" || c.Label.EN == "" || !strings.HasSuffix(c.Meaning.FR, ".") || !strings.HasSuffix(c.Meaning.EN, ".") {
				t.Errorf("%s.%s: label or meaning is missing", x.ID, c.Name)
			}
			if !slices.Contains(export.Types(), c.Type) {
				t.Errorf("%s.%s: type %q", x.ID, c.Name, c.Type)
			}
			if c.Refers != "" {
				if other, ok := export.Find(tables, c.Refers); !ok || other.Columns[0].Name != "identifiant" {
					t.Errorf("%s.%s refers to %q", x.ID, c.Name, c.Refers)
				}
			}
		}
	}
}

func TestTablesCountWhatTheDatasetHolds(t *testing.T) {
	ds, tables := real(t)
	claims := 0
	for _, s := range ds.Series {
		for _, p := range s.Points {
			claims += max(1, len(p.Claims))
		}
	}
	statuses := 0
	for _, m := range ds.Migrations {
		statuses += len(m.Statuses)
	}
	for id, want := range map[string]int{"organismes": len(ds.Organisations), "fournisseurs": len(ds.Providers), "offres": len(ds.Offers),
		"qualifications": len(ds.Qualifications), "migrations": statuses, "series": claims, "engagements": len(ds.Commitments),
		"evenements": len(ds.Events), "doctrines": len(ds.Doctrines), "calculs": len(ds.Calculations), "contradictions": len(ds.Contradictions),
		"silences": len(ds.Silences), "sources": len(ds.Sources), "affirmations": len(ds.Claims)} {
		if got := table(t, tables, id).Count; got != want || want == 0 {
			t.Errorf("%s: %d rows for %d", id, got, want)
		}
	}
}

func TestRowsAreSortedByIdentifierAndKeysAreUnique(t *testing.T) {
	_, tables := real(t)
	for _, x := range tables {
		if x.ID == "series" {
			continue // in order of time within a series; several claims on one observation
		}
		last := ""
		seen := map[string]bool{}
		for row := range x.Rows {
			if row[0].Text < last {
				t.Errorf("%s: %s comes after %s", x.ID, row[0].Text, last)
			}
			last = row[0].Text
			var key []string
			for i, c := range x.Columns {
				if c.Key {
					key = append(key, row[i].Text)
				}
			}
			if k := strings.Join(key, "/"); seen[k] || slices.Contains(key, "") {
				t.Errorf("%s: key %s is there twice or has a hole", x.ID, k)
			} else {
				seen[k] = true
			}
		}
	}
}

func TestCodesHaveNoLeadingZeroLost(t *testing.T) {
	x := table(t, made(t), "organismes")
	if got := cell(t, x, 0, "quai"); got != "012345678" {
		t.Errorf("the number %q", got)
	}
	if got := cell(t, x, 1, "carte"); got != "01001" {
		t.Errorf("code_geo %q", got)
	}
}

func TestWhatIsNotKnownIsEmptyWithItsReason(t *testing.T) {
	tables := made(t)
	tests := []struct {
		name, table    string
		row            int
		empty          string
		status, reason string
	}{
		{"a body without documented service", "organismes", 1, "services_documentes", "unknown", "not-collected"},
		{"a provider whose country nobody states", "fournisseurs", 0, "pays_immatriculation", "unknown", "not-collected"},
		{"a request without dates", "qualifications", 1, "valide_au", "unknown", "expected"},
		{"an observation that nobody documents", "series", 3, "valeur_publiee_min", "unknown", "not-published"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			x := table(t, tables, tt.table)
			if v, s, r := cell(t, x, tt.row, tt.empty), cell(t, x, tt.row, "statut_valeur"), cell(t, x, tt.row, "motif_absence"); v != "" || s != tt.status || r != tt.reason {
				t.Errorf("%s is %q, status %q, reason %q", tt.empty, v, s, r)
			}
		})
	}
}

func TestADisputedObservationKeepsEachClaimAndPublishesARange(t *testing.T) {
	x := table(t, made(t), "series")
	for n, want := range []struct{ id, low, first, sense string }{{"y23", "34500000", "true", "exact"}, {"y24b", "44000000", "true", "about"}, {"y24a", "51600000", "false", "exact"}} {
		if got := cell(t, x, n, "affirmation"); got != want.id {
			t.Fatalf("row %d is claim %q, want %q", n, got, want.id)
		}
		if cell(t, x, n, "montant_eur_min") != want.low || cell(t, x, n, "premiere") != want.first || cell(t, x, n, "valeur_sens") != want.sense {
			t.Errorf("claim %s: %s, first %s, sense %s", want.id, cell(t, x, n, "montant_eur_min"), cell(t, x, n, "premiere"), cell(t, x, n, "valeur_sens"))
		}
	}
	if cell(t, x, 2, "statut_valeur") != "disputed" || cell(t, x, 2, "valeur_publiee_min") != "44000000" || cell(t, x, 2, "valeur_publiee_max") != "51600000" {
		t.Error("the disputed observation is not published as a range")
	}
	if got := cell(t, x, 4, "montant_eur_min"); got != "" {
		t.Errorf("a percentage stands in a column of euros: %q", got)
	}
}

func TestOneMigrationIsOneRowPerStatus(t *testing.T) {
	x := table(t, made(t), "migrations")
	for n, want := range []struct{ status, current, start, end string }{{"planned", "false", "2025-01-01", "2025-12-31"}, {"live", "true", "2026-02-01", "2026-02-28"}} {
		if cell(t, x, n, "statut") != want.status || cell(t, x, n, "actuel") != want.current || cell(t, x, n, "date_debut") != want.start || cell(t, x, n, "date_fin") != want.end {
			t.Errorf("row %d: %s %s", n, cell(t, x, n, "statut"), cell(t, x, n, "actuel"))
		}
	}
}
