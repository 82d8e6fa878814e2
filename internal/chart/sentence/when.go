package sentence

import (
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// When is a period as it stands inside a sentence, with the preposition that its precision
// wants: "en 2023", "on 30 June 2023". Where a language lacks the pattern it is in English.
func When(p cal.Period, l lang.Lang, patterns lang.Sentences) string {
	made := composed(l, patterns, func(t *composer) {
		t.sentences = append(t.sentences, Sentence{t.when(p), t.l})
	})
	return made[0].Plain()
}

// when puts a period into a sentence: "en 2023", "le 14 octobre 2022", "au 1er
// trimestre 2021", "de 2016 à 2024", "depuis 2018".
func (t *composer) when(p cal.Period) piece {
	if d, single := p.Single(); single {
		return t.on(d)
	}
	switch {
	case p.IsZero():
		return say("à une date inconnue", "at an unknown date").fill(t, nil)
	case p.From.IsZero() && the(p.To):
		return t.dated(say("jusqu'au {date}", "until {date}"), p.To)
	case p.From.IsZero():
		return t.dated(say("jusqu'en {date}", "until {date}"), p.To)
	case p.To.IsZero() && the(p.From):
		return t.dated(say("depuis le {date}", "since {date}"), p.From)
	case p.To.IsZero():
		return t.dated(say("depuis {date}", "since {date}"), p.From)
	}
	return t.fromTo(p.From, p.To)
}

// dated is a pattern with one date.
func (t *composer) dated(p pattern, d cal.Date) piece {
	return p.fill(t, slots{"date": t.text(d.Words())})
}

// on puts a date into a sentence, with the preposition that its precision wants.
func (t *composer) on(d cal.Date) piece {
	switch d.Precision() {
	case cal.ByDay:
		return t.dated(say("le {date}", "on {date}"), d)
	case cal.ByHalf:
		return t.dated(say("au {date}", "in the {date}"), d)
	case cal.ByQuarter:
		return t.dated(say("au {date}", "in {date}"), d)
	}
	return t.dated(say("en {date}", "in {date}"), d)
}

// fromTo joins two dates: "de 2016 à 2024", "d’octobre 2022 au 15 novembre 2022".
func (t *composer) fromTo(a, b cal.Date) piece {
	from, to := say("{de date}", "from {date}"), say("à {date}", "to {date}")
	switch {
	case a.Precision() == cal.ByHalf:
		from = say("du {date}", "from the {date}")
	case the(a):
		from = say("du {date}", "from {date}")
	}
	switch {
	case b.Precision() == cal.ByHalf:
		to = say("au {date}", "to the {date}")
	case the(b):
		to = say("au {date}", "to {date}")
	}
	return say("{from} {to}", "{from} {to}").fill(t, slots{"from": t.dated(from, a), "to": t.dated(to, b)})
}

// the says that a date has an article in French: days, quarters and halves have one.
func the(d cal.Date) bool {
	switch d.Precision() {
	case cal.ByDay, cal.ByHalf, cal.ByQuarter:
		return true
	}
	return false
}
