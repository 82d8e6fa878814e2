package draw

import (
	"fmt"
	"strings"
)

// Role is what a colour stands for. An option says Role.Hex; the page decides
// how it looks.
type Role string

// The roles that an option may use, and no other colour.
const (
	Text    Role = "text"    // words and numbers
	Muted   Role = "muted"   // words of the axes
	Axis    Role = "axis"    // axis lines
	Grid    Role = "grid"    // lines behind the data
	Surface Role = "surface" // the background, and words on a filled bar

	Internal  Role = "tier-internal"
	Dedicated Role = "tier-dedicated" // with diagonal strokes
	External  Role = "tier-external"  // with dots

	DedicatedDeduced Role = "tier-dedicated-deduced" // with broad diagonal strokes, half empty
	ExternalDeduced  Role = "tier-external-deduced"  // with broad level strokes, half empty

	Series1 Role = "series1"
	Series2 Role = "series2"
	Series3 Role = "series3"
	Series4 Role = "series4"
	Series5 Role = "series5"
	Series6 Role = "series6"
	Series7 Role = "series7"
	Series8 Role = "series8"

	Disputed Role = "disputed" // sources disagree; with close diagonal strokes
	Unknown  Role = "unknown"  // nobody can see which; with close strokes the other way
	Accent   Role = "accent"   // what to look at: today's line, a target
	Positive Role = "positive" // kept, done, well ahead
	Negative Role = "negative" // missed, expired
	Warning  Role = "warning"  // soon due
)

// Tint is a role with its colours. Light is also the sentinel.
type Tint struct {
	Role  Role
	Light string
	Dark  string
}

// tints is the palette. The light colours must all differ: they are sentinels.
// A test of the base theme (themes/colours_test.go) holds the contrasts and the
// distance of neighbours for colour-blind eyes.
var tints = []Tint{
	{Text, "#1b2430", "#e9ecf1"},
	{Muted, "#566070", "#a8b2c0"},
	{Axis, "#7d8795", "#717d8c"},
	{Grid, "#e1e5ea", "#2b323c"},
	{Surface, "#ffffff", "#14181e"},
	{Internal, "#1d4683", "#84aaf0"},
	{Dedicated, "#168577", "#3fc3ae"},
	{External, "#bb6a10", "#f0b050"},
	{DedicatedDeduced, "#17857f", "#40c3b6"},
	{ExternalDeduced, "#bb6a18", "#f0b058"},
	{Series1, "#235a9f", "#86acfb"},
	{Series2, "#c0521a", "#f39a6b"},
	{Series3, "#1e7d62", "#4cc7a0"},
	{Series4, "#4f2151", "#ada8c3"},
	{Series5, "#94700a", "#dcbc52"},
	{Series6, "#b8386a", "#f08bb0"},
	{Series7, "#3d7c94", "#82d9f9"},
	{Series8, "#6b5f55", "#b9aca0"},
	{Disputed, "#7a5ab0", "#b79cf0"},
	{Unknown, "#7b8592", "#8b96a4"},
	{Accent, "#c2302e", "#ff7d74"},
	{Positive, "#307b4b", "#8bdc9e"},
	{Negative, "#ab1e23", "#ec6a66"},
	{Warning, "#b07400", "#efb73e"},
}

// Palette lists the roles with their colours, in a fixed order.
func Palette() []Tint { return append([]Tint(nil), tints...) }

// Hex is the sentinel: the colour to write in an option for this role.
func (r Role) Hex() string {
	for _, t := range tints {
		if t.Role == r {
			return t.Light
		}
	}
	return ""
}

// Variable is the CSS custom property that holds the role's colour.
func (r Role) Variable() string { return "--chart-" + string(r) }

// SeriesHex lists the sentinels of Series1 to Series8, for the colours of a
// whole chart.
func SeriesHex() []string {
	var all []string
	for _, t := range tints {
		if strings.HasPrefix(string(t.Role), "series") {
			all = append(all, t.Light)
		}
	}
	return all
}

// role finds the role of a colour as ECharts wrote it.
func role(color string) (Role, bool) {
	for _, t := range tints {
		if t.Light == color {
			return t.Role, true
		}
	}
	return "", false
}

// paletteJSON gives the kit its sentinels by role.
func paletteJSON() string {
	var pairs []string
	for _, t := range tints {
		pairs = append(pairs, fmt.Sprintf("%q: %q", t.Role, t.Light))
	}
	return "{ " + strings.Join(pairs, ", ") + " }"
}
