package site_test

import (
	"encoding/json"
	"strings"
	"testing"

	"vigie/internal/collected"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// TestASourceThatFailsIsShownOnItsPageInTheListAndToPrograms plays what a bad visit
// leaves to a real source: its rows stand, and whoever looks knows why they are old.
func TestASourceThatFailsIsShownOnItsPageInTheListAndToPrograms(t *testing.T) {
	const id = "insee-cog-2026-regions"
	reason := lang.Text{FR: "12 lignes <b>essai</b>, alors qu’il en faut 20", EN: "12 rows <b>trial</b>, where 20 are wanted"}
	s := changed(t, nil, nil)
	src := source(t, s, id)
	for standing, words := range map[collected.Standing][2]string{
		collected.Stale:    {"en échec\u00a0: les dernières lignes bonnes restent", "failed: the last good rows are kept"},
		collected.Doubtful: {"la récolte n’est pas plausible", "what it brought back is not plausible"},
	} {
		c := *src.Collected
		c.State.Standing, c.State.Since, c.State.Code, c.State.Reason = standing, cal.NewDay(2026, 11, 22), "too-few-rows", reason
		src.Collected = &c

		for address, html := range sections(t, s, "/sources/", "/en/sources/", "/sources/"+id+"/", "/en/sources/"+id+"/") {
			wants := []string{words[0], "depuis le 22\u00a0novembre 2026", "12 lignes &lt;b&gt;essai"}
			if strings.HasPrefix(address, "/en/") {
				wants = []string{words[1], "since 22\u00a0November 2026", "12 rows &lt;b&gt;trial"}
			}
			for _, want := range wants {
				if !strings.Contains(html, want) {
					t.Errorf("%s does not say %q of a source that is %s", address, want, standing)
				}
			}
			if strings.HasSuffix(address, id+"/") && !strings.Contains(html, "Guadeloupe") {
				t.Errorf("%s does not show the last good rows", address)
			}
		}

		var status struct {
			Sources []struct {
				Source    string
				Collected struct {
					Visit, Since, Code, Reason string
					Rows                       int
				}
			}
		}
		if err := json.Unmarshal([]byte(extras(s)["etat.json"]), &status); err != nil {
			t.Fatal(err)
		}
		found := false
		for _, one := range status.Sources {
			if one.Source == id {
				found = true
				if v := one.Collected; v.Visit != string(standing) || v.Since != "2026-11-22" || v.Code != "too-few-rows" || v.Reason != reason.FR || v.Rows != len(c.Rows) {
					t.Errorf("etat.json says %+v", one)
				}
			}
		}
		if !found {
			t.Error("etat.json does not name the source")
		}
	}
}
