// Package inert makes texts of others harmless where they are shown: on a terminal, and
// in the Markdown of a forge.
package inert

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
)

// Visible shows what would hide or rearrange text on a screen: controls and marks of
// writing direction become `\u{202e}`.
func Visible(s string) string {
	var b strings.Builder
	for _, r := range s {
		if unicode.IsGraphic(r) {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, `\u{%x}`, r)
		}
	}
	return b.String()
}

var (
	// marks are what Markdown, and forges beyond it, make something of.
	marks = regexp.MustCompile("[\\\\`*_\\[\\]<>#|!&~$:@]")
	// starts make a list at the start of a line.
	starts = regexp.MustCompile(`^([0-9]{1,9})?([-+.)])(\s|$)`)
	web    = regexp.MustCompile(`(?i)\bwww\.`)
	// called are the marks by which forges call people and issues.
	called = strings.NewReplacer("@", "@\u2060", "#", "#\u2060")
)

// Markdown makes a text show as it is, on one line, and do nothing: no markup, no link,
// no image, no mention of anybody.
func Markdown(s string) string {
	s = called.Replace(Visible(s))
	s = marks.ReplaceAllString(s, `\$0`)
	s = web.ReplaceAllStringFunc(s, func(w string) string { return w[:3] + `\.` })
	return starts.ReplaceAllString(s, `$1\$2$3`)
}
