package indicator_test

import (
	"strings"
	"testing"

	"vigie/internal/indicator"
	"vigie/internal/value/lang"
)

// A made-up country, the Sable Island: four tiers under other names, and a scheme with
// levels beside one without.
const island = bodies + `-- data/vocabulary/tiers.yaml --
words:
  - {id: vault, name: {fr: Coffre, en: Vault}, role: in-house, exempt: true, colour: tier-internal}
  - {id: harbour, name: {fr: Port gardé, en: Guarded harbour}, services: {fr: Services du port, en: Harbour services}, role: qualified, colour: tier-dedicated}
  - {id: quay, name: {fr: Quai gardé, en: Guarded quay}, role: qualified, colour: series4}
  - {id: market, name: {fr: Marché, en: Market}, role: public, colour: tier-external}
  - {id: shed, name: {fr: Remise, en: Shed}, role: own-machines, colour: own-means}
  - {id: spread, name: {fr: Dispersé, en: Spread}, role: several}
  - {id: unknown, name: {fr: Inconnu, en: Unknown}, role: unknown}
-- data/vocabulary/schemes.yaml --
words:
  - {id: sand-seal, name: {fr: Sceau de sable, en: Sand Seal}, asked_of_hosting: true, levels: [{code: high, name: {fr: haut, en: high}}, {code: low, name: {fr: bas, en: low}}], whose: {fr: du Bureau, en: Office}}
  - {id: tide-mark, name: {fr: Marque, en: Tide Mark}}
-- data/doctrines/island.yaml --
title: {fr: Règle, en: Rule}
text: "2018"
in_force: 2020/..
asks: {fr: Une offre qualifiée., en: A qualified offer.}
sensitivity: particular-sensitivity
tiers: [vault, harbour, quay]
asks_qualification: sand-seal
claims: [{id: island-1, source: gazette, read: 2026-01-01}]
-- data/doctrines/island-otherwise.yaml --
title: {fr: Autre règle, en: Other rule}
text: "2018"
in_force: 2020/..
asks: {fr: Le marché convient., en: The market will do.}
otherwise: true
tiers: [market]
claims: [{id: island-2, source: gazette, read: 2026-01-01}]
`

// moored is a service of the island, with what is known under its schemes.
func moored(id, tier, standings string) string {
	return strings.Replace(service(id, "treasury", tier, "live 2025"), "[{scheme: secnumcloud, standing: unknown}]",
		standings, 1)
}

var moorings = island +
	moored("a", "vault", "[{scheme: sand-seal, standing: not-applicable}]") +
	moored("b", "harbour", "[{scheme: sand-seal, level: high, standing: infrastructure-only}]") +
	from(moored("c", "quay", "[{scheme: tide-mark, standing: qualified}, {scheme: sand-seal, standing: unknown}]"),
		"tier_from: deduced-from-offer") +
	moored("d", "market", "[{scheme: sand-seal, standing: not-qualified}]") +
	moored("e", "shed", "[{scheme: sand-seal, standing: not-applicable}]") +
	moored("f", "spread", "[{scheme: sand-seal, standing: differs}]")

func TestTiersOfAnotherWorldAreCountedByTheirRoles(t *testing.T) {
	r := check(t, read(t, moorings, "2025-12-31"), "tier-adoption",
		"vault: 2025=1",
		"harbour: 2025=1",
		"harbour-deduced: 2025=0",
		"quay: 2025=0",
		"quay-deduced: 2025=1",
		"market: 2025=1",
		"market-deduced: 2025=0",
		"shed: 2025=1",
		"offer-unnamed: 2025=0",
		"untold: 2025=1",
		"undocumented: 2025=unknown not-collected")
	for line, want := range map[string]string{"vault": "Vault", "quay": "Guarded quay (according to the source)",
		"market-deduced": "Market (deduced by us)"} {
		if got := r.Line(line).Label.EN; got != want {
			t.Errorf("the line %s is called %q, not %q", line, got, want)
		}
	}
	if got := r.Line("quay").Role; got != "series4" {
		t.Errorf("the quay is drawn as %q", got)
	}
	if !strings.Contains(notes(r), "Service b") {
		t.Errorf("a platform on qualified infrastructure is named: %s", notes(r))
	}
	if l := answer(t, read(t, moorings, "2025-12-31"),
		"migration-progress").Line("live"); show(l.Point("ministry").Figure) != "5" {
		t.Errorf("all but the shed are in the cloud: %s", show(l.Point("ministry").Figure))
	}
}

