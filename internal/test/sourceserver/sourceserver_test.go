package sourceserver_test

import (
	"context"
	"io"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"vigie/internal/fetch"
	"vigie/internal/test/sourceserver"
)

// visitor is a fetcher that waits for nothing.
func visitor(t *testing.T) *fetch.Fetcher {
	t.Helper()
	return fetch.New(fetch.Options{Agent: "Vigie", Contact: "contact@example.org", TempDir: t.TempDir(), Loopback: true, Retries: 1,
		Wait: func(ctx context.Context, _ time.Duration) error { return ctx.Err() }})
}

// get visits a path, and gives the document and its charset.
func get(t *testing.T, srv *sourceserver.Server, path string, change ...func(*fetch.Request)) (*fetch.Visit, string, error) {
	t.Helper()
	req := fetch.Request{URL: srv.URL(path), MaxBytes: 1 << 20, Timeout: 5 * time.Second}
	for _, c := range change {
		c(&req)
	}
	v, err := visitor(t).Get(t.Context(), req)
	if v.File == "" {
		return v, "", err
	}
	content, readErr := os.ReadFile(v.File)
	if readErr != nil {
		t.Fatal(readErr)
	}
	return v, string(content), err
}

const table = "id,hébergeur,montant\n1,Société A,100\n2,Société B,200\n3,Société C,300\n4,Société D,400\n" // made up

func csv() sourceserver.Body {
	return sourceserver.Body{Media: "text/csv; charset=utf-8", Bytes: []byte(table)}
}

func TestASourceIsPlayed(t *testing.T) {
	srv := sourceserver.New(t)
	srv.Put("/liste.csv", csv())
	srv.Put("/api/?page=1&taille=50", sourceserver.Body{Media: "application/json", Bytes: []byte(`{"page": 1}`), Gzip: true})
	srv.Put("/api/", sourceserver.Body{Media: "application/json", Bytes: []byte(`{"page": 0}`)})
	srv.Redirect("/r/liste", srv.URL("/liste.csv"))
	for path, want := range map[string]string{"/liste.csv": table, "/api/?taille=50&page=1": `{"page": 1}`, "/api/?page=9": `{"page": 0}`, "/r/liste": table} {
		if _, got, err := get(t, srv, path); err != nil || got != want {
			t.Errorf("%s: %q %v", path, got, err)
		}
	}
	if _, _, err := get(t, srv, "/nowhere"); fetch.FaultOf(err) != fetch.Gone {
		t.Errorf("an address that was not put: %v", err)
	}
	if got := srv.Local("url: https://www.data.gouv.fr/api/", "www.data.gouv.fr"); got != "url: "+srv.URL("/api/") {
		t.Errorf("the declaration of a source becomes %q", got)
	}
	for agent := range srv.Agents() {
		if agent != "Vigie (+contact@example.org)" {
			t.Errorf("somebody comes as %q", agent)
		}
	}
}

func TestAnUnchangedDocumentIsNotSentAgain(t *testing.T) {
	srv := sourceserver.New(t)
	srv.Put("/tagged", csv())
	dated := csv()
	dated.NoTag, dated.LastModified = true, "Mon, 23 Nov 2026 09:00:00 GMT"
	srv.Put("/dated", dated)
	for _, path := range []string{"/tagged", "/dated"} {
		var tag, date string
		for range 2 {
			v, _, err := get(t, srv, path, func(r *fetch.Request) { r.ETag, r.LastModified = tag, date })
			if err != nil {
				t.Fatal(err)
			}
			tag, date = v.Header.Get("ETag"), v.Header.Get("Last-Modified")
		}
		if got := srv.Seen(path); got != (sourceserver.Seen{Requests: 2, Whole: 1, NotModified: 1}) {
			t.Errorf("%s was seen %+v", path, got)
		}
		srv.Play(path, sourceserver.Half)
		if v, _, err := get(t, srv, path, func(r *fetch.Request) { r.ETag, r.LastModified = tag, date }); err != nil || v.NotModified {
			t.Errorf("%s with half of its rows passes for unchanged: %v", path, err)
		}
	}
	if got := srv.Seen(""); got.Requests != 6 {
		t.Errorf("all that was seen is %+v", got)
	}
	srv.Forget()
	if got := srv.Seen("/tagged"); got.Requests != 0 {
		t.Errorf("%+v was not forgotten", got)
	}
}

