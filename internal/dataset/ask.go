package dataset

import (
	"slices"

	"vigie/internal/corpus"
	"vigie/internal/record"
	"vigie/internal/silence"
)

// Cell is one measure about one body, with what answers it or the silence that
// says why nothing does.
type Cell struct {
	silence.Cell
	Organisation *Organisation
	Measure      *Measure
	Silence      *Silence // nil unless absent
	Series       []*Series
	Cases        []*Migration
}

// ask puts each measure to each body: the cells stand with the body, in the order
// of measures, and with the measure, in the order of bodies.
func (ds *Dataset) ask(c *corpus.Corpus) {
	m := silence.MapOf(c, ds.AsOf)
	for _, one := range m.Cells {
		cell := Cell{Cell: one, Organisation: Find[*Organisation](ds, record.Organisations, one.Organisation),
			Measure: Find[*Measure](ds, record.Measures, one.Measure), Silence: Find[*Silence](ds, record.Silences, one.Silence),
			Series: many[*Series](ds, record.SeriesKind, one.Series), Cases: many[*Migration](ds, record.Migrations, one.Cases)}
		cell.Organisation.Asked = append(cell.Organisation.Asked, cell)
		cell.Measure.Asked = append(cell.Measure.Asked, cell)
	}
}

// Hosting is the cell that says whether the hosting of a service of the body is
// documented: that of the measure which cases answer; false when none is asked.
func (o *Organisation) Hosting() (Cell, bool) {
	for _, c := range o.Asked {
		if c.Measure.AnsweredBy == record.ByCases && c.Standing != silence.NotAsked {
			return c, true
		}
	}
	return Cell{}, false
}

// Asked lists the measures that are asked of a kind of body at least.
func (ds *Dataset) Asked() []*Measure {
	var out []*Measure
	for _, m := range ds.Measures {
		if len(m.AskedOf) > 0 {
			out = append(out, m)
		}
	}
	return out
}

// Addressees lists the bodies that may be asked for what was looked for in vain: those
// that the silence says to ask, or else those that it concerns, but for the kinds of
// bodies of which the vocabulary says that nobody can be asked.
func (ds *Dataset) Addressees(s *Silence) []*Organisation {
	// what was not found is asked for where the silence says which documents would do
	if s.Reason != record.NotPublished && (s.Reason != record.NotFound || s.Documents.IsZero()) {
		return nil
	}
	var out []*Organisation
	for _, o := range ds.Organisations {
		asked := slices.Contains(s.Ask, o.ID)
		if len(s.Ask) == 0 {
			asked = slices.Contains(s.Silence.Organisations, o.ID) || slices.Contains(s.Kinds, o.Kind)
		}
		if !asked {
			continue
		}
		if kind, _ := ds.Words.Find(record.BodyKindList, string(o.Kind)); !kind.NoRequests {
			out = append(out, o)
		}
	}
	return out
}

// Latest is the last point with a value among the series that answer; nil when
// the answer is cases, or nothing.
func (c Cell) Latest() *Point {
	var latest *Point
	for _, s := range c.Series {
		for i := range s.Points {
			p := &s.Points[i]
			if p.Figure.Known() && (latest == nil || p.Figure.Period.Compare(latest.Figure.Period) >= 0) {
				latest = p
			}
		}
	}
	return latest
}

// Claims are those of the answer.
func (c Cell) Claims() []*Claim {
	var out []*Claim
	for _, s := range c.Series {
		for _, p := range s.Points {
			if p.Figure.Known() {
				out = append(out, p.Claims...)
			}
		}
	}
	for _, m := range c.Cases {
		out = append(out, m.Claims...)
	}
	return out
}

// Own says that a publication of the body itself is among what answers.
func (c Cell) Own() bool {
	return slices.ContainsFunc(c.Claims(), func(cl *Claim) bool { return cl.PublishedBy(c.Organisation) })
}

// PublishedBy says that a claim was read in a publication of a body.
func (c *Claim) PublishedBy(o *Organisation) bool {
	return c.Source != nil && c.Source.By != "" && c.Source.By == o.ID
}
