package archive_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/archive"
)

func TestASidecarThatIsNotOneIsReportedByItsName(t *testing.T) {
	for name, content := range map[string]string{
		"no JSON":       "{",
		"unknown key":   `{"source": "catalogue", "color": "red"}`,
		"leads outside": `{"source": "../..", "sha256": "` + strings.Repeat("0", 64) + `", "fetched": "2026-11-23T09:00:00Z"}`,
		"no digest":     `{"source": "catalogue", "fetched": "2026-11-23T09:00:00Z"}`,
		"of another":    `{"source": "autre", "sha256": "` + strings.Repeat("0", 64) + `", "fetched": "2026-11-23T09:00:00Z"}`,
	} {
		s := open(t)
		s.put("a,b\n", 0)
		s.write("public/catalogue/x.json", content)
		if _, err := s.List("catalogue"); err == nil || !strings.Contains(err.Error(), "catalogue/x.json") {
			t.Errorf("%s: the list says %v", name, err)
		}
		v, faults, err := s.Verify()
		if err != nil || len(faults) != 1 || faults[0].File != "catalogue/x.json" || v.Checked != 1 {
			t.Errorf("%s: %+v %+v %v", name, v, faults, err)
		}
	}
}

func TestVerifyFindsWhatWasAltered(t *testing.T) {
	s := open(t)
	if v, faults, err := s.Verify(); err != nil || len(faults) != 0 || !cmp.Equal(v, archive.Verified{}) {
		t.Errorf("an archive that is not there: %+v %v %v", v, faults, err)
	}
	s.put("whole", 0)
	s.put("whole", 1)
	altered := s.put("altered", 2)
	longer := s.put("longer", 3)
	lost := s.put("lost", 4)
	s.put("held", 5, private)
	absent := s.put("absent", 6, private)
	spoilt := s.put("spoilt", 7, private)
	v, faults, err := s.Verify()
	if err != nil || len(faults) != 0 || !cmp.Equal(v, archive.Verified{Snapshots: 8, Checked: 8, Bytes: 5 + 5 + 7 + 6 + 4 + 4 + 6 + 6}) {
		t.Fatalf("at first: %+v %v %v", v, faults, err)
	}
	s.write("public/catalogue/"+altered.SHA256, "Altered")
	s.write("public/catalogue/"+longer.SHA256, "longer\n")
	s.write("private/catalogue/"+spoilt.SHA256, "spoIlt")
	os.Remove(filepath.Join(s.dir, "public/catalogue", lost.SHA256))
	os.Remove(filepath.Join(s.dir, "private/catalogue", absent.SHA256))
	v, faults, err = s.Verify()
	if err != nil || !cmp.Equal(v, archive.Verified{Snapshots: 8, Checked: 3, Absent: 1, AbsentOf: []string{"catalogue"}, Bytes: 14}) {
		t.Errorf("then: %+v %v", v, err)
	}
	var found []string
	for _, f := range faults {
		found = append(found, f.Snapshot.SHA256)
	}
	if want := []string{altered.SHA256, longer.SHA256, lost.SHA256, spoilt.SHA256}; !slices.Equal(found, want) {
		t.Errorf("the faults are %+v", faults)
	}
}
