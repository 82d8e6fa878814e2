package site_test

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"vigie/internal/chart/picture"
	"vigie/internal/config"
	"vigie/internal/site"
)

// withCards is the site with an address and pictures, none of which is drawn.
func withCards(t *testing.T) *site.Site {
	t.Helper()
	return changed(t, func(c *config.Config) {
		onLine(c)
		c.Formats = []config.Format{config.PNG}
	}, nil)
}

func TestACardSaysWhatItsPageOpensWith(t *testing.T) {
	s := withCards(t)
	cards := map[string]picture.Card{}
	var addresses []string
	for _, c := range s.Cards() {
		if cards[c.Address].Title != "" {
			t.Errorf("%s has two cards", c.Address)
		}
		cards[c.Address], addresses = c.Words, append(addresses, c.Address)
	}
	want := 1 + len(s.Data.Providers)
	for _, o := range s.Data.Organisations {
		if len(o.Migrations) > 0 {
			want++
		}
	}
	if len(cards) != 2*want {
		t.Errorf("%d cards, want one in each language of the home page, of each provider and of each body of which a service is documented: %d",
			len(cards), 2*want)
	}
	pages := sections(t, withAddress(t), addresses...)
	for address, card := range cards {
		text := spoken(pages[address])
		for _, line := range card.Lines {
			for _, word := range strings.Fields(line) {
				if !strings.Contains(text, strings.Trim(word, "(),;:.")) {
					t.Errorf("%s does not say %q, its card does: %q", address, word, line)
				}
			}
		}
		foot := strings.Join(card.Foot, " ")
		if len(card.Lines) == 0 || !strings.HasSuffix(foot, "https://vigie.example.org/etat"+address) ||
			!strings.Contains(foot, "30\u00a0novembre 2026") && !strings.Contains(foot, "30\u00a0November 2026") {
			t.Errorf("the card of %s says %q at its foot, below %d lines", address, foot, len(card.Lines))
		}
		if lacking := picture.Lacking(card.Over + card.Kind + card.Title + card.More + foot + strings.Join(card.Lines, "")); len(lacking) > 0 {
			t.Errorf("the card of %s has letters without a form: %q", address, lacking)
		}
	}
}

// spoken is the text of a page.
func spoken(page string) string {
	var b strings.Builder
	for z := html.NewTokenizer(strings.NewReader(page)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			b.WriteString(z.Token().Data)
		}
	}
}

func TestASiteWithoutAnAddressOrWithoutPicturesHasNoCards(t *testing.T) {
	for name, change := range map[string]func(*config.Config){
		"without an address": func(c *config.Config) { c.Formats = []config.Format{config.PNG} },
		"without pictures":   onLine,
	} {
		if n := len(changed(t, change, nil).Cards()); n > 0 {
			t.Errorf("a site %s has %d cards", name, n)
		}
	}
}
