package quantity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"vigie/internal/value/lang"
)

// Number writes a bare number for readers, with the marks of the language.
func Number(l lang.Lang, d Decimal) string { return digits(l, d.Trim(0)) }

func digits(l lang.Lang, d Decimal) string {
	s := d.String()
	sign := ""
	if t, ok := strings.CutPrefix(s, "-"); ok {
		sign, s = lang.Minus, t
	}
	whole, frac, has := strings.Cut(s, ".")
	out := sign + lang.Group(l, whole)
	if has {
		point := ","
		if l != lang.FR {
			point = "."
		}
		out += point + frac
	}
	return out
}

// Text writes the value with its unit: "51,6 M€", "de 2 à 6 Md€",
// "plus de 100 produits", "84 %", "demain".
func (v Value) Text(l lang.Lang, u Unit) string {
	if word, ok := u.Word(l, v); ok {
		return word
	}
	body := v.bare(l, u)
	if word := senseWord(l, v.Sense); word != "" {
		return word + " " + body
	}
	return body
}

func (v Value) bare(l lang.Lang, u Unit) string {
	scale := scaleOf(v, u)
	low, high := u.number(l, unscale(v.Low, scale), scale), u.number(l, unscale(v.High, scale), scale)
	plural := lang.Plural(l, v.High.Trunc(0).String(), v.High.Scale() > 0 && !v.High.IsInt())
	return u.dress(l, join(l, low, high, v.IsRange()), scale, plural)
}

// number writes a number of the unit; a price keeps its cents ("160,60").
func (u Unit) number(l lang.Lang, d Decimal, scale int) string {
	if u.Kind == Money && scale == 0 && !d.IsInt() {
		return digits(l, d.Trim(2).Pad(2))
	}
	return Number(l, d)
}

func join(l lang.Lang, low, high string, isRange bool) string {
	switch {
	case !isRange:
		return low
	case l != lang.FR:
		return low + " to " + high
	}
	return low + " à " + high
}

// Before is the symbol of money as it opens an amount in English: "€", and "ORC " with a space
// that does not break, for letters would run into the number.
func (u Unit) Before() string {
	if last, _ := utf8.DecodeLastRuneInString(u.Symbol); unicode.IsLetter(last) {
		return u.Symbol + lang.NBSP
	}
	return u.Symbol
}

// dress puts the unit round an already written number.
func (u Unit) dress(l lang.Lang, number string, scale int, plural bool) string {
	tail := u.Per.In(l)
	if tail != "" {
		tail = " " + tail
	}
	switch u.Kind {
	case Money:
		if l != lang.FR {
			number = strings.Replace(number, " to ", scaleEN[scale]+" to "+u.Before(), 1)
			return u.Before() + number + scaleEN[scale] + tail
		}
		return number + lang.NBSP + scaleFR[scale] + u.Symbol + tail
	case Percent:
		if l != lang.FR {
			return number + "%" + tail
		}
		return number + lang.NBSP + "%" + tail
	}
	word := u.One.In(l)
	if plural {
		word = u.Many.In(l)
	}
	if word == "" {
		return number + tail
	}
	return number + lang.NBSP + word + tail
}

var (
	scaleFR = map[int]string{0: "", 6: "M", 9: "Md"}
	scaleEN = map[int]string{0: "", 6: "M", 9: "bn"}
)

// scaleOf chooses millions or thousand millions for money, by the larger end.
func scaleOf(v Value, u Unit) int {
	if u.Kind != Money {
		return 0
	}
	switch abs := v.High.Abs(); {
	case abs.Cmp(pow10(9)) >= 0:
		return 9
	case abs.Cmp(pow10(6)) >= 0:
		return 6
	}
	return 0
}

func unscale(d Decimal, scale int) Decimal {
	if scale == 0 {
		return d
	}
	q, err := d.Quo(pow10(scale))
	if err != nil {
		return d
	}
	return q
}

func senseWord(l lang.Lang, s Sense) string {
	fr := map[Sense]string{About: "environ", Over: "plus de", AtLeast: "au moins", AtMost: "au plus"}
	if l != lang.FR {
		return map[Sense]string{About: "about", Over: "over", AtLeast: "at least", AtMost: "at most"}[s]
	}
	return fr[s]
}
