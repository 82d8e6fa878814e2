package archive_test

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"vigie/internal/archive"
)

// large is a text that is worth packing.
var large = strings.Repeat("35288;Saint-Malo\n", 1000)

// noise is as large, and cannot be made smaller.
func noise() string {
	var b strings.Builder
	sum := sha256.Sum256(nil)
	for range 500 {
		sum = sha256.Sum256(sum[:])
		b.Write(sum[:])
	}
	return b.String()
}

func TestLargeCopiesThatArePublishedAreKeptInGzip(t *testing.T) {
	s := open(t)
	snap := s.put(large, 0)
	packed, ok := s.tree()["public/catalogue/"+snap.SHA256+".gz"]
	if !ok || len(packed) > len(large)/20 {
		t.Fatalf("the archive holds %q", slices.Collect(maps.Keys(s.tree())))
	}
	z, err := gzip.NewReader(strings.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	if plain, err := io.ReadAll(z); err != nil || string(plain) != large {
		t.Errorf("gunzip gives other bytes (%v)", err)
	}
	if z.Name != "" || !z.ModTime.IsZero() {
		t.Errorf("the gzip gives a name %q and a day %s: the same bytes would not be the same file", z.Name, z.ModTime)
	}
	c, err := s.Bytes(snap)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	part := make([]byte, 16)
	if _, err := c.ReadAt(part, 17); err != nil || string(part) != large[17:33] {
		t.Errorf("read from the middle: %q %v", part, err)
	}
	if plain, err := io.ReadAll(c); err != nil || string(plain) != large {
		t.Errorf("the bytes are not those that were put (%v)", err)
	}

	before := s.tree()
	s.put(large, 0)
	if !maps.Equal(before, s.tree()) {
		t.Error("to put it twice changes the archive")
	}
}

func TestOtherCopiesAreKeptAsTheyCame(t *testing.T) {
	s := open(t)
	for name, snap := range map[string]archive.Snapshot{
		"public/catalogue/":  s.put(noise(), 0),
		"private/catalogue/": s.put(large, 1, private),
	} {
		if _, ok := s.tree()[name+snap.SHA256]; !ok {
			t.Errorf("%s holds no such bytes", name)
		}
	}
	small := s.put("a,b\n", 2)
	if s.tree()["public/catalogue/"+small.SHA256] != "a,b\n" {
		t.Error("a small copy is packed")
	}
}

func TestVerifyFindsAPackedCopyThatWasAltered(t *testing.T) {
	packed := func(text string) string {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		z.Write([]byte(text))
		z.Close()
		return b.String()
	}
	for name, content := range map[string]string{
		"other bytes":         packed(strings.Replace(large, "Malo", "Lunaire", 1)),
		"bytes after the end": packed(large + strings.Repeat("\n", 10<<20)),
		"fewer bytes":         packed(large[1:]),
		"no gzip":             large,
		"a gzip that is cut":  packed(large)[:60],
	} {
		s := open(t)
		snap := s.put(large, 0)
		if v, faults, err := s.Verify(); err != nil || len(faults) > 0 || v.Checked != 1 || v.Bytes != int64(len(large)) {
			t.Fatalf("at first: %+v %v %v", v, faults, err)
		}
		s.write("public/catalogue/"+snap.SHA256+".gz", content)
		if _, faults, err := s.Verify(); err != nil || len(faults) != 1 || faults[0].Snapshot.SHA256 != snap.SHA256 {
			t.Errorf("%s: %v %v", name, faults, err)
		}
	}
}

func TestAWARCFileIsTheSameWhateverCopiesAreKeptIn(t *testing.T) {
	export := func(s *shelf, snap archive.Snapshot) string {
		var out bytes.Buffer
		if err := archive.WARC(&out, s.Store, []archive.Snapshot{snap}); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	s := open(t)
	snap := s.put(large, 0)
	want := export(s, snap)
	if err := os.Remove(filepath.Join(s.dir, "public/catalogue", snap.SHA256+".gz")); err != nil {
		t.Fatal(err)
	}
	s.write("public/catalogue/"+snap.SHA256, large)
	if export(s, snap) != want {
		t.Error("a copy in gzip gives another WARC file than the same copy as it came")
	}
	if records := readWARC(t, []byte(want)); records[1].payload() != large {
		t.Error("the record does not hold the bytes as they came")
	}
}

func TestACopyThatWasKeptApartIsPublished(t *testing.T) {
	s := open(t)
	snap := s.put(large, 0, private)
	before := s.tree()
	if err := s.Publish(snap); err != nil {
		t.Fatal(err)
	}
	if err := s.Publish(snap); err != nil {
		t.Error("a second time:", err)
	}
	after := s.tree()
	for name, content := range before {
		want := strings.Replace(content, `"republished": false`, `"republished": true`, 1)
		if after[name] != want {
			t.Errorf("%s became %q", name, after[name])
		}
	}
	if len(after) != len(before)+1 {
		t.Errorf("the archive holds %q", slices.Collect(maps.Keys(after)))
	}
	all, err := s.List("catalogue")
	if err != nil || len(all) != 1 || !all[0].Published {
		t.Errorf("it is listed as %+v (%v)", all, err)
	}
	if _, faults, err := s.Verify(); err != nil || len(faults) > 0 {
		t.Error(faults, err)
	}
}

func TestWhatIsNotTheCopyIsNotPublished(t *testing.T) {
	s := open(t)
	spoilt := s.put(large, 0, private)
	s.write("private/catalogue/"+spoilt.SHA256, strings.Replace(large, "Malo", "Lunaire", 1))
	absent := of("absent", 1, private)
	before := s.tree()
	if err := s.Publish(spoilt); err == nil || errors.Is(err, archive.ErrNoBytes) {
		t.Errorf("altered bytes: %v", err)
	}
	if err := s.Publish(absent); !errors.Is(err, archive.ErrNoBytes) {
		t.Errorf("bytes that are not here: %v", err)
	}
	if !maps.Equal(before, s.tree()) {
		t.Error("the archive is not as it was")
	}
}