func TestFindingsAskTheSchemeThatTheRulesName(t *testing.T) {
	verdicts := map[string]indicator.Verdict{}
	var why strings.Builder
	for _, f := range indicator.Findings(read(t, moorings, "2025-12-31")) {
		verdicts[f.Migration.ID] = f.Verdict
		why.WriteString(f.Why.EN + "\n")
	}
	for id, want := range map[string]indicator.Verdict{
		"a": indicator.Consistent,  // run by the State, however sensitive the data
		"c": indicator.Undecidable, // qualified under a scheme that no rule asks for
		"d": indicator.Undecidable, // allowed, were the data not sensitive
		"e": indicator.Undecidable,
		"f": indicator.Undecidable,
	} {
		if verdicts[id] != want {
			t.Errorf("%s: %s, want %s", id, verdicts[id], want)
		}
	}
	if text := why.String(); !strings.Contains(text, "Sand Seal-qualified offer") ||
		strings.Contains(text, "SecNumCloud") {
		t.Errorf("the reasons name the scheme of the island:\n%s", text)
	}
	r := answer(t, read(t, moorings, "2025-12-31"), "findings")
	if r.Line("harbour").Label.EN != "Harbour services" || r.Line("quay").Label.EN != "Guarded quay" {
		t.Errorf("lines of the guarded tiers: %+v, %+v", r.Line("harbour").Label, r.Line("quay").Label)
	}
}

// held is a qualification of an offer that a service of the island stands on.
func held(level string) string {
	return `-- data/providers/pilot.yaml --
name: Pilot
incorporation: {country: FR, claims: [{id: pilot-fr, source: gazette, read: 2026-01-01}]}
-- data/offers/buoy.yaml --
name: Buoy
provider: pilot
tier: harbour
claims: [{id: buoy-offer, source: gazette, read: 2026-01-01}]
-- data/qualifications/buoy.yaml --
offer: buoy
scheme: sand-seal
` + level + `stage: granted
decision: {number: "1"}
period: {from: 2024-01-01, until: 2027-01-01}
listings: [{edition: 2024-02-01, listed: "yes", source: gazette}]
claims: [{id: buoy-seal, source: gazette, read: 2026-01-01}]
`
}

func TestARuleThatAsksForALevelTakesItOrAHigherOne(t *testing.T) {
	asking := func(level string) string {
		return strings.Replace(island, "asks_qualification: sand-seal\n", "asks_qualification: sand-seal\n"+level, 1)
	}
	const high, low, either = "asks_level: high\n", "asks_level: low\n", ""
	for name, c := range map[string]struct {
		rule, standing, read string
		data                 string // how sensitive
		want                 indicator.Verdict
		why                  string
	}{
		"the level asked for": {high, "unknown", "level: high\n", "particular-sensitivity",
			indicator.Consistent, ""},
		"a higher one": {low, "unknown", "level: high\n", "particular-sensitivity",
			indicator.Consistent, ""},
		"a lower one": {high, "unknown", "level: low\n", "particular-sensitivity",
			indicator.ToExplain, "of a lower level than that which the rule asks for (high)"},
		"a lower one, for other data": {high, "unknown", "level: low\n", "less-sensitive", indicator.Consistent, ""},
		"a lower one, where any does": {either, "unknown", "level: low\n", "particular-sensitivity",
			indicator.Consistent, ""},
		"one that was not read": {high, "unknown", "", "particular-sensitivity", indicator.Undecidable,
			"level of the qualification was not read"},
		"a lower one, says the source": {high, "qualified, level: low", "level: low\n", "particular-sensitivity",
			indicator.ToExplain, "says that the hosting is qualified at a lower level"},
		"the level asked for, says the same": {high, "qualified, level: high", "level: high\n", "particular-sensitivity",
			indicator.Consistent, ""},
	} {
		t.Run(name, func(t *testing.T) {
			service := moored("s", "harbour", "[{scheme: sand-seal, standing: "+c.standing+"}]\nsensitivity: "+c.data+
				"\noffer: buoy\nproviders: [pilot]")
			service = strings.Replace(service, "provider_unknown: not-published\n", "", 1)
			found := indicator.Findings(read(t, asking(c.rule)+held(c.read)+service, "2025-12-31"))
			if len(found) != 1 || found[0].Verdict != c.want || !strings.Contains(found[0].Why.EN, c.why) {
				t.Errorf("got %+v, want %s because %q", found, c.want, c.why)
			}
		})
	}
}

func TestATierThatIsNotExemptIsHeldToTheRules(t *testing.T) {
	for exempt, want := range map[string]indicator.Verdict{", exempt: true": indicator.Consistent,
		"": indicator.Undecidable} {
		world := strings.Replace(island, ", exempt: true", exempt, 1) +
			moored("a", "vault", "[{scheme: sand-seal, standing: not-applicable}]\nsensitivity: particular-sensitivity")
		found := indicator.Findings(read(t, world, "2025-12-31"))
		if len(found) != 1 || found[0].Verdict != want {
			t.Errorf("with %q: got %+v, want %s", exempt, found, want)
		}
	}
}

