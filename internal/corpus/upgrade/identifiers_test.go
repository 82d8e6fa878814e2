package upgrade_test

import (
	"strings"
	"testing"

	"vigie/internal/corpus/upgrade"
)

const office = "organisations/port-ember.yaml"

func TestTheKeysThatIdentifiersNameBecomeEntries(t *testing.T) {
	for name, c := range map[string]struct{ former, today string }{
		"alone": {"quay-number: \"012\"\n", "identifiers:\n  - kind: quay-number\n    value: \"012\"\n"},
		"with where it was read": {
			"name: Port\nquay-number: \"012\"\nquay-number_source:\n  fr: registre\n  en: register\nparent: isles\n",
			"name: Port\nidentifiers:\n  - kind: quay-number\n    value: \"012\"\n    source:\n      fr: registre\n      en: register\nparent: isles\n"},
		"two, with comments": {
			"quay-number: \"012\" # read twice\n# of the map\nchart: B7\nquay-number_source: {fr: registre, en: register}\n",
			"identifiers:\n  - kind: quay-number\n    value: \"012\" # read twice\n    source: {fr: registre, en: register}\n  - kind: chart\n    value: B7\n# of the map\n"},
		"a folded text and what follows": {
			"quay-number: \"1\"\nquay-number_source:\n  fr: >-\n    un\n\n    registre\n  en: register\n\n# whole\nnote: x\n",
			"identifiers:\n  - kind: quay-number\n    value: \"1\"\n    source:\n      fr: >-\n        un\n\n        registre\n      en: register\n\n# whole\nnote: x\n"},
		"without a line end":  {"chart: B7", "identifiers:\n  - kind: chart\n    value: B7\n"},
		"of today already":    {"identifiers:\n  - kind: chart\n    value: B7\n", "identifiers:\n  - kind: chart\n    value: B7\n"},
		"below another key":   {"note:\n  chart: B7\n", "note:\n  chart: B7\n"},
		"nothing of the sort": {"charts: B7\nsource: x\n", "charts: B7\nsource: x\n"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, file := range []string{office, "providers/port-ember.yaml"} {
				after, err := upgrade.File(steps, file, []byte(c.former))
				if err != nil || string(after) != c.today {
					t.Errorf("%s: got %q, %v; want %q", file, after, err, c.today)
				}
				if again, err := upgrade.File(steps, file, after); err != nil || string(again) != c.today {
					t.Errorf("%s, a second time: %q, %v", file, again, err)
				}
			}
			if after, err := upgrade.File(steps, "offers/port-ember.yaml", []byte(c.former)); err != nil || string(after) != c.former {
				t.Errorf("an offer became %q, %v", after, err)
			}
		})
	}
}

func TestIdentifiersThatCannotBeRewrittenSafelyAreLeft(t *testing.T) {
	for name, former := range map[string]string{
		"between braces":                 "{name: Port, chart: B7}\n",
		"a quoted key":                   "\"chart\": B7\n",
		"both forms":                     "chart: B7\nidentifiers:\n  - {kind: quay-number, value: \"1\"}\n",
		"where it was read, and nothing": "chart_source: {fr: carte, en: chart}\n",
	} {
		t.Run(name, func(t *testing.T) {
			after, err := upgrade.File(steps, office, []byte(former))
			if err == nil || !strings.HasPrefix(err.Error(), "identifiers: ") || string(after) != former {
				t.Errorf("got %q, %v", after, err)
			}
		})
	}
}
