package collect_test

import (
	"strings"
	"testing"

	"vigie/internal/collect"
	"vigie/internal/record"
)

// A year with three editions at least may lose as many projects as three editions may.
func TestALongGapIsNotRefusedForEver(t *testing.T) {
	dated := func(month, body string) string { return "edition: " + month + "\n" + header + body }
	for name, c := range map[string]struct {
		cadence     record.Cadence
		years       int // between the visits
		first, then string
		code        string
	}{
		"half of the rows in one edition":              {record.HalfYearly, 0, dated("2021-11", rows(1, 10)), dated("2022-06", rows(1, 5)), collect.TooManyGone},
		"half of the rows in two editions":             {record.HalfYearly, 0, dated("2021-11", rows(1, 10)), dated("2022-12", rows(1, 5)), ""},
		"nine tenths in two":                           {record.HalfYearly, 0, dated("2021-11", rows(1, 10)), dated("2022-12", rows(10, 6)), collect.TooManyGone},
		"nine tenths in eight":                         {record.HalfYearly, 0, dated("2018-11", rows(1, 10)), dated("2022-12", rows(10, 6)), ""},
		"all of them in eight":                         {record.HalfYearly, 0, dated("2018-11", rows(1, 10)), dated("2022-12", rows(20, 10)), collect.TooManyGone},
		"without a rhythm, by the year":                {record.Irregular, 0, dated("2020-11", rows(1, 10)), dated("2022-12", rows(1, 5)), ""},
		"a source that comes out once":                 {record.Once, 0, dated("2018-11", rows(1, 10)), dated("2022-12", rows(1, 5)), collect.TooManyGone},
		"without dates, two years":                     {record.Monthly, 2, header + rows(1, 10), header + rows(1, 5), ""},
		"without dates, a document unchanged till now": {record.Daily, 0, header + rows(1, 10), header + rows(1, 5), collect.TooManyGone},
		"a number that doubled in one edition":         {record.HalfYearly, 0, dated("2021-11", rows(1, 10)), dated("2022-06", strings.Replace(rows(1, 10), ";500.50", ";1001", 1)), collect.MovedTooFar},
		"a number that doubled in two":                 {record.HalfYearly, 0, dated("2021-11", rows(1, 10)), dated("2022-12", strings.Replace(rows(1, 10), ";500.50", ";1001", 1)), ""},
		"a tenfold number after twenty":                {record.HalfYearly, 0, dated("2012-11", rows(1, 10)), dated("2022-12", strings.Replace(rows(1, 10), ";500.50", ";5005", 1)), collect.MovedTooFar},
		"a tenth of a number after twenty":             {record.HalfYearly, 0, dated("2012-11", rows(1, 10)), dated("2022-12", strings.Replace(rows(1, 10), ";500.50", ";50.05", 1)), collect.MovedTooFar},
	} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			s.source.Cadence = c.cadence
			s.web.pages[page1] = c.first
			s.want(s.collect(), collect.Read, "")
			s.now = s.now.AddDate(c.years, 0, 90)
			s.web.pages[page1] = c.then
			status := collect.Read
			if c.code != "" {
				status = collect.Refused
			}
			s.want(s.collect(), status, c.code)
			same(s)
		})
	}
}

func TestTheBoundThatIsReportedIsThatOfTheGap(t *testing.T) {
	s := newSite(t)
	s.source.Cadence = record.HalfYearly
	s.web.pages[page1] = "edition: 2021-11\n" + header + rows(1, 10)
	s.collect()
	s.web.pages[page1] = "edition: 2022-12\n" + header + rows(10, 6)
	if o := s.collect(); !strings.HasSuffix(o.Why.Reason.EN, "9 of 10, more than 51%") {
		t.Errorf("the reason is %s", o.Why.Reason.EN)
	}
}
