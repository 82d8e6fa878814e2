package themes_test

import (
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/lucasb-eyer/go-colorful"

	"vigie/internal/chart/draw"
	"vigie/themes"
)

// Least contrasts: WCAG 2.2, 1.4.3 for words, and 1.4.11 for marks, borders of fields and parts of charts.
const (
	forWords = 4.5
	forMarks = 3.0
)

// apart is the least difference, in CIEDE2000, between colours that stand side by side with no other cue.
// One is about the least that trained eyes notice when two patches touch; small marks with a gap between them need
// several times that, and 10 is what maps and charts commonly ask.
const apart = 10.0

var words = []string{"ink", "muted", "link", "visited", "good", "bad", "soon", "doubt"}
var marks = []string{"strong", "lamp", "focus", "internal", "dedicated", "external"}

func TestWordsAndMarksStandOutFromWhatIsBehindThem(t *testing.T) {
	for mode, colours := range modes(t) {
		least := map[float64]string{forWords: "", forMarks: ""}
		lowest := map[float64]float64{forWords: 21, forMarks: 21}
		check := func(name, behind string, want float64) {
			got := contrast(colours[name], colours[behind])
			if got < want {
				t.Errorf("%s: %s on %s has a contrast of %.2f, want %.1f", mode, name, behind, got, want)
			}
			if got < lowest[want] {
				lowest[want], least[want] = got, name+" on "+behind
			}
		}
		for _, behind := range []string{"paper", "wash"} {
			for _, name := range words {
				check(name, behind, forWords)
			}
			for _, name := range marks {
				check(name, behind, forMarks)
			}
		}
		for _, tint := range draw.Palette() {
			switch name := variable(tint.Role); tint.Role {
			case draw.Surface, draw.Grid: // they do not speak
			case draw.Text, draw.Muted:
				check(name, variable(draw.Surface), forWords)
			case draw.Positive, draw.Negative, draw.Internal, draw.Series1: // words stand on these bars
				check(variable(draw.Surface), name, forWords)
			default:
				check(name, variable(draw.Surface), forMarks)
			}
		}
		t.Logf("%s: least for words %.2f (%s), for marks %.2f (%s)", mode,
			lowest[forWords], least[forWords], lowest[forMarks], least[forMarks])
	}
}

// beside are the colours that charts put side by side. Tiers, disputed and unknown values have a pattern each
// (internal/chart/draw/kit/look.js): two of them differ by it, and here only those that have none.
var beside = [][]draw.Role{
	{draw.Internal, draw.Dedicated, draw.DedicatedDeduced, draw.External, draw.ExternalDeduced, draw.Unknown},
	{draw.Series1, draw.Series2, draw.Series3, draw.Series4},
	{draw.Internal, draw.Series4, draw.Series7, draw.Series8}, // tiers, own means, not to be said, several
	{draw.Series1, draw.Disputed, draw.Unknown},
	{draw.Accent, draw.Series1},
	{draw.Positive, draw.Warning, draw.Negative},
}

var patterned = []draw.Role{draw.Dedicated, draw.DedicatedDeduced, draw.External, draw.ExternalDeduced,
	draw.Disputed, draw.Unknown}

func TestColoursSideBySideStayApartForEveryEye(t *testing.T) {
	for mode, colours := range modes(t) {
		for eye, matrix := range eyes {
			lowest, least := 100.0, ""
			for _, group := range beside {
				for i, a := range group {
					for _, b := range group[i+1:] {
						if slices.Contains(patterned, a) || slices.Contains(patterned, b) {
							continue
						}
						one, other := seenBy(matrix, colours[variable(a)]), seenBy(matrix, colours[variable(b)])
						got := 100 * one.DistanceCIEDE2000(other)
						if got < apart {
							t.Errorf("%s, %s: %s and %s are %.1f apart, want %.0f", mode, eye, a, b, got, apart)
						}
						if got < lowest {
							lowest, least = got, fmt.Sprintf("%s and %s", a, b)
						}
					}
				}
			}
			t.Logf("%s, %s: least %.1f (%s)", mode, eye, lowest, least)
		}
	}
}

// eyes are what dichromats see of linear light: Machado, Oliveira and Fernandes, "A Physiologically-based Model for
// Simulation of Color Vision Deficiency", 2009, severity 1.
var eyes = map[string][9]float64{
	"all cones": {1, 0, 0, 0, 1, 0, 0, 0, 1},
	"protanopia": {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
		1.051998},
	"deuteranopia": {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940,
		0.968881},
	"tritanopia": {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
		0.303900},
}

func seenBy(m [9]float64, c colorful.Color) colorful.Color {
	r, g, b := c.LinearRgb()
	at := func(i int) float64 { return max(0, min(1, m[i]*r+m[i+1]*g+m[i+2]*b)) }
	return colorful.LinearRgb(at(0), at(3), at(6))
}

// contrast is that of WCAG 2.2: relative luminances, each with the glare of a screen.
func contrast(a, b colorful.Color) float64 {
	luminance := func(c colorful.Color) float64 {
		r, g, b := c.LinearRgb()
		return 0.2126*r + 0.7152*g + 0.0722*b
	}
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func variable(r draw.Role) string { return strings.TrimPrefix(r.Variable(), "--") }

var (
	root     = regexp.MustCompile(`(?s):root(?::not\(\[data-theme="light"\]\))? \{(.*?)\n *\}`)
	property = regexp.MustCompile(`--([\w-]+): (#[0-9a-f]{6}|var\(--[\w-]+\));`)
)

// modes are the colours of a page by the name of their custom property, light and dark, as the style sheets
// of the page settle them: that of the drawings, then that of the theme.
func modes(t *testing.T) map[string]map[string]colorful.Color {
	t.Helper()
	style, err := fs.ReadFile(themes.Files(), "assets/style.css")
	if err != nil {
		t.Fatal(err)
	}
	light, dark := map[string]string{}, map[string]string{}
	for _, sheet := range []string{string(draw.Stylesheet()), string(style)} {
		blocks := root.FindAllStringSubmatch(sheet, 2) // the light, then the dark
		if len(blocks) != 2 {
			t.Fatalf("%d blocks of colours in a style sheet, want the light and the dark", len(blocks))
		}
		for i, block := range blocks {
			for _, m := range property.FindAllStringSubmatch(block[1], -1) {
				if i == 0 {
					light[m[1]] = m[2]
				}
				if _, drawn := dark[m[1]]; i == 1 || !drawn { // the dark of the drawings has the more exact selector
					dark[m[1]] = m[2]
				}
			}
		}
	}
	return map[string]map[string]colorful.Color{"light": settled(t, light), "dark": settled(t, dark)}
}

func settled(t *testing.T, values map[string]string) map[string]colorful.Color {
	t.Helper()
	colours := map[string]colorful.Color{}
	for name, value := range values {
		if other, ok := strings.CutPrefix(value, "var(--"); ok {
			value = values[strings.TrimSuffix(other, ")")]
		}
		c, err := colorful.Hex(value)
		if err != nil {
			t.Fatalf("--%s: %v", name, err)
		}
		colours[name] = c
	}
	return colours
}
