package archive_test

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"vigie/internal/archive"
)

// shelf is an archive in a folder of its own.
type shelf struct {
	*archive.Store
	t   *testing.T
	dir string
}

func open(t *testing.T) *shelf {
	dir := t.TempDir()
	return &shelf{archive.Open(filepath.Join(dir, "public"), filepath.Join(dir, "private")), t, dir}
}

var morning = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)

// of is a snapshot of a text, fetched so many hours after the first; all made up.
func of(text string, hours int, change ...func(*archive.Snapshot)) archive.Snapshot {
	at := morning.Add(time.Duration(hours) * time.Hour)
	sum := sha256.Sum256([]byte(text))
	snap := archive.Snapshot{Source: "catalogue", URL: "https://source.example/liste.csv?page=1&an=2026", Fetched: at, Visit: at, Part: 1, Parts: 1,
		Status: 200, Headers: map[string]string{"Content-Type": "text/csv; charset=utf-8", "Etag": `"v1"`, "Content-Length": "12", "Content-Encoding": "gzip"},
		Media: "text/csv", Charset: "utf-8", Size: int64(len(text)), SHA256: hex.EncodeToString(sum[:]), Published: true, Tool: "Vigie 1.0"}
	for _, c := range change {
		c(&snap)
	}
	return snap
}

func private(s *archive.Snapshot) { s.Published = false }

// put puts a text.
func (s *shelf) put(text string, hours int, change ...func(*archive.Snapshot)) archive.Snapshot {
	s.t.Helper()
	snap := of(text, hours, change...)
	if err := s.Put(snap, s.file(text)); err != nil {
		s.t.Fatal(err)
	}
	return snap
}

// file is a spooled body.
func (s *shelf) file(text string) string {
	s.t.Helper()
	name := filepath.Join(s.t.TempDir(), "visit")
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		s.t.Fatal(err)
	}
	return name
}

// tree lists the files below the archive with their content.
func (s *shelf) tree() map[string]string {
	s.t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(s.dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		content, err := os.ReadFile(name)
		rel, _ := filepath.Rel(s.dir, name)
		out[filepath.ToSlash(rel)] = string(content)
		return err
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return out
}

// write alters the archive behind its back.
func (s *shelf) write(name, content string) {
	s.t.Helper()
	name = filepath.Join(s.dir, name)
	if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(content), 0o644)); err != nil {
		s.t.Fatal(err)
	}
}

func TestASnapshotIsBytesAndTheirSidecar(t *testing.T) {
	s := open(t)
	snap := s.put("a,b\n", 0)
	tree := s.tree()
	side := "public/catalogue/2026-11-23T090000Z-" + snap.SHA256[:12]
	if len(tree) != 2 || tree["public/catalogue/"+snap.SHA256] != "a,b\n" {
		t.Fatalf("the archive holds %q", tree)
	}
	for name, content := range tree {
		if strings.HasPrefix(name, side) && strings.HasSuffix(name, ".json") && strings.Contains(content, `"url": "https://source.example/liste.csv?page=1&an=2026"`) {
			side = ""
		}
	}
	if side != "" {
		t.Errorf("there is no sidecar %s… among %q", side, tree)
	}
	f, err := s.Bytes(snap)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got, _ := io.ReadAll(f); string(got) != "a,b\n" {
		t.Errorf("the bytes are %q", got)
	}
}

func TestTheSameBytesAreStoredOnce(t *testing.T) {
	s := open(t)
	for hour := range 3 {
		s.put("a,b\n", hour)
	}
	s.put("a,b\n", 2, func(snap *archive.Snapshot) { snap.URL += "&autre" })
	bytes, sidecars := 0, 0
	for name := range s.tree() {
		if strings.HasSuffix(name, ".json") {
			sidecars++
		} else {
			bytes++
		}
	}
	if bytes != 1 || sidecars != 4 {
		t.Errorf("the archive holds %d files of bytes and %d sidecars, want 1 and 4", bytes, sidecars)
	}
}

func TestToPutASnapshotTwiceChangesNothing(t *testing.T) {
	s := open(t)
	s.put("a,b\n", 0)
	before := s.tree()
	s.put("a,b\n", 0, func(snap *archive.Snapshot) { snap.Tool = "Vigie 2.0" })
	if after := s.tree(); !same(before, after) {
		t.Errorf("%q became %q", before, after)
	}
}

func same(a, b map[string]string) bool {
	if len(a) != len(b) {
		return false
	}
	for name := range a {
		if a[name] != b[name] {
			return false
		}
	}
	return true
}

func TestBytesThatMayNotBeRepublishedStayOutOfThePublishedTree(t *testing.T) {
	s := open(t)
	snap := s.put("a,b\n", 0, private)
	tree := s.tree()
	if _, ok := tree["private/catalogue/"+snap.SHA256]; !ok || len(tree) != 2 {
		t.Errorf("the archive holds %q", tree)
	}
	if _, ok := tree["public/catalogue/"+snap.SHA256]; ok {
		t.Error("the bytes are published")
	}
}

