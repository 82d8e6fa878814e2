package collect_test

import (
	"os"
	"path/filepath"
	"testing"

	"vigie/internal/collect"
	"vigie/internal/value/lang"
)

func TestASourceThatIsOffIsStillReadByHand(t *testing.T) {
	s := newSite(t)
	s.source.Collect.Off = lang.Text{FR: "le fichier est trop gros", EN: "the file is too large"}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "one.csv"), []byte(header+rows(1, 10)), 0o644); err != nil {
		t.Fatal(err)
	}
	s.with = func(o *collect.Options) { o.From, o.Getter = dir, nil }
	o := s.collect()
	s.want(o, collect.Read, "")
	if o.Listed != 10 || len(s.web.asked) > 0 {
		t.Errorf("%d rows, asked %q", o.Listed, s.web.asked)
	}
}
