package check_test

import (
	"strings"
	"testing"
)

// Each case takes the valid project, changes one thing, and says what is reported of
// it: the rule, where, and words of the message or the hint.
func TestOneThingBroken(t *testing.T) {
	for name, c := range map[string]struct {
		file, old, new string
		rule, at, says string
	}{
		"a provider that does not exist, near one that does": {
			"data/offers/example-cloud.yaml", "provider: example-host", "provider: exemple-hosts", "reference", ":2:11", "did you mean example-host?"},
		"an identifier of another kind": {
			"data/offers/example-cloud.yaml", "provider: example-host", "provider: example-ministry", "reference", ":2:11", "there is one among organisations"},
		"a claim that does not exist": {
			"data/contradictions/example-dispute.yaml", "example-orders-2024-b]", "example-orders-2024-c]", "reference", ":2:31", "did you mean example-orders-2024"},
		"a source that does not exist": {
			"data/doctrines/example-rule.yaml", "source: example-report", "source: report", "reference", ":6:38", `no "report" among sources`},
		"a claim that is named in capitals": {
			"data/doctrines/example-rule.yaml", "example-doctrine-1", "Example_1", "claim-id", ":6:10", "a-z, 0-9"},
		"one claim twice, in two records": {
			"data/doctrines/example-rule.yaml", "example-doctrine-1", "example-event-1", "claim-id", ":6:10", "already made in data/"},
		"an event without any claim": {
			"data/events/example-event.yaml", "claims:\n  - id: example-event-1\n    source: example-report\n    read: 2026-10-01\n    says:\n      fr: Le rapport compte les projets, et la sénatrice Mme Exemple le présente.\n      en: The report counts the projects, and a senator presents it.\n", "claims: []\n", "claim-needed", ":5:1", "the event rests on no claim"},
		"evidence without any claim": {
			"data/commitments/example-promise.yaml", "    claim_ids: [example-share-2025]\n", "", "claim-needed", ":8:5", "this evidence"},
		"an observation with a value that is said to be unknown": {
			"data/series/example-share.yaml", "    claims:", "    unknown: lost\n    claims:", "claim-needed", ":10:41", "said to be unknown"},
		"an observation whose claim has no value": {
			"data/series/example-share.yaml", "value: over 70, ", "", "claim-needed", ":9:9", "gives no value"},
		"a number with a wrong check digit": {
			"data/organisations/example-ministry.yaml", "130025265", "130025256", "identifier-number", ":3:45", "its check digit is wrong: read the number again (Example register)"},
		"the number of a place in the place of a number": {
			"data/organisations/example-ministry.yaml", "130025265", "13002526500013", "identifier-number", ":3:45", "first 9 digits, 130025265"},
		"a number that loses its zeros": {
			"data/organisations/example-ministry.yaml", `"130025265"`, "30025265", "identifier-number", ":3:45", "9 digits"},
		"a number with a letter": {
			"data/organisations/example-ministry.yaml", "130025265", "13002526S", "identifier-number", ":3:45", "9 digits"},
		"a number borne twice": {
			"data/organisations/example-region.yaml", `{kind: cog, value: "53"}`, `{kind: example-number, value: "130025265"}`, "identifier-number", ":3:45", "already that of organisations/example-ministry"},
		"two numbers of one kind": {
			"data/organisations/example-region.yaml", `value: "53"}`, `value: "53"}, {kind: cog, value: "54"}`, "identifier-number", ":3:48", "two identifiers of the kind cog"},
		"an identifier that such records do not bear": {
			"data/organisations/example-region.yaml", `{kind: cog, value: "53"}`, `{kind: example-tally, value: "1234"}`, "identifier-number", ":3:22", "those that do stand in borne_by:"},
		"a tally with a digit too few": {
			"data/providers/example-host.yaml", "incorporation:", "identifiers: [{kind: example-tally, value: \"123\"}]\nincorporation:", "identifier-number", ":2:44", "4 digits"},
		"a source that no table publishes": {
			"data/providers/example-host.yaml", "incorporation:", "identifiers: [{kind: example-number, value: \"123456782\", source: x}]\nincorporation:", "identifier-number", ":2:66", "source_column:"},
		"an identifier that is in no list": {
			"data/organisations/example-region.yaml", `kind: cog`, `kind: cug`, "closed-list", ":3:22", "did you mean cog?"},
		"a region with the code of a département": {
			"data/organisations/example-region.yaml", `"53"`, `"2A"`, "identifier-number", ":3:34", "not the geographic code of a body of the kind region"},
		"a ministry with a geographic code": {
			"data/organisations/example-ministry.yaml", `{kind: example-number, value: "130025265"}`, `{kind: cog, value: "53"}`, "identifier-number", ":3:34", "those of these kinds have one: region, departement, commune"},
		"a kind of identifier without a check": {
			"data/vocabulary/identifiers.yaml", "    check: {by: digits, length: 4}\n", "", "vocabulary", ":9:5", "nothing says how example-tally is checked"},
		"a check that is in no list": {
			"data/vocabulary/identifiers.yaml", "by: digits", "by: digit", "closed-list", ":11:17", "did you mean digits?"},
		"digits that nobody counts": {
			"data/vocabulary/identifiers.yaml", "{by: digits, length: 4}", "{by: digits}", "vocabulary", ":11:5", "add length:"},
		"a pattern that cannot be read": {
			"data/vocabulary/identifiers.yaml", `'\d\d'`, `'(\d\d'`, "vocabulary", ":18:35", "no regular expression"},
		"two identifiers in one column": {
			"data/vocabulary/identifiers.yaml", "column: matricule", "column: numero", "vocabulary", ":12:42", "already that of example-number"},
		"a column that cannot be named so": {
			"data/vocabulary/identifiers.yaml", "column: matricule", "column: N° matricule", "vocabulary", ":12:42", "small letters"},
		"a page read before it was published": {
			"data/doctrines/example-rule.yaml", "read: 2026-10-01", "read: 2026-07-30", "dates-in-order", ":6:60", "before the source example-report was published"},
		"a deadline before the promise": {
			"data/commitments/example-promise.yaml", `deadline: "2027"`, `deadline: "2024"`, "dates-in-order", ":5:11", "before the promise"},
		"what was seen after the document that reports it": {
			"data/commitments/example-promise.yaml", "  - on: \"2026-06\"\n    kept: partly\n    why: {fr: La moitié est là, en: Half of it is there}\n    claim_ids: [example-share-2025]",
			"  - on: 2026-09-01\n    kept: partly\n    why: {fr: La moitié est là, en: Half of it is there}\n    claims: [{id: example-seen, source: example-report, read: 2026-10-01}]", "told-as-done", ":8:9", "published on 2026-07-31 at the latest"},
		"a qualification that ends before it starts": {
			"data/qualifications/example-cloud-2024.yaml", "until: 2027-03-01", "until: 2023-03-01", "dates-in-order", ":5:35", "before it starts"},
		"milestones upside down": {
			"data/qualifications/example-cloud-2024.yaml", `on: "2024-02"`, `on: "2022-02"`, "dates-in-order", ":11:", "J0 to J3"},
		"a qualification of four years": {
			"data/qualifications/example-cloud-2024.yaml", "until: 2027-03-01", "until: 2028-03-01", "longest-term", ":5:35", "more than the 3 years of SecNumCloud"},
		"a service live before the sources were read to say so": {
			"data/migrations/example-app.yaml", "on: 2025-Q2", "on: 2027-Q2", "told-as-done", ":15:9", "reported as done on 2027-04-01, after 2026-10-01"},
		"orders of a year to come": {
			"data/series/example-orders.yaml", `period: "2025"`, `period: "2027"`, "told-as-done", ":16:13", "2027-01-01"},
		"two points written otherwise for one period": {
			"data/series/example-orders.yaml", `period: "2025"`, `period: 2024-01/2024-12`, "one-observation", ":16:5", "in line 7"},
		"money without its tax": {
			"data/series/example-orders.yaml", "tax: unknown, ", "", "one-basis", ":4:1", "lacks tax"},
		"a count with a tax": {
			"data/series/example-share.yaml", "unit: percent", "unit: percent\nbasis: {tax: HT}", "one-basis", ":4:1", "no money"},
		"a claim of another unit inside a series": {
			"data/series/example-share.yaml", "value: over 70", "value: over 70, unit: project", "one-basis", ":9:", "the unit of the series"},
		"a share that is not in percent": {
			"data/series/example-share.yaml", "unit: percent", "unit: project", "unit-fits", ":4:11", "in percent"},
		"money without a symbol": {
			"data/units/eur.yaml", "symbol: €", "one: {fr: euro, en: euro}", "unit-fits", ":1:7", "symbol"},
		"a count without words": {
			"data/units/project.yaml", "one: {fr: projet, en: project}\n", "", "unit-fits", ":1:7", "one: and many:"},
		"a promise measured in another unit": {
			"data/commitments/example-promise.yaml", "sense: reach", "sense: reach, series: example-share", "unit-fits", ":6:", "counts project"},
		"a promised number that is not given": {
			"data/commitments/example-promise.yaml", "value: 200, unit: project, ", "", "unit-fits", ":6:", "holds no number"},
		"a share below zero": {
			"data/series/example-share.yaml", "over 70", "-3", "share-range", ":9:", "between 0 and 100"},
		"a number with seven decimals": {
			"data/series/example-share.yaml", "over 70", "70.1234567", "float-artefact", ":9:", "6 decimals"},
		"a large number with more digits than a machine holds": {
			"data/series/example-share.yaml", "over 70", "11999999999.999998", "float-artefact", ":9:", "15 digits"},
		"a dispute settled for want of a dispute": {
			"data/series/example-orders.yaml", "      - {id: example-orders-2024-b, value: 44 M, source: example-report, read: 2026-10-01}\n", "", "resolution", ":", "one claim"},
		"a formula that does not parse": {
			"data/calculations/example-growth.yaml", "(b - a) / a * 100", "(b - a / a", "calculation", ":2:10", "formula"},
		"euros less a share": {
			"data/calculations/example-growth.yaml", "(b - a) / a * 100", "(b - a) - 100", "mixed-bases", ":2:10", "do not add up"},
		"an amount stated in percent": {
			"data/calculations/example-growth.yaml", "(b - a) / a * 100", "b - a", "mixed-bases", ":2:10", "gives eur and not percent"},
		"an input that the formula does not use": {
			"data/calculations/example-growth.yaml", "(b - a) / a * 100", "b * 2", "calculation", ":5:", "does not use"},
		"a division by zero": {
			"data/calculations/example-growth.yaml", "/ a *", "/ (a - a) *", "calculation", ":2:10", "zero"},
		"a contradiction between nothing": {
			"data/contradictions/example-dispute.yaml", "[example-orders-2024, example-orders-2024-b]", "[]", "claim-needed", ":2:1", "contradiction"},
		"a person whose function is in no list": {
			"data/events/example-event.yaml", "la sénatrice Mme Exemple", "la bourgmestre Mme Exemple", "private-person", ":10:11", `"Mme Exemple" is named`},
		"a person without a function": {
			"data/events/example-event.yaml", "la sénatrice Mme Exemple", "Mme Exemple", "private-person", ":10:11", `"Mme Exemple" is named`},
		"a country in words": {
			"data/providers/example-host.yaml", "country: FR\n  claims", "country: fr\n  claims", "country", ":3:12", "ISO 3166-1"},
		"an offer of nobody": {
			"data/offers/example-cloud.yaml", "provider: example-host\n", "", "hosting", ":1:1", "neither"},
		"a host that is named and unknown": {
			"data/migrations/example-app.yaml", "offer: example-cloud", "provider_unknown: lost", "hosting", ":6:19", "keep one"},
		"a tier of which nothing shows the origin": {
			"data/migrations/example-app.yaml", "tier_from: deduced-from-offer\n", "", "tier-origin", ":3:7", "tier_from: stated"},
		"a tier that is unknown without a reason": {
			"data/migrations/example-app.yaml", "tier: dedicated\ntier_from: deduced-from-offer", "tier: unknown", "tier-origin", ":3:7", "tier_unknown:"},
		"a tier that is known, with a reason why it is not": {
			"data/migrations/example-app.yaml", "tier_from: deduced-from-offer", "tier_unknown: to-come", "tier-origin", ":4:15", "keep one"},
		"an internal cloud that is deduced": {
			"data/migrations/example-app.yaml", "tier: dedicated", "tier: internal", "tier-origin", ":4:12", "only a source"},
		"a tier deduced from a host, beside the offer": {
			"data/migrations/example-app.yaml", "deduced-from-offer", "deduced-from-host", "tier-origin", ":4:12", "deduced-from-offer"},
		"a tier deduced from an offer that is not named": {
			"data/migrations/example-app.yaml", "offer: example-cloud\n", "", "tier-origin", ":4:12", "no offer is named"},
		"own machines of which the source has no word": {
			"data/migrations/example-app.yaml", "tier: dedicated\ntier_from: deduced-from-offer", "tier: own-means\ntier_from: stated", "tier-stated", ":4:12", "host:"},
		"a tier still to come of a service that runs": {
			"data/migrations/example-app.yaml", "tier: dedicated\ntier_from: deduced-from-offer", "tier: unknown\ntier_unknown: to-come", "tier-host", ":4:15", "live"},
		"hosting that is not qualified, in the dedicated tier": {
			"data/migrations/example-app.yaml", "hosting_qualification: [{scheme: example-scheme, standing: qualified}]", "hosting_qualification: [{scheme: example-scheme, standing: not-qualified}]", "tier-qualification", ":7:60", "external"},
		"an address of another page, beside a provider": {
			"data/migrations/example-app.yaml", "tier: dedicated\ntier_from: deduced-from-offer", "tier: unknown\ntier_unknown: address-only", "host-address", ":4:15", "another page"},
		"a qualification granted without decision": {
			"data/qualifications/example-cloud-2024.yaml", "decision: {number: \"2118\", url: https://www.example.org/2118.pdf}\n", "", "qualification-stage", ":3:8", "lacks its decision"},
		"an address without a scheme": {
			"data/sources/example-report.yaml", "https://www.example.org", "www.example.org", "address", ":3:6", "https://"},
		"a title in one language": {
			"data/events/example-event.yaml", "title: {fr: Un rapport paraît, en: A report is published}", "title: Un rapport paraît", "both-languages", ":3:8", "fr: and en:"},
		"a text that was not translated": {
			"data/events/example-event.yaml", "en: The report counts the projects, and a senator presents it.", "en: Le rapport compte les projets, et la sénatrice Mme Exemple le présente.", "both-languages", ":9:5", "the same in French"},
		"a series that is part of itself": {
			"data/series/example-share.yaml", "share_of: example-orders", "share_of: example-share", "no-loop", ":4:11", "example-share → example-share"},
	} {
		t.Run(name, func(t *testing.T) {
			f := valid(t)
			broken := strings.Replace(f[c.file], c.old, c.new, 1)
			if broken == f[c.file] {
				t.Fatalf("%q is not in %s", c.old, c.file)
			}
			f[c.file] = broken
			var others []string
			for _, p := range f.check(t, asOf) {
				if p.Rule == c.rule && strings.HasPrefix(p.Place.String(), c.file+c.at) && strings.Contains(p.Message+" "+p.Hint, c.says) {
					return
				}
				others = append(others, inWords(p))
			}
			t.Errorf("%s%s: %s: %q was not reported; reported:\n%s", c.file, c.at, c.rule, c.says, strings.Join(others, "\n"))
		})
	}
}

