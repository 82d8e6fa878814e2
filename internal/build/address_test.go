package build_test

import (
	"testing"
	"testing/fstest"

	"vigie/internal/build"
	"vigie/internal/config"
	"vigie/internal/france"
	"vigie/internal/output"
	"vigie/internal/test/smallproject"
	"vigie/internal/value/cal"
)

func TestAnAddressThatTwoPagesWantIsReportedWithTheFileToRename(t *testing.T) {
	for name, test := range map[string]struct{ fr, en, want string }{
		"that of a page of ours": {
			"donnees/series", "essay",
			`content/fr/donnees/series.md:1:1: the address /donnees/series/ is already that of the page "data/series"`,
		},
		"that of a record": {
			"offres/example-cloud", "essay",
			`content/fr/offres/example-cloud.md:1:1: the address /offres/example-cloud/ is already that of the page "offers/example-cloud"`,
		},
		"that of the other home": {
			"en", "essay",
			`content/fr/en.md:1:1: the address /en/ is already that of the page "home"`,
		},
		"that of its translation": {
			"en/essay", "essay",
			`content/fr/en/essay.md:1:1: the address /en/essay/ is already that of the page "essay"`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			files := smallproject.Files(t, "../..")
			for file, more := range map[string]string{"fr/" + test.fr: "template: prose\nmenu: 15\n", "en/" + test.en: ""} {
				text := "---\nkey: essay\ntitle: Essai\ndescription: Un essai.\n" + more + "---\nTexte.\n"
				files["content/"+file+".md"] = &fstest.MapFile{Data: []byte(text)}
			}
			day := cal.NewDay(2026, 11, 23)
			settings, _, err := config.Load(files, nil)
			if err != nil {
				t.Fatal(err)
			}
			_, found, err := build.Run(t.Context(), build.Options{Project: files, Country: france.Extension(), Config: settings, AsOf: day,
				Sink: output.NewNowhere(), CacheDir: "../../.cache"})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, p := range found {
				if p.Rule == "address" {
					got = append(got, p.Place.String()+": "+p.Message)
				}
			}
			if len(got) != 1 || got[0] != test.want {
				t.Errorf("want %s, got %q of %v", test.want, got, found)
			}
		})
	}
}
