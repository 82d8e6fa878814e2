package frenchcase_test

import (
	"slices"
	"testing"

	"vigie/internal/test/frenchcase"
)

func TestTheWordsOfTheFrenchCaseAreFound(t *testing.T) {
	for text, want := range map[string][]string{
		"Numéro SIREN, lu au BOAMP":           {"BOAMP", "SIREN"},
		"column.siren_source":                 {"siren_"},
		"secnumcloud: qualified, SecNumCloud": {"SecNumCloud", "secnumcloud"},
		"l’État et l'État":                    {"l'État", "l’État"},
		"l’état du service, l'etat":           nil,
		"The French State, under French law":  {"French State", "French law"},
		"Sirens sang to the cadastre":         nil,
		"Le ministère":                        {"ministère"},
		"CADA jusqu’au, cada_jusqu_au":        {"CADA", "cada_"},
		"The harbour office of Port Ember":    nil,
	} {
		if got := frenchcase.Found(text); !slices.Equal(got, want) {
			t.Errorf("in %q: found %q, want %q", text, got, want)
		}
	}
}
