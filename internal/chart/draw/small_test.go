package draw_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"vigie/internal/chart/draw"
	"vigie/internal/value/lang"
)

// uneven is an option with one unit and none beside many, made up for these tests.
const uneven = `{"xAxis": {"type": "value", "min": 0}, "yAxis": {"type": "category", "inverse": true,
	"data": ["many\n ", "one\n ", "none\n "], "axisLabel": {"inside": true, "interval": "0", "verticalAlign": "bottom"}},
	"series": [{"type": "bar", "name": "all", "data": [
		{"value": 900, "label": {"show": true, "position": "right", "formatter": "900"}},
		{"value": 1, "label": {"show": true, "position": "right", "formatter": "1"}},
		{"value": 0, "label": {"show": true, "position": "right", "formatter": "0"}}]}]}`

func small(t *testing.T) string {
	t.Helper()
	return string(mustDraw(t, drawer(t, draw.Config{}), draw.Job{Name: "uneven", Options: []byte(uneven), Width: 340,
		Height: 300, Lang: lang.EN, Prefix: "u", Title: "Uneven"}))
}

func TestOneUnitIsSeenBesideManyAndNoneHasNoBar(t *testing.T) {
	svg := small(t)
	bar := regexp.MustCompile(`d="M[\d.]+ [\d.]+l([\d.]+) 0[^"]*"[^>]*data-series="(\d)" data-item="(\d)"`)
	wide := map[string]float64{}
	for _, m := range bar.FindAllStringSubmatch(svg, -1) {
		wide[m[3]], _ = strconv.ParseFloat(m[1], 64)
	}
	if wide["1"] < 2 || wide["1"] > 4 || wide["0"] < 200 || wide["2"] != 0 {
		t.Errorf("bars of 900, 1 and 0 are %v wide: %s", wide, svg)
	}
	if !strings.Contains(svg, ">0</text>") {
		t.Errorf("the number of none is not there: %s", svg)
	}
}

func TestNamesAboveRowsStandOnTheirOwnGround(t *testing.T) {
	if n := strings.Count(small(t), `<path class="f-surface"`); n != 3 {
		t.Errorf("%d grounds for three names", n)
	}
}
