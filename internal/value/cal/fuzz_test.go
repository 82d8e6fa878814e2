package cal_test

import (
	"testing"

	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

func FuzzADateIsWrittenAsItIsRead(f *testing.F) {
	for _, seed := range []string{"2026", "2026-11", "2026-11-30", "2026-Q4", "2026-S1", "unknown", "2024-02-29", "..", "2018/..", "../2024", "2018/2024-03-01", "0001-01-01", "9999-12-31"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if d, err := cal.ParseDate(text); err == nil {
			again, err := cal.ParseDate(d.String())
			if err != nil || again.Compare(d) != 0 || again.String() != d.String() {
				t.Errorf("%q is written %q, which is read as %v, %v", text, d, again, err)
			}
			if d.Last().Before(d.First()) || d.Text(lang.FR) == "" || d.Text(lang.EN) == "" {
				t.Errorf("%q: from %v to %v, %q", text, d.First(), d.Last(), d.Text(lang.FR))
			}
		}
		if p, err := cal.ParsePeriod(text); err == nil {
			again, err := cal.ParsePeriod(p.String())
			if err != nil || again.Compare(p) != 0 || again.String() != p.String() {
				t.Errorf("%q is written %q, which is read as %v, %v", text, p, again, err)
			}
			if p.Text(lang.FR) == "" || p.Text(lang.EN) == "" || !p.Overlaps(p) {
				t.Errorf("%q: %q", text, p.Text(lang.FR))
			}
		}
	})
}
