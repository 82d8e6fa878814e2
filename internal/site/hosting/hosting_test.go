package hosting_test

import (
	"slices"
	"strings"
	"testing"

	"vigie/internal/site/hosting"
)

const table = `/*
  Content-Security-Policy: default-src 'none'; frame-ancestors 'none'
  X-Content-Type-Options: nosniff
/embed/*
  ! Content-Security-Policy
  Content-Security-Policy: default-src 'none'; frame-ancestors *
/*.ics
  Access-Control-Allow-Origin: *
/assets/*
  Cache-Control: public, max-age=31536000, immutable
`

func TestATableIsReadBackAsItWasWritten(t *testing.T) {
	rules, err := hosting.Parse(table)
	if err != nil || rules.String() != table {
		t.Errorf("%v\n%s", err, rules)
	}
	for broken, want := range map[string]string{
		"  X-Frame-Options: DENY\n": "_headers:1: a header before the first address",
		"# ours\n/*\n  nothing\n":   `_headers:3: "nothing" is neither an address nor a header`,
	} {
		if _, err := hosting.Parse(broken); err == nil || err.Error() != want {
			t.Errorf("%q: %v", broken, err)
		}
	}
}

func TestRulesApplyInTheirOrder(t *testing.T) {
	rules, err := hosting.Parse(table)
	if err != nil {
		t.Fatal(err)
	}
	for address, want := range map[string][]string{
		"/":                 {"default-src 'none'; frame-ancestors 'none'", "nosniff"},
		"/embed/a/":         {"nosniff", "default-src 'none'; frame-ancestors *"},
		"/embed":            {"default-src 'none'; frame-ancestors 'none'", "nosniff"},
		"/calendar.ics":     {"default-src 'none'; frame-ancestors 'none'", "nosniff", "*"},
		"/assets/style.css": {"default-src 'none'; frame-ancestors 'none'", "nosniff", "public, max-age=31536000, immutable"},
	} {
		var got []string
		for _, h := range rules.For(address) {
			got = append(got, h.Value)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
}

func TestAFileIsKnownByItsName(t *testing.T) {
	for name, want := range map[string]string{
		"index.html":      "text/html; charset=utf-8",
		"a/b.JSON":        "application/json; charset=utf-8",
		"SHA256SUMS":      "text/plain; charset=utf-8",
		".nojekyll":       "text/plain; charset=utf-8",
		"fonts/a.woff2":   "font/woff2",
		"archive.tar.zst": "application/octet-stream",
	} {
		if got := hosting.Media(name); got != want || hosting.IsText(got) != strings.Contains(want, "charset") {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

func TestAHostRefusesWhatAServerWouldReadAsACommand(t *testing.T) {
	for _, value := range []string{"a\"; return 200; #", "$uri", "{path}", "a\nb", `a\b`} {
		h := hosting.Host{Rules: hosting.Rules{{Pattern: "/*", Set: []hosting.Header{{Name: "X-Made-Up", Value: value}}}},
			NotFound: []string{"/404.html"}}
		if _, _, err := h.Nginx(); err == nil {
			t.Errorf("nginx is given %q", value)
		}
		if _, err := h.Caddy(); err == nil {
			t.Errorf("Caddy is given %q", value)
		}
	}
}

func TestRedirectsAreWrittenAsHostsReadThem(t *testing.T) {
	r := hosting.Redirects{{From: "/fr/*", To: "/"}, {From: "/old/", To: "/new/"}}
	if got, want := r.String(), "/fr/* /:splat 301\n/old/ /new/ 301\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
