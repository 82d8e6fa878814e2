package chart

import (
	"vigie/internal/figure"
	"vigie/internal/value/cal"
)

// read is the first and the last day on which what a figure rests on was read; no
// days where the setting is silent.
func (v view) read(f figure.Figure) (first, last cal.Day) {
	if v.Setting.Read == nil {
		return first, last
	}
	return v.Setting.Read(f)
}

// reading says when the values of the chart were read, which is not the day that
// they are about; empty when nothing was read for them.
func (v view) reading() string {
	var first, last cal.Day
	for _, l := range v.Lines {
		for _, p := range l.Points {
			a, b := v.read(p.Figure)
			if !a.IsZero() && (first.IsZero() || a.Before(first)) {
				first = a
			}
			if b.After(last) {
				last = b
			}
		}
	}
	switch {
	case last.IsZero():
		return ""
	case first == last:
		return v.say("Lu dans les sources le "+first.Text("fr")+".", "Read in the sources on "+first.Text("en")+".")
	}
	return v.say("Lu dans les sources du "+first.Text("fr")+" au "+last.Text("fr")+".",
		"Read in the sources from "+first.Text("en")+" to "+last.Text("en")+".")
}
