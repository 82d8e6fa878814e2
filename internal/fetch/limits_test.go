package fetch_test

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"

	"vigie/internal/fetch"
)

func TestADocumentThatIsNotWholeIsRefused(t *testing.T) {
	long := strings.Repeat("ligne\n", 20_000)
	half := func(coding string) http.HandlerFunc {
		body := compressed(coding, long+"fin")
		return cut(string(body[:len(body)-20]), "Content-Encoding", coding)
	}
	for _, c := range []struct {
		name string
		page http.HandlerFunc
		want fetch.Fault
	}{
		{"the connection is reset in the middle", reset(long), fetch.CutShort},
		{"the connection is reset at the start", reset("li"), fetch.CutShort},
		{"fewer bytes come than were announced", cut(long, "Content-Length", "200000"), fetch.CutShort},
		{"a short body is shorter than announced", cut("li", "Content-Length", "5"), fetch.CutShort},
		{"the last chunk is missing", cut(long), fetch.CutShort},
		{"the last chunk of a short body is missing", cut("li"), fetch.CutShort},
		{"a gzip body stops", half("gzip"), fetch.CutShort},
		{"a br body stops", half("br"), fetch.CutShort},
		{"a zstd body stops", half("zstd"), fetch.CutShort},
		{"a br body ends, but not the connection", cut(string(compressed("br", long)), "Content-Encoding", "br"), fetch.CutShort},
		{"a zstd body ends, but not the connection", cut(string(compressed("zstd", long)), "Content-Encoding", "zstd"), fetch.CutShort},
		{"a gzip body stops, as announced", withCoding("gzip", compressed("gzip", long)[:40]), fetch.BadEncoding},
		{"nothing comes of what was announced", cut("", "Content-Length", "5"), fetch.CutShort},
		{"nothing comes of what was announced, in gzip", cut("", "Content-Length", "5", "Content-Encoding", "gzip"), fetch.CutShort},
		{"the heading of a gzip body stops", cut("\x1f\x8b", "Content-Length", "500", "Content-Encoding", "gzip"), fetch.CutShort},
		{"a gzip body ends before what was announced", cut(string(compressed("gzip", long)), "Content-Length", "200000", "Content-Encoding", "gzip"), fetch.CutShort},
		{"a br body stops, as announced", withCoding("br", compressed("br", long)[:20]), fetch.BadEncoding},
		{"a zstd body stops, as announced", withCoding("zstd", compressed("zstd", long)[:20]), fetch.BadEncoding},
		{"a zstd body stops between frames, as announced", withCoding("zstd", nil), fetch.BadEncoding},
		{"a gzip body of nothing", withCoding("gzip", nil), fetch.BadEncoding},
		{"a br body of nothing", withCoding("br", nil), fetch.BadEncoding},
		{"it is not gzip", withCoding("gzip", []byte("nothing of the kind")), fetch.BadEncoding},
		{"it is not zstd", withCoding("zstd", []byte("nothing of the kind")), fetch.BadEncoding},
		{"nobody knows the coding", withCoding("exi", []byte("x")), fetch.BadEncoding},
		{"there are codings over codings", withCoding("gzip, gzip, gzip", []byte("x")), fetch.BadEncoding},
		{"it goes on after the end, in gzip", withCoding("gzip", append(compressed("gzip", long), "more"...)), fetch.BadEncoding},
		{"it goes on after the end, in br", withCoding("br", append(compressed("br", long), strings.Repeat("more", 5000)...)), fetch.BadEncoding},
		{"a byte was altered", withCoding("gzip", altered(compressed("gzip", long+strings.Repeat(long, 3)))), fetch.BadEncoding},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := play(t, pages{"/liste": c.page})
			s.fails(c.want, "/liste")
		})
	}
}

func withCoding(coding string, body []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain")
		w.Header().Set("Content-Encoding", coding)
		w.Write(body)
	}
}

// altered spoils the checksum at the end of a gzip body.
func altered(body []byte) []byte {
	body[len(body)-5] ^= 1
	return body
}

