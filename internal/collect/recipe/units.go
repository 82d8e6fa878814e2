package recipe

import (
	"strings"

	"vigie/internal/value/tabular"
)

// units count, for each field, the numbers that are shares and those that are not.
type units map[string]*unitsOf

type unitsOf struct {
	plain  int // numbers without a unit, or in euros
	shares tabular.Left
}

// note counts a number that was read, by the text that shows its unit.
func (u *units) note(field, text string) {
	if *u == nil {
		*u = units{}
	}
	of := (*u)[field]
	if of == nil {
		of = &unitsOf{}
		(*u)[field] = of
	}
	if !strings.Contains(text, "%") {
		of.plain++
		return
	}
	if of.shares.Count++; of.shares.Count == 1 {
		of.shares.Example = shown(text)
	}
}

// report names the fields whose numbers are shares, or some of them among others, in
// the order of a recipe: 12.3 is read, and the reader of the report knows of what.
func (u units) report(fields []field) []tabular.Left {
	var out []tabular.Left
	for _, f := range fields {
		of := u[f.Name]
		if of == nil || of.shares.Count == 0 {
			continue
		}
		of.shares.What = f.Name + ": shares, in %"
		if of.plain > 0 {
			of.shares.What = f.Name + ": shares (%) among other numbers"
		}
		out = append(out, of.shares)
	}
	return out
}
