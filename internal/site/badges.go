package site

import (
	"fmt"
	"html"
	"iter"
	"unicode/utf8"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// A badge is a small picture that a provider or a body shows on its own site: what is known
// of it, as of the day of reference that stands in the picture.

// badge is what a badge says.
type badge struct {
	words string
	tone  tone
}

// tone colours the edge of a badge, whose words say the same.
type tone string

const (
	toneGood    tone = "good"
	toneWaiting tone = "waiting"
	toneNone    tone = "none"
)

// BadgeView is a badge as a page shows it.
type BadgeView struct {
	Href  string
	Words string
	HTML  string // to copy
}

const badgeFolder = "badges/"

func badgePath(ref record.Ref, l lang.Lang) string {
	return badgeFolder + string(ref.Kind) + "/" + ref.ID + "." + string(l) + ".svg"
}

// badgeFiles yields the badges of providers, of bodies, and that of the freshness of the data.
func badgeFiles(s *Site) iter.Seq[Extra] {
	return func(yield func(Extra) bool) {
		for _, l := range s.Config.Languages {
			v := view{site: s, l: l}
			for _, p := range s.Data.Every.Providers {
				path := badgePath(record.Ref{Kind: record.Providers, ID: p.ID}, l)
				if !yield(Extra{path, v.badgePicture(v.text(p.Name), v.providerBadge(p))}) {
					return
				}
			}
			for _, o := range s.Data.Every.Organisations {
				path := badgePath(record.Ref{Kind: record.Organisations, ID: o.ID}, l)
				if !yield(Extra{path, v.badgePicture(v.text(o.Name), v.bodyBadge(o))}) {
					return
				}
			}
			fresh := badge{v.describe("badge.fresh", v.day(s.lastRead())), toneGood}
			if !yield(Extra{badgeFolder + "data." + string(l) + ".svg", v.badgePicture("", fresh)}) {
				return
			}
		}
	}
}

// providerBadge says until when a service of a provider is qualified: of several, the one
// whose term is the last.
func (v view) providerBadge(p *dataset.Provider) badge {
	var last, undated, waiting *dataset.Qualification
	for _, q := range p.Qualifications {
		switch {
		case q.Counts() && q.Period != nil && (last == nil || q.Period.Until.After(last.Period.Until)):
			last = q
		case q.Counts() && q.Period == nil:
			undated = q
		case q.Standing == dataset.StandingInProgress:
			waiting = q
		}
	}
	scheme := func(q *dataset.Qualification) string { return v.name(record.SchemeList, string(q.Scheme)) }
	switch {
	case last != nil:
		return badge{v.describe("badge.qualified", scheme(last)) + " " + v.word("qualification.until-day") + " " +
			v.day(last.Period.Until), toneGood}
	case undated != nil:
		return badge{v.describe("badge.undated", scheme(undated)), toneGood}
	case waiting != nil:
		return badge{v.describe("badge.waiting", scheme(waiting)), toneWaiting}
	}
	return badge{v.word("badge.none"), toneNone}
}

// bodyBadge says whether the hosting of a body is documented.
func (v view) bodyBadge(o *dataset.Organisation) badge {
	if len(o.Migrations) > 0 {
		return badge{v.word("badge.documented"), toneGood}
	}
	return badge{v.word("badge.unknown"), toneNone}
}

// badgePicture draws a badge: whom it is about, what is known, and the day of reference. Its
// texts are as wide as their number of letters asks, whatever the fonts of the reader.
func (v view) badgePicture(name string, b badge) []byte {
	below := v.text(v.site.Config.Site.Title) + ", " + v.describe("badge.day", v.day(v.site.Data.AsOf))
	title := b.words + " (" + below + ")"
	if name != "" {
		title = name + v.colon() + title
	}
	first, second := wide(b.words, firstLetter), wide(below, secondLetter)
	width := max(first, second) + badgeMargins
	return fmt.Appendf(nil, badgeForm, width, html.EscapeString(title), b.tone,
		first, html.EscapeString(b.words), second, html.EscapeString(below), string(v.l), width-1)
}

// Widths, in tenths of a pixel for a letter and in pixels for what is around them.
const (
	firstLetter  = 68
	secondLetter = 55
	badgeMargins = 28
)

func wide(words string, letter int) int { return (utf8.RuneCountInString(words)*letter + 9) / 10 }

// badgeForm is a badge. Colours are those of the theme, light, and dark where the reader's
// system is.
const badgeForm = `<svg xmlns="http://www.w3.org/2000/svg" width="%[1]d" height="42" viewBox="0 0 %[1]d 42" ` +
	`role="img" aria-labelledby="t" xml:lang="%[8]s">
<title id="t">%[2]s</title>
<style>.p{fill:#fbfaf7;stroke:#7d8795}.i{fill:#1b2430}.m{fill:#566070}.good{fill:#24693a}.waiting{fill:#8a5a00}` +
	`.none{fill:#7d8795}@media(prefers-color-scheme:dark){.p{fill:#14181e;stroke:#717d8c}.i{fill:#e9ecf1}` +
	`.m{fill:#a8b2c0}.good{fill:#74cf89}.waiting{fill:#efb73e}.none{fill:#717d8c}}</style>
<rect class="p" x=".5" y=".5" width="%[9]d" height="41" rx="5"/>
<rect class="%[3]s" x="5" y="6" width="5" height="30" rx="2.5"/>
<g font-family="system-ui, 'Noto Sans', sans-serif">
<text class="i" x="18" y="18" font-size="13" font-weight="600" textLength="%[4]d" ` +
	`lengthAdjust="spacingAndGlyphs">%[5]s</text>
<text class="m" x="18" y="34" font-size="11" textLength="%[6]d" lengthAdjust="spacingAndGlyphs">%[7]s</text>
</g>
</svg>
`

// shownBadge is a badge on the page of a provider, with what to copy. It does not name the
// day of reference: the picture does, and is made anew each day.
func (v view) shownBadge(ref record.Ref, b badge) BadgeView {
	out := BadgeView{Href: "/" + badgePath(ref, v.l), Words: b.words}
	out.HTML = fmt.Sprintf(`<a href="%s"><img src="%s" alt="%s"></a>`,
		html.EscapeString(v.site.full(v.site.RecordHref(v.l, ref))), html.EscapeString(v.site.full(out.Href)),
		html.EscapeString(b.words))
	return out
}
