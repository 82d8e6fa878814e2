package verify_test

import (
	"strings"
	"testing"
	"testing/fstest"
)

const correction = `- id: example-zero
  kind: source-error
  target: example-invoices-2025
  expected: 60 M
  published: 6 M
  reason: {fr: Un zéro de trop., en: One zero too many.}
  on: 2026-10-02
  state: open
`

// What is published no more is proven too: the value that a source still prints,
// the words of a record that was taken back.
func TestCorrectedAndWithdrawnRecordsAreProven(t *testing.T) {
	project := small(t)
	project["data/corrections.yaml"] = &fstest.MapFile{Data: []byte(correction)}
	project = with(t, project, "data/events/example-event.yaml", "kind: report\n",
		"kind: report\nwithdrawn: {on: 2026-10-15, reason: {fr: Double emploi., en: A duplicate.}}\n")
	project = with(t, project, "data/offers/example-cloud.yaml", "tier: dedicated\n",
		"tier: dedicated\nwithdrawn: {on: 2026-10-15, reason: {fr: Double emploi., en: A duplicate.}}\n")
	site := built(t, project)
	for _, f := range run(t, site, project).Faults {
		t.Errorf("%+v", f)
	}
	for page, want := range map[string]string{
		"corrections/index.html":                     "60\u00a0M€",
		"en/proofs/example-invoices/2025/index.html": "€60M",
		"donnees/corrections.csv":                    "60000000",
		"sources/example-report/index.html":          "60\u00a0M€",
		"chronologie/index.html":                     "Mme Exemple",
	} {
		if !strings.Contains(string(site[page].Data), want) {
			t.Errorf("%s does not show %q", page, want)
		}
	}
	changed := with(t, site, "corrections/index.html", "60\u00a0M€", "61\u00a0M€")
	if faults := run(t, changed, project).Faults; len(faults) == 0 || faults[0].File != "corrections/index.html" {
		t.Errorf("a digit changed on the page of corrections: %+v", faults)
	}
}
