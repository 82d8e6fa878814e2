package collect_test

import (
	"context"
	"errors"
	"iter"
	"strings"
	"testing"
	"testing/synctest"

	"vigie/internal/collect"
	"vigie/internal/collected"
)

// blocked is a reader that takes no heed of its context: it waits until it is
// released, then reads.
func (s *site) blocked(released <-chan struct{}) func(context.Context, collect.Document, func(collect.Row) error) (collect.Remarks, error) {
	of := s.reader.Read
	return func(_ context.Context, doc collect.Document, emit func(collect.Row) error) (collect.Remarks, error) {
		<-released
		return of(context.Background(), doc, emit)
	}
}

// The clock of these tests is made up: nothing waits.
func TestAReaderThatTakesTooLongIsAbandonedAndTheLastGoodRowsAreKept(t *testing.T) {
	for name, slow := range map[string]func(s *site, released <-chan struct{}){
		"a reader that waits for ever": func(s *site, released <-chan struct{}) { s.reader.Read = s.blocked(released) },
		"a reader that heeds its context": func(s *site, _ <-chan struct{}) {
			s.reader.Read = func(ctx context.Context, _ collect.Document, _ func(collect.Row) error) (collect.Remarks, error) {
				<-ctx.Done()
				return collect.Remarks{}, ctx.Err()
			}
		},
		"a reader of all documents at once": func(s *site, released <-chan struct{}) {
			s.together()
			of := s.reader.ReadAll
			s.reader.ReadAll = func(ctx context.Context, docs iter.Seq2[int, collect.Document], emit func(collect.Row) error) (collect.Remarks, error) {
				<-released
				return of(ctx, docs, emit)
			}
		},
		"a reader that never finds where a document leads": func(s *site, released <-chan struct{}) {
			s.reader.Follow = func(context.Context, collect.Document) ([]string, error) {
				<-released
				return nil, nil
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := newSite(t)
				s.collect()
				table, good := s.file("collected/essai.csv"), s.reader
				s.web.pages[page1] = header + rows(1, 9)

				released := make(chan struct{})
				slow(s, released)
				o := s.collect()
				s.want(o, collect.Refused, collect.SlowRead)
				if !strings.Contains(o.Why.Reason.EN, "reading "+page1+" took longer than 5") || o.Standing != collected.Doubtful {
					t.Errorf("it is %s: %s", o.Standing, o.Why.Reason.EN)
				}
				if s.file("collected/essai.csv") != table {
					t.Error("the last good rows are not kept")
				}

				t.Log("the fault lasts")
				before := s.tree()
				o = s.collect()
				s.want(o, collect.Refused, collect.SlowRead)
				if o.Wrote {
					t.Error("it is written again")
				}

				t.Log("the abandoned readers go on, and nobody listens")
				close(released)
				synctest.Wait()
				if after := s.tree(); after["collected/essai.csv"] != before["collected/essai.csv"] {
					t.Error("what an abandoned reader read counts")
				}

				t.Log("the same bytes, read in time")
				s.reader = good
				s.want(s.collect(), collect.Unchanged, "")
				if now := s.file("collected/essai.csv"); now == table || strings.Contains(s.file("collected/essai.state.yaml"), "since") {
					t.Error("the copy is not read again")
				}
			})
		})
	}
}

func TestARunIsInterruptedThoughAReaderTakesNoHeed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newSite(t)
		released := make(chan struct{})
		reading := s.blocked(released)
		ctx, interrupt := context.WithCancel(t.Context())
		s.reader.Read = func(c context.Context, doc collect.Document, emit func(collect.Row) error) (collect.Remarks, error) {
			interrupt()
			return reading(c, doc, emit)
		}
		_, err := collect.Run(ctx, s.options(), []collect.Task{{Source: s.source, Reader: s.reader}})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("gives %v", err)
		}
		if left := s.tree(); len(left) > 0 {
			t.Errorf("it leaves %v", left)
		}
		close(released)
	})
}
