package edition_test

import (
	"context"
	"strings"
	"testing"

	"vigie/internal/edition"
	"vigie/internal/value/problem"
)

// olderEdition makes an edition as an older program did: its figures are those of
// the tree, and one of its files is in a form that is refused today.
func (p project) olderEdition(asOf, name, old, form string) {
	p.Helper()
	content, found, err := edition.Freeze(p.store(), p.present(asOf), nil)
	if err != nil || len(found) > 0 {
		p.Fatal(err, found)
	}
	replaced := false
	for i, f := range content.Files {
		if f.Path == name && strings.Count(string(f.Data), old) == 1 {
			content.Files[i].Data = []byte(strings.Replace(string(f.Data), old, form, 1))
			replaced = true
		}
	}
	if !replaced {
		p.Fatalf("%s does not hold %q once", name, old)
	}
	if _, err := p.store().Create(context.Background(), p.path("data/editions"), content); err != nil {
		p.Fatal(err)
	}
}

const madeCorrection = "- id: gazette-2023\n  kind: source-error\n  target: orders-2023\n  expected: 76 M\n  published: 34.5 M\n" +
	"  reason: {fr: Cumul., en: Cumulative.}\n  on: 2026-01-02\n  state: open\n"

// Older forms that the format of today refuses: each is reported once, by a warning,
// and nothing that did not change is said to have changed.
func TestAnOlderEditionThatTodaysFormatRefusesIsComparedByItsFigures(t *testing.T) {
	for name, c := range map[string]struct{ file, old, form, wanted string }{
		"a key that was not asked yet":     {"data/offers/cirrus-iaas.yaml", "tier: external\n", "", "first in data/offers/cirrus-iaas.yaml: "},
		"a key that has another name":      {orders, "unit: eur", "units: eur", ""},
		"a number in another form":         {orders, "76 M", "76 Mio", ""},
		"a claim in another form":          {orders, "{id: orders-2023, value: 76 M, source: gazette, at: p. 3, read: 2026-01-01}", "orders-2023", ""},
		"a list that is a mapping":         {orders, "observations:\n  - period: \"2023\"", "observations:\n  y2023:", ""},
		"a word that is no longer one":     {"data/qualifications/cirrus.yaml", "stage: granted", "stage: given", ""},
		"no YAML any more":                 {"data/qualifications/cirrus.yaml", "offer: cirrus-iaas", "offer: [", ""},
		"an input that is named otherwise": {"data/calculations/growth.yaml", "{name: a, claim: orders-2023}", "{name: a, of: orders-2023}", ""},
		"rows in another form":             {"data/collected/register.csv", "code,name,first_seen", "code,name,seen", ""},
		"a state in another form":          {"data/collected/register.state.yaml", "version: 1", "version: one", ""},
		"corrections that are no list":     {"data/corrections.yaml", "- id:", "gazette:\n- id:", ""},
		"a correction without its value":   {"data/corrections.yaml", "  published: 34.5 M\n", "", ""},
		"a withdrawal in another form":     {"data/migrations/portal.yaml", "withdrawn: {on: 2026-01-02, reason: {fr: Doublon., en: Twice.}}", "withdrawn: 2026-01-02", ""},
	} {
		t.Run(name, func(t *testing.T) {
			for _, asOf := range []string{"2026-01-15", "2026-03-01"} {
				p := newProject(t)
				p.write("data/corrections.yaml", madeCorrection)
				p.write("data/migrations/portal.yaml", "withdrawn: {on: 2026-01-02, reason: {fr: Doublon., en: Twice.}}\n"+p.read("data/migrations/portal.yaml"))
				p.olderEdition("2026-01-15", c.file, c.old, c.form)
				h, found := p.compare(asOf)
				if len(found) != 1 || found[0].Severity != problem.Warning || found[0].Rule != "older-edition" ||
					found[0].File != "data/editions/2026-01-15.json" || !strings.Contains(found[0].Message, c.file) || !strings.Contains(found[0].Message, c.wanted) {
					t.Errorf("as of %s: %v", asOf, found)
				}
				for _, one := range h.Changes() {
					if one.Figure != "" && one.Type != edition.Time || one.Type == edition.Undeclared {
						t.Errorf("as of %s: %+v", asOf, one)
					}
				}
			}
		})
	}
}

// A made-up edition of the format before 30 November 2026: one key for each scheme.
func TestAMereChangeOfFormIsNoChange(t *testing.T) {
	const file = "data/migrations/portal.yaml"
	const today, former = "hosting_qualification: [{scheme: secnumcloud, standing: unknown}]", "secnumcloud: unknown"
	p := newProject(t)
	p.olderEdition("2026-01-15", file, today, former)
	sealed := p.store().Editions()[0]
	h, found := p.compare("2026-01-15")
	if len(found) > 0 || len(h.Changes()) > 0 {
		t.Errorf("the same in the form of today: %v, %+v", found, h.Changes())
	}
	if f, ok := sealed.File(file); !ok {
		t.Errorf("the edition holds no %s", file)
	} else if content, err := p.store().Read(f); err != nil || !strings.Contains(string(content), former) {
		t.Errorf("the edition was rewritten: %v\n%s", err, content)
	}

	p.replace(file, "standing: unknown", "standing: not-qualified")
	_, found = p.compare("2026-01-15")
	if found.Errors() != 1 || !strings.Contains(found[0].Message,
		`hosting_qualification/secnumcloud/standing of migrations/portal was "unknown" in the edition of 2026-01-15, and is "not-qualified" now: no declared cause`) {
		t.Errorf("another standing: %v", found)
	}
	p.replace(file, "standing: not-qualified", "standing: unknown")
	p.create("2026-01-16")
	if last, ok := p.store().Last(); !ok || last.Former != sealed.Sum {
		t.Errorf("the next edition follows %q, not %q", last.Former, sealed.Sum)
	}
	if _, found, err := p.store().Verify(); err != nil || len(found) > 0 {
		t.Errorf("the chain: %v, %v", err, found)
	}
}

func TestAValueThatChangesUnderAnOlderEditionStillNeedsACause(t *testing.T) {
	p := newProject(t)
	p.olderEdition("2026-01-15", orders, "76 M", "76 Mio")
	p.replace(orders, "76 M", "34.5 M")
	_, found := p.compare("2026-01-15")
	if said := found.Errors(); said == 0 || !strings.Contains(found[len(found)-1].Message, `value of claims/orders-2023 was "76000000" in the edition of 2026-01-15, and is "34500000" now: no declared cause`) {
		t.Errorf("%v", found)
	}
	p.declare("reread", "correction", `{target: claims/orders-2023, was: "76000000", now: "34.5 M"}`)
	h, found := p.compare("2026-01-15")
	if found.Errors() > 0 {
		t.Errorf("with its cause: %v", found)
	}
	if got := h.OfFigure("orders-per-year/2023"); len(got) != 1 || got[0].Type != edition.Correction || got[0].Cause != "reread" {
		t.Errorf("%+v", got)
	}
	p.create("2026-01-16")
	if _, found = p.compare("2026-01-16"); len(found) > 0 {
		t.Errorf("the next edition is in the format of today: %v", found)
	}
}
