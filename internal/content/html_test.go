package content_test

import (
	"strings"
	"testing"

	"vigie/internal/content"
	"vigie/internal/value/lang"
)

func TestProseIsRendered(t *testing.T) {
	for name, test := range map[string]struct{ body, want string }{
		"a figure among words": {"En 2024, {figure:orders/2024} commandés.",
			"<p>En 2024, <b>51</b> commandés.</p>"},
		"two figures in one sentence": {"De {figure:orders/2024} à {figure:orders/2025}.",
			"<p>De <b>51</b> à <b>84</b>.</p>"},
		"a figure alone keeps its paragraph": {"{figure:orders/2024}", "<p><b>51</b></p>"},
		"a figure in strong words":           {"**{figure:orders/2024}**", "<strong><b>51</b></strong>"},
		"a chart alone leaves its paragraph": {"Avant.\n\n{chart:orders}\n\nAprès.",
			"<p>Avant.</p>\n<figure></figure><p>Après.</p>"},
		"a name in code is not placed": {"Écrire `{figure:orders/2024}`.",
			"<p>Écrire <code>{figure:orders/2024}</code>.</p>"},
		"accents are folded in anchors":       {"## Délibération n° 12 — été", `<h2 id="deliberation-n-12-ete">`},
		"ligatures are folded in anchors":     {"## Œuvre et cœur", `<h2 id="oeuvre-et-coeur">`},
		"two headings alike have two anchors": {"## Été\n\n## Été", `<h2 id="ete-2">`},
		"a heading without words has one too": {"## …", `<h2 id="section">`},
		"a term of a list has an anchor":      {"Diffusion restreinte\n: Une mention.", `<dt id="diffusion-restreinte">`},
		"French spaces before two-part signs": {"Quoi ? Ceci : « bien » ; oui !",
			"Quoi\u202f? Ceci\u00a0: «\u00a0bien\u00a0»\u202f; oui\u202f!"},
		"French apostrophes":                   {"L'État d'aujourd'hui", "L’État d’aujourd’hui"},
		"French spaces next to strong words":   {"**Ceci** : voilà", "</strong>\u00a0: voilà"},
		"code keeps its spaces and apostrophe": {"`a : 'b'`", "<code>a : 'b'</code>"},
		"addresses keep theirs":                {"[l'avis](/methode/#l'avis)", `<a href="/methode/#l'avis">l’avis</a>`},
		"a table with a column set right":      {"a | b\n--- | ---:\nc | d", "<td style=\"text-align:right\">d</td>"},
	} {
		t.Run(name, func(t *testing.T) {
			html, problems := render(t, test.body+"\n")
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			if !strings.Contains(html, test.want) {
				t.Errorf("want %q in\n%q", test.want, html)
			}
		})
	}
}

func TestEnglishIsLeftAsItIsWritten(t *testing.T) {
	c, _ := load(t, front)
	html, problems := c.Doc(lang.EN, "made-up").HTML(shelf{})
	if len(problems) > 0 || string(html) != "<p>Text.</p>\n" {
		t.Error(html, problems)
	}
}

