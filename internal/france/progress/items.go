package progress

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"

	"github.com/PuerkitoBio/goquery"

	"vigie/internal/collect/read/markup"
	"vigie/internal/value/tabular"
)

// besides are the headings of what is no list of qualifications in progress.
var besides = regexp.MustCompile(`\bqualifie[es]*\b|en savoir plus|voir aussi|contact|document|telecharg|ressource|a lire|a consulter|liens utiles|partager|actualite|foire aux questions|sommaire`)

// beside says that a heading or a caption is that of something else.
func beside(heading string) bool {
	folded := tabular.Fold(heading)
	return besides.MatchString(folded) && !strings.Contains(folded, "en cours")
}

// titles are the titles of cards and tiles of the design system of the State.
const titles = ".fr-card__title, .fr-tile__title, .fr-accordion__title"

// items takes the items of lists and the titles of cards as names, in the order of
// the page.
func (r *reading) items(main *goquery.Selection, address string) (err error) {
	cards := ".fr-card, .fr-tile"
	if main.Find("article").Length() >= fewest { // one article is the page itself
		cards += ", article"
	}
	under, aside := "", false
	main.Find("h2, h3, h4, li, " + titles).EachWithBreak(func(_ int, s *goquery.Selection) bool {
		text := markup.Words(s)
		if err = r.taken.Bytes(len(text)); err != nil {
			return false
		}
		within := s.Closest(cards).Length() > 0
		title := s.Is(titles) || within && s.Is("h2, h3, h4")
		switch {
		case text == "":
		case s.Is("li") && s.Find("li, h2, h3, h4, "+titles).Length() > 0: // what is within comes by itself
		case s.Is("h2, h3, h4") && !title:
			under, aside = text, beside(text)
		case aside:
			r.left.Add("under “"+under+"”", text)
		case within && !title:
			r.left.Add("item of a card", text)
		case !title && leadsElsewhere(s, address):
			r.left.Add("item that is a link to a document or to a page of the site", text)
		default:
			r.item(r.spelt(text))
		}
		return true
	})
	return err
}

func (r *reading) item(text string) {
	e := parse(text)
	if !name(e.provider) {
		r.left.Add("item that is no name", text)
		return
	}
	e.at = fmt.Sprintf("n° %d", len(r.entries)+1)
	r.entries = append(r.entries, e)
}

// leadsElsewhere says that an item is nothing but a link to a document, to a
// mailbox or to another page of the same site: a provider is linked to its own.
func leadsElsewhere(item *goquery.Selection, address string) bool {
	link := item.Find("a[href]").First()
	if link.Length() == 0 || markup.Words(link) != markup.Words(item) {
		return false
	}
	base, err := url.Parse(address)
	if err != nil {
		return false
	}
	to, err := base.Parse(strings.TrimSpace(link.AttrOr("href", "")))
	if err != nil {
		return true
	}
	return strings.HasSuffix(strings.ToLower(to.Path), ".pdf") || to.Host == base.Host ||
		(to.Scheme != "http" && to.Scheme != "https")
}
