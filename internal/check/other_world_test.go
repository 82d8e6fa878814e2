package check_test

import (
	"fmt"
	"strings"
	"testing"
)

// A made-up country: tiers under other names, one scheme of five years without levels
// asked of a hosting, and one with levels.
const otherWorld = `# data/vocabulary/tiers.yaml
words:
  - {id: vault, name: {fr: Coffre, en: Vault}, role: in-house}
  - {id: harbour, name: {fr: Port, en: Harbour}, role: qualified}
  - {id: quay, name: {fr: Quai, en: Quay}, role: qualified}
  - {id: market, name: {fr: Marché, en: Market}, role: public}
  - {id: shed, name: {fr: Remise, en: Shed}, role: own-machines}
  - {id: unknown, name: {fr: Inconnu, en: Unknown}, role: unknown}
# data/vocabulary/schemes.yaml
words:
  - {id: secnumcloud, name: {fr: Ancien, en: Old}}
  - {id: example-scheme, name: {fr: Ancien, en: Old}}
  - id: sand-seal
    name: {fr: Sceau de sable, en: Sand Seal}
    asked_of_hosting: true
    longest: {years: 5, law: {fr: Charte, en: Charter}}
  - {id: tide-mark, name: {fr: Marque, en: Tide Mark}, levels: [{code: high, name: {fr: haut, en: high}}, {code: low, name: {fr: bas, en: low}}], milestones: [{code: M1, name: M1}]}
`

func TestRulesAskOfAnotherWorldWhatItsWordsSay(t *testing.T) {
	hosted := func(lines ...string) string {
		return "# data/migrations/example-extra.yaml\norganisation: example-ministry\nservice: Exemple\nproviders: " +
			"[plain-host]\n" + strings.Join(lines, "\n") +
			"\nstatuses:\n  - status: live\n    on: \"2025\"\n    dating: documented\n    claims:\n      - {id: " +
			"example-extra-1, source: example-report, read: 2026-10-01}\n" + plainHost
	}
	qualified := func(lines ...string) string {
		return "# data/qualifications/plain.yaml\noffer: example-cloud\nstage: granted\ndecision: {number: \"7\"}\n" +
			strings.Join(lines, "\n") +
			"\nclaims:\n  - {id: plain-1, source: example-report, read: 2026-10-01}\n"
	}
	for name, c := range map[string]struct{ record, rule, says string }{
		"a qualified hosting at the quay": {hosted("tier: quay", "tier_from: stated",
			"hosting_qualification: [{scheme: sand-seal, standing: qualified}]"), "", ""},
		"a qualified hosting in the market": {hosted("tier: market", "tier_from: stated",
			"hosting_qualification: [{scheme: sand-seal, standing: qualified}]"), "tier-qualification",
			"the tier is harbour or quay"},
		"qualified under a scheme not asked": {hosted("tier: market", "tier_from: stated",
			"hosting_qualification: [{scheme: sand-seal, standing: unknown}, {scheme: tide-mark, level: low, standing: "+
				"qualified}]"), "", ""},
		"a level that the scheme has not": {hosted("tier: market", "tier_from: stated",
			"hosting_qualification: [{scheme: sand-seal, standing: unknown}, {scheme: tide-mark, level: hihg, standing: "+
				"qualified}]"), "scheme", "did you mean high?"},
		"nothing said of the scheme asked": {hosted("tier: market", "tier_from: stated",
			"hosting_qualification: [{scheme: tide-mark, standing: unknown}]"), "scheme",
			"add {scheme: sand-seal, standing: unknown}"},
		"one scheme twice": {hosted("tier: market", "tier_from: stated",
			"hosting_qualification: [{scheme: sand-seal, standing: unknown}, {scheme: sand-seal, standing: unknown}]"),
			"scheme", "keep one of the two"},
		"a vault that is deduced": {hosted("tier: vault", "offer: example-cloud",
			"tier_from: deduced-from-offer", "hosting_qualification: [{scheme: sand-seal, standing: unknown}]"), "tier-origin",
			"only a source can give it"},
		"a quay deduced from a host alone": {hosted("tier: quay", "tier_from: deduced-from-host",
			"hosting_qualification: [{scheme: sand-seal, standing: unknown}]"), "tier-host",
			"from a host alone only market is deduced"},
		"a shed that nobody describes": {hosted("tier: shed", "tier_from: stated",
			"hosting_qualification: [{scheme: sand-seal, standing: not-applicable}]"), "tier-stated", "write in host:"},
		"five years, under the scheme of five": {qualified("scheme: sand-seal",
			"period: {from: 2024-01-01, until: 2029-01-01}"), "", ""},
		"a day more": {qualified("scheme: sand-seal",
			"period: {from: 2024-01-01, until: 2029-01-02}"), "longest-term", "more than the 5 years of Sand Seal (Charter)"},
		"no bound where no text sets one": {qualified("scheme: tide-mark", "level: high",
			"period: {from: 2024-01-01, until: 2044-01-01}"), "", ""},
		"a milestone that the scheme has not": {qualified("scheme: tide-mark",
			"period: {from: 2024-01-01, until: 2026-01-01}", "milestones:\n  - name: M2\n    on: 2023-01-01\n    claims: "+
				"[{id: plain-2, source: example-report, read: 2026-10-01}]"), "scheme", "did you mean M1?"},
	} {
		t.Run(name, func(t *testing.T) {
			var heard []string
			for _, p := range valid(t).with(otherWorld+c.record).check(t, asOf) {
				if strings.Contains(p.File, "example-extra") || strings.Contains(p.File, "qualifications/plain") {
					heard = append(heard, p.Rule+": "+p.Message+"; "+p.Hint)
				}
			}
			got := strings.Join(heard, "\n")
			if c.rule == "" && got != "" || c.rule != "" &&
				(len(heard) != 1 || !strings.HasPrefix(got, c.rule+": ") || !strings.Contains(got, c.says)) {
				t.Errorf("want %q: %q, got %s", c.rule, c.says, got)
			}
		})
	}
}

