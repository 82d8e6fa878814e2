package site_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"vigie/internal/corpus"
	"vigie/internal/record"
	"vigie/internal/site"
	"vigie/internal/test/browser"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// harbours gives the data made-up providers more, each of which was granted a
// qualification for an offer of one model, a day after the one before it, unless edit
// makes something else of it.
func harbours(n int, edit func(i int, q *record.Qualification)) func(*corpus.Corpus) {
	return func(c *corpus.Corpus) {
		for i := range n {
			id := fmt.Sprintf("harbour-%02d", i)
			head := record.Head{ID: id}
			c.Providers = append(c.Providers, record.Provider{Head: head, Name: lang.Name(id)})
			c.Offers = append(c.Offers,
				record.Offer{Head: head, Name: lang.Name(id), Provider: id, Models: []record.Model{"CaaS"}})
			from := cal.NewDay(2026, 9, 1).AddDays(i)
			q := record.Qualification{Head: head, Offer: id, Scheme: "secnumcloud",
				Stage: record.Granted, Period: &record.Validity{From: from, Until: from.AddDays(365)}}
			edit(i, &q)
			c.Qualifications = append(c.Qualifications, q)
		}
	}
}

// paired are the pages of pairs in French, those of made-up providers apart, and the page
// that leads to them.
func paired(t *testing.T, s *site.Site) (made []string, all int, lead string) {
	t.Helper()
	for p := range s.Pages() {
		switch {
		case p.Lang != lang.FR:
			return made, all, lead
		case p.Template == "compare":
			lead = whole(t, s, p)
		case p.Template == "compare-pair":
			all++
			if strings.Count(p.Address, "harbour-") == 2 {
				made = append(made, strings.Trim(strings.TrimPrefix(p.Address, "/comparer/"), "/"))
			}
		}
	}
	return made, all, lead
}

// without names that pairs have no page.
const without = "les paires les plus récentes n’en ont pas"

func TestProvidersThatWereQualifiedAlikeHaveAPageTogether(t *testing.T) {
	got, _, lead := paired(t, changed(t, nil, harbours(5, func(i int, q *record.Qualification) {
		switch i {
		case 1: // it has ended since
			q.Period.Until = cal.NewDay(2026, 10, 1)
		case 3: // only asked for
			q.Stage, q.Period = record.InProgress, nil
		case 4:
			q.Scheme = "hds"
		}
	})))
	want := []string{"harbour-00-et-harbour-01", "harbour-00-et-harbour-02", "harbour-01-et-harbour-02"}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	for _, pair := range want {
		if !strings.Contains(lead, "/comparer/"+pair+"/") {
			t.Errorf("nothing leads to %s", pair)
		}
	}
	if strings.Contains(lead, without) {
		t.Error("pairs without a page are named where there are none")
	}
}

func TestPagesOfPairsAreBoundedAndThoseThatWereFirstStay(t *testing.T) {
	got, all, lead := paired(t, changed(t, nil, harbours(30, func(int, *record.Qualification) {})))
	if all != 60 {
		t.Errorf("%d pages of pairs", all)
	}
	for _, pair := range []string{"harbour-00-et-harbour-01", "harbour-00-et-harbour-02", "harbour-01-et-harbour-02"} {
		if !slices.Contains(got, pair) {
			t.Errorf("%s is gone now that others came: %v", pair, got)
		}
	}
	if slices.Contains(got, "harbour-28-et-harbour-29") || !strings.Contains(lead, without) {
		t.Errorf("nothing names the pairs that have no page: %v", got)
	}
}

// answers reads a comparison as a reader sees it, the detail of fragile figures apart.
const answers = `(() => {
  const table = document.querySelector('table.compare').cloneNode(true);
  table.querySelectorAll('.doubt, .vh').forEach(e => e.remove());
  return [...table.querySelectorAll('caption, th, td p')].map(e => e.textContent.replace(/\s+/g, ' ').trim());
})()`

