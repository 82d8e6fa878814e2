package site

import (
	"iter"
	"slices"
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/formula"
	"vigie/internal/value/lang"
)

// ProofsPage explains proofs and lists every figure that has a page of its own.
type ProofsPage struct {
	Prose  Prose
	Groups []ProofGroup
}

// ProofGroup is a set of figures of one origin.
type ProofGroup struct {
	ID, Title string
	Href      string // where it starts, on this page or on another
	Rows      []ProofRow
}

// ProofRow is a figure in the list.
type ProofRow struct {
	Label  string
	Figure Figure
}

// ProofPage says what one figure rests on.
type ProofPage struct {
	Label       string
	Figure      Figure
	Nature      string // in words
	NatureID    string
	Certainty   string // how far it can be relied on
	StateWords  string // what that means
	Read        string // days on which what it rests on was read, in words
	Cited       CitedView
	Changed     string // day of the edition since which it is what it is; empty when no edition holds it
	Basis       string
	Perimeter   string
	LeavesOut   string
	Note        string
	Resolution  string
	Claims      []Claim
	Words       string // of the formula
	Formula     string
	Substituted []Inline // the formula with its values, each of which leads to its proof
	Inputs      []InputView
	Records     []Link // records counted
	Collected   []RestsView
	Disputes    []Link // declared contradictions in which its claims stand
}

// ProofRecords is a further page of the records that a figure counts.
type ProofRecords struct {
	Figure  Figure
	Records []Link
}

// InputView is one number of a formula.
type InputView struct {
	Name   string
	Label  string
	Figure Figure
}

// proven lists the figures that have a proof page of their own, by identifier.
func (s *Site) proven() []figure.Figure {
	var out []figure.Figure
	for _, f := range s.Figures {
		if !strings.HasPrefix(f.ID, "claim/") {
			out = append(out, f)
		}
	}
	slices.SortFunc(out, func(a, b figure.Figure) int { return strings.Compare(a.ID, b.ID) })
	return out
}

func proofPages(v view) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		all := v.site.proven()
		for p := range v.proofLists(v.site.listedProofs()) {
			if !yield(p) {
				return
			}
		}
		for _, f := range all {
			for _, c := range cuts(len(f.Rests.Records), mostRows) {
				if !yield(v.proofPage(f, c)) {
					return
				}
			}
		}
		for p := range v.gonePages() {
			if !yield(p) {
				return
			}
		}
	}
}

// natures are the origins of figures, in the order of the list of proofs.
var natures = []figure.Nature{figure.Stated, figure.Computed, figure.Counted}

// listedProofs are the figures that the list of proofs shows, origin by origin. The page of
// one that was taken back stays, and no list leads to it.
func (s *Site) listedProofs() []figure.Figure {
	out := slices.DeleteFunc(s.proven(), s.takenBack)
	slices.SortStableFunc(out, func(a, b figure.Figure) int {
		return slices.Index(natures, a.Nature) - slices.Index(natures, b.Nature)
	})
	return out
}

// proofLists are the pages of the list of proofs.
func (v view) proofLists(listed []figure.Figure) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		for _, c := range cuts(len(listed), mostRows) {
			title, lead, prose := v.intro("proofs")
			body := ProofsPage{}
			if c.At == 1 {
				body.Prose = prose
			}
			for _, n := range natures {
				of := func(f figure.Figure) bool { return f.Nature == n }
				first := max(slices.IndexFunc(listed, of), 0)
				g := ProofGroup{ID: string(n), Title: v.word("nature." + string(n)),
					Href: v.partAnchor("proofs", cutOf(first, mostRows), c, string(n))}
				for _, f := range listed[c.First:c.Last] {
					if of(f) {
						g.Rows = append(g.Rows, ProofRow{Label: v.proofLabel(f), Figure: v.figure(f)})
					}
				}
				body.Groups = append(body.Groups, g)
			}
			p := v.page("proofs", "proofs", title, lead, body)
			whole := Link{Href: "/" + v.site.proofsFile(v.l), Text: v.label("proofs") + " (CSV)"}
			if !yield(v.part(p, c, mostRows, "parts.rule.proofs", whole)) {
				return
			}
		}
	}
}

// proofLabel names a figure: its label and what it is about.
func (v view) proofLabel(f figure.Figure) string {
	v.basisOf(f)
	label := v.text(f.Label)
	if about := v.when(f.Period); about != "" && !strings.HasSuffix(label, ", "+about) {
		label = v.text(lang.Join(", ", f.Label, f.Period.Words())) // whole in one language
	}
	return label
}

