package serve_test

import (
	"bufio"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"vigie/internal/output"
	"vigie/internal/serve"
	"vigie/internal/test/browser"
)

const page = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Essai</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; connect-src 'self'"></head>
<body><h1>WORDS</h1></body></html>`

func site(t *testing.T, words string) *output.Memory {
	t.Helper()
	memory := output.NewMemory()
	for path, content := range map[string]string{
		"index.html": strings.ReplaceAll(page, "WORDS", words), "offres/index.html": "<body>offres</body>",
		"404.html": "<body>rien ici</body>", "en/404.html": "<body>nothing here</body>",
		"donnees/a.csv": "0123456789", "LICENSE": "Apache", "chart.svg": "<svg/>", "x.unknown": "?",
	} {
		if err := memory.Write(path, []byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	return memory
}

func TestAddressesAreAnsweredAsByAPlainServer(t *testing.T) {
	server := serve.New()
	server.Show(site(t, "un"))
	for name, c := range map[string]struct {
		method, path, span string
		status             int
		kind, location     string
		body               string
	}{
		"the home page":              {path: "/", status: 200, kind: "text/html; charset=utf-8", body: "<h1>un</h1>"},
		"a folder":                   {path: "/offres/", status: 200, kind: "text/html; charset=utf-8", body: "offres"},
		"a folder without its slash": {path: "/offres", status: 302, location: "/offres/"},
		"a table":                    {path: "/donnees/a.csv", status: 200, kind: "text/csv; charset=utf-8", body: "0123456789"},
		"part of a table":            {path: "/donnees/a.csv", span: "bytes=2-4", status: 206, body: "234"},
		"a drawing":                  {path: "/chart.svg", status: 200, kind: "image/svg+xml; charset=utf-8", body: "<svg/>"},
		"a file without extension":   {path: "/LICENSE", status: 200, kind: "text/plain; charset=utf-8", body: "Apache"},
		"a file of no known kind":    {path: "/x.unknown", status: 200, kind: "application/octet-stream", body: "?"},
		"nothing":                    {path: "/not/there", status: 404, kind: "text/html; charset=utf-8", body: "rien ici"},
		"nothing, in English":        {path: "/en/not/there/", status: 404, body: "nothing here"},
		"the script of live reload":  {path: "/.vigie/live.js", status: 200, kind: "text/javascript; charset=utf-8", body: "EventSource"},
		"something else than GET":    {method: "POST", path: "/", status: 405, body: "only GET"},
		"two slashes":                {path: "//offres", status: 404, body: "rien ici"},
		"nothing but slashes":        {path: "//", status: 404, body: "rien ici"},
		"slashes at the end":         {path: "/offres//", status: 404, body: "rien ici"},
		"another site":               {path: "//evil.example/offres/", status: 404, body: "rien ici"},
		"a way out":                  {path: "/../../etc/passwd", status: 404, body: "rien ici"},
	} {
		t.Run(name, func(t *testing.T) {
			request := httptest.NewRequest("GET", "/", nil)
			request.URL.Path = c.path
			if c.method != "" {
				request.Method = c.method
			}
			if c.span != "" {
				request.Header.Set("Range", c.span)
			}
			answer := httptest.NewRecorder()
			server.ServeHTTP(answer, request)
			if answer.Code != c.status {
				t.Errorf("status %d, want %d", answer.Code, c.status)
			}
			if got := answer.Header().Get("Content-Type"); c.kind != "" && got != c.kind {
				t.Errorf("content type %q, want %q", got, c.kind)
			}
			if got := answer.Header().Get("Location"); c.location != "" && got != c.location {
				t.Errorf("location %q, want %q", got, c.location)
			}
			if !strings.Contains(answer.Body.String(), c.body) {
				t.Errorf("body %q, want %q", answer.Body, c.body)
			}
		})
	}
}

func TestOnlyPagesLoadOneMoreScript(t *testing.T) {
	server := serve.New()
	server.Show(site(t, "un"))
	for path, want := range map[string]bool{"/": true, "/not/there": true, "/chart.svg": false} {
		answer := httptest.NewRecorder()
		server.ServeHTTP(answer, httptest.NewRequest("GET", path, nil))
		if got := strings.Contains(answer.Body.String(), `<script src="/.vigie/live.js">`); got != want {
			t.Errorf("%s: script %v, want %v", path, got, want)
		}
	}
}

func TestTabsHearOfANewSiteAndOfWhatIsWrong(t *testing.T) {
	server := serve.New()
	listening := httptest.NewServer(server)
	defer listening.Close()
	answer, err := http.Get(listening.URL + "/.vigie/news")
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	lines := bufio.NewReader(answer.Body)
	hear := func(want string) {
		t.Helper()
		line, err := lines.ReadString('\n')
		if err == nil {
			_, err = lines.ReadString('\n')
		}
		if err != nil || strings.TrimSpace(line) != "data: "+want {
			t.Fatalf("heard %q, %v; want %q", line, err, want)
		}
	}
	hear(`{"number":0,"site":0,"problems":""}`)
	server.Show(site(t, "un"))
	hear(`{"number":1,"site":1,"problems":""}`)
	server.Complain("data/x.yaml:1:1: error")
	hear(`{"number":2,"site":1,"problems":"data/x.yaml:1:1: error"}`)
}

func TestAnOpenTabShowsWhatIsWrongThenTheNewSite(t *testing.T) {
	server := serve.New()
	server.Complain("no site yet")
	listening := httptest.NewServer(server)
	defer listening.Close()
	defer listening.CloseClientConnections() // tabs never let go of the news
	tab := browser.ForTest(t).Open(t, listening.URL+"/", browser.View{})
	for _, step := range []struct {
		change func()
		want   string
	}{
		{func() {}, `document.querySelector('#vigie-problems')?.textContent === 'no site yet'`},
		{func() { server.Show(site(t, "un")) }, `document.querySelector('h1')?.textContent === 'un'`},
		{func() { server.Complain("broken") }, `document.querySelector('#vigie-problems')?.textContent === 'broken' && document.querySelector('h1').textContent === 'un'`},
		{func() { server.Show(site(t, "deux")) }, `document.querySelector('h1')?.textContent === 'deux' && !document.querySelector('#vigie-problems')`},
	} {
		step.change()
		if err := tab.Wait(step.want); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range tab.Complaints() {
		if c.Kind == "policy" && !strings.Contains(c.Text, "favicon") {
			t.Error(c)
		}
	}
}