// TestTheComparisonReadsTheSameWithAndWithoutScripts opens a pair as a page, and chooses
// the same two with the script.
func TestTheComparisonReadsTheSameWithAndWithoutScripts(t *testing.T) {
	chromium := browser.ForTest(t)
	s := real(t, nil)
	files := map[string][]byte{}
	for _, a := range s.Theme.Assets {
		files["/"+a.Path] = a.Data
	}
	for e := range s.Extras() {
		if strings.HasPrefix(e.Path, "comparison/") {
			files["/"+e.Path] = e.Data
			if len(e.Data) > 60_000 {
				t.Errorf("%s has %d bytes", e.Path, len(e.Data))
			}
		}
	}
	const pair, choice = "/comparer/outscale-et-ovh/", "/comparer/"
	for p := range s.Pages() {
		if p.Address == pair || p.Address == choice {
			files[p.Address] = site.Relative([]byte(whole(t, s, p)), p.Address, "", func(string, string) {})
		}
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		data, ok := files[r.URL.Path]
		if !ok {
			http.NotFound(w, r)
			return
		}
		if strings.HasSuffix(r.URL.Path, "/") {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
		} else if strings.HasSuffix(r.URL.Path, ".js") {
			w.Header().Set("Content-Type", "text/javascript")
		} else if strings.HasSuffix(r.URL.Path, ".css") {
			w.Header().Set("Content-Type", "text/css")
		}
		w.Write(data)
	}))
	t.Cleanup(server.Close)
	open := func(address string, view browser.View) *browser.Page {
		page := chromium.Open(t, server.URL+address, view)
		t.Cleanup(func() {
			for _, c := range page.Complaints() {
				t.Errorf("%s: %s", address, c)
			}
		})
		return page
	}
	read := func(page *browser.Page) []string {
		got, err := browser.Evaluate[[]string](page, answers)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	fits := func(page *browser.Page) {
		if wide, err := page.Overflow(); err != nil || len(wide) > 0 {
			t.Errorf("wider than its window: %v %v", wide, err)
		}
	}

	plain := open(pair, browser.View{Width: 360, NoScript: true})
	want := read(plain)
	fits(plain)

	shared := open(choice+"?with=outscale,ovh,no-such-provider", browser.View{Width: 360})
	if err := shared.Wait(`document.querySelector('table.compare')`); err != nil {
		t.Fatal(err)
	}
	if got := read(shared); len(want) < 20 || !slices.Equal(got, want) {
		t.Errorf("with the script:\n%q\nand the page:\n%q", got, want)
	}
	fits(shared)
	shared.Axe(t)

	// a third one is chosen; it is announced, and the address keeps it
	three, err := browser.Evaluate[[]string](shared, `(() => {
	  const s = document.getElementById('compare-3');
	  s.value = 'offers/nubo';
	  s.dispatchEvent(new Event('change'));
	  return [document.querySelectorAll('table.compare thead th').length + '', location.search, document.getElementById('compare-status').textContent];
	})()`)
	if err != nil ||
		!slices.Equal(three,
			[]string{"3", "?with=outscale,ovh,offers/nubo", "Comparaison affichée\u00a0: Outscale, OVHcloud (OVH), Nubo"}) {
		t.Errorf("with a third: %q, %v", three, err)
	}
	fits(shared)

	// nothing is loaded before somebody chooses; then the first field has the focus
	chosen := open(choice, browser.View{Width: 1440})
	if got := chosen.Requests(); slices.ContainsFunc(got, func(r string) bool { return strings.HasSuffix(r, ".json") }) {
		t.Errorf("loaded at once: %v", got)
	}
	chosen.Axe(t)
	if _, err := browser.Evaluate[bool](chosen, `document.getElementById('compare-begin').click() || true`); err != nil {
		t.Fatal(err)
	}
	if err := chosen.Wait(`document.activeElement.id === 'compare-1'`); err != nil {
		t.Error("the first field has no focus")
	}

	// the file does not come: the page names it, and still leads to the pairs
	delete(files, "/comparison/fr.json")
	lost := chromium.Open(t, server.URL+choice, browser.View{Width: 360})
	if _, err := browser.Evaluate[bool](lost, `document.getElementById('compare-begin').click() || true`); err != nil {
		t.Fatal(err)
	}
	if err := lost.Wait(`!document.getElementById('compare-not').hidden`); err != nil {
		t.Error("nothing says that the comparison does not answer")
	}
	if hidden, err := browser.Evaluate[bool](lost, `document.querySelector('.choose-compared').hidden`); err != nil ||
		!hidden {
		t.Errorf("fields that do nothing are shown: %v", err)
	}
}
