package database

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"vigie/internal/export"
)

// table makes one table and fills it. known gives the key of the tables that others may
// refer to.
func table(ctx context.Context, tx *sql.Tx, t export.Table, known map[string]string) error {
	var lines, key, marks []string
	s := look(t)
	for i, c := range t.Columns {
		lines = append(lines, quoted(c.Name)+" "+declared(c, s.long[i]))
		marks = append(marks, "?")
		if c.Key {
			key = append(key, quoted(c.Name))
		}
	}
	if len(key) > 0 {
		unique := "PRIMARY KEY"
		if s.keyless {
			unique = "UNIQUE"
		}
		lines = append(lines, unique+" ("+strings.Join(key, ", ")+")")
	}
	for _, c := range t.Columns {
		if to, ok := known[c.Refers]; ok && c.Refers != "" && c.Type != export.List {
			lines = append(lines,
				"FOREIGN KEY ("+quoted(c.Name)+") REFERENCES "+quoted(c.Refers)+" ("+quoted(to)+")")
		}
	}
	name := quoted(t.ID)
	if _, err := tx.ExecContext(ctx, "CREATE TABLE "+name+" (\n  "+strings.Join(lines, ",\n  ")+"\n) STRICT"); err != nil {
		return err
	}
	insert, err := tx.PrepareContext(ctx, "INSERT INTO "+name+" VALUES ("+strings.Join(marks, ", ")+")")
	if err != nil {
		return err
	}
	defer insert.Close()
	values, at := make([]any, len(t.Columns)), 0
	for row := range t.Rows {
		at++
		for i, c := range row {
			of := t.Columns[i].Type
			if s.long[i] {
				of = export.Text
			}
			if values[i], err = value(of, c); err != nil {
				return fmt.Errorf("row %d, column %s: %w", at, t.Columns[i].Name, err)
			}
		}
		if _, err := insert.ExecContext(ctx, values...); err != nil {
			return fmt.Errorf("row %d: %w", at, err)
		}
	}
	return nil
}

// seen is what the rows of a table ask of its declaration.
type seen struct {
	keyless bool   // a key column has an empty cell, which a primary key may not have
	long    []bool // by column: a number in it has more digits than REAL holds
}

func look(t export.Table) seen {
	s := seen{long: make([]bool, len(t.Columns))}
	for row := range t.Rows {
		for i, c := range row {
			switch col := t.Columns[i]; {
			case c.Text == "":
				s.keyless = s.keyless || col.Key
			case col.Type == export.Number && !s.long[i]:
				_, same := export.Float(c.Text)
				s.long[i] = !same
			}
		}
	}
	return s
}

// declared is the type of a column and what each of its values follows.
func declared(c export.Column, long bool) string {
	name, of := quoted(c.Name), ""
	switch {
	case long:
		of = "TEXT"
	case c.Type == export.Integer:
		of = "INTEGER"
	case c.Type == export.Boolean:
		of = "INTEGER CHECK (" + name + " IN (0, 1))"
	case c.Type == export.Number:
		of = "REAL"
	case c.Type == export.Date:
		of = "TEXT CHECK (" + name + " IS date(" + name + "))"
	case c.Type == export.List:
		of = "TEXT NOT NULL CHECK (json_type(" + name + ") = 'array')"
	default:
		of = "TEXT"
	}
	return of
}

// value is a cell as the driver takes it; nothing for what is not known.
func value(t export.Type, c export.Cell) (any, error) {
	if t == export.List {
		list := c.List
		if list == nil {
			list = []string{}
		}
		data, err := json.Marshal(list)
		return string(data), err
	}
	if c.Text == "" {
		return nil, nil
	}
	switch t {
	case export.Integer:
		return strconv.ParseInt(c.Text, 10, 64)
	case export.Boolean:
		yes, err := strconv.ParseBool(c.Text)
		if yes {
			return 1, err
		}
		return 0, err
	case export.Number:
		f, same := export.Float(c.Text)
		if !same {
			return nil, fmt.Errorf("%s has more digits than REAL holds", c.Text)
		}
		return f, nil
	}
	return c.Text, nil
}
