package collect_test

import (
	"context"
	"errors"
	"iter"
	"os"
	"strconv"
	"strings"
	"testing"

	"vigie/internal/collect"
	"vigie/internal/collected"
)

// together makes the reader of the made-up source one that reads all documents of a
// visit at once: of two rows of one decision, the later one holds.
func (s *site) together() {
	of := s.reader.Read
	s.reader.Read = nil
	s.reader.ReadAll = func(ctx context.Context, docs iter.Seq2[int, collect.Document], emit func(collect.Row) error) (collect.Remarks, error) {
		last, order := map[string]collect.Row{}, []string{}
		var all collect.Remarks
		for i, doc := range docs {
			remarks, err := of(ctx, doc, func(row collect.Row) error {
				row.Doc = i
				if _, twice := last[row.Cells[0]]; !twice {
					order = append(order, row.Cells[0])
				}
				last[row.Cells[0]] = row
				return nil
			})
			if err != nil {
				return all, err
			}
			all.Rows += remarks.Rows
			all.Columns = remarks.Columns
		}
		for _, decision := range order {
			if err := emit(last[decision]); err != nil {
				return all, err
			}
		}
		return all, nil
	}
}

func TestARecordMaySpreadOverTheDocumentsOfAVisit(t *testing.T) {
	s := newSite(t)
	s.together()
	s.web.pages[page1] = header + rows(1, 6) + "next: " + page2 + "\n"
	s.web.pages[page2] = header + strings.ReplaceAll(rows(5, 4), "2026-11-30", "2029-11-30")
	o := s.collect()
	s.want(o, collect.Read, "")
	if o.Listed != 8 || o.Count(collect.New) != 8 || len(o.Documents) != 2 {
		t.Errorf("reports %+v", o)
	}
	var from []string
	for _, line := range strings.Split(s.file("collected/essai.csv"), "\n")[1:9] {
		if strings.Contains(line, o.Documents[1].SHA256) != strings.Contains(line, "2029-11-30") {
			t.Errorf("%s is not of the document in which it was read", line)
		}
		from = append(from, line[:3])
	}
	if got := strings.Join(from, " "); got != "001 002 003 004 005 006 007 008" {
		t.Errorf("the rows are %s", got)
	}
	same(s)
}

func TestAReaderOfAllDocumentsIsJudgedAsAnyOther(t *testing.T) {
	for name, row := range map[string]int{"a row of a document that there is not": 7, "a row of a document before the first": -1} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			s.reader.Read, s.reader.ReadAll = nil, func(_ context.Context, _ iter.Seq2[int, collect.Document], emit func(collect.Row) error) (collect.Remarks, error) {
				return collect.Remarks{}, emit(collect.Row{Doc: row})
			}
			s.want(s.collect(), collect.Refused, collect.BadDocument)
		})
	}
	t.Run("a document that breaks it", func(t *testing.T) {
		s := newSite(t)
		s.reader.Read, s.reader.ReadAll = nil, func(_ context.Context, docs iter.Seq2[int, collect.Document], _ func(collect.Row) error) (collect.Remarks, error) {
			for i := range docs {
				return collect.Remarks{}, errors.New("document " + strconv.Itoa(i) + " is made up")
			}
			return collect.Remarks{}, nil
		}
		s.want(s.collect(), collect.Refused, collect.BadDocument)
	})
}

func TestAnotherRuleReadsTheSnapshotsAgain(t *testing.T) {
	s := newSite(t)
	s.collect()
	c, _, err := collected.Read(os.DirFS(s.dir), "collected", "essai")
	if err != nil {
		t.Fatal(err)
	}
	s.reader.Rule = "another"
	read := s.reader.Read
	s.reader.Read = func(ctx context.Context, doc collect.Document, emit func(collect.Row) error) (collect.Remarks, error) {
		return read(ctx, doc, func(row collect.Row) error {
			if row.Cells[0] == "001" {
				return nil
			}
			return emit(row)
		})
	}
	s.collect()
	after, _, err := collected.Read(os.DirFS(s.dir), "collected", "essai")
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Rows) != 10 || len(after.Rows) != 9 || c.State.Under == after.State.Under {
		t.Errorf("%d rows under %s, then %d under %s", len(c.Rows), c.State.Under, len(after.Rows), after.State.Under)
	}
}