// proofPage is the proof of a figure, or a further page of the records that it counts.
func (v view) proofPage(f figure.Figure, c cut) Page {
	var records []Link
	for _, ref := range f.Rests.Records[c.First:c.Last] {
		records = append(records, v.owner(ref))
	}
	if c.At == 1 {
		return v.part(v.proofOf(f, records), c, mostRows, "parts.rule.records")
	}
	label := v.proofLabel(f)
	p := v.below("proofs", lang.Name(f.ID), "proof-records", label, "", ProofRecords{v.figure(f), records})
	return v.part(p, c, mostRows, "parts.rule.records")
}

// proofOf is the proof of a figure, with the first of the records that it counts.
func (v view) proofOf(f figure.Figure, records []Link) Page {
	ds := v.site.Data
	body := ProofPage{Records: records, Label: v.proofLabel(f), Figure: v.figure(f),
		Nature: v.word("nature." + string(f.Nature)), NatureID: string(f.Nature),
		Basis: v.basis(f.Basis), Note: v.text(f.Note),
		Claims: v.claims(ds.ClaimsOf(f.Rests.Claims)), Words: v.text(f.Rests.Words), Formula: f.Rests.Formula,
		Collected: v.restsOnRows(f)}
	body.Certainty, body.StateWords = v.certainty(f)
	if who := dataset.Find[*dataset.Perimeter](ds, record.Perimeters, f.Perimeter); who != nil {
		v.shows(record.Perimeters, who.ID)
		body.Perimeter, body.LeavesOut = v.text(who.Title), v.text(who.LeavesOut)
	}
	if _, p, ok := v.site.pointOf(f.ID); ok {
		if p.Resolution != nil {
			body.Resolution = v.text(p.Resolution.Reason)
		}
	}
	for _, in := range f.Rests.Inputs {
		body.Inputs = append(body.Inputs,
			InputView{Name: in.Name, Label: v.proofLabel(in.Figure), Figure: v.figure(in.Figure)})
	}
	if e, err := formula.Parse(f.Rests.Formula); f.Rests.Formula != "" && err == nil {
		body.Substituted = v.substituted(f, e)
	}
	for _, d := range ds.DisputesOf(f) {
		body.Disputes = append(body.Disputes, Link{Href: v.site.DisputeHref(v.l, d), Text: v.disputeTitle(d)})
	}
	// another number, or another label, each day
	if f.Daily || f.Nature == figure.Computed && f.Period == cal.At(cal.On(ds.AsOf)) {
		v.notes.onThatDay(ds.AsOf)
	}
	body.Read, body.Changed = v.readOn(f), v.unchangedSince(f.ID, true, nil)
	body.Cited = v.cited(provenFigure{Figure: f, since: v.site.since(f.ID)})
	p := v.below("proofs", lang.Name(f.ID), "proof", body.Label, v.describe("lead.proof", body.Label), body)
	p.Feeds = v.citationForms(body.Cited)
	return p
}

// readOn says on which days what a figure rests on was read: one day, or the first
// and the last.
func (v view) readOn(f figure.Figure) string {
	first, last := v.site.Data.ReadingOf(f)
	switch {
	case last.IsZero():
		return ""
	case first == last:
		return v.day(last)
	}
	return v.day(first) + " – " + v.day(last)
}

// substituted is a formula with the figures that its names stand for.
func (v view) substituted(f figure.Figure, e formula.Expr) []Inline {
	const mark = "\x00" // stands in no formula
	var out []figure.Inline
	for i, part := range strings.Split(e.Substitute(func(name string) string { return mark + name + mark }), mark) {
		at := slices.IndexFunc(f.Rests.Inputs, func(in figure.Input) bool { return i%2 == 1 && in.Name == part })
		if at >= 0 {
			out = append(out, figure.Quote(f.Rests.Inputs[at].Figure))
			continue
		}
		out = append(out, figure.Words(part))
	}
	return v.inline(out)
}

// pointOf finds the point of a series whose figure has an identifier.
func (s *Site) pointOf(id string) (*dataset.Series, dataset.Point, bool) {
	series, _, _ := strings.Cut(id, "/")
	sr := s.Data.SeriesByID(series)
	if sr == nil {
		return nil, dataset.Point{}, false
	}
	for _, p := range sr.Points {
		if p.Figure.ID == id {
			return sr, p, true
		}
	}
	return nil, dataset.Point{}, false
}
