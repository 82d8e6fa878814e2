package chart_test

import (
	"strings"
	"testing"

	"vigie/internal/chart"
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

func concluding(pattern string, names ...string) indicator.Result {
	r := sparkOf(indicator.Categories, "series1", names...)
	r.Declared = &record.Indicator{Conclusion: lang.Text{FR: pattern, EN: pattern}}
	return r
}

func TestAConclusionIsWrittenFromTheNumbers(t *testing.T) {
	for pattern, want := range map[string]string{
		"{all/one}":                             "1",
		"{all/latest}":                          "2",
		"{all/greatest.place}: {all/greatest}":  "two: 2",
		"From {all/one} to {all/two}, in words": "From 1 to 2, in words",
	} {
		got, err := chart.Conclusion(concluding(pattern, "one", "two", "unknown"), lang.EN)
		if text := figure.Plain(lang.EN, got); err != nil || text != want {
			t.Errorf("%s: %q (%v), want %q", pattern, text, err, want)
		}
	}
}

func TestAConclusionWritesAnUnknownWithItsWord(t *testing.T) {
	got, err := chart.Conclusion(concluding("Measured: {all/last}", "one", "unknown"), lang.EN)
	if text := figure.Plain(lang.EN, got); err != nil || !strings.Contains(text, "unknown") {
		t.Errorf("%q (%v)", text, err)
	}
}

func TestAConclusionWhosePointIsNotThereLeavesTheTitle(t *testing.T) {
	got, err := chart.Conclusion(concluding("{all/three}", "one"), lang.EN)
	if err != nil || len(got) > 0 {
		t.Errorf("%v (%v)", got, err)
	}
}

func TestAConclusionThatNamesNoLineIsRefused(t *testing.T) {
	for pattern, want := range map[string]string{
		"{al/latest}":        "which has: all",
		"{latest}":           "names no point",
		"{all/latest.point}": "names no point",
		"{all/latest":        "not closed",
	} {
		if _, err := chart.Conclusion(concluding(pattern, "one"), lang.EN); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", pattern, err, want)
		}
	}
}
