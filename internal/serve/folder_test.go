package serve_test

import (
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/serve"
)

// built is a made-up site as a build leaves it.
func built() fstest.MapFS {
	out := fstest.MapFS{}
	for name, content := range map[string]string{
		"index.html": "<h1>un</h1>", "offres/index.html": "offres", "404.html": "rien ici", "en/404.html": "nothing here",
		"assets/a.css": "a{}", "embed/index.html": "embedded", "donnees/a.csv": "0123456789", "calendar.ics": "BEGIN",
		"SHA256SUMS": "aa11  index.html\nbb22  donnees/a.csv\n",
		"_headers": "/*\n  Content-Security-Policy: default-src 'none'\n/embed/*\n  ! Content-Security-Policy\n" +
			"/*.ics\n  Access-Control-Allow-Origin: *\n/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n" +
			"/donnees/a.csv\n  X-Essai: oui\n",
	} {
		out[name] = &fstest.MapFile{Data: []byte(content)}
	}
	return out
}

func TestABuiltSiteIsServedAsItIs(t *testing.T) {
	site, err := serve.Folder(built())
	if err != nil {
		t.Fatal(err)
	}
	const policy, kept = "Content-Security-Policy", "Cache-Control"
	for name, c := range map[string]struct {
		method, path, span, holds string
		status                    int
		body                      string
		header, value             string
	}{
		"the home page":            {path: "/", status: 200, body: "<h1>un</h1>", header: policy, value: "default-src 'none'"},
		"its tag":                  {path: "/", status: 200, body: "<h1>un</h1>", header: "ETag", value: `"aa11"`},
		"kept by the reader":       {path: "/", holds: `"aa11"`, status: 304},
		"asked for again":          {path: "/", status: 200, body: "<h1>un</h1>", header: kept, value: "no-cache"},
		"an asset, kept for ever":  {path: "/assets/a.css", status: 200, body: "a{}", header: kept, value: "public, max-age=31536000, immutable"},
		"a header taken away":      {path: "/embed/", status: 200, body: "embedded", header: policy, value: ""},
		"a pattern with an end":    {path: "/calendar.ics", status: 200, body: "BEGIN", header: "Access-Control-Allow-Origin", value: "*"},
		"the end of no other":      {path: "/offres/", status: 200, body: "offres", header: "Access-Control-Allow-Origin", value: ""},
		"one address":              {path: "/donnees/a.csv", status: 200, body: "0123456789", header: "X-Essai", value: "oui"},
		"part of a table":          {path: "/donnees/a.csv", span: "bytes=2-4", status: 206, body: "234"},
		"a folder without a slash": {path: "/offres", status: 301, header: "Location", value: "/offres/"},
		"a folder without a page":  {path: "/donnees", status: 404, body: "rien ici"},
		"nothing, in English":      {path: "/en/not/there", status: 404, body: "nothing here"},
		"nothing is kept of that":  {path: "/assets/none.css", status: 404, body: "rien ici", header: kept, value: "no-cache"},
		"something else than GET":  {method: "POST", path: "/", status: 405, body: "only GET"},
		"a way out":                {path: "/../../etc/passwd", status: 404, body: "rien ici"},
		"two slashes":              {path: "//evil.example/offres/", status: 404, body: "rien ici"},
		"nothing but the head":     {method: "HEAD", path: "/donnees/a.csv", status: 200, header: "Content-Length", value: "10"},
		"no script of live reload": {path: "/.vigie/live.js", status: 404, body: "rien ici"},
	} {
		t.Run(name, func(t *testing.T) {
			method := c.method
			if method == "" {
				method = "GET"
			}
			r := httptest.NewRequest(method, "http://site.example/", nil)
			r.URL.Path, r.Host = c.path, "site.example"
			if c.span != "" {
				r.Header.Set("Range", c.span)
			}
			if c.holds != "" {
				r.Header.Set("If-None-Match", c.holds)
			}
			w := httptest.NewRecorder()
			site.ServeHTTP(w, r)
			if w.Code != c.status || !strings.Contains(w.Body.String(), c.body) || method == "HEAD" && w.Body.Len() > 0 {
				t.Errorf("%d %q, want %d %q", w.Code, w.Body, c.status, c.body)
			}
			if c.header != "" && w.Header().Get(c.header) != c.value {
				t.Errorf("%s is %q, want %q", c.header, w.Header().Get(c.header), c.value)
			}
		})
	}
}

func TestAFolderWithoutASiteIsRefused(t *testing.T) {
	if _, err := serve.Folder(fstest.MapFS{"README.md": {Data: []byte("x")}}); err == nil {
		t.Error("a folder without a home page was taken for a site")
	}
}
