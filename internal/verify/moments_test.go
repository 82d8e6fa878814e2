package verify_test

import (
	"maps"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

const measuredPromise = `title: {fr: Cent millions de factures, en: A hundred million of invoices}
wording: {fr: Payer cent millions d'euros en un an, en: Pay a hundred million euros in a year}
by: example-ministry
announced: 2025-01-15
deadline: "2030"
target: {claim: example-hundred-million, sense: reach, series: example-invoices}
claims:
  - {id: example-hundred-million, value: 100 M, unit: eur, source: example-report, read: 2026-10-01}
`

// What the page of a promise under way holds beside its deadline, the period that the series which
// measures it was read for, is of the promise.
func TestTheYearThatMeasuresAPromiseUnderWayIsOfThatPromise(t *testing.T) {
	project := maps.Clone(small(t))
	project["data/commitments/example-invoiced.yaml"] = &fstest.MapFile{Data: []byte(measuredPromise)}
	site := proven(t, project)
	const page = "en/commitments/index.html"
	holds(t, site, page, "(deadline: 2030; measured: 2025)")
	forged := with(t, site, page, "measured: 2025)", "measured: 2024)")
	if r := run(t, forged, project); !caught(r.Faults, page, "commitments/example-invoiced") {
		t.Errorf("nothing names the year that was changed: %+v", r.Faults)
	}
}

// monthOnAxis is the mark of a month in a drawing, with its place.
var monthOnAxis = regexp.MustCompile(`translate\([-0-9.]+ [-0-9.]+\)"[^>]*>Jan 2026<`)

// A drawing of less than two years has months below its axis of time: each stands at its day.
func TestMonthsBelowADrawingStandAtTheirDay(t *testing.T) {
	project := maps.Clone(small(t))
	const decision = "data/qualifications/example-cloud-2024.yaml"
	project = with(t, project, decision, "from: 2024-03-01, until: 2027-03-01", "from: 2025-03-01, until: 2028-03-01")
	site := proven(t, project)
	const page = "en/indicators/qualified-offers/index.html"
	at := monthOnAxis.FindString(string(site[page].Data))
	if at == "" {
		t.Fatalf("no month stands below the drawing of %s", page)
	}
	forged := with(t, site, page, at, strings.Replace(at, "Jan 2026", "Feb 2026", 1))
	if r := run(t, forged, project); !caught(r.Faults, page, "Feb 2026") {
		t.Errorf("nothing names the month that was moved: %+v", r.Faults)
	}
}
