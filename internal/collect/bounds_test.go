package collect_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/collect"
	"vigie/internal/collected"
	"vigie/internal/fetch"
	"vigie/internal/value/lang"
)

func TestAHarvestOutOfBoundsKeepsTheLastGoodRows(t *testing.T) {
	good := header + rows(1, 10)
	for name, one := range map[string]struct {
		page, code string
		fr         string // part of the reason
	}{
		"an empty table":            {header, collect.TooFewRows, "lignes trouvées : 0"},
		"an empty list":             {"", collect.TooFewRows, "lignes trouvées : 0"}, // which says no column
		"too few rows":              {header + rows(1, 4), collect.TooFewRows, "lignes trouvées : 4, alors qu’il en faut au moins 5"},
		"too many rows":             {header + rows(1, 51), collect.TooManyRows, "plus de 50 lignes"},
		"a column renamed":          {strings.Replace(good, "until", "end", 1), collect.MissingColumns, "colonnes absentes : until"},
		"no header at all":          {rows(1, 10), collect.MissingColumns, "decision, until"},
		"too many unreadable rows":  {good + "x\ny\n", collect.UnreadableRows, "lignes illisibles : 2 sur 12, plus de 10 %"},
		"dates that are none":       {strings.ReplaceAll(good, "2026-11-30", "bientôt"), collect.UnreadableRows, "lignes illisibles : 10 sur 10"},
		"one key for two rows":      {good + "001;A;B;2026-11-30;1\n002;A;B;2026-11-30;1\n", collect.UnreadableRows, "lignes illisibles : 2"},
		"broken bytes":              {header + strings.Repeat("001;\xff\xfe;B;2026-11-30;1\n", 12), collect.UnreadableRows, "illisibles"},
		"too many gone at once":     {header + rows(1, 6), collect.TooManyGone, "lignes disparues d’un coup : 4 sur 10, plus de 30 %"},
		"other keys altogether":     {header + rows(100, 10), collect.TooManyGone, "lignes disparues d’un coup : 10 sur 10"},
		"a number that moved":       {strings.Replace(good, ";500.50", ";751", 1), collect.MovedTooFar, "« Hébergeur 5 — Nuage 5 », montant : de 500.5 à 751"},
		"another sort of document":  {"broken\n" + good, collect.BadDocument, "line 1 is not a line"},
		"a document made to break":  {"panic\n", collect.BadDocument, "a made-up fault"},
		"a link that is no address": {"next: http://[::1\n" + good, collect.BadDocument, "is not an address"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			s.web.pages[page1] = good
			s.collect()
			table := s.file("collected/essai.csv")
			s.web.pages[page1] = one.page
			o := s.collect()
			s.want(o, collect.Refused, one.code)
			if !strings.Contains(o.Why.Reason.FR, one.fr) {
				t.Errorf("the reason is %s", o.Why.Reason.FR)
			}
			if s.file("collected/essai.csv") != table {
				t.Error("the last good rows are not kept")
			}
			if o.Standing != collected.Doubtful || o.Since.String() != "2026-11-24" {
				t.Errorf("it is %s since %s", o.Standing, o.Since)
			}

			t.Log("the same fault lasts")
			before := s.tree()
			o = s.collect()
			s.want(o, collect.Refused, one.code)
			if diff := cmp.Diff(before, s.tree()); diff != "" || o.Wrote {
				t.Errorf("it is written again: %s", diff)
			}
			same(s)

			t.Log("the source is mended")
			s.web.pages[page1] = good
			o = s.collect()
			s.want(o, collect.Read, "")
			if s.file("collected/essai.csv") != table || strings.Contains(s.file("collected/essai.state.yaml"), "since") {
				t.Error("it is not as it was before the fault")
			}
			same(s)
		})
	}
}

func TestAnOlderEditionUndoesNothing(t *testing.T) {
	later := "edition: 2026-11-20\n" + header + rows(1, 10)
	s := newSite(t)
	s.web.pages[page1] = later
	s.collect()
	table := s.file("collected/essai.csv")
	s.web.pages[page1] = "edition: 2026-10-31\n" + header + rows(1, 9)
	for range 2 {
		o := s.collect()
		s.want(o, collect.Refused, collect.OlderEdition)
		want := "the document, dated 31 October 2026, is older than the one that is held (20 November 2026)"
		if got := strings.ReplaceAll(o.Why.Reason.EN, lang.NBSP, " "); got != want {
			t.Errorf("the reason is %q, want %q", got, want)
		}
	}
	if s.file("collected/essai.csv") != table {
		t.Error("the later rows are not kept")
	}
	same(s)
	s.web.pages[page1] = later
	s.want(s.collect(), collect.Read, "")
	same(s)
}

func TestADateThatHoldsNothingBack(t *testing.T) {
	for name, dates := range map[string][2]string{
		"the same edition, mended":           {"edition: 2026-11-20\n", "edition: 2026-11-20\n"},
		"the month of the day":               {"edition: 2026-11-20\n", "edition: 2026-11\n"},
		"a day that was still to come":       {"edition: 2027-11-20\n", "edition: 2026-11-20\n"},
		"a document that bears no date":      {"edition: 2026-11-20\n", ""},
		"a date where there was none before": {"", "edition: 2020-01-01\n"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			s.web.pages[page1] = dates[0] + header + rows(1, 10)
			s.collect()
			s.web.pages[page1] = dates[1] + header + rows(1, 9)
			s.want(s.collect(), collect.Read, "")
			same(s)
		})
	}
}

