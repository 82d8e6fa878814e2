package chart

import (
	"vigie/internal/figure"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
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
		return v.text(lang.Say("Lu dans les sources le {day}.", "Read in the sources on {day}.").
			With(lang.In("day", first.Words())))
	}
	return v.text(lang.Say("Lu dans les sources du {first} au {last}.", "Read in the sources from {first} to {last}.").
		With(lang.In("first", first.Words()), lang.In("last", last.Words())))
}
