package build_test

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/build"
	"vigie/internal/config"
	"vigie/internal/france"
	"vigie/internal/output"
	"vigie/internal/test/smallproject"
	"vigie/internal/value/cal"
	"vigie/internal/value/problem"
)

// made builds the made-up project after some changes: a file, what stands in it, and
// what stands there instead.
func made(t *testing.T, changes ...[3]string) (*output.Memory, problem.List) {
	t.Helper()
	files := smallproject.Files(t, "../..")
	for _, c := range changes {
		f := files[c[0]]
		if f == nil {
			f = &fstest.MapFile{}
			files[c[0]] = f
		}
		if !strings.Contains(string(f.Data), c[1]) {
			t.Fatalf("%s does not hold %q", c[0], c[1])
		}
		f.Data = []byte(strings.Replace(string(f.Data), c[1], c[2], 1))
	}
	settings, _, err := config.Load(files, nil)
	if err != nil {
		t.Fatal(err)
	}
	memory := output.NewMemory()
	_, found, err := build.Run(context.Background(), build.Options{Project: files, Country: france.Extension(), Config: settings, AsOf: cal.NewDay(2026, 11, 23), Sink: memory, CacheDir: "../../.cache"})
	if err != nil {
		t.Fatal(err)
	}
	return memory, found
}

func TestNamesAreWordsWhateverTheyHold(t *testing.T) {
	site, found := made(t,
		[3]string{"data/providers/example-host.yaml", "Hébergeur d'exemple", `"=Desk {b} {name}"`},
		[3]string{"data/offers/example-cloud.yaml", "Nuage d'exemple", `"{c|%s} $1 {{.}} {figure:x}"`},
		[3]string{"data/events/example-event.yaml", "Un rapport paraît", `"=1+1 {date}"`})
	if found.Errors() > 0 {
		t.Fatal(found)
	}
	for page, want := range map[string]string{
		"fournisseurs/example-host/index.html": "=Desk {b} {name}",
		"offres/example-cloud/index.html":      "{c|%s} $1 {{.}} {figure:x}",
		"chronologie/index.html":               "=1&#43;1 {date}",
	} {
		if content, _ := site.Get(page); !strings.Contains(string(content), want) && !strings.Contains(string(content), strings.ReplaceAll(want, "&#43;", "+")) {
			t.Errorf("%s does not show %q", page, want)
		}
	}
}

func TestWhatIsWrongInProseStandsAtItsLine(t *testing.T) {
	_, found := made(t,
		[3]string{"content/fr/glossaire.md", "\n---\n", "\n---\n\n[Nulle part](/nulle-part/).\n"})
	wanted(t, found, "content/fr/glossaire.md:9:1", "it links to /nulle-part/, where there is nothing")
	_, found = made(t,
		[3]string{"content/fr/methode.md", "key: method\n", "key: methdo\n"},
		[3]string{"content/en/method.md", "key: method\n", "key: methdo\n"})
	wanted(t, found, "content/fr/methode.md:2:6", `no page shows the prose of the key "methdo"`)
	wanted(t, found, "content/en/method.md:2:6", `no page shows the prose of the key "methdo"`)
}

func TestATextOfADoctrineThatHasNoNameStandsAtItsLine(t *testing.T) {
	_, found := made(t, [3]string{"data/doctrines/example-rule.yaml", `text: "2018"`, `text: "2081"`})
	wanted(t, found, "data/doctrines/example-rule.yaml:2:7", `"2081" is not in the list`)
}

func wanted(t *testing.T, found problem.List, at, words string) {
	t.Helper()
	for _, p := range found {
		if p.Place.String() == at && strings.Contains(p.Message, words) {
			if p.Hint == "" {
				t.Errorf("%v has no hint", p)
			}
			return
		}
	}
	t.Errorf("want %s %s, found %v", at, words, found)
}
