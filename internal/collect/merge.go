package collect

import (
	"context"
	"fmt"
	"slices"

	"vigie/internal/collected"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// merge gives the rows after a good harvest. A row whose values are what they
// were stays as it was, evidence included, so that nothing moves without news;
// one that is no longer listed keeps standing, with the day since which it is gone.
func merge(base *collected.Collected, h harvest, day cal.Day) []collected.Row {
	taken := make([]bool, len(h.rows))
	rows := make([]collected.Row, 0, len(base.Rows))
	for _, r := range base.Rows {
		i, listed := h.places[keyOf(base.Columns, r.Cells)]
		switch {
		case !listed && r.Listed():
			r.GoneSince = day
		case listed:
			taken[i] = true
			r.GoneSince = cal.Day{}
			if now := h.rows[i]; !slices.Equal(r.Cells, now.Cells) {
				r.Cells, r.Snapshot, r.At = now.Cells, now.Snapshot, now.At
			}
		}
		rows = append(rows, r)
	}
	for i, r := range h.rows {
		if !taken[i] {
			r.FirstSeen = day
			rows = append(rows, r)
		}
	}
	return rows
}

// judge gives what is held of a source after a visit: other rows when the harvest
// is plausible, the last good ones and a doubt when it is not.
func (j *job) judge(ctx context.Context, base *collected.Collected, v visit) (*collected.Collected, harvest, error) {
	h, err := reap(ctx, j.task.Reader, v, j.allowance())
	if err != nil {
		return nil, h, err
	}
	next := &collected.Collected{Columns: j.task.Reader.Columns, Rows: base.Rows, State: base.State}
	s := &next.State
	s.Reader, s.Version, s.Under = j.task.Reader.Name, j.task.Reader.Version, j.terms.under
	accepted := j.acceptedOf(v)
	if doubt := plausible(j.task.Source, base, h, v.day(), codes(accepted)); doubt != nil {
		h.verdict = doubt
		s.Refused = v.documents()
		if s.Standing != collected.Doubtful {
			s.Since = v.day()
		}
		s.Standing, s.Code, s.Reason = collected.Doubtful, doubt.Code, doubt.Reason
		return next, h, nil
	}
	h.accepted = accepted
	next.Rows = merge(base, h, v.day())
	next.Sort()
	*s = settled(*s)
	s.Documents, s.Refused, s.Edition = v.documents(), nil, h.edition
	s.Unreadable, s.Ignored, s.Unread = h.unreadable, left(h.ignored), left(h.unread)
	return next, h, nil
}

// settled is a state in which nothing is wrong any more.
func settled(s collected.State) collected.State {
	s.Standing, s.Since, s.Code, s.Reason = collected.Good, cal.Day{}, "", lang.Text{}
	return s
}

// unreachable is what is held of a source after a visit that failed. A doubt
// stays a doubt: it says more than that.
func unreachable(base *collected.Collected, why *Verdict, today cal.Day) *collected.Collected {
	next := *base
	s := &next.State
	if s.Standing == collected.Doubtful {
		return &next
	}
	if s.Standing == collected.Good {
		s.Since = today
	}
	s.Standing, s.Code, s.Reason = collected.Stale, why.Code, why.Reason
	return &next
}

// fit gives rows the columns of the present reader, by name. It is for a source
// whose snapshots are not on this machine, so that they cannot be read again.
func fit(c *collected.Collected, columns []Column) (*collected.Collected, error) {
	names := func(list []Column) (out []string) {
		for _, col := range list {
			out = append(out, col.Name)
		}
		return out
	}
	if slices.Equal(names(c.Columns), names(columns)) {
		next := *c
		next.Columns = columns
		return &next, nil
	}
	for _, col := range columns {
		if col.Key && c.Index(col.Name) < 0 {
			return nil, fmt.Errorf("the reader has a new key, %s, and the snapshots are not on this machine to be read again",
				col.Name)
		}
	}
	next := &collected.Collected{Columns: columns, State: c.State}
	for _, r := range c.Rows {
		cells := make([]string, len(columns))
		for i, col := range columns {
			cells[i] = c.Cell(r, col.Name)
		}
		r.Cells = cells
		next.Rows = append(next.Rows, r)
	}
	next.Sort()
	return next, nil
}
