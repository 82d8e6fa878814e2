package site_test

import (
	"strings"
	"testing"
)

// The script writes what it counts with the words that the page carries, as they are.
func TestThePageOfTheSearchCarriesTheWordsOfItsScript(t *testing.T) {
	pages := rendered(t, real(t, nil), "search")
	for _, want := range []string{`data-single="résultat"`, `data-many="résultats"`, `data-href="/find/fr.json"`,
		`action="/recherche/"`, `href="/recherche/a/"`, `href="/recherche/lieux/departement-ain/"`} {
		if !strings.Contains(pages["/recherche/"], want) {
			t.Errorf("it lacks %s", want)
		}
	}
	if ain := pages["/recherche/lieux/departement-ain/"]; !strings.Contains(ain,
		`<li id="01001">L&#39;Abergement-Clémenciat`) {
		t.Error("the page of a département lacks a commune, with its anchor")
	}
}
