package content_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/content"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// declaring reads two made-up pages, each in both languages, from what their front
// matter says beside the three keys that it needs.
func declaring(t *testing.T, french, english, other string) (*content.Content, problem.List) {
	t.Helper()
	file := func(key, more string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("---\nkey: " + key + "\ntitle: T\ndescription: D.\n" + more + "---\nText.\n")}
	}
	c, problems, err := content.Load(fstest.MapFS{
		"content/fr/a.md": file("first", french), "content/en/a.md": file("first", english),
		"content/fr/b.md": file("second", other), "content/en/b.md": file("second", ""),
	}, "content", lang.Composed())
	if err != nil {
		t.Fatal(err)
	}
	return c, problems
}

func TestWhatOneFileSaysOfAPageHoldsInEveryLanguage(t *testing.T) {
	const said = "template: topic\ncharts: [orders, shares]\nseries: [orders-*]\n" +
		"commitments: [promise]\nnotices: [beside]\nmenu: 20\n"
	for name, test := range map[string]struct{ french, english string }{
		"the French one":        {said, "label: L\n"},
		"the English one":       {"label: L\n", said},
		"both, in the same way": {said, said},
	} {
		t.Run(name, func(t *testing.T) {
			c, problems := declaring(t, test.french, test.english, "footer: 3\n")
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			for _, l := range lang.Composed() {
				p := c.Doc(l, "first").Page
				if p.Template.ID != "topic" || len(p.Charts) != 2 || p.Charts[1].ID != "shares" || p.Series[0].ID != "orders-*" ||
					p.Commitments[0].ID != "promise" || p.Notices[0].ID != "beside" || p.Menu != 20 || p.Footer != 0 {
					t.Errorf("%s: read as %+v", l, p)
				}
			}
		})
	}
}

func TestPagesStandInTheOrderOfTheirPlaces(t *testing.T) {
	c, problems := declaring(t, "menu: 30\n", "", "menu: 4\n")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var got []string
	for _, p := range c.Menu() {
		got = append(got, p.Key)
	}
	if strings.Join(got, " ") != "second first" || len(c.Footer()) != 0 {
		t.Errorf("the menu is %v", got)
	}
}

func TestFaultsOfADeclaredPageHaveTheirPlace(t *testing.T) {
	for name, test := range map[string]struct{ french, english, other, place, message, hint string }{
		"two pages at one place": {
			"menu: 3\n", "", "menu: 3\n", "content/fr/b.md:5:7",
			`the place 3 in the menu is already that of the page "first"`, "the next one that is free is 4",
		},
		"two at one of the foot": {
			"footer: 3\n", "", "footer: 3\n", "content/fr/b.md:5:9",
			`the place 3 in the footer is already that of the page "first"`, "",
		},
		"two places": {
			"menu: 3\nfooter: 3\n", "", "", "content/fr/a.md:6:9",
			"is in the menu and in the footer", "keep one",
		},
		"a place in words": {
			"menu: third\n", "", "", "content/fr/a.md:5:1",
			`the key "menu" wants a whole number`, "",
		},
		"a place below one": {
			"menu: 0\n", "", "", "content/fr/a.md:5:1",
			`the key "menu" wants a whole number`, "",
		},
		"another order": {
			"charts: [a, b]\n", "charts: [b, a]\n", "", "content/en/a.md:5:10",
			`the page "first" has other charts in another language`, "",
		},
		"another place": {
			"menu: 3\n", "menu: 4\n", "", "content/en/a.md:5:7",
			"has other menu in another language", "",
		},
		"one name for a list": {
			"charts: orders\n", "", "", "content/fr/a.md:5:1",
			`the key "charts" wants a list of names`, "write charts: [one, another]",
		},
		"an empty list": {
			"charts: []\n", "", "", "content/fr/a.md:5:1",
			`the key "charts" wants a list of names`, "",
		},
		"a name twice": {"charts: [a, b, a]\n", "", "", "content/fr/a.md:5:16", `"a" is there twice`, ""},
		"no name in a list": {
			"charts: [a, [b]]\n", "", "", "content/fr/a.md:5:13",
			`the list "charts" holds something that is no name`, "",
		},
		"a key misspelt": {
			"chart: [a]\n", "", "", "content/fr/a.md:5:1",
			`front matter has no key "chart"`, `did you mean "charts"?`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			_, problems := declaring(t, test.french, test.english, test.other)
			if len(problems) != 1 {
				t.Fatalf("want one problem, got %v", problems)
			}
			p := problems[0]
			if p.Place.String() != test.place || !strings.Contains(p.Message, test.message) ||
				!strings.Contains(p.Hint, test.hint) {
				t.Errorf("want %s: %s (%s), got %v (%s)", test.place, test.message, test.hint, p, p.Hint)
			}
		})
	}
}
