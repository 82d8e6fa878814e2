package cal_test

import (
	"testing"

	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

func TestAPeriodBeginsOnItsFirstKnownDay(t *testing.T) {
	for written, want := range map[string]string{"2024": "2024-01-01", "2016/2024": "2016-01-01", "2018/..": "2018-01-01", "../2024-03": "2024-03-31"} {
		if got := cal.MustPeriod(written).Begins().String(); got != want {
			t.Errorf("%s begins on %s, want %s", written, got, want)
		}
	}
}

func TestMonthsHaveAWholeNameAndABriefOne(t *testing.T) {
	for l, want := range map[lang.Lang][2]string{lang.FR: {"février", "févr."}, lang.EN: {"February", "Feb"}} {
		if got := [2]string{cal.MonthNames(l)[1], cal.BriefMonth(l, 2)}; got != want {
			t.Errorf("in %s the second month is %v, want %v", l, got, want)
		}
	}
}
