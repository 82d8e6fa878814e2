package main_test

import (
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzhttp"

	"vigie/internal/build"
	"vigie/internal/config"
	"vigie/internal/france"
	"vigie/internal/output"
	"vigie/internal/test/browser"
	"vigie/internal/value/cal"
	"vigie/internal/value/problem"
)

var shots = flag.String("shots", "", "folder to put pictures of every kind of page in")

const (
	root  = "../.."            // the project's folder
	below = "/un/sous/chemin/" // where the site is served

	onItsDay  = "2026-11-30T12:00:00+01:00" // a reader comes on the day that the real site is made for
	yearsLate = "2029-11-23T12:00:00+01:00"
)

// TestTheSiteAsAReaderMeetsIt builds the real site and shows a page of every
// kind to a real browser: on a phone and on a large screen, in the light and in
// the dark, with scripts and without, served from a sub-path and opened from the
// disk. What a page costs on a phone is held to doc/budgets.yaml.
func TestTheSiteAsAReaderMeetsIt(t *testing.T) {
	public := realSite(t)
	t.Run("in the letters of its fonts", func(t *testing.T) { inTheLettersOfItsFonts(t, public) })
	t.Run("every section has a heading", func(t *testing.T) { everySectionHasAHeading(t, public) })
	t.Run("other programs read the same", func(t *testing.T) { otherProgramsReadTheSame(t, public) })
	chromium := browser.ForTest(t)
	kinds := kindsOfPages(t, public)
	allowed := readBudgets(t, kinds)
	pages := oneOfEachKind(t, public, kinds)
	server := httptest.NewServer(http.StripPrefix(below, gzhttp.GzipHandler(http.FileServer(http.Dir(public)))))
	t.Cleanup(server.Close)

	t.Run("by keyboard", func(t *testing.T) { byKeyboard(t, chromium, server.URL+below) })
	for _, page := range pages {
		t.Run(page, func(t *testing.T) {
			t.Parallel()
			address := server.URL + below + strings.TrimSuffix(page, "index.html")
			// Each template is seen in both languages, so each sees the other half of the modes.
			english := strings.HasPrefix(page, "en/")
			large := look(t, chromium, address, browser.View{Width: 1440, Dark: english})
			large.Axe(t)
			still(t, large)
			keep(t, large, page, "1440"+inTheDark(english))
			small := look(t, chromium, address, browser.View{Width: 360, Height: 640, Dark: !english, FirstVisit: true})
			allowed.hold(t, small)
			small.Axe(t)
			keep(t, small, page, "360"+inTheDark(!english))
			if page == "index.html" || page == "qualifications/index.html" {
				still(t, look(t, chromium, address, browser.View{Width: 360, Height: 640, At: yearsLate}))
			}
			if english {
				return // the same template as in French, and shorter words
			}
			look(t, chromium, address, browser.View{Width: 768})
			look(t, chromium, address, browser.View{Width: 360, NoScript: true})
			look(t, chromium, browser.FileURL(filepath.Join(public, page)), browser.View{Width: 1024})
		})
	}
}

// realSite builds the project's own site, as of a day that never changes.
func realSite(t *testing.T) string {
	t.Helper()
	project := os.DirFS(root)
	settings, found, err := config.Load(project, nil, france.Extension().Settings...)
	if err != nil || found.Errors() > 0 {
		t.Fatal(err, found)
	}
	settings.AsOf = cal.NewDay(2026, 11, 30)
	public, found := siteOf(t, build.Options{Project: project, Config: settings, Country: france.Extension()})
	if found.Errors() > 0 {
		t.Fatalf("the site has %s: %v", found.Total(), found)
	}
	return public
}

