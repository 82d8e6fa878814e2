// Package trace holds what a page was made from: the records, figures, words and files
// that its views read, and how they used each. One trace answers until when a page
// holds, where a record stands, and which pages a change makes again.
//
//	book := trace.NewBook()                     // one for a site: it gives each thing a number
//	log := book.Log()                           // one for a page
//	log.Note(trace.Shown, trace.Thing{Of: "offers", ID: "example-cloud"})
//	log.Trace().Covers(trace.Thing{Of: "offers", ID: "example-cloud"})
//
// A trace is complete: whatever changes a page is in it, by its name or under a whole
// kind ("offers/*"). It may hold more than what changes the page. Traces are compact:
// sorted numbers, and what several pages read together is a set that stands once.
package trace

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"sync"

	"vigie/internal/value/cal"
)

// Thing is something that a page may be made from: its kind, and its name among those
// of the kind. The kinds of records are kinds of things.
type Thing struct{ Of, ID string }

// The kinds of things that are no records.
const (
	Figures   = "figures"   // by identifier
	Words     = "words"     // of the interface, by key
	Prose     = "content"   // files of prose
	Templates = "templates" // of the theme
	Assets    = "assets"    // of the theme
	Outlines  = "outlines"  // of the theme, by kind of body
	Rows      = "collected" // the rows and the state of a collected source
	Filters   = "filters"   // rules by which rows are taken
	Editions  = "editions"  // what was published before
	Settings  = "settings"  // config.yaml
	Data      = "data"      // with All: whatever stands under data/
)

// All is the name of every thing of a kind.
const All = "*"

// String is how a person names the thing: "offers/example-cloud", "words/nav.home".
func (t Thing) String() string { return t.Of + "/" + t.ID }

// beside are the kinds of things that do not stand under data/.
var beside = []string{Words, Prose, Templates, Assets, Outlines, Settings}

// Use is how a page uses a thing. Without any of these it was read all the same: to
// choose, to count, or for what is made of it.
type Use uint8

// The uses of a thing, which may come together.
const (
	Named  Use = 1 << iota // the page names it, and leads to where it stands
	Shown                  // its own words, or its value, stand on the page
	Judged                 // what the day of reference makes of it stands on the page
)

const useBits = 3

// Book gives each thing a number. It may be used by several goroutines.
type Book struct {
	mu      sync.RWMutex
	numbers map[Thing]uint32
	things  []Thing
}

// NewBook makes an empty book.
func NewBook() *Book { return &Book{numbers: map[Thing]uint32{}} }

func (b *Book) number(t Thing) uint32 {
	b.mu.RLock()
	n, known := b.numbers[t]
	b.mu.RUnlock()
	if known {
		return n
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if n, known := b.numbers[t]; known {
		return n
	}
	n = uint32(len(b.things))
	b.numbers[t], b.things = n, append(b.things, t)
	return n
}

// known is the number of a thing, if any page ever noted it.
func (b *Book) known(t Thing) (uint32, bool) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	n, ok := b.numbers[t]
	return n, ok
}

func (b *Book) thing(n uint32) Thing {
	b.mu.RLock()
	defer b.mu.RUnlock()
	return b.things[n]
}

// Log starts what is noted while one page is made.
func (b *Book) Log() *Log { return &Log{book: b, uses: map[uint32]Use{}, sets: map[*Set]bool{}} }

// Next starts the notes of another page.
func (l *Log) Next() *Log {
	if l == nil {
		return nil
	}
	return l.book.Log()
}

// Set is a run of things that several pages read together: what a figure rests on,
// the words of a template.
type Set struct {
	entries []uint32 // numbers with their uses, sorted
	judged  []uint32 // numbers of those that are judged, sorted
	until   cal.Day  // it holds no longer, whatever the records do
}

// use is how a set uses a thing; false when it holds none of that number.
func (s *Set) use(n uint32) (Use, bool) {
	at, _ := slices.BinarySearch(s.entries, n<<useBits)
	if at < len(s.entries) && s.entries[at]>>useBits == n {
		return Use(s.entries[at] & (1<<useBits - 1)), true
	}
	return 0, false
}

// Trace is what one page was made from.
type Trace struct {
	book *Book
	sets []*Set // its own first, then those that it shares with others
}

