package verify

import (
	"slices"
	"strings"
)

// rowsWhere counts the rows of a file whose cells are those asked for, as in "Theme=1;State=Holds", in the
// file that the data make.
func (p *page) rowsWhere(file, where string) (int, bool) {
	s, err := readSheet(file, p.truth.files[file])
	if err != nil {
		return 0, false
	}
	n := 0
	for _, row := range s.rows {
		if !slices.ContainsFunc(strings.Split(where, ";"), func(one string) bool {
			head, cell, _ := strings.Cut(one, "=")
			at, known := s.columns[head]
			return !known || row[at] != cell
		}) {
			n++
		}
	}
	return n, true
}
