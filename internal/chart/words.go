package chart

import (
	"unicode"
	"unicode/utf8"

	"vigie/internal/dataset"
	"vigie/internal/indicator"
	"vigie/internal/value/lang"
)

// states are the words of computed states: standings of qualifications and
// outcomes of commitments.
var states = map[string]lang.Text{
	string(dataset.StandingInProgress): {FR: "demande en cours", EN: "in progress"},
	string(dataset.StandingUpcoming):   {FR: "accordée, pas encore commencée", EN: "granted, not begun yet"},
	string(dataset.StandingValid):      {FR: "en vigueur", EN: "in force"},
	string(dataset.StandingUndated):    {FR: "accordée, dates inconnues", EN: "granted, dates unknown"},
	string(dataset.StandingReplaced):   {FR: "remplacée", EN: "replaced"},
	string(dataset.StandingSuspended):  {FR: "suspendue", EN: "suspended"},
	string(dataset.StandingWithdrawn):  {FR: "retirée", EN: "withdrawn"},
	string(dataset.StandingDelisted):   {FR: "n'est plus listée", EN: "no longer listed"},
	string(dataset.StandingExpired):    {FR: "terme passé", EN: "ended"},

	string(dataset.Kept):         {FR: "tenu", EN: "kept"},
	string(dataset.KeptLate):     {FR: "tenu en retard", EN: "kept late"},
	string(dataset.Missed):       {FR: "non tenu", EN: "not kept"},
	string(dataset.Running):      {FR: "en cours", EN: "under way"},
	string(dataset.Unverifiable): {FR: "invérifiable", EN: "unverifiable"},
}

// state is the computed state of a point in words: its own, or else the usual
// ones, or else the state itself.
func (v view) state(p indicator.Point) string {
	if !p.Words.IsZero() {
		return v.text(p.Words)
	}
	return v.code(p.State)
}

// code is a computed state in the usual words.
func (v view) code(state string) string {
	if t, ok := states[state]; ok {
		return v.text(t)
	}
	return state
}

// capital makes the first letter a capital.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}
