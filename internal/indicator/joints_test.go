package indicator_test

import (
	"os"
	"testing"

	"vigie/internal/corpus"
	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

func TestALineJoinsNoTwoPerimetersWithoutABreak(t *testing.T) {
	point := func(year, perimeter string) indicator.Point {
		return indicator.Point{Key: year, Period: cal.MustPeriod(year), Figure: figure.Figure{ID: "made-up/" + year, State: figure.Sure, Perimeter: perimeter}}
	}
	one, other, unsaid := point("2023", "one-channel"), point("2024", "all-channels"), point("2024", "")
	declared := other
	declared.Break = lang.Text{FR: "Tous les canaux.", EN: "All channels."}
	for name, c := range map[string]struct {
		shape  indicator.Shape
		role   string
		points []indicator.Point
		want   int
	}{
		"two perimeters in one line":          {indicator.Through, "series1", []indicator.Point{one, other}, 1},
		"the same, written the other way":     {indicator.Through, "series1", []indicator.Point{other, one}, 1},
		"with a break between them":           {indicator.Through, "series1", []indicator.Point{one, declared}, 0},
		"a perimeter that is not stated":      {indicator.Through, "series1", []indicator.Point{one, unsaid}, 0},
		"categories, which stand by the side": {indicator.Categories, "series1", []indicator.Point{one, other}, 0},
		"targets, which are marks":            {indicator.Through, "target", []indicator.Point{one, other}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			r := indicator.Result{Indicator: indicator.Indicator{ID: "made-up", Shape: c.shape},
				Answer: indicator.Answer{Lines: []indicator.Line{{Key: "all", Role: c.role, Points: c.points}}}}
			found := indicator.Joints([]indicator.Result{r})
			if len(found) != c.want {
				t.Fatalf("found %v", found)
			}
			if c.want == 1 && (found[0].Before.Key != "2023" || found[0].After.Key != "2024" || found[0].Mismatch.Aspect != figure.OfPerimeter) {
				t.Errorf("found %+v", found[0])
			}
		})
	}
}

func TestNoLineOfTheRealDataJoinsTwoWaysToCount(t *testing.T) {
	c, _, err := corpus.Load(os.DirFS("../.."), "data", lang.Composed())
	if err != nil {
		t.Fatal(err)
	}
	for _, j := range indicator.Joints(indicator.Results(dataset.New(c, cal.NewDay(2026, 11, 23)))) {
		t.Errorf("%s, line %s: %v", j.Indicator, j.Line, j.Mismatch)
	}
}
