// Package sentence writes what a chart shows as sentences, in each language, from
// the numbers alone: the last known level, the change, the highest and the
// lowest, what is unknown and why, where sources disagree, where a line breaks.
//
// In: the result of an indicator and the day of reference. Out: sentences as
// lists of figure.Inline, so that every number in them keeps its proof.
//
//	for _, s := range sentence.Sentences(result, asOf, lang.FR, nil) {
//		fmt.Println(s.Plain()) // Dernière valeur connue : 84 M€ en 2025.
//	}
//
// A sentence is a pattern written in both languages side by side, with slots
// (pattern.go); one more language has its patterns in a file of the theme. Words are
// careful: a direction is written only when no reading of the values contradicts it,
// nothing is said to cause anything, and a run of points stops at a break.
package sentence

import (
	"slices"
	"strings"

	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// Sentence is a run of words and figures that ends with a full stop.
type Sentence struct {
	Parts  []figure.Inline
	Spoken lang.Lang // the language of its words: English where a pattern of the wanted one is lacking
}

// Plain is a sentence without its figures' proofs.
func (s Sentence) Plain() string { return figure.Plain(s.Spoken, s.Parts) }

// Sentences describes a result: what matters most comes first. The patterns of a language
// that the program does not compose in are among those given.
func Sentences(r indicator.Result, asOf cal.Day, l lang.Lang, patterns lang.Sentences) []Sentence {
	return composed(l, patterns, func(t *composer) {
		t.asOf = asOf
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
	})
}

// composed gathers sentences in a language: those in which something lacks a pattern stand
// in English whole.
func composed(l lang.Lang, patterns lang.Sentences, compose func(*composer)) []Sentence {
	t := &composer{l: l, patterns: patterns}
	compose(t)
	if !slices.ContainsFunc(t.sentences, lacking) {
		return t.sentences
	}
	english := &composer{l: lang.EN}
	compose(english)
	for i, s := range t.sentences {
		if lacking(s) {
			t.sentences[i] = english.sentences[i]
		}
	}
	return t.sentences
}

// lack marks what stands in English in a piece in another language. No text holds it.
const lack = "\x00"

func lacking(s Sentence) bool {
	return slices.ContainsFunc(s.Parts, func(p figure.Inline) bool { return strings.Contains(p.Text, lack) })
}

// composer gathers the sentences of one result in one language.
type composer struct {
	l         lang.Lang
	patterns  lang.Sentences
	asOf      cal.Day
	sentences []Sentence
}

// add writes one more sentence.
func (t *composer) add(p pattern, s slots) {
	t.sentences = append(t.sentences, Sentence{capital(p.fill(t, s)), t.l})
}

// text is a text of the data, set in the language.
func (t *composer) text(x lang.Text) piece { return words(t.words(x)) }

// words are a text or a pattern in the language, behind a mark where it stands in English.
func (t *composer) words(x lang.Text) string {
	s, spoken := t.patterns.In(t.l, x)
	if spoken != t.l {
		s = lack + s
	}
	return lang.Typeset(t.l, s)
}

func (t *composer) number(n int) piece {
	return words(quantity.Number(t.l, quantity.Int(n).Low))
}
