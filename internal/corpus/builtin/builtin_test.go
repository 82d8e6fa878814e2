package builtin_test

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/corpus"
	"vigie/internal/corpus/builtin"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

func files(pairs ...string) fstest.MapFS {
	out := fstest.MapFS{}
	for i := 0; i+1 < len(pairs); i += 2 {
		out[pairs[i]] = &fstest.MapFile{Data: []byte(pairs[i+1])}
	}
	return out
}

// held is what a made-up program had built in.
var held = files(
	"files/data/vocabulary/body-kinds.yaml", "words:\n  - {id: quay, name: {fr: Quai, en: Quay}}\n",
	"files/data/vocabulary/event-kinds.yaml", "words:\n  - {id: storm, name: {fr: Tempête, en: Storm}}\n",
	"files/data/vocabulary/schemes.yaml", "words:\n  - id: sand-seal\n    name: {fr: Sceau, en: Seal}\n"+
		"    granted_by: port-ember\n    read_in: [tide-table, moon-table]\n",
	"files/data/units/wave.yaml", "kind: count\none: {fr: vague, en: wave}\nmany: {fr: vagues, en: waves}\n",
	"files/content/fr/plan.md", "---\nkey: site-map\n---\n",
	"files/content/en/map.md", "---\nkey: site-map\n---\n",
	"front.yaml",
	"tides:\n  template: topic\n  charts: [high-tide]\n  series: [tide-*, moon]\n  notices: [storms]\n  menu: 3\n"+
		"quays:\n  footer: 4\n",
	"settings.yaml", "- line: \"theme: bare\"\n  becomes: [\"theme: sea\"]\n"+
		"- {line: \"  data: open\", unless: \"  title:\", becomes: [\"  data: open\", \"  title: Open\"]}\n",
)

const (
	office = "data/organisations/port-ember.yaml"
	prose  = "---\nkey: tides\ntitle: Tides\n---\nWater.\n"
)

// older is a made-up project of the day of that program.
func older(more ...string) fstest.MapFS {
	return files(append([]string{office, "name: Port\nkind: quay\n", "content/en/tides.md", prose,
		"data/series/tide-high.yaml", "measure: tide\n", "config.yaml",
		"site: x\n  title: y\nlicence:\n  data: open\ntheme: bare\n"},
		more...)...)
}

func lacking(t *testing.T, project fs.FS, languages ...lang.Lang) builtin.Plan {
	t.Helper()
	plan, err := builtin.Lacking(project, held, "data", languages)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

func written(plan builtin.Plan) map[string]string {
	out := map[string]string{}
	for _, f := range plan.Files {
		out[f.Path] = string(f.Content)
	}
	return out
}

func TestAnOlderProjectGainsWhatItsProgramHadBuiltIn(t *testing.T) {
	plan := lacking(t, older(), lang.EN)
	got := written(plan)
	for file, want := range map[string]string{
		"content/en/tides.md": "---\nkey: tides\ntitle: Tides\ntemplate: topic\nseries: [tide-*]\nnotices: " +
			"[storms]\nmenu: 3\n---\nWater.\n",
		"content/en/map.md": "---\nkey: site-map\n---\n",
		"config.yaml":       "site: x\n  title: y\nlicence:\n  data: open\n  title: Open\ntheme: sea\n",
		"data/vocabulary/schemes.yaml": "words:\n  - id: sand-seal\n    name: {fr: Sceau, en: Seal}\n" +
			"    granted_by: port-ember\n",
	} {
		if got[file] != want {
			t.Errorf("%s is %q, want %q", file, got[file], want)
		}
	}
	if _, ok := got["content/fr/plan.md"]; ok || !plan.Older || len(plan.Lists) != 3 || got["data/units/wave.yaml"] == "" {
		t.Errorf("got %v, of an older project: %v", plan.Files, plan.Older)
	}
	first := slices.IndexFunc(plan.Files, func(f corpus.Rewrite) bool {
		return path.Dir(f.Path) == "data/vocabulary"
	})
	for _, f := range plan.Files[first:] {
		if path.Dir(f.Path) != "data/vocabulary" {
			t.Errorf("%s comes after a list, and a run that is killed between them leaves a project of today", f.Path)
		}
	}
}

func TestWhatAnOlderProjectDoesNotHaveIsNamed(t *testing.T) {
	var left strings.Builder
	for _, p := range lacking(t, older("themes/vigie/words.yaml", "a: b\n"), lang.EN).Left {
		left.WriteString(p.File + ": " + p.Message + "\n")
	}
	for _, want := range []string{
		"content/en/tides.md: charts: is written without high-tide",
		"content/en/tides.md: series: is written without moon,",
		"data/vocabulary/schemes.yaml: read_in of sand-seal is written without tide-table, moon-table",
		"themes/vigie: these files lie over those of the base theme",
	} {
		if !strings.Contains(left.String(), want) {
			t.Errorf("nothing names %q in:\n%s", want, left.String())
		}
	}
}

func TestWhatStandsInAProjectIsNotWrittenOver(t *testing.T) {
	for name, c := range map[string]struct {
		project fstest.MapFS
		wanted  []string
	}{
		"a unit and the place of a page": {older("data/units/wave.yaml", "kind: money\nsymbol: w\n",
			"content/en/quays.md", "---\nkey: quays\nmenu: 9\n---\nx\n"),
			[]string{"config.yaml", "content/en/map.md", "content/en/tides.md", "data/vocabulary/body-kinds.yaml",
				"data/vocabulary/event-kinds.yaml", "data/vocabulary/schemes.yaml"}},
		"a list, beside which another is lacking": {older(
			"data/vocabulary/body-kinds.yaml", "words:\n  - {id: quay, name: {fr: Le quai, en: The quay}}\n",
			"data/events/gale.yaml", "kind: storm\n"), []string{"data/vocabulary/event-kinds.yaml"}},
		"a list, and no record uses another": {older(
			"data/vocabulary/body-kinds.yaml", "words:\n  - {id: quay, name: {fr: Le quai, en: The quay}}\n"), nil},
		"words of its own": {older(office, "name: Port\nkind: lighthouse\n"), nil},
		"no record":        {files("config.yaml", "theme: bare\n", "data/README.md", "x"), nil},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for file := range written(lacking(t, c.project, lang.EN)) {
				got = append(got, file)
			}
			if slices.Sort(got); !slices.Equal(got, c.wanted) {
				t.Errorf("got %v, want %v", got, c.wanted)
			}
		})
	}
}

func TestACountryThatHadNothingBuiltInBringsNothing(t *testing.T) {
	plan, err := builtin.Lacking(older(), nil, "data", lang.Languages{lang.EN})
	if err != nil || len(plan.Files) > 0 || len(plan.Left) > 0 {
		t.Errorf("got %+v, %v", plan, err)
	}
}

func TestSettingsThatMeanItAlreadyAreLeft(t *testing.T) {
	const settled = "licence: # ours\n  data: open\n  title: Ours\ntheme: sea # blue\n"
	plan := lacking(t, older("config.yaml", settled), lang.EN)
	if slices.ContainsFunc(plan.Left, func(p problem.Problem) bool { return p.File == "config.yaml" }) {
		t.Errorf("got %v", plan.Left)
	}
	if after, ok := written(plan)["config.yaml"]; ok {
		t.Errorf("got %q", after)
	}
}
