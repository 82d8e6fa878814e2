package dataset_test

import (
	"fmt"
	"testing"

	"vigie/internal/collected"
	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/cal"
)

// source is a made-up source that a person read on the last day of January, or never.
func source(cadence record.Cadence, grace int, read string) *dataset.Source {
	s := &dataset.Source{Source: &record.Source{Cadence: cadence, Grace: grace}}
	if read != "" {
		s.Claims = []*dataset.Claim{{Claim: &record.Claim{Read: dayOf(read)}}}
	}
	return s
}

func dayOf(s string) cal.Day {
	d, err := cal.ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}

// stood says in a line where a source stands.
func stood(f dataset.Freshness) string {
	line := string(f.State)
	if !f.Since.IsZero() {
		line += " since " + f.Since.String()
	}
	if f.Days > 0 {
		line += fmt.Sprintf(", %d days late", f.Days)
	}
	return line
}

func TestASourceGoesFromFreshToLateToSilent(t *testing.T) {
	type days map[string]string
	for name, one := range map[string]struct {
		source *dataset.Source
		want   days
	}{
		"monthly, ten days of grace": {source(record.Monthly, 10, "2026-01-31"), days{
			"2026-01-31": "fresh", "2026-03-10": "fresh", // 28 February and ten days
			"2026-03-11": "late since 2026-03-11, 11 days late",
			"2026-05-01": "late since 2026-03-11, 62 days late",
			"2026-05-02": "silent since 2026-05-02, 63 days late", // ninety days and one
		}},
		"yearly": {source(record.Yearly, 0, "2026-01-31"), days{
			"2027-01-31": "fresh", "2027-02-01": "late since 2027-02-01, 1 days late",
			"2028-01-31": "late since 2027-02-01, 365 days late", "2028-02-01": "silent since 2028-02-01, 366 days late"}},
		"daily is not silent before ninety days": {source(record.Daily, 0, "2026-01-31"), days{
			"2026-02-01": "fresh", "2026-02-02": "late since 2026-02-02, 1 days late",
			"2026-05-01": "late since 2026-02-02, 89 days late", "2026-05-02": "silent since 2026-05-02, 90 days late"}},
		"no rhythm": {source(record.Irregular, 0, "2026-01-31"), days{
			"2027-01-31": "fresh", "2027-02-01": "silent since 2027-02-01, 1 days late"}},
		"comes out once":   {source(record.Once, 0, "2026-01-31"), days{"2040-01-01": "once"}},
		"never read":       {source(record.Monthly, 0, ""), days{"2040-01-01": "never"}},
		"once, never read": {source(record.Once, 0, ""), days{"2040-01-01": "never"}},
	} {
		t.Run(name, func(t *testing.T) {
			for day, want := range one.want {
				if got := stood(one.source.FreshnessOn(dayOf(day))); got != want {
					t.Errorf("on %s: %s, want %s", day, got, want)
				}
			}
		})
	}
}

func TestASourceThatIsGoneOrRefusesSaysSo(t *testing.T) {
	day := dayOf("2026-06-01")
	dead := source(record.Monthly, 0, "2026-05-20")
	since := dayOf("2026-06-01")
	dead.DeadSince = &since
	visited := func(code string, standing collected.Standing) *dataset.Source {
		s := source(record.Monthly, 0, "")
		s.Collected = &collected.Collected{State: collected.State{Standing: standing, Since: since, Code: code,
			Documents: []collected.Document{{Read: dayOf("2026-05-20")}}}}
		return s
	}
	for _, one := range []struct {
		name    string
		source  *dataset.Source
		want    string
		wanting bool
	}{
		{"dead since that day", dead, "gone since 2026-06-01", true},
		{"gone at the last visit", visited(collected.CodeGone, collected.Stale), "gone since 2026-06-01", true},
		{"forbidden by robots.txt", visited(collected.CodeRobots, collected.Stale), "refused since 2026-06-01", false},
		{"walled", visited(collected.CodeWalled, collected.Stale), "refused since 2026-06-01", false},
		{"one visit failed", visited("timed-out", collected.Stale), "fresh", false},
		{"a code that an old fault left", visited(collected.CodeGone, collected.Doubtful), "fresh", false},
	} {
		f := one.source.FreshnessOn(day)
		if stood(f) != one.want || f.Wanting() != one.wanting {
			t.Errorf("%s: %s, wanting %v", one.name, stood(f), f.Wanting())
		}
	}
	if f := dead.FreshnessOn(since.AddDays(-1)); f.State != dataset.SourceFresh {
		t.Errorf("before its last day it is %s", f.State)
	}
	if f := visited(collected.CodeWalled, collected.Stale).FreshnessOn(dayOf("2026-06-21")); !f.Wanting() {
		t.Error("a source that refuses robots and is late is to be saved by hand")
	}
}