// TestEachFaultIsWhatItSays plays every fault of the server to a visitor.
func TestEachFaultIsWhatItSays(t *testing.T) {
	want := map[sourceserver.Fault]fetch.Fault{
		sourceserver.Timeout: fetch.TimedOut, sourceserver.Reset: fetch.CutShort, sourceserver.Cut: fetch.CutShort, sourceserver.Forbidden: fetch.Walled,
		sourceserver.NotFound: fetch.Gone, sourceserver.Gone: fetch.Gone, sourceserver.TooMany: fetch.Walled, sourceserver.FailsOnce: "",
		sourceserver.Fails: fetch.Failing, sourceserver.ToPrivate: fetch.OffHost, sourceserver.ToOther: fetch.OffHost, sourceserver.Endless: fetch.TooLarge,
		sourceserver.Bomb: fetch.TooLarge, sourceserver.HTMLInstead: fetch.WrongType, sourceserver.HTMLLying: fetch.WrongType,
		sourceserver.RobotsForbid: fetch.Robots, sourceserver.WrongCharset: "", sourceserver.Broken: "", sourceserver.Empty: "", sourceserver.Half: "",
		sourceserver.Renamed: "",
	}
	for _, f := range sourceserver.Faults() {
		t.Run(string(f), func(t *testing.T) {
			srv := sourceserver.New(t)
			srv.Put("/liste.csv", csv())
			srv.Play("/liste.csv", f)
			_, _, err := get(t, srv, "/liste.csv", func(r *fetch.Request) {
				r.Media = []string{"text/csv"}
				if f == sourceserver.Timeout {
					r.Timeout = 5 * time.Millisecond
				}
			})
			fault, known := want[f]
			if got := fetch.FaultOf(err); got != fault || !known {
				t.Errorf("the visitor says %q (%v), want %q", got, err, fault)
			}
			srv.Mend()
			if _, got, err := get(t, srv, "/liste.csv"); err != nil || got != table {
				t.Errorf("once mended: %q %v", got, err)
			}
		})
	}
}

