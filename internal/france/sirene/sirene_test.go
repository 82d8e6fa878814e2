package sirene_test

import (
	"testing"

	"vigie/internal/france/sirene"
)

func TestSIREN(t *testing.T) {
	for name, c := range map[string]struct {
		number string
		valid  bool
	}{
		"a right key":             {"130025265", true}, // DINUM
		"La Poste itself":         {"356000000", true},
		"one digit changed":       {"130025266", false},
		"two digits swapped":      {"130052265", false},
		"eight digits":            {"13002526", false},
		"spaces":                  {"130 025 265", false},
		"letters":                 {"13002526A", false},
		"empty":                   {"", false},
		"full-width digits":       {"１３００２５２６５", false},
		"a SIRET is not a SIREN":  {"13002526500013", false},
		"all zeros have a key":    {"000000000", true},
		"other body, right key":   {"180020026", true}, // Caisse des dépôts
		"other body, wrong digit": {"180020027", false},
	} {
		t.Run(name, func(t *testing.T) {
			if got := sirene.ValidSIREN(c.number); got != c.valid {
				t.Errorf("ValidSIREN(%q) = %v, want %v", c.number, got, c.valid)
			}
		})
	}
}

func TestSIRET(t *testing.T) {
	for name, c := range map[string]struct {
		number string
		valid  bool
	}{
		"the seat of La Poste":                    {"35600000000048", true},
		"a post office, by the sum of its digits": {"35600000009075", true},
		"a post office with a wrong sum":          {"35600000009076", false},
		"the exception is La Poste's alone":       {"13002526500014", false},
		"nine digits":                             {"130025265", false},
	} {
		t.Run(name, func(t *testing.T) {
			if got := sirene.ValidSIRET(c.number); got != c.valid {
				t.Errorf("ValidSIRET(%q) = %v, want %v", c.number, got, c.valid)
			}
		})
	}
}
