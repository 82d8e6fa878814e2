package edition

import (
	"fmt"
	"slices"
	"strings"

	"vigie/internal/collected"
	"vigie/internal/record"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// oneByOne is how many rows of one source are listed each: beyond it, their number
// is.
const oneByOne = 20

// compareCollected compares the rows of the sources whose files differ.
func (t *step) compareCollected(changed map[string]bool) {
	for _, now := range t.now.Corpus.Collected {
		source := now.State.Source
		if !changed[records+"collected/"+source+".csv"] {
			continue
		}
		i := slices.IndexFunc(t.was.Collected, func(c *collected.Collected) bool { return c.State.Source == source })
		if _, stood := t.from.File(records + "collected/" + source + ".csv"); i < 0 && stood {
			continue // it cannot be read any more
		}
		if i < 0 {
			t.add(Change{Type: New, Target: rows + "/" + source, Record: sourceRef(source), Count: len(now.Rows)})
			continue
		}
		t.compareSource(source, t.was.Collected[i], now)
	}
	for _, was := range t.was.Collected {
		source := was.State.Source
		if !slices.ContainsFunc(t.now.Corpus.Collected, func(c *collected.Collected) bool {
			return c.State.Source == source
		}) {
			t.must(Change{Target: rows + "/" + source, Key: "rows", Record: sourceRef(source), Count: len(was.Rows),
				Was: plain(fmt.Sprint(len(was.Rows)))},
				problem.Place{File: records + "collected/" + source + ".csv"})
		}
	}
}

func sourceRef(id string) record.Ref { return record.Ref{Kind: record.Sources, ID: id} }

// compareSource compares two states of the rows of a source.
func (t *step) compareSource(source string, was, now *collected.Collected) {
	before := map[string]collected.Row{}
	for _, r := range was.Rows {
		before[rowKey(was, r)] = r
	}
	var came, left, revised, ours []Change
	for _, r := range now.Rows {
		key := rowKey(now, r)
		old, stood := before[key]
		delete(before, key)
		c := Change{Target: rows + "/" + source, Key: key, Record: sourceRef(source), Name: title(now, r), Count: 1}
		if !stood {
			c.Type = New
			came = append(came, c)
			continue
		}
		if old.Listed() && !r.Listed() {
			gone := c
			gone.Type, gone.Now = NoLongerListed, plain(r.GoneSince.String())
			left = append(left, gone)
		}
		if c.Was, c.Now = cells(was, old, now, r); c.Was.Exact == c.Now.Exact {
			continue
		}
		if old.Snapshot != r.Snapshot {
			c.Type = Revised
			revised = append(revised, c)
		} else {
			ours = append(ours, c)
		}
	}
	t.addRows(came, left, revised)
	t.mustRows(source, ours,
		"%d rows of %s are read otherwise in the same copies than in the edition of %s (%s): no declared cause")
	var lost []Change
	for _, r := range was.Rows {
		if _, left := before[rowKey(was, r)]; left {
			lost = append(lost,
				Change{Target: rows + "/" + source, Key: rowKey(was, r), Record: sourceRef(source), Name: title(was, r)})
		}
	}
	t.mustRows(source, lost,
		"%d rows of %s stood in the edition of %s and are gone (%s): what is no longer listed stays, with its day")
}

// addRows adds rows one by one, or their number when they are many.
func (t *step) addRows(lists ...[]Change) {
	for _, list := range lists {
		if len(list) > oneByOne {
			list = []Change{many(list)}
		}
		for _, c := range list {
			t.add(c)
		}
	}
}

// many describes changes of one source and one type as one.
func many(list []Change) Change {
	return Change{Type: list[0].Type, Target: list[0].Target, Record: list[0].Record, Count: len(list),
		Cause: list[0].Cause, Reason: list[0].Reason, Source: list[0].Source}
}

// mustRows adds changes of rows that need a cause, with one complaint for all.
func (t *step) mustRows(source string, list []Change, charge string) {
	if len(list) == 0 {
		return
	}
	target := rows + "/" + source
	excused := t.excused(&list[0])
	for i := range list {
		if excused {
			t.excused(&list[i])
		} else {
			list[i].Type = Undeclared
		}
	}
	if !excused {
		t.complain(problem.Error, problem.Place{File: records + target + ".csv"}, ruleSilent,
			fmt.Sprintf(charge, len(list), source, t.from.Day, list[0].Key), t.paste(target, "", "", ""))
	}
	t.addRows(list)
}

func rowKey(c *collected.Collected, r collected.Row) string {
	return strings.Join(collected.Key(c.Columns, r.Cells), between)
}

func title(c *collected.Collected, r collected.Row) lang.Text {
	return lang.Name(strings.Join(collected.Title(c.Columns, r.Cells), " · "))
}

// cells gives the cells that differ, with the label of their column.
func cells(
	was *collected.Collected, old collected.Row, now *collected.Collected, r collected.Row,
) (before, after Value) {
	var exactly [2][]string
	var words [2][2][]string
	for i, c := range now.Columns {
		j := was.Index(c.Name)
		if j < 0 || old.Cells[j] == r.Cells[i] {
			continue
		}
		for side, cell := range []string{old.Cells[j], r.Cells[i]} {
			exactly[side] = append(exactly[side], c.Name+": "+cell)
			words[side][0] = append(words[side][0], c.Label.FR+" : "+cell)
			words[side][1] = append(words[side][1], c.Label.EN+": "+cell)
		}
	}
	cells := func(side int) Value {
		return Value{strings.Join(exactly[side], "; "),
			lang.Text{FR: strings.Join(words[side][0], " ; "), EN: strings.Join(words[side][1], "; ")}}
	}
	return cells(0), cells(1)
}
