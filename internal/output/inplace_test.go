package output_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vigie/internal/output"
)

// ways are the two ways in which a folder becomes the site.
var ways = map[string]output.Settings{"exchanged": {}, "filled in place": {InPlace: true}}

func buildWith(t *testing.T, target string, o output.Settings, files map[string]string) {
	t.Helper()
	folder, err := output.Open(target, o)
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Abort()
	for path, content := range files {
		if err := folder.Write(path, []byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := folder.Commit(); err != nil {
		t.Fatal(err)
	}
}

func put(t *testing.T, folder string, files map[string]string) {
	t.Helper()
	for path, content := range files {
		whole := filepath.Join(folder, path)
		if err := os.MkdirAll(filepath.Dir(whole), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(whole, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestWhatNoBuildWroteStays(t *testing.T) {
	for name, o := range ways {
		t.Run(name, func(t *testing.T) {
			public := filepath.Join(t.TempDir(), "public")
			theirs := map[string]string{"CNAME": "vigie.example.org", ".git/HEAD": "ref: refs/heads/pages",
				".git/objects/ab/cd": "bytes", ".well-known/acme-challenge/token": "token", "page/mine.txt": "beside a page"}
			buildWith(t, public, o, map[string]string{"index.html": "one", "page/index.html": "one", "old/index.html": "one"})
			put(t, public, theirs)
			for _, generation := range []string{"two", "three"} {
				buildWith(t, public, o, map[string]string{"index.html": generation, "page/index.html": generation})
			}
			want := map[string]string{"index.html": "three", "page/index.html": "three"}
			for path, content := range theirs {
				want[path] = content
			}
			sameTree(t, public, want)
			alone(t, public)
			if _, err := os.Stat(filepath.Join(public, "old")); !os.IsNotExist(err) {
				t.Errorf("a folder of the former site is left: %v", err)
			}
		})
	}
}

func TestAFileOfSomebodyElseOnTheAddressOfAPageIsNamedAndNothingIsDone(t *testing.T) {
	for name, o := range ways {
		t.Run(name, func(t *testing.T) {
			public := filepath.Join(t.TempDir(), "public")
			buildWith(t, public, o, map[string]string{"index.html": "one"})
			put(t, public, map[string]string{"orders/index.html": "mine"})
			folder, err := output.Open(public, o)
			if err != nil {
				t.Fatal(err)
			}
			defer folder.Abort()
			for _, path := range []string{"index.html", "orders/index.html"} {
				if err := folder.Write(path, []byte("two")); err != nil {
					t.Fatal(err)
				}
			}
			if _, err := folder.Commit(); err == nil || !strings.Contains(err.Error(), "orders was not written by a build") {
				t.Errorf("err = %v", err)
			}
			sameTree(t, public, map[string]string{"index.html": "one", "orders/index.html": "mine"})
		})
	}
}

func TestAFirstBuildTakesOverWhatIsTheSame(t *testing.T) {
	for name, o := range ways {
		t.Run(name, func(t *testing.T) {
			public := t.TempDir()
			put(t, public, map[string]string{".nojekyll": "", ".git/HEAD": "x"})
			buildWith(t, public, o, map[string]string{".nojekyll": "", "index.html": "one"})
			sameTree(t, public, map[string]string{".nojekyll": "", ".git/HEAD": "x", "index.html": "one"})
		})
	}
}

func TestFilesAndFoldersMayChangePlacesWhileAFolderIsFilled(t *testing.T) {
	public := filepath.Join(t.TempDir(), "public")
	o := output.Settings{InPlace: true}
	buildWith(t, public, o, map[string]string{"a": "file", "b/c/d.html": "below"})
	buildWith(t, public, o, map[string]string{"a/index.html": "below", "b": "file"})
	sameTree(t, public, map[string]string{"a/index.html": "below", "b": "file"})
	buildWith(t, public, output.Settings{}, map[string]string{"a": "file"})
	sameTree(t, public, map[string]string{"a": "file"})
	alone(t, public)
}

func TestTheSiteOfABuildWithoutAListIsReplaced(t *testing.T) {
	for name, o := range ways {
		t.Run(name, func(t *testing.T) {
			public := t.TempDir()
			put(t, public, map[string]string{".vigie": "Written by vigie build, which replaces this folder as a whole. Safe to delete.\n",
				"index.html": "one", "old/index.html": "one", ".nojekyll": "old", "CNAME": "x", ".git/HEAD": "x"})
			buildWith(t, public, o, map[string]string{"index.html": "two", ".nojekyll": ""})
			sameTree(t, public, map[string]string{"index.html": "two", ".nojekyll": "", "CNAME": "x", ".git/HEAD": "x"})
		})
	}
}

func TestAListThatWasAlteredRemovesNothing(t *testing.T) {
	public := filepath.Join(t.TempDir(), "public")
	build(t, public, map[string]string{"index.html": "one"})
	put(t, public, map[string]string{".vigie": "= index.html\n= ../elsewhere.txt\n"})
	if _, err := output.Open(public, output.Settings{}); err == nil || !strings.Contains(err.Error(), "was altered") {
		t.Errorf("err = %v", err)
	}
	sameTree(t, public, map[string]string{"index.html": "one"})
}

func TestFoldersThatNoBuildMayWriteToAreRefusedAtOnce(t *testing.T) {
	root := t.TempDir()
	put(t, root, map[string]string{"data/sources/a.yaml": "a", "file": "a"})
	t.Chdir(root)
	for link, to := range map[string]string{"nowhere": "missing", "inside": "data"} {
		if err := os.Symlink(to, link); err != nil {
			t.Skip(err)
		}
	}
	for target, want := range map[string]string{
		"nowhere":   "it is a link to missing, where there is nothing",
		"file":      "it is a file",
		"data":      "the site is made from data",
		"data/site": "the site is made from data",
		"inside":    "the site is made from data",
		"/":         "the root of a disk",
		"file/site": "cannot be written",
	} {
		_, err := output.Open(target, output.Settings{Sources: []string{"data", "content"}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: err = %v, want %q", target, err, want)
		}
	}
	sameTree(t, "data", map[string]string{"sources/a.yaml": "a"})
}
