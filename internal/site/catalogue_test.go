package site_test

import (
	"slices"
	"strings"
	"testing"

	"vigie/internal/site"
)

// frozen are the identifiers by which portals know the datasets, for ever. Add to this list,
// and never take from it: a dataset whose identifier changes is harvested twice.
var frozen = []string{
	"organismes", "fournisseurs", "offres", "qualifications", "migrations", "series", "indicateurs", "calculs",
	"engagements", "evenements", "doctrines", "constats", "contradictions", "contradictions_affirmations", "silences",
	"carte_des_silences", "demandes", "sources", "affirmations", "corrections", "mesures", "perimetres", "niveaux",
	"unites", "journal",
	"collecte/anssi-catalogue", "collecte/dgcl-epci-2026", "collecte/insee-cog-2026",
	"collecte/insee-cog-2026-departements", "collecte/insee-cog-2026-regions",
}

func TestPortalsKnowEachDatasetByTheSameIdentifierForEver(t *testing.T) {
	s := withAddress(t)
	c := s.Catalogue()
	var found []string
	for _, d := range c.Datasets {
		found = append(found, d.ID)
		if c.Identifier(d) != "vigie/"+d.ID {
			t.Errorf("%s is known as %s", d.ID, c.Identifier(d))
		}
		if strings.HasPrefix(d.ID, "collecte/") != (d.Creator != "") || d.Modified.IsZero() || len(d.Pages) != 2 {
			t.Errorf("%s: made by %q, changed on %s, pages %v", d.ID, d.Creator, d.Modified, d.Pages)
		}
	}
	for _, id := range frozen {
		if !slices.Contains(found, id) {
			t.Errorf("%s is in the catalogue no more", id)
		}
	}
	for _, id := range found {
		if !slices.Contains(frozen, id) {
			t.Errorf("%s is new: freeze its identifier here", id)
		}
	}
}

func TestTheCatalogueHoldsFullAddressesAloneAndIsNotMadeWithoutOne(t *testing.T) {
	s := withAddress(t)
	g := s.Catalogue().Graph()
	if err := g.Check(); err != nil {
		t.Error(err)
	}
	if g.Count() < 1000 {
		t.Errorf("%d statements", g.Count())
	}
	files, without := extras(s), extras(real(t, nil))
	for _, path := range []string{"catalog.ttl", "catalog.jsonld", "catalog.rdf"} {
		if !strings.Contains(files[path], "https://vigie.example.org/etat/catalog.ttl#organismes") {
			t.Errorf("%s does not name a table by its address", path)
		}
		if without[path] != "" {
			t.Errorf("%s is made for a site without an address", path)
		}
		if !strings.Contains(files["_headers"], "/"+path+"\n  Access-Control-Allow-Origin: *\n  Content-Type: ") ||
			strings.Contains(without["_headers"], path) {
			t.Errorf("%s has no media type of its own, or has one where it is not", path)
		}
	}
}

func TestThePageOfDataSaysWhereTheCatalogueIsOrWhyThereIsNone(t *testing.T) {
	for name, tt := range map[string]struct {
		s    *site.Site
		want string
	}{
		"with an address":    {withAddress(t), `href="/catalog.ttl"`},
		"without an address": {real(t, nil), "n’a pas encore la sienne"},
	} {
		t.Run(name, func(t *testing.T) {
			if page := rendered(t, tt.s, "data")["/donnees/"]; !strings.Contains(page, tt.want) {
				t.Errorf("the page does not hold %q", tt.want)
			}
		})
	}
}

func TestEachCSVHasItsDescriptionBesideIt(t *testing.T) {
	files := extras(withAddress(t))
	described := 0
	for path := range files {
		folder, name, _ := strings.Cut(strings.TrimPrefix(path, "donnees/"), "/")
		if !strings.HasSuffix(path, ".csv") || !strings.HasPrefix(path, "donnees/") || name != "" && folder != "collecte" ||
			strings.HasSuffix(path, "-groupes.csv") {
			continue
		}
		described++
		if !strings.Contains(files[path+"-metadata.json"], `"http://www.w3.org/ns/csvw"`) {
			t.Errorf("%s is not described", path)
		}
	}
	if described < 55 {
		t.Errorf("%d CSVs are described", described)
	}
}