func TestNothingIsReadPastTheLimitOfSize(t *testing.T) {
	limit := func(r *fetch.Request) { r.MaxBytes = 100_000 }
	bomb := strings.Repeat("0", 10_000_000)
	for _, c := range []struct {
		name string
		page http.HandlerFunc
	}{
		{"it announces more", says("text/plain", strings.Repeat("x", 100_001))},
		{"it never ends", endless("text/plain", strings.Repeat("x", 1000))},
		{"it is a gzip bomb", coded("gzip", "text/plain", bomb)},
		{"it is a brotli bomb", coded("br", "text/plain", bomb)},
		{"it is a zstd bomb", coded("zstd", "text/plain", bomb)},
		{"it is one bomb in another", withCoding("gzip, gzip", compressed("gzip", string(compressed("gzip", bomb))))},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := play(t, pages{"/liste": c.page}, retries(3))
			s.fails(fetch.TooLarge, "/liste", limit)
			if n := len(s.requests("/liste")); n != 1 {
				t.Errorf("it was tried %d times", n)
			}
		})
	}
	t.Run("it asks for more memory than a page may", func(t *testing.T) {
		var greedy bytes.Buffer
		z, err := zstd.NewWriter(&greedy, zstd.WithWindowSize(64<<20))
		if err != nil {
			t.Fatal(err)
		}
		io.CopyN(z, zeros{}, 70<<20)
		z.Close()
		s := play(t, pages{"/liste": withCoding("zstd", greedy.Bytes())})
		s.fails(fetch.BadEncoding, "/liste", limit)
	})
	t.Run("just as much is accepted", func(t *testing.T) {
		s := play(t, pages{"/liste": says("text/plain", strings.Repeat("x", 100_000))})
		s.brings("/liste", limit)
	})
	t.Run("there is a limit when none is announced", func(t *testing.T) {
		s := play(t, pages{"/liste": status(200, "Content-Length", "70000000")})
		s.fails(fetch.TooLarge, "/liste", func(r *fetch.Request) { r.MaxBytes = 0 })
	})
}

// zeros never end.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

func TestNothingIsAwaitedPastTheLimitOfTime(t *testing.T) {
	short := func(r *fetch.Request) { r.Timeout = 5 * time.Millisecond }
	for name, of := range map[string]pages{
		"for the answer":     {"/liste": stuck("")},
		"for the body":       {"/liste": stuck("début")},
		"for its last bytes": {"/liste": stuck(strings.Repeat("ligne\n", 20_000))},
		"for robots.txt":     {"/robots.txt": stuck(""), "/liste": says("text/plain", "liste")},
	} {
		t.Run(name, func(t *testing.T) {
			s := play(t, of)
			s.fails(fetch.TimedOut, "/liste", short)
		})
	}
	t.Run("our own turn takes none of it", func(t *testing.T) {
		s := play(t, pages{"/robots.txt": says("text/plain", forAll+"Crawl-delay: 100\n"), "/1": says("text/plain", "1"), "/2": says("text/plain", "2")})
		minute := func(r *fetch.Request) { r.Timeout = time.Minute }
		s.brings("/1", minute)
		s.brings("/2", minute)
	})
}

