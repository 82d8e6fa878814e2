package fetch_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"vigie/internal/fetch"
)

// clock is a time that passes only when somebody waits.
type clock struct {
	mu     sync.Mutex
	now    time.Time
	waits  []time.Duration
	frozen bool // it does not pass even then
}

func newClock() *clock { return &clock{now: time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)} }

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) Wait(ctx context.Context, d time.Duration) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.waits = append(c.waits, d)
	if !c.frozen {
		c.now = c.now.Add(d)
	}
	return ctx.Err()
}

func (c *clock) waited() time.Duration {
	c.mu.Lock()
	defer c.mu.Unlock()
	var sum time.Duration
	for _, d := range c.waits {
		sum += d
	}
	return sum
}

// pages are the addresses of a played host; it has no robots.txt unless one is
// among them, and answers 404 elsewhere.
type pages map[string]http.HandlerFunc

// request is one that a played host was asked.
type request struct {
	path   string
	header http.Header
	at     time.Time
}

// stage is a local server, a visitor and their clock.
type stage struct {
	*clock
	*fetch.Fetcher
	URL  string
	host string // and port
	dir  string // where bodies are spooled

	t     testing.TB
	close func()
	mu    sync.Mutex
	asked []request
}

// play opens a stage. Options may be changed; the network is opened to this
// machine, no wait takes time, and nothing is tried twice.
func play(t testing.TB, of pages, change ...func(*fetch.Options)) *stage {
	t.Helper()
	s := &stage{clock: newClock(), dir: t.TempDir(), t: t}
	server := httptest.NewServer(s.serve(of))
	t.Cleanup(server.Close)
	s.close = server.Close
	s.URL, s.host = server.URL, strings.TrimPrefix(server.URL, "http://")
	o := fetch.Options{Agent: "Vigie", Version: "1.0", Contact: "contact@example.org", TempDir: s.dir, Loopback: true, Wait: s.Wait, Now: s.Now}
	for _, c := range change {
		c(&o)
	}
	s.Fetcher = fetch.New(o)
	return s
}

func (s *stage) serve(of pages) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.asked = append(s.asked, request{r.URL.RequestURI(), r.Header.Clone(), s.Now()})
		s.mu.Unlock()
		if page, ok := of[r.URL.Path]; ok {
			page(w, r)
			return
		}
		http.NotFound(w, r)
	})
}

// requests are those for a path, or all but robots.txt when it is empty.
func (s *stage) requests(path string) []request {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []request
	for _, r := range s.asked {
		if r.path == path || path == "" && r.path != "/robots.txt" {
			out = append(out, r)
		}
	}
	return out
}

// get visits a path of the stage.
func (s *stage) get(path string, change ...func(*fetch.Request)) (*fetch.Visit, error) {
	s.t.Helper()
	req := fetch.Request{URL: s.URL + path, MaxBytes: 1 << 20, Timeout: 5 * time.Second}
	for _, c := range change {
		c(&req)
	}
	return s.Get(s.t.Context(), req)
}

// brings visits a path and gives the document.
func (s *stage) brings(path string, change ...func(*fetch.Request)) (*fetch.Visit, string) {
	s.t.Helper()
	v, err := s.get(path, change...)
	if err != nil {
		s.t.Fatalf("%s: %v", path, err)
	}
	content, err := os.ReadFile(v.File)
	if err != nil {
		s.t.Fatal(err)
	}
	return v, string(content)
}

// fails visits a path in vain: with this fault, and without a file left behind.
func (s *stage) fails(want fetch.Fault, path string, change ...func(*fetch.Request)) error {
	s.t.Helper()
	v, err := s.get(path, change...)
	if got := fetch.FaultOf(err); got != want {
		s.t.Fatalf("%s: the fault is %q (%v), want %q", path, got, err, want)
	}
	if v == nil || v.File != "" || v.SHA256 != "" {
		s.t.Errorf("%s: the visit that failed reports a file: %+v", path, v)
	}
	s.clean()
	return err
}

// clean holds that no spooled file is left.
func (s *stage) clean() {
	s.t.Helper()
	left, err := os.ReadDir(s.dir)
	if err != nil || len(left) > 0 {
		s.t.Errorf("files were left behind: %v %v", left, err)
	}
}

// says answers with a text.
func says(media, text string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", media)
		w.Write([]byte(text))
	}
}

// status answers with nothing but a status and headers, given by pairs.
func status(code int, headers ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		for i := 0; i < len(headers); i += 2 {
			w.Header().Set(headers[i], headers[i+1])
		}
		w.WriteHeader(code)
	}
}

// inTurn answers with one after the other, the last one for ever.
func inTurn(handlers ...http.HandlerFunc) http.HandlerFunc {
	var mu sync.Mutex
	return func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		h := handlers[0]
		if len(handlers) > 1 {
			handlers = handlers[1:]
		}
		mu.Unlock()
		h(w, r)
	}
}

func retries(n int) func(*fetch.Options) { return func(o *fetch.Options) { o.Retries = n } }
