package sirene_test

import (
	"testing"

	"vigie/internal/france/sirene"
)

// The names of persons are made up.
func TestANameShowsItsLegalPerson(t *testing.T) {
	for name, want := range map[string]bool{
		"OVH SAS": true, "PFIZER S.A.S": true, "PHARMACIE EXEMPLE S.E.L.A.R.L": true, "SARL JEAN EXEMPLE": true, "S.A. Exemple": true,
		"Société d’exemple": true, "SCOP ACME NUMERIQUE": true, "Exemple GmbH": true, "GIP Exemple": true,
		"Fédération exemple": true, "Exemple, Inc.": true, "Université d'Exemple": true,

		"JEANNE EXEMPLE": false, "EXEMPLE JEAN": false, "M. Jean Exemple": false, "Mme Exemple SARL": false, "JEAN EXEMPLE EI": false,
		"Jean Exemple (E.I.)": false, "Maître Exemple": false, "JOAO DE SA": false, "JEANNE SE": false, "Entrepreneur individuel Exemple": false,
		"EXEMPLE": false, "": false, "G. EXEMPLE": false, "SASHA EXEMPLE": false, "FRANCE EXEMPLE": false, "Agence Exemple": false, "Exemple Saas": false,
	} {
		if got := sirene.NamesLegalPerson(name); got != want {
			t.Errorf("%q: %v, want %v", name, got, want)
		}
	}
}
