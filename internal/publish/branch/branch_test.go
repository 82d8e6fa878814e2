package branch_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/publish"
	"vigie/internal/publish/branch"
)

func TestAddressesOfBranches(t *testing.T) {
	for address, want := range map[string]struct {
		place branch.Place
		wrong string
	}{
		"git:https://example.org/vigie.git": {branch.Place{Repository: "https://example.org/vigie.git",
			Branch: "gh-pages"}, ""},
		"git:git@example.org:a/vigie.git#site": {branch.Place{Repository: "git@example.org:a/vigie.git",
			Branch: "site"}, ""},
		"git:/srv/git/vigie.git#pages/one": {branch.Place{Repository: "/srv/git/vigie.git",
			Branch: "pages/one"}, ""},
		"git:https://me:kestrel@example.org/vigie.git": {wrong: "passwords do not stand in an address"},
		"git:":                        {wrong: "names no repository"},
		"git:--output=/tmp/x#site":    {wrong: "names no repository"},
		"git:ext::something#site":     {wrong: "a program of its own"},
		"git:/srv/git/vigie.git#-d":   {wrong: "no name of a branch"},
		"git:/srv/git/vigie.git#a..b": {wrong: "no name of a branch"},
		"git:/srv/git/vigie.git#":     {wrong: "no name of a branch"},
		"/srv/git/vigie.git":          {wrong: "the address of a branch is"},
	} {
		place, err := branch.Parse(address)
		if want.wrong == "" && (err != nil || place != want.place) {
			t.Errorf("%s: %+v, %v", address, place, err)
		}
		if want.wrong != "" &&
			(err == nil || !strings.Contains(err.Error(), want.wrong) || strings.Contains(err.Error(), "kestrel")) {
			t.Errorf("%s: err = %v, want %q", address, err, want.wrong)
		}
	}
}

// repository makes an empty repository to push to.
func repository(t *testing.T) (branch.Place, func(args ...string) string) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("there is no git")
	}
	bare := filepath.Join(t.TempDir(), "vigie.git")
	git := func(args ...string) string {
		t.Helper()
		out, err := exec.Command("git", append([]string{"-C", bare}, args...)...).CombinedOutput()
		if err != nil {
			t.Fatalf("git %v: %v: %s", args, err, out)
		}
		return string(out)
	}
	if out, err := exec.Command("git", "init", "--quiet", "--bare", bare).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return branch.Place{Repository: bare, Branch: "pages"}, git
}

// built is what a build wrote.
func built(files map[string]string) fstest.MapFS {
	out, list := fstest.MapFS{}, "Written by vigie build\n"
	for path, content := range files {
		out[path] = &fstest.MapFile{Data: []byte(content)}
		list += "= " + path + "\n"
	}
	out[".vigie"] = &fstest.MapFile{Data: []byte(list)}
	return out
}

func opened(t *testing.T, p branch.Place) *branch.Branch {
	t.Helper()
	to, err := branch.Open(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { to.Close() })
	return to
}

func run(files map[string]string, to publish.Target) (publish.Report, error) {
	r := publish.Run{Site: built(files), Target: to, Jobs: 3, Progress: func(string, int, int) {}}
	plan, err := r.Plan(context.Background())
	if err != nil {
		return publish.Report{}, err
	}
	return r.Do(context.Background(), plan)
}

// tree reads the branch back, without the manifest.
func tree(git func(...string) string) map[string]string {
	out := map[string]string{}
	for _, path := range strings.Fields(git("ls-tree", "-r", "--name-only", "pages")) {
		if path != publish.Manifest {
			out[path] = git("show", "pages:"+path)
		}
	}
	return out
}

