package build_test

import (
	"strings"
	"testing"

	"vigie/internal/test/browser"
)

// A filter narrows its list where it stands, with its address, and the way back gives the whole list again; no
// page is loaded for it. Without scripts it is a link to the page of the filter.
func TestAFilterNarrowsTheListWhereItStands(t *testing.T) {
	chromium := browser.ForTest(t)
	list := strings.Replace(handed(t), "/indicateurs/long/", "/offres/", 1)
	const (
		loads   = `performance.getEntriesByType('navigation').length + ' ' + (window.stayed === true)`
		current = `document.querySelector('nav.filters [aria-current]')?.textContent || 'all'`
		rows    = `document.querySelectorAll('main ul.offers > li').length`
		heard   = `document.querySelector('body > [role=status]')?.textContent || 'silent'`
		broken  = `[...document.links].filter(a => !a.href.startsWith(location.origin + '/') && !a.rel.includes('external')).length`
	)
	page := chromium.Open(t, list, browser.View{Width: 1000, Height: 800})
	whole, address := ask(t, page, rows), ask(t, page, "location.pathname")
	ask(t, page, "window.stayed = true")
	filter := ask(t, page, `document.querySelector('nav.filters a').textContent`)
	to := ask(t, page, `new URL(document.querySelector('nav.filters a').href).pathname`)
	ask(t, page, "document.querySelector('nav.filters a').click()")
	if err := page.Wait(current + ` !== 'all'`); err != nil {
		t.Fatal(err)
	}
	for what, c := range map[string]struct{ got, want string }{
		"the address":            {ask(t, page, "location.pathname"), to},
		"the filter":             {ask(t, page, current), filter},
		"what has the focus":     {ask(t, page, `document.activeElement.textContent`), filter},
		"what is announced":      {ask(t, page, heard), "Dans la liste\u00a0: " + ask(t, page, rows)},
		"pages that were loaded": {ask(t, page, loads), "1 true"},
		"links that lead astray": {ask(t, page, broken), "0"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", what, c.got, c.want)
		}
	}
	ask(t, page, "history.back()")
	if err := page.Wait(current + ` === 'all'`); err != nil {
		t.Fatal(err)
	}
	if got := ask(t, page, "location.pathname + ' ' + "+rows); got != address+" "+whole {
		t.Errorf("back: %s, want %s %s", got, address, whole)
	}
	plain := chromium.Open(t, list, browser.View{Width: 1000, Height: 800, NoScript: true})
	if got := ask(t, plain, `document.querySelector('nav.filters a').href`); !strings.HasSuffix(got, to) {
		t.Errorf("without scripts the filter leads to %s, want %s", got, to)
	}
}
