package site_test

import (
	"path/filepath"
	"slices"
	"testing"

	"vigie/internal/site"
	"vigie/internal/test/browser"
)

// order reads the last column of the league from top to bottom.
const order = `[...document.querySelectorAll('.sortable tbody tr')].map(r => Number(r.cells[3].querySelector('data').value))`

// TestTheLeagueIsWholeWithoutScriptsAndIsSortedWithThem opens the silences with
// and without scripts, and at the width of a phone.
func TestTheLeagueIsWholeWithoutScriptsAndIsSortedWithThem(t *testing.T) {
	chromium := browser.ForTest(t)
	s := real(t, nil)
	folder := t.TempDir()
	for _, a := range s.Theme.Assets {
		put(t, filepath.Join(folder, a.Path), a.Data)
	}
	for p := range s.Pages() {
		if p.Address == "/silences/" {
			put(t, filepath.Join(folder, "index.html"), site.Relative([]byte(whole(t, s, p)), "/", "", func(string, string) {}))
		}
	}
	address := browser.FileURL(filepath.Join(folder, "index.html"))
	read := func(view browser.View, clicks string) []int {
		page := chromium.Open(t, address, view)
		got, err := browser.Evaluate[[]int](page, `(() => { `+clicks+`; return `+order+` })()`)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range page.Complaints() {
			t.Errorf("%s", c)
		}
		if wide, err := page.Overflow(); err != nil || len(wide) > 0 {
			t.Errorf("wider than its window of %d: %v %v", view.Width, wide, err)
		}
		if !view.NoScript {
			page.Axe(t)
		}
		return got
	}
	const click = `document.querySelectorAll('.sortable th button')[3].click()`
	plain := read(browser.View{Width: 360}, "")
	up, down := read(browser.View{Width: 1024}, click), read(browser.View{Width: 1024}, click+";"+click)
	sorted := slices.Sorted(slices.Values(plain))
	if len(plain) == 0 || !slices.Equal(up, sorted) {
		t.Errorf("sorted: %v, want %v", up, sorted)
	}
	slices.Reverse(sorted)
	if !slices.Equal(down, sorted) {
		t.Errorf("sorted the other way: %v, want %v", down, sorted)
	}
	if without := read(browser.View{Width: 360, NoScript: true}, ""); !slices.Equal(without, plain) {
		t.Errorf("without scripts: %v, want %v", without, plain)
	}
}
