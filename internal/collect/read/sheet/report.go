package sheet

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Words give what a sheet holds and does not show, and an example of it, for the report
// of whoever reads it.
func (a Aside) Words() (what, example string) {
	switch a.What {
	case HiddenRow:
		return "hidden rows", fmt.Sprintf("l. %d: %s", a.Row, a.Text)
	case HiddenColumn:
		return "hidden column " + Letters(a.Column), a.Text
	case StruckOut:
		what = "cells that are struck out"
	case Covered:
		what = "cells below merged ones"
	case Formatted:
		what = "cells whose style shows nothing"
	}
	return what, fmt.Sprintf("%s: %s", Place(a.Column, a.Row), a.Text)
}

// Tab finds a sheet by its name; without one it is the first that is shown.
func (b *Book) Tab(name string) (Tab, error) {
	var names []string
	for _, t := range b.Tabs {
		names = append(names, t.Name)
	}
	i := slices.Index(names, name)
	if name == "" {
		i = slices.IndexFunc(b.Tabs, func(t Tab) bool { return !t.Hidden })
	}
	switch {
	case len(names) == 0:
		return Tab{}, errors.New("the workbook has no sheet")
	case i < 0 && name == "":
		return Tab{}, fmt.Errorf("all sheets of the workbook are hidden (%s): show the one to read", Quoted(names))
	case i < 0:
		return Tab{}, fmt.Errorf("no sheet %q; the workbook has %s", name, Quoted(names))
	}
	return b.Tabs[i], nil
}

// Beside reports the sheets of a workbook besides the one that was read.
func (b *Book) Beside(read Tab, report func(what, name string)) {
	for _, t := range b.Tabs {
		switch {
		case t == read && t.Hidden:
			report("hidden sheet, read since it is named", t.Name)
		case t == read:
		case t.Hidden:
			report("hidden sheet, not read", t.Name)
		default:
			report("sheet that is not read", t.Name)
		}
	}
}

// Quoted lists names for a message, the first thirty of them.
func Quoted(names []string) string {
	var out []string
	for i, n := range names {
		if i == 30 {
			out = append(out, "…")
			break
		}
		out = append(out, fmt.Sprintf("%.60q", n))
	}
	return strings.Join(out, ", ")
}

// Faulty says why a cell has no value, and what to do; empty where it may have one.
func (c Cell) Faulty() string {
	switch c.Kind {
	case Mistaken:
		if strings.Trim(c.Text, "+-.0123456789eE") == "" {
			return "a number that is no day, shown as one"
		}
		return "the error of a formula (have the publisher mend it, or name it under absent)"
	case Uncalculated:
		return "a formula that was never calculated (open the workbook in a spreadsheet, save it, read that copy)"
	}
	return ""
}
