package publish_test

import (
	"context"
	"errors"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/publish"
	"vigie/internal/publish/folder"
)

var store = publish.Traits{Headers: true}

// first is a small site; the functions below change one thing in it.
func first() map[string]string {
	return map[string]string{
		"index.html": `<link href="/assets/a.1.css">`, "assets/a.1.css": "a", "data/x.csv": "1", "SHA256SUMS": "1",
		"old/index.html": `<link href="/assets/a.1.css"><img src="/old/old.svg">`, "old/old.svg": "drawn", ".nojekyll": "",
		"_headers": "/*\n  X-Frame-Options: DENY\n/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n" +
			"/data/x.csv\n  Content-Type: text/csv; charset=utf-8; header=present\n",
	}
}

func second() map[string]string {
	files := first()
	files["index.html"], files["data/x.csv"], files["SHA256SUMS"] = `<link href="/assets/a.2.css">`, "2", "2"
	files["assets/a.2.css"] = "b"
	delete(files, "old/index.html")
	delete(files, "old/old.svg")
	delete(files, "assets/a.1.css")
	return files
}

func TestOnlyWhatDiffersIsTouched(t *testing.T) {
	to := newMemory(store)
	if _, done := published(t, site(t, first()), to); done.Sent != len(first()) || done.Deleted != 0 {
		t.Errorf("first: %+v", done)
	}
	if diff := cmp.Diff(first(), without(to.files)); diff != "" {
		t.Error(diff)
	}

	to.touched = nil
	before := maps.Clone(to.files)
	if _, done := published(t, site(t, first()), to); done != (publish.Report{}) {
		t.Errorf("nothing changed, and %+v, %v", done, to.touched)
	}
	if diff := cmp.Diff(before, to.files); diff != "" {
		t.Error(diff)
	}

	_, done := published(t, site(t, second()), to)
	want := []string{"assets/a.2.css", "data/x.csv", "index.html", "SHA256SUMS", "old/index.html", "assets/a.1.css", "old/old.svg"}
	slices.Sort(to.touched[:2]) // sent at once
	slices.Sort(to.touched[5:])
	if diff := cmp.Diff(want, to.touched); diff != "" || done.Sent != 4 || done.Deleted != 3 {
		t.Errorf("%+v\n%s", done, diff)
	}
	if diff := cmp.Diff(second(), without(to.files)); diff != "" {
		t.Error(diff)
	}
}

