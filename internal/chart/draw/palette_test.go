package draw_test

import (
	"fmt"
	"math"
	"strconv"
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

// WCAG 2.2: 4.5 for words (1.4.3), 3 for what must be seen to understand (1.4.11).
func TestContrastsSuffice(t *testing.T) {
	for name, colour := range shades() {
		surface := rgbOf(colour(draw.Surface))
		for _, tint := range draw.Palette() {
			want := 3.0
			switch tint.Role {
			case draw.Text, draw.Muted:
				want = 4.5
			case draw.Surface, draw.Grid:
				continue // what does not speak
			}
			if got := contrast(rgbOf(colour(tint.Role)), surface); got < want {
				t.Errorf("%s, %s %s: contrast %.2f, want %.1f", name, tint.Role, colour(tint.Role), got, want)
			}
		}
		// Words stand on filled bars in the colour of the surface.
		for _, role := range []draw.Role{draw.Positive, draw.Negative, draw.Internal, draw.Series1} {
			if got := contrast(rgbOf(colour(role)), surface); got < 4.5 {
				t.Errorf("%s, words on %s: contrast %.2f, want 4.5", name, role, got)
			}
		}
	}
}

// Roles that stand side by side stay apart for eyes that lack one kind of cone.
func TestNeighboursStayApartForColourBlindEyes(t *testing.T) {
	neighbours := [][]draw.Role{
		{draw.Internal, draw.Dedicated, draw.DedicatedDeduced, draw.External, draw.ExternalDeduced, draw.Unknown},
		{draw.Series1, draw.Series2, draw.Series3, draw.Series4},
		{draw.Series1, draw.Disputed, draw.Unknown},
		{draw.Accent, draw.Series1},
		{draw.Positive, draw.Warning, draw.Negative},
	}
	for name, colour := range shades() {
		for _, group := range neighbours {
			for i, a := range group {
				for _, b := range group[i+1:] {
					if patterned(a) != patterned(b) {
						continue // distinguished by their pattern
					}
					for eyes, matrix := range eyes {
						got := distance(seenBy(matrix, rgbOf(colour(a))), seenBy(matrix, rgbOf(colour(b))))
						if got < 8 {
							t.Errorf("%s, %s and %s for %s: distance %.1f, want 8", name, a, b, eyes, got)
						}
					}
				}
			}
		}
	}
}

func patterned(r draw.Role) string {
	switch r {
	case draw.Dedicated, draw.DedicatedDeduced, draw.External, draw.ExternalDeduced, draw.Disputed, draw.Unknown:
		return string(r)
	}
	return ""
}

// shades gives the colours of the roles, light and dark.
func shades() map[string]func(draw.Role) string {
	find := func(r draw.Role) draw.Tint {
		for _, t := range draw.Palette() {
			if t.Role == r {
				return t
			}
		}
		return draw.Tint{}
	}
	return map[string]func(draw.Role) string{
		"light": func(r draw.Role) string { return find(r).Light },
		"dark":  func(r draw.Role) string { return find(r).Dark },
	}
}

type rgb [3]float64 // linear light

// Machado, Oliveira, Fernandes 2009, severity 1.
var eyes = map[string][9]float64{
	"protanopes":   {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
	"deuteranopes": {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
	"tritanopes":   {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900},
}

func rgbOf(hex string) (c rgb) {
	for i := range c {
		v, _ := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		s := float64(v) / 255
		if s <= 0.04045 {
			c[i] = s / 12.92
		} else {
			c[i] = math.Pow((s+0.055)/1.055, 2.4)
		}
	}
	return c
}

func seenBy(m [9]float64, c rgb) (seen rgb) {
	for i := range seen {
		seen[i] = max(0, min(1, m[3*i]*c[0]+m[3*i+1]*c[1]+m[3*i+2]*c[2]))
	}
	return seen
}

func luminance(c rgb) float64 { return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2] }

func contrast(a, b rgb) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// distance is CIE76 in L*a*b*; about 2.3 is the least that is noticed.
func distance(a, b rgb) float64 {
	x, y := lab(a), lab(b)
	return math.Sqrt((x[0]-y[0])*(x[0]-y[0]) + (x[1]-y[1])*(x[1]-y[1]) + (x[2]-y[2])*(x[2]-y[2]))
}

func lab(c rgb) [3]float64 {
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	x := f((0.4124*c[0] + 0.3576*c[1] + 0.1805*c[2]) / 0.95047)
	y := f(luminance(c))
	z := f((0.0193*c[0] + 0.1192*c[1] + 0.9505*c[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}
