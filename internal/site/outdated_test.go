package site_test

import (
	"os"
	"path/filepath"
	"testing"

	"vigie/internal/site"
	"vigie/internal/test/browser"
	"vigie/internal/value/cal"
)

// notice says whether a reader sees the notice that a page is outdated, and
// whether the day of the page, which opens the sentence of how long it holds, stands in any case.
const notice = `(() => {
  const seen = e => !!e && e.checkVisibility() && e.textContent.trim() !== '';
  return [document.querySelector('[data-until]'), document.querySelector('.dated > summary')].map(seen).join(' ');
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
	for _, one := range []struct {
		name string
		view browser.View
		want string
	}{
		{"when it was made", browser.View{At: asOf.String() + "T08:00:00Z"}, "false true"},
		{"on the last evening in Paris", browser.View{At: last.String() + "T21:30:00Z"}, "false true"},
		{"after midnight in Paris", browser.View{At: last.String() + "T23:30:00Z"}, "true true"},
		{"the day after", browser.View{At: last.AddDays(1).String() + "T12:00:00Z"}, "true true"},
		{"three years later", browser.View{At: "2029-11-23T12:00:00Z"}, "true true"},
		{"three years later, without scripts", browser.View{At: "2029-11-23T12:00:00Z", NoScript: true}, "false true"},
	} {
		page := chromium.Open(t, browser.FileURL(filepath.Join(folder, "index.html")), one.view)
		got, err := browser.Evaluate[string](page, notice)
		if err != nil || got != one.want {
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
