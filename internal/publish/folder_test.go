package publish_test

import (
	"context"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/publish"
	"vigie/internal/publish/folder"
)

// tree reads a folder back, without the manifest.
func tree(t testing.TB, name string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := fs.WalkDir(os.DirFS(name), ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || path == publish.Manifest {
			return err
		}
		content, err := os.ReadFile(filepath.Join(name, path))
		found[path] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// cutting is a folder that fails once so many files were put or removed, and may leave one
// half written, as a machine does that loses its power.
type cutting struct {
	*folder.Folder
	name string
	left atomic.Int64
}

func (c *cutting) Put(ctx context.Context, o publish.Object, stored []byte) error {
	if c.left.Add(-1) < 0 {
		os.WriteFile(filepath.Join(c.name, ".vigie-publishing-1"), stored[:len(stored)/2], 0o644)
		return errCut
	}
	return c.Folder.Put(ctx, o, stored)
}

func (c *cutting) Delete(ctx context.Context, path string) error {
	if c.left.Add(-1) < 0 {
		return errCut
	}
	return c.Folder.Delete(ctx, path)
}

func TestAFolderIsWholeAfterEachCut(t *testing.T) {
	cuts := 0
	for seed := range uint64(30) {
		r := rand.New(rand.NewPCG(seed, 7))
		name := filepath.Join(t.TempDir(), "www")
		to := &cutting{Folder: opened(t, name), name: name}
		for range 2 {
			wanted := madeUp(r)
			built := site(t, wanted)
			for range 2 {
				to.left.Store(int64(r.IntN(40)))
				if _, _, err := run(built, to, false); err != nil {
					cuts++
				}
				whole(t, tree(t, name))
			}
			to.left.Store(1 << 40)
			published(t, built, to)
			if diff := cmp.Diff(wanted, tree(t, name)); diff != "" || t.Failed() {
				t.Fatalf("seed %d: %s", seed, diff)
			}
		}
	}
	if cuts < 40 {
		t.Errorf("%d cuts: the test holds little", cuts)
	}
}

func TestLinksThatLeadOutOfTheFolderAreNotFollowed(t *testing.T) {
	top := t.TempDir()
	name, outside := filepath.Join(top, "www"), filepath.Join(top, "outside")
	to := opened(t, name)
	if err := os.MkdirAll(outside, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(name, "old")); err != nil {
		t.Skip(err)
	}
	_, _, err := run(site(t, first()), to, true)
	if err == nil {
		t.Error("it was published through the link")
	}
	if found := tree(t, outside); len(found) > 0 {
		t.Errorf("outside there is %v", found)
	}
}

func TestNothingOfTheMachineStandsInTheManifest(t *testing.T) {
	name := filepath.Join(t.TempDir(), "www")
	published(t, site(t, first()), opened(t, name))
	manifest, err := os.ReadFile(filepath.Join(name, publish.Manifest))
	if err != nil {
		t.Fatal(err)
	}
	host, _ := os.Hostname()
	for _, secret := range []string{name, os.TempDir(), host} {
		if secret != "" && strings.Contains(string(manifest), secret) {
			t.Errorf("%q stands in %s", secret, manifest)
		}
	}
}
