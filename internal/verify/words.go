package verify

import (
	"maps"
	"slices"

	"vigie/internal/corpus"
	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// own gathers the words of everything that a page may name, and where each is shown.
func (t *truth) own() {
	t.ownRecords()
	for _, c := range t.data.Claims {
		t.ownClaim(c)
	}
	for _, r := range t.site.Indicators {
		t.ownIndicator(r)
	}
	for _, id := range slices.Sorted(maps.Keys(t.figures)) {
		t.ownFigure(t.figures[id])
	}
	t.ownSeries()
	for _, d := range t.data.Disputes {
		for _, p := range d.Points {
			t.locate("figures/"+p.Point.Figure.ID, func(l lang.Lang) string { return t.site.DisputeHref(l, d) })
		}
	}
	for _, c := range t.data.Every.Commitments { // the period of the series that judges it is beside its deadline
		if c.Measured != nil {
			t.owner(record.Ref{Kind: record.Commitments, ID: c.ID}.String()).
				add(t.dated(c.Measured.Figure.Period)...)
		}
	}
	for _, r := range t.data.Requests {
		o := t.owner(record.Ref{Kind: record.Requests, ID: r.ID}.String())
		for _, day := range []cal.Day{r.Due, r.Refused, r.Appeal} { // what the law makes of its days
			o.add(t.dated(day)...)
		}
	}
	for _, s := range t.data.Silences {
		t.locate("silences/"+s.ID, func(l lang.Lang) string { return t.site.RequestHref(l, s) })
	}
	for _, r := range t.site.Rules {
		t.owner("rules/" + r.Name).add(append(r.Title.All(), r.Why.All()...)...)
		t.locate("rules/"+r.Name, func(l lang.Lang) string { return t.site.Href(l, "rules") + "#" + r.Name })
	}
	for _, table := range t.site.Tables() {
		t.ownTable(table)
	}
	t.ownPast()
	t.ownGone()
	t.ownFrozen()
	for _, o := range t.owners {
		o.settle()
	}
}

// owner gives the owner of a name, making it when there is none.
func (t *truth) owner(name string) *owner {
	if t.owners[name] == nil {
		t.owners[name] = &owner{}
	}
	return t.owners[name]
}

// locate notes where an owner stands, in each language.
func (t *truth) locate(name string, address func(lang.Lang) string) {
	for _, l := range t.site.Config.Languages {
		a := address(l)
		t.ownersAt[a] = append(t.ownersAt[a], name)
	}
}

// ownRecords gives each record its texts, dates and plain words.
func (t *truth) ownRecords() {
	for _, kind := range record.Kinds() {
		for _, id := range t.corpus.IDs(kind) {
			ref := record.Ref{Kind: kind, ID: id}
			t.owner(ref.String())
			t.locate(ref.String(), func(l lang.Lang) string { return t.site.RecordHref(l, t.site.PageOwner(ref)) })
		}
	}
	each(t, func(o *owner, v *lang.Text) { o.add(v.All()...) })
	each(t, func(o *owner, v *string) { o.add(*v) })
	each(t, func(o *owner, v *cal.Day) { o.add(t.dated(v)...) })
	each(t, func(o *owner, v *cal.Date) { o.add(t.dated(v)...) })
	each(t, func(o *owner, v *cal.Period) {
		o.add(t.dated(v)...)
		o.add(t.dated(v.From)...)
		o.add(t.dated(v.To)...)
	})
}

func each[T any](t *truth, visit func(*owner, *T)) {
	corpus.Each(t.corpus, func(ref record.Ref, _ string, v *T) { visit(t.owner(ref.String()), v) })
}

// dated is a date as pages write it, in each language.
func (t *truth) dated(date interface{ Words() lang.Text }) []string {
	words := date.Words()
	out := []string{words.FR, words.EN}
	for _, l := range t.site.Config.Languages.Beyond() {
		out = append(out, t.in(l, words))
	}
	return out
}

// ownClaim gives a claim its words, its value, and those of its source.
func (t *truth) ownClaim(c *dataset.Claim) {
	o := t.owner("claims/" + c.ID)
	o.add(append(c.Says.All(), c.Note.All()...)...)
	o.add(c.At, c.Snapshot)
	o.add(t.dated(c.Read)...)
	o.add(t.dated(c.About)...)
	if c.Stated != nil {
		o.add(t.dated(c.Stated)...)
	}
	if c.Value != nil {
		o.add(t.valued(*c.Value, c.Unit)...)
	}
	for _, k := range c.Corrections { // both values are shown
		o.add(append(t.valued(*k.Expected, c.Unit), t.valued(*k.Correction.Published, c.Unit)...)...)
	}
	if s := c.Source; s != nil {
		o.add(s.Title, s.Publisher, s.URL)
		if s.Published != nil {
			o.add(t.dated(s.Published)...)
		}
		t.owner(c.Owner.String()).add(s.Title, s.Publisher) // shown beside the record, as who is behind it
	}
	t.locate("claims/"+c.ID, func(l lang.Lang) string { return t.site.ClaimHref(l, c.Claim.Source, c.ID) })
}

// valued is a value, and its upper end, as pages write them in each language.
func (t *truth) valued(v quantity.Value, u quantity.Unit) []string {
	var out []string
	for _, l := range t.site.Config.Languages {
		out = append(out, v.Text(l, u), quantity.Of(v.High).Text(l, u))
	}
	return out
}

// ownSeries lets a point of a series speak in the words of its series, and a
// series in those of its perimeter and measure.
func (t *truth) ownSeries() {
	for _, s := range t.data.Series {
		mine := t.owner(record.Ref{Kind: record.SeriesKind, ID: s.ID}.String())
		for _, p := range s.Points {
			mine.add(t.dated(p.Figure.Period)...)
		}
		if s.Perimeter != nil {
			mine.texts = append(mine.texts, t.owner(record.Ref{Kind: record.Perimeters, ID: s.Perimeter.ID}.String()).texts...)
		}
		if s.Measure != nil {
			mine.texts = append(mine.texts, t.owner(record.Ref{Kind: record.Measures, ID: s.Measure.ID}.String()).texts...)
		}
		for _, p := range s.Points {
			o := t.owner("figures/" + p.Figure.ID)
			o.texts = append(o.texts, mine.texts...)
		}
	}
}
