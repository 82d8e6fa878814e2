package site

import (
	"fmt"
	"image/png"
	"io"
	"slices"
	"strings"

	"vigie/internal/chart/picture"
	"vigie/internal/config"
	"vigie/internal/dataset"
	"vigie/internal/export/takeaway"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// A card is the picture that others show of a page: that of the home page, of a provider, or
// of a body of which a service is documented. It says what the page opens with, as of which
// day, and where the page stands; so a site without an address has none.

// PictureView is the picture which others show of a page.
type PictureView struct {
	Href       string // from the root of the site
	Alt        string // what stands in it, in words
	Wide, High int    // in pixels
}

// Carded is a page of which there is a card.
type Carded struct {
	Address string // of the page
	Path    string // of the card
	Alt     string // what stands in it, in words
	Title   lang.Text
	Words   picture.Card
}

const cardFolder = "cards/"

var card = takeaway.Format{ID: config.PNG, Suffix: ".card.png", Key: "data.png", Media: "image/png"}

// carded says that there are cards: they name the address of their page, and are pictures.
func (s *Site) carded() bool {
	return s.Config.BaseURL != "" && slices.Contains(s.Config.Formats, config.PNG)
}

// Cards lists the pages of which there are cards.
func (s *Site) Cards() []Carded {
	if !s.carded() {
		return nil
	}
	var out []Carded
	for _, l := range s.Config.Languages {
		v := view{site: s, l: l}
		out = append(out, v.homeCard())
		for _, p := range s.Data.Providers {
			out = append(out, v.providerCard(p))
		}
		for _, o := range s.Data.Organisations {
			if len(o.Migrations) > 0 {
				out = append(out, v.bodyCard(o))
			}
		}
	}
	return out
}

// cards makes them.
func (s *Site) cards() []takeaway.Other {
	var out []takeaway.Other
	for _, c := range s.Cards() {
		svg := c.Words.SVG()
		out = append(out, takeaway.Other{Path: c.Path, Title: c.Title, Format: card, From: svg,
			Write: func(w io.Writer) error { return picture.PNG(w, svg, picture.CardWidth) }})
	}
	return out
}

// shown is the card as a page names it; nil where it has none.
func (v view) shown(c Carded) *PictureView {
	if _, made := v.site.takenAt(c.Path); !made {
		return nil
	}
	return &PictureView{"/" + c.Path, c.Alt, picture.CardWidth, picture.CardHeight}
}

func (v view) card(name, address string, title lang.Text, words picture.Card) Carded {
	words.Language = string(v.l)
	words.More = v.word("card.more")
	words.Foot = []string{v.text(v.site.Config.Publisher.Name) + ", " + v.describe("badge.day", v.day(v.site.Data.AsOf)),
		v.site.full(address)}
	apart := lang.Typeset(v.l, lang.Text{FR: " ; ", EN: "; "}.In(v.l))
	return Carded{Address: address, Path: fmt.Sprintf("%s%s.%s.png", cardFolder, name, v.l), Title: title, Words: words,
		Alt: words.Title + v.colon() + strings.Join(words.Lines, apart)}
}

// homeCard asks the questions of the home page and answers them.
func (v view) homeCard() Carded {
	words := picture.Card{Title: v.text(v.site.Config.Site.Title)}
	for _, d := range v.site.Content.Docs(v.l) {
		if !strings.HasPrefix(d.Key, answersKey) {
			continue
		}
		answer := d.Words(func(id string) string {
			f, ok := v.named(id)
			if !ok {
				return ""
			}
			return v.figure(f).Text
		})
		words.Lines = append(words.Lines, lang.Typeset(v.l, d.Title)+" "+answer)
	}
	if len(words.Lines) == 0 {
		if _, lead, _ := v.intro(homeKey); lead != "" {
			words.Lines = []string{lead}
		}
	}
	return v.card(homeKey, v.site.root(v.l), lang.Text{}, words)
}

// providerCard says what a provider is qualified for, then its country and who controls it.
func (v view) providerCard(p *dataset.Provider) Carded {
	words := picture.Card{Over: v.text(v.site.Config.Site.Title), Title: v.text(p.Name)}
	row := v.providerRow(p)
	for _, q := range slices.Concat(row.Qualified, row.Ended, row.Progress) {
		line := q.Scheme + ", " + q.Standing
		if q.Rests != "" {
			line += " " + q.Rests
		}
		line += v.colon() + q.Offer.Text
		if q.Until != "" && slices.ContainsFunc(row.Qualified, func(held QualificationView) bool { return held.ID == q.ID }) {
			line += ", " + v.word("qualification.until-day") + " " + q.Until
		}
		words.Lines = append(words.Lines, line)
	}
	if len(words.Lines) == 0 {
		words.Lines = append(words.Lines, v.word("provider.unqualified"))
	}
	country := v.word("provider.country") + v.colon() + row.Country.Name
	if row.Country.Common {
		country += " (" + v.word("provider.common") + ")"
	}
	var holders []string
	for _, c := range row.Control {
		holders = append(holders, c.By+" ("+c.Country+", "+c.Extent+")")
	}
	if len(holders) == 0 {
		holders = []string{v.word("unknown")}
	}
	words.Lines = append(words.Lines, country+". "+v.word("provider.control")+v.colon()+strings.Join(holders, ", ")+".")
	ref := record.Ref{Kind: record.Providers, ID: p.ID}
	return v.card(ref.String(), v.site.RecordHref(v.l, ref), p.Name, words)
}

// bodyCard says where the services of a body are known to be hosted, and what has no answer.
func (v view) bodyCard(o *dataset.Organisation) Carded {
	words := picture.Card{Over: v.text(v.site.Config.Site.Title), Title: v.text(o.Name),
		Kind: v.name(record.BodyKindList, string(o.Kind))}
	if o.Short != "" && o.Short != words.Title {
		words.Kind += " · " + o.Short
	}
	named := func(links []Link) string {
		var out []string
		for _, l := range links {
			out = append(out, l.Text)
		}
		return strings.Join(out, ", ")
	}
	for _, h := range v.hosted(o) {
		line := h.Tier + v.colon() + named(h.Services)
		if h.More {
			line += " " + v.word("organisation.more")
		}
		words.Lines = append(words.Lines, line)
	}
	asked, _ := v.cells(o)
	if missing := unanswered(asked); len(missing) > 0 {
		words.Lines = append(words.Lines, v.word("organisation.unanswered")+" "+named(missing)+".")
	}
	ref := record.Ref{Kind: record.Organisations, ID: o.ID}
	return v.card(ref.String(), v.site.RecordHref(v.l, ref), o.Name, words)
}

// pictured is the picture of a chart as a page names it; nil where there is none.
func (v view) pictured(id, title string) *PictureView {
	path := v.placed().Charts + id + "." + string(v.l) + pictured.Suffix
	f, ok := v.site.takenAt(path)
	if !ok {
		return nil
	}
	out := &PictureView{Href: "/" + path, Alt: title}
	if f.Open == nil { // in a rehearsal
		return out
	}
	if from, err := f.Open(); err == nil {
		if c, err := png.DecodeConfig(from); err == nil {
			out.Wide, out.High = c.Width, c.Height
		}
		_ = from.Close()
	}
	return out
}
