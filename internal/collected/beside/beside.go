// Package beside has what collected rows mean beside the records: which qualifications
// an official list grants, which local bodies there are, how many things of each group
// a source counts. The engine knows what to do with each; which reader's rows mean it,
// and in which columns, is known by whoever wrote that reader.
//
//	list, ok := known.ListIn(read.Collected)
//	known.Compare(list, described).Pairs[0].Differences
//
// Promises: pure; the zero Knowledge knows of nothing, and each question that is put to
// it has an answer.
package beside

import (
	"vigie/internal/collected"
	"vigie/internal/record"
)

// Knowledge is what is known of the rows of some readers. Each function may be nil.
type Knowledge struct {
	// List finds the official list of qualifications among all that was collected; false
	// when it was not collected.
	List func(all []*collected.Collected) (List, bool)
	// Pair lays the rows of that list beside the qualifications that people described.
	Pair func(list List, described []Described) Laid
	// Universes gives the kinds of local bodies whose official lists were collected, in
	// the order in which pages show them.
	Universes func(all []*collected.Collected) []Universe
	// Places gives the local bodies of those lists one by one, with the organisations, of
	// those in hand, that describe them.
	Places func(all []*collected.Collected, bodies []*record.Organisation) []Place
	// Groups counts the rows of a source, group by group; false where they are in none.
	Groups func(c *collected.Collected) (Breakdown, bool)
	// Recount counts again, from the rows alone, what a breakdown has for a group; it is
	// for those who prove it, and shares no code with Groups.
	Recount func(c *collected.Collected, group, count string) int
}

// ListIn finds the official list of qualifications.
func (k Knowledge) ListIn(all []*collected.Collected) (List, bool) {
	if k.List == nil {
		return List{}, false
	}
	return k.List(all)
}

// Compare lays the list beside the qualifications that people described.
func (k Knowledge) Compare(list List, described []Described) Laid {
	if k.Pair == nil {
		return Laid{}
	}
	return k.Pair(list, described)
}

// UniversesIn gives the kinds of local bodies whose official lists were collected.
func (k Knowledge) UniversesIn(all []*collected.Collected) []Universe {
	if k.Universes == nil {
		return nil
	}
	return k.Universes(all)
}

// GroupsOf counts the rows of a source, which may be nil, group by group.
func (k Knowledge) GroupsOf(c *collected.Collected) (Breakdown, bool) {
	if k.Groups == nil || c == nil {
		return Breakdown{}, false
	}
	return k.Groups(c)
}
