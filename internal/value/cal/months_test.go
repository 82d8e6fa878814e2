package cal_test

import (
	"strings"
	"testing"

	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

func TestAPeriodBeginsOnItsFirstKnownDay(t *testing.T) {
	for written, want := range map[string]string{"2024": "2024-01-01", "2016/2024": "2016-01-01",
		"2018/..": "2018-01-01", "../2024-03": "2024-03-31"} {
		if got := cal.MustPeriod(written).Begins().String(); got != want {
			t.Errorf("%s begins on %s, want %s", written, got, want)
		}
	}
}

func TestMonthsHaveAWholeNameAndABriefOne(t *testing.T) {
	for l, want := range map[lang.Lang][2]string{lang.FR: {"février", "févr."}, lang.EN: {"February", "Feb"}} {
		brief := cal.InMonth(cal.NewDay(2026, 2, 17)).Brief().In(l)
		if got := [2]string{cal.MonthNames(l)[1], strings.TrimSuffix(brief, " 2026")}; got != want {
			t.Errorf("in %s the second month is %v, want %v", l, got, want)
		}
	}
}

func TestADateIsBriefUnderAnAxis(t *testing.T) {
	german := lang.Sentences{"de": {"Feb": "Febr.", "{day} {month} {year}": "{day}. {month} {year}",
		"first half of {year}": "1. Halbjahr {year}"}}
	for written, want := range map[string][3]string{
		"2026":       {"2026", "2026", "2026"},
		"2026-H1":    {"1er semestre 2026", "first half of 2026", "1. Halbjahr 2026"},
		"2026-02":    {"févr. 2026", "Feb 2026", "Febr. 2026"},
		"2026-02-17": {"17 févr. 2026", "17 Feb 2026", "17. Febr. 2026"},
		"2026-03-17": {"17 mars 2026", "17 Mar 2026", "17 Mar 2026"}, // its month has no German: it is English whole
	} {
		d, _ := cal.MustPeriod(written).Single()
		in, _ := german.In("de", d.Brief())
		got := [3]string{d.Brief().FR, d.Brief().EN, in}
		for i := range got {
			if got[i] = strings.ReplaceAll(got[i], lang.NBSP, " "); got[i] != want[i] {
				t.Errorf("%s is %q under an axis, want %q", written, got[i], want[i])
			}
		}
	}
}
