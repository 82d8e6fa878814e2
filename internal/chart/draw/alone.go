package draw

import (
	"bytes"
	"regexp"
	"strings"
)

// Colours gives an attribute for each class that a drawing's elements may have: `fill="#1b2430"`
// for "f-text". They are those of the light palette.
func Colours() map[string]string {
	out := map[string]string{}
	for _, t := range tints {
		out[className("fill", t.Role)] = `fill="` + t.Light + `"`
		out[className("stroke", t.Role)] = `stroke="` + t.Light + `"`
	}
	return out
}

// Light is the colour of a role on white.
func (r Role) Light() string {
	for _, t := range tints {
		if t.Role == r {
			return t.Light
		}
	}
	return ""
}

var classes = regexp.MustCompile(` class="([^"]*)"`)

// Alone is what stands in a drawing, with its colours in it rather than in a style sheet: for a
// picture that leaves its page. The outer element, its title and its description are left out.
func Alone(svg []byte) []byte {
	_, inside, _ := bytes.Cut(svg, []byte("</desc>"))
	if i := bytes.LastIndex(inside, []byte("</svg>")); i >= 0 {
		inside = inside[:i]
	}
	colours := Colours()
	return classes.ReplaceAllFunc(inside, func(found []byte) []byte {
		var b strings.Builder
		for _, name := range strings.Fields(string(classes.FindSubmatch(found)[1])) {
			if c, ok := colours[name]; ok {
				b.WriteString(" " + c)
			}
		}
		return []byte(b.String())
	})
}
