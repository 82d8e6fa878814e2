package silence

import (
	"slices"

	"vigie/internal/corpus"
	"vigie/internal/record"
	"vigie/internal/value/cal"
)

// question is one measure about one body, by identifiers.
type question struct{ organisation, measure string }

// known is what answers: series by question, documented cases by body.
type known struct {
	series map[question][]string
	cases  map[string][]string
}

// answers finds what the corpus answers. A series answers when one of its
// observations has a value; a case as soon as it is documented.
func answers(c *corpus.Corpus, asOf cal.Day) known {
	k := known{map[question][]string{}, map[string][]string{}}
	for _, s := range c.Series {
		if s.Organisation != "" && !s.IsWithdrawn(asOf) && slices.ContainsFunc(s.Observations, valued) {
			q := question{s.Organisation, s.Measure}
			k.series[q] = append(k.series[q], s.ID)
		}
	}
	for _, m := range c.Migrations {
		if !m.IsWithdrawn(asOf) {
			k.cases[m.Organisation] = append(k.cases[m.Organisation], m.ID)
		}
	}
	return k
}

func valued(o record.Observation) bool {
	return slices.ContainsFunc(o.Claims, func(c record.Claim) bool { return c.Value != nil })
}

// cell decides one cell. A body that is not asked may still have an answer, and
// then the answer stands.
func (k known) cell(c *corpus.Corpus, asOf cal.Day, o record.Organisation, m record.Measure) Cell {
	cell := Cell{Organisation: o.ID, Measure: m.ID, Standing: Answered, Series: k.series[question{o.ID, m.ID}]}
	if m.AnsweredBy == record.ByCases {
		cell.Cases = k.cases[o.ID]
	}
	switch {
	case len(cell.Series)+len(cell.Cases) > 0:
	case !slices.Contains(m.AskedOf, o.Kind):
		cell.Standing, cell.Reason = NotAsked, record.NotApplicable
	default:
		cell.Standing = Empty
		if s := excuse(c.Silences, asOf, o, m); s != nil {
			cell.Standing, cell.Reason, cell.Silence = Absent, s.Reason, s.ID
		}
	}
	return cell
}

// excuse finds the silence that says why a body does not answer a measure: one
// that names the body before one that speaks of its kind, then the latest search,
// then the first identifier.
func excuse(silences []record.Silence, asOf cal.Day, o record.Organisation, m record.Measure) *record.Silence {
	var best *record.Silence
	var own bool
	for i := range silences {
		s := &silences[i]
		if s.Measure != m.ID || s.IsWithdrawn(asOf) {
			continue
		}
		names := slices.Contains(s.Organisations, o.ID)
		switch {
		case !names && !slices.Contains(s.Kinds, o.Kind):
		case best == nil || names && !own || names == own && s.Searched.After(best.Searched):
			best, own = s, names
		}
	}
	return best
}
