package chart

import (
	"vigie/internal/indicator"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// view is a result as it is read in one language, in one build.
type view struct {
	indicator.Result
	Setting
	l       lang.Lang
	english map[string]bool // texts that stand in English for want of the language
}

// place names where a point stands: its label, or else its period.
func (v view) place(p indicator.Point) string {
	if s := v.text(p.Label); s != "" {
		return s
	}
	return v.date(p.Period.From)
}

// date writes a date, or that it is not known.
func (v view) date(d cal.Date) string {
	if d.IsZero() {
		return v.say("inconnu", "unknown")
	}
	return v.text(d.Words())
}
