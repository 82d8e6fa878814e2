package recipe

import (
	"fmt"
	"regexp"
	"strings"

	"vigie/internal/collect/read/markup"
	"vigie/internal/collect/read/sheet"
)

var (
	yearly   = regexp.MustCompile(`^(?:19|20)[0-9]{2}$`)
	mistaken = regexp.MustCompile(`^(?:#(?:N/A|REF ?!|VALUE!|VALEUR ?!|DIV/0 ?!|NAME\?|NOM ?\?|NUM!|NOMBRE ?!|NULL!|NUL ?!|SPILL!|CALC!` +
		`|PROPAGATION!|FIELD!|GETTING_DATA)|#{3,}|Err:5[0-9]{2})$`)
)

// stored reads a cell of a workbook as a field. Its style settles what a number is:
// a date, a share, an amount in euros or in something else.
func (h *harvest) stored(f field, c sheet.Cell) found {
	if f.As == "number" && !c.Merged.IsZero() && !c.First {
		return h.shared(f, c)
	}
	switch c.Kind {
	case sheet.Mistaken, sheet.Text:
		if c.Kind == sheet.Text && mistaken.MatchString(c.Text) { // its value was copied
			c.Kind = sheet.Mistaken
		}
		if c.Kind == sheet.Mistaken && !f.says(c.Text) {
			return alien(c, c.Faulty())
		}
	case sheet.Uncalculated:
		return alien(c, c.Faulty())
	case sheet.Boolean:
		if f.As == "code" || f.As == "number" || f.As == "date" {
			return alien(c, "a cell of true or false")
		}
	case sheet.Hours:
		if f.As == "number" || f.As == "date" || f.As == "boolean" || f.As == "code" {
			return alien(c, "an hour or a length of time")
		}
	case sheet.Date:
		switch f.As {
		case "date":
			day, _, _ := strings.Cut(c.Text, " ")
			return found{texts: []string{day}, there: true, canonical: true}
		case "number", "boolean", "code":
			return alien(c, "a date")
		}
	case sheet.Number:
		return f.counted(c)
	}
	return one(c.Text)
}

func alien(c sheet.Cell, what string) found {
	return found{texts: []string{c.Text}, there: true, alien: what}
}

// counted reads a number. In a column of dates it is what its format makes of its
// digits, a year, or the day that it would be with the style of dates: never a day
// that is not of our time.
func (f field) counted(c sheet.Cell) found {
	switch {
	case f.As == "code" && f.Format != "" && strings.Contains(c.Number, "."):
		return alien(c, "a number with decimals")
	case f.As == "code" && c.Unit != "":
		return alien(c, "a number with a unit")
	case f.As == "number" && (c.Unit == "" || c.Unit == "%" || c.Unit == "€"):
		return found{texts: []string{c.Number}, there: true, exact: true, shown: c.Text}
	case f.As == "date" && c.Serial && !yearly.MatchString(c.Text):
		if f.dates != nil {
			if _, ok := f.dates.Date(c.Text); ok {
				break
			}
		}
		return found{texts: []string{c.Day()}, there: true, canonical: true}
	}
	return one(c.Text)
}

// shared reads an amount that stands for several cells in all but the first of them:
// it is counted once, and reported for each of the others.
func (h *harvest) shared(f field, c sheet.Cell) found {
	if c.Kind == sheet.Blank {
		return one("")
	}
	if f.Required {
		return alien(c, fmt.Sprintf("one that stands for %s together (merged cells)", c.Merged))
	}
	h.left.Add(f.Name+noneOfItsOwn, fmt.Sprintf("%s for %s together", c.Text, c.Merged))
	return one("")
}

const noneOfItsOwn = ": no amount of its own, since one stands for several rows or columns (merged cells) and " +
	"is kept in the first"

// spanned reads a cell of a page as a field. An amount that goes on in other rows or
// columns is counted once, as that of a workbook.
func (h *harvest) spanned(f field, c markup.Cell) found {
	if f.As != "number" || !c.Again || c.Text == "" || f.says(c.Text) {
		return one(c.Text)
	}
	if f.Required {
		return found{texts: []string{c.Text}, there: true,
			alien: fmt.Sprintf("one that stands for %s together (merged cells)", c.Over)}
	}
	h.left.Add(f.Name+noneOfItsOwn, fmt.Sprintf("%s for %s together", c.Words(), c.Over))
	return one("")
}

// once gives the cells of a line without those that only go on from the left.
func (l line) once() []string {
	if l.stored == nil && l.spans == nil {
		return l.cells
	}
	out := make([]string, len(l.cells))
	for i, c := range l.spans {
		if i == 0 || !c.Again || c != l.spans[i-1] && l.spans[i-1].Text != c.Text {
			out[i] = l.cells[i]
		}
	}
	for i, c := range l.stored {
		if c.Merged.IsZero() || i == 0 || l.stored[i-1].Merged != c.Merged {
			out[i] = l.cells[i]
		}
	}
	return out
}

// across gives the text of a line of a workbook that is one cell over all columns
// that have a name: a heading, or a note.
func (l line) across(names []string) (string, bool) {
	if l.stored == nil {
		return "", false
	}
	first, last, some := 0, 0, 0
	for i, n := range names {
		if n != "" {
			if last = i; some == 0 {
				first = i
			}
			some++
		}
	}
	if some < 2 || last >= len(l.stored) || l.stored[first].Kind == sheet.Blank {
		return "", false
	}
	over := l.stored[first].Merged
	for _, c := range l.stored[:last+1] {
		if over.IsZero() || c.Merged != over && c.Kind != sheet.Blank {
			return "", false
		}
	}
	return l.cells[first], l.stored[last].Merged == over
}

// typed says that a cell is a text, whose numbers are written by hand.
func (l line) typed(i int) bool { return l.stored == nil || l.stored[i].Kind == sheet.Text }
