package bucket_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/publish"
	"vigie/internal/publish/bucket"
)

// server starts a real store of objects on this machine, with one bucket.
func server(t *testing.T) (endpoint, folder string) {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "../../../script/s3.sh").Output()
	if err != nil {
		t.Skipf("script/s3.sh cannot build a store of objects to try on: %v", err)
	}
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	endpoint = free.Addr().String()
	free.Close()
	folder = t.TempDir()
	sidecar := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "site"), 0o755); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	c := exec.CommandContext(ctx, strings.TrimSpace(string(out)), "--port", endpoint, "--access", "reader",
		"--secret", "not-a-secret", "--quiet", "posix", "--sidecar", sidecar, folder)
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { stop(); c.Wait() })
	for { // until it answers: the test's own limit ends it
		if line, err := net.DialTimeout("tcp", endpoint, time.Second); err == nil {
			line.Close()
			return endpoint, filepath.Join(folder, "site")
		}
		if c.ProcessState != nil {
			t.Fatal("the store of objects ended at once")
		}
	}
}

// open opens the bucket as an address names it.
func open(t *testing.T, endpoint, prefix string, transport http.RoundTripper) *bucket.Bucket {
	t.Helper()
	env := map[string]string{"AWS_ACCESS_KEY_ID": "reader", "AWS_SECRET_ACCESS_KEY": "not-a-secret", "AWS_REGION": "us-east-1"}
	place, keys, err := bucket.Parse("s3://site/"+prefix+"?endpoint=http://"+endpoint, func(n string) string { return env[n] })
	if err != nil {
		t.Fatal(err)
	}
	tries := 0
	if transport != nil {
		tries = 1
	}
	b, err := bucket.Open(place, keys, transport, tries)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func run(files fs.FS, to publish.Target, gzip bool) (*publish.Plan, publish.Report, error) {
	r := publish.Run{Site: files, Target: to, Gzip: gzip, Jobs: 3, Progress: func(string, int, int) {}}
	plan, err := r.Plan(context.Background())
	if err != nil {
		return nil, publish.Report{}, err
	}
	done, err := r.Do(context.Background(), plan)
	return plan, done, err
}

// made is a made-up site: pages that need a style and a picture of their own.
func made(version, pages int) (fs.FS, map[string]string) {
	style := fmt.Sprintf("assets/style.%d.css", version)
	files := map[string]string{style: "a{}", ".nojekyll": "",
		"_headers": "/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n"}
	for n := range pages {
		picture := fmt.Sprintf("p/%d.%d.svg", n, version/2)
		files[picture] = picture
		files[fmt.Sprintf("p/%d/index.html", n)] = fmt.Sprintf(`<link href="/%s"><img src="/%s">`, style, picture) +
			strings.Repeat(" words", 300)
	}
	built, list := fstest.MapFS{}, "Written by vigie build\n"
	for _, path := range slices.Sorted(maps.Keys(files)) {
		built[path] = &fstest.MapFile{Data: []byte(files[path])}
		list += "= " + path + "\n"
	}
	built[".vigie"] = &fstest.MapFile{Data: []byte(list)}
	return built, files
}

// held is what the store has below a prefix, read from its own folder.
func held(t *testing.T, folder string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := fs.WalkDir(os.DirFS(folder), ".", func(path string, e fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) || err == nil && (e.IsDir() || path == publish.Manifest) {
			return nil
		}
		content, err := os.ReadFile(filepath.Join(folder, path))
		found[path] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

var needed = regexp.MustCompile(`(?:href|src)="/([^"]+)"`)

func whole(t *testing.T, files map[string]string) {
	t.Helper()
	for path, content := range files {
		for _, m := range needed.FindAllStringSubmatch(content, -1) {
			if _, ok := files[m[1]]; !ok && strings.HasSuffix(path, ".html") {
				t.Errorf("%s is there without %s", path, m[1])
			}
		}
	}
}

// cutting is a line to the store that is cut after so many changes; the last one may have
// reached the store all the same.
type cutting struct {
	mu   sync.Mutex
	left int
	lost bool
}

func (c *cutting) RoundTrip(q *http.Request) (*http.Response, error) {
	if q.Method != http.MethodPut && q.Method != http.MethodDelete {
		return http.DefaultTransport.RoundTrip(q)
	}
	c.mu.Lock()
	c.left--
	now, after := c.left == -1 && c.lost, c.left < 0
	c.mu.Unlock()
	if now {
		if answer, err := http.DefaultTransport.RoundTrip(q); err == nil {
			io.Copy(io.Discard, answer.Body)
			answer.Body.Close()
		}
	}
	if after {
		return nil, errors.New("the line was cut")
	}
	return http.DefaultTransport.RoundTrip(q)
}

func TestAStoreOfObjects(t *testing.T) {
	endpoint, folder := server(t)

	t.Run("holds the site after the first run, and is left alone by the second one", func(t *testing.T) {
		built, files := made(0, 8)
		to := open(t, endpoint, "first", nil)
		_, done, err := run(built, to, false)
		if err != nil || done.Sent != len(files) || done.Notes != 2 {
			t.Fatalf("%+v, %v", done, err)
		}
		if diff := cmp.Diff(files, held(t, folder+"/first")); diff != "" {
			t.Error(diff)
		}
		if _, done, err := run(built, to, false); err != nil || done != (publish.Report{}) {
			t.Errorf("nothing changed, and %+v, %v", done, err)
		}
		next, files := made(1, 7) // another style, a page and its picture fewer
		_, done, err = run(next, to, false)
		if err != nil || done.Sent != 8 || done.Deleted != 3 {
			t.Errorf("%+v, %v: want the style and 7 pages sent, the former style, a page and its picture removed", done, err)
		}
		if diff := cmp.Diff(files, held(t, folder+"/first")); diff != "" {
			t.Error(diff)
		}
	})

	t.Run("gives out headers, and text in gzip where that is asked", func(t *testing.T) {
		built, _ := made(0, 1)
		if _, _, err := run(built, open(t, endpoint, "heads", nil), true); err != nil {
			t.Fatal(err)
		}
		heads := heads{t: t, seen: map[string]http.Header{}}
		again := open(t, endpoint, "heads", &heads)
		for path, want := range map[string][3]string{
			"assets/style.0.css": {"text/css; charset=utf-8", "public, max-age=31536000, immutable", ""},
			"p/0/index.html":     {"text/html; charset=utf-8", "public, max-age=300, stale-while-revalidate=86400", "gzip"},
			publish.Manifest:     {"application/json; charset=utf-8", "no-cache", ""},
		} {
			if _, err := again.Get(t.Context(), path); err != nil {
				t.Fatal(err)
			}
			h := heads.seen["/site/heads/"+path]
			if got := [3]string{h.Get("Content-Type"), h.Get("Cache-Control"), h.Get("Content-Encoding")}; got != want {
				t.Errorf("%s: %q, want %q", path, got, want)
			}
		}
		if _, done, err := run(built, again, true); err != nil || done != (publish.Report{}) {
			t.Errorf("nothing changed, and %+v, %v", done, err)
		}
	})

	t.Run("is whole after each cut", func(t *testing.T) {
		cuts, arrived := 0, 0
		for seed := range uint64(20) {
			r := rand.New(rand.NewPCG(seed, 3))
			prefix := fmt.Sprintf("cut%d", seed)
			if err := os.MkdirAll(filepath.Join(folder, prefix, "p"), 0o755); err != nil {
				t.Fatal(err)
			}
			own := filepath.Join(folder, prefix, "p", "own.txt")
			if err := os.WriteFile(own, []byte("somebody's"), 0o644); err != nil {
				t.Fatal(err)
			}
			line := &cutting{}
			to := open(t, endpoint, prefix, line)
			var files map[string]string
			for version := range 3 {
				var built fs.FS
				built, files = made(version, 3+r.IntN(4))
				line.left, line.lost = r.IntN(16), r.IntN(2) == 0
				if _, _, err := run(built, to, false); err != nil {
					cuts++
				}
				whole(t, held(t, filepath.Join(folder, prefix)))
				if version < 2 && r.IntN(2) == 0 {
					continue // the next site is published over what was cut
				}
				line.left = 1 << 30
				plan, _, err := run(built, to, false)
				if err != nil {
					t.Fatalf("seed %d: %v", seed, err)
				}
				arrived += plan.Arrived
			}
			found := held(t, filepath.Join(folder, prefix))
			if found["p/own.txt"] != "somebody's" {
				t.Fatalf("seed %d: a file that is not Vigie's was touched", seed)
			}
			delete(found, "p/own.txt")
			if diff := cmp.Diff(files, found); diff != "" || t.Failed() {
				t.Fatalf("seed %d: %s", seed, diff)
			}
		}
		t.Logf("%d cuts; %d files that cut runs had sent were not sent again", cuts, arrived)
		if cuts < 20 || arrived == 0 {
			t.Errorf("%d cuts, %d files not sent again: the test holds little", cuts, arrived)
		}
	})

	t.Run("gives no secret away when it refuses", func(t *testing.T) {
		env := map[string]string{"AWS_ACCESS_KEY_ID": "reader", "AWS_SECRET_ACCESS_KEY": "a-wrong-word"}
		place, keys, err := bucket.Parse("s3://site?endpoint=http://"+endpoint, func(n string) string { return env[n] })
		if err != nil {
			t.Fatal(err)
		}
		to, err := bucket.Open(place, keys, nil, 1)
		if err != nil {
			t.Fatal(err)
		}
		built, _ := made(0, 1)
		if _, _, err = run(built, to, false); err == nil || strings.Contains(err.Error(), "a-wrong-word") {
			t.Errorf("%v", err)
		}
	})
}

// heads notes the headers of answers.
type heads struct {
	t    *testing.T
	mu   sync.Mutex
	seen map[string]http.Header
}

func (h *heads) RoundTrip(q *http.Request) (*http.Response, error) {
	plain := http.Transport{DisableCompression: true}
	answer, err := plain.RoundTrip(q)
	if err == nil {
		h.mu.Lock()
		h.seen[q.URL.Path] = answer.Header
		h.mu.Unlock()
	}
	return answer, err
}
