package record

import (
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// Unit is what numbers count.
type Unit struct {
	Head `yaml:",inline"`
	// kind: money, percent, count, duration, storage or ratio
	Kind quantity.Kind `yaml:"kind" json:"kind"`
	// symbol: sign of the currency, for money
	Symbol string `yaml:"symbol,omitempty" json:"symbol,omitempty"`
	// one: the word after a singular number
	One lang.Text `yaml:"one,omitempty" json:"one,omitempty"`
	// many: the word after a plural number
	Many lang.Text `yaml:"many,omitempty" json:"many,omitempty"`
	// per: what follows the unit ("par an")
	Per lang.Text `yaml:"per,omitempty" json:"per,omitempty"`
}

// Quantity is the unit as numbers need it.
func (u Unit) Quantity() quantity.Unit {
	return quantity.Unit{ID: u.ID, Kind: u.Kind, Symbol: u.Symbol, One: u.One, Many: u.Many, Per: u.Per}
}

// Measure is what is measured, whoever and however it is counted.
type Measure struct {
	Head `yaml:",inline"`
	// title: its name
	Title lang.Text `yaml:"title" json:"title"`
	// definition: what it measures, in a sentence
	Definition lang.Text `yaml:"definition" json:"definition"`
	// asked_of: kinds of bodies of which it is asked, for the map of silences
	AskedOf []BodyKind `yaml:"asked_of,omitempty" json:"asked_of,omitempty"`
	// answered_by: what answers it for a body: observations of a series about the body (when absent),
	// or cases (its documented services)
	AnsweredBy Answer `yaml:"answered_by,omitempty" json:"answered_by,omitempty"`
}

// Answer is what answers a measure for one body.
type Answer string

// The closed list of answers.
const (
	ByObservations Answer = "observations"
	ByCases        Answer = "cases"
)

// Answers is the closed list.
func Answers() []Answer { return []Answer{ByObservations, ByCases} }

// Perimeter is who is counted, through which channel, since when.
type Perimeter struct {
	Head `yaml:",inline"`
	// title: its name
	Title lang.Text `yaml:"title" json:"title"`
	// counts: who and what is counted
	Counts lang.Text `yaml:"counts" json:"counts"`
	// leaves_out: what is known not to be counted
	LeavesOut lang.Text `yaml:"leaves_out,omitempty" json:"leaves_out,omitempty"`
	// period: since when, and until when, it has been counted so
	Period *cal.Period `yaml:"period,omitempty" json:"period,omitempty"`
	// follows: identifier of the perimeter that it replaced
	Follows string `yaml:"follows,omitempty" json:"follows,omitempty"`
	// claims: who says so
	Claims []Claim `yaml:"claims,omitempty" json:"claims,omitempty"`
	// claim_ids: claims of other records that describe it
	ClaimIDs []string `yaml:"claim_ids,omitempty" json:"claim_ids,omitempty"`
}

// Series is one measure in one perimeter with one accounting basis.
type Series struct {
	Head `yaml:",inline"`
	// measure: identifier of the measure
	Measure string `yaml:"measure" json:"measure"`
	// perimeter: identifier of the perimeter
	Perimeter string `yaml:"perimeter" json:"perimeter"`
	// title: its name
	Title lang.Text `yaml:"title" json:"title"`
	// unit: identifier of the unit
	Unit string `yaml:"unit" json:"unit"`
	// basis: how amounts are counted; required for money
	Basis quantity.Basis `yaml:"basis,omitempty" json:"basis,omitempty"`
	// organisation: identifier of the organisation that it is about, if one
	Organisation string `yaml:"organisation,omitempty" json:"organisation,omitempty"`
	// provider: identifier of the provider that it is about, if one
	Provider string `yaml:"provider,omitempty" json:"provider,omitempty"`
	// offer: identifier of the offer that it is about, if one
	Offer string `yaml:"offer,omitempty" json:"offer,omitempty"`
	// part_of: identifier of the series that is its total: its values never exceed it
	PartOf string `yaml:"part_of,omitempty" json:"part_of,omitempty"`
	// share_of: identifier of the series whose values it is a percentage of
	ShareOf string `yaml:"share_of,omitempty" json:"share_of,omitempty"`
	// tolerance: relative difference, in percent, below which two claims agree; 1 when absent
	Tolerance *quantity.Value `yaml:"tolerance,omitempty" json:"tolerance,omitempty"`
	// observations: its points
	Observations []Observation `yaml:"observations" json:"observations"`
	// note: what a reader must know
	Note lang.Text `yaml:"note,omitempty" json:"note,omitempty"`
}

// Observation is one point of a series: several claims on it may disagree.
type Observation struct {
	// period: the date or span that it is about; absent only when no source dates it
	Period *cal.Period `yaml:"period,omitempty" json:"period,omitempty"`
	// claims: who says what; the values stay side by side
	Claims []Claim `yaml:"claims,omitempty" json:"claims,omitempty"`
	// unknown: why there is no value
	Unknown Reason `yaml:"unknown,omitempty" json:"unknown,omitempty"`
	// spoken_of: identifiers of claims of other records that put forward an amount for this period,
	// which is neither a measure nor a promise; shown beside, joined to nothing
	SpokenOf []string `yaml:"spoken_of,omitempty" json:"spoken_of,omitempty"`
	// resolution: which claim is published when claims disagree, and why
	Resolution *Resolution `yaml:"resolution,omitempty" json:"resolution,omitempty"`
	// perimeter: identifier of its own perimeter, where it is not that of the series; the change needs a break
	Perimeter string `yaml:"perimeter,omitempty" json:"perimeter,omitempty"`
	// basis: how it is counted, where that is not how the series counts; the change needs a break
	Basis *quantity.Basis `yaml:"basis,omitempty" json:"basis,omitempty"`
	// break: why this point must not be joined to the one before it
	Break lang.Text `yaml:"break,omitempty" json:"break,omitempty"`
	// note: what a reader must know
	Note lang.Text `yaml:"note,omitempty" json:"note,omitempty"`
}

// Resolution settles a dispute between claims without hiding it.
type Resolution struct {
	// claim: identifier of the claim that is published
	Claim string `yaml:"claim" json:"claim"`
	// rule: nearest-source, latest, definition or arithmetic
	Rule string `yaml:"rule" json:"rule"`
	// reason: why, in words for readers
	Reason lang.Text `yaml:"reason" json:"reason"`
	// on: the day on which it was settled
	On cal.Day `yaml:"on" json:"on"`
}

// ResolutionRules is the closed list of rules that may settle a dispute.
func ResolutionRules() []string {
	return []string{"nearest-source", "latest", "definition", "arithmetic"}
}

// Calculation is our own arithmetic on claims: never a sourced fact.
type Calculation struct {
	Head `yaml:",inline"`
	// title: what it gives, in words without the number
	Title lang.Text `yaml:"title" json:"title"`
	// formula: arithmetic on the names of the inputs: + - * / ( ) and whole or decimal numbers
	Formula string `yaml:"formula" json:"formula"`
	// words: the formula in words
	Words lang.Text `yaml:"words" json:"words"`
	// inputs: what each name of the formula stands for
	Inputs []Input `yaml:"inputs" json:"inputs"`
	// unit: identifier of the unit of the result
	Unit string `yaml:"unit" json:"unit"`
	// round: decimals kept in the result; a negative number rounds to tens, hundreds and so on (-5: to 100,000)
	Round int `yaml:"round" json:"round"`
	// period: the date or span that it is about
	Period *cal.Period `yaml:"period,omitempty" json:"period,omitempty"`
	// warning: what it must not be taken for
	Warning lang.Text `yaml:"warning,omitempty" json:"warning,omitempty"`
	// mixes: why inputs of two perimeters or bases are put together, when they are
	Mixes lang.Text `yaml:"mixes,omitempty" json:"mixes,omitempty"`
}

// Input is one named number of a formula.
type Input struct {
	// name: the letter or word used in the formula
	Name string `yaml:"name" json:"name"`
	// claim: identifier of the claim whose value it is
	Claim string `yaml:"claim" json:"claim"`
}

// Counted says in which perimeter and on which basis an observation counts: its
// own, or else those of its series.
func (s Series) Counted(o Observation) (perimeter string, basis quantity.Basis) {
	perimeter, basis = s.Perimeter, s.Basis
	if o.Perimeter != "" {
		perimeter = o.Perimeter
	}
	if o.Basis != nil {
		basis = *o.Basis
	}
	return perimeter, basis
}
