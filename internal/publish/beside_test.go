package publish_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/google/go-cmp/cmp"

	"vigie/internal/publish"
)

// compressing publishes with compressed files beside the others.
func compressing(t *testing.T, files fs.FS, to publish.Target) (*publish.Plan, publish.Report) {
	t.Helper()
	r := publish.Run{Site: files, Target: to, Compressed: true, Jobs: 3, Progress: func(string, int, int) {}}
	plan, err := r.Plan(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	done, err := r.Do(context.Background(), plan)
	if err != nil {
		t.Fatal(err)
	}
	return plan, done
}

func TestCompressedFilesStandBesideTexts(t *testing.T) {
	long := strings.Repeat("A sentence of a page. ", 100)
	files := map[string]string{"index.html": long, "short.txt": "short", "a.png": long, "b.css": long, "own.csv": long,
		"own.csv.gz": "of the site itself", "SHA256SUMS": long}
	name := filepath.Join(t.TempDir(), "www")
	to := opened(t, name)
	plan, done := compressing(t, site(t, files), to)
	var beside []string
	there := tree(t, name)
	for path := range there {
		if _, own := files[path]; !own {
			beside = append(beside, path)
		}
	}
	slices.Sort(beside)
	want := []string{"SHA256SUMS.br", "SHA256SUMS.gz", "b.css.br", "b.css.gz", "index.html.br", "index.html.gz", "own.csv.br"}
	if diff := cmp.Diff(want, beside); diff != "" || there["own.csv.gz"] != files["own.csv.gz"] {
		t.Error(diff)
	}
	unzipped, err := gzip.NewReader(strings.NewReader(there["index.html.gz"]))
	if err != nil {
		t.Fatal(err)
	}
	for coding, r := range map[string]io.Reader{"gzip": unzipped,
		"br": brotli.NewReader(bytes.NewReader([]byte(there["index.html.br"])))} {
		if back, err := io.ReadAll(r); err != nil || string(back) != long {
			t.Errorf("%s: %d bytes, %v", coding, len(back), err)
		}
	}
	order := slices.IndexFunc(plan.Send, func(o publish.Object) bool { return o.Path == "index.html.br" })
	css := slices.IndexFunc(plan.Send, func(o publish.Object) bool { return o.Path == "b.css.gz" })
	if css > order || done.Sent != len(files)+len(want) {
		t.Errorf("%d sent; the page as number %d, its style as number %d", done.Sent, order, css)
	}

	if _, done := compressing(t, site(t, files), to); done != (publish.Report{}) {
		t.Errorf("nothing changed, and %+v was done", done)
	}
	files["b.css"] = strings.Repeat("another style ", 100)
	if _, done := compressing(t, site(t, files), to); done.Sent != 3 {
		t.Errorf("one style changed, and %d files were sent", done.Sent)
	}
	files["index.html"] = "now short"
	if _, done := compressing(t, site(t, files), to); done.Sent != 1 || done.Deleted != 2 {
		t.Errorf("a page became short: %+v", done)
	}
	if _, done := published(t, site(t, files), to); done.Deleted != 5 {
		t.Errorf("not wanted any more: %+v", done)
	}
	if diff := cmp.Diff(files, tree(t, name)); diff != "" {
		t.Error(diff)
	}
}

func TestACompressedFileThatIsAlteredIsMadeAgain(t *testing.T) {
	files := map[string]string{"index.html": strings.Repeat("A sentence of a page. ", 100)}
	name := filepath.Join(t.TempDir(), "www")
	to := opened(t, name)
	compressing(t, site(t, files), to)
	before := tree(t, name)
	if err := os.WriteFile(filepath.Join(name, "index.html.gz"), []byte("of another hand"), 0o644); err != nil {
		t.Fatal(err)
	}
	plan, done := compressing(t, site(t, files), to)
	if !slices.Equal(plan.Altered, []string{"index.html.gz"}) || done.Sent != 1 || !maps.Equal(before, tree(t, name)) {
		t.Errorf("%q altered, %+v", plan.Altered, done)
	}
}
