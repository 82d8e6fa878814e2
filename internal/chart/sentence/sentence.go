// Package sentence writes what a chart shows as sentences, in each language, from
// the numbers alone: the last known level, the change, the highest and the
// lowest, what is unknown and why, where sources disagree, where a line breaks.
//
// In: the result of an indicator and the day of reference. Out: sentences as
// lists of figure.Inline, so that every number in them keeps its proof.
//
//	for _, s := range sentence.Sentences(result, asOf, lang.FR) {
//		fmt.Println(figure.Plain(lang.FR, s)) // Dernière valeur connue : 84 M€ en 2025.
//	}
//
// A sentence is a pattern written in both languages side by side, with slots
// (pattern.go). Words are careful: a direction is written only when no reading of
// the values contradicts it, nothing is said to cause anything, and a run of
// points stops at a break.
package sentence

import (
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// Sentence is a run of words and figures that ends with a full stop.
type Sentence = []figure.Inline

// Sentences describes a result: what matters most comes first.
func Sentences(r indicator.Result, asOf cal.Day, l lang.Lang) []Sentence {
	t := &composer{l: l, asOf: asOf}
	switch r.Shape {
	case indicator.Through:
		t.through(r)
	case indicator.Categories:
		t.categories(r)
	case indicator.Spans:
		t.spans(r)
	case indicator.Deadlines:
		t.deadlines(r)
	case indicator.Flows:
		t.flows(r)
	}
	return t.sentences
}

// composer gathers the sentences of one result in one language.
type composer struct {
	l         lang.Lang
	asOf      cal.Day
	sentences []Sentence
}

// add writes one more sentence.
func (t *composer) add(p pattern, s slots) {
	t.sentences = append(t.sentences, capital(p.fill(t.l, s)))
}

// text is a text of the data, set in the language.
func (t *composer) text(x lang.Text) piece { return words(lang.Typeset(t.l, x.In(t.l))) }

func (t *composer) number(n int) piece {
	return words(quantity.Number(t.l, quantity.Int(n).Low))
}
