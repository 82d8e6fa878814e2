package site_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/content"
	"vigie/internal/site"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// withPages is a site of made-up records with pages of prose, each given by its
// address in French and what its front matter says after title and description; in
// English it stands at the same address.
func withPages(t *testing.T, pages map[string]string) *site.Site {
	t.Helper()
	files := fstest.MapFS{}
	for address, more := range pages {
		for _, l := range lang.Composed() {
			key, _, _ := strings.Cut(strings.TrimPrefix(more, "key: "), "\n")
			said := more
			if l != lang.FR {
				said = "key: " + key + "\n"
			}
			file := "---\ntitle: Essai\ndescription: Un essai.\n" + said + "---\nTexte.\n"
			files["content/"+string(l)+"/"+address+".md"] = &fstest.MapFile{Data: []byte(file)}
		}
	}
	s := siteOf(t, oneOfEach(t))
	prose, problems, err := content.Load(files, "content", lang.Composed())
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	s.Content = prose
	return s
}

// French lists the faults of French files, with what they hint at.
func french(list problem.List) []string {
	var out []string
	for _, p := range list {
		if strings.HasPrefix(p.File, "content/fr/") {
			out = append(out, p.Place.String()+": "+p.Message+" ("+p.Hint+")")
		}
	}
	return out
}

func TestWhatFrontMatterNamesIsThere(t *testing.T) {
	const topic = "key: essay\ntemplate: topic\nmenu: 1\n"
	for name, test := range map[string]struct{ address, front, want string }{
		"all of it": {
			"essai", topic + "charts: [tier-adoption]\nseries: [example-orders, example-*]\n" +
				"commitments: [example-promise]\nnotices: [same-contracts]\n",
			"",
		},
		"prose alone":    {"essai", "key: essay\ntemplate: prose\nfooter: 1\n", ""},
		"the components": {"essai", "key: essay\ntemplate: design\nfooter: 1\ncharts: [tier-adoption]\n", ""},
		"a series among the components": {
			"essai", "key: essay\ntemplate: design\nfooter: 1\nseries: [example-orders]\n",
			`fr/essai.md:7:10: the page "essay" is no topic and does not show this (template: design shows one chart`,
		},
		"below another address": {"un/essai", topic, ""},
		"an indicator misspelt": {
			"essai", topic + "charts: [tier-adoptoin]\n",
			`fr/essai.md:7:10: there is no indicator named "tier-adoptoin" (did you mean "tier-adoption"?)`,
		},
		"a series misspelt": {
			"essai", topic + "series: [example-*, example-ordres]\n",
			`fr/essai.md:7:21: there is no series named "example-ordres" (did you mean "example-orders"?)`,
		},
		"a beginning that none has": {
			"essai", topic + "series: [exemple-*]\n",
			`fr/essai.md:7:10: no series begins with "exemple-"`,
		},
		"a commitment misspelt": {
			"essai", topic + "commitments: [example-promises]\n",
			`fr/essai.md:7:15: there is no commitment named "example-promises" (did you mean "example-promise"?)`,
		},
		"a notice that is not there": {
			"essai", topic + "notices: [contracts]\n",
			`fr/essai.md:7:11: there is no notice named "contracts" (did you mean "same-contracts"?)`,
		},
		"a template misspelt": {
			"essai", "key: essay\ntemplate: topics\nmenu: 1\n",
			`fr/essai.md:5:11: there is no template named "topics" (did you mean "topic"?)`,
		},
		"a template without a place": {
			"essai", "key: essay\ntemplate: topic\n",
			`fr/essai.md:5:11: no reader would find the page "essay": it has no place (give it a place`,
		},
		"a place without a template": {
			"essai", "key: answers/1-offers\nmenu: 1\n",
			`fr/essai.md:5:7: "answers/1-offers" is no page of its own`,
		},
		"neither": {
			"essai", "key: offer\n",
			`fr/essai.md:4:6: no page shows the prose of the key "offer" (did you mean "offers"?)`,
		},
		"the key of a page of ours": {
			"essai", "key: offers\ntemplate: topic\nmenu: 1\n",
			`fr/essai.md:4:6: the key "offers" cannot be that of a page with a template`,
		},
		"a key with a slash": {
			"essai", "key: offers/essay\ntemplate: topic\nmenu: 1\n",
			`fr/essai.md:4:6: the key "offers/essay" cannot be`,
		},
		"an address with a capital": {"Essai", topic, `fr/Essai.md:1:1: "Essai" cannot be an address`},
		"a page of ours with a capital": {"Offres", "key: offers\nmenu: 1\n",
			`fr/Offres.md:1:1: "Offres" cannot be an address`},
		"charts of a page of ours": {
			"offres", "key: offers\nmenu: 1\ncharts: [tier-adoption]\n",
			`fr/offres.md:6:10: the page "offers" is no topic and does not show this`,
		},
		"charts of prose alone": {
			"essai", "key: essay\ntemplate: prose\nmenu: 1\ncharts: [tier-adoption]\n",
			`fr/essai.md:7:10: the page "essay" is no topic`,
		},
		"charts of the home page": {"accueil", "key: home\ncharts: [tier-adoption]\n", ""},
		"one that the home page misses": {
			"accueil", "key: home\ncharts: [tier-adoptio]\n",
			`fr/accueil.md:5:10: there is no indicator named "tier-adoptio"`,
		},
		"an answer about no page": {
			"essai", "key: answers/1-essay\n",
			`fr/essai.md:4:6: the answer leads to the page "essay", which is not there`,
		},
		"an answer about a page":   {"essai", "key: answers/1-sources\n", ""},
		"a tier with its promises": {"externe", "key: tiers/external\ncommitments: [example-promise]\n", ""},
		"a promise of a tier misspelt": {
			"externe", "key: tiers/external\ncommitments: [example-promises]\n",
			`fr/externe.md:5:15: there is no commitment named "example-promises"`,
		},
		"what is known of a tier": {"connu", "key: tiers/external/known\n", ""},
		"a part of a tier that the board does not show": {
			"essai", "key: tiers/external/hoped\n", `fr/essai.md:4:6: no page shows the prose of the key "tiers/external/hoped"`,
		},
		"promises of a part of a tier": {
			"connu", "key: tiers/external/known\ncommitments: [example-promise]\n",
			`fr/connu.md:5:15: the page "tiers/external/known" is no topic and does not show this`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			got := french(withPages(t, map[string]string{test.address: test.front}).Declared())
			switch {
			case test.want == "" && len(got) > 0:
				t.Errorf("faults: %q", got)
			case test.want != "" && (len(got) != 1 || !strings.HasPrefix(got[0], "content/"+test.want)):
				t.Errorf("want %s, got %q", test.want, got)
			}
		})
	}
}

