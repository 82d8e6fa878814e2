package database

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"vigie/internal/export"
	"vigie/internal/value/lang"
)

// A list of claims in a row is a text that json_each reads. Beside it, a table of links has one row for each
// claim of each list, so that a plain JOIN leads from a row to its claims, and on to their sources and copies.

// claimsTable is the table that such lists name the rows of.
const claimsTable = "affirmations"

// LinksPrefix starts the name of a table of links.
const LinksPrefix = "liens_"

// LinksOf is what the links of a table are called, "liens_offres"; empty where its rows name no claims.
func LinksOf(t export.Table) string {
	keyed := slices.ContainsFunc(t.Columns, func(c export.Column) bool { return c.Key })
	if !keyed || !slices.ContainsFunc(t.Columns, namesClaims) {
		return ""
	}
	return LinksPrefix + t.ID
}

// links is the table of the links of a table, without its rows: the key of the row, then the list that the
// claim stands in, its place there and the claim. False where no list of it names claims.
func links(t export.Table, known map[string]string) (export.Table, bool) {
	name := LinksOf(t)
	if name == "" || known[claimsTable] == "" {
		return export.Table{}, false
	}
	out := export.Table{ID: name, Title: lang.Say("{table} : affirmations de chaque ligne",
		"{table}: claims of each row").With(lang.In("table", t.Title)),
		About: lang.Say("Une ligne par affirmation d’une ligne de la table {table}.",
			"One row per claim of a row of the table {table}.").With(lang.In("table", lang.Name(t.ID)))}
	for _, c := range t.Columns {
		if c.Key {
			out.Columns = append(out.Columns, c)
		}
	}
	out.Columns = append(out.Columns,
		export.Column{Name: "colonne", Type: export.Text, Key: true, Label: lang.Say("Colonne", "Column"),
			Meaning: lang.Say("Liste de la ligne où l’affirmation est nommée.", "List of the row in which the claim is named.")},
		export.Column{Name: "place", Type: export.Integer, Key: true, Label: lang.Say("Place", "Place"),
			Meaning: lang.Say("Place dans cette liste, depuis 1.", "Place in that list, from 1.")},
		export.Column{Name: "affirmation", Type: export.Text, Refers: claimsTable, Label: lang.Say("Affirmation", "Claim"),
			Meaning: lang.Say("Identifiant de l’affirmation.", "Identifier of the claim.")})
	return out, true
}

func namesClaims(c export.Column) bool { return c.Type == export.List && c.Refers == claimsTable }

// link makes and fills the table of the links of a table, whose key is never empty.
func link(ctx context.Context, tx *sql.Tx, t, of export.Table, known map[string]string) error {
	var lines, key, marks []string
	for _, c := range of.Columns {
		lines = append(lines, quoted(c.Name)+" "+declared(c, false)+" NOT NULL")
		marks = append(marks, "?")
		if c.Key {
			key = append(key, quoted(c.Name))
		}
	}
	row := key[:len(key)-2] // of the table: without the list and the place in it
	lines = append(lines, "PRIMARY KEY ("+strings.Join(key, ", ")+")",
		"FOREIGN KEY ("+strings.Join(row, ", ")+") REFERENCES "+quoted(t.ID)+" ("+strings.Join(row, ", ")+")",
		"FOREIGN KEY (affirmation) REFERENCES "+quoted(claimsTable)+" ("+quoted(known[claimsTable])+")")
	name := quoted(of.ID)
	create := "CREATE TABLE " + name + " (\n  " + strings.Join(lines, ",\n  ") + "\n) STRICT, WITHOUT ROWID"
	if _, err := tx.ExecContext(ctx, create); err != nil {
		return err
	}
	insert, err := tx.PrepareContext(ctx, "INSERT INTO "+name+" VALUES ("+strings.Join(marks, ", ")+")")
	if err != nil {
		return err
	}
	defer insert.Close()
	at := slices.Repeat([]any{nil}, len(of.Columns))
	for cells := range t.Rows {
		of := 0
		for i, c := range t.Columns {
			if !c.Key {
				continue
			}
			if at[of], err = value(c.Type, cells[i]); err != nil {
				return fmt.Errorf("column %s: %w", c.Name, err)
			}
			of++
		}
		for i, c := range t.Columns {
			if !namesClaims(c) {
				continue
			}
			for n, claim := range cells[i].List {
				at[of], at[of+1], at[of+2] = c.Name, n+1, claim
				if _, err := insert.ExecContext(ctx, at...); err != nil {
					return err
				}
			}
		}
	}
	return nil
}
