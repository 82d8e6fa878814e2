package collect

import (
	"encoding/json"
	"io"

	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// Report is what a run did: the change of the data, in words. It is written as
// text, as JSON and as Markdown for a proposed change.
type Report struct {
	Day     cal.Day   `json:"day"`
	Mode    Mode      `json:"mode"`
	DryRun  bool      `json:"dry_run,omitempty"`
	Sources []Outcome `json:"sources"`
}

// Mode is where a run took its documents from.
type Mode string

// The closed list of modes.
const (
	Fetched  Mode = "fetched"
	ByHand   Mode = "by-hand"
	Replayed Mode = "replayed"
)

// Change is one record that is not as it was.
type Change struct {
	Sort     Sort         `json:"sort"`
	Title    []string     `json:"title"`
	Key      []string     `json:"key"`
	Cells    []CellChange `json:"cells,omitempty"`
	At       string       `json:"at,omitempty"` // where in the document
	Snapshot string       `json:"snapshot"`
}

// Sort is what became of a record.
type Sort string

// The closed list of sorts.
const (
	New     Sort = "new"
	Changed Sort = "changed"
	Gone    Sort = "gone"
	Back    Sort = "back" // listed again
)

// CellChange is one value that is not as it was.
type CellChange struct {
	Column string    `json:"column"`
	Label  lang.Text `json:"label"`
	From   string    `json:"from"`
	To     string    `json:"to"`
	kind   Kind
}

// Wrong counts the sources that somebody should look at.
func (r Report) Wrong() int {
	n := 0
	for _, o := range r.Sources {
		if o.Status.Wrong() {
			n++
		}
	}
	return n
}

// News says whether any file changed, or would have.
func (r Report) News() bool {
	for _, o := range r.Sources {
		if o.Wrote || o.Published > 0 {
			return true
		}
	}
	return false
}

// JSON writes the report for programs.
func (r Report) JSON(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	if r.Sources == nil {
		r.Sources = []Outcome{}
	}
	return enc.Encode(r)
}
