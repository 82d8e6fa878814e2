package site

import (
	"fmt"
	"html"
	"regexp"

	"vigie/internal/indicator"
	"vigie/internal/value/lang"
)

// Elsewhere is how a chart is shown on other sites.
type Elsewhere struct {
	Pictures []Download
	Framed           // with the numbers of each day
	Frozen   *Framed // with those of the last edition that keeps it; nil while none does
}

// Framed is a page for a frame.
type Framed struct {
	Frame string // the HTML to paste
	Page  Link   // the page inside the frame
	Day   string // of the edition, in words; empty where it is that of the site
}

// EmbedPage is a chart alone, for the frame of another site: as it is today, or as an edition keeps it.
type EmbedPage struct {
	Chart   *Chart       // nil for the chart of an edition
	Frozen  *FrozenChart // nil for that of today
	Whole   Link         // the page of the chart
	Sources string
	Mention string // publisher, licence
}

// EmbedHref is the address of a chart alone.
func (s *Site) EmbedHref(l lang.Lang, id string) string { return s.root(l) + embedFolder + id + "/" }

// embedFolder holds the charts alone. Hosts let other sites frame what stands in it.
const embedFolder = "embed/"

// embed is the page of a chart alone; false where it has no drawing.
func (v view) embed(r indicator.Result) (Page, bool) {
	c := v.optionalChart(r.ID)
	if c == nil {
		return Page{}, false
	}
	c.Options, c.Small = "", "" // no script stands in the frame of others
	about := v.site.about()
	body := EmbedPage{Chart: c, Sources: v.restsOn(r), Whole: Link{Href: c.Page, Text: v.word("embed.whole")},
		Mention: v.text(about.Publisher) + " – " + v.text(about.Licence.Title)}
	v.computed(r.ID)
	at := func(l lang.Lang) string { return v.site.EmbedHref(l, r.ID) }
	return Page{Address: at(v.l), Others: v.others(at), Key: "embed/" + r.ID, Lang: v.l, Template: "embed",
		Section: "indicators", Title: v.text(r.Title), Description: v.text(r.Question), Body: body, Bare: true}, true
}

// frameHeight is about that of a chart alone in a frame of 720 pixels or wider: its drawing
// and the words around it.
func frameHeight(c *Chart) int {
	height := 420.0
	if m := drawnSize.FindStringSubmatch(string(c.Wide)); m != nil {
		_, _ = fmt.Sscan(m[1], &height)
	}
	const words = 430 // above and below it
	return int(height) + words
}

var drawnSize = regexp.MustCompile(`viewBox="0 0 [\d.]+ ([\d.]+)"`)

// elsewhere is what other sites may take of a chart.
func (v view) elsewhere(r indicator.Result) *Elsewhere {
	c := v.optionalChart(r.ID)
	if c == nil {
		return nil
	}
	title, height, href := v.text(r.Title), frameHeight(c), v.site.EmbedHref(v.l, r.ID)
	out := &Elsewhere{Pictures: v.picturesOf(r.ID),
		Framed: Framed{Frame: v.frame(href, title, height), Page: Link{Href: href, Text: v.word("embed.page")}}}
	if e, ok := v.lastKept(r.ID); ok {
		href := v.site.FrozenHref(v.l, r.ID, e)
		out.Frozen = &Framed{Frame: v.frame(href, title, height), Day: v.day(e.Day),
			Page: Link{Href: href, Text: v.word("embed.frozen.page")}}
	}
	return out
}

// frame is the HTML that shows a page on another site.
func (v view) frame(href, title string, height int) string {
	address := v.site.full(href)
	if v.site.Config.BaseURL == "" {
		address = "SITE" + address
	}
	return fmt.Sprintf(`<iframe src="%s" title="%s" width="100%%" height="%d" loading="lazy" style="border:0"></iframe>`,
		address, html.EscapeString(title), height)
}
