package verify

import (
	"slices"
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// standing follows the date or the state of a record down to documents; false when
// the name is not that of a record that has one.
func (t *truth) standing(name string, l lang.Lang) (Chain, bool) {
	kind, id, _ := strings.Cut(name, "/")
	ref := record.Ref{Kind: record.Kind(kind), ID: id}
	out := Chain{ID: name, Label: t.data.NameOf(ref).In(l), Record: t.place(ref, ""),
		Proof: t.site.RecordHref(l, t.site.PageOwner(ref))}
	if ref.Kind == record.Contradictions {
		return t.disagreement(out, id, l)
	}
	switch r := dataset.Find[any](t.data, ref.Kind, id).(type) {
	case *dataset.Qualification:
		t.term(&out, r, l)
	case *dataset.Event:
		out.Nature, out.Text, out.Note = "date", t.word(l, "undated"), r.Note.In(l)
		if r.On != nil {
			out.Text = r.On.Text(l)
		}
		out.Claims = t.statements(r.Claims, l)
	case *dataset.Commitment:
		t.outcome(&out, r, l)
	case *dataset.Migration:
		t.hosting(&out, r, l)
	case *dataset.Silence:
		out.Nature, out.Text, out.Note = "state", t.word(l, "reason."+string(r.Reason)), r.Note.In(l)
		out.Beside = besideWords(r.Where.In(l), r.Searched.Text(l))
	default:
		return Chain{}, false
	}
	if w := t.data.Withdrawal(ref); w != nil {
		out.State = t.word(l, "state.withdrawn")
		out.Beside = append(out.Beside, besideWords(w.On.Text(l), w.Reason.In(l))...)
	}
	return out, true
}

// term is the first and last day of a qualification, and where it stands.
func (t *truth) term(out *Chain, q *dataset.Qualification, l lang.Lang) {
	out.Nature, out.Text, out.Note = "date", t.word(l, "undated"), q.Note.In(l)
	out.State = t.word(l, "standing."+string(q.Standing))
	if q.Period != nil {
		out.Text = cal.Between(cal.On(q.Period.From), cal.On(q.Period.Until)).Text(l)
	}
	out.Beside = []string{t.data.Words.Name(record.SchemeList, string(q.Scheme)).In(l)}
	if q.Decision != nil {
		out.Beside = append(out.Beside, besideWords(q.Decision.Number, q.Decision.URL)...)
	}
	for _, m := range q.Milestones {
		out.Beside = append(out.Beside, m.Name+": "+m.On.Text(l))
	}
	for _, e := range q.Listings {
		out.Beside = append(out.Beside, e.Edition.Text(l)+": "+t.word(l, "listed."+e.Listed)+" ("+e.Source+")")
	}
	out.Claims = t.statements(q.Claims, l)
}

// outcome is what became of a promise, with what judges it.
func (t *truth) outcome(out *Chain, c *dataset.Commitment, l lang.Lang) {
	out.Nature, out.Text, out.Note = "state", t.word(l, "outcome."+string(c.Outcome)), c.Note.In(l)
	out.Beside = besideWords(c.Wording.In(l), c.Announced.Text(l))
	if c.By != nil {
		out.Beside = append(out.Beside, c.By.Name.In(l))
	}
	if c.Deadline != nil {
		out.Beside = append(out.Beside, "→ "+c.Deadline.Text(l))
	}
	if c.Judged != nil {
		out.Beside = append(out.Beside, besideWords(c.Judged.On.Text(l), c.Why.In(l))...)
	}
	if c.Measured != nil {
		out.Inputs = append(out.Inputs, t.chain(c.Measured.Figure, l))
	}
	if c.Outcome == dataset.KeptLate {
		out.Beside = append(out.Beside, c.Lateness.Label.In(l)+": "+c.Lateness.Text(l))
	}
	out.Claims = t.statements(slices.Concat(c.Claims, c.Proof), l)
}

// tier is the tier of a service, and that it is our deduction where it is.
func (t *truth) tier(m *dataset.Migration, l lang.Lang) string {
	name := t.data.Words.Name(record.TierList, string(m.Tier)).In(l)
	if m.TierFrom.Deduced() {
		return strings.ReplaceAll(t.word(l, "tier.deduced"), "{name}", name)
	}
	return name
}

// hosting is the tier that hosts a service, and its state.
func (t *truth) hosting(out *Chain, m *dataset.Migration, l lang.Lang) {
	out.Nature, out.Text, out.Note = "state", t.tier(m, l), m.Note.In(l)
	out.State = t.word(l, "status."+string(m.Current.Status))
	if m.Organisation != nil {
		out.Beside = append(out.Beside, m.Organisation.Name.In(l))
	}
	if m.TierFrom != "" {
		out.Beside = append(out.Beside, t.word(l, "tier-from."+string(m.TierFrom)))
	}
	if m.TierUnknown != "" {
		out.Beside = append(out.Beside, t.word(l, "tier-unknown."+string(m.TierUnknown)))
	}
	out.Beside = append(out.Beside, besideWords(m.TierBasis.In(l), m.Host.In(l))...)
	for _, h := range m.HostingQualification {
		name := t.data.Words.Name(record.SchemeList, string(h.Scheme)).In(l)
		words := t.word(l, "hosting-qualification."+string(h.Standing))
		out.Beside = append(out.Beside, strings.ReplaceAll(words, "{name}", name))
	}
	for _, p := range m.Providers {
		out.Beside = append(out.Beside, p.Name.In(l))
	}
	if m.Offer != nil {
		out.Beside = append(out.Beside, m.Offer.Name.In(l))
	}
	out.Beside = append(out.Beside, besideWords(m.Documented.Text(l), string(m.Sensitivity))...)
	out.Claims = t.statements(m.Claims, l)
}

// disagreement is how a disagreement stands, declared or only found.
func (t *truth) disagreement(out Chain, id string, l lang.Lang) (Chain, bool) {
	for _, d := range t.data.Disputes {
		if d.ID != id {
			continue
		}
		out.Nature, out.Text = "state", t.word(l, "dispute."+string(d.State()))
		out.Proof = t.site.DisputeHref(l, d)
		if d.Declared != nil {
			out.Note = d.Declared.Explanation.In(l)
			if r := d.Declared.Resolution; r != nil {
				out.Resolution = r.Reason.In(l)
			}
		}
		for _, p := range d.Points {
			out.Beside = append(out.Beside, p.Point.Figure.Label.In(l)+": "+p.Point.Figure.Text(l))
			if r := p.Point.Resolution; r != nil {
				out.Resolution = r.Reason.In(l)
			}
			if d.Declared == nil {
				out.Label, out.Record = p.Point.Figure.Label.In(l), t.place(record.Ref{Kind: record.SeriesKind, ID: p.Series.ID},
					"")
			}
		}
		out.Claims = t.statements(d.Claims, l)
		return out, true
	}
	return Chain{}, false
}

// statements are claims, each once.
func (t *truth) statements(claims []*dataset.Claim, l lang.Lang) []Statement {
	var out []Statement
	seen := map[string]bool{}
	for _, c := range claims {
		if !seen[c.ID] {
			seen[c.ID] = true
			out = append(out, t.statement(c, l))
		}
	}
	return out
}

// place is the file and the line of a record, or of a key of it.
func (t *truth) place(ref record.Ref, path string) string {
	at := t.corpus.Place(ref, path)
	at.Col = 0
	return at.String()
}

func (t *truth) word(l lang.Lang, key string) string { return t.site.Theme.Words.Must(l, key) }

// besideWords leaves out what is empty.
func besideWords(words ...string) []string { return slices.DeleteFunc(words, empty) }
