package cal

import (
	"fmt"
	"strings"

	"vigie/internal/value/lang"
)

// Text writes the day in words: "1er juillet 2026", "1 July 2026".
func (d Day) Text(l lang.Lang) string {
	if d.IsZero() {
		return ""
	}
	n := fmt.Sprint(d.DayOfMonth())
	if l == lang.FR && n == "1" {
		n = "1er"
	}
	return n + lang.NBSP + months[d.Month()-1].In(l) + " " + fmt.Sprint(d.Year())
}

// Text writes the date in words, as precisely as it is known.
func (d Date) Text(l lang.Lang) string {
	y, m := d.first.Year(), d.first.Month()
	switch d.precision {
	case ByYear:
		return fmt.Sprint(y)
	case ByHalf:
		if n := (m + 5) / 6; l != lang.FR {
			return fmt.Sprintf("%s half of %d", [...]string{"first", "second"}[n-1], y)
		} else {
			return fmt.Sprintf("%s semestre %d", [...]string{"1er", "2e"}[n-1], y)
		}
	case ByQuarter:
		if n := (m + 2) / 3; l != lang.FR {
			return fmt.Sprintf("Q%d %d", n, y)
		} else {
			return fmt.Sprintf("%s trimestre %d", [...]string{"1er", "2e", "3e", "4e"}[n-1], y)
		}
	case ByMonth:
		return fmt.Sprintf("%s %d", months[m-1].In(l), y)
	case ByDay:
		return d.first.Text(l)
	}
	return ""
}

// Text writes the period in words: "2024", "de 2016 à 2024", "depuis 2018".
func (p Period) Text(l lang.Lang) string {
	if d, ok := p.Single(); ok {
		return d.Text(l)
	}
	from, to := p.From.Text(l), p.To.Text(l)
	fr := l == lang.FR
	switch {
	case p.IsZero():
		return ""
	case from == "" && fr:
		return p.To.article("jusqu’à ", "jusqu’au ") + to
	case from == "":
		return "until " + to
	case to == "" && fr:
		return p.From.article("depuis ", "depuis le ") + from
	case to == "":
		return "since " + from
	case p.From.precision == ByYear && p.To.precision == ByYear:
		return from + lang.EnDash + to
	case fr:
		return p.From.article("de ", "du ") + from + p.To.article(" à ", " au ") + to
	}
	return from + " to " + to
}

// Of is the date after « de » in French: "du 27 janvier 2026", "de janvier 2026".
func (d Date) Of() string { return d.article("de ", "du ") + d.Text(lang.FR) }

// article is the French word before a date: "de juillet 2026", "d’août 2026",
// "du 31 juillet 2026", "du 1er semestre 2026".
func (d Date) article(bare, contracted string) string {
	switch {
	case d.precision == ByMonth && bare == "de " &&
		strings.ContainsRune("ao", rune(months[d.first.Month()-1].FR[0])):
		return "d’"
	case d.precision == ByYear || d.precision == ByMonth:
		return bare
	}
	return contracted
}
