package recipe

import (
	"regexp"
	"strings"

	"vigie/internal/value/tabular"
)

// convention is how the numbers of one column are written: which sign comes before
// the decimals. Spaces and apostrophes only ever part groups of three digits.
type convention rune

// The conventions. A column in which no cell shows one has none.
const (
	unsettled    convention = 0
	decimalComma convention = ','
	decimalPoint convention = '.'
)

var (
	numeric  = regexp.MustCompile(`^[0-9][0-9.,' ]*$`)
	triples  = regexp.MustCompile(`^[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+|(?:,[0-9]{3})+|(?:'[0-9]{3})+|(?: [0-9]{3})+)$`)
	whole    = regexp.MustCompile(`^[0-9]+$`)
	signless = strings.NewReplacer("−", "-", "–", "-", "’", "'", "ʼ", "'")
	exponent = regexp.MustCompile(`^[+-]?[0-9]+(?:[.,][0-9]+)?[eE][+-]?[0-9]{1,2}$`)
)

// written is a number as its text shows it, before it is known which sign is that
// of decimals.
type written struct {
	negative bool
	body     string     // digits and the signs between them
	shows    convention // that the text can only be read in; none when it fits both
	twofold  bool       // the text is another number in each: 12.500
	plain    string     // the number, where the convention does not matter
}

// parse takes a number apart; false when the text is none. The euro and percent
// are left out, a sign may stand before or after, and brackets are a minus.
func parse(text string) (written, bool) {
	text = signless.Replace(text)
	for _, unit := range []string{"€", "%"} {
		text = strings.TrimSpace(strings.TrimSuffix(text, unit))
	}
	if len(text) > 60 {
		return written{}, false
	}
	if exponent.MatchString(text) {
		plain, ok := tabular.Decimal(strings.ReplaceAll(text, ",", "."))
		return written{plain: plain}, ok
	}
	w := written{}
	if inner, ok := strings.CutPrefix(text, "("); ok && strings.HasSuffix(inner, ")") {
		w.negative, text = true, strings.TrimSuffix(inner, ")")
	} else if rest, ok := strings.CutSuffix(text, "-"); ok {
		w.negative, text = true, rest
	} else if rest, ok := strings.CutPrefix(text, "-"); ok {
		w.negative, text = true, rest
	} else {
		text = strings.TrimPrefix(text, "+")
	}
	w.body = strings.TrimSpace(text)
	if !numeric.MatchString(w.body) {
		return w, false
	}
	comma, commaFits := w.in(decimalComma)
	point, pointFits := w.in(decimalPoint)
	switch {
	case commaFits && pointFits && comma == point:
		w.plain = comma
	case commaFits && pointFits:
		w.twofold = true
	case commaFits:
		w.shows = decimalComma
	case pointFits:
		w.shows = decimalPoint
	default:
		return w, false
	}
	return w, true
}

// in reads the number in a convention, exactly.
func (w written) in(c convention) (string, bool) {
	integer, decimals, has := strings.Cut(w.body, string(c))
	switch {
	case has && !whole.MatchString(decimals):
		return "", false
	case !whole.MatchString(integer) && !triples.MatchString(integer):
		return "", false
	}
	number := strings.NewReplacer(".", "", ",", "", "'", "", " ", "").Replace(integer)
	if has {
		number += "." + decimals
	}
	if w.negative {
		number = "-" + number
	}
	return tabular.Decimal(number)
}

// numbering counts which conventions the cells of a column show.
type numbering struct{ comma, point int }

func (n *numbering) see(text string) {
	switch w, _ := parse(tidy(text)); w.shows {
	case decimalComma:
		n.comma++
	case decimalPoint:
		n.point++
	}
}

// convention is the one that most cells show, and whether none shows the other.
func (n numbering) convention() (c convention, alone bool) {
	switch {
	case n.comma == 0 && n.point == 0:
		return unsettled, true
	case n.comma >= n.point:
		return decimalComma, n.point == 0
	}
	return decimalPoint, n.comma == 0
}

// number reads a number in the convention of its field. One that is two numbers is
// only read where the convention is sure: declared, or shown by other cells and
// belied by none.
func (f field) number(text string) (cell, wanted string) {
	w, ok := parse(text)
	switch {
	case !ok:
		return "", "a number such as 1 234,5"
	case w.plain != "":
		return w.plain, ""
	case w.twofold && (f.numbers == unsettled || !f.sure):
		return "", `a number with one meaning: say with format: "," or format: "." which sign comes before the decimals`
	case w.shows != unsettled && f.numbers != unsettled && w.shows != f.numbers:
		return "", "a number written as the others of its column, with decimals after " + string(f.numbers)
	case f.numbers == unsettled:
		cell, _ = w.in(w.shows)
		return cell, ""
	}
	cell, _ = w.in(f.numbers)
	return cell, ""
}