func TestBytesThatAreNotThoseOfTheVisitAreRefused(t *testing.T) {
	for name, snap := range map[string]archive.Snapshot{
		"another digest": of("a,c\n", 0),
		"another size":   of("a,b\n", 0, func(s *archive.Snapshot) { s.Size++ }),
	} {
		s := open(t)
		if err := s.Put(snap, s.file("a,b\n")); err == nil {
			t.Errorf("%s: they were taken", name)
		}
		if tree := s.tree(); len(tree) != 0 {
			t.Errorf("%s: the archive holds %q", name, tree)
		}
	}
	t.Run("even when they are there already", func(t *testing.T) {
		s := open(t)
		snap := s.put("a,b\n", 0)
		s.write("public/catalogue/"+snap.SHA256, "a;b\n")
		before := s.tree()
		if err := s.Put(of("a,b\n", 1), s.file("a,b\n")); err == nil || !strings.Contains(err.Error(), "its bytes have the digest") {
			t.Errorf("it says %v", err)
		}
		if !same(before, s.tree()) {
			t.Error("something was written")
		}
	})
}

func TestWhatCannotBeASnapshotIsRefused(t *testing.T) {
	for name, change := range map[string]func(*archive.Snapshot){
		"a source above":             func(s *archive.Snapshot) { s.Source = ".." },
		"a source that leads above":  func(s *archive.Snapshot) { s.Source = "../../etc" },
		"a source below":             func(s *archive.Snapshot) { s.Source = "a/b" },
		"a source from the root":     func(s *archive.Snapshot) { s.Source = "/etc" },
		"a source with capitals":     func(s *archive.Snapshot) { s.Source = "Catalogue" },
		"a source without name":      func(s *archive.Snapshot) { s.Source = "" },
		"a source with a star":       func(s *archive.Snapshot) { s.Source = "*" },
		"a digest that leads above":  func(s *archive.Snapshot) { s.SHA256 = "../" + s.SHA256[3:] },
		"a digest cut short":         func(s *archive.Snapshot) { s.SHA256 = s.SHA256[:11] },
		"a digest in capitals":       func(s *archive.Snapshot) { s.SHA256 = strings.ToUpper(s.SHA256) },
		"no digest":                  func(s *archive.Snapshot) { s.SHA256 = "" },
		"a size below nothing":       func(s *archive.Snapshot) { s.Size = -1 },
		"a document never fetched":   func(s *archive.Snapshot) { s.Fetched = time.Time{} },
		"a digest with a line break": func(s *archive.Snapshot) { s.SHA256 = s.SHA256[:63] + "\n" },
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			snap := of("a,b\n", 0, change)
			if err := s.Put(snap, s.file("a,b\n")); err == nil {
				t.Error("it was taken")
			}
			if _, err := s.Bytes(snap); err == nil || errors.Is(err, archive.ErrNoBytes) {
				t.Errorf("its bytes: %v", err)
			}
			if tree := s.tree(); len(tree) != 0 {
				t.Errorf("the archive holds %q", tree)
			}
		})
	}
}

func TestSnapshotsAreListedInTheOrderOfTheVisits(t *testing.T) {
	s := open(t)
	part := func(n int) func(*archive.Snapshot) {
		return func(s *archive.Snapshot) {
			s.Part, s.Parts, s.URL = n, 3, "https://source.example/"+string(rune('a'-n+3))
		}
	}
	want := []archive.Snapshot{s.put("x", 1, part(1)), s.put("y", 1, part(2)), s.put("z", 1, part(3)), s.put("0", 2)}
	first := s.put("first", 0)
	other := s.put("other", 0, func(s *archive.Snapshot) { s.Source = "autre" })
	want = append([]archive.Snapshot{first}, want...)
	list(t, s, "catalogue", want)
	list(t, s, "", append([]archive.Snapshot{other}, want...))
	list(t, s, "nothing-yet", nil)
	if _, err := s.List("../catalogue"); err == nil {
		t.Error("a name that leads above is listed")
	}
}

func list(t *testing.T, s *shelf, source string, want []archive.Snapshot) {
	t.Helper()
	got, err := s.List(source)
	if err != nil || !slices.EqualFunc(got, want, func(a, b archive.Snapshot) bool {
		return a.SHA256 == b.SHA256 && a.Visit.Equal(b.Visit) && a.URL == b.URL
	}) {
		t.Errorf("%q: %v %v, want %v", source, got, err, want)
	}
}

func TestTheLatestSnapshotOfAnAddressIsFound(t *testing.T) {
	s := open(t)
	if _, ok, err := s.Latest("catalogue", "https://source.example/"); ok || err != nil {
		t.Error("there is one in an archive that is not there", err)
	}
	s.put("a", 0)
	want := s.put("b", 5)
	s.put("c", 3)
	s.put("d", 9, func(s *archive.Snapshot) { s.URL = "https://source.example/other" })
	got, ok, err := s.Latest("catalogue", want.URL)
	if err != nil || !ok || got.SHA256 != want.SHA256 {
		t.Errorf("%v %v %v", got, ok, err)
	}
	if _, ok, _ := s.Latest("catalogue", "https://source.example/none"); ok {
		t.Error("an address that was never visited has one")
	}
}

func TestAWriteThatFailsLeavesNothing(t *testing.T) {
	s := open(t)
	if err := s.Put(of("a,b\n", 0), filepath.Join(t.TempDir(), "nowhere")); err == nil {
		t.Error("a file that is not there was put")
	}
	s.write("public", "a file in the place of the folder")
	if err := s.Put(of("a,b\n", 0), s.file("a,b\n")); err == nil {
		t.Error("it was put in a file")
	}
	if tree := s.tree(); len(tree) != 1 {
		t.Errorf("the archive holds %q", tree)
	}
}
