package draw

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

var paintNames = set(`fill stroke fill-opacity stroke-opacity stroke-width`)

// paint settles what fills and strokes an element: the attributes that stay, the
// classes that stand for roles, and whether anything is to be seen.
func (w *writer) paint(
	element string, given map[string]string,
) (stay map[string]string, classes []string, visible bool) {
	if element == "g" || element == "defs" || element == "clipPath" || element == "pattern" || w.in("clipPath") {
		return nil, nil, true // shapes of a clip are never seen themselves
	}
	stay = map[string]string{}
	filled := given["fill"] != "none" && given["fill-opacity"] != "0"
	stroked := given["stroke"] != "" && given["stroke"] != "none" && given["stroke-width"] != "0" &&
		given["stroke-opacity"] != "0"
	if filled {
		classes = w.settle(element, "fill", given, stay, classes)
		stay["fill-opacity"] = given["fill-opacity"]
	} else {
		stay["fill"] = "none"
	}
	if stroked {
		classes = w.settle(element, "stroke", given, stay, classes)
		stay["stroke-width"] = given["stroke-width"]
		stay["stroke-opacity"] = given["stroke-opacity"]
	}
	return stay, classes, filled || stroked
}

// settle turns a sentinel into a class, keeps a reference, and notes any other
// colour as a stray.
func (w *writer) settle(element, name string, given, stay map[string]string, classes []string) []string {
	value := given[name]
	if strings.HasPrefix(value, "url(") {
		stay[name] = w.reference(value)
		return classes
	}
	if r, ok := role(hexOf(value)); ok {
		return append(classes, className(name, r))
	}
	w.stray[fmt.Sprintf("%q (%s of a %s)", value, name, element)] = true
	return classes
}

var rgb = regexp.MustCompile(`^rgb\((\d+),(\d+),(\d+)\)$`)

// hexOf writes a colour as the palette does.
func hexOf(color string) string {
	m := rgb.FindStringSubmatch(color)
	if m == nil {
		return strings.ToLower(color)
	}
	hex := "#"
	for _, part := range m[1:] {
		n, _ := strconv.Atoi(part)
		hex += fmt.Sprintf("%02x", n)
	}
	return hex
}