func TestTheEditionCountsBeforeTheDayOfTheVisit(t *testing.T) {
	s := source(record.Monthly, 15, "2026-11-23")
	s.Collected = &collected.Collected{State: collected.State{Standing: collected.Good, Edition: cal.MustDate("2026-09"),
		Documents: []collected.Document{{Read: dayOf("2026-11-23")}}}}
	f := s.FreshnessOn(dayOf("2026-11-23"))
	if got := stood(f); got != "late since 2026-11-15, 24 days late" {
		t.Error(got)
	}
	if f.Heard != dayOf("2026-09-30") || f.Next != dayOf("2026-10-30") || s.LastReading() != dayOf("2026-11-23") {
		t.Errorf("%+v", f)
	}
}

// TestAnEditionThatAThirdPartyReadMakesOursLate holds an edition of January, of a
// list that is made up, while a third party read that of September.
func TestAnEditionThatAThirdPartyReadMakesOursLate(t *testing.T) {
	edition := func(id, day string, q record.Quality) *dataset.Source {
		published := cal.MustDate(day)
		rated := record.Word{ID: string(q), Unread: q == "secondary"} // as a vocabulary would say
		return &dataset.Source{Source: &record.Source{Head: record.Head{ID: id}, Published: &published, Quality: q, Cadence: record.Once}, Rated: rated}
	}
	january, september := edition("january", "2026-01-27", "primary"), edition("september", "2026-09-15", "secondary")
	list := func(cadence record.Cadence, editions ...*dataset.Source) *dataset.Source {
		return &dataset.Source{Source: &record.Source{Cadence: cadence, Grace: 15}, Editions: editions}
	}
	for _, one := range []struct {
		name, day string
		source    *dataset.Source
		want      string
		newer     string
		older     int
	}{
		{"the day before it is out", "2026-09-14", list(record.Monthly, january, september), "silent since 2026-04-28, 199 days late", "", 0},
		{"long late already", "2026-11-30", list(record.Monthly, january, september), "silent since 2026-04-28, 276 days late", "september", 231},
		{"up to date by its rhythm alone", "2026-11-30", list(record.Yearly, january, september), "late since 2026-09-15, 76 days late", "september", 231},
		{"without a rhythm", "2026-11-30", list(record.Irregular, january, september), "late since 2026-09-15, 76 days late", "september", 231},
		{"no edition is held", "2026-11-30", list(record.Monthly, september), "never", "september", 0},
		{"ours is the later one", "2026-10-01", list(record.Monthly, january, edition("ours", "2026-09-30", "primary"), september), "fresh", "", 0},
	} {
		f := one.source.FreshnessOn(dayOf(one.day))
		newer := ""
		if f.Newer != nil {
			newer = f.Newer.ID
		}
		if stood(f) != one.want || newer != one.newer || f.Older != one.older || newer != "" && !f.Wanting() {
			t.Errorf("%s: %s, newer %q, older by %d, wanting %v", one.name, stood(f), newer, f.Older, f.Wanting())
		}
	}
}
