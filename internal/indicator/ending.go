package indicator

import (
	"cmp"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// Ending is the end of a qualification in words, with the editions of the official
// list by which it is known. A term that has passed is never shown without them: a
// renewal that was not read is not a loss.
type Ending struct {
	State lang.Text // "terme passé d’après ce que nous avons lu"
	By    lang.Text // "catalogue du 27 janvier 2026"; empty where State names the edition
	After lang.Text // what may have happened since; empty when an edition later than the term was read
}

// EndingOf is the end of a qualification in words; false while its last day is to
// come, and when something else than time ended it.
func EndingOf(q *dataset.Qualification) (Ending, bool) {
	seen := lang.In("edition", q.TermSeen.OfWords())
	renewal := say("un renouvellement a pu être publié depuis", "a renewal may have been published since")
	switch q.Term {
	case dataset.TermToday:
		return Ending{say("se termine aujourd’hui d’après ce que nous avons lu", "ends today, as far as we have read"),
			readBy(q),
			renewal}, true
	case dataset.TermUnread:
		return Ending{say("terme passé d’après ce que nous avons lu", "ended, as far as we have read"), readBy(q), renewal},
			true
	case dataset.TermListed:
		return Ending{State: say("terme passé, mais la décision est encore au catalogue {edition}",
			"ended, but the decision is still in the catalogue of {edition}").With(seen)}, true
	case dataset.TermUnlisted:
		return Ending{State: say("terme passé ; la décision n’est pas au catalogue {edition}",
			"ended; the decision is not in the catalogue of {edition}").With(seen)}, true
	}
	return Ending{}, false
}

// Text is the whole of it: "ended, as far as we have read (catalogue of 27 January 2026); a
// renewal may have been published since".
func (e Ending) Text() lang.Text {
	if rests := e.Rests(); !rests.IsZero() {
		return lang.Join(" ", e.State, rests)
	}
	return e.State
}

// Rests is what follows State: "(catalogue of 27 January 2026); a renewal may have
// been published since"; empty where State names the edition.
func (e Ending) Rests() lang.Text {
	if e.By.IsZero() {
		return lang.Text{}
	}
	return say("({by}) ; {after}", "({by}); {after}").With(lang.In("by", e.By), lang.In("after", e.After))
}

// readBy names the editions that the end is known by, or the day on which its
// sources were read when no edition of a list names it.
func readBy(q *dataset.Qualification) lang.Text {
	own, others := q.Read.Own, q.Read.Others
	switch {
	case own.IsZero() && others.IsZero():
		day := cal.On(dataset.LastRead(q.Claims))
		return say("lu le {day}", "read on {day}").With(lang.In("day", day.Words()))
	case own.IsZero():
		return say("catalogue {edition}, lu par un tiers", "catalogue of {edition}, read by a third party").
			With(lang.In("edition", others.OfWords()))
	case others.IsZero():
		return say("catalogue {edition}", "catalogue of {edition}").With(lang.In("edition", own.OfWords()))
	}
	return say("catalogue {own}, et celui {others} lu par un tiers",
		"catalogue of {own}, and that of {others} read by a third party").
		With(lang.In("own", own.OfWords()), lang.In("others", others.OfWords()))
}

// ReadBy is what the end of a qualification is known by, as long as nothing later
// was read: a sentence that stays true before that day and after it. Empty when
// an edition later than the term was read.
func ReadBy(q *dataset.Qualification) lang.Text {
	if q.Term != dataset.TermAhead && !q.Term.Unconfirmed() {
		return lang.Text{}
	}
	by := readBy(q)
	return say("D’après ce que nous avons lu ({by}) ; un renouvellement a pu être publié depuis.",
		"By what we read ({by}); a renewal may have been published since.").With(lang.In("by", by))
}

// DaysLeft is the number of days to the last day of a qualification in force, in
// words where people have one: today, tomorrow. One that is not in force, or has no
// dates, has none. Both proofs of these days are made of it.
func DaysLeft(ds *dataset.Dataset, q *dataset.Qualification, id string, label lang.Text) figure.Figure {
	unit := unitOf(ds, "day")
	unit.Zero, unit.Alone = say("aujourd’hui", "today"), say("demain", "tomorrow")
	f := figure.Figure{ID: id, Label: label, Nature: figure.Computed, State: figure.Unknown,
		Reason: record.NotApplicable, Unit: unit,
		Rests: figure.Rests{Records: []record.Ref{{Kind: record.Qualifications, ID: q.ID}},
			Words: say("De la date de référence au dernier jour de la qualification.",
				"From the day of reference to the last day of the qualification.")}}
	for _, c := range dataset.Nearest(q.Claims) {
		f.Rests.Claims = append(f.Rests.Claims, c.ID)
	}
	left, counted := q.Left()
	switch {
	case q.Period == nil:
		f.Reason = cmp.Or(q.Unknown, record.NotCollected)
	case counted:
		f.State, f.Reason, f.Value, f.Daily = figure.Sure, "", quantity.Int(left), true
	}
	return f
}
