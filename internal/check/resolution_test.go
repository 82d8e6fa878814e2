package check_test

import (
	"strings"
	"testing"
)

// twoDays is a made-up disagreement on the day of an event, settled.
const twoDays = `# data/events/first.yaml
on: 2026-07-31
kind: report
title: {fr: Un rapport, en: A report}
claims:
  - {id: first-day, source: example-report, read: 2026-10-01, says: {fr: Le 31., en: On the 31st.}}
# data/events/second.yaml
on: 2026-08-01
kind: report
title: {fr: Le même rapport, en: The same report}
claims:
  - {id: second-day, source: example-report, read: 2026-10-01, says: {fr: Le 1er., en: On the 1st.}}
# data/contradictions/day.yaml
title: {fr: Jour du rapport, en: Day of the report}
claims: [first-day, second-day, example-orders-2024]
nature: date
explanation: {fr: Inexpliqué, en: Not explained}
resolution: {claim: CHOSEN, rule: nearest-source, reason: {fr: La plus proche, en: The nearest}, on: 2026-10-02}
`

func TestAContradictionIsSettledByOneOfItsOwnClaimsOutsideSeries(t *testing.T) {
	for chosen, wanted := range map[string]string{
		"first-day":           "",
		"example-event-1":     "is not a claim of this contradiction",
		"example-orders-2024": "is a value of a series",
	} {
		t.Run(chosen, func(t *testing.T) {
			found := valid(t).with(strings.Replace(twoDays, "CHOSEN", chosen, 1)).check(t, asOf)
			switch {
			case wanted == "" && len(found) > 0:
				t.Errorf("found %v", found)
			case wanted != "" && (len(found) != 1 || found[0].Rule != "resolution" || !strings.Contains(found[0].Message, wanted)):
				t.Errorf("found %v, want %q", found, wanted)
			}
		})
	}
}
