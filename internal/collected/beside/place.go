package beside

import (
	"vigie/internal/collected"
	"vigie/internal/record"
)

// Place is a local body of a collected official list, as people look for it.
type Place struct {
	Kind   record.BodyKind
	Source string // identifier of the source that lists it
	Name   string
	Number string // that names it for ever within its kind
	Also   string // another number that it is known by; empty for none
	People int    // how many live there; zero where the list does not have it
	Body   string // identifier of the organisation that describes it; empty for none
	Around []int  // the places around it, in the list that it stands in, the nearest first
	On     int    // which of them has the page that lists it; -1 for none
}

// PlacesIn gives the local bodies that the collected official lists hold, each with the
// organisation that describes it.
func (k Knowledge) PlacesIn(all []*collected.Collected, bodies []*record.Organisation) []Place {
	if k.Places == nil {
		return nil
	}
	return k.Places(all, bodies)
}
