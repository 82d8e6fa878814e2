package lang_test

import (
	"testing"

	"vigie/internal/value/lang"
)

func TestWordsThatSayThatNobodyPublishesAreFound(t *testing.T) {
	tests := []struct{ text, found string }{
		{"On l'ignore : personne ne publie ce nombre.", "personne ne publie"},
		{"Personne ne le publie.", "Personne ne le publie"},
		{"Personne n’a publié de bilan.", "Personne n’a publié"},
		{"Une part publiée par personne.", "publiée par personne"},
		{"Nobody publishes it.", "Nobody publishes"},
		{"No one has ever published it.", "No one has ever published"},
		{"The amount is published by nobody.", "published by nobody"},
		{"Personne n'écrit ces états à la main.", ""},
		{"Nous ne l'avons pas trouvé.", ""},
		{"Nobody writes these states by hand.", ""},
	}
	for _, test := range tests {
		got := ""
		if at := lang.NobodyPublishes(test.text); at != nil {
			got = test.text[at[0]:at[1]]
		}
		if got != test.found {
			t.Errorf("%q: found %q, want %q", test.text, got, test.found)
		}
	}
}
