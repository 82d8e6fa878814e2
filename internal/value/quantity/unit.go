package quantity

import "vigie/internal/value/lang"

// Kind is what a unit measures; only values of one kind are ever compared.
type Kind string

// The closed list of kinds.
const (
	Money    Kind = "money"    // in a currency
	Percent  Kind = "percent"  // a share of a whole
	Count    Kind = "count"    // a number of things
	Duration Kind = "duration" // days, months, years
	Storage  Kind = "storage"  // bytes and their multiples
	Ratio    Kind = "ratio"    // a multiple ("times five")
)

// Unit is what a number counts, with the words for it. A money unit has a
// symbol and takes scales (M€, Md€); others have words.
type Unit struct {
	ID     string
	Kind   Kind
	Symbol string    // money: € or £
	One    lang.Text // "machine virtuelle", "virtual machine"
	Many   lang.Text // "machines virtuelles", "virtual machines"
	Per    lang.Text // money: what follows the symbol: "par an", "HT par mois"

	// Zero and Alone are written in place of the number 0, and of the number 1, where
	// people have a word for it: days to come are "today" and "tomorrow".
	Zero, Alone lang.Text
}

// Word is what people write in place of an exact number of the unit; false where
// they write the number.
func (u Unit) Word(l lang.Lang, v Value) (string, bool) {
	if v.IsRange() || v.Sense != Exact {
		return "", false
	}
	var word string
	switch {
	case v.Low.IsZero():
		word = u.Zero.In(l)
	case v.Low.Cmp(one) == 0:
		word = u.Alone.In(l)
	}
	return word, word != ""
}

var one = Int(1).Low

// Basis says how an amount is counted. Amounts of two bases are never added,
// divided or drawn as one line.
type Basis struct {
	// stage: where in the life of a purchase the amount was taken
	Stage Stage `yaml:"stage,omitempty" json:"stage,omitempty"`
	// tax: HT (without VAT), TTC (with VAT), or unknown
	Tax Tax `yaml:"tax,omitempty" json:"tax,omitempty"`
	// accumulation: over what span the amount is added up
	Accumulation Accumulation `yaml:"accumulation,omitempty" json:"accumulation,omitempty"`
}

// Stage of an amount.
type Stage string

// The closed list of stages.
const (
	Ordered   Stage = "ordered"
	Invoiced  Stage = "invoiced"
	Paid      Stage = "paid"
	Budgeted  Stage = "budgeted"
	Estimated Stage = "estimated"
	Target    Stage = "target"
	Ceiling   Stage = "ceiling"
	Spent     Stage = "spent"  // reported as spent, invoice or payment not distinguished
	Listed    Stage = "listed" // a public list price
)

// Stages is the closed list.
func Stages() []Stage {
	return []Stage{Ordered, Invoiced, Paid, Budgeted, Estimated, Target, Ceiling, Spent, Listed}
}

// Tax of an amount.
type Tax string

// The closed list of taxes.
const (
	HT         Tax = "HT"
	TTC        Tax = "TTC"
	TaxUnknown Tax = "unknown"
)

// Taxes is the closed list.
func Taxes() []Tax { return []Tax{HT, TTC, TaxUnknown} }

// Accumulation of an amount or a count.
type Accumulation string

// The closed list of accumulations.
const (
	YearFlow   Accumulation = "year"       // over each year
	Cumulative Accumulation = "cumulative" // since a start that the perimeter names
	Whole      Accumulation = "whole"      // over the whole period of the observation
	Stock      Accumulation = "stock"      // what stands on the day
	PerMonth   Accumulation = "month"      // over each month
)

// Accumulations is the closed list.
func Accumulations() []Accumulation {
	return []Accumulation{YearFlow, Cumulative, Whole, Stock, PerMonth}
}
