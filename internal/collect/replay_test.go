package collect_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/collect"
	"vigie/internal/collected"
)

func TestAReplayGivesTheSameBytes(t *testing.T) {
	s := newSite(t)
	for _, page := range []string{
		header + rows(1, 10), header + rows(2, 10), "edition: 2026-11\n" + header + rows(2, 11), header, header + rows(3, 9), "panic", header + rows(1, 12),
	} {
		s.web.pages[page1] = page
		s.collect()
		same(s)
	}
	c, _, err := collected.Read(os.DirFS(s.dir), "collected", "essai")
	if err != nil || c.State.Standing != collected.Good || len(c.Rows) != 12 {
		t.Error(err, c)
	}
}

func TestAVersionOfTheReaderAloneIsNoNews(t *testing.T) {
	s := newSite(t)
	s.collect()
	before := s.tree()
	s.reader.Version = 2
	for range 2 {
		s.want(s.collect(), collect.Unchanged, "")
	}
	if o := s.replay(); o.Wrote || len(o.Reread) > 0 {
		t.Errorf("the replay reports %+v", o)
	}
	if diff := cmp.Diff(before, s.tree()); diff != "" {
		t.Error(diff)
	}
}

func TestWhatAMendedReaderReadsOtherwiseIsReportedApart(t *testing.T) {
	s := newSite(t)
	s.collect()
	s.reader.Version = 2
	s.reader.Read = func(ctx context.Context, doc collect.Document, emit func(collect.Row) error) (collect.Remarks, error) {
		return readLines(ctx, doc, func(r collect.Row) error {
			r.Cells[2] = strings.Replace(r.Cells[2], "Nuage 7", "Nuée 7", 1)
			return emit(r)
		})
	}
	s.web.pages[page1] = header + rows(1, 11)
	o := s.collect()
	s.want(o, collect.Read, "")
	if len(o.Reread) != 1 || o.Reread[0].Cells[0].To != "Nuée 7" || len(o.Changes) != 1 || o.Changes[0].Sort != collect.New {
		t.Errorf("reports %+v, read again %+v", o.Changes, o.Reread)
	}
	if row := s.file("collected/essai.csv"); !strings.Contains(row, "Nuée 7,2026-11-30,700.5,2026-11-23,,") {
		t.Error("a record that was read otherwise is not dated from the snapshot it was in")
	}
	same(s)
}

func TestABrokenReaderEmptiesNothing(t *testing.T) {
	for name, read := range map[string]func(context.Context, collect.Document, func(collect.Row) error) (collect.Remarks, error){
		"it gives too few cells": func(_ context.Context, _ collect.Document, emit func(collect.Row) error) (collect.Remarks, error) {
			return collect.Remarks{}, emit(collect.Row{Cells: []string{"001"}})
		},
		"it loses half of the rows": func(ctx context.Context, doc collect.Document, emit func(collect.Row) error) (collect.Remarks, error) {
			return readLines(ctx, doc, func(r collect.Row) error {
				if r.Cells[0] > "005" {
					return nil
				}
				return emit(r)
			})
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			s.collect()
			good := s.tree()
			s.reader.Version, s.reader.Read = 2, read
			o := s.collect()
			if o.Status != collect.Refused || o.Standing != collected.Doubtful || o.Since.String() != "2026-11-24" || o.Listed != 10 {
				t.Errorf("reports %+v", o)
			}
			if s.file("collected/essai.csv") != good["collected/essai.csv"] {
				t.Error("the last good rows are not kept")
			}
			doubt := s.tree()
			s.collect()
			s.replay()
			if diff := cmp.Diff(doubt, s.tree()); diff != "" {
				t.Errorf("it is written again: %s", diff)
			}
			s.reader = reader()
			s.reader.Version = 3
			s.want(s.collect(), collect.Unchanged, "")
			if s.file("collected/essai.csv") != good["collected/essai.csv"] {
				t.Error("the mended reader does not find the rows again")
			}
			same(s)
		})
	}
}

func TestOtherBoundsJudgeAgain(t *testing.T) {
	s := newSite(t)
	s.collect()
	s.web.pages[page1] = header + rows(1, 4)
	s.want(s.collect(), collect.Refused, collect.TooFewRows)
	s.source.Collect.Bounds.RowsMin, s.source.Collect.Bounds.Gone = 1, 100
	o := s.collect()
	s.want(o, collect.Unchanged, "")
	if o.Listed != 4 || len(o.Reread) != 6 || !strings.Contains(s.file("collected/essai.csv"), "2026-11-23,2026-11-24,") {
		t.Errorf("reports %+v", o)
	}
	same(s)
}

func TestAnInterruptedRunIsTakenUpByTheNext(t *testing.T) {
	// What a run that is killed between two writes leaves behind.
	for name, undo := range map[string]func(s *site, before map[string]string){
		"before the table": func(s *site, before map[string]string) {
			put(s, before, "collected/essai.csv", "collected/essai.state.yaml")
		},
		"before the state": func(s *site, before map[string]string) { put(s, before, "collected/essai.state.yaml") },
	} {
		t.Run(name, func(t *testing.T) {
			first, next := interruptedTwice(t, func(s *site, run func()) {
				before := s.tree()
				run()
				undo(s, before)
			}, func(s *site, run func()) { run() })
			if diff := cmp.Diff(first, next); diff != "" {
				t.Error(diff)
			}
		})
	}
	t.Run("before the sidecar of the second document: the visit counts for nothing", func(t *testing.T) {
		first, next := interruptedTwice(t, func(s *site, run func()) {
			before := s.tree()
			run()
			put(s, before, "collected/essai.csv", "collected/essai.state.yaml")
			for name, content := range s.tree() {
				if _, old := before[name]; !old && strings.Contains(content, `"part": 2`) {
					if err := os.Remove(filepath.Join(s.dir, name)); err != nil {
						s.Fatal(err)
					}
				}
			}
		}, func(s *site, run func()) { s.now = s.now.AddDate(0, 0, 1) })
		if diff := cmp.Diff(first, next); diff != "" {
			t.Error(diff)
		}
	})
}