func TestADocumentIsAlteredInItsOwnShape(t *testing.T) {
	const (
		json = `{"total": 3, "meta": {"names": ["a"]}, "data": [{"id": "1", "n": 1.50}, {"id": "2"}, {"id": "3"}]}`
		html = `<main><table><thead><tr><th scope="col">Nom</th></tr></thead><tbody><tr><td>A</td></tr> <tr><th scope="row">1</th><td>B</td></tr></tbody></table><ul><li>x</li></ul></main>`
		list = `<main><ul><li>A</li><li>B</li></ul></main>`
	)
	for _, c := range []struct {
		name, media, body string
		fault             sourceserver.Fault
		want              string
	}{
		{"an empty table", "text/csv", table, sourceserver.Empty, "id,hébergeur,montant\n"},
		{"half of a table", "text/csv", table, sourceserver.Half, "id,hébergeur,montant\n1,Société A,100\n2,Société B,200\n"},
		{"a table with other columns", "text/csv", "id;\"nom, prénom\"\n1;A\n", sourceserver.Renamed, "id_v2;\"nom_v2, prénom_v2\"\n1;A\n"},
		{"a table that lost bytes", "text/csv", "été né\n", sourceserver.Broken, "\xc3té n\xc3\n"},
		{"a table in another charset", "text/csv", "été\n", sourceserver.WrongCharset, "\xe9t\xe9\n"},
		{"empty results", "application/json", json, sourceserver.Empty, `{"data":[],"meta":{"names":["a"]},"total":3}`},
		{"half of the results", "application/json", json, sourceserver.Half, `{"data":[{"id":"1","n":1.50}],"meta":{"names":["a"]},"total":3}`},
		{"results with other members", "application/json", `[{"id": 1}]`, sourceserver.Renamed, `[{"id_v2":1}]`},
		{"results further down", "application/json", `{"a": {"b": [{"id": 1}, {"id": 2}]}}`, sourceserver.Half, `{"a":{"b":[{"id":1}]}}`},
		{"an empty page", "text/html; charset=utf-8", html, sourceserver.Empty, `<main><table><thead><tr><th scope="col">Nom</th></tr></thead><tbody></tbody></table><ul><li>x</li></ul></main>`},
		{"half of a page", "text/html", html, sourceserver.Half, strings.Replace(html, `<tr><th scope="row">1</th><td>B</td></tr>`, "", 1)},
		{"a page with other columns", "text/html", `<th>Nom</th>`, sourceserver.Renamed, `<th>Nouveau : Nom</th>`},
		{"half of a list", "text/html", list, sourceserver.Half, `<main><ul><li>A</li></ul></main>`},
	} {
		t.Run(c.name, func(t *testing.T) {
			srv := sourceserver.New(t)
			srv.Put("/", sourceserver.Body{Media: c.media, Bytes: []byte(c.body)})
			srv.PlayAll(c.fault)
			if _, got, err := get(t, srv, "/"); err != nil || got != c.want {
				t.Errorf("%v\n got %q\nwant %q", err, got, c.want)
			}
		})
	}
	t.Run("or as the test gives it", func(t *testing.T) {
		srv := sourceserver.New(t)
		srv.Put("/", sourceserver.Body{Media: "application/pdf", Bytes: []byte("%PDF-1.4 all"), Played: map[sourceserver.Fault][]byte{sourceserver.Half: []byte("%PDF-1.4 half")}})
		if !srv.CanPlay("/", sourceserver.Half) || !srv.CanPlay("/", sourceserver.Reset) || srv.CanPlay("/", sourceserver.Empty) || srv.CanPlay("/other", sourceserver.Reset) {
			t.Error("what can be played is listed wrong")
		}
		srv.Play("/", sourceserver.Half)
		if _, got, err := get(t, srv, "/"); err != nil || got != "%PDF-1.4 half" {
			t.Errorf("%q %v", got, err)
		}
	})
}

func TestTheCharsetThatIsAnnouncedWronglyIsFound(t *testing.T) {
	srv := sourceserver.New(t)
	srv.Put("/", csv())
	srv.PlayAll(sourceserver.WrongCharset)
	if v, _, err := get(t, srv, "/"); err != nil || v.Charset != "windows-1252" || v.Header.Get("Content-Type") != "text/csv; charset=utf-8" {
		t.Errorf("%s %v", v.Charset, err)
	}
	srv.PlayAll(sourceserver.Broken)
	if v, _, err := get(t, srv, "/"); err != nil || v.Charset != "utf-8" {
		t.Errorf("%s %v", v.Charset, err)
	}
}

func TestAServerEndsWithItsTestWhateverItPlays(t *testing.T) {
	for _, f := range []sourceserver.Fault{sourceserver.Timeout, sourceserver.Endless, sourceserver.Bomb} {
		t.Run(string(f), func(t *testing.T) {
			srv := sourceserver.New(t)
			srv.Put("/", csv())
			srv.PlayAll(f)
			ctx, cancel := context.WithTimeout(t.Context(), 5*time.Millisecond)
			defer cancel()
			req, _ := http.NewRequestWithContext(ctx, http.MethodGet, srv.URL("/"), nil)
			if resp, err := http.DefaultClient.Do(req); err == nil {
				io.Copy(io.Discard, resp.Body)
				resp.Body.Close()
			}
		})
	}
}
