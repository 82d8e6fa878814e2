package beside

import (
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// Breakdown is how many rows of a source each of its groups has in its last edition,
// counted in several ways.
type Breakdown struct {
	ID      string // what is counted, in the identifiers of figures: "permits"
	Edition string // as the source names it
	Until   cal.Date
	Unit    quantity.Unit
	Words   lang.Text // what each number counts
	Groups  []Group
	File    string // end of the name of the table of all editions: "-by-port"
	Table   []byte // that table, in CSV
}

// Group is the numbers of one group.
type Group struct {
	Name   string
	Counts []Count
}

// Count is one number of a group.
type Count struct {
	ID    string // in the identifiers of figures: "online"
	Label lang.Text
	N     int
}
