package sentence

import (
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// when puts a period into a sentence: "en 2023", "le 14 octobre 2022", "au 1er
// trimestre 2021", "de 2016 à 2024", "depuis 2018".
func (t *composer) when(p cal.Period) piece { return words(when(t.l, p)) }

func when(l lang.Lang, p cal.Period) string {
	fr := l == lang.FR
	if d, single := p.Single(); single {
		return on(l, d)
	}
	switch {
	case p.IsZero() && fr:
		return "à une date inconnue"
	case p.IsZero():
		return "at an unknown date"
	case p.From.IsZero() && fr:
		return "jusqu’" + until(p.To)
	case p.From.IsZero():
		return "until " + p.To.Text(l)
	case p.To.IsZero() && fr:
		return "depuis " + the(p.From) + p.From.Text(l)
	case p.To.IsZero():
		return "since " + p.From.Text(l)
	}
	return fromTo(l, p.From, p.To)
}

// on puts a date into a sentence, with the preposition that its precision wants.
func on(l lang.Lang, d cal.Date) string {
	if l != lang.FR {
		switch d.Precision() {
		case cal.ByDay:
			return "on " + d.Text(l)
		case cal.ByHalf:
			return "in the " + d.Text(l)
		}
		return "in " + d.Text(l)
	}
	switch d.Precision() {
	case cal.ByDay:
		return "le " + d.Text(l)
	case cal.ByHalf, cal.ByQuarter:
		return "au " + d.Text(l)
	}
	return "en " + d.Text(l)
}

// fromTo joins two dates: "de 2016 à 2024", "d’octobre 2022 au 15 novembre 2022".
func fromTo(l lang.Lang, a, b cal.Date) string {
	if l != lang.FR {
		article := func(d cal.Date) string {
			if d.Precision() == cal.ByHalf {
				return "the "
			}
			return ""
		}
		return "from " + article(a) + a.Text(l) + " to " + article(b) + b.Text(l)
	}
	from, to := of(a.Text(l)), "à "
	if the(a) != "" {
		from = "du "
	}
	if the(b) != "" {
		to = "au "
	}
	return from + a.Text(l) + " " + to + b.Text(l)
}

// the is the French article of a date: days, quarters and halves have one.
func the(d cal.Date) string {
	switch d.Precision() {
	case cal.ByDay, cal.ByHalf, cal.ByQuarter:
		return "le "
	}
	return ""
}

func until(d cal.Date) string {
	if the(d) != "" {
		return "au " + d.Text(lang.FR)
	}
	return "en " + d.Text(lang.FR)
}
