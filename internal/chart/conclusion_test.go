package chart_test

import (
	"strings"
	"testing"

	"vigie/internal/chart"
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/value/cal"
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
		"{last/one}":                            "1",
	} {
		got, err := chart.Conclusion(concluding(pattern, "one", "two", "unknown"), setting, lang.EN)
		if text := figure.Plain(lang.EN, got); err != nil || text != want {
			t.Errorf("%s: %q (%v), want %q", pattern, text, err, want)
		}
	}
}

func TestAConclusionWritesAnUnknownWithItsWord(t *testing.T) {
	got, err := chart.Conclusion(concluding("Measured: {all/last}", "one", "unknown"), setting, lang.EN)
	if text := figure.Plain(lang.EN, got); err != nil || !strings.Contains(text, "unknown") {
		t.Errorf("%q (%v)", text, err)
	}
}

func TestAConclusionWhosePointIsNotThereLeavesTheTitle(t *testing.T) {
	got, err := chart.Conclusion(concluding("{all/three}", "one"), setting, lang.EN)
	if err != nil || len(got) > 0 {
		t.Errorf("%v (%v)", got, err)
	}
}

func TestAConclusionThatNamesNoLineIsRefused(t *testing.T) {
	for pattern, want := range map[string]string{
		"{al/latest}":        "which has: all",
		"{latest}":           "names no point",
		"{all/latest.point}": "names no point",
		"{else/all/one}":     "names no indicator",
		"{all/latest":        "not closed",
	} {
		if _, err := chart.Conclusion(concluding(pattern, "one"), setting, lang.EN); err == nil ||
			!strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", pattern, err, want)
		}
	}
}

func TestAConclusionNamesWhatEndsNext(t *testing.T) {
	day := setting.AsOf
	r := concluding("{all/next.place} on {all/next.end}", "ended", "later", "today", "also-today", "open")
	for i, last := range []cal.Day{day.AddDays(-1), day.AddDays(9), day, day} {
		r.Lines[0].Points[i].Period = cal.Period{From: cal.On(day.AddDays(-30)), To: cal.On(last)}
	}
	got, err := chart.Conclusion(r, setting, lang.EN)
	if text := figure.Plain(lang.EN, got); err != nil || text != "today on 23\u00a0November 2026" {
		t.Errorf("%q (%v)", text, err)
	}
	setting := setting
	setting.AsOf = day.AddDays(10)
	r.Declared.Conclusion = lang.Text{EN: "Next: {all/next.place}"}
	if got, err := chart.Conclusion(r, setting, lang.EN); err != nil || len(got) > 0 {
		t.Errorf("nothing ends after the last day, but the title is %v (%v)", got, err)
	}
}

func TestAConclusionDatesAPointWithItsPreposition(t *testing.T) {
	r := concluding("{all/latest} {all/latest.when}", "one")
	for _, c := range []struct {
		on     cal.Date
		fr, en string
	}{
		{cal.OfYear(2025), "1 en 2025", "1 in 2025"},
		{cal.MustDate("2023-06-30"), "1 le 30\u00a0juin 2023", "1 on 30\u00a0June 2023"},
	} {
		r.Lines[0].Points[0].Period = cal.Period{From: c.on, To: c.on}
		for l, want := range map[lang.Lang]string{lang.FR: c.fr, lang.EN: c.en} {
			got, err := chart.Conclusion(r, setting, l)
			if text := figure.Plain(l, got); err != nil || text != want {
				t.Errorf("%s: %q (%v), want %q", l, text, err, want)
			}
		}
	}
}

func TestAConclusionQuotesAnotherIndicator(t *testing.T) {
	r := concluding("Missed: {outcomes/all/two}", "one")
	setting := setting
	setting.Other = func(id string) (indicator.Result, bool) { return concluding("", "one", "two"), id == "outcomes" }
	got, err := chart.Conclusion(r, setting, lang.EN)
	if text := figure.Plain(lang.EN, got); err != nil || text != "Missed: 2" {
		t.Errorf("%q (%v)", text, err)
	}
}
