package beside

import (
	"vigie/internal/record"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// Universe is a kind of local body, as its collected official list has it.
type Universe struct {
	Kind    record.BodyKind
	Source  string // identifier of the source
	Count   int    // how many there are
	Unit    quantity.Unit
	Every   lang.Text // names all of them: "All islands"
	Counted lang.Text // what Count counts, in words
	// Has says that a body is one of those that are counted.
	Has func(o *record.Organisation) bool
}
