package output_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/output"
)

// build writes files into a folder and commits.
func build(t *testing.T, target string, files map[string]string) output.Written {
	t.Helper()
	folder, err := output.Open(target, output.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Abort()
	for path, content := range files {
		if err := folder.Write(path, []byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	written, err := folder.Commit()
	if err != nil {
		t.Fatal(err)
	}
	return written
}

// tree reads a folder back, without what a build keeps there for itself.
func tree(t *testing.T, root string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err == nil && e.Name() == ".vigie.build" {
			return fs.SkipDir
		}
		if err != nil || e.IsDir() || strings.HasPrefix(e.Name(), ".vigie") {
			return err
		}
		content, err := os.ReadFile(path)
		rel, _ := filepath.Rel(root, path)
		found[filepath.ToSlash(rel)] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func sameTree(t *testing.T, root string, want map[string]string) {
	t.Helper()
	if diff := cmp.Diff(want, tree(t, root)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", filepath.Base(root), diff)
	}
}

// alone says that nothing stands beside the target any more.
func alone(t *testing.T, target string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(target))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != filepath.Base(target) {
			t.Errorf("%s was left beside the target", e.Name())
		}
	}
}

func TestABuildReplacesTheFormerSiteAsAWhole(t *testing.T) {
	public := filepath.Join(t.TempDir(), "public")
	build(t, public, map[string]string{"index.html": "one", "old/page.html": "gone soon"})
	written := build(t, public, map[string]string{"index.html": "two", "a/b/c.css": "new"})
	sameTree(t, public, map[string]string{"index.html": "two", "a/b/c.css": "new"})
	if want := (output.Written{Files: 2, Bytes: 6}); written != want {
		t.Errorf("written = %+v, want %+v", written, want)
	}
	alone(t, public)
}

func TestABuildReplacesTheFormerSiteInTwoRenames(t *testing.T) {
	public := filepath.Join(t.TempDir(), "public")
	build(t, public, map[string]string{"index.html": "one"})
	folder, err := output.Open(public, output.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	output.InTwoRenames(folder)
	if err := folder.Write("index.html", []byte("two")); err != nil {
		t.Fatal(err)
	}
	if _, err := folder.Commit(); err != nil {
		t.Fatal(err)
	}
	sameTree(t, public, map[string]string{"index.html": "two"})
	alone(t, public)
}

func TestTheReadmeOfTheProjectIsKept(t *testing.T) {
	public := filepath.Join(t.TempDir(), "public")
	readme := map[string]string{"README.md": "What this folder is."}
	if err := os.CopyFS(public, os.DirFS(folderOf(t, readme))); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		written := build(t, public, map[string]string{"index.html": "x"})
		sameTree(t, public, map[string]string{"README.md": readme["README.md"], "index.html": "x"})
		if written.Files != 1 {
			t.Errorf("%d files counted, want the page alone", written.Files)
		}
	}
}

func folderOf(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for path, content := range files {
		if err := os.WriteFile(filepath.Join(root, path), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func TestAnAbortedBuildLeavesTheFormerSite(t *testing.T) {
	public := filepath.Join(t.TempDir(), "public")
	build(t, public, map[string]string{"index.html": "one"})
	folder, err := output.Open(public, output.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	if err := folder.Write("index.html", []byte("half")); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := folder.Abort(); err != nil {
			t.Fatal(err)
		}
	}
	sameTree(t, public, map[string]string{"index.html": "one"})
	alone(t, public)
}

func TestAFolderOfSomebodyElseIsRefused(t *testing.T) {
	mine := folderOf(t, map[string]string{"thesis.odt": "ten years of work"})
	if _, err := output.Open(mine, output.Settings{}); err == nil || !strings.Contains(err.Error(), "no build wrote") {
		t.Fatalf("err = %v", err)
	}
	sameTree(t, mine, map[string]string{"thesis.odt": "ten years of work"})
}

func TestTwoBuildsAtOnceAreRefused(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no lock on this system")
	}
	public := filepath.Join(t.TempDir(), "public")
	first, err := output.Open(public, output.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := output.Open(public, output.Settings{}); err == nil || !strings.Contains(err.Error(), "another build") {
		t.Fatalf("err = %v", err)
	}
	if err := first.Abort(); err != nil {
		t.Fatal(err)
	}
	build(t, public, map[string]string{"index.html": "x"})
}

func TestALinkedFolderStaysALink(t *testing.T) {
	root := t.TempDir()
	real, link := filepath.Join(root, "elsewhere", "www"), filepath.Join(root, "public")
	if err := os.MkdirAll(real, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(real, link); err != nil {
		t.Skip(err)
	}
	build(t, link, map[string]string{"index.html": "x"})
	sameTree(t, real, map[string]string{"index.html": "x"})
	if target, err := os.Readlink(link); err != nil || target != real {
		t.Errorf("link = %q, %v", target, err)
	}
}

func TestSeveralWritersFillOneFolder(t *testing.T) {
	public := filepath.Join(t.TempDir(), "public")
	folder, err := output.Open(public, output.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Abort()
	var writers sync.WaitGroup
	for w := range 4 {
		writers.Go(func() {
			for n := range 100 {
				if err := folder.Write(fmt.Sprintf("%d/%d/index.html", n%7, w*100+n), []byte("page")); err != nil {
					t.Error(err)
				}
			}
		})
	}
	writers.Wait()
	written, err := folder.Commit()
	if err != nil || written.Files != 400 || written.Bytes != 1600 {
		t.Fatalf("written %+v, %v", written, err)
	}
	if n := len(tree(t, public)); n != 400 {
		t.Errorf("%d files on the disk", n)
	}
}

func BenchmarkFolder(b *testing.B) {
	page := []byte(strings.Repeat("a page of ten kilobytes ", 420))
	for b.Loop() {
		folder, err := output.Open(filepath.Join(b.TempDir(), "public"), output.Settings{})
		if err != nil {
			b.Fatal(err)
		}
		var writers sync.WaitGroup
		for w := range runtime.GOMAXPROCS(0) {
			writers.Go(func() {
				for n := w; n < 20_000; n += runtime.GOMAXPROCS(0) {
					folder.Write(fmt.Sprintf("%d/%d/index.html", n/100, n), page)
				}
			})
		}
		writers.Wait()
		if _, err := folder.Commit(); err != nil {
			b.Fatal(err)
		}
	}
}

func TestASiteThatSteppedAsideComesBack(t *testing.T) {
	public := filepath.Join(t.TempDir(), "public")
	build(t, public, map[string]string{"index.html": "one"})
	beside := filepath.Join(filepath.Dir(public), ".public.build") // as a build killed between two renames leaves it
	if err := os.MkdirAll(filepath.Join(beside, "new", "half"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(public, filepath.Join(beside, "old")); err != nil {
		t.Fatal(err)
	}
	next, err := output.Open(public, output.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	sameTree(t, public, map[string]string{"index.html": "one"})
	if err := next.Abort(); err != nil {
		t.Fatal(err)
	}
	alone(t, public)
}
