package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// Read gives the rows of the tables of a database that anybody may have made, one at a time: wanted is
// asked of each table, row is handed the names of its columns and its cells (nil, int64, float64, string).
//
// The file is opened to be read alone, and nothing in it runs: views, triggers, virtual tables and columns
// that are computed are refused or left aside, no function of the schema is trusted, a cell of more than
// a megabyte or a table of more than 200 columns is an error. It ends with its context.
func Read(ctx context.Context, file string, wanted func(table string) bool,
	row func(table string, columns []string, cells []any) error) error {
	address := url.URL{Scheme: "file", Opaque: (&url.URL{Path: file}).EscapedPath(), RawQuery: url.Values{
		"mode": {"ro"}, "immutable": {"1"}, "_pragma": {"query_only(1)", "trusted_schema(0)", "cell_size_check(1)",
			"mmap_size(0)"}}.Encode()}
	db, err := sql.Open("sqlite", address.String())
	if err != nil {
		return err
	}
	defer db.Close()
	conn, err := db.Conn(ctx)
	if err != nil {
		return unreadable(err)
	}
	defer conn.Close()
	for _, most := range bounds {
		if _, err := sqlite.Limit(conn, most.of, most.value); err != nil {
			return err
		}
	}
	tables, err := tablesOf(ctx, conn)
	if err != nil {
		return err
	}
	for _, t := range tables {
		if !wanted(t) {
			continue
		}
		if err := readTable(ctx, conn, t, row); err != nil {
			return fmt.Errorf("table %.60q: %w", t, err)
		}
	}
	return nil
}

// bounds are what the engine of the database may take for a file that is not ours.
var bounds = []struct{ of, value int }{
	{lib.SQLITE_LIMIT_LENGTH, 1 << 20}, {lib.SQLITE_LIMIT_COLUMN, mostColumns}, {lib.SQLITE_LIMIT_SQL_LENGTH, 64 << 10},
	{lib.SQLITE_LIMIT_EXPR_DEPTH, 50}, {lib.SQLITE_LIMIT_ATTACHED, 0}, {lib.SQLITE_LIMIT_COMPOUND_SELECT, 5},
	{lib.SQLITE_LIMIT_TRIGGER_DEPTH, 1}, {lib.SQLITE_LIMIT_VDBE_OP, 25_000},
}

const (
	mostColumns = 200
	mostTables  = 1000
)

func unreadable(err error) error {
	return fmt.Errorf("it is no database (SQLite), or one that is damaged: %w", err)
}

// tablesOf lists the tables whose rows stand in the file.
func tablesOf(ctx context.Context, conn *sql.Conn) ([]string, error) {
	rows, err := conn.QueryContext(ctx,
		"SELECT name, coalesce(sql, '') FROM sqlite_schema WHERE type = 'table' ORDER BY rowid")
	if err != nil {
		return nil, unreadable(err)
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var name, made string
		if err := rows.Scan(&name, &made); err != nil {
			return nil, unreadable(err)
		}
		switch {
		case strings.HasPrefix(name, "sqlite_"):
			continue
		case strings.HasPrefix(strings.ToUpper(strings.Join(strings.Fields(made), " ")), "CREATE VIRTUAL"):
			return nil, fmt.Errorf("table %.60q is virtual: its rows stand elsewhere, and it is not read", name)
		case len(out) == mostTables:
			return nil, fmt.Errorf("it holds more than %d tables", mostTables)
		}
		out = append(out, name)
	}
	if err := rows.Err(); err != nil {
		return nil, unreadable(err)
	}
	return out, nil
}

func readTable(ctx context.Context, conn *sql.Conn, table string, row func(string, []string, []any) error) error {
	columns, err := columnsOf(ctx, conn, table)
	if err != nil {
		return err
	}
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = quoted(c)
	}
	rows, err := conn.QueryContext(ctx, "SELECT "+strings.Join(names, ", ")+" FROM main."+quoted(table)+" NOT INDEXED")
	if err != nil {
		return err
	}
	defer rows.Close()
	cells, into := make([]any, len(columns)), make([]any, len(columns))
	for i := range cells {
		into[i] = &cells[i]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		if err := row(table, columns, cells); err != nil {
			return err
		}
	}
	return rows.Err()
}

// columnsOf lists the columns of a table; an error where one is computed when it is read.
func columnsOf(ctx context.Context, conn *sql.Conn, table string) ([]string, error) {
	rows, err := conn.QueryContext(ctx, "SELECT name, hidden FROM pragma_table_xinfo(?)", table)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var name string
		var hidden int
		if err := rows.Scan(&name, &hidden); err != nil {
			return nil, err
		}
		if hidden != 0 {
			return nil, fmt.Errorf("column %.60q is computed when it is read, and is not trusted", name)
		}
		out = append(out, name)
	}
	if len(out) == 0 && rows.Err() == nil {
		return nil, errors.New("it has no columns")
	}
	return out, rows.Err()
}
