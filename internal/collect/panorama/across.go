package panorama

import (
	"cmp"
	"slices"

	"vigie/internal/cal"
	"vigie/internal/collect"
)

// Edition is what was read of one edition.
type Edition struct {
	Date cal.Date
	Rows []collect.Row
}

// Thread is a project through the editions in which it stands.
type Thread struct {
	Key, Ministry string // what it is followed by
	Seen          []Sighting
}

// Sighting is a project in one edition.
type Sighting struct {
	Edition cal.Date
	Row     collect.Row
}

// Across follows projects through editions, by folded name and ministry: the
// oldest edition first in each thread, threads by ministry and name. A project
// that changed its name is two threads: nothing published says that it is one.
func Across(editions []Edition) []Thread {
	editions = slices.SortedStableFunc(slices.Values(editions), func(a, b Edition) int { return a.Date.Compare(b.Date) })
	var threads []Thread
	for _, e := range editions {
		for _, row := range e.Rows {
			key, ministry := row.Cells[0], row.Cells[1]
			i := slices.IndexFunc(threads, func(t Thread) bool { return t.Key == key && t.Ministry == ministry })
			if i < 0 {
				i = len(threads)
				threads = append(threads, Thread{Key: key, Ministry: ministry})
			}
			threads[i].Seen = append(threads[i].Seen, Sighting{e.Date, row})
		}
	}
	slices.SortFunc(threads, func(a, b Thread) int {
		return cmp.Or(cmp.Compare(a.Ministry, b.Ministry), cmp.Compare(a.Key, b.Key))
	})
	return threads
}
