package sheet

// spread is a merged block with the value that it shows.
type spread struct {
	Range
	value Cell
	shown bool
}

// anchors are the columns of this row from which merged cells take their value.
func (r *Rows) anchors() map[int]bool {
	out := map[int]bool{}
	for _, m := range r.coming {
		if m.Top > r.number {
			break
		}
		if m.Top == r.number && m.Right > m.Left {
			out[m.Left] = true
		}
	}
	return out
}

// merge gives the cells that are merged their common value.
func (r *Rows) merge(hidden bool) error {
	for len(r.coming) > 0 && r.coming[0].Top <= r.number {
		s := &spread{Range: r.coming[0]}
		if s.Top == r.number && s.Left < len(r.cells) {
			s.value = r.cells[s.Left]
			r.cells[s.Left] = Cell{}
		}
		r.coming = r.coming[1:]
		s.value.Merged = s.Range
		if s.Rows() > 1 || s.Right > s.Left {
			r.here = append(r.here, s)
		} else if s.Top == r.number && s.value.Kind != Blank {
			s.value.Merged = Range{}
			r.cells[s.Left] = s.value
		}
	}
	kept := r.here[:0]
	for _, s := range r.here {
		if s.Bottom >= r.number {
			if err := r.lay(s, hidden); err != nil {
				return err
			}
		}
		if s.Bottom > r.number {
			kept = append(kept, s)
		}
	}
	clear(r.here[len(kept):])
	r.here = kept
	return nil
}

// lay puts one merged block in the row.
func (r *Rows) lay(s *spread, hidden bool) error {
	for _, column := range r.written {
		if column >= s.Left && column <= s.Right && r.cells[column].Kind != Blank && r.cells[column].Merged.IsZero() {
			r.aside(Aside{Covered, column, r.number, r.cells[column].Text})
			r.cells[column] = Cell{}
		}
	}
	if s.value.Kind == Blank {
		return r.taken.Cells(1)
	}
	if err := r.taken.Cells(s.Right - s.Left + 1); err != nil {
		return err
	}
	r.widen(s.Right + 1)
	for column := s.Left; column <= s.Right; column++ {
		if r.veiled(column) || r.cells[column].Kind != Blank {
			continue
		}
		r.cells[column] = s.value
		if !hidden && !s.shown {
			r.cells[column].First, s.shown = true, true
		}
	}
	return nil
}
