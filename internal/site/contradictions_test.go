package site_test

import (
	"encoding/csv"
	"strings"
	"testing"

	"vigie/internal/corpus"
	"vigie/internal/value/lang"
)

// undeclared takes every declared contradiction away: what sources dispute is then
// only found, by comparing them.
func undeclared(c *corpus.Corpus) { c.Contradictions = nil }

func TestEachDisputeShowsWhoSaysWhatWhenOfWhomAndHow(t *testing.T) {
	for name, edit := range map[string]func(*corpus.Corpus){"declared": nil, "only found": undeclared} {
		t.Run(name, func(t *testing.T) {
			s := changed(t, onLine, edit)
			if len(s.Data.Disputes) == 0 {
				t.Fatal("nothing is disputed: the test holds nothing")
			}
			pages := map[string]string{}
			for p := range s.Pages() {
				if p.Lang == lang.FR && (p.Section == "contradictions" || p.Section == "proofs" && strings.Contains(p.Address, "ugap-orders-per-year/2024")) {
					pages[p.Address] = whole(t, s, p)
				}
			}
			rows := table(t, extras(s)["donnees/contradictions_affirmations.csv"])
			list := pages["/contradictions/"]
			for _, d := range s.Data.Disputes {
				href := s.DisputeHref(lang.FR, d)
				page, there := pages[href]
				if !there || !strings.Contains(list, `href="`+href+`"`) {
					t.Errorf("%s has no page at %s, or the list does not lead there", d.ID, href)
				}
				for _, c := range d.Claims {
					on, _ := c.Dated()
					for where, text := range map[string]string{"its page": page, "the list": list} {
						if !strings.Contains(text, `data-words="claims/`+c.ID+`"`) || c.Stated != nil && !strings.Contains(text, on.Text(lang.FR)) || !strings.Contains(text, c.Read.Text(lang.FR)) {
							t.Errorf("%s: %s does not show %s, said on %s, read on %s", d.ID, where, c.ID, on, c.Read)
						}
						if series := s.Data.SeriesOf(c); series != nil && !strings.Contains(text, `data-words="perimeters/`+series.Series.Perimeter+`"`) {
							t.Errorf("%s: %s does not say who %s counts", d.ID, where, c.ID)
						}
					}
					row := rows[d.ID+" "+c.ID]
					if row == nil || row["lu_le"] != c.Read.String() || row["depuis"] != d.Since.String() || s.Data.SeriesOf(c) != nil && row["perimetre"] == "" {
						t.Errorf("%s: the row of %s is %v", d.ID, c.ID, row)
					}
				}
			}
			proof := pages["/preuves/ugap-orders-per-year/2024/"]
			if at := "/contradictions/orders-2024-two-totals/"; edit == nil && !strings.Contains(proof, at) {
				t.Errorf("the proof of a disputed figure does not lead to %s", at)
			}
			if at := "/contradictions/ugap-orders-per-year/2024/"; edit != nil && !strings.Contains(proof, at) {
				t.Errorf("the proof of a disputed figure does not lead to %s", at)
			}
		})
	}
}

// table reads a CSV file: its rows by contradiction and claim.
func table(t *testing.T, text string) map[string]map[string]string {
	t.Helper()
	all, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil || len(all) < 2 {
		t.Fatal(err, len(all))
	}
	out := map[string]map[string]string{}
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, name := range all[0] {
			row[name] = cells[i]
		}
		out[row["contradiction"]+" "+row["affirmation"]] = row
	}
	return out
}
