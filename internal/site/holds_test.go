package site_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"vigie/internal/collected"
	"vigie/internal/config"
	"vigie/internal/corpus"
	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/site"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// values are the figures of an indicator, but counts of days, which are dated
// where they stand, and what is counted on the day of reference itself.
func values(r indicator.Result, asOf cal.Day) map[string]string {
	out := map[string]string{}
	for _, l := range r.Lines {
		for _, p := range l.Points {
			if p.Key != asOf.String() {
				out[p.Figure.ID] = p.State
				if p.Figure.Unit.ID != "day" {
					out[p.Figure.ID] += " " + fmt.Sprint(p.Figure.State, p.Figure.Exact())
				}
			}
		}
	}
	return out
}

// TestIndicatorsStandUntilTheDayThatTheirPageGives computes the indicators of the
// real data anew on the last day that each is said to hold.
func TestIndicatorsStandUntilTheDayThatTheirPageGives(t *testing.T) {
	c, found, err := corpus.Load(os.DirFS("../.."), "data", lang.Composed())
	if err != nil || found.Errors() > 0 {
		t.Skipf("the data do not read: %v %v", err, found)
	}
	// every commune has no say in it, and would be read again for each day
	c.Collected = slices.DeleteFunc(c.Collected, func(one *collected.Collected) bool { return len(one.Rows) > 1000 })
	then := map[cal.Day]map[string]indicator.Result{}
	on := func(day cal.Day) map[string]indicator.Result {
		if then[day] == nil {
			then[day] = map[string]indicator.Result{}
			for _, r := range indicator.Results(dataset.New(c, day)) {
				then[day][r.ID] = r
			}
		}
		return then[day]
	}
	for _, asOf := range []cal.Day{asOf, cal.NewDay(2026, 12, 31), cal.NewDay(2027, 6, 15)} {
		ds := dataset.New(c, asOf)
		s := &site.Site{Config: config.Config{Languages: lang.Composed()}, Data: ds, Indicators: indicator.Results(ds),
			Figures: map[string]figure.Figure{}}
		for id, now := range on(asOf) {
			last := s.IndicatorHolds(id)
			if last.IsZero() {
				last = asOf.AddDays(400)
			}
			if last.Before(asOf) {
				t.Errorf("as of %s, %s holds until %s", asOf, id, last)
			}
			later := values(on(last)[id], last)
			for figure, was := range values(now, asOf) {
				if is, still := later[figure]; !still || is != was {
					t.Errorf("as of %s, %s holds until %s, and on that day %s is %q, not %q", asOf, id, last, figure, is, was)
				}
			}
		}
	}
}

// TestPagesSayUntilWhenTheyHold reads pages as they are without scripts.
func TestPagesSayUntilWhenTheyHold(t *testing.T) {
	s := withAddress(t)
	wanted := map[string]bool{"/": true, "/qualifications/": true, "/offres/": true, "/engagements/": true,
		"/sources/":                      true,
		"/indicateurs/qualified-offers/": true, "/en/": true, "/en/sources/": true}
	never := map[string]bool{"/mentions-legales/": true, "/contradictions/": true, "/silences/": true}
	for p := range s.Pages() {
		if !wanted[p.Address] && !never[p.Address] {
			continue
		}
		page := whole(t, s, p)
		shown, notice := strings.Contains(page, `<p class="holds">`), strings.Contains(page, `role="status" data-until="20`)
		if shown != wanted[p.Address] || notice != shown {
			t.Errorf("%s: shown %v, with a notice %v", p.Address, shown, notice)
		}
		if notice && (!strings.Contains(page, ` hidden><b>`) || !strings.Contains(page, "until.")) {
			t.Errorf("%s: its notice is not hidden, or nothing shows it", p.Address)
		}
		delete(wanted, p.Address)
	}
	if len(wanted) > 0 {
		t.Errorf("no such pages: %v", wanted)
	}
}

func TestAPageHoldsUntilTheDayBeforeAQualificationEnds(t *testing.T) {
	s := real(t, nil)
	for p := range s.Pages() {
		if p.Key != "qualifications" || p.Lang != "fr" {
			continue
		}
		turns := s.Data.Turns()
		i := slices.IndexFunc(turns, func(c dataset.Turn) bool { return c.Ref.Kind == "qualifications" })
		if i < 0 {
			t.Fatal("no qualification ends")
		}
		next, frame := turns[i], s.Frame(p, "")
		if frame.Holds == nil || frame.Holds.UntilISO != next.On.AddDays(-1).String() || frame.Holds.Cause == nil {
			t.Fatalf("%+v, and the next qualification to change does so on %s", frame.Holds, next.On)
		}
		if !frame.Holds.Days {
			t.Error("it shows days that are left, and does not say from which day they are counted")
		}
	}
}

// The day on which a qualification enters the list of those that end soon changes the home page, which
// names it.
func TestTheHomePageNamesTheQualificationThatWillSoonEnd(t *testing.T) {
	files := oneOfEach(t)
	const decision = "data/qualifications/example-cloud-2024.yaml"
	files[decision] = strings.Replace(files[decision], "from: 2024-03-01, until: 2027-03-01",
		"from: 2026-03-01, until: 2029-03-01", 1)
	s := siteOf(t, files)
	for p := range s.Pages() {
		if p.Key != "home" || p.Lang != "en" {
			continue
		}
		if page := whole(t, s, p); !strings.Contains(page, `datetime="2028-08-29"`) ||
			!strings.Contains(page, "First to change") {
			t.Errorf("the day or its cause is not there: %s", page)
		}
		return
	}
	t.Error("there is no home page")
}
