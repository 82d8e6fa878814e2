package collect

import (
	"slices"

	"vigie/internal/collected"
	"vigie/internal/collected/prevail"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/problem"
)

// Status is what a run made of one source.
type Status string

// The closed list of statuses.
const (
	Unchanged Status = "unchanged" // the same documents as at the last visit
	Read      Status = "read"      // other documents, read and plausible
	Refused   Status = "refused"   // what came is not plausible: the last good rows are kept
	Failed    Status = "failed"    // it could not be fetched: the last good rows are kept
	Skipped   Status = "skipped"   // not visited, on purpose
	Broken    Status = "broken"    // its declaration or its files cannot be used: nothing was touched
)

// Wrong says that somebody should look at the source.
func (s Status) Wrong() bool { return s == Refused || s == Failed || s == Broken }

// Outcome is what became of one source.
type Outcome struct {
	Source   string             `json:"source"`
	Title    string             `json:"title"`
	Status   Status             `json:"status"`
	Why      *Verdict           `json:"why,omitempty"`
	Standing collected.Standing `json:"state,omitempty"` // after the run
	Since    cal.Day            `json:"since,omitzero"`
	LastGood cal.Day            `json:"last_good,omitzero"` // day of the documents that the rows come from
	Edition  cal.Date           `json:"edition,omitzero"`
	Late     cal.Day            `json:"late_since,omitzero"` // it should have been renewed by then
	// Accepted is what somebody accepted of the documents that the rows were read from in
	// this run, though it is out of a bound.
	Accepted []collected.Acceptance `json:"accepted,omitempty"`
	// what was wrong with its files, made again from the snapshots
	Mended string `json:"mended,omitempty"`

	Documents []Arrival `json:"documents,omitempty"`
	Requests  int       `json:"requests"`
	Listed    int       `json:"listed"` // rows that the source lists, after the run
	First     bool      `json:"first,omitempty"`
	Untried   *Untried  `json:"untried,omitempty"` // of a first harvest
	Changes   []Change  `json:"changes,omitempty"`
	// Reread is what another version of the reader, another recipe, other bounds or a
	// decision make of documents that had been read before: no news of the source.
	Reread     []Change `json:"reread,omitempty"`
	Unreadable int      `json:"unreadable,omitempty"`
	Bad        []Bad    `json:"bad,omitempty"` // examples
	Damaged    Damage   `json:"damaged,omitzero"`
	Ignored    []Unread `json:"ignored,omitempty"`
	Unread     []Unread `json:"unread,omitempty"`
	// Overtaken are its lines that the source which it yields to has too.
	YieldsTo  string         `json:"yields_to,omitempty"`
	Overtaken []prevail.Line `json:"overtaken,omitempty"`
	// copies kept apart until now that stand in the published tree, or would
	Published int  `json:"published,omitempty"`
	Wrote     bool `json:"wrote"` // its files changed, or would have
}

// Arrival is a document that a visit brought.
type Arrival struct {
	URL         string `json:"url"`
	Bytes       int64  `json:"bytes"`
	SHA256      string `json:"sha256"`
	NotModified bool   `json:"not_modified,omitempty"` // the server said so, and sent nothing
}

// Untried are bounds that no harvest had been held against: somebody guessed them,
// and should look at them beside the first one.
type Untried struct {
	Rows    int `json:"rows"` // of the first harvest
	RowsMin int `json:"rows_min"`
	RowsMax int `json:"rows_max"`
}

// Count counts the changes of one sort.
func (o Outcome) Count(sort Sort) int {
	n := 0
	for _, c := range o.Changes {
		if c.Sort == sort {
			n++
		}
	}
	return n
}

func (o *Outcome) skipped(why *Verdict) *Outcome {
	o.Status, o.Why = Skipped, why
	return o
}

func (o *Outcome) misdeclared(err error) *Outcome {
	o.Status, o.Why = Broken, say(Misdeclared, "%s", "%s", plain(err.Error()))
	return o
}

func (o *Outcome) failed(why *Verdict, after *collected.Collected) {
	o.judged(Failed, after)
	o.Status, o.Why = Failed, why
}

// judged notes how a source stands; a doubt is reported again at each run.
func (o *Outcome) judged(status Status, after *collected.Collected) {
	s := after.State
	o.Status, o.Standing, o.Since, o.LastGood, o.Edition, o.Listed = status, s.Standing, s.Since, s.Read(), s.Edition,
		after.Listed()
	if s.Standing == collected.Doubtful {
		o.Status, o.Why = Refused, &Verdict{Code: s.Code, Reason: s.Reason}
	}
}

// reaped notes what a harvest gave.
func (o *Outcome) reaped(h harvest, b record.Bounds, before, after *collected.Collected) {
	o.judged(Read, after)
	o.First = before.State.Read().IsZero()
	if o.First && h.found() > 0 {
		b = b.In(h.form)
		o.Untried = &Untried{Rows: len(h.rows), RowsMin: b.RowsMin, RowsMax: b.RowsMax}
	}
	o.Changes = compare(before, after)
	o.Accepted = h.accepted
	o.Unreadable, o.Bad, o.Damaged, o.Ignored, o.Unread = h.unreadable, h.bad, h.damaged, h.ignored, h.unread
}

// readAgain notes what a second reading of the snapshots changed.
func (o *Outcome) readAgain(disk *collected.Collected, faults problem.List, base footing) {
	if !base.replayed {
		return
	}
	o.Accepted = base.accepted
	if len(faults) > 0 {
		o.Mended = faults[0].String()
	}
	if disk == nil {
		disk = &collected.Collected{Columns: base.Columns}
	}
	o.Reread = compare(disk, base.Collected)
}

func (o *Outcome) fetched(w *walk) {
	o.Requests = w.asked
	for _, p := range w.parts {
		o.Documents = append(o.Documents, Arrival{p.snap.URL, p.snap.Size, p.snap.SHA256, p.file == ""})
	}
}

func (o *Outcome) late(s record.Source, state collected.State, today cal.Day) {
	if since, late := state.LateSince(s.Cadence, s.Grace, today); late {
		o.Late = since
	}
}

// compare says what differs between what was held and what is, record by record,
// in the order of their keys.
func compare(before, after *collected.Collected) []Change {
	known := map[string]collected.Row{}
	for _, r := range before.Rows {
		known[keyOf(before.Columns, r.Cells)] = r
	}
	var out []Change
	for _, r := range after.Rows {
		old, was := known[keyOf(after.Columns, r.Cells)]
		c := Change{Title: collected.Title(after.Columns, r.Cells), Key: collected.Key(after.Columns, r.Cells), At: r.At,
			Snapshot: r.Snapshot}
		switch {
		case !was:
			c.Sort = New
		case old.Listed() && !r.Listed():
			c.Sort = Gone
		case !old.Listed() && r.Listed():
			c.Sort = Back
		case !slices.Equal(old.Cells, r.Cells):
			c.Sort = Changed
		default:
			continue
		}
		for i, col := range after.Columns {
			from := ""
			if was {
				from = before.Cell(old, col.Name)
			}
			if from != r.Cells[i] && !(c.Sort == New && (col.Title || col.Key)) {
				c.Cells = append(c.Cells,
					CellChange{Column: col.Name, Label: col.Label, From: from, To: r.Cells[i], kind: col.Kind})
			}
		}
		out = append(out, c)
	}
	return out
}
