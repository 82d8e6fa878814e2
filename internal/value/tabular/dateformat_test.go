package tabular_test

import (
	"testing"

	"vigie/internal/value/tabular"
)

func TestAFormatReadsItsDatesAndNoOther(t *testing.T) {
	for _, one := range []struct{ format, date, want string }{
		{"dd/mm/yyyy", "31/07/2026", "2026-07-31"},
		{"dd/mm/yyyy", "1/7/2026", ""},
		{"d/m/yyyy", "1/7/2026", "2026-07-01"},
		{"dd/mm/yyyy", "30/02/2026", ""},
		{"mm/dd/yyyy", "07/31/2026", "2026-07-31"},
		{"yyyymmdd", "20260731", "2026-07-31"},
		{"d mmmm yyyy", "31 juillet 2026", "2026-07-31"},
		{"d mmmm yyyy", "1er\u00a0Août 2026", "2026-08-01"},
		{"d mmmm yyyy", "31 juillot 2026", ""},
		{"mmmm yy", "octobre 14", "2014-10"},
		{"mmmm yy", "déc. 14", "2014-12"},
		{"Mis à jour le dd/mm/yyyy", "mis à jour le 27/01/2026", "2026-01-27"},
		{"mm/yyyy", "07/2026", "2026-07"},
		{"yyyy", "2026", "2026"},
		{"yyyy", "2026-07", ""},
	} {
		f, err := tabular.ParseDateFormat(one.format)
		if err != nil {
			t.Errorf("%s: %v", one.format, err)
			continue
		}
		if got, ok := f.Date(one.date); ok != (one.want != "") || got.String() != one.want {
			t.Errorf("%s: %q gives %q, want %q", one.format, one.date, got, one.want)
		}
	}
	for _, wrong := range []string{"", "dd/mm", "dd yyyy", "dd/dd/yyyy", "yyyy yy"} {
		if _, err := tabular.ParseDateFormat(wrong); err == nil {
			t.Errorf("the format %q is taken", wrong)
		}
	}
}
