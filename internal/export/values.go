package export

import (
	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/quantity"
)

// absence says how far a value can be relied on, and why there is none.
func absence[R any](m maker, f func(R) (figure.State, record.Reason)) columns[R] {
	states := []figure.State{figure.Sure, figure.Disputed, figure.Settled, figure.Unknown}
	out := code(m, "statut_valeur", "data.state", states, func(r R) figure.State { s, _ := f(r); return s })
	return append(out, code(m, "motif_absence", "reason", record.Reasons(), func(r R) record.Reason {
		if s, reason := f(r); s == figure.Unknown {
			return reason
		}
		return ""
	})...)
}

// known is the state of something that a record says or not.
func known(yes bool, otherwise record.Reason) (figure.State, record.Reason) {
	switch {
	case yes:
		return figure.Sure, ""
	case otherwise == "":
		return figure.Unknown, record.NotCollected
	}
	return figure.Unknown, otherwise
}

// amount is a value in its unit, or none.
type amount struct {
	value quantity.Value
	unit  quantity.Unit
	known bool
}

func amountOf(f figure.Figure) amount { return amount{f.Value, f.Unit, f.Known()} }

// claimed is what a source states, even where another value is published.
func claimed(c *dataset.Claim) amount {
	if c == nil || c.SourceValue() == nil {
		return amount{}
	}
	return amount{*c.SourceValue(), c.Unit, true}
}

// euro is the only unit whose amounts also stand in columns of euros.
const euro = "eur"

// value is the lowest and highest number of a value, what its source says of its
// exactness, and the same numbers again when they are amounts in euros.
func value[R any](m maker, name, euros string, f func(R) amount) columns[R] {
	end := func(name string, pick func(quantity.Value) quantity.Decimal, wanted func(amount) bool) columns[R] {
		return one(named(name, Number), func(r R) string {
			if a := f(r); a.known && wanted(a) {
				return pick(a.value).Trim(0).String()
			}
			return ""
		})
	}
	low := func(v quantity.Value) quantity.Decimal { return v.Low }
	high := func(v quantity.Value) quantity.Decimal { return v.High }
	always := func(amount) bool { return true }
	inEuros := func(a amount) bool { return a.unit.ID == euro }
	var out columns[R]
	out = append(out, end(name+"_min", low, always)...)
	out = append(out, end(name+"_max", high, always)...)
	out = append(out, code(m, name+"_sens", "data.sense", valueSenses, func(r R) string {
		if a := f(r); a.known {
			return SenseCode(a.value.Sense)
		}
		return ""
	})...)
	out = append(out, end(euros+"_min", low, inEuros)...)
	return append(out, end(euros+"_max", high, inEuros)...)
}

var valueSenses = []string{"exact", "about", "over", "at-least", "at-most"}

// SenseCode is the word of tables for how exact a number is: "exact", "about", "at-least"…
func SenseCode(s quantity.Sense) string {
	return map[quantity.Sense]string{quantity.Exact: "exact", quantity.About: "about", quantity.Over: "over",
		quantity.AtLeast: "at-least", quantity.AtMost: "at-most"}[s]
}

func unit[R any](f func(R) quantity.Unit) columns[R] {
	return refer("unite", "unites", func(r R) string { return f(r).ID })
}

// basis says how amounts are counted.
func basis[R any](m maker, f func(R) quantity.Basis) columns[R] {
	var out columns[R]
	out = append(out, code(m, "etape", "stage", quantity.Stages(), func(r R) quantity.Stage { return f(r).Stage })...)
	out = append(out, code(m, "taxe", "tax", quantity.Taxes(), func(r R) quantity.Tax { return f(r).Tax })...)
	return append(out,
		code(m, "cumul", "accumulation", quantity.Accumulations(), func(r R) quantity.Accumulation {
			return f(r).Accumulation
		})...)
}

// reading says on which days what a number rests on was read.
func reading[R any](m maker, f func(R) figure.Figure) columns[R] {
	return append(
		day("lu_premier", func(r R) cal.Day { first, _ := m.Data.ReadingOf(f(r)); return first }),
		day("lu_dernier", func(r R) cal.Day { _, last := m.Data.ReadingOf(f(r)); return last })...)
}
