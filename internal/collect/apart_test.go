package collect_test

import (
	"strings"
	"testing"
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