func TestADeclaredPageLeadsToThePageAboveIt(t *testing.T) {
	s := withPages(t, map[string]string{
		"essai":    "key: essay\ntemplate: prose\nmenu: 1\nlabel: Nos essais\n",
		"essai/un": "key: first-essay\ntemplate: topic\nmenu: 2\n",
	})
	found := false
	for p := range s.Pages() {
		if p.Key != "first-essay" || p.Lang != lang.FR {
			continue
		}
		found = true
		if p.Address != "/essai/un/" ||
			!slices.Equal(p.Others, []site.Translation{{Lang: lang.EN, Address: "/en/essai/un/"}}) ||
			!slices.Equal(p.Crumbs, []site.Link{{Href: "/essai/", Text: "Nos essais"}}) {
			t.Errorf("planned as %+v", p)
		}
	}
	if !found {
		t.Error("it is not planned")
	}
}

// Nobody finds a page that no menu and no map names.
func TestTheMapOfTheSiteLeadsToWhatTheLawAndHonestyAskFor(t *testing.T) {
	html := sections(t, real(t, nil), "/plan-du-site/")["/plan-du-site/"]
	for _, address := range []string{"corrections", "journal", "editions", "mentions-legales", "accessibilite",
		"sources", "silences", "contradictions", "methode"} {
		if !strings.Contains(html, `<a href="/`+address+`/">`) {
			t.Errorf("it does not lead to /%s/", address)
		}
	}
}