func TestNamesOfPersons(t *testing.T) {
	for name, c := range map[string]struct {
		text     string
		reported bool
	}{
		"a civility and a name":                   {"Selon M. Exemple, le marché croît.", true},
		"a function in the same sentence":         {"Selon M. Exemple, ministre délégué, le marché croît.", false},
		"a function in another sentence":          {"Le ministre se tait. Mme Exemple répond.", true},
		"a function after the name":               {"Mme Exemple, directrice générale, répond.", false},
		"millions at the end of a sentence":       {"Le marché vaut 51,6 M. Le reste est inconnu.", false},
		"a question of a senator":                 {"Question écrite de M. Exemple, sénateur.", false},
		"a French name with a particle in a list": {"MM. Exemple et Autre ont répondu.", true},
		"no civility: out of reach of the rule":   {"Jeanne Exemple a répondu.", false},
		"an English civility":                     {"Mr Example answered.", true},
		"an English function":                     {"Ms Example, member of Parliament, answered.", false},
	} {
		t.Run(name, func(t *testing.T) {
			f := valid(t)
			f["data/silences/example-silence.yaml"] += "note: {fr: \"" + c.text + "\", en: Something else}\n"
			reported := false
			for _, p := range f.check(t, asOf) {
				reported = reported || p.Rule == "private-person"
			}
			if reported != c.reported {
				t.Errorf("%q: reported = %v, want %v", c.text, reported, c.reported)
			}
		})
	}
}