// bare takes from the files of the ways that judge the words that our site gives them.
func bare(way, compute string) string {
	return "-- data/indicators/" + way +
		".yaml --\ntitle: {fr: T, en: T}\nquestion: {fr: Q ?, en: Q?}\nmethod: {fr: M., en: M.}\ncompute: " +
		compute + "\n"
}

// The words that any site may show name neither the cloud nor the data that stand in it.
func TestASiteThatWordsNothingReadsNothingOfTheCloud(t *testing.T) {
	archive := moorings
	ways := []string{"tier-adoption", "tier-adoption-by-kind", "migration-progress", "bodies-with-migration",
		"own-publications",
		"findings", "findings-by-lack"}
	for _, way := range ways {
		archive += bare(way, way)
	}
	ds := read(t, archive, "2025-12-31")
	var words []lang.Text
	for _, f := range indicator.Findings(ds) {
		words = append(words, f.Why)
	}
	for _, way := range ways {
		r := answer(t, ds, way)
		words = append(append(words, r.Coverage.Of), r.Notes...)
		for _, l := range r.Lines {
			words = append(words, l.Label)
			for _, p := range l.Points {
				words = append(words, p.Label, p.Figure.Label)
			}
		}
	}
	for _, w := range words {
		for _, foreign := range []string{"cloud", "data", "hosting", "nuage", "données", "héberge"} {
			if text := strings.ToLower(w.FR + " / " + w.EN); strings.Contains(text, foreign) {
				t.Errorf("%q names %q", text, foreign)
			}
		}
	}
	if len(words) < 50 {
		t.Errorf("%d words were read", len(words))
	}
}

func TestASiteWordsWhatItsFileSays(t *testing.T) {
	own := moorings + bare("findings", "findings") + `words:
  - {key: sensitivity-unknown, text: {fr: "Faut-il {scheme} ?", en: "Is a {scheme} asked for?"}}
`
	var why strings.Builder
	for _, f := range indicator.Findings(read(t, own, "2025-12-31")) {
		why.WriteString(f.Why.FR + f.Why.EN)
	}
	if text := why.String(); !strings.Contains(text, "Is a Sand Seal asked for?") ||
		!strings.Contains(text, "Faut-il Sceau de sable ?") {
		t.Errorf("the sentence of the file, with the scheme in its place: %s", text)
	}
}

func TestOffersAreCountedByTheModelsOfTheSite(t *testing.T) {
	for name, c := range map[string]struct{ models, lines string }{
		"of two models": {"words:\n  - {id: Raft, name: {fr: Radeau, en: Raft}}\n  - {id: Barge, name: {fr: Barge, " +
			"en: Barge}}\n",
			"all raft barge model-unknown"},
		"of none": {"words: []\n", "all"},
	} {
		t.Run(name, func(t *testing.T) {
			archive := strings.NewReplacer("[IaaS]", "[]", "[PaaS, SaaS]", "[]").Replace(catalogue) +
				"-- data/vocabulary/service-models.yaml --\n" + c.models
			var keys []string
			for _, l := range answer(t, read(t, archive, "2026-11-23"), "qualified-offers").Lines {
				keys = append(keys, l.Key)
			}
			if got := strings.Join(keys, " "); got != c.lines {
				t.Errorf("lines %q, want %q", got, c.lines)
			}
		})
	}
}

func TestNoTwoLinesOfTheTiersHaveOneColour(t *testing.T) {
	coloured := strings.NewReplacer("colour: tier-internal", "colour: series3", "colour: tier-dedicated",
		"colour: series5",
		"colour: tier-external", "colour: series7", "colour: own-means", "colour: series8").Replace(moorings)
	coloured = strings.Replace(coloured,
		"  - {id: quay, name: {fr: Quai gardé, en: Guarded quay}, role: qualified, colour: series4}\n", "", 1)
	coloured = strings.ReplaceAll(strings.ReplaceAll(coloured, "tier: quay", "tier: harbour"), ", quay]", "]")
	lines := answer(t, read(t, coloured, "2025-12-31"), "tier-adoption").Lines
	seen := map[string]string{}
	for _, l := range lines {
		if other, twice := seen[l.Role]; twice {
			t.Errorf("%s and %s are both drawn as %s", other, l.Key, l.Role)
		}
		seen[l.Role] = l.Key
	}
	if len(lines) < 8 {
		t.Errorf("%d lines", len(lines))
	}
}
