package fetch_test

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strings"
	"testing"

	"vigie/internal/fetch"
)

func TestAVisitReportsWhatCame(t *testing.T) {
	s := play(t, pages{"/liste.csv": func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/csv; charset=utf-8")
		w.Header().Set("ETag", `"v1"`)
		w.Header().Set("Last-Modified", "Tue, 27 Jan 2026 08:00:00 GMT")
		w.Write([]byte("a,é\n"))
	}})
	v, text := s.brings("/liste.csv", func(r *fetch.Request) { r.Media = []string{"text/csv", "text/plain"} })
	sum := sha256.Sum256([]byte("a,é\n"))
	if text != "a,é\n" || v.SHA256 != hex.EncodeToString(sum[:]) || v.Size != 5 || v.Status != 200 || v.NotModified || v.Requests != 1 ||
		v.URL != s.URL+"/liste.csv" || v.Final != v.URL || v.Media != "text/csv" || v.Charset != "utf-8" || v.Header.Get("ETag") != `"v1"` {
		t.Errorf("%q %+v", text, v)
	}
	got := s.requests("/liste.csv")[0].header
	if got.Get("User-Agent") != "Vigie/1.0 (+contact@example.org)" || got.Get("Accept") != "text/csv, text/plain, */*;q=0.1" {
		t.Errorf("it says it is %q and accepts %q", got.Get("User-Agent"), got.Get("Accept"))
	}
	if got := s.requests("/robots.txt")[0].header.Get("User-Agent"); got != "Vigie/1.0 (+contact@example.org)" {
		t.Errorf("it reads robots.txt as %q", got)
	}
}

func TestAnEmptyDocumentIsADocument(t *testing.T) {
	s := play(t, pages{"/liste": says("text/csv", "")})
	if v, text := s.brings("/liste"); text != "" || v.Size != 0 || v.SHA256 == "" {
		t.Errorf("%+v", v)
	}
}

func TestAnUnchangedDocumentCostsOneRequest(t *testing.T) {
	const day = "Tue, 27 Jan 2026 08:00:00 GMT"
	page := func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("If-None-Match") == `W/"v1"` || r.Header.Get("If-Modified-Since") == day {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Header().Set("Content-Type", "text/plain")
		w.Write([]byte("liste"))
	}
	for name, change := range map[string]func(*fetch.Request){
		"by its tag":  func(r *fetch.Request) { r.ETag = `W/"v1"` },
		"by its date": func(r *fetch.Request) { r.LastModified = day },
	} {
		for _, path := range []string{"/liste", "/moved"} {
			t.Run(name+" at "+path, func(t *testing.T) {
				s := play(t, pages{"/liste": page, "/moved": to("/liste")})
				v, err := s.get(path, change)
				if err != nil || !v.NotModified || v.File != "" || v.Status != 304 || len(s.requests("/liste")) != 1 {
					t.Errorf("%+v %v", v, err)
				}
				s.clean()
			})
		}
	}
	t.Run("and a changed one comes whole", func(t *testing.T) {
		s := play(t, pages{"/liste": page})
		if v, text := s.brings("/liste", func(r *fetch.Request) { r.ETag = `"v0"` }); v.NotModified || text != "liste" {
			t.Errorf("%+v", v)
		}
	})
	t.Run("and that answer to a plain question is a fault", func(t *testing.T) {
		s := play(t, pages{"/liste": status(304)})
		s.fails(fetch.Unexpected, "/liste")
	})
}

func TestEachStatusHasItsFault(t *testing.T) {
	for _, c := range []struct {
		code  int
		want  fetch.Fault
		tries int
	}{
		{401, fetch.Walled, 1}, {403, fetch.Walled, 1}, {451, fetch.Walled, 1}, {429, fetch.Walled, 3},
		{404, fetch.Gone, 1}, {410, fetch.Gone, 1},
		{500, fetch.Failing, 3}, {502, fetch.Failing, 3}, {503, fetch.Failing, 3}, {504, fetch.Failing, 3},
		{400, fetch.Unexpected, 1}, {406, fetch.Unexpected, 1}, {418, fetch.Unexpected, 1},
		{204, fetch.Unexpected, 1}, {206, fetch.Unexpected, 1}, {300, fetch.Unexpected, 1},
	} {
		s := play(t, pages{"/liste": status(c.code)}, retries(2))
		err := s.fails(c.want, "/liste")
		if n := len(s.requests("/liste")); n != c.tries {
			t.Errorf("%d: %d tries, want %d", c.code, n, c.tries)
		}
		if !strings.HasPrefix(err.Error(), s.URL+"/liste: "+string(c.want)+" (HTTP ") {
			t.Errorf("%d is called %q", c.code, err)
		}
	}
}

func TestWhatIsTemporaryIsTriedAgain(t *testing.T) {
	fine := says("text/plain", "liste")
	for name, first := range map[string]http.HandlerFunc{
		"a failing server":    status(500),
		"a broken connection": reset("li"),
		"a short answer":      cut("li", "Content-Length", "5"),
		"no answer at all":    func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
	} {
		t.Run(name, func(t *testing.T) {
			s := play(t, pages{"/liste": inTurn(first, first, fine)}, retries(2))
			if v, text := s.brings("/liste"); text != "liste" || v.Requests != 3 || v.Status != 200 {
				t.Errorf("%q %+v", text, v)
			}
			// one second after robots.txt, then one and two of back-off
			if got := s.waited().Seconds(); got != 4 {
				t.Errorf("it waited for %v seconds, want 4", got)
			}
		})
	}
	t.Run("a server that is not there", func(t *testing.T) {
		gone := play(t, nil)
		address := gone.URL
		s := play(t, nil, retries(2))
		gone.close()
		_, err := s.Get(t.Context(), fetch.Request{URL: address + "/liste"})
		if fetch.FaultOf(err) != fetch.Unreachable || s.waited() == 0 {
			t.Errorf("%v after a wait of %s", err, s.waited())
		}
	})
}

func TestTheEnvironmentChangesNothing(t *testing.T) {
	for name, value := range map[string]string{"COLLY_CACHE_DIR": t.TempDir(), "COLLY_FOLLOW_REDIRECTS": "no", "COLLY_ALLOWED_DOMAINS": "source.example",
		"COLLY_USER_AGENT": "other", "COLLY_MAX_BODY_SIZE": "1", "HTTP_PROXY": "http://127.0.0.1:9", "http_proxy": "http://127.0.0.1:9"} {
		t.Setenv(name, value)
	}
	s := play(t, pages{"/moved": to("/liste"), "/liste": says("text/plain", "liste")})
	for range 2 {
		if _, text := s.brings("/moved"); text != "liste" {
			t.Errorf("%q came", text)
		}
	}
	if n := len(s.requests("/liste")); n != 2 {
		t.Errorf("%d requests, want 2", n)
	}
}

func TestNoErrorIsNoFault(t *testing.T) {
	if got := fetch.FaultOf(nil); got != "" {
		t.Errorf("it is %q", got)
	}
}
