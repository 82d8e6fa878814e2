// Package database writes all tables as one SQLite database, to be asked in SQL.
//
//	err := database.Write(ctx, file, folder, database.Contents{About: about, Tables: tables})
//	sqlite3 vigie.sqlite "SELECT point_nom, valeur_min FROM indicateur_tier_adoption"
//
// Promises:
//   - Tables are STRICT; key columns are their primary key (UNIQUE where one may be empty), and a column that holds
//     identifiers of another table is a foreign key that holds.
//   - Beside a table whose rows rest on claims, `liens_<table>` has a row for each of them, with foreign keys to
//     both.
//   - Texts are TEXT, days are TEXT of the form YYYY-MM-DD and exist in the calendar, whole
//     numbers are INTEGER, yes or no is INTEGER 1 or 0, lists are TEXT that json_each reads.
//     Numbers are REAL, of which the shortest decimal is that of the source; TEXT in a
//     column where one has more digits.
//   - What is not known is NULL.
//   - `documentation`, `documentation_colonnes` and `documentation_codes` say what tables, views, their
//     columns and codes mean, in each language of the site; `a_propos` whose data these are.
//   - The same contents give the same bytes.
package database

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	_ "modernc.org/sqlite" // the driver, in Go

	"vigie/internal/export"
	"vigie/internal/value/lang"
)

// Contents is what goes into a database.
type Contents struct {
	About  export.About
	Tables []export.Table
	Views  []View
}

// View is a question that the database answers, under a name.
type View struct {
	Name  string // "indicateur_tier_adoption"
	Title lang.Text
	About lang.Text
	Query string // a SELECT of columns of one table
	Of    string // that table, which has their documentation
}

// Write makes the database in a temporary file of a folder, and copies it. What is held in
// memory does not grow with the rows.
func Write(ctx context.Context, w io.Writer, folder string, c Contents) (err error) {
	work, err := os.MkdirTemp(folder, "database-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	file := filepath.Join(work, "new.sqlite")
	if err := fill(ctx, file, c); err != nil {
		return fmt.Errorf("database: %w", err)
	}
	made, err := os.Open(file)
	if err != nil {
		return err
	}
	defer made.Close()
	_, err = io.Copy(w, made)
	return err
}

// settings are those of a file that is written once by one process and thrown away if that
// fails. Foreign keys are checked at the end, once all rows are there.
const settings = `PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
PRAGMA foreign_keys = OFF; PRAGMA encoding = 'UTF-8';`

func fill(ctx context.Context, file string, c Contents) (err error) {
	db, err := sql.Open("sqlite", file)
	if err != nil {
		return err
	}
	defer func() {
		if closing := db.Close(); err == nil {
			err = closing
		}
	}()
	db.SetMaxOpenConns(1)
	if _, err := db.ExecContext(ctx, settings+fmt.Sprintf("PRAGMA user_version = %d;", version())); err != nil {
		return err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = tx.Rollback()
		}
	}()
	known := keys(c.Tables)
	for _, t := range c.Tables {
		if err := table(ctx, tx, t, known); err != nil {
			return fmt.Errorf("table %s: %w", t.ID, err)
		}
		if of, ok := links(t, known); ok {
			if err := link(ctx, tx, t, of, known); err != nil {
				return fmt.Errorf("table %s: %w", of.ID, err)
			}
		}
	}
	for _, v := range c.Views {
		if _, err := tx.ExecContext(ctx, "CREATE VIEW "+quoted(v.Name)+" AS "+v.Query); err != nil {
			return fmt.Errorf("view %s: %w", v.Name, err)
		}
	}
	if err := document(ctx, tx, c, known); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	return whole(ctx, db)
}

// version is that of the columns as a number: 1.2.3 is 10203.
func version() int {
	n := 0
	for part := range strings.SplitSeq(export.Version, ".") {
		var of int
		_, _ = fmt.Sscan(part, &of)
		n = n*100 + of
	}
	return n
}

// keys are the tables whose rows one column names: others may refer to them.
func keys(tables []export.Table) map[string]string {
	out := map[string]string{}
	for _, t := range tables {
		var key []string
		for _, c := range t.Columns {
			if c.Key {
				key = append(key, c.Name)
			}
		}
		if len(key) == 1 {
			out[t.ID] = key[0]
		}
	}
	return out
}

// whole says that each foreign key leads somewhere.
func whole(ctx context.Context, db *sql.DB) error {
	rows, err := db.QueryContext(ctx, "PRAGMA foreign_key_check")
	if err != nil {
		return err
	}
	defer rows.Close()
	if rows.Next() {
		var from, to string
		var row, key sql.NullInt64
		if err := rows.Scan(&from, &row, &to, &key); err != nil {
			return err
		}
		return fmt.Errorf("row %d of table %s refers to a row that table %s does not have", row.Int64, from, to)
	}
	return rows.Err()
}

// quoted is a name as SQL takes any.
func quoted(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

// Literal is a text as SQL reads it.
func Literal(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }
