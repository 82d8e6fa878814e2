package edition_test

import (
	"strings"
	"testing"
)

const orders = "data/series/orders-per-year.yaml"

func TestWhatChangesIsTyped(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(p project)
		want   string // the changes that do not concern indicators
		wrong  string // what the check says, when something is wrong
	}{
		{"nothing", func(project) {}, "", ""},
		{"words alone", func(p project) { p.replace(orders, "at: p. 3", "at: page 3") },
			"wording claims/orders-2023 at: p. 3 → page 3\n", ""},
		{"the same, read again", func(p project) {
			p.replace(orders, "at: p. 3, read: 2026-01-01", "at: p. 3, read: 2026-02-01")
		}, "read-again claims/orders-2023 read: 1 January 2026 → 1 February 2026\n", ""},
		{"a value without a cause", func(p project) { p.replace(orders, "76 M", "34.5 M") },
			"undeclared claims/orders-2023 value: €76M → €34.5M\n" +
				"undeclared figures/calculation/growth value: −32.1% → 49.6% because of claims/orders-2023\n" +
				"undeclared figures/orders-per-year/2023 value: €76M → €34.5M because of claims/orders-2023\n",
			`data/series/orders-per-year.yaml:9:34: error: value of claims/orders-2023 was "76000000" in the edition of 2026-01-15, and is "34500000" now: no declared cause [silent-change]`},
		{"a value with its cause", func(p project) {
			p.replace(orders, "76 M", "34.5 M")
			p.declare("reread", "correction", `{target: claims/orders-2023, was: "76000000", now: "34.5 M"}`)
		}, "correction claims/orders-2023 value: €76M → €34.5M (reread)\n" +
			"correction figures/calculation/growth value: −32.1% → 49.6% (reread) because of claims/orders-2023\n" +
			"correction figures/orders-per-year/2023 value: €76M → €34.5M (reread) because of claims/orders-2023\n", ""},
		{"a value that is not the one that was declared", func(p project) {
			p.replace(orders, "76 M", "3.45 M")
			p.declare("reread", "correction", `{target: claims/orders-2023, was: "76000000", now: "34.5 M"}`)
		}, "*", `is "3450000" now, which is not what the declared change says [silent-change]`},
		{"a cause that gives another value of before", func(p project) {
			p.replace(orders, "76 M", "34.5 M")
			p.declare("reread", "revised", `{target: claims/orders-2023, was: "67000000", now: "34500000"}`)
		}, "*", `warning: it says that value of claims/orders-2023 was "67000000"; it was "76000000" [declared-change]`},
		{"a cause of what did not change", func(p project) {
			p.declare("nothing", "revised", `{target: claims/orders-2023, was: "76000000", now: "34500000"}`)
		}, "", "warning: claims/orders-2023 value has not changed since the edition of 2026-01-15 [declared-change]"},
		{"a cause that was not needed gives its reason all the same", func(p project) {
			p.replace(orders, "at: p. 3", "at: page 3")
			p.declare("pages", "correction", `{target: claims/orders-2023, key: at, was: p. 3, now: page 3}`)
		}, "wording claims/orders-2023 at: p. 3 → page 3 (pages)\n", ""},
		{"a new claim that disagrees", func(p project) {
			p.replace(orders, "at: p. 3, read: 2026-01-01}", "at: p. 3, read: 2026-01-01}\n      - {id: orders-2023-court, value: 34.5 M, source: court, read: 2026-02-01}")
		}, "new claims/orders-2023-court value:  → €34.5M\n" +
			"new figures/orders-per-year/2023 value: €76M → €34.5M to €76M because of claims/orders-2023-court\n", ""},
		{"a new observation goes with its claims and its figure", func(p project) {
			p.write(orders, p.read(orders)+"  - period: \"2025\"\n    claims:\n      - {id: orders-2025, value: 60 M, source: court, read: 2026-02-01}\n")
		}, "new series/orders-per-year observations/2025:  → period: 2025; claims: orders-2025\n", ""},
		{"a new record goes with its claims", func(p project) {
			p.write("data/providers/nimbus.yaml", "name: Nimbus\nincorporation: {country: FR, claims: [{id: nimbus-country, source: gazette, read: 2026-02-01}]}\n")
		}, "new providers/nimbus\n", ""},
		{"a further status", func(p project) {
			p.write("data/migrations/portal.yaml", p.read("data/migrations/portal.yaml")+
				"  - status: live\n    on: \"2026\"\n    dating: documented\n    claims: [{id: portal-lives, source: gazette, read: 2026-02-01}]\n")
		}, "new migrations/portal statuses/portal-lives:  → status: live; on: 2026; dating: documented; claims: portal-lives\n", ""},
		{"a link that leads elsewhere", func(p project) { p.replace("data/organisations/tax-office.yaml", "\nparent: treasury", "") },
			"undeclared organisations/tax-office parent: treasury → \n", `parent of organisations/tax-office was "treasury" in the edition of 2026-01-15, and is nothing now: no declared cause`},
		{"a perimeter with its cause", func(p project) {
			p.replace(orders, "perimeter: all", "perimeter: state")
			p.declare("state-only", "perimeter", "{target: series/orders-per-year, key: perimeter, was: all, now: state}")
		}, "perimeter series/orders-per-year perimeter: all → state (state-only)\n" +
			"perimeter figures/orders-per-year/2023 perimeter: all → state (state-only) because of series/orders-per-year\n" +
			"perimeter figures/orders-per-year/2024 perimeter: all → state (state-only) because of series/orders-per-year\n", ""},
		{"a claim withdrawn", func(p project) {
			p.replace(orders, "at: p. 3, read: 2026-01-01", "at: p. 3, read: 2026-01-01, withdrawn: {on: 2026-02-01, reason: {fr: Faux., en: False.}}")
		}, "withdrawn claims/orders-2023 withdrawn:  → 2026-02-01\n" +
			"withdrawn figures/calculation/growth value: −32.1% → unknown because of claims/orders-2023\n" +
			"withdrawn figures/orders-per-year/2023 value: €76M → unknown because of claims/orders-2023\n", ""},
		{"a claim deleted", func(p project) {
			p.replace(orders, "\n      - {id: orders-2024, value: 51.6 M, source: court, read: 2026-01-01}", "\n      - {id: orders-2024-bis, value: 51.6 M, source: court, read: 2026-01-01}")
		}, "*", "data/series/orders-per-year.yaml:1:1: error: the claim orders-2024 stood in the edition of 2026-01-15, and is gone [vanished]"},
		{"a record withdrawn", func(p project) {
			p.write("data/migrations/portal.yaml", "withdrawn: {on: 2026-02-01, reason: {fr: Doublon., en: Twice.}}\n"+p.read("data/migrations/portal.yaml"))
		}, "withdrawn migrations/portal withdrawn:  → 2026-02-01\n", ""},
		{"a record deleted", func(p project) { p.remove("data/providers/cirrus.yaml") },
			"undeclared providers/cirrus\n", "data/providers/cirrus.yaml: error: the record providers/cirrus stood in the edition of 2026-01-15, and is gone [vanished]"},
		{"a row that a source lists no more", func(p project) {
			p.replace("data/collected/register.csv", "Aisne,2026-01-01,,", "Aisne,2026-01-01,2026-02-01,")
		},
			"no-longer-listed collected/register 02:  → 2026-02-01\n", ""},
		{"a row that is another in another copy", func(p project) {
			p.replace("data/collected/register.csv", "Aisne,2026-01-01,,"+strings.Repeat("a", 64), "L'Aisne,2026-01-01,,"+strings.Repeat("b", 64))
		}, "revised collected/register 02: Name: Aisne → Name: L'Aisne\n", ""},
		{"a row that is read otherwise in the same copy", func(p project) { p.replace("data/collected/register.csv", "Aisne", "L'Aisne") },
			"undeclared collected/register 02: Name: Aisne → Name: L'Aisne\n", "1 rows of register are read otherwise in the same copies than in the edition of 2026-01-15 (02): no declared cause"},
		{"a row that is read otherwise, with its cause", func(p project) {
			p.replace("data/collected/register.csv", "Aisne", "L'Aisne")
			p.declare("reader", "method", "{target: collected/register}")
		}, "method collected/register 02: Name: Aisne → Name: L'Aisne (reader)\n", ""},
		{"a correction of a source", func(p project) {
			p.write("data/corrections.yaml", "- id: gazette-2023\n  kind: source-error\n  target: orders-2023\n  expected: 76 M\n  published: 34.5 M\n"+
				"  reason: {fr: Cumul., en: Cumulative.}\n  on: 2026-02-01\n  state: open\n")
		}, "correction claims/orders-2023 published: €76M → €34.5M\n" +
			"correction figures/calculation/growth value: −32.1% → 49.6% because of claims/orders-2023\n" +
			"correction figures/orders-per-year/2023 value: €76M → €34.5M because of claims/orders-2023\n", ""},
		{"a mistake of ours, owned", func(p project) {
			p.replace(orders, "76 M", "34.5 M")
			p.write("data/corrections.yaml", "- id: ours-2023\n  kind: our-error\n  target: orders-2023\n  expected: 76 M\n  published: 34.5 M\n"+
				"  reason: {fr: Faute de frappe., en: Mistyped.}\n  on: 2026-02-01\n  state: mended\n")
		}, "correction claims/orders-2023 value: €76M → €34.5M\n" +
			"correction figures/calculation/growth value: −32.1% → 49.6% because of claims/orders-2023\n" +
			"correction figures/orders-per-year/2023 value: €76M → €34.5M because of claims/orders-2023\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := newProject(t)
			p.create("2026-01-15")
			c.change(p)
			h, found := p.compare("2026-02-01")
			if got := lines(h.Changes()); got != c.want && c.want != "*" {
				t.Errorf("changes:\n%s\nwant:\n%s", got, c.want)
			}
			said := ""
			for _, one := range found {
				said += one.String() + "\n"
			}
			if !strings.Contains(said, c.wrong) || c.wrong == "" && said != "" {
				t.Errorf("the check says:\n%s\nwant: %s", said, c.wrong)
			}
		})
	}
}
