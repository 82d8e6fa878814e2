package collect_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/collect"
	"vigie/internal/collected"
)

func TestAFirstHarvestIsWrittenWithItsEvidence(t *testing.T) {
	s := newSite(t)
	s.web.pages[page1] = "edition: 2026-11\nleft: hors du filtre\n" + header + rows(1, 10)
	o := s.collect()
	s.want(o, collect.Read, "")
	if !o.First || o.Count(collect.New) != 10 || o.Listed != 10 || !o.Wrote || o.Requests != 1 {
		t.Errorf("reports %+v", o)
	}
	c, found, err := collected.Read(os.DirFS(s.dir), "collected", "essai")
	if err != nil || len(found) > 0 {
		t.Fatal(err, found)
	}
	r := c.Rows[9]
	if c.Cell(r, "decision") != "010" || c.Cell(r, "amount") != "1000.5" || r.FirstSeen.String() != "2026-11-23" || r.At != "line 13" || r.Snapshot != o.Documents[0].SHA256 {
		t.Errorf("the last row is %+v", r)
	}
	if c.State.Standing != collected.Good || c.State.Edition.String() != "2026-11" || c.State.Documents[0].Read.String() != "2026-11-23" ||
		!cmp.Equal(c.State.Ignored, []collected.Left{{What: "hors du filtre", Count: 1}}) {
		t.Errorf("the state is %+v", c.State)
	}
	var sidecar string
	for name, content := range s.tree() {
		if strings.HasSuffix(name, ".json") {
			sidecar = content
		}
	}
	for _, want := range []string{`"tool": "vigie test"`, `"part": 1`, "Source d’essai, 23\u00a0novembre 2026", `"Etag"`} {
		if !strings.Contains(sidecar, want) {
			t.Errorf("the sidecar lacks %s:\n%s", want, sidecar)
		}
	}
	if strings.Contains(sidecar, "secret") {
		t.Error("the sidecar keeps a header that does not matter")
	}
}

func TestARunWithoutNewsWritesNothing(t *testing.T) {
	s := newSite(t)
	s.collect()
	before := s.tree()
	o := s.collect()
	s.want(o, collect.Unchanged, "")
	if diff := cmp.Diff(before, s.tree()); diff != "" || o.Wrote {
		t.Error(diff)
	}
	if want := []string{page1, page1 + " 304"}; !cmp.Equal(s.web.asked, want) {
		t.Errorf("asked %q, want %q", s.web.asked, want)
	}

	t.Log("the server knows of no validators")
	s.web.pages[page1] += "" // the same bytes, sent again
	if err := os.RemoveAll(filepath.Join(s.dir, "snapshots", "essai", sumOf(s))); err != nil {
		t.Fatal(err)
	}
	o = s.collect()
	s.want(o, collect.Unchanged, "")
	if diff := cmp.Diff(before, s.tree()); diff != "" {
		t.Errorf("the bytes that were missing do not come back: %s", diff)
	}
}

// sumOf is the name of the only bytes in the archive.
func sumOf(s *site) string {
	for name := range s.tree() {
		if base := filepath.Base(name); strings.HasPrefix(name, "snapshots") && len(base) == 64 {
			return base
		}
	}
	s.Fatal("there are no bytes in the archive")
	return ""
}

func TestOnlyWhatChangedMoves(t *testing.T) {
	s := newSite(t)
	s.collect()
	before := strings.Split(s.file("collected/essai.csv"), "\n")
	// One date is renewed, one row goes, one comes, and all have moved down a line.
	page := "edition: 2026-12\n" + header + rows(1, 9) + rows(11, 1)
	s.web.pages[page1] = strings.Replace(page, "003;Hébergeur 3;Nuage 3;2026-11-30", "003;Hébergeur 3;Nuage 3;2029-11-30", 1)
	o := s.collect()
	s.want(o, collect.Read, "")
	if o.Count(collect.New) != 1 || o.Count(collect.Changed) != 1 || o.Count(collect.Gone) != 1 || o.First {
		t.Errorf("reports %+v", o.Changes)
	}
	after := strings.Split(s.file("collected/essai.csv"), "\n")
	for i, line := range before {
		switch {
		case strings.HasPrefix(line, "003"):
			if !strings.Contains(after[i], "2029-11-30") || !strings.Contains(after[i], ",2026-11-23,,"+o.Documents[0].SHA256+",line 5") {
				t.Errorf("the changed row is %s", after[i])
			}
		case strings.HasPrefix(line, "010"):
			if want := strings.Replace(line, ",2026-11-23,,", ",2026-11-23,2026-11-24,", 1); after[i] != want {
				t.Errorf("the row that is gone is %s, want %s", after[i], want)
			}
		case line != "" && after[i] != line:
			t.Errorf("%s became %s", line, after[i])
		}
	}

	t.Log("it stays gone since the day on which it went")
	s.web.pages[page1] = header + rows(1, 9) + rows(11, 1)
	s.want(s.collect(), collect.Read, "")
	if !strings.Contains(s.file("collected/essai.csv"), "010,Hébergeur 10,Nuage 10,2026-11-30,1000.5,2026-11-23,2026-11-24,") {
		t.Error("a row that was gone is gone since another day")
	}

	t.Log("it is listed again")
	s.web.pages[page1] = header + rows(1, 10)
	o = s.collect()
	if o.Count(collect.Back) != 1 || o.Count(collect.Gone) != 1 {
		t.Errorf("reports %+v", o.Changes)
	}
	if strings.Contains(s.file("collected/essai.csv"), "010,Hébergeur 10,Nuage 10,2026-11-30,1000.5,2026-11-23,,") == false {
		t.Error("the row that is back is still gone")
	}
	same(s)
}

// same checks that every snapshot, read again from nothing, gives the files that
// are there, and that a deleted file comes back as it was.
func same(s *site) {
	s.Helper()
	before := s.tree()
	if o := s.replay(); o.Wrote {
		s.Errorf("a replay writes: %+v", o)
	}
	for _, name := range []string{"essai.csv", "essai.state.yaml"} {
		if err := os.Remove(filepath.Join(s.dir, "collected", name)); err != nil {
			s.Fatal(err)
		}
	}
	s.replay()
	if diff := cmp.Diff(before, s.tree()); diff != "" {
		s.Errorf("a replay gives other bytes: %s", diff)
	}
}

func TestTwoVisitsOfOneMomentAreTwo(t *testing.T) {
	s := newSite(t)
	s.collect()
	for _, page := range []string{header + rows(1, 11), header + rows(1, 10), header + rows(1, 11)} {
		s.now = s.now.AddDate(0, 0, -1) // the clock stands still
		s.web.pages[page1] = page
		s.want(s.collect(), collect.Read, "")
	}
	same(s)
}

func TestADryRunWritesNothing(t *testing.T) {
	s := newSite(t)
	s.with = func(o *collect.Options) { o.DryRun = true }
	o := s.collect()
	s.want(o, collect.Read, "")
	if len(s.tree()) != 0 || !o.Wrote || o.Count(collect.New) != 10 {
		t.Errorf("leaves %v and reports %+v", s.tree(), o)
	}
}

func TestSpooledFilesAreRemoved(t *testing.T) {
	s := newSite(t)
	s.collect()
	s.web.pages[page1] = header + rows(1, 2)
	s.collect()
	left, err := filepath.Glob(filepath.Join(filepath.Dir(s.dir), "*", "visit-*"))
	if err != nil || len(left) > 0 {
		t.Error(left, err)
	}
}
