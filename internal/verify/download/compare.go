package download

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"vigie/internal/export"
	"vigie/internal/value/tabular"
)

// Fault is a cell, a row or a column that is not the published one.
type Fault struct {
	Row       int    `json:"row,omitempty"` // in the file; none for a column
	Key       string `json:"key,omitempty"` // what distinguishes the row from others
	Column    string `json:"column,omitempty"`
	What      string `json:"what"`
	Found     string `json:"found,omitempty"`
	Published string `json:"published,omitempty"`
}

// Result is what a table of a file is beside the published one.
type Result struct {
	Table   string  `json:"table"`
	Rows    int     `json:"rows"`    // of the file
	Numbers int     `json:"numbers"` // in them, compared
	Cells   int     `json:"cells"`   // compared, numbers among them
	Missing int     `json:"missing"` // published rows that the file does not hold
	Faults  []Fault `json:"faults"`
}

// Nearest is the published table that a sheet is one of: the one of its name, or else the one that shares most
// columns with it, and then most rows. Nothing where it shares with none the half of its columns.
func Nearest(s Sheet, tables []export.Table) (export.Table, bool) {
	var best []export.Table
	most := 0
	for _, t := range tables {
		shared := 0
		for _, c := range t.Columns {
			if slices.Contains(s.Head, c.Name) {
				shared++
			}
		}
		switch {
		case shared == 0 || shared*2 < len(s.Head):
		case t.ID == s.Name:
			return t, true
		case shared > most:
			best, most = []export.Table{t}, shared
		case shared == most:
			best = append(best, t)
		}
	}
	at, rows := 0, -1
	for i, t := range best {
		if len(best) == 1 {
			break
		}
		if r, err := Compare(s, t); err == nil && r.Cells > rows {
			at, rows = i, r.Cells
		}
	}
	if len(best) == 0 {
		return export.Table{}, false
	}
	return best[at], true
}

// column is a column of both tables.
type column struct {
	export.Column
	here  int // in the file
	there int // in the published table
}

// Compare holds each row of a sheet against the published row of the same key.
func Compare(s Sheet, t export.Table) (Result, error) {
	out := Result{Table: t.ID, Rows: len(s.Rows), Faults: []Fault{}}
	both, key, err := shared(s, t, &out)
	if err != nil {
		return out, err
	}
	rows := map[string][]int{}
	for i, row := range s.Rows {
		k := named(key, func(c column) string { return cellAt(row, c.here) })
		rows[k] = append(rows[k], i)
	}
	for row := range t.Rows {
		published := func(c column) string { return export.Standard.Cell(c.Type, row[c.there]) }
		k := named(key, published)
		if len(rows[k]) == 0 {
			out.Missing++
			continue
		}
		i := rows[k][0]
		rows[k] = rows[k][1:]
		for _, c := range both {
			out.cell(s, i, k, c, published(c))
		}
	}
	for i, row := range s.Rows {
		k := named(key, func(c column) string { return cellAt(row, c.here) })
		if slices.Contains(rows[k], i) {
			out.Faults = append(out.Faults, Fault{Row: s.At[i], Key: k, What: "no published row has this key"})
		}
	}
	slices.SortStableFunc(out.Faults, func(a, b Fault) int { return a.Row - b.Row })
	return out, nil
}

// shared lists the columns of both tables, and those of the key.
func shared(s Sheet, t export.Table, out *Result) (both, key []column, err error) {
	for there, c := range t.Columns {
		here := slices.Index(s.Head, c.Name)
		switch {
		case here >= 0:
			both = append(both, column{c, here, there})
			if c.Key {
				key = append(key, both[len(both)-1])
			}
		case c.Key:
			return nil, nil, fmt.Errorf("the column %s is not there, which distinguishes the rows of %s", c.Name, t.ID)
		}
	}
	seen := map[string]bool{}
	for _, name := range s.Head {
		known := slices.ContainsFunc(both, func(c column) bool { return c.Name == name })
		switch {
		case seen[name]:
			return nil, nil, fmt.Errorf("two columns are called %.60q", name)
		case !known:
			out.Faults = append(out.Faults, Fault{Column: name, What: "no published column has this name"})
		}
		seen[name] = true
	}
	if len(key) == 0 { // words distinguish rows without a key
		for _, c := range both {
			if c.Type != export.Number && c.Type != export.Integer {
				key = append(key, c)
			}
		}
	}
	return both, key, nil
}

// cell holds one cell against the published one.
func (r *Result) cell(s Sheet, i int, key string, c column, published string) {
	found := cellAt(s.Rows[i], c.here)
	r.Cells++
	if number(c.Type) && published+found != "" {
		r.Numbers++
	}
	fault := Fault{Row: s.At[i], Key: key, Column: c.Name, What: "not the published value", Found: found,
		Published: published}
	switch {
	case s.Results[[2]int{i, c.here}]:
		fault.What = "the result of a formula, where a value is published"
	case plain(c.Type, found) == plain(c.Type, published):
		return
	}
	r.Faults = append(r.Faults, fault)
}

func number(t export.Type) bool { return t == export.Number || t == export.Integer }

// named is the key of a row in words.
func named(key []column, cell func(column) string) string {
	parts := make([]string, len(key))
	for i, c := range key {
		parts[i] = c.Name + " " + plain(c.Type, cell(c))
	}
	return strings.Join(parts, ", ")
}

func cellAt(row []string, i int) string {
	if i < len(row) {
		return row[i]
	}
	return ""
}

// longestNumber is longer than any published number.
const longestNumber = 64

// plain is a cell as all formats write it: numbers with a point and no zeros at their end, lists with one
// separator, lines that end alike, and no text that a spreadsheet would run.
func plain(t export.Type, text string) string {
	switch t {
	case export.Number, export.Integer:
		if exact, ok := tabular.Decimal(text); ok && len(text) <= longestNumber {
			return export.Plain(exact)
		}
		return text
	case export.Boolean:
		switch strings.ToLower(text) {
		case "1", "true":
			return "true"
		case "0", "false":
			return "false"
		}
		return text
	case export.List:
		var all []string
		if strings.HasPrefix(text, "[") && json.Unmarshal([]byte(text), &all) == nil { // in a database
			text = strings.Join(all, export.Separator)
		}
	}
	return export.Shortened(tabular.Inert(strings.ReplaceAll(text, "\r\n", "\n")))
}
