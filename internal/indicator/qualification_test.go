package indicator_test

import (
	"strings"
	"testing"

	"vigie/internal/value/lang"
)

const offers = `
-- data/providers/cirrus.yaml --
name: Cirrus
-- data/offers/cirrus-iaas.yaml --
name: Cirrus IaaS
provider: cirrus
tier: dedicated
models: [IaaS]
-- data/offers/cirrus-suite.yaml --
name: Cirrus Suite
provider: cirrus
tier: dedicated
models: [PaaS, SaaS]
-- data/offers/cirrus-other.yaml --
name: Cirrus Other
provider: cirrus
tier: dedicated
-- data/offers/cirrus-new.yaml --
name: Cirrus New
provider: cirrus
tier: dedicated
models: [IaaS]
`

// qualified writes a SecNumCloud qualification.
func qualified(id, offer, rest string) string {
	return "-- data/qualifications/" + id + ".yaml --\noffer: " + offer + "\nscheme: secnumcloud\nclaims: [{id: " + id + ", source: gazette, read: 2026-01-01}]\n" + rest + "\n"
}

const (
	january   = "  - {edition: \"2026-01\", listed: \"yes\", source: gazette}\n"
	september = "  - {edition: \"2026-09-15\", listed: \"yes\", source: gazette}\n"

	undatedOther = "stage: granted\nunknown: not-published\nlistings:\n" + september
)

var catalogue = offers +
	qualified("iaas-old", "cirrus-iaas", "stage: granted\nperiod: {from: 2025-08-20, until: 2026-12-31}\nlistings:\n"+january+"  - {edition: \"2026-09-15\", listed: replaced, source: gazette}") +
	qualified("iaas-new", "cirrus-iaas", "stage: granted\nreplaces: iaas-old\nperiod: {from: 2026-07-31, until: 2028-12-31}\nlistings:\n"+september) +
	qualified("suite", "cirrus-suite", "stage: granted\nperiod: {from: 2025-12-31, until: 2026-11-30}\nlistings:\n"+january+september) +
	qualified("other", "cirrus-other", undatedOther) +
	qualified("new", "cirrus-new", `stage: in-progress
milestones:
  - {name: J0, on: "2025-04", claims: [{id: new-j0, source: gazette, read: 2026-01-01}]}
  - {name: J1, on: "2026-10", claims: [{id: new-j1, source: gazette, read: 2026-01-01}]}
listings:
  - {edition: "2026-07-20", listed: "yes", source: gazette}`)

func TestQualifiedOffersAreCountedAtTheEndOfEachQuarter(t *testing.T) {
	r := check(t, read(t, catalogue, "2026-11-23"), "qualified-offers",
		"all: 2025-09-30=at least 1 2025-12-31=at least 2 2026-03-31=2 2026-06-30=2 2026-09-30=at least 3 as-of=at least 3",
		"iaas: 2025-09-30=at least 1 2025-12-31=at least 1 2026-03-31=1 2026-06-30=1 2026-09-30=at least 1 as-of=at least 1",
		"caas: 2025-09-30=unknown not-collected 2025-12-31=unknown not-collected 2026-03-31=0 2026-06-30=0 2026-09-30=unknown not-collected as-of=unknown not-collected",
		"paas: 2025-09-30=unknown not-collected 2025-12-31=at least 1 2026-03-31=1 2026-06-30=1 2026-09-30=at least 1 as-of=at least 1",
		"saas: 2025-09-30=unknown not-collected 2025-12-31=at least 1 2026-03-31=1 2026-06-30=1 2026-09-30=at least 1 as-of=at least 1",
		"model-unknown: 2025-09-30=unknown not-collected 2025-12-31=unknown not-collected 2026-03-31=0 2026-06-30=0 2026-09-30=at least 1 as-of=at least 1")
	covers(t, r, 2, 6) // March and June lie between the two editions read
	for key, broken := range map[string]bool{"2025-12-31": false, "2026-03-31": true, "2026-06-30": false, "2026-09-30": true, "as-of": false} {
		if got := !r.Line("all").Point(key).Break.IsZero(); got != broken {
			t.Errorf("break at %s: %v, want %v: the line is cut where the editions read begin and end", key, got, broken)
		}
	}
	if !strings.Contains(notes(r), "janvier 2026") || !strings.Contains(notes(r), "15"+lang.NBSP+"septembre 2026") {
		t.Errorf("the notes name the editions read: %s", notes(r))
	}
}

