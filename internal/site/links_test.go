package site_test

import (
	"testing"

	"vigie/internal/site"
)

func TestLinksOfAPageAreRelativeToIt(t *testing.T) {
	for _, tc := range []struct{ name, address, base, in, want string }{
		{"from the home page", "/", "", `<a href="/offres/nubo/">`, `<a href="offres/nubo/index.html">`},
		{"from a page below", "/offres/nubo/", "",
			`<a class="x" href="/sources/a/#c">`, `<a class="x" href="../../sources/a/index.html#c">`},
		{"to a place of the same page", "/silences/", "", `<a href="/silences/#a">`, `<a href="#a">`},
		{"to a file", "/en/data/", "", `<a href="/donnees/offres.csv">`, `<a href="../../donnees/offres.csv">`},
		{"sources of pictures and scripts", "/a/", "", `<script src="/assets/x.js">`, `<script src="../assets/x.js">`},
		{"not in words, nor in other attributes", "/a/", "",
			`data-href="/x" title="href="/y""`, `data-href="/x" title="href="/y""`},
		{"from where there is no page, to the address of the site", "/404.html", "https://vigie.example/nuage/",
			`<a href="/offres/">`, `<a href="https://vigie.example/nuage/offres/index.html">`},
		{"from where there is no page, when the site has no address", "/404.html", "",
			`<a href="/offres/">`, `<a href="offres/index.html">`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var seen int
			got := string(site.Relative([]byte(tc.in), tc.address, tc.base, func(string, string) { seen++ }))
			if got != tc.want {
				t.Errorf("got %s, want %s", got, tc.want)
			}
		})
	}
}
