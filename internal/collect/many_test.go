package collect_test

import (
	"context"

	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"vigie/internal/collect"
	"vigie/internal/collect/read/budget"
	"vigie/internal/value/tabular"
)

func TestAReportListsHundredsOfNamesAndCountsTheRest(t *testing.T) {
	s := newSite(t)
	of := s.reader.Read
	s.reader.Read = func(ctx context.Context, doc collect.Document, emit func(collect.Row) error) (collect.Remarks, error) {
		remarks, err := of(ctx, doc, emit)
		for i := range 200_000 {
			remarks.Unread = append(remarks.Unread, collect.Unread{What: fmt.Sprintf("table %d", i), Count: 1})
		}
		return remarks, err
	}
	o := s.collect()
	s.want(o, collect.Read, "")
	sum := 0
	for _, u := range o.Unread {
		sum += u.Count
	}
	if last := o.Unread[len(o.Unread)-1]; len(o.Unread) != 501 || sum != 200_000 || last.What != tabular.Others || last.Count != 199_500 {
		t.Errorf("%d names, %d in all, %+v at last", len(o.Unread), sum, last)
	}
}

func TestRowsThatTakeTooMuchAreRefused(t *testing.T) {
	s := newSite(t)
	long := strings.Repeat("x", 18_000)
	s.reader.Read = func(_ context.Context, _ collect.Document, emit func(collect.Row) error) (collect.Remarks, error) {
		for i := range 10_000 {
			if err := emit(collect.Row{Cells: []string{fmt.Sprint(i), long + fmt.Sprint(i), "", "", ""}}); err != nil {
				return collect.Remarks{}, err
			}
		}
		return collect.Remarks{}, nil
	}
	s.source.Collect.Bounds.RowsMax = 20_000
	s.source.Collect.Limits.Seconds = 600 // it is the bytes that are refused, on the slowest machine too
	o := s.collect()
	s.want(o, collect.Refused, collect.BadDocument)
	if want := (&budget.Spent{Of: budget.Bytes, Most: 56 << 20}).Error(); !strings.Contains(o.Why.Reason.EN, want[:40]) {
		t.Error(o.Why.Reason.EN)
	}
}

func TestRowsThatCannotBeReadAreNotHeldWithoutEnd(t *testing.T) {
	var r collect.Remarks
	for range 10_000 {
		if err := r.Reject(collect.Bad{At: "row", Found: strings.Repeat("é", 5_000), Wanted: "a number"}); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.Reject(collect.Bad{At: "row 10,001"}); err == nil || len(r.Bad) != 10_000 || len(r.Bad[0].Found) > 500 {
		t.Errorf("%v, %d rows, %d bytes", err, len(r.Bad), len(r.Bad[0].Found))
	}
}

// The clock of this test is made up: nothing waits.
func TestSourcesAreReadOneAfterTheOther(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newSite(t)
		var active, most atomic.Int32
		of := s.reader.Read
		s.reader.Read = func(ctx context.Context, doc collect.Document, emit func(collect.Row) error) (collect.Remarks, error) {
			most.Store(max(most.Load(), active.Add(1)))
			defer active.Add(-1)
			time.Sleep(4 * time.Second)
			return of(ctx, doc, emit)
		}
		var tasks []collect.Task
		for i := range 3 {
			one := s.source
			one.ID = fmt.Sprintf("essai-%d", i)
			tasks = append(tasks, collect.Task{Source: one, Reader: s.reader})
		}
		report, err := collect.Run(t.Context(), s.options(), tasks)
		if err != nil || len(report.Sources) != 3 || report.Wrong() > 0 || most.Load() != 1 {
			t.Errorf("%d at once, %v, %+v", most.Load(), err, report.Sources)
		}
	})
}