// All yields the things in the order of their names, each once, with its uses.
func (t Trace) All() iter.Seq2[Thing, Use] {
	return func(yield func(Thing, Use) bool) {
		uses := map[Thing]Use{}
		for _, set := range t.sets {
			for _, e := range set.entries {
				uses[t.book.thing(e>>useBits)] |= Use(e & (1<<useBits - 1))
			}
		}
		things := make([]Thing, 0, len(uses))
		for thing := range uses {
			things = append(things, thing)
		}
		slices.SortFunc(things, func(a, b Thing) int { return cmp.Or(cmp.Compare(a.Of, b.Of), cmp.Compare(a.ID, b.ID)) })
		for _, thing := range things {
			if !yield(thing, uses[thing]) {
				return
			}
		}
	}
}

// Use is how the page uses a thing; false when it noted none of that name.
func (t Trace) Use(thing Thing) (Use, bool) {
	if t.book == nil {
		return 0, false
	}
	n, known := t.book.known(thing)
	if !known {
		return 0, false
	}
	var use Use
	found := false
	for _, set := range t.sets {
		if more, holds := set.use(n); holds {
			use, found = use|more, true
		}
	}
	return use, found
}

// Covers says that a change of the thing may change the page: it is noted, or all of
// its kind are.
func (t Trace) Covers(thing Thing) bool {
	if _, found := t.Use(thing); found {
		return true
	}
	if _, found := t.Use(Thing{thing.Of, All}); found {
		return true
	}
	_, found := t.Use(Thing{Data, All})
	return found && !slices.Contains(beside, thing.Of)
}

// Size is how many numbers the trace holds, those of shared sets counted in each page.
func (t Trace) Size() int {
	size := 0
	for _, set := range t.sets {
		size += len(set.entries)
	}
	return size
}

// Log is what was noted of one page while it is made. A nil Log notes nothing.
type Log struct {
	book  *Book
	uses  map[uint32]Use
	sets  map[*Set]bool
	judge bool // something is judged
	until cal.Day
	daily bool
}

// Note adds things, and how they are used.
func (l *Log) Note(use Use, things ...Thing) {
	if l == nil {
		return
	}
	l.judge = l.judge || use&Judged != 0
	for _, t := range things {
		l.uses[l.book.number(t)] |= use
	}
}

// Take adds what a set holds, without copying it.
func (l *Log) Take(s *Set) {
	if l == nil || s == nil {
		return
	}
	l.sets[s], l.judge = true, l.judge || len(s.judged) > 0
	l.Until(s.until)
}

// Until notes that the page holds no longer than a day, whatever the records do.
func (l *Log) Until(day cal.Day) {
	if l != nil && !day.IsZero() && (l.until.IsZero() || day.Before(l.until)) {
		l.until = day
	}
}

// Last is the nearest of the days that Until was given; none when there was none.
func (l *Log) Last() cal.Day {
	if l == nil {
		return cal.Day{}
	}
	return l.until
}

// Daily notes whether the page counts days from the day of reference.
func (l *Log) Daily(daily bool) {
	if l != nil {
		l.daily = daily
	}
}

// IsDaily says that the page counts days from the day of reference.
func (l *Log) IsDaily() bool { return l != nil && l.daily }

// Judged yields the things of which the page shows what the day of reference makes, some more than
// once; All stands for every one of a kind.
func (l *Log) Judged() iter.Seq[Thing] {
	return func(yield func(Thing) bool) {
		if l == nil || !l.judge {
			return
		}
		for n, use := range l.uses {
			if use&Judged != 0 && !yield(l.book.thing(n)) {
				return
			}
		}
		for s := range l.sets {
			for _, n := range s.judged {
				if !yield(l.book.thing(n)) {
					return
				}
			}
		}
	}
}

// Set makes a set of what was noted.
func (l *Log) Set() *Set {
	all := maps.Clone(l.uses)
	for s := range l.sets {
		for _, e := range s.entries {
			all[e>>useBits] |= Use(e & (1<<useBits - 1))
		}
	}
	return set(all, l.until)
}

func set(uses map[uint32]Use, until cal.Day) *Set {
	out := &Set{entries: make([]uint32, 0, len(uses)), until: until}
	for n, use := range uses {
		out.entries = append(out.entries, n<<useBits|uint32(use))
		if use&Judged != 0 {
			out.judged = append(out.judged, n)
		}
	}
	slices.Sort(out.entries)
	slices.Sort(out.judged)
	return out
}

// Trace ends the notes.
func (l *Log) Trace() Trace {
	if l == nil {
		return Trace{}
	}
	return Trace{l.book, append([]*Set{set(l.uses, l.until)}, slices.Collect(maps.Keys(l.sets))...)}
}
