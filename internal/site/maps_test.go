package site_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vigie/internal/record"
	"vigie/internal/site"
	"vigie/internal/theme"
	"vigie/internal/value/lang"
)

// mapped is made-up data: bodies on a map, with a documented service, with a search that
// found nothing, and one that nobody looked at.
const mapped = voices + `
-- data/organisations/south.yaml --
name: South
kind: region
identifiers: [{kind: cog, value: "02"}]
-- data/organisations/atoll.yaml --
name: Atoll
kind: region
identifiers: [{kind: cog, value: "03"}]
-- data/organisations/east.yaml --
name: East
kind: region
identifiers: [{kind: cog, value: "04"}]
-- data/measures/hosting.yaml --
title: Hosting
definition: {fr: Où cela tourne., en: Where it runs.}
asked_of: [region]
answered_by: cases
-- data/silences/south.yaml --
title: South
where: {fr: Le site de South., en: The site of South.}
reason: not-found
measure: hosting
organisations: [south]
searched: 2026-01-01
`

// onTheMap is the map of that data: North and South drawn, Atoll a tile, East nowhere.
func onTheMap(t *testing.T) site.PlaceMap {
	t.Helper()
	s := madeUpSite(t, documents+strings.Replace(mapped, "name: North\n", "name: North\nidentifiers: [{kind: cog, value: \"01\"}]\n", 1),
		"---\nkey: organisations\ntitle: T\ndescription: D.\n---\nT.\n")
	own := *s.Theme
	own.Outlines = map[string]theme.Outlines{"region": {Width: 100, Height: 80, Codes: "cog",
		Credit: theme.Credit{Title: "The island", Author: "A. Surveyor", URL: "https://example.org", Licence: "CC0-1.0"},
		Places: []theme.Outline{{Code: "02", Path: "M0 0l1 1 1-1z"}, {Code: "01", Path: "M9 9l1 1 1-1z"},
			{Code: "03", Tile: &theme.Tile{Width: 40, Height: 10, Label: "Atoll"}}}}}
	s.Theme = &own
	for p := range s.Pages() {
		if list, ok := p.Body.(site.OrganisationsPage); ok && p.Lang == lang.EN {
			if len(list.Maps) != 1 {
				t.Fatalf("%d maps", len(list.Maps))
			}
			return list.Maps[0]
		}
	}
	t.Fatal("there is no page of bodies")
	return site.PlaceMap{}
}

func TestAMapShowsWhatIsKnownOfEachBodyByCode(t *testing.T) {
	m := onTheMap(t)
	var got []string
	for _, p := range m.Places {
		shape := "nowhere"
		if p.Path != "" {
			shape = "drawn"
		} else if p.Tile != nil {
			shape = "tile"
		}
		got = append(got, p.Code+" "+p.Organisation.Text+" "+string(p.Standing)+" "+shape)
	}
	want := "01 North documented drawn, 02 South searched drawn, 03 Atoll unsearched tile, 04 East unsearched nowhere"
	if strings.Join(got, ", ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, ", "), want)
	}
	if len(m.Standings) != 3 {
		t.Errorf("the legend has %v", m.Standings)
	}
}

func TestABodyWithoutAnOutlineIsInTheTableOfTheMap(t *testing.T) {
	s := madeUpSite(t, documents+voices, "---\nkey: organisations\ntitle: T\ndescription: D.\n---\nT.\n")
	html, err := s.Theme.Render(lang.EN, "map", onTheMap(t))
	if err != nil {
		t.Fatal(err)
	}
	drawn, table, _ := strings.Cut(string(html), "<table>")
	for name, want := range map[string]int{"North": 1, "South": 1, "Atoll": 1, "East": 0} {
		if got := strings.Count(drawn, "<title>"+name+", "); got != want {
			t.Errorf("%s is drawn %d times", name, got)
		}
		if strings.Count(table, ">"+name+"</a>") != 1 {
			t.Errorf("%s is not once in the table", name)
		}
	}
	if !strings.Contains(drawn, "A. Surveyor") || !strings.Contains(drawn, "CC0-1.0") {
		t.Error("nobody is named who drew the outlines")
	}
}

// The French outlines have a place for each body of their kinds, and stay light.
func TestEachRegionAndDepartementHasItsPlaceOnTheMap(t *testing.T) {
	s := real(t, nil)
	for kind, outlines := range s.Theme.Outlines {
		has := map[string]bool{}
		for _, p := range outlines.Places {
			has[p.Code] = true
		}
		for _, o := range s.Data.Organisations {
			code, _ := record.IdentifierOf(o.Identifiers, record.IdentifierKind(outlines.Codes))
			if o.Kind == record.BodyKind(kind) && !has[code.Value] {
				t.Errorf("%s (%s) has no place on the map of its kind", o.ID, code.Value)
			}
		}
	}
	files, err := filepath.Glob("../../themes/etat/outlines/*.json")
	if err != nil || len(files) != 2 || len(s.Theme.Outlines) != 2 {
		t.Fatalf("%d files and %d maps: %v", len(files), len(s.Theme.Outlines), err)
	}
	var size int64
	for _, f := range files {
		info, err := os.Stat(f)
		if err != nil {
			t.Fatal(err)
		}
		size += info.Size()
	}
	if most := int64(60_000); size > most {
		t.Errorf("the outlines take %d bytes, and %d at most are light", size, most)
	}
}
