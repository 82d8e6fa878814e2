package indicator_test

import (
	"strings"
	"testing"

	"vigie/internal/indicator"
)

// undecided are made-up data in which some case of each list stands undecided.
var undecided = map[string]string{
	"services": services, "catalogue": catalogue, "orders": orders, "questions": asked, "promises": online,
	"savings": billions + promised("more", "2 bn to 3 bn, unit: eur", "deadline: \"2030\"\nunmeasured: not-published\ntarget: {claim: p-more, sense: reach, series: savings-documented}") +
		series("savings-documented", "eur", "perimeter: all\nobservations:\n"+at("2018/2023", "m", "1.5 bn")),
	"measured in part": billions + series("savings-documented", "eur", "perimeter: all\nobservations:\n"+at("2018/2023", "m", "1.5 bn")+"  - {period: \"2024\", unknown: not-published}\n"),
	"providers":        bodies + provider("alpha", "FR", "US whole") + provider("beta", "FR", "US part"),
	"sources":          source("unread", "once", "") + source("cited", "once", "") + "-- data/organisations/treasury.yaml --\nname: Treasury\nkind: ministry\nclaims:\n  - {id: of-cited, source: cited, read: 2026-01-31}\n",
	"clouds": series("nubo-cost", "eur", "perimeter: all\nobservations:\n"+at("2024", "n", "55 M")) +
		series("internal-clouds-own-use", "percent", "perimeter: all\nobservations:\n"+at("2025", "u", "about 95")) +
		series("nubo-virtual-machines", "virtual-machine", "perimeter: all\nobservations:\n"+at("2021", "v21", "\"2000\"")+at("2024", "v24", "\"3000\"")),
	"shares":   series("ugap-european-share", "percent", "perimeter: all\nobservations:\n"+at("2022", "e22", "\"73\"")+at("2025", "e25", "\"70\"")),
	"spending": series("state-it-spending-per-year", "eur", "perimeter: all\nobservations:\n"+at("2015", "s15", "1.8 bn")+at("2018", "s18", "2 bn")),
	"requests": catalogue + qualified("newer", "cirrus-other", "stage: in-progress"),
	"findings": bodies + rulesOfEachDay + catalogue + hosted("external", "2024-07", "unknown", "") +
		strings.Replace(hosted("internal", "2024-07", "not-applicable", ""), "migrations/s.yaml", "migrations/t.yaml", 1),
}

// A share of the cases that were found is always 100 %, and says nothing: where a
// share is shown, something must be able to fall short of it.
func TestACoverageIsNoShareOfItsOwnCount(t *testing.T) {
	short, share := map[string]bool{}, map[string]bool{}
	for name, archive := range undecided {
		for _, r := range indicator.Results(read(t, archive, "2026-11-23")) {
			c := r.Coverage
			share[r.ID] = share[r.ID] || !c.Unknown
			short[r.ID] = short[r.ID] || !c.Unknown && c.Known > 0 && c.Known < c.Total
			t.Logf("%s: %s %d of %d", name, r.ID, c.Known, c.Total)
		}
	}
	for id := range share {
		if share[id] && !short[id] {
			t.Errorf("%s shows a share that never falls short: say that its total is unknown, or show in undecided what falls short", id)
		}
	}
}
