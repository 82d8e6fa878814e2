package collect_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/collect"
	"vigie/internal/fetch"
)

// where is the page to look in when page1 is gone.
const where = "https://other.example/where.html"

func TestAnAddressThatIsGoneIsLookedForInThePagesThatLeadToIt(t *testing.T) {
	const moved = "https://example.org/moved.csv"
	for name, one := range map[string]struct {
		play func(s *site)
		code string
		want []string
	}{
		"the address answers: nothing else is asked": {func(s *site) {}, "", []string{page1}},
		"it is gone and a page leads to it": {func(s *site) {
			s.web.pages[where], s.web.pages[moved] = "next: "+moved+"\n", s.web.pages[page1]
			delete(s.web.pages, page1)
		}, "", []string{where, moved}},
		"it is gone and the page leads to it all the same": {func(s *site) {
			s.web.pages[where] = "next: " + page1 + "\n"
			delete(s.web.pages, page1)
		}, "gone", []string{where}},
		"it is gone and the page leads nowhere": {func(s *site) {
			s.web.pages[where] = header
			delete(s.web.pages, page1)
		}, "gone", []string{where}},
		"it is gone and so is the page": {func(s *site) { delete(s.web.pages, page1) }, "gone", nil},
		"the page leads to another site": {func(s *site) {
			s.web.pages[where] = "next: https://elsewhere.example/a.csv\n"
			delete(s.web.pages, page1)
		}, "off-host", []string{where}},
		"where it leads is gone too": {func(s *site) {
			s.web.pages[where] = "next: " + moved + "\n"
			delete(s.web.pages, page1)
		}, "gone", []string{where}},
		"it is closed, not gone": {func(s *site) { s.web.fails[page1] = &fetch.Error{Fault: fetch.Walled, Status: 403} }, "walled", []string{page1}},
	} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			s.source.Collect.Instead = []string{where}
			s.want(s.collect(), collect.Read, "")
			s.web.asked = nil
			for page := range s.web.pages { // so that nothing is a 304
				s.web.pages[page] += rows(11, 1)
			}
			one.play(s)
			status := collect.Read
			if one.code != "" {
				status = collect.Failed
			}
			s.want(s.collect(), status, one.code)
			if !cmp.Equal(s.web.asked, one.want) {
				t.Errorf("asked %q, want %q", s.web.asked, one.want)
			}
			if one.code == "" {
				s.want(s.collect(), collect.Unchanged, "")
				same(s)
			}
		})
	}
}