const plainHost = `# data/providers/plain-host.yaml
name: Hébergeur sans qualification
incorporation:
  country: FR
  claims:
    - {id: plain-host-incorporation, source: common-knowledge, read: 2026-10-01}
`

func TestALevelThatARuleAsksForIsOneOfItsScheme(t *testing.T) {
	for name, c := range map[string]struct{ lines, says string }{
		"a level of the scheme": {"asks_qualification: tide-mark\nasks_level: low\n", ""},
		"no level":              {"asks_qualification: tide-mark\n", ""},
		"a level with a slip": {"asks_qualification: tide-mark\nasks_level: hihg\n",
			`:8:13 tide-mark has no level "hihg"; did you mean high?`},
		"a level of a scheme that has none": {"asks_qualification: sand-seal\nasks_level: high\n",
			`:8:13 sand-seal has no level "high"`},
		"a level of no scheme": {"tiers: [quay]\nasks_level: high\n",
			":8:13 a level is asked for, and of no scheme; add asks_qualification"},
	} {
		t.Run(name, func(t *testing.T) {
			rule := "# data/doctrines/extra.yaml\ntitle: {fr: Règle, en: Rule}\ntext: \"2021\"\nnumber: \"9\"\nin_force: " +
				"\"2021/..\"\n" +
				"asks: {fr: Un sceau., en: A seal.}\notherwise: true\n" + c.lines +
				"claims:\n  - {id: extra-rule, source: example-report, read: 2026-10-01}\n"
			var got []string
			for _, p := range valid(t).with(otherWorld+rule).check(t, asOf) {
				if strings.Contains(p.File, "doctrines/extra") {
					got = append(got, fmt.Sprintf(":%d:%d %s; %s", p.Line, p.Col, p.Message, p.Hint))
				}
			}
			if all := strings.Join(got, "\n"); (c.says == "") != (len(got) == 0) || !strings.Contains(all, c.says) {
				t.Errorf("got %q, want %q", all, c.says)
			}
		})
	}
}

func TestRulesLeaveFreeOnlyWhatPublicBodiesRun(t *testing.T) {
	for role, wrong := range map[string]bool{"in-house": false, "public": true} {
		world := strings.Replace(otherWorld, "role: "+role+"}", "role: "+role+", exempt: true}", 1)
		var got []string
		for _, p := range valid(t).with(world).check(t, asOf) {
			if p.Rule == "vocabulary" && strings.Contains(p.File, "tiers") {
				got = append(got, p.Message+"; "+p.Hint)
			}
		}
		if all := strings.Join(got, "\n"); wrong != strings.Contains(all, "take exempt away") || wrong != (len(got) == 1) {
			t.Errorf("%s: got %q", role, all)
		}
	}
}

func TestATierWantsARole(t *testing.T) {
	without := strings.Replace(otherWorld, ", role: in-house", "", 1)
	without = strings.Replace(without, "  - {id: unknown, name: {fr: Inconnu, en: Unknown}, role: unknown}\n", "", 1)
	var got []string
	for _, p := range valid(t).with(without).check(t, asOf) {
		if p.Rule == "vocabulary" && strings.Contains(p.File, "tiers") {
			got = append(got, p.Message)
		}
	}
	if len(got) != 2 || !strings.Contains(strings.Join(got, "\n"), `the tier "vault" has no role`) ||
		!strings.Contains(strings.Join(got, "\n"), `no word "unknown" stands`) {
		t.Errorf("got %q", got)
	}
}