// interruptedTwice plays one history on two sites, whose run of the second and of
// the fourth day goes as each of them says, and gives their tables.
func interruptedTwice(t *testing.T, one, other func(s *site, run func())) (a, b string) {
	t.Helper()
	play := func(day func(s *site, run func())) string {
		s := newSite(t)
		s.source.Collect.Addresses = []string{page1, page2}
		s.web.pages[page2] = rows(50, 3)
		run := func() { s.collect() }
		day(s, run)
		run()
		s.web.pages[page1] = header + rows(3, 9)
		day(s, run)
		run()
		before := s.tree()
		s.want(s.collect(), collect.Unchanged, "")
		if diff := cmp.Diff(before, s.tree()); diff != "" {
			t.Error(diff)
		}
		same(s)
		return s.file("collected/essai.csv")
	}
	return play(one), play(other)
}

// put makes files what they were; those that were not there are removed.
func put(s *site, before map[string]string, names ...string) {
	s.Helper()
	for _, name := range names {
		file := filepath.Join(s.dir, name)
		err := os.Remove(file)
		if content, was := before[name]; was {
			err = os.WriteFile(file, []byte(content), 0o644)
		}
		if err != nil {
			s.Fatal(err)
		}
	}
}

func TestDamagedFilesAreMadeAgain(t *testing.T) {
	s := newSite(t)
	s.collect()
	before := s.tree()
	file := filepath.Join(s.dir, "collected/essai.csv")
	if err := os.WriteFile(file, []byte(strings.Replace(before["collected/essai.csv"], "100.5", "999", 1)+"junk"), 0o644); err != nil {
		t.Fatal(err)
	}
	o := s.collect()
	s.want(o, collect.Unchanged, "")
	if diff := cmp.Diff(before, s.tree()); diff != "" || !strings.Contains(o.Mended, "essai.csv") {
		t.Error(o.Mended, diff)
	}
}

func TestASourceWhoseBytesAreElsewhereGoesOn(t *testing.T) {
	s := newSite(t)
	s.source.Redistributable = false
	s.collect()
	if !strings.Contains(strings.Join(names(s), " "), "cache/essai/") {
		t.Fatalf("the bytes are not in the private half: %v", names(s))
	}
	forget := func() {
		if err := os.RemoveAll(filepath.Join(s.dir, "cache")); err != nil {
			t.Fatal(err)
		}
	}

	t.Log("another machine, the same document")
	before := s.tree()
	forget()
	s.want(s.collect(), collect.Unchanged, "")
	if diff := cmp.Diff(before, s.tree()); diff != "" {
		t.Error(diff)
	}

	t.Log("another machine, the same document, another version of the reader")
	forget()
	s.reader.Version = 3
	s.reader.Read = func(ctx context.Context, doc collect.Document, emit func(collect.Row) error) (collect.Remarks, error) {
		return readLines(ctx, doc, func(r collect.Row) error {
			r.Cells[2] = strings.Replace(r.Cells[2], "Nuage 7", "Nuée 7", 1)
			return emit(r)
		})
	}
	s.want(s.collect(), collect.Read, "")
	if !strings.Contains(s.file("collected/essai.csv"), "Nuée 7") {
		t.Error("the new reader has not read the document")
	}
	s.reader = reader()
	s.want(s.collect(), collect.Unchanged, "")

	t.Log("another machine, another document, another version of the reader")
	forget()
	s.reader.Version = 2
	s.reader.Columns = append(columns(), collect.Column{Name: "colour", Kind: collect.Text, Label: columns()[0].Label})
	s.reader.Read = func(ctx context.Context, doc collect.Document, emit func(collect.Row) error) (collect.Remarks, error) {
		return readLines(ctx, doc, func(r collect.Row) error { return emit(collect.Row{Cells: append(r.Cells, "bleu"), At: r.At}) })
	}
	s.web.pages[page1] = header + rows(2, 10)
	o := s.collect()
	s.want(o, collect.Read, "")
	if o.Count(collect.Gone) != 1 || o.Count(collect.New) != 1 || o.Count(collect.Changed) != 9 {
		t.Errorf("reports %+v", o.Changes)
	}
	before = s.tree()
	s.want(s.collect(), collect.Unchanged, "")
	if diff := cmp.Diff(before, s.tree()); diff != "" {
		t.Error(diff)
	}
	o = s.replay()
	s.want(o, collect.Skipped, collect.NoBytes)
	if diff := cmp.Diff(before, s.tree()); diff != "" {
		t.Error(diff)
	}
}

func names(s *site) []string {
	var out []string
	for name := range s.tree() {
		out = append(out, name)
	}
	return out
}
