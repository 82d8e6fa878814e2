package database_test

import (
	"context"
	"database/sql"
	"path/filepath"
	"strings"
	"testing"

	"vigie/internal/export/database"
)

// made is a database that anybody could have made.
func made(t *testing.T, statements string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "any name?#%.sqlite")
	db, err := sql.Open("sqlite", "file:"+strings.NewReplacer("?", "%3f", "#", "%23", "%", "%25").Replace(file))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(statements); err != nil {
		t.Fatal(err)
	}
	return file
}

// rows reads the tables of a database, row by row.
func rows(ctx context.Context, file string) (n int, err error) {
	err = database.Read(ctx, file, func(string) bool { return true },
		func(string, []string, []any) error { n++; return nil })
	return n, err
}

func TestTheTablesOfADatabaseAreReadAndItsViewsAreNot(t *testing.T) {
	n, err := rows(t.Context(),
		made(t, "CREATE TABLE a (x); INSERT INTO a VALUES (1), ('two'), (NULL); CREATE VIEW v AS SELECT * FROM a"))
	if n != 3 || err != nil {
		t.Errorf("%d rows, %v", n, err)
	}
}

func TestWhatADatabaseWouldComputeIsRefused(t *testing.T) {
	for name, test := range map[string]struct{ statements, want string }{
		"a virtual table":    {"CREATE VIRTUAL TABLE f USING fts5(x)", "virtual"},
		"a column":           {"CREATE TABLE a (x, y AS (x || x)); INSERT INTO a VALUES (1)", "computed"},
		"a cell of 2 MB":     {"CREATE TABLE a (x); INSERT INTO a VALUES (zeroblob(2000000))", "too big"},
		"a table of columns": {"CREATE TABLE a (x" + wide(300) + ")", "columns"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := rows(t.Context(), made(t, test.statements)); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("it is read, or for another reason it is not: %v", err)
			}
		})
	}
}

func wide(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(", c" + strings.Repeat("i", i+1))
	}
	return b.String()
}

func TestADatabaseIsNotReadBeyondTheEndOfARun(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := rows(ctx, made(t, "CREATE TABLE a (x); INSERT INTO a VALUES (1)")); err == nil {
		t.Error("it is read all the same")
	}
}
