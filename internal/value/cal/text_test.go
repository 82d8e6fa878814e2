package cal_test

import (
	"strings"
	"testing"

	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

func TestPeriodsReadAsWordsInBothLanguages(t *testing.T) {
	tests := []struct{ written, fr, en string }{
		{"2024", "2024", "2024"},
		{"2016/2024", "2016–2024", "2016–2024"},
		{"../2024", "jusqu’à 2024", "until 2024"},
		{"../2024-06-01", "jusqu’au 1er juin 2024", "until 1 June 2024"},
		{"2018-07/..", "depuis juillet 2018", "since July 2018"},
		{"2018-07-03/..", "depuis le 3 juillet 2018", "since 3 July 2018"},
		{"2018-07-03/2023", "du 3 juillet 2018 à 2023", "3 July 2018 to 2023"},
		{"2023-11-30/2026-11-30", "du 30 novembre 2023 au 30 novembre 2026", "30 November 2023 to 30 November 2026"},
		{"2025-08/2026-H1", "d’août 2025 au 1er semestre 2026", "August 2025 to first half of 2026"},
		{"2025-Q3/2026-02", "du 3e trimestre 2025 à février 2026", "Q3 2025 to February 2026"},
	}
	for _, tt := range tests {
		p := cal.MustPeriod(tt.written)
		for l, want := range map[lang.Lang]string{lang.FR: tt.fr, lang.EN: tt.en} {
			if got := strings.ReplaceAll(p.Text(l), lang.NBSP, " "); got != want {
				t.Errorf("%s in %s: %q, want %q", tt.written, l, got, want)
			}
		}
	}
}
