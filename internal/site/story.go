package site

import (
	"iter"
	"slices"
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/site/trace"
)

// CommitmentsPage lists the promises by what became of them.
type CommitmentsPage struct {
	Charts []Chart
	Groups []CommitmentGroup
}

// CommitmentGroup is an outcome with its promises.
type CommitmentGroup struct {
	ID, Title, Meaning string
	Rows               []CommitmentView
}

// TimelinePage lists events by year, the latest first.
type TimelinePage struct {
	Years []YearView
}

// YearView is a year with its events.
type YearView struct {
	Year   string
	Events []EventView
}

// DoctrinePage lists the rules of the doctrine, text by text.
type DoctrinePage struct {
	Texts []DoctrineText
}

// DoctrineText is a text with its rules.
type DoctrineText struct {
	ID, Title string
	Rules     []DoctrineView
}

// DoctrineView is one rule.
type DoctrineView struct {
	ID, Title, Number, Asks, InForce, Sensitivity, Note string
	Tiers                                               []Link
	Current                                             bool // in force on the day of reference
	AppliesTo, LeavesOut                                string
	Qualification                                       string // asked of commercial offers
	Claims                                              []Claim
}

func storyPages(v view) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		_ = yield(v.commitmentsPage()) && yield(v.timelinePage()) && yield(v.doctrinePage())
	}
}

func (v view) commitmentsPage() Page {
	v.judgesAll(record.Commitments)
	body := CommitmentsPage{Charts: v.chartsOf("commitments", "commitments")}
	for _, o := range dataset.Outcomes() {
		g := CommitmentGroup{ID: string(o), Title: v.word("outcome." + string(o)),
			Meaning: v.word("outcome-meaning." + string(o))}
		for _, c := range v.site.Data.Commitments {
			if c.Outcome == o {
				g.Rows = append(g.Rows, v.commitment(c))
			}
		}
		if len(g.Rows) > 0 {
			body.Groups = append(body.Groups, g)
		}
	}
	return v.answering("commitments", "commitments", body)
}

// latestFirst orders events from the latest to the earliest, undated ones last.
func latestFirst(list []*dataset.Event) []*dataset.Event {
	out := slices.Clone(list)
	slices.SortStableFunc(out, func(a, b *dataset.Event) int {
		switch {
		case a.On == nil && b.On == nil:
			return 0
		case a.On == nil:
			return 1
		case b.On == nil:
			return -1
		}
		return b.On.Compare(*a.On)
	})
	return out
}

func (v view) timelinePage() Page {
	body := TimelinePage{}
	for _, e := range latestFirst(v.site.Data.Events) {
		ev := v.event(e)
		if ev.Year == "" {
			ev.Year = v.word("undated")
		}
		if n := len(body.Years); n == 0 || body.Years[n-1].Year != ev.Year {
			body.Years = append(body.Years, YearView{Year: ev.Year})
		}
		y := &body.Years[len(body.Years)-1]
		y.Events = append(y.Events, ev)
	}
	p := v.answering("timeline", "timeline", body)
	p.Feeds = v.feeds()
	return p
}

func (v view) doctrinePage() Page {
	body := DoctrinePage{}
	list := slices.Clone(v.site.Data.Doctrines)
	slices.SortStableFunc(list, func(a, b *dataset.Doctrine) int { return a.InForce.Compare(b.InForce) })
	for _, d := range list {
		i := slices.IndexFunc(body.Texts, func(t DoctrineText) bool { return t.ID == d.Text })
		if i < 0 {
			i = len(body.Texts)
			body.Texts = append(body.Texts, DoctrineText{ID: d.Text, Title: v.name(record.TextList, d.Text)})
		}
		body.Texts[i].Rules = append(body.Texts[i].Rules, v.doctrine(d))
	}
	return v.answering("doctrine", "doctrine", body)
}

func (v view) doctrine(d *dataset.Doctrine) DoctrineView {
	v.shows(record.Doctrines, d.ID)
	v.note(trace.Judged, thing(record.Ref{Kind: record.Doctrines, ID: d.ID}))
	out := DoctrineView{ID: d.ID, Title: v.text(d.Title), Number: d.Number, Asks: v.text(d.Asks),
		InForce: v.when(d.InForce),
		Note:    v.text(d.Note), Current: d.InForce.Contains(v.site.Data.AsOf), Claims: v.claims(d.Claims)}
	if d.Sensitivity != "" {
		out.Sensitivity = v.name(record.SensitivityList, string(d.Sensitivity))
	}
	for _, t := range d.Tiers {
		out.Tiers = append(out.Tiers, v.tierLink(t))
	}
	out.AppliesTo, out.LeavesOut = v.kinds(d.AppliesTo), v.kinds(d.LeavesOut)
	if d.AsksQualification != "" {
		out.Qualification = v.atLevel(d.AsksQualification, d.AsksLevel)
	}
	return out
}

func (v view) tierLink(t record.TierID) Link {
	out, ref := Link{Text: v.name(record.TierList, string(t))}, record.Ref{Kind: record.Tiers, ID: string(t)}
	if v.site.Data.Has(ref) {
		v.note(trace.Named, thing(ref))
		out.Href = v.site.RecordHref(v.l, ref)
	}
	return out
}

// kinds names kinds of bodies one after the other.
func (v view) kinds(list []record.BodyKind) string {
	var out []string
	for _, k := range list {
		out = append(out, v.heading(record.BodyKindList, string(k)))
	}
	return strings.Join(out, ", ")
}
