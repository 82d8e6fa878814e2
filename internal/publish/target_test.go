package publish_test

import (
	"context"
	"crypto/md5"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"vigie/internal/publish"
)

var errCut = errors.New("the line was cut")

// memory is a target in memory, which fails once it did so many things.
type memory struct {
	mu      sync.Mutex
	traits  publish.Traits
	files   map[string]string
	heads   map[string]publish.Object
	left    int  // how many more things it does; below 0 for ever
	lost    bool // what fails was done all the same: the answer alone was lost
	touched []string
	seen    func() // called after each change
}

func newMemory(traits publish.Traits) *memory {
	return &memory{traits: traits, files: map[string]string{}, heads: map[string]publish.Object{}, left: -1}
}

func (m *memory) String() string                               { return "memory" }
func (m *memory) Traits() publish.Traits                       { return m.traits }
func (m *memory) Finish(context.Context, publish.Report) error { return nil }
func (m *memory) Get(_ context.Context, p string) ([]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if content, ok := m.files[p]; ok {
		return []byte(content), nil
	}
	return nil, nil
}

func (m *memory) List(context.Context, func(string) bool) (map[string]string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	out := map[string]string{}
	for p, content := range m.files {
		out[p] = markOf(content)
	}
	return out, nil
}

// markOf is as a store names bytes: not by the digest that Vigie uses.
func markOf(content string) string {
	sum := md5.Sum([]byte(content))
	return hex.EncodeToString(sum[:])
}

func (m *memory) Mark(_ publish.Object, stored func() ([]byte, error)) (string, error) {
	content, err := stored()
	return markOf(string(content)), err
}

func (m *memory) Put(_ context.Context, o publish.Object, stored []byte) error {
	return m.change(o.Path, func() { m.files[o.Path], m.heads[o.Path] = string(stored), o })
}

func (m *memory) Delete(_ context.Context, p string) error {
	return m.change(p, func() { delete(m.files, p) })
}

func (m *memory) change(p string, do func()) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	cut := m.left == 0
	if cut && !m.lost {
		return errCut
	}
	if m.left > 0 || cut && m.lost {
		m.left--
	}
	do()
	if p != publish.Manifest {
		m.touched = append(m.touched, p)
	}
	if m.seen != nil {
		m.seen()
	}
	if cut {
		m.left = 0
		m.lost = false
		return errCut
	}
	return nil
}

// site is a folder with files and the list of them that a build leaves.
func site(t testing.TB, files map[string]string) fs.FS {
	t.Helper()
	built, list := fstest.MapFS{}, "Written by vigie build\n"
	for _, p := range slices.Sorted(maps.Keys(files)) {
		built[p] = &fstest.MapFile{Data: []byte(files[p])}
		list += "= " + p + "\n"
	}
	built[".vigie"] = &fstest.MapFile{Data: []byte(list)}
	return built
}

// madeUp is a site of pages, each of which needs a style, a script and a picture of its own.
// Those have names that change with what is in them, as a build gives them.
func madeUp(r *rand.Rand) map[string]string {
	style := fmt.Sprintf("assets/style.%02d.css", r.IntN(4))
	files := map[string]string{style: style, "SHA256SUMS": fmt.Sprint(r.IntN(3)),
		"_headers": "/*\n  X-Content-Type-Options: nosniff\n/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n"}
	for n := range 12 {
		if r.IntN(3) == 0 {
			continue
		}
		script, picture := fmt.Sprintf("assets/s%d.%d.js", n, r.IntN(2)), fmt.Sprintf("pictures/%d-%d.svg", n, r.IntN(3))
		files[script], files[picture] = script, picture+strings.Repeat(" drawn", r.IntN(2))
		files[fmt.Sprintf("pages/%d/index.html", n)] = fmt.Sprintf(
			`<link href="/%s"><script src="/%s"></script><img src="/%s"> %d`, style, script, picture, r.IntN(2))
		files[fmt.Sprintf("data/%d.json", n)] = fmt.Sprint(r.IntN(2))
	}
	return files
}

var needed = regexp.MustCompile(`(?:href|src)="/([^"]+)"`)

// whole wants each page that is there to have all that it needs.
func whole(t testing.TB, files map[string]string) {
	t.Helper()
	for p, content := range files {
		if !strings.HasSuffix(p, ".html") {
			continue
		}
		for _, m := range needed.FindAllStringSubmatch(content, -1) {
			if _, ok := files[m[1]]; !ok {
				t.Errorf("%s is there without %s", p, m[1])
			}
		}
	}
}

// run publishes a site.
func run(files fs.FS, to publish.Target, takeOver bool) (*publish.Plan, publish.Report, error) {
	r := publish.Run{Site: files, Target: to, TakeOver: takeOver, Jobs: 3, Progress: func(string, int, int) {}}
	plan, err := r.Plan(context.Background())
	if err != nil {
		return nil, publish.Report{}, err
	}
	done, err := r.Do(context.Background(), plan)
	return plan, done, err
}

// published publishes, and wants it to go well.
func published(t testing.TB, files fs.FS, to publish.Target) (*publish.Plan, publish.Report) {
	t.Helper()
	plan, done, err := run(files, to, false)
	if err != nil {
		t.Fatal(err)
	}
	return plan, done
}

// without is what stands at a target beside the manifest.
func without(files map[string]string, paths ...string) map[string]string {
	out := maps.Clone(files)
	delete(out, publish.Manifest)
	for _, p := range paths {
		delete(out, p)
	}
	return out
}
