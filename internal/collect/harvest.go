package collect

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"vigie/internal/collect/read/budget"
	"vigie/internal/collected"
	"vigie/internal/value/cal"
	"vigie/internal/value/spelling"
	"vigie/internal/value/tabular"
)

// shown is how many examples of what could not be read are kept for the report.
const shown = 20

// harvest is what a reader found in the documents of a visit.
type harvest struct {
	rows       []collected.Row // canonical, without days
	places     map[string]int  // key → index in rows
	edition    cal.Date
	columns    []string // of the documents
	form       string   // of the last document
	announced  int      // rows that the reader says there are
	unreadable int
	bad        []Bad
	ignored    []Unread
	unread     []Unread
	held       int // bytes of the rows
	damaged    Damage
	accepted   []collected.Acceptance // what somebody accepted of the documents
	verdict    *Verdict               // a document is not what it should be
}

var errEnough = errors.New("more rows than there may be")

// reap reads the documents of a visit, in order, and checks that each leads where
// it can be followed. The error is never the source's fault.
func reap(ctx context.Context, r Reader, v visit, most allowance) (harvest, error) {
	var h harvest
	if r.ReadAll != nil {
		err := h.readAll(ctx, r, v, most)
		return h, err
	}
	for _, p := range v.parts {
		if err := h.read(ctx, r, p, most); err != nil {
			return h, err
		}
		if h.verdict == nil {
			if err := h.lead(ctx, r, p, most); err != nil {
				return h, err
			}
		}
		if h.verdict != nil {
			break
		}
	}
	return h, nil
}

// lead checks that a document leads where it can be followed. The error is never
// the source's fault.
func (h *harvest) lead(ctx context.Context, r Reader, p part, most allowance) error {
	if r.Follow == nil {
		return nil
	}
	_, err := follow(ctx, r, p, most)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, errSlow):
		h.verdict = slowRead(p.snap.URL, most.time)
	case err != nil:
		h.verdict = badDocument(p.snap.URL, err)
	}
	return nil
}

// read adds what one document holds.
func (h *harvest) read(ctx context.Context, r Reader, p part, most allowance) error {
	if r.ReadAll != nil {
		return h.readAll(ctx, r, visit{parts: []part{p}}, most)
	}
	doc, file, err := p.document()
	if err != nil {
		return err
	}
	defer file.Close()
	reject := h.rejecting()
	var in gate
	remarks, err := patiently(ctx, most, func(ctx context.Context) (Remarks, error) {
		return r.Read(ctx, doc, func(row Row) error {
			return in.pass(func() error { return h.add(r.Columns, row, p.snap.SHA256, most.rows, reject) })
		})
	})
	in.close()
	return h.take(ctx, doc.URL, remarks, err, most, reject)
}

// rejecting gives what counts the rows that cannot be read, each once.
func (h *harvest) rejecting() func(Bad) {
	if h.places == nil {
		h.places = map[string]int{}
	}
	rejected := map[string]bool{}
	return func(b Bad) {
		if b.At == "" || !rejected[b.At] {
			h.unreadable++
		}
		rejected[b.At] = true
		if len(h.bad) < shown {
			h.bad = append(h.bad, b)
		}
	}
}

// take adds what a reader has said. The error is never the source's fault.
func (h *harvest) take(ctx context.Context, address string, remarks Remarks, err error, most allowance,
	reject func(Bad)) error {
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, errEnough):
		h.verdict = tooManyRows(most.rows)
		return nil
	case errors.Is(err, errSlow):
		h.verdict = slowRead(address, most.time)
		return nil
	case err != nil:
		h.verdict = badDocument(address, err)
		return nil
	}
	for _, b := range remarks.Bad {
		reject(b)
	}
	h.announced += remarks.Rows
	if remarks.Edition.Compare(h.edition) > 0 {
		h.edition = remarks.Edition
	}
	h.columns = append(h.columns, remarks.Columns...)
	h.form = remarks.Form
	h.ignored = tally(h.ignored, remarks.Ignored)
	h.unread = tally(h.unread, remarks.Unread)
	h.damaged = h.damaged.With(remarks.Damaged)
	return nil
}

// add takes one row, in canonical form. A second row of the same key is refused
// unless it says the same.
func (h *harvest) add(columns []Column, row Row, snapshot string, most int, reject func(Bad)) error {
	if len(row.Cells) != len(columns) {
		return fmt.Errorf("the reader gives %d cells for %d columns", len(row.Cells), len(columns))
	}
	at := plain(row.At)
	cells := make([]string, len(columns))
	var damaged Damage
	for i, c := range columns {
		text := spelling.Of(row.Cells[i])
		damaged.Note(text)
		cell, ok := c.Kind.Canonical(text.Text)
		if !ok {
			reject(Bad{At: at, Column: c.Name, Found: row.Cells[i], Wanted: c.Kind.Wanted()})
			return nil
		}
		cells[i] = cell
	}
	key := collected.Key(columns, cells)
	if !slices.ContainsFunc(key, func(k string) bool { return k != "" }) {
		reject(Bad{At: at, Found: "", Wanted: "a key"})
		return nil
	}
	id := keyOf(columns, cells)
	if i, twice := h.places[id]; twice {
		if !slices.Equal(h.rows[i].Cells, cells) {
			reject(Bad{At: at, Column: "key", Found: fmt.Sprintf("%q", key), Wanted: "another key than that of " + h.rows[i].At})
		}
		return nil
	}
	if len(h.rows) == most || h.unreadable > most+badAtMost {
		return errEnough
	}
	if h.held += weight(cells); h.held > heldAtMost {
		return &budget.Spent{Of: budget.Bytes, Most: heldAtMost,
			Raise: "for the rows that are kept: take fewer columns, or filter the rows"}
	}
	h.places[id] = len(h.rows)
	h.damaged = h.damaged.With(damaged)
	h.rows = append(h.rows, collected.Row{Cells: cells, Snapshot: snapshot, At: at})
	return nil
}

// heldAtMost is how many bytes the rows of a visit may have: eight times those of all
// communes, with what each row and cell costs besides its letters.
const heldAtMost = 56 << 20

func weight(cells []string) int {
	const ofRow, ofCell = 160, 16
	n := ofRow
	for _, c := range cells {
		n += ofCell + len(c)
	}
	return n
}

// keyOf is the key of a row as one word.
func keyOf(columns []Column, cells []string) string {
	return fmt.Sprintf("%q", collected.Key(columns, cells))
}

// found counts the rows of the documents, readable or not.
func (h harvest) found() int { return max(h.announced, len(h.rows)+h.unreadable) }

// namesAtMost is how many names of what was left a report lists.
const namesAtMost = 500

// tally adds up what was left, by name, in the order of the documents: what has other
// names than the first hundreds is counted together.
func tally(into, more []Unread) []Unread {
	places := map[string]int{}
	for i, u := range into {
		places[u.What] = i
	}
	for _, u := range more {
		u.What, u.EN = plain(u.What), plain(u.EN)
		i, known := places[u.What]
		if !known && len(into) >= namesAtMost {
			u = Unread{What: tabular.Others, Count: u.Count}
			i, known = places[u.What]
		}
		if known {
			into[i].Count += u.Count
			continue
		}
		places[u.What] = len(into)
		into = append(into, u)
	}
	return into
}

func left(list []Unread) []collected.Left {
	var out []collected.Left
	for _, u := range list {
		out = append(out, collected.Left{What: u.What, Count: u.Count})
	}
	return out
}