// The body of a made-up page starts on the sixth line of its file.
func TestFaultsOfProseAreReportedWithTheirPlace(t *testing.T) {
	for name, test := range map[string]struct{ body, place, message string }{
		"a figure that does not exist": {"Texte.\n\nSoit {figure:orders/1999}.", "8:6",
			`there is no figure named "orders/1999"`},
		"the second of two equal mistakes": {"{figure:orders/2024}\n\n{figure:a/b}", "8:1",
			`there is no figure named "a/b"`},
		"a chart that does not exist":  {"{chart:nothing}", "6:1", `there is no chart named "nothing"`},
		"a chart among words":          {"Voir {chart:orders} ici.", "6:6", "a chart stands among words"},
		"a brace that places nothing":  {"Été {figur:orders/2024}.", "6:5", `"{figur:orders/2024}" places nothing`},
		"a figure name with a capital": {"{figure:Orders}", "6:1", `"{figure:Orders}" places nothing`},
		"money typed by hand":          {"Été : 51,6 M€.", "6:7", `"51,6 M€" is a number typed by hand`},
		"a share typed by hand":        {"**Soit 72 %**", "6:8", `"72 %" is a number typed by hand`},
		"English money typed by hand":  {"About €51.6M.", "6:7", `"€5" is a number typed by hand`},
		"words of money typed by hand": {"Texte\nsoit 12 milliards.", "7:6", `"12 milliards" is a number typed by hand`},
		"a number beside a unit":       {"Il y a 847 projets.", "6:8", `"847 projets" is a number typed by hand`},
		"a large number beside a long unit": {"Soit 9 200 machines virtuelles.", "6:6",
			`"9 200 machines virtuelles" is a number typed by hand`},
		"a number in a table":           {"a | b\n---|---\nc | 12 %", "8:5", `"12 %" is a number typed by hand`},
		"a block of HTML":               {"Texte.\n\n<script>alert(1)</script>", "8:1", "HTML is not let through"},
		"a relative link":               {"Voir\n[là](../methode/).", "7:1", `"../methode/" is relative`},
		"a link to a file of prose":     {"[là](methode.md)", "6:1", `"methode.md" is relative`},
		"a link to nothing":             {"[là]()", "6:1", "a link leads nowhere"},
		"a link to a script":            {"Un [mot](javascript:alert(1)).", "6:4", `"javascript:alert(1)" is emptied`},
		"a script in other letters":     {"[mot](JavaScript:alert(1))", "6:1", "is emptied"},
		"a script by reference":         {"Un [mot][a].\n\n[a]: javascript:alert(1)", "6:4", "is emptied"},
		"a script between brackets":     {"Un <javascript:alert(1)>.", "6:4", "is emptied"},
		"a link to data":                {"[mot](data:text/html,x)", "6:1", "is emptied"},
		"a file of this machine":        {"[mot](file:///etc/hosts)", "6:1", "is emptied"},
		"an address without its scheme": {"[mot](//example.org/)", "6:1", "without its scheme"},
		"an address with a password":    {"[mot](https://a:b@example.org/)", "6:1", "no address of a page"},
		"a picture of another site":     {"Avec ![un suivi](https://example.org/p.png).", "6:6", "is not of this site"},
		"a picture that is data":        {"![x](data:image/png;base64,AA)", "6:1", "is not of this site"},
		"a picture that is relative":    {"![x](p.png)", "6:1", `"p.png" is relative`},
		"HTML among words":              {"Un <b>mot</b>.", "6:4", "HTML is not let through"},
	} {
		t.Run(name, func(t *testing.T) {
			_, problems := render(t, test.body+"\n")
			for _, p := range problems {
				if p.Place.String() == "content/fr/invente.md:"+test.place && strings.Contains(p.Message, test.message) {
					return
				}
			}
			t.Errorf("want %s: %s, got %+v", test.place, test.message, problems)
		})
	}
}

// A name that nothing bears comes with the nearest one, whatever is wrong with it.
func TestTheNearestNameIsGivenForAPlacingThatFails(t *testing.T) {
	for body, want := range map[string]string{
		"{figure:orders/2042}": "did you mean {figure:orders/2024}?",
		"{chart:order}":        "did you mean {chart:orders}?",
		"{figure:Orders/2024}": "names are in small letters: write {figure:orders/2024}",
		"{figure:indicator/orders/all/Ville-de-Lion}": "names are in small letters: did you mean " +
			"{figure:indicator/orders/all/ville-de-lyon}?",
		"{figure:indicator/orders/all/Ville de Lyon}": "small letters without accents, digits, / and hyphens: did " +
			"you mean {figure:indicator/orders/all/ville-de-lyon}?",
		"{figure:nothing-like-it/at-all/whatever-it-was}": "names are identifiers of figures",
		"{name}": "write {figure:identifier} or {chart:identifier}",
	} {
		_, problems := render(t, body+"\n")
		if len(problems) != 1 || !strings.Contains(problems[0].Hint, want) {
			t.Errorf("%s: want %q in %+v", body, want, problems)
		}
	}
}