func TestEachPublicationIsOneCommit(t *testing.T) {
	place, git := repository(t)
	site := map[string]string{"index.html": "one\n", "a/index.html": "two", "assets/x.css": "", "SHA256SUMS": "1",
		".nojekyll": ""}
	publications := func(want string) {
		t.Helper()
		if n := strings.TrimSpace(git("rev-list", "--count", "pages")); n != want {
			t.Errorf("%s commits, want %s", n, want)
		}
		if diff := cmp.Diff(site, tree(git)); diff != "" {
			t.Error(diff)
		}
	}
	done, err := run(site, opened(t, place))
	if err != nil || done.Sent != 5 {
		t.Fatal(done, err)
	}
	publications("1")

	done, err = run(site, opened(t, place))
	if err != nil || done.Sent+done.Deleted+done.Notes != 0 {
		t.Fatal("nothing has changed:", done, err)
	}
	publications("1")

	delete(site, "a/index.html")
	site["index.html"], site["a"], site["SHA256SUMS"] = "changed", "a file where a folder was", "2"
	done, err = run(site, opened(t, place))
	if err != nil || done.Sent != 3 || done.Deleted != 1 {
		t.Fatal(done, err)
	}
	publications("2")
}

func TestWhatOthersCommittedStays(t *testing.T) {
	place, git := repository(t)
	blob := strings.TrimSpace(git("hash-object", "-w", "--", filepath.Join(place.Repository, "HEAD")))
	listed := filepath.Join(t.TempDir(), "list")
	if err := os.WriteFile(listed, fmt.Appendf(nil, "100644 blob %s\tCNAME\n", blob), 0o644); err != nil {
		t.Fatal(err)
	}
	in, err := os.Open(listed)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	mktree := exec.Command("git", "-C", place.Repository, "mktree")
	mktree.Stdin = in
	out, err := mktree.Output()
	if err != nil {
		t.Fatal(err)
	}
	first := strings.TrimSpace(git("-c", "user.name=A", "-c", "user.email=a@localhost", "commit-tree", "-m", "x",
		strings.TrimSpace(string(out))))
	git("update-ref", "refs/heads/pages", first)
	for _, site := range []map[string]string{{"index.html": "one", "old.html": "old"}, {"index.html": "two"}} {
		if _, err := run(site, opened(t, place)); err != nil {
			t.Fatal(err)
		}
		site["CNAME"] = git("show", "pages:CNAME")
		if diff := cmp.Diff(site, tree(git)); diff != "" {
			t.Error(diff)
		}
	}
	if !strings.Contains(git("rev-list", "pages"), first) {
		t.Error("the former commits are gone")
	}
}

// cutting fails at one file.
type cutting struct {
	*branch.Branch
	at string
}

var errCut = errors.New("the line was cut")

func (c cutting) Put(ctx context.Context, o publish.Object, stored []byte) error {
	if o.Path == c.at {
		return errCut
	}
	return c.Branch.Put(ctx, o, stored)
}

func TestARunThatIsCutLeavesTheBranchAsItWas(t *testing.T) {
	place, git := repository(t)
	former := map[string]string{"index.html": "one", "assets/x.css": "x"}
	if _, err := run(former, opened(t, place)); err != nil {
		t.Fatal(err)
	}
	next := map[string]string{"index.html": "two", "assets/y.css": "y", "b.html": "b"}
	for _, at := range []string{publish.Manifest, "assets/y.css", "index.html"} {
		to := opened(t, place)
		if _, err := run(next, cutting{to, at}); !errors.Is(err, errCut) {
			t.Fatal(err)
		}
		if err := to.Close(); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(former, tree(git)); diff != "" {
			t.Errorf("cut at %s: %s", at, diff)
		}
	}
	if _, err := run(next, opened(t, place)); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(next, tree(git)); diff != "" {
		t.Error(diff)
	}
}

func TestNothingIsPushedOverWhatSomebodyElsePublished(t *testing.T) {
	place, git := repository(t)
	if _, err := run(map[string]string{"index.html": "one"}, opened(t, place)); err != nil {
		t.Fatal(err)
	}
	slow, quick := opened(t, place), opened(t, place)
	if _, err := run(map[string]string{"index.html": "quick"}, quick); err != nil {
		t.Fatal(err)
	}
	if _, err := run(map[string]string{"index.html": "slow"}, slow); err == nil ||
		!strings.Contains(err.Error(), "publish again") {
		t.Errorf("err = %v", err)
	}
	if got := tree(git)["index.html"]; got != "quick" {
		t.Errorf("the branch has %q", got)
	}
}