func TestTimeAloneTurnsNothingIntoAZeroThatNobodyRead(t *testing.T) {
	r := answer(t, read(t, catalogue, "2029-06-30"), "qualified-offers")
	last := r.Lines[0].Points[len(r.Lines[0].Points)-1]
	if last.Key != "as-of" || show(last.Figure) != "at least 1" { // "other" has no dates, and no edition left it out
		t.Errorf("%s=%s", last.Key, show(last.Figure))
	}
	if got := show(r.Line("iaas").Point("as-of").Figure); got != "unknown not-collected" {
		t.Errorf("all terms known have passed, and nothing was read since: %s", got)
	}
}

// A proof is given to others by its address: that of today's number is the same
// every day, also when a quarter ends on it.
func TestTheNumberOfTheDayOfReferenceKeepsItsProof(t *testing.T) {
	for _, day := range []string{"2026-09-29", "2026-09-30", "2026-10-01"} {
		points := answer(t, read(t, catalogue, day), "qualified-offers").Line("all").Points
		last, before := points[len(points)-1], points[len(points)-2]
		if last.Figure.ID != "indicator/qualified-offers/all/as-of" || last.Figure.Period.String() != day || last.Label.EN == "" {
			t.Errorf("on %s the last point is %s, of %s", day, last.Figure.ID, last.Figure.Period)
		}
		if want := map[bool]string{true: "2026-09-30", false: "2026-06-30"}[day == "2026-10-01"]; before.Key != want {
			t.Errorf("on %s the quarter before is %s, not %s", day, before.Key, want)
		}
	}
}

func TestTheCalendarGivesDaysLeftWhileTheyRun(t *testing.T) {
	r := check(t, read(t, catalogue, "2026-11-23"), "qualification-calendar",
		"dated: suite=7[valid] iaas-old=unknown not-applicable[replaced] iaas-new=769[valid]", // 38 + 366 + 365
		"undated: other=unknown not-published[granted-undated]")
	covers(t, r, 3, 4)
	p := r.Line("dated").Point("suite")
	if p.Period.String() != "2025-12-31/2026-11-30" || p.Label.FR != "Cirrus, Cirrus Suite" || p.Href.String() != "offers/cirrus-suite" {
		t.Errorf("point: %s %s %s", p.Period, p.Label.FR, p.Href)
	}
	check(t, read(t, catalogue, "2026-12-01"), "qualification-calendar",
		"dated: suite=unknown not-applicable[expired] iaas-old=unknown not-applicable[replaced] iaas-new=761[valid]",
		"undated: other=unknown not-published[granted-undated]")
}

func TestExpiriesAheadAreThoseOfTheMonthsToCome(t *testing.T) {
	r := check(t, read(t, catalogue, "2026-11-23"), "expiries-ahead",
		"ending: 2026-11=1 2026-12=0 2027-01=0 2027-02=0 2027-03=0 2027-04=0 2027-05=0 2027-06=0 2027-07=0 2027-08=0 2027-09=0 2027-10=0 2027-11=0")
	covers(t, r, 2, 3)
	r = answer(t, read(t, catalogue, "2026-01-31"), "expiries-ahead") // from the last day of a month
	if got := grid(r); !strings.HasPrefix(got, "ending: 2026-01=0 2026-02=0 2026-03=0") || !strings.Contains(got, "2026-11=1 2026-12=0") {
		t.Errorf("iaas-old is renewed, suite is not: %s", got)
	}
}

func TestRequestsStandAtTheirLastDatedMilestone(t *testing.T) {
	r := check(t, read(t, catalogue, "2026-11-23"), "qualifications-in-progress",
		"in-progress: none=0 J0=0 J1=1 J2=0 J3=0 left-list=0")
	covers(t, r, 1, 1)
	check(t, read(t, catalogue, "2026-09-30"), "qualifications-in-progress",
		"in-progress: none=0 J0=1 J1=0 J2=0 J3=0 left-list=0")
	gone := strings.Replace(catalogue, `{edition: "2026-07-20", listed: "yes", source: gazette}`, `{edition: "2026-07-20", listed: "no", source: gazette}`, 1)
	check(t, read(t, gone, "2026-11-23"), "qualifications-in-progress",
		"in-progress: none=0 J0=0 J1=0 J2=0 J3=0 left-list=1")
	granted := catalogue + qualified("new-2026", "cirrus-new", "stage: granted\nreplaces: new\nperiod: {from: 2026-11-01, until: 2029-10-31}")
	check(t, read(t, granted, "2026-11-23"), "qualifications-in-progress",
		"in-progress: 2026=unknown not-collected")
}
