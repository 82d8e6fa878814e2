package database

import (
	"context"
	"database/sql"

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

func document(ctx context.Context, tx *sql.Tx, c Contents) error {
	w := &writer{ctx: ctx, tx: tx}
	w.insert(documentation)
	for _, l := range c.About.Tongues() {
		w.about(c.About, l)
		for _, t := range c.Tables {
			w.insert("INSERT INTO documentation VALUES (?, ?, ?, ?, 0)", t.ID, string(l), t.Title.In(l), t.About.In(l))
			for i, col := range t.Columns {
				w.column(t.ID, i+1, col, l)
			}
		}
		for _, v := range c.Views {
			w.insert("INSERT INTO documentation VALUES (?, ?, ?, ?, 1)", v.Name, string(l), v.Title.In(l), v.About.In(l))
		}
	}
	return w.err
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
