package site_test

import (
	"encoding/json"
	"strings"
	"testing"
)

// citations are the files of the made-up site in which numbers are cited.
func citations(t *testing.T) map[string]string {
	t.Helper()
	return extras(madeUpSite(t, voices+documents, answering("spending/2019")))
}

func TestACitationHoldsWhatItsReaderMustHaveAtHand(t *testing.T) {
	files := citations(t)
	for _, test := range []struct{ name, file, want string }{
		{"what it is and its value", "proofs/spending/2019/citation.txt", "Spending, 2019 – 10 M€\n"},
		{"its value as it is computed with", "proofs/spending/2019/citation.txt", "Forme exacte : 10000000\n"},
		{"where it was read, and when", "proofs/spending/2019/citation.txt",
			"Source : P, « T », lu le 1er janvier 2026, https://example.org/ministry\n"},
		{"the address of its proof", "proofs/spending/2019/citation.txt", "Preuve : /proofs/spending/2019/\n"},
		{"that no edition holds it", "en/proofs/spending/2019/citation.txt", "No edition holds it yet.\n"},
		{"a range where sources disagree", "en/proofs/spending/2025/citation.txt", "€60M to €70M\n"},
		{"the reason where it is not known", "en/proofs/spending/2024/citation.txt", "2024 – unknown\nWhy: not published"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := strings.ReplaceAll(files[test.file], "\u00a0", " "); !strings.Contains(got, test.want) {
				t.Errorf("%s holds no %q:\n%s", test.file, test.want, got)
			}
		})
	}
}

func TestTwoClaimsReadAtOnePlaceAreCitedOnce(t *testing.T) {
	if got := citations(t)["en/proofs/spending/2025/citation.txt"]; strings.Count(got, "Source:") != 1 {
		t.Errorf("the source of both claims is not cited once:\n%s", got)
	}
}

func TestACitationForProgramsNamesEachClaim(t *testing.T) {
	var cited struct {
		Low  string `json:"value_min"`
		High string `json:"value_max"`
		Read []struct{ Claim, Value, Source, Read string }
	}
	if err := json.Unmarshal([]byte(citations(t)["proofs/spending/2025/citation.json"]), &cited); err != nil {
		t.Fatal(err)
	}
	if cited.Low != "60000000" || cited.High != "70000000" {
		t.Errorf("the range is %q to %q", cited.Low, cited.High)
	}
	if len(cited.Read) != 2 || cited.Read[0].Source != "ministry" || cited.Read[0].Read != "2026-01-01" ||
		cited.Read[0].Claim+cited.Read[1].Claim != "highlow" && cited.Read[0].Claim+cited.Read[1].Claim != "lowhigh" {
		t.Errorf("what was read is %+v", cited.Read)
	}
}
