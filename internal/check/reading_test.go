package check_test

import (
	"strings"
	"testing"
)

// reading is a made-up event of a day, a month or a span, with one claim.
func reading(on, keys, fr, en string) string {
	return `# data/events/example-extra.yaml
on: "` + on + `"
kind: report
title: {fr: Un rapport paraît, en: A report is published}
claims:
  - {id: example-extra-1, ` + keys + `says: {fr: "` + fr + `", en: "` + en + `"}, source: example-report, read: 2026-10-01}
`
}

func TestWhatASecondReaderSeesInTheWordsOfAClaim(t *testing.T) {
	for name, one := range map[string]struct{ rule, on, keys, fr, en string }{
		"the span of the English words is another": {"written-span", "2012/2015", "", "De 2012 à 2015.", "From 2013 to 2015."},
		"a span in the words of a single year":     {"written-span", "2014", "", "Sur 2012-2014.", "Over 2012-2014."},
		"the span of the words is that of the day": {"", "2012/2014", "", "Sur 2012-2014.", "Over 2012-2014."},
		"its own date frees a claim":               {"", "2015", `about: "2012/2014", `, "Sur 2012-2014.", "Over 2012-2014."},
		"years apart are no span":                  {"", "2014", "", "2 M€ en 2014, 400 M€ prévus pour 2017.", "€2M in 2014, €400M forecast for 2017."},
		"the day is in about":                      {"finest-date", "2026-07", `about: "2026-07-14", `, "Une décision tombe.", "A decision is given."},
		"the first day of a month is read":         {"finest-date", "2026", "", "Le 1er juillet 2026, une décision tombe.", "A decision is given."},
		"a day of another month is no finer date":  {"", "2026-07", "", "Annoncé le 14 juin 2026.", "Announced on 14 June 2026."},
		"a day is not found in a longer number":    {"", "2026-07", "", "Le lot 114 juillet 2026.", "Lot 114 July 2026."},
		"words that open on others":                {"stands-alone", "2026-07-31", "", "Même étude : 26 %.", "Example study: 26%."},
		"words that point in English only":         {"stands-alone", "2026-07-31", "", "Par le marché d'exemple.", "Through this contract."},
		"words that point to what they named":      {"", "2026-07-31", "", "Des succès du cloud, parmi ces succès le portail.", "Successes, the portal among these successes."},
		"what follows a pronoun is no noun":        {"", "2026-07-31", "", "Ce qui est en ligne, même les cartes.", "What is online, even maps."},
	} {
		t.Run(name, func(t *testing.T) {
			var rules []string
			for _, p := range valid(t).with(reading(one.on, one.keys, one.fr, one.en)).check(t, asOf) {
				rules = append(rules, p.Rule)
			}
			if got := strings.Join(rules, " "); got != one.rule {
				t.Errorf("rules that report: %q, want %q", got, one.rule)
			}
		})
	}
}

func TestAQuestionWhoseAnswerWasNotReadStaysParliamentary(t *testing.T) {
	for _, quality := range []string{"parliamentary", "press"} {
		keys := "quality: " + quality + `, note: {fr: "La réponse n'a pas été lue.", en: The answer was not read.}, `
		for _, p := range valid(t).with(reading("2026-07-31", keys, "Une question est posée.", "A question is put.")).check(t, asOf) {
			t.Error(inWords(p))
		}
	}
}
