package verify

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// owner is a record, claim, figure or indicator, with its words that hold a digit:
// those in which a number of a page may stand. The longest come first.
type owner struct{ texts []string }

// add gives the owner more words.
func (o *owner) add(words ...string) {
	for _, w := range words {
		if w = plain(w); hasDigit(w) {
			o.texts = append(o.texts, w)
		}
	}
}

// settle sorts what was added.
func (o *owner) settle() {
	slices.SortFunc(o.texts, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	o.texts = slices.Compact(o.texts)
}

// rest is what remains of words once those of the owners are taken out: words
// that an owner holds whole leave nothing.
func rest(words string, owners []*owner) string {
	words = plain(words)
	for _, o := range owners {
		for _, t := range o.texts {
			if len(t) >= len(words) && take(t, words) != t {
				return ""
			}
		}
	}
	var all owner
	for _, o := range owners {
		for _, t := range o.texts {
			if len(t) <= len(words) && strings.Contains(words, t) {
				all.texts = append(all.texts, t)
			}
		}
	}
	all.settle() // the longest first, whoever owns it
	for _, t := range all.texts {
		words = take(words, t)
	}
	return words
}

// take cuts a text out of words wherever it stands whole: "1 service" does not
// stand in "11 services".
func take(words, text string) string {
	if text == "" {
		return words
	}
	for from := 0; ; {
		at := strings.Index(words[from:], text)
		if at < 0 {
			return words
		}
		at += from
		end := at + len(text)
		if whole(words, at, end) {
			words = words[:at] + "∅" + words[end:]
			from = at + len("∅")
			continue
		}
		_, size := utf8.DecodeRuneInString(words[at:])
		from = at + size
	}
}

// whole says that no number is cut at either end.
func whole(words string, at, end int) bool {
	return !(digitAt(words, at) && (digitAt(words, at-1) || marked(words, at-1) && digitAt(words, at-2))) &&
		!(digitAt(words, end-1) && (digitAt(words, end) || marked(words, end) && digitAt(words, end+1)))
}

func digitAt(s string, i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }

func marked(s string, i int) bool { return i >= 0 && i < len(s) && (s[i] == ',' || s[i] == '.') }
