package recipe

import (
	"cmp"
	"fmt"

	"vigie/internal/collect"
	"vigie/internal/value/spelling"
	"vigie/internal/value/tabular"
)

// harvest is what a document has given so far.
type harvest struct {
	fields  []field
	emit    func(collect.Row) error
	met     []bool // fields whose place was found in some row
	remarks collect.Remarks
	left    tabular.Tally // what nothing took
	units   units         // of the numbers
}

// row takes one row: what was found for each field, in their order.
func (h *harvest) row(at string, values []found) error {
	h.remarks.Rows++
	cells := make([]string, len(h.fields))
	sound := true
	for i, f := range h.fields {
		h.met[i] = h.met[i] || values[i].there
		cell, wanted := f.cell(values[i])
		if f.As == "number" && cell != "" {
			h.units.note(f.Name, cmp.Or(values[i].shown, tidy(first(values[i].texts))))
		}
		if wanted != "" {
			sound = false
			if err := h.bad(collect.Bad{At: at, Column: values[i].column(f.Name), Found: first(values[i].texts),
				Wanted: wanted}); err != nil {
				return err
			}
		}
		cells[i] = cell
	}
	if !sound {
		return nil
	}
	h.mended(values)
	return h.emit(collect.Row{Cells: cells, At: at})
}

// mended counts the texts of a row that were encoded twice: those that lack a letter
// are counted with the rows, which keep them.
func (h *harvest) mended(values []found) {
	for _, v := range values {
		for _, text := range v.texts {
			if t := spelling.Of(text); t.Repaired {
				t.Lost = false
				h.remarks.Damaged.Note(t)
			}
		}
	}
}

// column names the column of a bad value, with its cell where it has one.
func (v found) column(name string) string {
	if v.cell == "" {
		return name
	}
	return fmt.Sprintf("%s (%s)", name, v.cell)
}

// bad notes a row that cannot be read; too many of them are an error.
func (h *harvest) bad(b collect.Bad) error {
	b.Found = shown(b.Found)
	h.remarks.Bad = append(h.remarks.Bad, b)
	if len(h.remarks.Bad) > maxBad {
		return fmt.Errorf("more than %d rows cannot be read, such as %s, %s: %q, where %s is wanted", maxBad, b.At,
			b.Column, b.Found, b.Wanted)
	}
	return nil
}

// finish gives the remarks. Where places are no columns, those that were found are
// reported as columns, and those that never were as a remark.
func (h *harvest) finish(format string) collect.Remarks {
	for _, l := range append(h.units.report(h.fields), h.left.List()...) {
		h.remarks.Unread = append(h.remarks.Unread, collect.Unread{What: l.What, Count: l.Count, Example: l.Example})
	}
	if format != "html" && format != "json" {
		return h.remarks
	}
	for i, f := range h.fields {
		switch {
		case h.met[i]:
			h.remarks.Columns = append(h.remarks.Columns, f.From)
		case h.remarks.Rows > 0:
			h.remarks.Unread = append(h.remarks.Unread,
				collect.Unread{What: fmt.Sprintf("nothing stands at %s (field %s)", f.From, f.Name)})
		}
	}
	return h.remarks
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}
