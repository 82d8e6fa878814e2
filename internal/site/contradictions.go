package site

import (
	"iter"

	"vigie/internal/dataset"
	"vigie/internal/export"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// ContradictionsPage shows what sources disagree about, subject by subject.
type ContradictionsPage struct {
	Groups    []DisputeGroup
	Downloads []DownloadLine
}

// DownloadLine is a table, or a feed, with its forms.
type DownloadLine struct {
	Note  string
	Links []Link
}

// DisputeGroup is a subject with its disputes.
type DisputeGroup struct {
	ID, Title string
	Rows      []DisputeView
}

// DisputeView is what sources disagree about: declared, found, or both.
type DisputeView struct {
	ID          string // anchor
	Title, Href string
	Ref         string // record or figure whose words these are: "contradictions/orders-76m"
	Nature      string // in words; empty when it was only found
	StateID     string // open, settled or apparent
	State       string
	Points      []DisputedView // the values that are disputed, as the site shows them
	Explanation string         // empty when nobody looked into it yet
	WouldSettle string
	Rule        string // that settles it, where its claims are no values; empty while nothing does
	Reason, On  string
	Since       string // when the second of two claims that disagree was made
	Dating      string // what Since is the date of
	Voices      []Voice
}

// DisputedView is a number as the site shows it while sources disagree on it.
type DisputedView struct {
	Label  string
	Figure Figure
	Rule   string // that settles it; empty while nothing does
	Reason string
	On     string
}

// Voice is a claim in a dispute, with all that distinguishes it from the others.
type Voice struct {
	Claim
	Announced string // when it was made public
	Dating    string // what Announced is the date of
	Perimeter string // who is counted; empty for a claim that counts nothing
	// PerimeterRef is the record whose words those are; empty when it is not said.
	PerimeterRef string
	Basis        string // how an amount is counted; empty for what is no amount
	Chosen       bool   // a resolution publishes it
}

// others is the subject of what was found and not looked into yet.
const others = "others"

// subject is the heading of the contradictions about a subject.
func (v view) subject(subject string) string {
	if subject == others {
		return v.word("dispute.others")
	}
	return v.name(record.SubjectList, subject)
}

func disputePages(v view) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		body := ContradictionsPage{Downloads: v.disputeDownloads()}
		for _, subject := range append(v.site.Data.Words.IDs(record.SubjectList), others) {
			g := DisputeGroup{ID: subject, Title: v.subject(subject)}
			for _, d := range v.site.Data.Disputes {
				if !d.Withdrawn && subjectOf(d) == subject {
					g.Rows = append(g.Rows, v.dispute(d))
				}
			}
			if len(g.Rows) > 0 {
				body.Groups = append(body.Groups, g)
			}
		}
		p := v.answering("contradictions", "contradictions", body)
		p.Feeds = v.disputeFeeds()
		if !yield(p) {
			return
		}
		for _, d := range v.site.Data.Disputes {
			dv := v.dispute(d)
			if !yield(v.below("contradictions", lang.Name(d.ID), "contradiction", dv.Title,
				v.describe("lead.contradiction", dv.Title), dv)) {
				return
			}
		}
	}
}

func subjectOf(d *dataset.Dispute) string {
	if d.Declared == nil || d.Declared.Subject == "" {
		return others
	}
	return d.Declared.Subject
}

// DisputeHref is the address of the page of a dispute: that of the contradiction
// that declares it, or one made of the figure on which it was found.
func (s *Site) DisputeHref(l lang.Lang, d *dataset.Dispute) string {
	return s.Href(l, "contradictions") + d.ID + "/"
}

// disputeTitle is what a dispute is about.
func (v view) disputeTitle(d *dataset.Dispute) string {
	v.disputed(d)
	if d.Declared != nil {
		return v.text(d.Declared.Title)
	}
	return v.proofLabel(d.Points[0].Point.Figure)
}

func (v view) dispute(d *dataset.Dispute) DisputeView {
	v.disputed(d)
	out := DisputeView{ID: "c-" + anchorOf(d.ID), Title: v.disputeTitle(d), Href: v.site.DisputeHref(v.l, d),
		Ref:     "figures/" + d.ID,
		StateID: string(d.State()), Voices: v.voices(d)}
	out.State = v.word("dispute." + out.StateID)
	if c := d.Declared; c != nil {
		out.Ref = record.Ref{Kind: record.Contradictions, ID: c.ID}.String()
		out.Nature, out.Explanation, out.WouldSettle = v.word("nature-of-dispute."+c.Nature), v.text(c.Explanation),
			v.text(c.WouldSettle)
		if r := c.Resolution; r != nil {
			out.Rule, out.Reason, out.On = v.word("resolution."+r.Rule), v.text(r.Reason), v.day(r.On)
		}
	}
	if !d.Since.IsZero() {
		out.Since, out.Dating = v.when(d.Since), v.word("dispute-dating."+string(d.Dating))
	}
	for _, p := range d.Points {
		one := DisputedView{Label: v.proofLabel(p.Point.Figure), Figure: v.figure(p.Point.Figure)}
		if r := p.Point.Resolution; r != nil && p.Settled() {
			one.Rule, one.Reason, one.On = v.word("resolution."+r.Rule), v.text(r.Reason), v.day(r.On)
		}
		out.Points = append(out.Points, one)
	}
	return out
}

func (v view) voices(d *dataset.Dispute) []Voice {
	var out []Voice
	for _, c := range d.Claims {
		on, dating := c.Dated()
		one := Voice{Claim: v.claim(c), Announced: v.when(on), Dating: v.word("dispute-dating." + string(dating))}
		if dating == dataset.ByReading {
			one.Announced = v.word("undated")
			one.Dating = ""
		}
		if s := v.site.Data.SeriesOf(c); s != nil {
			v.shows(record.SeriesKind, s.ID)
			one.Basis = v.basis(s.Basis)
			if s.Perimeter != nil {
				one.Perimeter = v.text(s.Perimeter.Title)
				one.PerimeterRef = record.Ref{Kind: record.Perimeters, ID: s.Perimeter.ID}.String()
			}
		} else if c.Value != nil {
			one.Perimeter, one.Basis = v.word("voice.untold"), v.word("voice.untold")
		}
		one.Chosen = d.Publishes(c)
		out = append(out, one)
	}
	return out
}

// disputeDownloads are the tables of the disputes, and their feed.
func (v view) disputeDownloads() []DownloadLine {
	var out []DownloadLine
	for _, table := range []string{"contradictions", export.DisputedClaims} {
		out = append(out, DownloadLine{v.word("dispute.table." + table), []Link{
			{Href: "/" + v.placed().Tables.CSV(table, export.Standard), Text: "CSV"},
			{Href: "/" + v.placed().Tables.JSON(table), Text: "JSON"}}})
	}
	return append(out, DownloadLine{v.word("dispute.new"), []Link{{Href: "/" + v.feed(disputeFeed), Text: "Atom"}}})
}

// sinceDay is the first day of the date since which sources disagree; none when
// that is not known, or lies ahead of the day of reference.
func sinceDay(d *dataset.Dispute, asOf cal.Day) cal.Day {
	if first := d.Since.First(); !d.Since.IsZero() && !first.After(asOf) {
		return first
	}
	return cal.Day{}
}
