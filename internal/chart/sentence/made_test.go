package sentence_test

import (
	"strings"
	"testing"

	"vigie/internal/chart/sentence"
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// All results of these tests are made up.

var (
	euro  = quantity.Unit{ID: "eur", Kind: quantity.Money, Symbol: "€"}
	offer = quantity.Unit{ID: "offer", Kind: quantity.Count, One: both("offre", "offer"), Many: both("offres", "offers")}
	days  = quantity.Unit{ID: "day", Kind: quantity.Duration, One: both("jour", "day"), Many: both("jours", "days")}
	today = cal.NewDay(2026, 11, 23)
)

func both(fr, en string) lang.Text { return lang.Text{FR: fr, EN: en} }

// said is a point stated by a source: a value in the written form, or a reason.
func said(unit quantity.Unit, period, value string) indicator.Point {
	p := indicator.Point{Key: period, Figure: figure.Figure{ID: "made/" + period, Nature: figure.Stated, State: figure.Sure, Unit: unit}}
	if period != "" {
		p.Period = cal.MustPeriod(period)
		p.Figure.Period = p.Period
		p.Label = both(p.Period.Text(lang.FR), p.Period.Text(lang.EN))
	}
	if value[0] >= 'a' && value[0] <= 'z' && !strings.ContainsAny(value, "0123456789") {
		p.Figure.State, p.Figure.Reason = figure.Unknown, record.Reason(value)
		return p
	}
	p.Figure.Value = quantity.MustValue(value)
	return p
}

// counted is a point counted from records.
func counted(period, value string) indicator.Point {
	p := said(offer, period, value)
	p.Figure.Nature = figure.Counted
	return p
}

// at is a point at a named place.
func at(unit quantity.Unit, place, value string) indicator.Point {
	p := said(unit, "", value)
	p.Key, p.Label, p.Figure.ID = place, lang.Name(place), "made/"+place
	return p
}

func (r points) disputed(i int) points { r[i].Figure.State = figure.Disputed; return r }
func (r points) settled(i int) points  { r[i].Figure.State = figure.Settled; return r }
func (r points) broken(i int, fr, en string) points {
	r[i].Break = both(fr, en)
	return r
}

type points []indicator.Point

func line(fr, en string, p points) indicator.Line {
	return indicator.Line{Key: en, Label: both(fr, en), Points: p}
}

func result(shape indicator.Shape, lines ...indicator.Line) indicator.Result {
	return indicator.Result{Indicator: indicator.Indicator{Shape: shape}, Answer: indicator.Answer{Lines: lines}}
}

// sentencesOf gives the sentences in one language, one per line, with plain spaces.
func sentencesOf(r indicator.Result, l lang.Lang) string {
	var out []string
	for _, s := range sentence.Sentences(r, today, l, nil) {
		out = append(out, plain(s))
	}
	return strings.Join(out, "\n")
}

func plain(s sentence.Sentence) string {
	return strings.NewReplacer(lang.NBSP, " ", lang.NNBSP, " ").Replace(s.Plain())
}

func compare(t *testing.T, r indicator.Result, fr, en string) {
	t.Helper()
	for l, want := range map[lang.Lang]string{lang.FR: fr, lang.EN: en} {
		if got := sentencesOf(r, l); got != want {
			t.Errorf("%s says\n%s\nwant\n%s", l, got, want)
		}
	}
}
