package chart_test

import (
	"os"
	"strings"
	"testing"

	"vigie/internal/chart"
	"vigie/internal/chart/draw"
	"vigie/internal/corpus"
	"vigie/internal/dataset"
	"vigie/internal/indicator"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

func TestASecondBuildDrawsNothing(t *testing.T) {
	bundle, err := os.ReadFile("../../themes/vigie/assets/vendor/echarts.min.js")
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	for build, want := range []int{2, 0} {
		d, err := draw.New(draw.Config{Bundle: bundle, Cache: folder})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := chart.Draw(t.Context(), d, odd()[0], setting, lang.FR); err != nil {
			t.Fatal(err)
		}
		if d.Drawn() != want {
			t.Errorf("build %d drew %d, want %d", build+1, d.Drawn(), want)
		}
	}
}

// Time alone must break no chart: what expires, is missed or has passed is said.
func TestChartsStandOnTheDaysToCome(t *testing.T) {
	c, _, err := corpus.Load(os.DirFS("../.."), "data", lang.Composed())
	if err != nil {
		t.Fatal(err)
	}
	for _, day := range []cal.Day{cal.NewDay(2026, 12, 1), cal.NewDay(2027, 7, 1), cal.NewDay(2028, 2, 29), cal.NewDay(2029, 11, 23)} {
		for _, r := range indicator.Results(dataset.New(c, day)) {
			for _, l := range lang.Composed() {
				f, err := chart.Draw(t.Context(), &page{}, r, chart.Setting{AsOf: day}, l)
				if err != nil {
					t.Fatalf("%s, %s: %v", day, r.ID, err)
				}
				for _, s := range f.Sentences {
					if text := s.Plain(); strings.Contains(text, lang.Minus) {
						t.Errorf("%s, %s: %q", day, r.ID, text)
					}
				}
			}
		}
	}
}
