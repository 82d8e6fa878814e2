package dataset_test

import (
	"fmt"
	"os"
	"slices"
	"testing"

	"vigie/internal/collected"
	"vigie/internal/corpus"
	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// judged says what is computed of each record on the day of a dataset.
func judged(ds *dataset.Dataset) map[record.Ref]string {
	out := map[record.Ref]string{}
	for _, s := range ds.Sources {
		out[record.Ref{Kind: record.Sources, ID: s.ID}] = fmt.Sprint(s.Freshness.State, s.Freshness.Newer != nil)
	}
	for _, q := range ds.Qualifications {
		out[record.Ref{Kind: record.Qualifications, ID: q.ID}] = fmt.Sprint(q.Standing, q.Term)
	}
	for _, c := range ds.Commitments {
		out[record.Ref{Kind: record.Commitments, ID: c.ID}] = fmt.Sprint(c.Outcome)
	}
	for _, m := range ds.Migrations {
		out[record.Ref{Kind: record.Migrations, ID: m.ID}] = fmt.Sprint(m.Current.Status, m.Documented)
	}
	for _, s := range ds.Series {
		p, ok := s.Latest(ds.AsOf)
		out[record.Ref{Kind: record.SeriesKind, ID: s.ID}] = fmt.Sprint(p.Figure.ID, ok)
	}
	for _, d := range ds.Doctrines {
		out[record.Ref{Kind: record.Doctrines, ID: d.ID}] = fmt.Sprint(d.InForce.Contains(ds.AsOf))
	}
	return out
}

// TestNothingChangesBeforeTheDayThatIsAnnounced holds the changes of the real data to
// what is computed anew: the day before, everything is as it was; on the day, the
// record that is announced is otherwise.
func TestNothingChangesBeforeTheDayThatIsAnnounced(t *testing.T) {
	c, found, err := corpus.Load(os.DirFS("../.."), "data", lang.Composed())
	if err != nil || found.Errors() > 0 {
		t.Skipf("the data do not read: %v %v", err, found)
	}
	// every commune has no say in it, and would be read again for each day
	c.Collected = slices.DeleteFunc(c.Collected, func(one *collected.Collected) bool { return len(one.Rows) > 1000 })
	for _, asOf := range []cal.Day{cal.NewDay(2018, 7, 3), cal.NewDay(2023, 11, 30), cal.NewDay(2026, 11, 23), cal.NewDay(2027, 5, 1), cal.NewDay(2029, 12, 31)} {
		now := dataset.New(c, asOf)
		was, announced := judged(now), map[record.Ref]cal.Day{}
		seen := map[cal.Day]map[record.Ref]string{}
		on := func(day cal.Day) map[record.Ref]string {
			if seen[day] == nil {
				seen[day] = judged(dataset.New(c, day))
			}
			return seen[day]
		}
		for _, change := range now.Turns() {
			announced[change.Ref] = change.On
			if before := on(change.On.AddDays(-1))[change.Ref]; before != was[change.Ref] {
				t.Errorf("as of %s, %s is announced to change on %s, and is %s the day before, not %s", asOf, change.Ref, change.On, before, was[change.Ref])
			}
			if after := on(change.On)[change.Ref]; after == was[change.Ref] {
				t.Errorf("as of %s, %s is announced to change on %s, and stays %s", asOf, change.Ref, change.On, after)
			}
		}
		for _, days := range []int{1, 8, 40, 200, 800} {
			day := asOf.AddDays(days)
			for ref, then := range on(day) {
				if next, will := announced[ref]; then != was[ref] && (!will || next.After(day)) {
					t.Errorf("as of %s, %s is %s, and %s on %s, which nothing announced", asOf, ref, was[ref], then, day)
				}
			}
		}
		if asOf == cal.NewDay(2026, 11, 23) && len(announced) < 20 {
			t.Errorf("%d changes are announced: the test holds little", len(announced))
		}
	}
}