func TestAnInterruptedVisitLeavesNothing(t *testing.T) {
	for name, of := range map[string]pages{
		"while it awaits the answer": {"/liste": stuck("")},
		"while the body comes":       {"/liste": endless("text/plain", "ligne\n")},
		"while it reads robots.txt":  {"/robots.txt": stuck("")},
	} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			for path, page := range of {
				of[path] = func(w http.ResponseWriter, r *http.Request) {
					time.AfterFunc(2*time.Millisecond, cancel)
					page(w, r)
				}
			}
			s := play(t, of, retries(5))
			v, err := s.Get(ctx, fetch.Request{URL: s.URL + "/liste", MaxBytes: 1 << 40})
			if fetch.FaultOf(err) != fetch.Cancelled || v.File != "" {
				t.Errorf("the visit ends with %v and the file %q", err, v.File)
			}
			s.clean()
		})
	}
	t.Run("while it waits for its turn", func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		s := play(t, list(1, ""), func(o *fetch.Options) {
			o.Wait = func(ctx context.Context, _ time.Duration) error { cancel(); return ctx.Err() }
		})
		if _, err := s.Get(ctx, fetch.Request{URL: s.URL + "/0"}); fetch.FaultOf(err) != fetch.Cancelled {
			t.Errorf("the visit ends with %v", err)
		}
		if n := len(s.requests("/0")); n != 0 {
			t.Errorf("the page was asked for all the same")
		}
	})
	t.Run("while it truly waits", func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		s := play(t, pages{"/liste": func(w http.ResponseWriter, r *http.Request) {
			time.AfterFunc(5*time.Millisecond, cancel)
			status(503, "Retry-After", "60")(w, r)
		}}, retries(1), func(o *fetch.Options) { o.Wait, o.Now, o.Interval = nil, nil, time.Nanosecond })
		if _, err := s.Get(ctx, fetch.Request{URL: s.URL + "/liste"}); fetch.FaultOf(err) != fetch.Cancelled {
			t.Errorf("the visit ends with %v", err)
		}
	})
}

func TestADiskThatRefusesIsNotTheFaultOfTheSource(t *testing.T) {
	s := play(t, pages{"/liste": says("text/plain", "liste")}, retries(2), func(o *fetch.Options) { o.TempDir += "/nowhere" })
	s.fails(fetch.Local, "/liste")
	if n := len(s.requests("/liste")); n != 1 {
		t.Errorf("it was tried %d times", n)
	}
}

func TestProgressIsReported(t *testing.T) {
	text := strings.Repeat("ligne\n", 50_000)
	body := compressed("gzip", text)
	s := play(t, pages{"/liste": withCoding("gzip", body), "/more": endless("text/plain", "ligne\n")})
	var reported []int64
	s.brings("/liste", func(r *fetch.Request) {
		r.Progress = func(read, total int64) {
			reported = append(reported, read)
			if total != int64(len(body)) {
				t.Errorf("the total is %d, want %d", total, len(body))
			}
		}
	})
	if len(reported) == 0 || reported[len(reported)-1] != int64(len(body)) {
		t.Errorf("it reported %v of %d bytes", reported, len(body))
	}
	s.get("/more", func(r *fetch.Request) {
		r.Progress = func(_, total int64) {
			if total >= 0 {
				t.Errorf("an unknown total is reported as %d", total)
			}
		}
	})
}

// TestMemoryDoesNotGrowWithTheDocument fetches 300 MB and looks at the heap on
// the way.
func TestMemoryDoesNotGrowWithTheDocument(t *testing.T) {
	if testing.Short() {
		t.Skip("300 MB take a second")
	}
	const size = 300 << 20
	s := play(t, pages{"/liste": large(size)})
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	before, peak, next := m.HeapAlloc, uint64(0), int64(0)
	v, err := s.get("/liste", func(r *fetch.Request) {
		r.MaxBytes, r.Timeout = size, time.Minute
		r.Progress = func(read, _ int64) {
			if read >= next {
				next = read + 10<<20
				runtime.ReadMemStats(&m)
				peak = max(peak, m.HeapAlloc)
			}
		}
	})
	if err != nil || v.Size != size {
		t.Fatal(v.Size, err)
	}
	os.Remove(v.File)
	if grown := int64(peak) - int64(before); grown > 16<<20 {
		t.Errorf("the heap grew by %d MB over a document of 300", grown>>20)
	}
}

// large answers with so many bytes of text.
func large(size int) http.HandlerFunc {
	line := []byte(strings.Repeat("2026-11-23;marché;12345,67\n", 1200))
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/csv; charset=utf-8")
		for left := size; left > 0; {
			n, err := w.Write(line[:min(left, len(line))])
			if err != nil {
				return
			}
			left -= n
		}
	}
}
