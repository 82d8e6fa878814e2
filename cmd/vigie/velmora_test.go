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
	"vigie/internal/output"
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
	public := filepath.Join(t.TempDir(), "public")
	sink, err := output.Open(public, output.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	defer sink.Abort()
	settings.AsOf = cal.NewDay(2026, 11, 30)
	_, more, err := build.Run(t.Context(), build.Options{Project: project, Config: settings, AsOf: settings.AsOf,
		Sink: sink, CacheDir: filepath.Join(root, ".cache")})
	if err != nil {
		t.Fatal(err)
	}
	if found = append(found, more...); len(found) > 0 {
		t.Fatalf("the site has %s: %v", found.Total(), found)
	}
	if _, err := sink.Commit(); err != nil {
		t.Fatal(err)
	}
	t.Run("every number is proven", func(t *testing.T) { provenWhole(t, public, settings) })
	t.Run("no word of the French case", func(t *testing.T) { notFrench(t, public) })
	t.Run("in a browser", func(t *testing.T) { velmoraAsAReaderMeetsIt(t, public) })
}

func provenWhole(t *testing.T, public string, settings config.Config) {
	r, err := verify.Run(t.Context(), verify.Options{Site: os.DirFS(public), Project: tree.Project(velmora), Config: settings, Jobs: 2})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Faults {
		t.Errorf("%s: %s [%s] found %q, data %q", f.File, f.What, f.Figure, f.Found, f.Want)
	}
	if all := r.Total(); all.Found < 1000 || all.Proven != all.Found {
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
		for _, word := range frenchcase.Found(string(data)) {
			t.Errorf("%s holds %s", name, word)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if read < 200 {
		t.Errorf("%d files were read: the site is not whole", read)
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
			small := look(t, chromium, address, browser.View{Width: 360, Height: 640, Dark: true})
			small.Axe(t)
			keep(t, small, "velmora/"+page, "360-dark")
		})
	}
}
