package corpus_test

import (
	"strings"
	"testing"
)

// models is the made-up list of service models of these tests.
const models = `words:
  - {id: IaaS, name: IaaS}
  - {id: SaaS, name: SaaS}
`

// Each case is one file with faults, and all that is reported of it: place, rule and
// words of the message or the hint.
func TestFaultsOfForm(t *testing.T) {
	const offer = "name: Nubo\noperator: dgfip\ntier: internal\n"
	const tiers = "words:\n  - {id: internal, name: {fr: a, en: b}, role: in-house}\n  - {id: dedicated, name: {fr: a, en: b}, role: qualified}\n  - {id: external, name: {fr: a, en: b}, role: public}\n"
	const source = "publisher: x\nurl: https://example.org/\nkind: law\nquality: press\nlicence: unknown\nredistributable: false\ncadence: once\nnote: {fr: a, en: b}\n"
	for name, c := range map[string]struct {
		file, content string
		want          []string
	}{
		"an unknown key, near a known one":    {"offers/a.yaml", offer + "modls: [IaaS]\n", []string{"a.yaml:4:1 unknown-key did you mean models?"}},
		"an unknown key, near none":           {"offers/a.yaml", offer + "xyzzy: 1\n", []string{"a.yaml:4:1 unknown-key known keys: withdrawn, name"}},
		"an unknown key deep inside":          {"offers/a.yaml", offer + "handles:\n  - data: x\n    allowed: yes\n    claims:\n      - {id: a, source: s, raed: 2026-10-01, read: 2026-10-01}\n", []string{"a.yaml:8:28 unknown-key did you mean read?"}},
		"a duplicate key":                     {"offers/a.yaml", offer + "tier: external\n", []string{"a.yaml:4:1 duplicate-key already given in line 3"}},
		"a missing key":                       {"offers/a.yaml", "name: Nubo\n", []string{`a.yaml:1:1 missing-key the record lacks the key "tier" one of internal, dedicated`}},
		"a missing key in a list item":        {"offers/a.yaml", offer + "claims:\n  - id: a\n    source: s\n", []string{`a.yaml:5:5 missing-key claims/0 lacks the key "read"`}},
		"a comma in a number between braces":  {"events/a.yaml", "kind: law\ntitle: x\nclaims: [{id: a, value: 44,5 M, source: s, read: 2026-10-01}]\n", []string{"a.yaml:3:28 unknown-key a comma starts a new key"}},
		"an identifier typed in the file":     {"offers/a.yaml", "id: a\n" + offer, []string{"a.yaml:1:1 unknown-key"}},
		"a state that time computes":          {"qualifications/a.yaml", "offer: o\nscheme: secnumcloud\nstage: expired\nclaims: []\n", []string{"a.yaml:3:8 closed-list one of in-progress, granted"}},
		"a word near one of a closed list":    {"offers/a.yaml", strings.Replace(offer, "internal", "interne", 1), []string{"a.yaml:3:7 closed-list did you mean internal?"}},
		"a wrong word in a list of words":     {"offers/a.yaml", offer + "models: [IaaS, SaaaS]\n", []string{"a.yaml:4:16 closed-list did you mean SaaS?"}},
		"a wrong word of a field of its own":  {"contradictions/a.yaml", "title: x\nclaims: [a]\nnature: valeur\nexplanation: x\n", []string{"a.yaml:3:9 closed-list did you mean value?"}},
		"a list where one value is wanted":    {"offers/a.yaml", "name: Nubo\ntier: [internal]\n", []string{"a.yaml:2:7 value-form tier wants one value, not a list"}},
		"two languages for what has one":      {"sources/a.yaml", source + "title: {fr: a, en: b}\n", []string{"a.yaml:9:8 value-form it is not translated"}},
		"one value where a list is wanted":    {"offers/a.yaml", offer + "models: IaaS\n", []string{`a.yaml:4:9 value-form models wants a list, not "IaaS"`}},
		"one value where keys are wanted":     {"offers/a.yaml", offer + "claims: [a]\n", []string{"a.yaml:4:10 value-form claims/0 wants keys"}},
		"a list for the whole record":         {"offers/a.yaml", "- name: Nubo\n", []string{"a.yaml:1:1 value-form the record wants keys, not a list"}},
		"a day that is none":                  {"silences/a.yaml", "title: x\nreason: lost\nsearched: 2026-02-30\nwhere: x\n", []string{"a.yaml:3:11 value-form want YYYY-MM-DD"}},
		"a date in French":                    {"events/a.yaml", "on: 12/2024\nkind: law\ntitle: x\nclaims: []\n", []string{"a.yaml:1:5 value-form is not a date"}},
		"a number with a comma":               {"events/a.yaml", "kind: law\ntitle: x\nclaims: [{id: a, value: \"51,6 M\", source: s, read: 2026-10-01}]\n", []string{"a.yaml:3:25 value-form decimal point"}},
		"a number with an exponent":           {"events/a.yaml", "kind: law\ntitle: x\nclaims: [{id: a, value: 1e6, source: s, read: 2026-10-01}]\n", []string{"a.yaml:3:25 value-form is not a value"}},
		"a word for true":                     {"contradictions/a.yaml", "title: x\nclaims: [a]\nnature: value\nexplanation: x\napparent: yes\n", []string{"a.yaml:5:11 value-form neither true nor false"}},
		"a fraction where a whole is wanted":  {"calculations/a.yaml", "title: x\nformula: a\nwords: x\ninputs: []\nunit: eur\nround: 1.5\n", []string{"a.yaml:6:8 value-form not a whole number"}},
		"a key without value":                 {"offers/a.yaml", offer + "note:\n", []string{"a.yaml:4:6 value-form has no value"}},
		"an empty text":                       {"offers/a.yaml", offer + "note: {fr: \"\", en: x}\n", []string{"a.yaml:4:12 value-form note/fr has no value"}},
		"a text in French alone":              {"offers/a.yaml", offer + "note: {fr: Bonjour}\n", []string{"a.yaml:4:1 both-languages not written in English"}},
		"a text in a third language":          {"offers/a.yaml", offer + "note: {fr: a, en: b, de: c}\n", []string{"a.yaml:4:22 unknown-key known keys: fr, en"}},
		"an anchor and an alias":              {"offers/a.yaml", "name: &n Nubo\noperator: *n\ntier: internal\n", []string{"a.yaml:1:7 file-form anchors", "a.yaml:2:11 file-form anchors"}},
		"a merge key":                         {"offers/a.yaml", offer + "<<: {note: x}\n", []string{"a.yaml:4:1 unknown-key"}},
		"a bomb of aliases":                   {"offers/a.yaml", "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n", []string{"a.yaml:1:1 missing-key", "a.yaml:1:1 missing-key", "a.yaml:1:1 unknown-key", "a.yaml:2:1 unknown-key", "a.yaml:3:1 unknown-key"}},
		"two documents":                       {"offers/a.yaml", offer + "---\n" + offer, []string{"a.yaml:4:1 file-form a second document starts here"}},
		"an empty file":                       {"offers/a.yaml", "", []string{"a.yaml:1:1 file-form the file is empty"}},
		"nothing but a comment":               {"offers/a.yaml", "# nothing\n", []string{"a.yaml:1:1 file-form the file is empty"}},
		"Latin-1":                             {"offers/a.yaml", "name: Nubo\noperator: \xe9\ntier: internal\n", []string{"a.yaml:2:1 file-form not in UTF-8"}},
		"a byte order mark":                   {"offers/a.yaml", "\ufeff" + offer, []string{"a.yaml:1:1 file-form byte order mark"}},
		"a tab":                               {"offers/a.yaml", offer + "models:\n\t- IaaS\n", []string{"a.yaml:5:1 file-form tab"}},
		"Windows line ends":                   {"offers/a.yaml", strings.ReplaceAll(offer, "\n", "\r\n"), []string{"a.yaml:1:1 file-form Windows"}},
		"a file of more than a mebibyte":      {"offers/a.yaml", offer + "# " + strings.Repeat("x", 1<<20), []string{"a.yaml:1:1 file-form data/collected/"}},
		"YAML that cannot be read":            {"offers/a.yaml", "name: a: b\n", []string{"a.yaml:1:8 yaml-syntax between double quotes"}},
		"a bracket that is never closed":      {"offers/a.yaml", offer + "models: [IaaS\nnote: x\n", []string{"a.yaml:5:5 yaml-syntax starts in line 4"}},
		"a name with capitals and accents":    {"offers/Été.yaml", offer, []string{"Été.yaml identifier a-z, 0-9"}},
		"a name that ends in yml":             {"offers/a.yml", offer, []string{"a.yml identifier end in .yaml"}},
		"a folder inside a folder of records": {"offers/old/a.yaml", offer, []string{"old identifier a folder stands where records are files"}},
		"a control character, escaped":        {"offers/a.yaml", "name: \"Nubo\\x08\"\noperator: o\ntier: internal\n", []string{"a.yaml:1:7 file-form name holds the character U+0008"}},
		"a turned direction, escaped":         {"offers/a.yaml", offer + "note: {fr: a, en: \"b\\u202Ec\"}\n", []string{"a.yaml:4:19 file-form note/en holds the character U+202E"}},
		"a turned direction, as it is":        {"offers/a.yaml", offer + "note: {fr: a, en: b\u202ec}\n", []string{"a.yaml:4:1 file-form the file holds the character U+202E"}},
		"one in a comment":                    {"offers/a.yaml", offer + "# a\u2066b\n", []string{"a.yaml:4:1 file-form U+2066"}},
		"one in a list":                       {"qualifications/a.yaml", "offer: \"o\\u200b\"\nscheme: secnumcloud\nstage: granted\nclaims: []\n", []string{"a.yaml:1:8 file-form U+200B"}},
		"a folder that is no kind":            {"offres/a.yaml", offer, []string{"data/offres identifier did you mean offers?"}},
		"hidden files and what is collected":  {"collected/offers.csv", "a;b\n", nil},
		"several faults, all of them reported": {"offers/a.yaml", "nam: Nubo\ntier: interne\nmodels: [X]\nnote: {fr: a}\n", []string{
			`a.yaml:1:1 missing-key "name"`, "a.yaml:1:1 unknown-key did you mean name?", "a.yaml:2:7 closed-list internal",
			"a.yaml:3:10 closed-list IaaS", "a.yaml:4:1 both-languages"}},
	} {
		t.Run(name, func(t *testing.T) {
			_, found := load(t, map[string]string{c.file: c.content, "vocabulary/service-models.yaml": models, "vocabulary/tiers.yaml": tiers})
			for i, p := range found {
				got := p.Place.String() + " " + p.Rule + " " + p.Message + " " + p.Hint
				if i >= len(c.want) || !matches(got, c.want[i]) {
					t.Errorf("reported %d: %s", i, got)
				}
			}
			if len(found) < len(c.want) {
				t.Errorf("%d problems, want %d: %v", len(found), len(c.want), found)
			}
		})
	}
}

// matches compares what is reported to "place rule words".
func matches(got, want string) bool {
	place, rest, _ := strings.Cut(want, " ")
	rule, words, _ := strings.Cut(rest, " ")
	at, rest, _ := strings.Cut(got, " ")
	name, text, _ := strings.Cut(rest, " ")
	return strings.HasSuffix(at, place) && name == rule && strings.Contains(text, words)
}
