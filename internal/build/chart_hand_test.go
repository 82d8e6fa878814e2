package build_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"vigie/internal/build"
	"vigie/internal/france"
	"vigie/internal/output"
	"vigie/internal/serve"
	"vigie/internal/test/browser"
	"vigie/internal/test/smallproject"
	"vigie/internal/value/cal"
)

// long is an indicator of two lines over thirty years, all made up.
const long = `title: {fr: Deux lignes, en: Two lines}
question: {fr: Combien ?, en: How much?}
method: {fr: Tout est inventé., en: All is made up.}
compute: series
unit: eur
drawing: lines
lines:
  - {key: ordered, label: {fr: Commandé, en: Ordered}, role: series1, series: long-ordered}
  - {key: paid, label: {fr: Payé, en: Paid}, role: series2, series: long-paid}
`

// flows is an indicator of what goes from the tier of a service to its host.
const flows = `title: {fr: Flux, en: Flows}
question: {fr: Vers où ?, en: Where to?}
method: {fr: Compte les services du jeu d’essai., en: Counts the services of the test data.}
compute: flows
unit: service
flow:
  records: migrations
  only:
    - {key: status, is: [live]}
  stages:
    - {key: tier-shown, label: {fr: Niveau, en: Tier}, role: series8}
    - {key: hosted-by, label: {fr: Hébergeur, en: Host}, role: series7}
cases: {fr: services, en: services}
`

// handed serves a small site with two charts, at the address of the page of one.
func handed(t *testing.T) string {
	t.Helper()
	files := smallproject.Files(t, "../..")
	files["data/indicators/long.yaml"] = &fstest.MapFile{Data: []byte(long)}
	files["data/units/service.yaml"] = &fstest.MapFile{Data: []byte(
		"kind: count\none: {fr: service, en: service}\nmany: {fr: services, en: services}\n")}
	files["data/indicators/flows.yaml"] = &fstest.MapFile{Data: []byte(flows)}
	for _, name := range []string{"ordered", "paid"} {
		var b strings.Builder
		fmt.Fprintf(&b, "measure: long-%s\nperimeter: example-all-buyers\nunit: eur\n"+
			"basis: {stage: ordered, tax: unknown, accumulation: year}\ntitle: {fr: Inventé, en: Made up}\nobservations:\n",
			name)
		files["data/measures/long-"+name+".yaml"] = &fstest.MapFile{Data: []byte(
			"title: {fr: Inventé, en: Made up}\ndefinition: {fr: Inventé, en: Made up}\n")}
		for i := range 30 {
			fmt.Fprintf(&b, "  - period: \"%d\"\n    claims:\n      - {id: long-%s-%d, value: %d M, source: "+
				"example-report, read: 2026-10-01}\n",
				1995+i, name, 1995+i, 10+i)
		}
		files["data/series/long-"+name+".yaml"] = &fstest.MapFile{Data: []byte(b.String())}
	}
	o := (&workshop{}).options(t, files, cal.NewDay(2026, 11, 23))
	memory := output.NewMemory()
	o.Sink, o.Country = memory, france.Extension()
	if _, problems, err := build.Run(t.Context(), o); err != nil || problems.Errors() > 0 {
		t.Fatal(err, problems)
	}
	handler := serve.New()
	handler.Show(memory)
	server := httptest.NewServer(http.HandlerFunc(handler.ServeHTTP))
	t.Cleanup(server.Close)
	return server.URL + "/indicateurs/long/"
}

