package sheet

import (
	"strconv"
	"strings"
	"unicode"
)

// format is how a style shows numbers: what it makes of them, and what it writes
// beside them (ECMA-376, 18.8.31).
type format struct {
	sections []section // one at least
	struck   bool
}

// section is what a format makes of some numbers: those below zero, say.
type section struct {
	when    func(float64) bool // the numbers that it is for, where it says so itself
	year    bool
	month   bool
	day     bool
	hour    bool // or minutes, or seconds
	elapsed bool // hours beyond a day
	digits  bool
	zeros   int // digits that are shown in any case
	power   int // of ten, by which the number is shown larger than it is kept: 2 for a share
	before  string
	after   string // what stands beside the number, without signs and blanks
	words   bool   // it writes something
	general bool   // it shows the number as it is
}

// dated says that the section shows days rather than hours or numbers.
func (s section) dated() bool { return s.year || s.month || s.day }

func parseFormat(code string) format {
	var f format
	for _, part := range sectionsOf(code) {
		f.sections = append(f.sections, parseSection(part))
	}
	return f
}

// of is the section that shows a number. A format without sections shows all.
func (f *format) of(v float64) section {
	s := f.sections
	if len(s) == 0 {
		return section{general: true}
	}
	if s[0].when != nil || len(s) > 1 && s[1].when != nil {
		for _, one := range s[:min(len(s), 3)] {
			if one.when == nil || one.when(v) {
				return one
			}
		}
		return section{general: true}
	}
	switch {
	case len(s) >= 3 && v == 0:
		return s[2]
	case len(s) >= 2 && v < 0:
		return s[1]
	}
	return s[0]
}

// sectionsOf parts a format at its semicolons, but for those that are words.
func sectionsOf(code string) []string {
	var out []string
	var b strings.Builder
	quoted, plain := false, false // within quotes, after a backslash
	for _, r := range code {
		switch {
		case plain:
			plain = false
		case r == '\\' && !quoted:
			plain = true
		case r == '"':
			quoted = !quoted
		case r == ';' && !quoted:
			out = append(out, b.String())
			b.Reset()
			continue
		}
		b.WriteRune(r)
	}
	return append(out, b.String())
}

func parseSection(code string) section {
	var s section
	r := []rune(code)
	if strings.TrimSpace(code) == "" {
		return s
	}
	if strings.EqualFold(strings.TrimSpace(code), "standard") { // what some programs write for General
		return section{general: true}
	}
	var commas, shown int // commas since the last digit
	minutes, last := false, ' '
	literal := func(text string) {
		text = strings.Map(unsigned, text)
		switch {
		case text == "":
		case shown > 0 || s.power != 0:
			s.after += text
		default:
			s.before += text
		}
	}
	for i := 0; i < len(r); i++ {
		c := unicode.ToLower(r[i])
		switch c {
		case '"':
			end := i + 1
			for end < len(r) && r[end] != '"' {
				end++
			}
			s.words = true
			literal(string(r[i+1 : min(end, len(r))]))
			i = end
		case '\\':
			if i++; i < len(r) {
				s.words = true
				literal(string(r[i]))
			}
		case '_', '*':
			i++
		case '[':
			end := i + 1
			for end < len(r) && r[end] != ']' {
				end++
			}
			s.bracket(string(r[i+1:min(end, len(r))]), literal)
			if s.elapsed {
				last = 'h'
			}
			i = end
		case 'g':
			if strings.HasPrefix(strings.ToLower(string(r[i:])), "general") {
				s.general = true
				shown++
				i += len("general") - 1
			}
		case 'e':
			if i+1 < len(r) && (r[i+1] == '+' || r[i+1] == '-') {
				i++ // a power of ten: its digits are no digits of the number
				if s.zeros >= 0 {
					s.zeros = -s.zeros - 1
				}
			} else {
				s.year = true
			}
		case 'y':
			s.year = true
		case 'd':
			s.day = true
		case 'h', 's':
			s.hour = true
		case 'm':
			run := 1
			for i+run < len(r) && unicode.ToLower(r[i+run]) == 'm' {
				run++
			}
			i += run - 1
			if run <= 2 && (last == 'h' || beforeSeconds(r[i+1:])) {
				minutes = true
			} else {
				s.month = true
			}
		case 'a':
			if rest := strings.ToLower(string(r[i:])); strings.HasPrefix(rest, "am/pm") {
				i += len("am/pm") - 1
			} else if strings.HasPrefix(rest, "a/p") {
				i += len("a/p") - 1
			}
		case '0', '#', '?':
			s.digits, commas = true, 0
			shown++
			if c == '0' && s.zeros >= 0 {
				s.zeros++
			}
		case '.':
			if s.zeros >= 0 {
				s.zeros = -s.zeros - 1 // the digits that follow are decimals
			}
		case ',':
			if s.digits {
				commas++
			}
		case '%':
			s.power += 2
			s.after += "%"
		case '@', '/', ':', ' ':
			s.words = s.words || c == '@'
		default:
			s.words = true
			literal(string(r[i]))
		}
		if strings.ContainsRune("yedhs", c) {
			last = c
		}
	}
	if s.zeros < 0 {
		s.zeros = -s.zeros - 1
	}
	s.hour = s.hour || minutes
	s.power = min(s.power, 6) - 3*min(commas, 5)
	return s
}

// bracket reads what a section says in brackets: a currency, a condition, hours that
// go on, or a colour.
func (s *section) bracket(text string, literal func(string)) {
	if sign, ok := strings.CutPrefix(text, "$"); ok {
		sign, _, _ = strings.Cut(sign, "-")
		s.words = s.words || sign != ""
		literal(sign)
		return
	}
	if strings.Trim(strings.ToLower(text), "hms") == "" {
		s.hour, s.elapsed = true, true
		return
	}
	for _, one := range []struct {
		sign string
		fits func(v, limit float64) bool
	}{
		{"<=", func(v, l float64) bool { return v <= l }}, {">=", func(v, l float64) bool { return v >= l }},
		{"<>", func(v, l float64) bool { return v != l }}, {"<", func(v, l float64) bool { return v < l }},
		{">", func(v, l float64) bool { return v > l }}, {"=", func(v, l float64) bool { return v == l }},
	} {
		if rest, ok := strings.CutPrefix(text, one.sign); ok {
			if limit, err := strconv.ParseFloat(strings.TrimSpace(rest), 64); err == nil {
				s.when = func(v float64) bool { return one.fits(v, limit) }
			}
			return
		}
	}
}

// beforeSeconds says that seconds come next.
func beforeSeconds(rest []rune) bool {
	for _, r := range rest {
		switch unicode.ToLower(r) {
		case 's':
			return true
		case ':', '.', ' ', '[', '"', '\\':
		default:
			return false
		}
	}
	return false
}

// unsigned takes away the signs of numbers and what only sets them apart.
func unsigned(r rune) rune {
	if strings.ContainsRune("+-−()'", r) || unicode.IsSpace(r) || r == '\u202f' || r == '\u00a0' {
		return -1
	}
	return r
}
