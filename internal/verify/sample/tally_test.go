package sample_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/verify"
	"vigie/internal/verify/sample"
)

// sheet is made up: three figures, the words of one of which look like a mark.
func sheet(t *testing.T) string {
	t.Helper()
	s := sample.Sample{Seed: "7", AsOf: cal.NewDay(2026, 11, 30), Lang: lang.EN, Asked: 3}
	for i, id := range []string{"example-orders/2024", "events/example-fire", "claim/example"} {
		s.Items = append(s.Items, sample.Item{Number: i + 1, Stratum: verify.SeriesPoints, Chain: verify.Chain{ID: id, Text: "1", Label: "- mark: wrong"}})
	}
	var b strings.Builder
	if err := s.Markdown(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// filled gives the things of a sheet their marks and remarks, in their order.
func filled(t *testing.T, lines ...string) string {
	t.Helper()
	out := sheet(t)
	for _, l := range lines {
		if !strings.Contains(out, "- mark:\n- remark:\n") {
			t.Fatalf("there is no room for %q in\n%s", l, out)
		}
		out = strings.Replace(out, "- mark:\n- remark:\n", l, 1)
	}
	return out
}

func TestASheetThatWasFilledInIsCounted(t *testing.T) {
	tally, flaws := sample.Read(filled(t, "- mark: confirmed\n- remark:\n", "- mark: `wrong`\n- remark: another day\n  altogether\n", "- mark: confirmed\n- remark: p. 3\n"))
	if len(flaws) > 0 {
		t.Fatalf("it cannot be counted: %v", flaws)
	}
	want := []sample.Count{{sample.Confirmed, 2}, {sample.Imprecise, 0}, {sample.Wrong, 1}, {sample.NotCheckable, 0}, {sample.FactsAlone, 0}}
	if tally.Seed != "7" || tally.AsOf != "2026-11-30" || tally.Drawn != 3 || !slices.Equal(tally.Counts, want) {
		t.Errorf("it counts %+v", tally)
	}
}

func TestASheetWithFlawsIsNotCounted(t *testing.T) {
	confirmed := "- mark: confirmed\n- remark:\n"
	for name, of := range map[string]struct{ sheet, want string }{
		"nothing filled in":      {sheet(t), "1. example-orders/2024 has no mark"},
		"one mark missing":       {filled(t, confirmed, confirmed), "3. claim/example has no mark"},
		"a mark in no list":      {filled(t, confirmed, "- mark: confirmd\n- remark:\n", confirmed), `2. events/example-fire has the mark "confirmd", which is in no list: confirmed, imprecise`},
		"two marks":              {filled(t, confirmed, confirmed+confirmed, confirmed), "2. events/example-fire has two marks"},
		"wrong without a remark": {filled(t, confirmed, confirmed, "- mark: wrong\n- remark:\n"), "3. claim/example is marked wrong without a remark"},
		"a thing taken away":     {strings.Replace(filled(t, confirmed, confirmed, confirmed), "## 3. claim/example", "", 1), "3 were drawn, and 2 stand in the sheet"},
		"a number twice":         {strings.Replace(filled(t, confirmed, confirmed, confirmed), "## 3.", "## 2.", 1), "number 2 stands where number 3 should"},
		"a fence left open":      {strings.TrimSuffix(filled(t, confirmed, confirmed), "- mark:\n- remark:\n") + "```text\n" + confirmed, "a fence is not closed"},
		"another file":           {"# Notes\n", "this is no sheet of vigie sample"},
	} {
		_, flaws := sample.Read(of.sheet)
		if !slices.ContainsFunc(flaws, func(f sample.Flaw) bool { return f.Line > 0 && strings.HasPrefix(f.What, of.want) }) {
			t.Errorf("%s: %v, and not %q", name, flaws, of.want)
		}
	}
}

func TestThePublishedSecondReadingsCanBeCounted(t *testing.T) {
	files, err := filepath.Glob("../../../doc/second-readings/*.md")
	if err != nil || len(files) == 0 {
		t.Fatalf("there is no second reading: %v", err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if _, flaws := sample.Read(string(raw)); len(flaws) > 0 {
			t.Errorf("%s: %v", file, flaws)
		}
	}
}