func TestAHealthyHarvestPasses(t *testing.T) {
	good := header + rows(1, 10)
	for name, page := range map[string]string{
		"a row in ten unreadable":  good + "x\n",
		"three in ten gone":        header + rows(1, 7),
		"a number half as much":    strings.Replace(good, ";500.50", ";250.25", 1),
		"a number that is unknown": strings.Replace(good, ";500.50", ";", 1),
		"the same row twice":       good + rows(1, 1),
		"a column more":            strings.Replace(good, "amount\n", "amount;colour\n", 1),
	} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			s.collect()
			s.web.pages[page1] = page
			s.want(s.collect(), collect.Read, "")
			same(s)
		})
	}
}

func TestAFirstHarvestIsComparedWithNothing(t *testing.T) {
	s := newSite(t)
	s.web.pages[page1] = header + rows(1, 2)
	o := s.collect()
	s.want(o, collect.Refused, collect.TooFewRows)
	if !o.LastGood.IsZero() || o.Listed != 0 {
		t.Errorf("reports %+v", o)
	}
	s.web.pages[page1] = header + rows(100, 5)
	s.want(s.collect(), collect.Read, "")
	same(s)
}

func TestAFailedFetchKeepsTheLastGoodRows(t *testing.T) {
	for _, fault := range []fetch.Fault{fetch.Gone, fetch.Robots, fetch.Walled, fetch.TimedOut, fetch.TooLarge, fetch.CutShort, fetch.WrongType,
		fetch.OffHost, fetch.Private, fetch.Unreachable, fetch.Failing, fetch.Unexpected, fetch.BadEncoding} {
		t.Run(string(fault), func(t *testing.T) {
			s := newSite(t)
			s.collect()
			good := s.tree()
			s.web.fails[page1] = &fetch.Error{Fault: fault, URL: "https://store.example/?signature=123", Detail: "17 bytes of 19"}
			o := s.collect()
			s.want(o, collect.Failed, string(fault))
			if o.Standing != collected.Stale || o.Since.String() != "2026-11-24" || o.LastGood.String() != "2026-11-23" || o.Listed != 10 {
				t.Errorf("reports %+v", o)
			}
			state := s.file("collected/essai.state.yaml")
			if s.file("collected/essai.csv") != good["collected/essai.csv"] || !strings.Contains(state, page1) || strings.Contains(state, "signature") {
				t.Errorf("the files are %s", state)
			}

			t.Log("the same failure lasts")
			before := s.tree()
			s.web.fails[page1] = &fetch.Error{Fault: fault, URL: "https://store.example/?signature=456", Detail: "18 bytes of 19"}
			s.want(s.collect(), collect.Failed, string(fault))
			if diff := cmp.Diff(before, s.tree()); diff != "" {
				t.Errorf("it is written again: %s", diff)
			}
			if o := s.replay(); o.Wrote || o.Standing != collected.Stale {
				t.Errorf("a replay forgets the failure: %+v", o)
			}

			t.Log("the source is back, with nothing new")
			delete(s.web.fails, page1)
			s.want(s.collect(), collect.Unchanged, "")
			if diff := cmp.Diff(good, s.tree()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestADoubtDatesFromItsFirstDay(t *testing.T) {
	s := newSite(t)
	s.collect()
	s.web.pages[page1] = header
	s.want(s.collect(), collect.Refused, collect.TooFewRows)
	s.web.pages[page1] = "broken"
	o := s.collect()
	s.want(o, collect.Refused, collect.BadDocument)
	if o.Since.String() != "2026-11-24" {
		t.Errorf("it is doubtful since %s", o.Since)
	}
	same(s)
}

func TestADoubtOutlivesAFailure(t *testing.T) {
	s := newSite(t)
	s.collect()
	s.web.pages[page1] = header
	s.want(s.collect(), collect.Refused, collect.TooFewRows)
	doubt := s.tree()
	s.web.fails[page1] = &fetch.Error{Fault: fetch.TimedOut}
	o := s.collect()
	s.want(o, collect.Failed, "timed-out")
	if diff := cmp.Diff(doubt, s.tree()); diff != "" || o.Standing != collected.Doubtful {
		t.Error(o.Standing, diff)
	}
}

func TestASourceThatNeverAnsweredIsStale(t *testing.T) {
	s := newSite(t)
	s.web.fails[page1] = &fetch.Error{Fault: fetch.Unreachable}
	o := s.collect()
	s.want(o, collect.Failed, "unreachable")
	if o.Standing != collected.Stale || !o.LastGood.IsZero() || !o.Wrote {
		t.Errorf("reports %+v", o)
	}
	before := s.tree()
	s.want(s.collect(), collect.Failed, "unreachable")
	if diff := cmp.Diff(before, s.tree()); diff != "" {
		t.Error(diff)
	}
	delete(s.web.fails, page1)
	o = s.collect()
	s.want(o, collect.Read, "")
	if !o.First {
		t.Error("it is no first harvest")
	}
	same(s)
}
