// Package figure holds the one kind of number that the site shows: a value with
// its unit, its state (sure, disputed, settled, unknown) and what it rests on.
// Pages, charts, downloads and feeds are made of figures and of nothing else, so
// that any number can be followed back to claims, and from claims to sources.
//
//	f.Text(lang.FR)   "de 44 à 51,6 M€"      what a reader sees
//	f.ID              "orders-per-year/2024"   where its proof stands, for ever
//	f.Rests           the claims, the formula and its inputs, or the records counted
//
// A figure knows its unit, its perimeter and its accounting basis, and arithmetic
// on figures (Sum, Difference, Share, Compute) refuses to mix them: what was
// ordered and what was invoiced, without and with tax, a year and a total to date,
// two perimeters. Joinable says whether two figures may stand in one line.
package figure

import (
	"strings"

	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// State is how far a figure can be relied on.
type State string

// The closed list of states.
const (
	Sure     State = "sure"     // one claim, or several that agree
	Disputed State = "disputed" // claims disagree and nothing settles it: a range
	Settled  State = "settled"  // claims disagree and a declared rule chooses one
	Unknown  State = "unknown"  // no value; Reason says why
)

// Nature is how a figure came to be.
type Nature string

// The three natures.
const (
	Stated   Nature = "told"     // sources say it
	Computed Nature = "computed" // our own arithmetic on stated figures
	Counted  Nature = "counted"  // a number of records
)

// Figure is a number shown to readers, with what it rests on.
type Figure struct {
	ID        string // identifier and address of its proof, for ever
	Label     lang.Text
	Nature    Nature
	State     State
	Value     quantity.Value // no meaning when unknown
	Reason    record.Reason  // when unknown
	Unit      quantity.Unit
	Basis     quantity.Basis
	Perimeter string // identifier of who is counted; empty when the data does not say
	Period    cal.Period
	Rests     Rests
	Note      lang.Text // what it must not be taken for
	Daily     bool      // it counts days from, or to, the day of reference: another number each day
}

// Rests is what a figure rests on.
type Rests struct {
	Claims    []string     // identifiers of claims, the published one first
	Records   []record.Ref // records counted
	Collected []string     // identifiers of the sources whose collected rows are counted; Words say which rows
	Formula   string       // on the names of the inputs
	Words     lang.Text    // the formula in words
	Inputs    []Input
}

// Input is one named number of a formula.
type Input struct {
	Name   string
	Figure Figure
}

// Known says that the figure has a value.
func (f Figure) Known() bool { return f.State != Unknown }

// Text writes the figure for readers, with its unit; the word for "unknown"
// where there is no value.
func (f Figure) Text(l lang.Lang) string {
	if !f.Known() {
		if l != lang.FR {
			return "unknown"
		}
		return "inconnu"
	}
	return f.Value.Text(l, f.Unit)
}

// Exact is the machine form of the value: "51600000", "44000000/51600000" for a
// range, empty when unknown.
func (f Figure) Exact() string {
	if !f.Known() {
		return ""
	}
	s := f.Value.Low.Trim(0).String()
	if f.Value.IsRange() {
		s += "/" + f.Value.High.Trim(0).String()
	}
	return s
}

// Slug turns a period into a piece of address: "2024", "2016_2024",
// "since-2018", "until-2024", "undated".
func Slug(p cal.Period) string {
	s := p.String()
	switch {
	case s == "":
		return "undated"
	case strings.HasPrefix(s, "../"):
		return "until-" + s[3:]
	case strings.HasSuffix(s, "/.."):
		return "since-" + s[:len(s)-3]
	}
	return strings.ToLower(strings.ReplaceAll(s, "/", "_"))
}
