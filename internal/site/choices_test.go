package site_test

import (
	"slices"
	"testing"

	"vigie/internal/site"
)

// The decision aid of another country has the choices, questions and rules of its own words.
func TestTheChoicesAreTheSensitivitiesOfTheVocabulary(t *testing.T) {
	files := oneOfEach(t)
	files["data/vocabulary/sensitivities.yaml"] = `words:
  - {id: harbour-secret, name: {fr: Secret du port, en: Harbour secret}, meaning: {fr: Secret ?, en: Is it secret?}, protected: true}
  - {id: open-water, name: {fr: Eau libre, en: Open water}}
`
	files["data/doctrines/secret-rule.yaml"] = `title: {fr: Au secret, en: Kept secret}
text: "2018"
in_force: 2018/..
asks: {fr: Choisir, en: Choose}
sensitivity: harbour-secret
tiers: [dedicated]
claims:
  - {id: secret-rule, source: example-report, read: 2026-10-01}
`
	files["data/doctrines/other-rule.yaml"] = `title: {fr: Au large, en: At sea}
text: "2018"
in_force: 2018/..
asks: {fr: Choisir, en: Choose}
otherwise: true
tiers: [external]
claims:
  - {id: other-rule, source: example-report, read: 2026-10-01}
`
	s := siteOf(t, files)
	for p := range s.Pages() {
		body, ok := p.Body.(site.ChoosePage)
		if !ok || p.Lang != "en" {
			continue
		}
		var got []string
		for _, c := range body.Choices {
			got = append(got, c.ID, c.Title, c.Question)
			for _, r := range c.Rules {
				got = append(got, r.Title)
			}
			for _, model := range c.Offers {
				for _, o := range model.Offers {
					got = append(got, o.Offer.Text)
				}
			}
		}
		want := []string{"harbour-secret", "Harbour secret", "Is it secret?", "Kept secret", "Nuage d'exemple", "Nuage d'exemple", "open-water", "Open water", "Open water", "At sea"}
		if !slices.Equal(got, want) {
			t.Errorf("the page has %q, want %q", got, want)
		}
		return
	}
	t.Error("there is no page to choose")
}