func TestObjectsHaveTheHeadersOfTheTable(t *testing.T) {
	to := newMemory(store)
	published(t, site(t, first()), to)
	for path, want := range map[string][2]string{
		"assets/a.1.css": {"text/css; charset=utf-8", "public, max-age=31536000, immutable"},
		"data/x.csv":     {"text/csv; charset=utf-8; header=present", "public, max-age=300, stale-while-revalidate=86400"},
		"index.html":     {"text/html; charset=utf-8", "public, max-age=300, stale-while-revalidate=86400"},
		"SHA256SUMS":     {"text/plain; charset=utf-8", "public, max-age=300, stale-while-revalidate=86400"},
	} {
		if got := [2]string{to.heads[path].Media, to.heads[path].Cache}; got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
	files := first() // another rule for the same bytes
	files["_headers"] = strings.Replace(files["_headers"], "31536000", "86400", 1)
	to.touched = nil
	published(t, site(t, files), to)
	if want := []string{"_headers", "assets/a.1.css"}; !slices.Equal(slices.Sorted(slices.Values(to.touched)), want) {
		t.Errorf("%v, want %v", to.touched, want)
	}
}

func TestTextIsKeptInGzipWhereThatIsAsked(t *testing.T) {
	files := map[string]string{"index.html": strings.Repeat("a page ", 400), "a.png": strings.Repeat("pixels ", 400), "short.txt": "x"}
	to := newMemory(store)
	r := publish.Run{Site: site(t, files), Target: to, Gzip: true, Jobs: 2, Progress: func(string, int, int) {}}
	for range 2 {
		plan, err := r.Plan(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := r.Do(context.Background(), plan); err != nil {
			t.Fatal(err)
		}
	}
	if len(to.touched) != 3 {
		t.Errorf("touched %v, want each file once", to.touched)
	}
	page := to.files["index.html"]
	if !to.heads["index.html"].Gzip || !strings.HasPrefix(page, "\x1f\x8b") || len(page) > 200 {
		t.Errorf("the page has %d bytes, %+v", len(page), to.heads["index.html"])
	}
	if to.heads["a.png"].Gzip || to.heads["short.txt"].Gzip {
		t.Error("a picture or a short text is in gzip")
	}
	if published(t, r.Site, to); to.files["index.html"] != files["index.html"] {
		t.Error("the page is still in gzip where that is no longer asked")
	}
}

func TestWhatIsNotVigiesIsNeverRemovedNorReplaced(t *testing.T) {
	to := newMemory(publish.Traits{Folders: true})
	foreign := map[string]string{"CNAME": "example.org", "old/photo.jpg": "mine", "other/index.html": "another site"}
	maps.Copy(to.files, foreign)
	plan, _ := published(t, site(t, first()), to)
	if want := slices.Sorted(maps.Keys(foreign)); !slices.Equal(plan.Foreign, want) {
		t.Errorf("foreign %v, want %v", plan.Foreign, want)
	}
	published(t, site(t, second()), to)
	want := second()
	maps.Copy(want, foreign)
	if diff := cmp.Diff(want, without(to.files)); diff != "" {
		t.Error(diff)
	}

	taken := newMemory(store)
	taken.files["index.html"] = "somebody's own"
	taken.files["assets/a.1.css"] = "a" // the very bytes of the site
	plan, done, err := run(site(t, first()), taken, false)
	if !errors.Is(err, publish.ErrTaken) || !slices.Equal(plan.Taken, []string{"index.html"}) || done != (publish.Report{}) {
		t.Errorf("%v, %v, %+v", err, plan.Taken, done)
	}
	if len(taken.touched) > 0 {
		t.Errorf("touched %v", taken.touched)
	}
	if _, _, err := run(site(t, first()), taken, true); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(first(), without(taken.files)); diff != "" {
		t.Error(diff)
	}
}

func TestWhatAnotherHandChangedIsReported(t *testing.T) {
	to := newMemory(store)
	published(t, site(t, first()), to)
	to.files["index.html"], to.files["old/old.svg"] = "changed by hand", "drawn by hand"
	delete(to.files, "data/x.csv")
	plan, _ := published(t, site(t, second()), to)
	if !slices.Equal(plan.Altered, []string{"index.html"}) || !slices.Equal(plan.Left, []string{"old/old.svg"}) {
		t.Errorf("altered %v, left %v", plan.Altered, plan.Left)
	}
	want := second()
	want["old/old.svg"] = "drawn by hand"
	if diff := cmp.Diff(want, without(to.files)); diff != "" {
		t.Error(diff)
	}
	if plan, _ := published(t, site(t, second()), to); !slices.Equal(plan.Foreign, []string{"old/old.svg"}) {
		t.Errorf("then foreign %v", plan.Foreign)
	}
}

func TestTwoRunsAtOnceAreNoticed(t *testing.T) {
	to := newMemory(store)
	published(t, site(t, first()), to)
	to.seen = func() {
		if to.files["index.html"] == second()["index.html"] {
			to.files[publish.Manifest] = `{"vigie_published": 1, "objects": []}` // another run
		}
	}
	_, done, err := run(site(t, second()), to, false)
	if err == nil || !strings.Contains(err.Error(), "another run published there") || done.Deleted != 0 {
		t.Errorf("%v, %+v", err, done)
	}
	if to.files["old/old.svg"] == "" {
		t.Error("it was removed all the same")
	}
}

func TestWhatACutRunHadOnItsWayIsRemovedWhenItArrivesLate(t *testing.T) {
	to := newMemory(store)
	published(t, site(t, second()), to)
	to.left = 1 // the manifest, and no file
	if _, _, err := run(site(t, first()), to, false); !errors.Is(err, errCut) {
		t.Fatal(err)
	}
	third := second()
	third["index.html"] += "<p>anew"
	to.left, to.seen = -1, func() {
		to.files["old/old.svg"], to.seen = "drawn", nil // arrives once the next run has looked
	}
	published(t, site(t, third), to)
	if diff := cmp.Diff(third, without(to.files)); diff != "" {
		t.Error(diff)
	}
}

func TestAManifestThatWasAlteredIsRefused(t *testing.T) {
	for manifest, want := range map[string]string{
		`{"vigie_published": 1, "objects": [{"path": "../../etc/passwd", "sha256": "x"}]}`: "leaves its own folder",
		`{"vigie_published": 2}`: "publish with the newest Vigie",
		`<html>`:                 "cannot be read",
	} {
		to := newMemory(store)
		to.files[publish.Manifest] = manifest
		if _, _, err := run(site(t, first()), to, false); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", manifest, err, want)
		}
		if len(to.touched) > 0 {
			t.Errorf("touched %v", to.touched)
		}
	}
}

// TestACutRunIsFinishedByTheNextOne cuts runs at random moments, one or several in a row, of
// sites that differ; the answer to the last thing done may be lost. Meanwhile a file that is
// not Vigie's stands among its own.
func TestACutRunIsFinishedByTheNextOne(t *testing.T) {
	cuts, again := 0, 0
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 13))
		to := newMemory(publish.Traits{Headers: r.IntN(2) == 0, Folders: true})
		to.files["CNAME"], to.files["pages/own.txt"] = "example.org", "mine"
		to.seen = func() { whole(t, to.files) }
		for range 3 {
			wanted := madeUp(r)
			built := site(t, wanted)
			for r.IntN(3) > 0 {
				to.left, to.lost = r.IntN(45), r.IntN(2) == 0
				if _, _, err := run(built, to, false); err != nil {
					if !errors.Is(err, errCut) {
						t.Fatalf("seed %d: %v", seed, err)
					}
					cuts++
				}
				if r.IntN(4) == 0 { // it is built anew before anybody publishes again
					wanted = madeUp(r)
					built = site(t, wanted)
				}
			}
			to.left, to.touched = -1, nil
			sent := without(to.files)
			plan, _ := published(t, built, to)
			again += plan.Arrived
			for _, path := range to.touched {
				if sent[path] == wanted[path] && wanted[path] != "" && !to.traits.Headers {
					t.Errorf("seed %d: %s had arrived, and was sent again", seed, path)
				}
			}
			if diff := cmp.Diff(wanted, without(to.files, "CNAME", "pages/own.txt")); diff != "" {
				t.Fatalf("seed %d: %s", seed, diff)
			}
			if to.files["CNAME"] != "example.org" || to.files["pages/own.txt"] != "mine" {
				t.Fatalf("seed %d: a file that is not Vigie's was touched", seed)
			}
			if _, done := published(t, built, to); done != (publish.Report{}) {
				t.Errorf("seed %d: nothing changed, and %+v", seed, done)
			}
			if t.Failed() {
				t.Fatalf("seed %d", seed)
			}
		}
	}
	t.Logf("%d cuts; %d files that cut runs had sent were not sent again", cuts, again)
	if cuts < 200 || again == 0 {
		t.Errorf("%d cuts, %d files not sent again: the test holds little", cuts, again)
	}
}

func TestAFileMayBecomeAFolderAndBack(t *testing.T) {
	file := map[string]string{"index.html": "1", "a": "a file"}
	below := map[string]string{"index.html": "1", "a/b/index.html": "a folder"}
	name := filepath.Join(t.TempDir(), "www")
	to := opened(t, name)
	for _, files := range []map[string]string{file, below, file} {
		published(t, site(t, files), to)
		if diff := cmp.Diff(files, tree(t, name)); diff != "" {
			t.Error(diff)
		}
	}
	if err := os.WriteFile(filepath.Join(name, "c"), []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	_, _, err := run(site(t, map[string]string{"c/index.html": "1"}), to, false)
	if !errors.Is(err, publish.ErrTaken) {
		t.Errorf("a folder where a file of others stands: %v", err)
	}
}

func opened(t *testing.T, name string) *folder.Folder {
	t.Helper()
	to, err := folder.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { to.Close() })
	return to
}
