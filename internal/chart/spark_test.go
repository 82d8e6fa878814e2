package chart_test

import (
	"strings"
	"testing"

	"vigie/internal/chart"
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// A made-up result: what a small picture shows of known, unknown and disputed values.
func sparkOf(shape indicator.Shape, role string, names ...string) indicator.Result {
	r := indicator.Result{Indicator: indicator.Indicator{ID: "example", Shape: shape}}
	line := indicator.Line{Key: "all", Role: role}
	for i, name := range names {
		f := figure.Figure{State: figure.Sure, Value: quantity.Int(i + 1)}
		if name == "unknown" {
			f = figure.Figure{State: figure.Unknown, Reason: record.NotFound}
		}
		line.Points = append(line.Points, indicator.Point{Key: name, Label: lang.Text{FR: name, EN: name}, Figure: f})
	}
	r.Lines = []indicator.Line{line}
	return r
}

func TestASmallPictureDrawsWhatIsKnownAndMarksWhatIsNot(t *testing.T) {
	svg := string(chart.Spark(sparkOf(indicator.Categories, "series1", "one", "two", "unknown"), lang.EN))
	if n := strings.Count(svg, `class="bar"`); n != 2 {
		t.Errorf("%d bars for two known values: %s", n, svg)
	}
	if n := strings.Count(svg, `class="none"`); n != 1 {
		t.Errorf("%d marks for one unknown value: %s", n, svg)
	}
	for _, name := range []string{">one<", ">two<"} {
		if !strings.Contains(svg, name) {
			t.Errorf("the row %s has no name: %s", name, svg)
		}
	}
	if !strings.Contains(svg, `aria-hidden="true"`) {
		t.Error("a picture that repeats a sentence is read twice")
	}
}

func TestASmallPictureDrawsHollowWhatNobodyMeasured(t *testing.T) {
	svg := string(chart.Spark(sparkOf(indicator.Categories, "spoken-of", "one", "two"), lang.EN))
	if strings.Contains(svg, `class="bar"`) || strings.Count(svg, `class="hollow"`) != 2 {
		t.Errorf("an estimate looks like a measure: %s", svg)
	}
}

func TestASmallPictureKeepsTheLongestOfManyRows(t *testing.T) {
	svg := string(chart.Spark(sparkOf(indicator.Categories, "series1", "a", "b", "c", "d", "e", "f", "g"), lang.EN))
	if strings.Contains(svg, ">b<") || !strings.Contains(svg, ">g<") || strings.Count(svg, `class="bar"`) != 5 {
		t.Errorf("not the five longest rows: %s", svg)
	}
}

func TestASmallPictureEscapesWords(t *testing.T) {
	svg := string(chart.Spark(sparkOf(indicator.Categories, "series1", `<b>&`), lang.EN))
	if strings.Contains(svg, "<b>") {
		t.Errorf("a name is markup: %s", svg)
	}
}
