package site_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vigie/internal/site"
	"vigie/internal/test/browser"
	"vigie/internal/value/cal"
)

// notice says whether a reader sees the notice that a page is outdated, and whether the day of the
// page, which opens the sentence of how long it holds, stands in any case; then how many figures
// are marked as outdated, of how many that held until a day before the one given.
const notice = `(() => {
  const seen = e => !!e && e.checkVisibility() && e.textContent.trim() !== '';
  const figures = [...document.querySelectorAll('.figure[data-holds]')];
  const marked = figures.filter(f => seen(f.querySelector('.outlived')));
  const past = figures.filter(f => f.dataset.holds < '%s');
  const which = past.length === 0 ? 'none due' : marked.length === past.length ? 'all due' : 'not all due';
  return [seen(document.querySelector('[data-until]')), seen(document.querySelector('.dated > summary')),
    marked.length === 0 ? 'none marked' : marked.every(f => past.includes(f)) ? which : 'not due'].join(' ');
})()`

// TestACopyOpenedTooLateSaysSo opens a page with the clock of the browser stopped
// around the last day on which it holds.
func TestACopyOpenedTooLateSaysSo(t *testing.T) {
	chromium := browser.ForTest(t)
	s := real(t, nil)
	folder := t.TempDir()
	for _, a := range s.Theme.Assets {
		put(t, filepath.Join(folder, a.Path), a.Data)
	}
	var last cal.Day
	for p := range s.Pages() {
		if p.Address == "/qualifications/" {
			last, _ = cal.ParseDay(s.Frame(p, "").Holds.UntilISO)
			page := site.Relative([]byte(whole(t, s, p)), "/", "", func(string, string) {}) // beside its assets
			put(t, filepath.Join(folder, "index.html"), page)
		}
	}
	late := cal.NewDay(2029, 11, 23)
	for _, one := range []struct {
		name  string
		today cal.Day
		view  browser.View
		want  string
	}{
		{"when it was made", asOf, browser.View{At: asOf.String() + "T08:00:00Z"}, "false true none marked"},
		{"on the last evening in Paris", last, browser.View{At: last.String() + "T21:30:00Z"}, "false true"},
		{"after midnight in Paris", last.AddDays(1), browser.View{At: last.String() + "T23:30:00Z"}, "true true all due"},
		{"the day after", last.AddDays(1), browser.View{At: last.AddDays(1).String() + "T12:00:00Z"}, "true true all due"},
		{"three years later", late, browser.View{At: late.String() + "T12:00:00Z"}, "true true all due"},
		{"three years later, without scripts", late,
			browser.View{At: late.String() + "T12:00:00Z", NoScript: true}, "false true none marked"},
	} {
		page := chromium.Open(t, browser.FileURL(filepath.Join(folder, "index.html")), one.view)
		got, err := browser.Evaluate[string](page, fmt.Sprintf(notice, one.today))
		if err != nil || !strings.HasPrefix(got, one.want) || strings.Contains(got, "not") {
			t.Errorf("%s: notice and sentence are seen: %s, want %s (%v)", one.name, got, one.want, err)
		}
		for _, c := range page.Complaints() {
			t.Errorf("%s: %s", one.name, c)
		}
	}
}

func put(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}
