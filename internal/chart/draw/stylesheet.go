package draw

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// Stylesheet gives the roles their colours, light, dark and on paper, and the
// classes of the drawings theirs. A theme that wants other colours sets the
// custom properties after it. The dark follows the reader's system unless the
// root element says data-theme="light" or "dark".
func Stylesheet() []byte {
	b := bytes.NewBuffer(Variables())
	// where the system imposes its colours, words, axes and breaks take that of its
	// text; marks keep theirs, and their patterns
	fmt.Fprintf(b, "@media (forced-colors: active) {\n:root {\n")
	for _, r := range []Role{Text, Muted, Axis, Accent} {
		fmt.Fprintf(b, "  %s: CanvasText;\n", r.Variable())
	}
	fmt.Fprintf(b, "  %s: GrayText;\n  %s: Canvas;\n}\n}\n", Grid.Variable(), Surface.Variable())
	b.WriteString("." + rootClass + " { display: block; width: 100%; height: auto; }\n")
	b.WriteString("." + rootClass + " text { font-family: inherit; }\n")
	for _, t := range tints {
		fmt.Fprintf(b, ".%s .%s { fill: var(%s); }\n", rootClass, className("fill", t.Role), t.Role.Variable())
		fmt.Fprintf(b, ".%s .%s { stroke: var(%s); }\n", rootClass, className("stroke", t.Role), t.Role.Variable())
	}
	return b.Bytes()
}

// Variables are the colours of some roles, in the light and in the dark; of all without one.
func Variables(roles ...Role) []byte {
	only := func(colour func(Tint) string) string {
		return variables(func(t Tint) string {
			if len(roles) > 0 && !slices.Contains(roles, t.Role) {
				return ""
			}
			return colour(t)
		})
	}
	light, dark := only(func(t Tint) string { return t.Light }), only(func(t Tint) string { return t.Dark })
	var b bytes.Buffer
	fmt.Fprintf(&b, ":root {\n%s}\n", light)
	fmt.Fprintf(&b, "@media screen and (prefers-color-scheme: dark) {\n:root:not([data-theme=\"light\"]) {\n%s}\n}\n",
		dark)
	fmt.Fprintf(&b, "@media screen {\n:root[data-theme=\"dark\"] {\n%s}\n}\n", dark)
	return b.Bytes()
}

func variables(colour func(Tint) string) string {
	var b strings.Builder
	for _, t := range tints {
		if c := colour(t); c != "" {
			fmt.Fprintf(&b, "  %s: %s;\n", t.Role.Variable(), c)
		}
	}
	return b.String()
}

// rootClass is the class of each drawing's svg element.
const rootClass = "chart-svg"

// className is the class that stands for a sentinel in a fill or a stroke.
func className(paint string, r Role) string { return paint[:1] + "-" + string(r) }