func TestLinksThatLeadSomewhereAreLeftAlone(t *testing.T) {
	_, problems := render(t, "[a](/methode/#x) [b](#ici) [c](https://example.org/a?b=c#d) "+
		"[d](mailto:a@example.org) <https://example.org/> <a@example.org> [e](tel:+33100000000)\n")
	if len(problems) > 0 {
		t.Error(problems)
	}
}

func TestThatNobodyPublishesLeadsToAPlaceThatWasRead(t *testing.T) {
	for name, test := range map[string]struct {
		body    string
		problem bool
	}{
		"without a link":                    {"Personne ne publie ce prix.", true},
		"with a link to another silence":    {"Personne ne publie ce prix ([dit ici](/silences/#made-up-orders)).", true},
		"with the link in another sentence": {"[Le prix](/silences/#made-up-price).\n\nPersonne ne publie ce prix.", true},
		"in a list":                         {"- Un prix que personne ne publie.", true},
		"with its link":                     {"Personne ne publie [ce prix](/silences/#made-up-price).", false},
		"around its link":                   {"[Personne ne publie ce prix](/silences/#made-up-price).", false},
		"what was not found":                {"Nous n'avons pas trouvé ce prix.", false},
	} {
		t.Run(name, func(t *testing.T) {
			_, problems := render(t, test.body+"\n")
			if (len(problems) > 0) != test.problem {
				t.Errorf("problems: %v", problems)
			}
			for _, p := range problems {
				if !strings.Contains(p.Message, "ersonne ne publie") || p.Hint == "" {
					t.Errorf("%s (%s)", p.Message, p.Hint)
				}
			}
		})
	}
}

func TestWhatIsNoMeasureMayBeTyped(t *testing.T) {
	for _, body := range []string{"En 2024, la règle 9.", "Le 3 juillet 2018.", "Article 31, n° 6404/SG.",
		"Les trois niveaux.", "`12 %`", "RGAA 4.1.2"} {
		if _, problems := render(t, body+"\n"); len(problems) > 0 {
			t.Errorf("%q: %v", body, problems)
		}
	}
}

func TestRawHTMLDoesNotReachThePage(t *testing.T) {
	html, _ := render(t,
		"Avant <img src=x onerror=alert(1)> après.\n\n<script>alert(1)</script>\n\n[lien](javascript:alert(1))\n")
	for _, forbidden := range []string{"<script", "<img", "javascript:"} {
		if strings.Contains(html, forbidden) {
			t.Errorf("%q stands in\n%s", forbidden, html)
		}
	}
}

func TestFiguresAreListedInTheirOrder(t *testing.T) {
	c, _ := load(t, front+"{figure:b/2}, {figure:a/1}, {chart:c} and `{figure:code}`.\n")
	if got := strings.Join(c.Doc(lang.FR, "made-up").Figures(), " "); got != "b/2 a/1" {
		t.Errorf("got %q", got)
	}
}

func TestSlugs(t *testing.T) {
	for text, want := range map[string]string{
		"Qu’est-ce qu’un niveau ?": "qu-est-ce-qu-un-niveau", "HT / TTC": "ht-ttc", "  État  ": "etat", "": "",
		"Ça, là": "ca-la",
	} {
		if got := content.Slug(text); got != want {
			t.Errorf("%q gives %q, want %q", text, got, want)
		}
	}
}

func TestThatNobodyPublishesInADescriptionIsReportedOnItsLine(t *testing.T) {
	c, problems := load(t, strings.Replace(front, "description: Une page de test.", "description: Personne ne publie ce prix.", 1)+"Texte.\n")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	line := 1 + strings.Count(front[:strings.Index(front, "description:")], "\n")
	_, problems = c.Doc(lang.FR, "made-up").HTML(shelf{})
	if len(problems) != 1 || problems[0].Line != line || problems[0].Col < 2 {
		t.Errorf("want line %d of the description: %+v", line, problems)
	}
}
