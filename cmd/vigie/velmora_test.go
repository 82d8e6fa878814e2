package main_test

import (
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vigie/internal/build"
	"vigie/internal/config"
	"vigie/internal/test/browser"
	"vigie/internal/test/frenchcase"
	"vigie/internal/value/cal"
	"vigie/internal/value/tree"
	"vigie/internal/verify"
)

// velmora is the observatory of a country that does not exist: its bodies, words,
// lists, menu and theme are its own, and no country is added in Go.
const velmora = "testdata/velmora"

// TestAnotherCountryIsDataAlone builds that observatory once, then proves it, reads
// it for words of the French case, and shows it to a real browser.
func TestAnotherCountryIsDataAlone(t *testing.T) {
	project := tree.Project(velmora)
	settings, found, err := config.Load(project, nil)
	if err != nil {
		t.Fatal(err)
	}
	settings.AsOf = cal.NewDay(2026, 11, 30)
	public, more := siteOf(t, build.Options{Project: project, Config: settings})
	if found = append(found, more...); len(found) > 0 {
		t.Fatalf("the site has %s: %v", found.Total(), found)
	}
	t.Run("every number is proven", func(t *testing.T) { provenWhole(t, public, settings) })
	t.Run("no word of the French case", func(t *testing.T) { notFrench(t, public) })
	t.Run("in its own words", func(t *testing.T) { inItsOwnWords(t, public) })
	t.Run("in a browser", func(t *testing.T) { velmoraAsAReaderMeetsIt(t, public) })
}

func provenWhole(t *testing.T, public string, settings config.Config) {
	r, err := verify.Run(t.Context(),
		verify.Options{Site: os.DirFS(public), Project: tree.Project(velmora), Config: settings, Jobs: 2})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Faults {
		t.Errorf("%s: %s [%s] found %q, data %q", f.File, f.What, f.Figure, f.Found, f.Want)
	}
	if all := r.Total(); all.Found < 10_000 || all.Proven != all.Found {
		t.Errorf("%d of %d numbers are proven", all.Proven, all.Found)
	}
}

