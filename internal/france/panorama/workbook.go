package panorama

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"vigie/internal/collect"
	"vigie/internal/collect/read/budget"
	"vigie/internal/collect/read/sheet"
)

const (
	maxWorkbook = 32 << 20 // bytes
	topRows     = 30       // among which the names of the columns are looked for
)

// isWorkbook says that a document is an archive, as workbooks are.
func isWorkbook(doc collect.Document) bool {
	head := make([]byte, 2)
	n, _ := doc.Body.ReadAt(head, 0)
	return string(head[:n]) == "PK"
}

// ofWorkbook reads an edition published as a workbook: its first sheet that is shown,
// below the line that has the most of the columns that are known.
func ofWorkbook(doc collect.Document, taken *budget.Budget) (table, error) {
	if doc.Size > maxWorkbook {
		return table{}, fmt.Errorf("the workbook holds %d bytes, more than %d: have it as CSV", doc.Size, maxWorkbook)
	}
	book, err := sheet.Open(doc.Body, doc.Size, taken)
	if err != nil {
		return table{}, err
	}
	tab, err := book.Tab("")
	if err != nil {
		return table{}, err
	}
	t := table{wrong: map[int]collect.Bad{}}
	names, row, err := namesOf(book, tab, taken.Again())
	if err != nil {
		return table{}, err
	}
	t.names = names
	rows, err := book.Rows(tab, taken.Again(), func(a sheet.Aside) { t.left.Add(a.Words()) })
	if err != nil {
		return table{}, err
	}
	defer rows.Close()
	columns := placesOf(names)
	var numbers []int
	t.at = func(i int) string { return fmt.Sprintf("%s, l. %d", tab.Name, numbers[i]) }
	for {
		r, err := rows.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return table{}, err
		}
		if r.Number <= row {
			continue
		}
		if err := taken.Bytes(16 * len(r.Cells)); err != nil {
			return table{}, err
		}
		numbers = append(numbers, r.Number)
		t.rows = append(t.rows, t.cells(r, columns))
	}
	book.Beside(tab, t.left.Add)
	return t, nil
}

// namesOf finds the line that names the columns, and its number.
func namesOf(book *sheet.Book, tab sheet.Tab, taken *budget.Budget) (names []string, row int, err error) {
	rows, err := book.Rows(tab, taken, func(sheet.Aside) {})
	if err != nil {
		return nil, 0, err
	}
	defer rows.Close()
	least := len(layout.Take) + 1
	for range topRows {
		r, err := rows.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, 0, err
		}
		var texts []string
		for i, c := range r.Cells {
			text := strings.Join(strings.Fields(c.Text), " ")
			if i > 0 && !c.Merged.IsZero() && r.Cells[i-1].Merged == c.Merged {
				text = "" // it goes on from the left
			}
			texts = append(texts, text)
		}
		if lacks := len(layout.Match(texts).Missing); lacks < least {
			names, row, least = texts, r.Number, lacks
		}
	}
	if row == 0 {
		return nil, 0, errors.New("the sheet is empty: the names of the columns are wanted")
	}
	for len(names) > 0 && names[len(names)-1] == "" {
		names = names[:len(names)-1]
	}
	return names, row, nil
}

// placesOf are the columns that are taken, by where they stand.
func placesOf(names []string) map[int]string {
	h, out := layout.Match(names), map[int]string{}
	for _, c := range layout.Take {
		if h.Has(c.Name) {
			out[h.Place(c.Name)] = c.Name
		}
	}
	return out
}

// amounts are the columns of which a value stands for one project alone.
var amounts = []string{"cout", "duree"}

// cells gives the texts of a row, as many as there are names. A cell without a value
// is noted.
func (t *table) cells(r sheet.Row, columns map[int]string) []string {
	out := make([]string, max(len(t.names), len(r.Cells)))
	for i, c := range r.Cells {
		name, taken := columns[i]
		again := i > 0 && !c.Merged.IsZero() && r.Cells[i-1].Merged == c.Merged
		switch text := c.Text; {
		case c.Kind == sheet.Blank, again:
		case taken && c.Faulty() != "":
			column := fmt.Sprintf("%s (%s)", name, sheet.Place(i, r.Number))
			t.wrong[len(t.rows)] = collect.Bad{At: t.at(len(t.rows)), Column: column, Found: c.Text,
				Wanted: "a value, not " + c.Faulty()}
		case slices.Contains(amounts, name) && !c.Merged.IsZero() && !c.First:
			const what = " : une valeur pour plusieurs projets (cellules fusionnées), gardée au premier"
			t.left.Add(name+what, fmt.Sprintf("%s, %s", c.Text, c.Merged))
		case c.Kind == sheet.Date:
			out[i], _, _ = strings.Cut(text, " ")
		case c.Kind == sheet.Boolean:
			out[i] = map[string]string{"true": "Oui", "false": "Non"}[text]
		default:
			out[i] = text
		}
	}
	for len(out) > len(t.names) && out[len(out)-1] == "" {
		out = out[:len(out)-1]
	}
	return out
}
