package database

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"vigie/internal/export"
	"vigie/internal/value/lang"
)

// The tables that explain the others: one row per thing and language.
const documentation = `
CREATE TABLE a_propos (cle TEXT NOT NULL, langue TEXT NOT NULL, valeur TEXT NOT NULL,
  PRIMARY KEY (cle, langue)) STRICT;
CREATE TABLE documentation (nom TEXT NOT NULL, langue TEXT NOT NULL, titre TEXT NOT NULL, description TEXT NOT NULL,
  est_une_vue INTEGER NOT NULL CHECK (est_une_vue IN (0, 1)), PRIMARY KEY (nom, langue)) STRICT;
CREATE TABLE documentation_colonnes (nom TEXT NOT NULL, position INTEGER NOT NULL, colonne TEXT NOT NULL,
  langue TEXT NOT NULL, type TEXT NOT NULL, libelle TEXT NOT NULL, sens TEXT NOT NULL,
  PRIMARY KEY (nom, position, langue)) STRICT;
CREATE TABLE documentation_codes (nom TEXT NOT NULL, colonne TEXT NOT NULL, langue TEXT NOT NULL,
  valeur TEXT NOT NULL, libelle TEXT NOT NULL, PRIMARY KEY (nom, colonne, valeur, langue)) STRICT;`

// writer inserts rows, and keeps the first error.
type writer struct {
	ctx context.Context
	tx  *sql.Tx
	err error
}

func (w *writer) insert(query string, values ...any) {
	if w.err == nil {
		_, w.err = w.tx.ExecContext(w.ctx, query, values...)
	}
}

func document(ctx context.Context, tx *sql.Tx, c Contents, known map[string]string) error {
	w := &writer{ctx: ctx, tx: tx}
	w.insert(documentation)
	shown := map[string][]export.Column{} // by view
	for _, v := range c.Views {
		columns, err := columnsOfView(ctx, tx, v, c.Tables)
		if err != nil {
			return err
		}
		shown[v.Name] = columns
	}
	for _, l := range c.About.Tongues() {
		w.about(c.About, l)
		for _, t := range c.Tables {
			w.table(t, l)
			if of, ok := links(t, known); ok {
				w.table(of, l)
			}
		}
		for _, v := range c.Views {
			w.insert("INSERT INTO documentation VALUES (?, ?, ?, ?, 1)", v.Name, string(l), v.Title.In(l), v.About.In(l))
			for i, col := range shown[v.Name] {
				w.column(v.Name, i+1, col, l)
			}
		}
	}
	return w.err
}

func (w *writer) table(t export.Table, l lang.Lang) {
	w.insert("INSERT INTO documentation VALUES (?, ?, ?, ?, 0)", t.ID, string(l), t.Title.In(l), t.About.In(l))
	for i, col := range t.Columns {
		w.column(t.ID, i+1, col, l)
	}
}

// columnsOfView are those of a view, with what the table that it shows says of them.
func columnsOfView(ctx context.Context, tx *sql.Tx, v View, tables []export.Table) ([]export.Column, error) {
	of, _ := export.Find(tables, v.Of)
	rows, err := tx.QueryContext(ctx, "SELECT name FROM pragma_table_info(?) ORDER BY cid", v.Name)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []export.Column
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		i := slices.IndexFunc(of.Columns, func(c export.Column) bool { return c.Name == name })
		if i < 0 {
			return nil, fmt.Errorf("view %s: no column %s of table %q explains it", v.Name, name, v.Of)
		}
		out = append(out, of.Columns[i])
	}
	return out, rows.Err()
}

func (w *writer) about(a export.About, l lang.Lang) {
	for _, line := range [][2]string{{"titre", a.Name.In(l)}, {"description", a.Description.In(l)},
		{"editeur", a.Publisher.In(l)}, {"adresse", a.Home}, {"jour_de_reference", a.AsOf.String()},
		{"derniere_lecture", a.Updated.String()}, {"edition", a.Edition}, {"licence", a.Licence.Name},
		{"licence_titre", a.Licence.Title.In(l)}, {"licence_adresse", a.Licence.Path},
		{"mention", a.Attribution(a.Name).In(l)}, {"version_du_schema", export.Version}} {
		w.insert("INSERT INTO a_propos VALUES (?, ?, ?)", line[0], string(l), line[1])
	}
}

func (w *writer) column(table string, position int, c export.Column, l lang.Lang) {
	w.insert("INSERT INTO documentation_colonnes VALUES (?, ?, ?, ?, ?, ?, ?)", table, position, c.Name, string(l),
		string(c.Type), c.Label.In(l), c.Meaning.In(l))
	seen := map[string]bool{}
	for _, code := range c.Codes {
		if seen[code.Value] {
			continue
		}
		seen[code.Value] = true
		w.insert("INSERT INTO documentation_codes VALUES (?, ?, ?, ?, ?)", table, c.Name, string(l), code.Value,
			code.Label.In(l))
	}
}
