package collect_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/collect"
	"vigie/internal/value/lang"
)

func TestCopiesThatAreKeptApartLeaveTheirDigestAlone(t *testing.T) {
	s := newSite(t)
	s.source.Collect.CopiesApart = true
	digest := s.collect().Documents[0].SHA256
	tree := s.tree()
	if tree["cache/essai/"+digest] == "" || tree["snapshots/essai/"+digest] != "" {
		t.Errorf("the bytes are not in the private half: %v", names(s))
	}
	for name, content := range tree {
		if strings.HasPrefix(name, "snapshots/") && !(strings.Contains(content, digest) && strings.Contains(content, `"republished": false`)) {
			t.Errorf("%s says %s", name, content)
		}
	}
}

// TestCopiesThatMayBeRepublishedAreOnceTheirSourceSaysSo plays a source whose copies
// were kept apart, then are not: its bytes have not changed, and the next visit puts
// them into the published tree, in gzip.
func TestCopiesThatMayBeRepublishedAreOnceTheirSourceSaysSo(t *testing.T) {
	s := newSite(t)
	s.web.pages[page1] = header + strings.ReplaceAll(rows(1, 40), "Hébergeur", "Hébergeur "+strings.Repeat("au nom très long ", 10))
	s.source.Collect.CopiesApart = true
	digest := s.collect().Documents[0].SHA256
	before := s.tree()
	s.want(s.collect(), collect.Unchanged, "")
	if diff := cmp.Diff(before, s.tree()); diff != "" {
		t.Error("a visit without news writes:", diff)
	}

	s.source.Collect.CopiesApart = false
	s.with = func(o *collect.Options) { o.DryRun = true }
	if o := s.collect(); o.Published != 1 {
		t.Errorf("a dry run says that %d copies would be published", o.Published)
	}
	if diff := cmp.Diff(before, s.tree()); diff != "" {
		t.Error("a dry run publishes:", diff)
	}
	s.with = nil
	o := s.collect()
	s.want(o, collect.Unchanged, "")
	after := s.tree()
	if after["snapshots/essai/"+digest+".gz"] == "" || o.Wrote || o.Published != 1 {
		t.Errorf("the copy is not published: %q %+v", names(s), o)
	}
	if o := s.collect(); o.Published != 0 {
		t.Errorf("it is published again: %+v", o)
	}
	report, text := collect.Report{Sources: []collect.Outcome{o}}, &strings.Builder{}
	if err := report.Text(text, lang.EN); err != nil || !strings.Contains(text.String(), "1\u00a0copy, kept apart until now, is published") || strings.Contains(text.String(), "Nothing") {
		t.Errorf("the report says %q (%v)", text, err)
	}
	for name, content := range before {
		if after[name] != strings.Replace(content, `"republished": false`, `"republished": true`, 1) {
			t.Errorf("%s became %q", name, after[name])
		}
	}

	if err := os.RemoveAll(filepath.Join(s.dir, "cache")); err != nil { // as on another machine
		t.Fatal(err)
	}
	same(s)
}
