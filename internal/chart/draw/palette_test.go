package draw_test

import (
	"fmt"
	"strings"
	"testing"

	"vigie/internal/chart/draw"
)

func TestSentinelsDiffer(t *testing.T) {
	taken := map[string]draw.Role{}
	for _, tint := range draw.Palette() {
		if other, ok := taken[tint.Light]; ok {
			t.Errorf("%s and %s have the same sentinel %s", other, tint.Role, tint.Light)
		}
		taken[tint.Light] = tint.Role
		if tint.Role.Hex() != tint.Light {
			t.Errorf("%s: Hex is %s, want %s", tint.Role, tint.Role.Hex(), tint.Light)
		}
	}
	if got := len(draw.SeriesHex()); got != 8 {
		t.Errorf("%d colours of series, want 8", got)
	}
}

func TestTheStylesheetPaintsEachRole(t *testing.T) {
	css := string(draw.Stylesheet())
	for _, tint := range draw.Palette() {
		for _, want := range []string{
			fmt.Sprintf(".f-%s { fill: var(%s); }", tint.Role, tint.Role.Variable()),
			fmt.Sprintf(".s-%s { stroke: var(%s); }", tint.Role, tint.Role.Variable()),
			tint.Role.Variable() + ": " + tint.Light, tint.Role.Variable() + ": " + tint.Dark,
		} {
			if !strings.Contains(css, want) {
				t.Errorf("no %s", want)
			}
		}
	}
}
