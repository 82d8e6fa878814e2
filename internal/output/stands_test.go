package output_test

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"vigie/internal/output"
)

// withSums adds the list of digests that a build writes last.
func withSums(files map[string]string) map[string]string {
	var list strings.Builder
	for _, path := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(&list, "%x  %s\n", sha256.Sum256([]byte(files[path])), path)
	}
	out := maps.Clone(files)
	out["SHA256SUMS"] = list.String()
	return out
}

// buildFrom builds a site that is made from what a digest names.
func buildFrom(t *testing.T, public, from string, o output.Settings, files map[string]string) {
	t.Helper()
	folder, err := output.Open(public, o)
	if err != nil {
		t.Fatal(err)
	}
	for path, content := range withSums(files) {
		if err := folder.Write(path, []byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	folder.MadeFrom(from)
	if _, err := folder.Commit(); err != nil {
		t.Fatal(err)
	}
}

func TestAFolderStandsWhileNothingInItIsAltered(t *testing.T) {
	for name, c := range map[string]struct {
		since func(public string) error // what happened since the build
		from  string
		want  bool
	}{
		"nothing": {nil, "data of Monday", true},
		"a stranger's file": {func(p string) error { return os.WriteFile(filepath.Join(p, "CNAME"), []byte("x"), 0o644) },
			"data of Monday", true},
		"a touched file": {func(p string) error {
			return os.Chtimes(filepath.Join(p, "index.html"), time.Now(), time.Now().Add(-time.Hour))
		}, "data of Monday", true},
		"other data":    {nil, "data of Tuesday", false},
		"no data named": {nil, "", false},
		"an altered page": {func(p string) error {
			return os.WriteFile(filepath.Join(p, "index.html"),
				[]byte("ona"), 0o644)
		}, "data of Monday", false},
		"a page that went": {func(p string) error { return os.Remove(filepath.Join(p, "a/index.html")) },
			"data of Monday", false},
		"a page that became a link": {func(p string) error { return relink(filepath.Join(p, "index.html")) },
			"data of Monday", false},
		"an altered list": {func(p string) error { return os.WriteFile(filepath.Join(p, "SHA256SUMS"), nil, 0o644) },
			"data of Monday", false},
		"no list": {func(p string) error { return os.Remove(filepath.Join(p, "SHA256SUMS")) }, "data of Monday", false},
		"no ledger": {func(p string) error { return os.WriteFile(filepath.Join(p, ".vigie"), nil, 0o644) },
			"data of Monday", false},
	} {
		for way, o := range map[string]output.Settings{"exchanged": {}, "in place": {InPlace: true}} {
			t.Run(name+", "+way, func(t *testing.T) {
				public := filepath.Join(t.TempDir(), "public")
				buildFrom(t, public, "data of Monday", o, map[string]string{"index.html": "one", "a/index.html": "two"})
				if c.since != nil {
					if err := c.since(public); err != nil {
						t.Fatal(err)
					}
				}
				folder, err := output.Open(public, o)
				if err != nil {
					t.Fatal(err)
				}
				defer folder.Abort()
				count, stands := folder.Stands(c.from)
				if stands != c.want {
					t.Errorf("stands: %v, want %v", stands, c.want)
				}
				if stands && (count.Files != 3 || count.Bytes < 6) {
					t.Errorf("%d files, %d bytes, want the two pages and their list", count.Files, count.Bytes)
				}
			})
		}
	}
}

// relink puts a link to the same bytes in the place of a file.
func relink(path string) error {
	if err := os.Rename(path, path+"~"); err != nil {
		return err
	}
	return os.Symlink(path+"~", path)
}

func TestAFileThatHasNotChangedKeepsItsTime(t *testing.T) {
	for way, o := range map[string]output.Settings{"exchanged": {}, "in place": {InPlace: true}} {
		t.Run(way, func(t *testing.T) {
			public := filepath.Join(t.TempDir(), "public")
			buildFrom(t, public, "monday", o, map[string]string{"same.html": "one", "other.html": "two", "gone.html": "three"})
			long := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
			for _, path := range []string{"same.html", "other.html"} {
				if err := os.Chtimes(filepath.Join(public, path), long, long); err != nil {
					t.Fatal(err)
				}
			}
			files := map[string]string{"same.html": "one", "other.html": "new", "more.html": "one"}
			buildFrom(t, public, "tuesday", o, files)
			sameTree(t, public, withSums(files))
			for path, kept := range map[string]bool{"same.html": true, "other.html": false} {
				info, err := os.Stat(filepath.Join(public, path))
				if err != nil || info.ModTime().Equal(long) != kept {
					t.Errorf("%s keeps its time: %v, want %v (%v)", path, !kept, kept, err)
				}
			}
		})
	}
}