// siteOf builds a site in a folder of its own, as of the day of its settings, and gives what
// was found on the way.
func siteOf(t *testing.T, o build.Options) (public string, found problem.List) {
	t.Helper()
	public = filepath.Join(t.TempDir(), "public")
	sink, err := output.Open(public, output.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	defer sink.Abort()
	o.AsOf, o.Sink, o.CacheDir = o.Config.AsOf, sink, filepath.Join(root, ".cache")
	if _, found, err = build.Run(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	if found.Errors() > 0 {
		return public, found
	}
	if _, err := sink.Commit(); err != nil {
		t.Fatal(err)
	}
	return public, found
}

// look opens a page and wants nothing to be wrong with it.
func look(t *testing.T, chromium *browser.Browser, address string, view browser.View) *browser.Page {
	t.Helper()
	if view.At == "" {
		view.At = onItsDay
	}
	page := chromium.Open(t, address, view)
	called := fmt.Sprintf("%d px", view.Width)
	if view.NoScript {
		called += " without scripts"
	}
	if spilling, err := page.Overflow(); err != nil {
		t.Fatal(err)
	} else if len(spilling) > 0 {
		t.Errorf("at %s one has to scroll sideways: %s (%d in all)", called,
			strings.Join(spilling[:min(4, len(spilling))], "; "), len(spilling))
	}
	if title, err := browser.Evaluate[string](page, `document.querySelector('h1')?.textContent || ''`); err != nil || title == "" {
		t.Errorf("at %s there is no title: %v", called, err)
	}
	for _, c := range page.Complaints() {
		t.Errorf("at %s the console shows %s", called, c)
	}
	ours := "file://"
	if site, _, served := strings.Cut(address, below); served {
		ours = site + below
	}
	for _, asked := range page.Requests() {
		if !strings.HasPrefix(asked, ours) && !strings.HasPrefix(asked, "data:") {
			t.Errorf("at %s the page asks %s, which is not of the site", called, asked)
		}
	}
	return page
}

// unseen is the sum of shifts that no reader sees: on a machine that is busy, a font may come between the
// first layout of a page and its first paint, and a line is a pixel or two longer in the font beside it.
const unseen = 0.001

// still wants the page to have come up in the fonts of the theme, and nothing in it to have moved since.
func still(t *testing.T, page *browser.Page) {
	t.Helper()
	err := page.Wait(`[...document.fonts].filter(f => f.status === "loaded").length >= 2`)
	if err != nil {
		t.Errorf("the fonts of the theme are not used: %v", err)
	}
	if moved := shifted(t, page); moved > unseen {
		t.Errorf("the layout shifted by %v: %s", moved, whatMoved(t, page))
	}
}

// whatMoved lists what moved in a page's layout since it was opened, when, and from where to where.
func whatMoved(t *testing.T, page *browser.Page) string {
	t.Helper()
	list, err := browser.Evaluate[string](page, `(() => {
		const seen = new PerformanceObserver(() => {});
		seen.observe({type: "layout-shift", buffered: true});
		const box = r => [r.x, r.y, r.width, r.height].map(Math.round).join(" ");
		const name = n => n?.nodeType === 1 ? n.tagName.toLowerCase() + "." + n.className : n?.textContent;
		return seen.takeRecords().map(s => Math.round(s.startTime) + " ms: " +
			s.sources.map(m => name(m.node) + " from " + box(m.previousRect) + " to " + box(m.currentRect)).join(", ")).join("; ");
	})()`)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// shifted is the sum of the shifts of a page's layout since it was opened.
func shifted(t *testing.T, page *browser.Page) float64 {
	t.Helper()
	moved, err := browser.Evaluate[float64](page, `(() => {
		const seen = new PerformanceObserver(() => {});
		seen.observe({type: "layout-shift", buffered: true});
		return seen.takeRecords().reduce((sum, shift) => sum + shift.value, 0);
	})()`)
	if err != nil {
		t.Fatal(err)
	}
	return moved
}

func inTheDark(dark bool) string {
	if dark {
		return "-dark"
	}
	return ""
}

// keep writes a picture of a page, if somebody wants to look.
func keep(t *testing.T, page *browser.Page, name, view string) {
	t.Helper()
	if *shots == "" {
		return
	}
	picture, err := page.Screenshot()
	if err != nil {
		t.Fatal(err)
	}
	name = strings.ReplaceAll(strings.TrimSuffix(strings.TrimSuffix(name, "index.html"), "/"), "/", "_")
	if name == "" {
		name = "accueil"
	}
	if err := os.MkdirAll(*shots, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(*shots, name+"-"+view+".png"), picture, 0o644); err != nil {
		t.Fatal(err)
	}
}
