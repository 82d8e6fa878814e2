// Package chart turns the result of an indicator into a chart with equal faces:
// a drawing, a table, a CSV, a JSON file and sentences, in each language. All of
// them are made from the same figures; a test reads the numbers back from each
// and finds them equal.
//
//	face, err := chart.Draw(ctx, drawer, result, lang.FR)
//
// Options are built with go-echarts as a typed builder and marshalled by us;
// package draw makes the SVG from them at build time, and the browser makes the
// interactive chart from the very same options.
package chart

import (
	"vigie/internal/figure"
	"vigie/internal/lang"
)

// Face is one chart in one language, in all its forms.
type Face struct {
	ID        string // identifier of the indicator
	Lang      lang.Lang
	Title     string
	Question  string
	Method    string
	Coverage  []figure.Inline   // how many cases could be decided, out of how many
	Sentences [][]figure.Inline // level, trend, extremes, gaps
	Notes     []string
	Wide      []byte // SVG for 480 px and more, without fixed size
	Narrow    []byte // SVG for phones
	Options   []byte // ECharts option as JSON, for the interactive chart
	Table     Table
	CSV       []byte // RFC 4180, UTF-8, decimal point
	JSON      []byte
}

// Table is the chart as a table: a row per place, a column per line.
type Table struct {
	Caption string
	Corner  string   // what the first column holds
	Head    []string // one per column after the first
	Rows    []Row
}

// Row is one place with its cells.
type Row struct {
	Head  string
	Cells []Cell
}

// Cell is a figure, or words where a figure makes no sense; an empty cell is never used.
type Cell struct {
	Figure *figure.Figure
	Text   string
}
