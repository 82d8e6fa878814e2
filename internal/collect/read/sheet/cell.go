package sheet

import (
	"regexp"
	"strconv"
	"strings"
)

// Kind is what a cell holds.
type Kind int

// The kinds of cells.
const (
	Blank Kind = iota
	Text
	Number
	Date         // a day, with or without an hour
	Hours        // an hour, or a length of time
	Boolean      // true or false
	Mistaken     // a formula that went wrong: #REF!
	Uncalculated // a formula of which no value was kept
)

// Cell is one cell as a spreadsheet shows it, but for digits that its style rounds off.
type Cell struct {
	Kind   Kind
	Text   string // as it is shown: "12.3 %", "00042", "2026-07-31", "#REF!"
	Number string // of a number, with a point, all its digits, in the unit that is shown
	Unit   string // what the style writes beside the number: "%", "€", "M€"
	Serial bool   // a number that would be a day of our time, if its style were that of dates
	day    string // that day
	Result bool   // it is the result of a formula, as it was last computed
	Merged Range  // the cells that it stands in; none for most
	First  bool   // of those, the first one that is shown
}

// Day is the day that a number without the style of dates stands for.
func (c Cell) Day() string { return c.day }

// raw is a cell as it is written.
type raw struct {
	how     string // its type: n, s, str, inlineStr, b, e, d
	value   string
	text    string // of inlineStr
	formula string // with its sign =; empty when there is none
	kept    bool   // a value is written, empty or not
	style   *format
}

var (
	binary = regexp.MustCompile(`^-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$`)
	plain  = regexp.MustCompile(`^-?[0-9]+$`)
	iso    = regexp.MustCompile(`^([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)[0-9.]*Z?)?$`)
)

// cell reads a cell.
func (b *Book) cell(r raw) (Cell, error) {
	c, err := b.value(r)
	c.Result = r.formula != ""
	return c, err
}

func (b *Book) value(r raw) (Cell, error) {
	numeric := r.how == "" || r.how == "n"
	if r.formula != "" && (!r.kept || r.value == "" && r.how != "str" || b.stale && r.value == "0" && numeric) {
		return Cell{Kind: Uncalculated, Text: r.formula}, nil
	}
	switch r.how {
	case "inlineStr":
		return texted(r.text), nil
	case "str":
		return texted(unescaped(r.value)), nil
	case "s":
		if r.value == "" {
			return Cell{}, nil
		}
		s, err := b.shared(r.value)
		return texted(s), err
	case "e":
		return Cell{Kind: Mistaken, Text: r.value}, nil
	case "b":
		if r.value == "" {
			return Cell{}, nil
		}
		return Cell{Kind: Boolean, Text: strconv.FormatBool(yes(r.value))}, nil
	case "d":
		if m := iso.FindStringSubmatch(r.value); m != nil {
			return Cell{Kind: Date,
				Text: strings.TrimSuffix(strings.TrimSpace(m[1]+" "+strings.TrimSuffix(m[2], ":00")), " 00:00")}, nil
		}
		return texted(r.value), nil
	}
	return b.number(r), nil
}

func texted(s string) Cell {
	if strings.TrimSpace(s) == "" {
		return Cell{}
	}
	return Cell{Kind: Text, Text: s}
}
