package anssi

import (
	"math"
	"regexp"
	"strings"

	"vigie/internal/value/tabular"
)

// heading is the title of the section, without its number: it is found by these
// words, wherever it stands and whatever its number.
const heading = "Services d'informatique en nuage"

var (
	numbered = regexp.MustCompile(`^([0-9]+(?:\.[0-9]+)*)\.?(?: |$)`)
	guided   = regexp.MustCompile(`\.{3}|…|[0-9]$`) // a line of the contents: dots, or the number of a page
	worded   = regexp.MustCompile(`[\p{L}\p{N}]`)
)

// section follows the headings from page to page, and knows whether the section is
// open.
type section struct {
	seen   bool // it was there
	open   bool
	number string  // "3.3"; empty when its heading bears none
	size   float64 // of the letters of its heading
	below  float64 // height of the last line of its heading, on its page
}

// part is what a page holds of the section, between two heights.
type part struct{ top, bottom float64 }

// parts gives the parts of the section on a page. It starts below its heading and
// ends at the next heading of the same rank.
func (s *section) parts(p page) []part {
	var out []part
	now := part{math.Inf(1), math.Inf(-1)}
	s.below = math.Inf(1)
	for _, l := range p.lines {
		switch title, number := split(l.text); {
		case strings.HasPrefix(tabular.Fold(title), tabular.Fold(heading)) && !guided.MatchString(title):
			s.seen, s.open, s.number, s.size, s.below = true, true, number, l.size, l.y
			now.top = l.y
		case s.open && s.continues(l, number):
			s.below, now.top = l.y, l.y
		case s.open && s.endsAt(l, number):
			now.bottom = l.y
			out = append(out, now)
			s.open, now = false, part{math.Inf(1), math.Inf(-1)}
		}
	}
	if s.open {
		out = append(out, now)
	}
	return out
}

// split takes the number off a heading.
func split(text string) (title, number string) {
	m := numbered.FindStringSubmatch(text)
	if m == nil {
		return text, ""
	}
	return strings.TrimSpace(text[len(m[0]):]), m[1]
}

// continues says that a line is the rest of the heading of the section.
func (s *section) continues(l line, number string) bool {
	return number == "" && near(l.size, s.size, 0.5) && s.below-l.y < 2*s.size && !math.IsInf(s.below, 1)
}

// endsAt says that a line is a heading of the same rank or of a higher one.
func (s *section) endsAt(l line, number string) bool {
	if l.size < 0.95*s.size || !worded.MatchString(l.text) {
		return false
	}
	return s.number == "" || number == "" || !strings.HasPrefix(number, s.number+".")
}
