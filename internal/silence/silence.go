// Package silence makes the map of what is known and what is not: for each
// public body and each measure, one cell. A cell is an answer (a series or a
// documented case of the body), or an absence with the silence that says why, on
// which day and where it was last looked for. No cell is left without a word: one
// that nothing covers is Empty, which the rules of package check refuse.
//
//	m := silence.MapOf(read, asOf) // read is what corpus.Load gave
//	m.Cell("ministry-of-ports", "cloud-spending").Reason // not-found
//
// What is asked of whom is data: `asked_of` of a measure names kinds of bodies.
// A body of another kind is not asked: that is computed, and never written down.
//
// Both the rules (package check) and the linked picture (package dataset) rest on
// this one map, so that what is refused and what is shown cannot differ.
package silence

import (
	"slices"

	"vigie/internal/corpus"
	"vigie/internal/record"
	"vigie/internal/value/cal"
)

// Standing is what a cell holds.
type Standing string

// The closed list of standings.
const (
	Answered Standing = "answered"  // a series or a case of the body answers
	Absent   Standing = "absent"    // no answer, and a silence says why
	NotAsked Standing = "not-asked" // the measure is not asked of that kind of body
	Empty    Standing = "empty"     // no answer, and nothing says why: a fault
)

// Standings is the closed list.
func Standings() []Standing { return []Standing{Answered, Absent, NotAsked, Empty} }

// Cell is one measure about one body.
type Cell struct {
	Organisation string
	Measure      string
	Standing     Standing
	Reason       record.Reason // why there is no answer; none where there is one
	Silence      string        // identifier of the silence that says so
	Series       []string      // that answer
	Cases        []string      // migrations that answer
}

// Map is every cell: the bodies by the measures that are asked of any of them.
type Map struct {
	Organisations []string
	Measures      []string
	Cells         []Cell // body by body, in the order of the measures
}

// Cell gives one cell; false when the body or the measure is not on the map.
func (m Map) Cell(organisation, measure string) (Cell, bool) {
	i, body := slices.BinarySearch(m.Organisations, organisation)
	j, asked := slices.BinarySearch(m.Measures, measure)
	if !body || !asked {
		return Cell{}, false
	}
	return m.Cells[i*len(m.Measures)+j], true
}

// Of gives the cells of one body, in the order of the measures.
func (m Map) Of(organisation string) []Cell {
	i, known := slices.BinarySearch(m.Organisations, organisation)
	if !known {
		return nil
	}
	return m.Cells[i*len(m.Measures) : (i+1)*len(m.Measures)]
}

// MapOf makes the map of a corpus as of one day. Records withdrawn by then
// neither ask, answer nor excuse.
func MapOf(c *corpus.Corpus, asOf cal.Day) Map {
	var m Map
	var measures []record.Measure
	for _, one := range c.Measures {
		if len(one.AskedOf) > 0 && !one.IsWithdrawn(asOf) {
			measures, m.Measures = append(measures, one), append(m.Measures, one.ID)
		}
	}
	known := answers(c, asOf)
	for _, o := range c.Organisations {
		if o.IsWithdrawn(asOf) {
			continue
		}
		m.Organisations = append(m.Organisations, o.ID)
		for _, one := range measures {
			m.Cells = append(m.Cells, known.cell(c, asOf, o, one))
		}
	}
	return m
}
