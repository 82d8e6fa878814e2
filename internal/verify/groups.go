package verify

import (
	"vigie/internal/collected/beside"
	"vigie/internal/dataset"
)

// inGroup counts again the rows of a source that a number of one of its groups is about;
// false where the figure is no such number.
func inGroup(known beside.Knowledge, s *dataset.Source, id string) (int, bool) {
	b := s.Breakdown()
	if b == nil || known.Recount == nil {
		return 0, false
	}
	for _, g := range b.Groups {
		for i, f := range g.Figures {
			if f.ID == id {
				return known.Recount(s.Collected, g.Name, g.Counts[i].ID), true
			}
		}
	}
	return 0, false
}
