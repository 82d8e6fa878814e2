package site_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"vigie/internal/cal"
	"vigie/internal/collect/readers"
	"vigie/internal/collected"
	"vigie/internal/corpus"
)

// made is a harvest of a source that nobody collected: three rows, the last of which
// is gone, in the columns of its reader. What they say is made up, and as hostile as
// the kind of each column lets a source be.
func made(t *testing.T, source string, left []collected.Left) *collected.Collected {
	t.Helper()
	read, _, err := corpus.Load(os.DirFS("../.."), "data")
	if err != nil {
		t.Fatal(err)
	}
	rules, _, err := readers.Load(os.DirFS("../.."), "data")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range read.Sources {
		if s.ID != source {
			continue
		}
		r, err := readers.For(s, rules)
		if err != nil {
			t.Fatal(err)
		}
		c := &collected.Collected{Columns: r.Columns, State: collected.State{Source: source, Standing: collected.Good, Reader: r.Name, Version: r.Version,
			Documents: []collected.Document{{URL: "https://example.org/" + source, SHA256: strings.Repeat("c", 64), Read: cal.NewDay(2026, 11, 20)}}, Ignored: left}}
		for i := range 3 {
			row := collected.Row{FirstSeen: cal.NewDay(2026, 11, 20), Snapshot: strings.Repeat("c", 64), At: fmt.Sprintf("row %d", i)}
			for _, col := range r.Columns {
				row.Cells = append(row.Cells, madeUp(col.Kind, i))
			}
			if i == 2 {
				row.GoneSince = cal.NewDay(2026, 11, 21)
			}
			c.Rows = append(c.Rows, row)
		}
		return c
	}
	t.Fatalf("there is no source %s", source)
	return nil
}

// madeUp is a value of a kind of column.
func madeUp(kind collected.Kind, i int) string {
	switch kind {
	case collected.Code:
		return fmt.Sprintf("code-%d", i)
	case collected.Date:
		return fmt.Sprintf("2026-0%d-01", i+1)
	case collected.Number:
		return fmt.Sprintf("%d.5", i)
	case collected.Boolean:
		return []string{"oui", "non", ""}[i]
	case collected.List:
		return []string{"un|deux", "", "<b>trois</b>"}[i]
	}
	return []string{`Essai <script>alert(1)</script> "l'un"`, "", "Autre & même"}[i]
}
