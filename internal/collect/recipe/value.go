package recipe

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"vigie/internal/value/spelling"
	"vigie/internal/value/tabular"
)

// cell reads what was found at the place of a field. The second value says what
// was wanted when it cannot be read.
func (f field) cell(in found) (cell, wanted string) {
	if in.alien != "" {
		return "", "one value, not " + in.alien
	}
	var texts []string
	for _, t := range in.texts {
		if !utf8.ValidString(t) || strings.ContainsRune(t, tabular.Broken) {
			return "", "a text in the encoding that the document announces"
		}
		if len(t) > maxCell {
			return "", fmt.Sprintf("a text of %d bytes at most", maxCell)
		}
		if fault := f.parted(t); fault != "" {
			return "", fault
		}
		if t = tidy(t); t == "" || f.says(t) {
			continue
		}
		if mistaken.MatchString(t) {
			return "", "one value, not the error of a formula (have the publisher mend it, or name it under absent)"
		}
		texts = append(texts, t)
	}
	if f.As == "list" {
		return f.list(texts)
	}
	switch {
	case len(texts) == 0 && f.Required:
		return "", "a value: the field is required"
	case len(texts) == 0:
		return "", ""
	case len(texts) > 1:
		return "", fmt.Sprintf("one value, where %d elements stand", len(texts))
	case in.canonical:
		return texts[0], ""
	case in.exact && f.As == "number":
		if cell, ok := tabular.Decimal(texts[0]); ok {
			return cell, ""
		}
	}
	return f.value(texts[0])
}

// says reports whether a text is how the source writes that there is no value.
func (f field) says(text string) bool {
	folded := tabular.Fold(text)
	return slices.ContainsFunc(f.Absent, func(a string) bool { return tabular.Fold(a) == folded })
}

func (f field) value(text string) (cell, wanted string) {
	switch f.As {
	case "date":
		return f.date(text)
	case "number":
		return f.number(text)
	case "boolean":
		return boolean(text)
	case "code":
		return f.code(text)
	}
	return text, ""
}

var (
	padded     = regexp.MustCompile(`^[0-9]+$`)
	lettered   = regexp.MustCompile(`^[0-9A-Za-z]+$`)
	scientific = regexp.MustCompile(`^[0-9](?:[.,][0-9]+)?[eE]\+[0-9]{1,2}$`)
)

// code reads a code. One that has a format has as many digits, or letters among them
// (2A004); a spreadsheet may have taken the zeros before it, and a code that it made a
// power of ten is lost.
func (f field) code(text string) (cell, wanted string) {
	joined := strings.Map(unspaced, text) // 552 004 606
	switch {
	case scientific.MatchString(text):
		return "", "a code, not what a spreadsheet made of it: a power of ten has lost its digits"
	case f.Format == "":
		return text, ""
	case padded.MatchString(joined) && len(joined) <= len(f.Format):
		return f.Format[len(joined):] + joined, ""
	case lettered.MatchString(joined) && len(joined) == len(f.Format):
		return joined, ""
	}
	return "", fmt.Sprintf("a code of %d digits", len(f.Format))
}

// unspaced takes away the spaces and points that part the digits of a code.
func unspaced(r rune) rune {
	if r == ' ' || r == '.' {
		return -1
	}
	return r
}

func (f field) list(texts []string) (cell, wanted string) {
	var out []string
	for _, t := range texts {
		parts := []string{t}
		if f.Format != "" {
			parts = strings.Split(t, f.Format)
		}
		for _, p := range parts {
			if p = tidy(p); p != "" && !f.says(p) {
				out = append(out, p)
			}
		}
	}
	if slices.ContainsFunc(out, func(s string) bool { return strings.Contains(s, "|") }) {
		return "", "values without the sign |, which parts them in our files"
	}
	if len(out) == 0 && f.Required {
		return "", "at least one value: the field is required"
	}
	return strings.Join(out, "|"), ""
}

// parted says that a number or a code is several, one below the other: with a space
// between them they would be one.
func (f field) parted(text string) (fault string) {
	if f.As != "number" && f.As != "code" {
		return ""
	}
	lines := 0
	for _, l := range strings.FieldsFunc(text, ends) {
		if f.As == "number" && strings.ContainsAny(l, "0123456789") || f.As == "code" && tidy(l) != "" {
			lines++
		}
	}
	if lines > 1 {
		return fmt.Sprintf("one value, not %d that stand one below the other", lines)
	}
	return ""
}

// ends says that a sign ends a line, or parts columns.
func ends(r rune) bool { return strings.ContainsRune("\n\r\t\v\f\u2028\u2029", r) }

// tidy puts one plain space between words, takes away what has no width, and gives
// the text its one spelling (package spelling), before a blank that stands for a letter
// (Ã and a no-break space) is taken for one.
func tidy(s string) string {
	s = spelling.Of(s).Text
	s = strings.Map(func(r rune) rune {
		if r == '\u00ad' || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, s)
	return norm.NFC.String(strings.Join(strings.Fields(s), " "))
}
