// Package indicator answers the questions of the observatory from the dataset, each
// with its method, its unit, how many cases it could decide out of how many, and, for
// each point, the records behind it.
//
// An indicator is a value (Indicator) with a pure function from dataset to Answer. All are
// declared under data/indicators, with their words, their drawing and a way to compute:
// a general one (series.go, latest.go, parts.go, spoken_of.go, rows.go), or one that
// judges records (named.go lists them, one file each). Results computes them all. A Result
// holds no drawing: package chart draws it, package export writes it, pages quote its figures.
package indicator

import (
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// Indicator is a question with the way to answer it.
type Indicator struct {
	ID       string // for ever; address of its page, its CSV and its JSON
	Order    int    // its place in the lists of the site, from 1; zero comes last
	Title    lang.Text
	Question lang.Text // what a citizen asks
	Method   lang.Text // how it is counted, and what it leaves out
	Shape    Shape     // what its points are placed along
	Drawing  string    // lines, columns or rows; the usual one of its shape when empty
	Compute  func(*dataset.Dataset) Answer

	Declared *record.Indicator
}

// Shape is what the points of an indicator are placed along.
type Shape string

// The closed list of shapes.
const (
	Through    Shape = "time"       // periods, one line per key
	Categories Shape = "categories" // named categories, one line per key
	Spans      Shape = "spans"      // from one day to another, one point per record
	Deadlines  Shape = "deadlines"  // from a promise to its deadline (open when none was given), with a state
	Flows      Shape = "flows"      // places stage by stage, and what goes from each to those of the next
)

// Answer is what an indicator finds in one dataset.
type Answer struct {
	Unit     quantity.Unit
	Coverage Coverage
	Lines    []Line
	Notes    []lang.Text // what a reader must know of this answer, gaps and breaks among it
	Claims   []string    // claims that qualify the whole, beside those of the points
}

// Coverage says how many cases could be decided, out of how many. The total is that
// of a list in which a case may stand undecided: bodies followed, questions put,
// years that went by. Cases that are known because they were found have no such
// total, and no share is shown of them: Unknown is true and Total is zero.
type Coverage struct {
	Known, Total int
	Of           lang.Text // what the cases are ("années", "régions et départements")
	Unknown      bool      // no total is known: only the cases found are counted
}

// Line is a run of points that may be joined: one perimeter, one basis.
type Line struct {
	Key    string // stable: "internal", "iaas", "ovh"
	Label  lang.Text
	Entry  lang.Text // in the legend of parts that are piled up, where lines share an entry; empty: the label
	Joins  [2]string // for flows: keys of the two lines whose places it joins; empty for a line of places
	Role   string    // role in the palette of charts (package draw), such as "tier-internal"
	Points []Point
}

// Measured says that the points are what sources found to be so, and neither what was promised nor what was put
// forward without a measure: such a line is drawn hollow, and joined to nothing.
func (l Line) Measured() bool { return l.Role != "target" && l.Role != "spoken-of" }

// Point is one figure in its place.
type Point struct {
	Key    string    // stable within the line: "2024", "ministry", an identifier
	Label  lang.Text // its place in words; for periods, the period itself
	Period cal.Period
	Figure figure.Figure
	State  string      // for deadlines and spans: a computed state (outcome, standing)
	Seen   cal.Date    // for deadlines: the day on which it was done, or seen not to be; none when nothing judges it
	Words  lang.Text   // that state in words of its own; empty where the usual words will do
	By     lang.Text   // what was read that the state rests on, where later news may be unread
	Href   *record.Ref // the record whose page says more, when there is one
	Break  lang.Text   // why it must not be joined to the point before it
	Role   string      // for flows: colour of its own
	Ends   [2]string   // for flows: keys of the two places that it joins
}

// Result is an indicator with its answer.
type Result struct {
	Indicator
	Answer
}

// Line gives the line of a key; an empty line when there is none.
func (r Result) Line(key string) Line {
	for _, l := range r.Lines {
		if l.Key == key {
			return l
		}
	}
	return Line{Key: key}
}

// Point gives the point of a key; its figure is unknown when there is none.
func (l Line) Point(key string) Point {
	for _, p := range l.Points {
		if p.Key == key {
			return p
		}
	}
	return Point{Key: key, Figure: figure.Figure{State: figure.Unknown, Reason: record.NotCollected}}
}

// Keys lists the places of all points, in order of first appearance; for
// periods, in order of time.
func (r Result) Keys() []Point {
	var out []Point
	seen := map[string]bool{}
	for _, l := range r.Lines {
		for _, p := range l.Points {
			if !seen[p.Key] {
				seen[p.Key] = true
				out = append(out, p)
			}
		}
	}
	if r.Shape == Through {
		slices.SortStableFunc(out, func(a, b Point) int { return a.Period.Compare(b.Period) })
	}
	return out
}

// PointPerRecord says that each point is about one record, and not a count of several.
func (r Result) PointPerRecord() bool { return r.Shape == Spans || r.Shape == Deadlines }

// Apart says that the lines of categories share no place: each point then stands
// for itself, and the lines are no columns of one table.
func (r Result) Apart() bool {
	if r.Shape != Categories || len(r.Lines) < 2 {
		return false
	}
	seen := map[string]bool{}
	for _, l := range r.Lines {
		for _, p := range l.Points {
			if seen[p.Key] {
				return false
			}
			seen[p.Key] = true
		}
	}
	return true
}

// Results computes every indicator, in the order of Indicators.
func Results(ds *dataset.Dataset) []Result {
	var out []Result
	for _, i := range Indicators(ds) {
		out = append(out, Result{i, i.Compute(ds)})
	}
	return out
}