// ask reads the page as words.
func ask(t *testing.T, page *browser.Page, expression string) string {
	t.Helper()
	got, err := browser.Evaluate[string](page, "String("+expression+")")
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// press focuses an element and types keys there.
func press(t *testing.T, page *browser.Page, selector string, keys ...string) {
	t.Helper()
	ask(t, page, `document.querySelector('`+selector+`').focus()`)
	for _, key := range keys {
		if err := page.Do(chromedp.KeyEvent(key)); err != nil {
			t.Fatal(err)
		}
	}
}

const (
	aloud   = `document.querySelector('.status').textContent`
	written = `document.querySelector('.tip').hidden ? '' : document.querySelector('.tip').textContent`
	hides   = `[...document.querySelectorAll('.shown [aria-pressed=false]')].map(b => b.textContent).join()`
	seen    = `['.wide', '.narrow', '.live', '.tools'].filter(s => document.querySelector(s)?.checkVisibility()).join(' ')`
	scripts = `performance.getEntriesByType('resource').filter(r => r.name.endsWith('.js')).length`
)

func TestAChartIsReadAndChangedByHand(t *testing.T) {
	chromium, address := browser.ForTest(t), handed(t)

	t.Run("by the arrows of the keyboard, with nothing loaded", func(t *testing.T) {
		page := chromium.Open(t, address, browser.View{Width: 1024})
		before := ask(t, page, scripts)
		press(t, page, ".plot", kb.Home, kb.ArrowRight, kb.ArrowDown)
		if got := ask(t, page, aloud); !strings.HasPrefix(got, "Payé, 1996, 11") {
			t.Errorf("said %q", got)
		}
		cell := ask(t, page, `document.querySelector('.chart tbody tr:nth-child(2) td:nth-child(3) .figure').textContent`)
		if !strings.Contains(ask(t, page, aloud), strings.TrimSpace(cell)) {
			t.Errorf("the table says %q, the chart %q", cell, ask(t, page, aloud))
		}
		press(t, page, ".plot", kb.Escape)
		if got := ask(t, page, written); got != "" {
			t.Errorf("after Escape: %q", got)
		}
		if after := ask(t, page, scripts); after != before {
			t.Errorf("%s scripts before, %s after", before, after)
		}
		page.Axe(t)
	})

	t.Run("by a tap on a phone", func(t *testing.T) {
		page := chromium.Open(t, address, browser.View{Width: 360})
		ask(t, page,
			`(() => { const b = document.querySelector('.narrow [data-series="0"][data-item="29"]').getBoundingClientRect();
			document.querySelector('.plot').dispatchEvent(new MouseEvent('click',
				{bubbles: true, clientX: b.x + b.width / 2 + 9, clientY: b.y + b.height / 2})) })()`)
		if got := ask(t, page, written); !strings.HasPrefix(got, "Commandé\n2024\n39") &&
			!strings.HasPrefix(got, "Payé\n2024\n39") {
			t.Errorf("the words of the value are %q", got)
		}
		if wide, err := page.Overflow(); err != nil || len(wide) > 0 {
			t.Error(wide, err)
		}
	})

	t.Run("what flows is met by a tap where it is drawn, with nothing loaded", func(t *testing.T) {
		page := chromium.Open(t, strings.Replace(address, "/long/", "/flows/", 1), browser.View{Width: 360})
		before := ask(t, page, scripts)
		tap := func(mark string) string {
			ask(t, page, `(() => { const m = document.querySelector('.narrow [data-`+mark+`]'), b = m.getBoundingClientRect();
				m.dispatchEvent(new MouseEvent('click',
					{bubbles: true, clientX: b.x + b.width / 2, clientY: b.y + b.height / 2})) })()`)
			return ask(t, page, written)
		}
		if got := tap("flow"); !strings.HasPrefix(got, "Niveau → Hébergeur\n") || !strings.HasSuffix(got, "1\u00a0service") {
			t.Errorf("the words of what flows are %q", got)
		}
		if got := tap("item"); !strings.HasPrefix(got, "Niveau\n") || !strings.HasSuffix(got, "1\u00a0service") {
			t.Errorf("the words of a place are %q", got)
		}
		press(t, page, ".plot", kb.End)
		if got := ask(t, page, aloud); !strings.HasPrefix(got, "Niveau → Hébergeur, ") {
			t.Errorf("said %q", got)
		}
		if after := ask(t, page, scripts); after != before {
			t.Errorf("%s scripts before, %s after", before, after)
		}
	})

	t.Run("a line is hidden, a stretch is chosen, and the address shows the same", func(t *testing.T) {
		page := chromium.Open(t, address, browser.View{Width: 1024})
		ask(t, page, `document.querySelector('.tools').open = true`)
		press(t, page, ".shown button:last-child", " ")
		press(t, page, ".stretch input", kb.ArrowRight, kb.ArrowRight)
		if err := page.Wait(`document.querySelector('.live canvas')`); err != nil {
			t.Fatal(err)
		}
		from := ask(t, page, `document.querySelector('.stretch output').textContent`)
		if got := ask(t, page, hides); got != "Payé" || !strings.HasSuffix(from, "1997") {
			t.Errorf("hides %q, from %q", got, from)
		}
		press(t, page, ".plot", kb.Home, kb.ArrowRight)
		if got := ask(t, page, aloud); !strings.HasPrefix(got, "Commandé, 1996") {
			t.Errorf("past a hidden line: %q", got)
		}
		page.Axe(t)
		again := chromium.Open(t, ask(t, page, `location.href`), browser.View{Width: 1024})
		if err := again.Wait(`document.querySelector('.live canvas')`); err != nil {
			t.Fatal(err)
		}
		if got := ask(t, again, hides) + " " +
			ask(t, again, `document.querySelector('.stretch output').textContent`); got != "Payé "+from {
			t.Errorf("the link shows %q", got)
		}
		press(t, again, ".whole", " ")
		if got := ask(t, again, seen+` + location.search`); got != ".wide .tools" {
			t.Errorf("all shown again: %q", got)
		}
		for _, c := range append(page.Complaints(), again.Complaints()...) {
			t.Error(c)
		}
	})

	t.Run("paper has the drawing, whole", func(t *testing.T) {
		page := chromium.Open(t, address+"?long=-paid", browser.View{Width: 1024, Print: true})
		if err := page.Wait(`document.querySelector('.live')`); err != nil {
			t.Fatal(err)
		}
		if got := ask(t, page, seen); got != ".wide" {
			t.Errorf("paper shows %q", got)
		}
	})

	t.Run("full screen and back, where one was", func(t *testing.T) {
		page := chromium.Open(t, address, browser.View{Width: 1024})
		ask(t, page, `document.querySelector('.tools').open = true`)
		press(t, page, ".full", " ")
		if err := page.Wait(`document.fullscreenElement?.matches('.drawing')`); err != nil {
			t.Fatal(err)
		}
		press(t, page, ".full", " ")
		const left = `!document.fullscreenElement && document.activeElement.matches('.full[aria-pressed=false]')`
		if err := page.Wait(left); err != nil {
			t.Error(err)
		}
	})

	t.Run("without scripts nothing is added", func(t *testing.T) {
		page := chromium.Open(t, address, browser.View{Width: 1024, NoScript: true})
		if got := ask(t, page, seen+` + document.querySelectorAll('.plot, .tools').length`); got != ".wide0" {
			t.Errorf("it shows %q", got)
		}
	})
}
