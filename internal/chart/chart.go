// Package chart turns the result of an indicator into a chart with equal faces:
// a drawing for wide screens and one for phones, a table, a CSV, a JSON file and
// sentences, in each language. All are made from the same figures; a test reads
// the numbers back from each and finds them equal.
//
//	face, err := chart.Draw(ctx, drawer, result, chart.Setting{AsOf: day, Licence: "CC-BY-4.0", Words: words}, lang.FR)
//
// # How a chart is made
//
// A form (form.go) is chosen from the shape of the indicator: rows, columns,
// stacked rows and columns, lines, calendar, timeline, Sankey; one file each. A form lays
// the points out for a width and writes an ECharts option with go-echarts as a
// typed builder (option.go). Package draw makes the SVG from that option at build
// time, and the browser makes the interactive chart from the very same bytes.
//
// # Promises
//
//   - Numbers go from figure to option, table, CSV and JSON as exact decimals,
//     digit by digit (number.go): no float on the way.
//   - A disputed value is drawn as a range with its own pattern, an unknown one as
//     a hatched mark with its word: never as zero, never as nothing.
//   - Colour is never alone: lines also differ by symbol, tiers by pattern, states
//     by words beside the mark.
//   - A break stops the line and is drawn.
package chart

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"vigie/internal/chart/draw"
	"vigie/internal/chart/sentence"
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// Sentence is a sentence that a chart says.
type Sentence = sentence.Sentence

// Face is one chart in one language, in all its forms.
type Face struct {
	ID         string // identifier of the indicator
	Lang       lang.Lang
	Title      string
	Conclusion []figure.Inline // what the chart shows, as its title; empty where none is declared
	Concludes  lang.Lang       // the language of the conclusion, where it is not that of the chart
	Question   string
	Method     string
	Coverage   Sentence   // how many cases could be decided, out of how many
	Sentences  []Sentence // level, trend, extremes, gaps
	Notes      []string
	Wide       []byte // SVG for 480 px and more, without fixed size
	Narrow     []byte // SVG for phones
	Options    []byte // ECharts option as JSON, for the interactive chart in place of Wide
	Small      []byte // the option behind Narrow
	Table      Table
	English    []string // texts beside the sentences that stand in English for want of the language
	CSV        []byte   // RFC 4180, UTF-8, decimal point
	JSON       []byte
}

// Setting is what the charts of one build have in common.
type Setting struct {
	AsOf    cal.Day
	Licence string // of the data, an SPDX identifier
	// Read says on which days what a figure rests on was read, first and last.
	Read func(figure.Figure) (first, last cal.Day)
	// Words finds the words of the theme, of which charts show those of states and reasons.
	Words Wording
	// Other finds another indicator of the build, of which a conclusion may quote a point.
	Other func(id string) (indicator.Result, bool)
	// Patterns are what the program says itself, in the languages of the site that it does not compose in.
	Patterns lang.Sentences
}

// Drawer draws an ECharts option; *draw.Drawer is the one of the build.
type Drawer interface {
	SVG(context.Context, draw.Job) ([]byte, error)
}

// Draw makes all the forms of a chart.
func Draw(ctx context.Context, d Drawer, r indicator.Result, s Setting, l lang.Lang) (Face, error) {
	v := view{Result: r, Setting: s, l: l, english: map[string]bool{}}
	f := v.face()
	var err error
	if f.Conclusion, err = Conclusion(r, s, l); err != nil && !errors.As(err, new(NoLineError)) {
		return Face{}, fmt.Errorf("conclusion of %s: %w", r.ID, err)
	}
	if len(f.Conclusion) > 0 {
		if spoken := r.Declared.Conclusion.Spoken(l); spoken != l {
			f.Concludes = spoken
		}
	}
	if f.CSV, err = v.csv(); err != nil {
		return Face{}, err
	}
	if f.JSON, err = v.json(f); err != nil {
		return Face{}, err
	}
	if err = v.drawn(ctx, d, &f); err != nil {
		return Face{}, err
	}
	return f, nil
}

// face makes what a chart says in words and numbers.
func (v view) face() Face {
	f := Face{ID: v.ID, Lang: v.l, Title: v.text(v.Title), Question: v.text(v.Question), Method: v.text(v.Method),
		Coverage:  sentence.Coverage(v.Result, v.l, v.Patterns),
		Sentences: sentence.Sentences(v.Result, v.AsOf, v.l, v.Patterns), Table: v.table()}
	for _, n := range v.Notes {
		f.Notes = append(f.Notes, v.text(n))
	}
	if n := v.reading(); n != "" {
		f.Notes = append(f.Notes, n)
	}
	f.English = slices.Sorted(maps.Keys(v.english))
	return f
}
