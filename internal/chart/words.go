package chart

import (
	"vigie/internal/dataset"
	"vigie/internal/lang"
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
	string(dataset.StandingExpired):    {FR: "terme passé", EN: "term passed"},

	string(dataset.Kept):         {FR: "tenu", EN: "kept"},
	string(dataset.Missed):       {FR: "non tenu à l'échéance", EN: "not kept by the deadline"},
	string(dataset.Running):      {FR: "en cours", EN: "under way"},
	string(dataset.Unverifiable): {FR: "invérifiable", EN: "unverifiable"},
}

// state is a computed state in words; the state itself when it has none.
func (v view) state(s string) string {
	if t, ok := states[s]; ok {
		return v.text(t)
	}
	return s
}
