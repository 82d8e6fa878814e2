package build_test

import (
	"maps"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/build"
	"vigie/internal/config"
	"vigie/internal/corpus"
	"vigie/internal/test/smallproject"
	"vigie/internal/theme"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// dressed is the theme of a made-up project whose settings name that theme.
func dressed(t *testing.T, files fstest.MapFS, name string) *theme.Theme {
	t.Helper()
	c, _, err := corpus.Load(files, "data", lang.Composed())
	if err != nil {
		t.Fatal(err)
	}
	s, _, err := build.Assemble(build.Options{Project: files, Config: config.Config{Languages: lang.Composed(), Theme: name}, AsOf: cal.NewDay(2026, 11, 23)}, c)
	if err != nil {
		t.Fatal(err)
	}
	return s.Theme
}

// bare is the made-up project without a theme of its own.
func bare(t *testing.T) fstest.MapFS {
	t.Helper()
	files := smallproject.Files(t, "../..")
	maps.DeleteFunc(files, func(name string, _ *fstest.MapFile) bool { return strings.HasPrefix(name, "themes/") })
	return files
}

func TestAProjectWithoutThemesHasThatOfTheProgram(t *testing.T) {
	with, without := dressed(t, smallproject.Files(t, "../.."), "vigie"), dressed(t, bare(t), "vigie")
	if len(without.Words) == 0 || !maps.Equal(with.Words, without.Words) {
		t.Errorf("%d words with the folder themes/vigie, %d without, or others", len(with.Words), len(without.Words))
	}
	if len(without.Assets) == 0 || !reflect.DeepEqual(with.Assets, without.Assets) {
		t.Errorf("%d assets with the folder themes/vigie, %d without, or others", len(with.Assets), len(without.Assets))
	}
}

func TestTheThemeOfAProjectLiesOverThatOfTheProgramFileByFile(t *testing.T) {
	files := bare(t)
	files["themes/vigie/templates/not-found.html"] = &fstest.MapFile{Data: []byte(`<p>{{word "made-up"}}</p>`)}
	files["themes/vigie/words.yaml"] = &fstest.MapFile{Data: []byte("made-up: {fr: Vigie, en: Vigie}\n")}
	files["themes/mine/words.yaml"] = &fstest.MapFile{Data: []byte("made-up: {fr: À moi, en: Mine}\n")}
	for name, want := range map[string]string{"vigie": "<p>Vigie</p>", "mine": "<p>À moi</p>"} {
		th := dressed(t, files, name)
		if got, err := th.Render(lang.FR, "not-found", nil); err != nil || string(got) != want {
			t.Errorf("the theme %s shows %s (%v), want %s", name, got, err, want)
		}
		if _, err := th.AssetPath("style.css"); err != nil {
			t.Errorf("the theme %s: %v", name, err)
		}
	}
}

func TestAThemeThatIsNotThereStopsTheBuild(t *testing.T) {
	c, _, err := corpus.Load(bare(t), "data", lang.Composed())
	if err != nil {
		t.Fatal(err)
	}
	_, _, err = build.Assemble(build.Options{Project: bare(t), Config: config.Config{Languages: lang.Composed(), Theme: "mine"}, AsOf: cal.NewDay(2026, 11, 23)}, c)
	if err == nil || !strings.Contains(err.Error(), "there is no folder themes/mine") {
		t.Errorf("got %v", err)
	}
}