// notFrench reads every file that the site publishes, but for the library that draws.
func notFrench(t *testing.T, public string) {
	read := 0
	err := fs.WalkDir(os.DirFS(public), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || strings.HasPrefix(name, "assets/vendor/") {
			return err
		}
		data, err := os.ReadFile(filepath.Join(public, name))
		if err != nil {
			return err
		}
		read++
		if folder, _, _ := strings.Cut(name, "/"); folder == "donnees" || folder == "flux" {
			t.Errorf("%s stands in a folder with a French name", name)
		}
		for _, word := range frenchcase.Found(string(data)) {
			t.Errorf("%s holds %s", name, word)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if read < 1000 {
		t.Errorf("%d files were read: the site is not whole", read)
	}
}

// inItsOwnWords reads what a world needs that has other tiers, two schemes with levels, countries that no
// standard has, and whose first language is not French.
func inItsOwnWords(t *testing.T, public string) {
	for _, c := range []struct{ page, holds, lacks string }{
		{"moorings/index.html", `class="tier-column series2"`, ""},
		// the chart that its front matter names
		{"moorings/index.html", `data-words="indicators/tides-by-hold"`, `data-words="indicators/tier-adoption"`},
		{"moorings/index.html", "Misty Tarn, according to a source", ""},
		{"offices/port-slate/index.html", "assets/style.", "charts."}, // marks have their colour without a chart
		{"seals/index.html", "Brass Seal (deep water), ", "(deep-water)"},
		{"seals/index.html", "Salt Mark (fine salt), ", ""},
		{"seals/filter/brass-seal-coastal/index.html", "Kelp Barge", "Deep Hold"},
		{"holds/gull-deep-hold/index.html", "Shelf with its keeper", "<dd>shelf"},
		{"fr/cales/gull-deep-hold/index.html", "Étagère et gardien", "Shelf"},
		{"fr/sceaux/index.html", "Sceau de laiton (haute mer)", "deep water"},
		{"shipowners/index.html", "Misty Tarn", ">XT<"},
		{"indicators/services-by-shipowner/index.html", "Gull and Daughters", ">gull-and-daughters<"},
		{"sources/audit-2025/index.html", "<h1>Audit", `<h1 lang`},
		{"fr/sources/audit-2025/index.html", `<h1 lang="en">`, ""},
		{"moorings/index.html", "<cite>", `<cite lang`},
		{"datapackage.json", `"title": "The Velmora logbook (made up)"`, `"Le carnet`},
		{"datapackage.json", `"name": "velmora-logbook"`, `"vigie"`},
		{"data/qualifications.csv", "niveau_referentiel,niveau_referentiel_libelle", ""},
		{"data/doctrines.csv", "qualification_demandee,niveau_demande,niveau_demande_libelle,", ""},
		{"charter/index.html", "Brass Seal (deep water)", ""},
		{"data/migrations.csv", "brass-seal_niveau", ""},
		{"data/organismes.csv", "quay,quay_source", "siren"},
	} {
		data, err := os.ReadFile(filepath.Join(public, c.page))
		if err != nil {
			t.Error(err)
			continue
		}
		if page := string(data); !strings.Contains(page, c.holds) || c.lacks != "" && strings.Contains(page, c.lacks) {
			t.Errorf("%s wants %q, and not %q", c.page, c.holds, c.lacks)
		}
	}
	data, err := os.ReadFile(filepath.Join(public, "choose", "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	_, letters, _ := strings.Cut(string(data), `<section class="choice" id="sealed-letters">`)
	letters, tides, _ := strings.Cut(letters, `</section>`)
	if !strings.Contains(letters, "Deep Hold") || !strings.Contains(letters, "Brass Seal (deep water)") {
		t.Error("sealed letters have not the hold that bears the seal of the level that the rule asks for")
	}
	if strings.Contains(letters, "Shallow Hold") || strings.Contains(letters, "Kelp Barge") {
		t.Error("a hold or a ship of a lower level than the rule asks for is offered for sealed letters")
	}
	if strings.Contains(letters, "Kelp Lighter") || !strings.Contains(tides, "Kelp Lighter") {
		t.Error("a ship that bears another mark than the seal that the rule asks for is offered for sealed letters")
	}
}

func velmoraAsAReaderMeetsIt(t *testing.T, public string) {
	chromium := browser.ForTest(t)
	server := httptest.NewServer(http.StripPrefix(below, http.FileServer(http.Dir(public))))
	t.Cleanup(server.Close)
	for page, holds := range map[string]string{
		"":                                 "Logbook",
		"moves/":                           "Port Ember",
		"indicators/crowns-by-year/":       "₢",
		"offices/port-ember/":              "Harbour office",
		"proofs/services-moved/2024/":      "The Lantern",
		"silences/":                        "School boards",
		"fr/indicateurs/moves-by-office/":  "Déplacements",
		"fr/organismes/velmora-council/":   "Conseil des îles",
		"commitments/":                     "Sixty services",
		"moorings/":                        "Where services go",
		"moorings/sealed-hold/":            "Hold of the tide king",
		"choose/":                          "Would whoever reads these letters harm somebody?",
		"seals/":                           "Brass Seal (coastal)",
		"shipowners/kelp-lines/":           "keel number",
		"offices/port-slate/":              "Sealed ship, deduced",
		"indicators/tides-by-hold/":        "Misty Tarn",
		"data/":                            "Qualifications",
		"search/":                          "Ask the log",
		"indicators/moves-by-office/":      "Moves by office",
		"proofs/calculation/moved-growth/": "%",
	} {
		t.Run(page, func(t *testing.T) {
			t.Parallel()
			address := server.URL + below + page
			large := look(t, chromium, address, browser.View{Width: 1440})
			large.Axe(t)
			text, err := browser.Evaluate[string](large, `document.body.innerText`)
			if err != nil || !strings.Contains(text, holds) {
				t.Errorf("the page does not hold %q (%v)", holds, err)
			}
			keep(t, large, "velmora/"+page, "1440")
			small := look(t, chromium, address, browser.View{Width: 320, Height: 640, Dark: true})
			small.Axe(t)
			keep(t, small, "velmora/"+page, "320-dark")
		})
	}
}
