package site_test

import (
	"slices"
	"strings"
	"testing"

	"vigie/internal/figure"
	"vigie/internal/site"
	"vigie/internal/value/lang"
)

// A tier of the vocabulary without a record in data/tiers is shown with its words, and leads nowhere.
func TestATierWithoutARecordIsShownWithItsWords(t *testing.T) {
	files := oneOfEach(t)
	files["data/vocabulary/tiers.yaml"] += "  - {id: raft, name: {fr: Radeau, en: Raft}, meaning: {fr: Sur l’eau., " +
		"en: On water.}, role: public, colour: series5}\n"
	s := siteOf(t, files)
	for p := range s.Pages() {
		body, ok := p.Body.(site.TiersPage)
		if !ok || p.Lang != lang.EN {
			continue
		}
		var names []string
		for _, one := range body.Tiers {
			names = append(names, one.Tier.Text)
			if one.Tier.Text == "Raft" && (one.Tier.Href != "" || one.Note != "On water." || one.ID != "series5") {
				t.Errorf("the raft is %+v", one)
			}
		}
		if !slices.Contains(names, "Raft") || slices.Contains(names, "Own machines") {
			t.Errorf("tiers shown: %q", names)
		}
		return
	}
	t.Error("the site has no page of the tiers")
}

// A site about something else has no proof of how many of its services follow rules.
func TestASiteWithoutServicesAndRulesHasNoFigureOfThem(t *testing.T) {
	counted := func(s *site.Site) int {
		n := 0
		for id := range s.Figures {
			if strings.HasPrefix(id, "findings/") {
				n++
			}
		}
		return n
	}
	whole := siteOf(t, oneOfEach(t))
	if counted(whole) == 0 {
		t.Fatal("a site with services counts them")
	}
	without := oneOfEach(t)
	for name := range without {
		if strings.HasPrefix(name, "data/migrations/") || strings.HasPrefix(name, "data/doctrines/") {
			delete(without, name)
		}
	}
	s := siteOf(t, without)
	s.Content = withPages(t, map[string]string{"essai": "key: essay\ntemplate: prose\nfooter: 1\n"}).Content
	s.Figures = map[string]figure.Figure{}
	s.GatherFigures()
	if n := counted(s); n > 0 {
		t.Errorf("%d figures of no service", n)
	}
}
