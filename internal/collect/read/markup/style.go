package markup

import (
	"regexp"
	"strings"
)

// declared are the properties of a style; of one that stands there twice the last counts.
func declared(style string) map[string]string {
	out := map[string]string{}
	for declaration := range strings.SplitSeq(strings.ToLower(style), ";") {
		property, value, _ := strings.Cut(declaration, ":")
		value, _, _ = strings.Cut(value, "!")
		if property = strings.TrimSpace(property); bearing[property] {
			out[property] = strings.TrimSpace(value)
		}
	}
	return out
}

// bearing are the properties that bear on whether an element is seen, struck out or raised.
var bearing = map[string]bool{"display": true, "visibility": true, "opacity": true, "font-size": true, "clip": true,
	"clip-path": true, "left": true, "right": true, "top": true, "text-indent": true, "width": true, "height": true,
	"overflow": true, "position": true, "text-decoration": true, "text-decoration-line": true, "vertical-align": true}

var (
	nothing = regexp.MustCompile(`^0*(?:\.0+)?(?:px|em|rem|%|pt)?$`)
	tiny    = regexp.MustCompile(`^[01](?:px)?$`)
	faraway = regexp.MustCompile(`^-[0-9]{3,}(?:\.[0-9]+)?(?:px|em|rem|%|vw)$`)
	clipped = regexp.MustCompile(`^(?:rect\( ?[01](?:px)?[ ,]|inset\( ?(?:50|100)%|circle\( ?0)`)
)

// hiddenByStyle says that a style hides an element, makes it so small or sends it so far
// that nobody sees it, or strikes it out.
func hiddenByStyle(style string) bool {
	d := declared(style)
	away := d["position"] == "absolute" || d["position"] == "fixed"
	zero := func(property string) bool { return d[property] != "" && nothing.MatchString(d[property]) }
	switch {
	case d["display"] == "none", d["visibility"] == "hidden", d["visibility"] == "collapse":
	case zero("opacity"), zero("font-size"), faraway.MatchString(d["text-indent"]):
	case strings.Contains(d["text-decoration"], "line-through"),
		strings.Contains(d["text-decoration-line"], "line-through"):
	case away && (clipped.MatchString(d["clip"]) || clipped.MatchString(d["clip-path"])):
	case away && (faraway.MatchString(d["left"]) || faraway.MatchString(d["right"]) || faraway.MatchString(d["top"])):
	case d["overflow"] == "hidden" && tiny.MatchString(d["width"]) && tiny.MatchString(d["height"]):
	default:
		return false
	}
	return true
}
