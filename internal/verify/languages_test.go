package verify_test

import (
	"bytes"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"go.yaml.in/yaml/v4"
	"golang.org/x/net/html"

	"vigie/internal/build"
	"vigie/internal/output"
	"vigie/internal/test/smallproject"
	"vigie/internal/value/problem"
	"vigie/themes"
)

// proven builds a project, proves each number of its site and gives the site.
func proven(t *testing.T, project fstest.MapFS) fstest.MapFS {
	t.Helper()
	site := built(t, project)
	report := run(t, site, project)
	for _, f := range report.Faults {
		t.Errorf("%s: %s [%s] found %q, data %q", f.File, f.What, f.Figure, f.Found, f.Want)
	}
	if total := report.Total(); total.Found == 0 {
		t.Error("no number was found")
	}
	return site
}

// holds looks for what a file of a site must and must not hold; the latter opens with "no ".
func holds(t *testing.T, site fstest.MapFS, file string, wants ...string) {
	t.Helper()
	f := site[file]
	if f == nil {
		t.Errorf("there is no %s", file)
		return
	}
	for _, want := range wants {
		unwanted, no := strings.CutPrefix(want, "no ")
		if strings.Contains(string(f.Data), unwanted) == no {
			t.Errorf("%s: wanted %s", file, want)
		}
	}
}

func TestASiteInFrenchAloneStands(t *testing.T) {
	site := proven(t, smallproject.Speaking(t, small(t), "fr"))
	holds(t, site, "index.html", `<html lang="fr">`, "no hreflang", `no class="tongue"`)
	holds(t, site, "donnees/organismes.csv", "organisme")
	for name := range site {
		if strings.HasPrefix(name, "en/") {
			t.Errorf("there is %s", name)
		}
	}
}

func TestASiteInEnglishAloneStands(t *testing.T) {
	site := proven(t, smallproject.Speaking(t, small(t), "en"))
	holds(t, site, "index.html", `<html lang="en">`, "no hreflang", `href="organisations/index.html"`)
	holds(t, site, "organisations/index.html", "Example ministry", "no Ministère")
	holds(t, site, "llms.txt", "(/organisations/)")
	holds(t, site, "feeds/events.atom", `xml:lang="en"`)
	holds(t, site, "data/organismes.csv", "identifiant,")
	holds(t, site, "data/charts/tier-adoption.en.csv")
	holds(t, site, "datapackage.json", `"path": "data/organismes.csv"`)
	for name := range site {
		if folder, _, _ := strings.Cut(name, "/"); folder == "donnees" || folder == "flux" {
			t.Errorf("there is %s, in a folder with a French name", name)
		}
	}
	holds(t, site, "silences/index.html", "no letter is ready", "no administrative document")
	for name := range site {
		if strings.HasPrefix(name, "silences/demande/") || strings.HasPrefix(name, "silences/request/") {
			t.Errorf("a letter is offered, in a language that the site does not have: %s", name)
		}
	}
	for name := range site {
		if strings.HasPrefix(name, "fr/") {
			t.Errorf("there is %s", name)
		}
	}
}

func TestTheFirstLanguageStandsAtTheRoot(t *testing.T) {
	project := smallproject.Speaking(t, small(t), "en", "fr")
	project["config.yaml"].Data = append(project["config.yaml"].Data, "base_url: https://www.example.org/\n"...)
	site := proven(t, project)
	holds(t, site, "organisations/index.html", `<html lang="en">`, `href="../fr/organismes/index.html" lang="fr"`,
		`hreflang="en" href="https://www.example.org/organisations/"`,
		`hreflang="fr" href="https://www.example.org/fr/organismes/"`,
		`hreflang="x-default" href="https://www.example.org/organisations/"`)
	holds(t, site, "fr/organismes/index.html", `<html lang="fr">`, `href="../../organisations/index.html" lang="en"`,
		`hreflang="x-default" href="https://www.example.org/organisations/"`)
	holds(t, site, "fr/404.html", `<html lang="fr">`)
	holds(t, site, "sitemap.xml", "https://www.example.org/fr/organismes/")
	holds(t, site, "_headers", "\n/data/*\n", "\n/feeds/*\n", "\n/fr/flux/*\n", "no /en/")
}

// The words of a third language are files: of the theme, of content, and a key of
// each text. What the program composes itself stands in English.
func TestASiteInAThirdLanguageStands(t *testing.T) {
	site := proven(t, smallproject.Speaking(t, small(t), "fr", "en", "de"))
	holds(t, site, "de/organisations/index.html", `<html lang="de">`, "[de] Example ministry", "[de] Public bodies",
		"no Ministère",
		`href="../../organismes/index.html" lang="fr"`, `href="../../en/organisations/index.html" lang="en"`)
	holds(t, site, "organismes/index.html", `lang="de" hreflang="de">[de] English</a>`, "no [de] Example")
	holds(t, site, "de/de-feeds/events.atom", `xml:lang="de"`)
	holds(t, site, "donnees/graphiques/tier-adoption.de.csv")
}

// Words by which English is known in what the made-up German, which is English after "[de]", does not say.
var english = regexp.MustCompile(`(?i)\b(the|of|is|was|not|by|out|which|what|that|no|and)\b`)

// What the program composes stands in English on a page in a third language, and says so: a
// screen reader would read it in the voice of the page otherwise. Prose of the project, code
// and the letters of a drawing, which is read out by its title, are left out.
func TestEnglishOnAPageInAThirdLanguageIsMarked(t *testing.T) {
	site := built(t, smallproject.Speaking(t, small(t), "fr", "en", "de"))
	marked := 0
	for name, f := range site {
		if !strings.HasPrefix(name, "de/") || !strings.HasSuffix(name, ".html") {
			continue
		}
		page, err := html.Parse(bytes.NewReader(f.Data))
		if err != nil {
			t.Fatal(err)
		}
		voiced(page, "", func(words, spoken string) {
			switch unsaid := !strings.Contains(words, "[de]") && english.MatchString(words); {
			case unsaid && spoken == "de":
				t.Errorf("%s: %q is said to be German", name, words)
			case unsaid && spoken == "en":
				marked++
			}
		})
	}
	if marked == 0 {
		t.Error("nothing is marked as English: the test looks at nothing")
	}
	holds(t, site, "de/indicators/tier-adoption/index.html", `<p class="in-words" lang="en">`, `-desc" lang="en">`)
	holds(t, site, "de/index.html", `lang="en">23`+"\u00a0"+`November 2026</time>`)
	holds(t, site, "indicateurs/tier-adoption/index.html", `no class="in-words" lang`)
}

// underAnAxis is a short month in the letters of a drawing, after what opens the made-up German.
var underAnAxis = regexp.MustCompile(`>[0-9 \[\]de]*?(\[de\] )?(?:Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec) \d{4}</text>`)

// A file of the theme holds the sentences of the program in a third language: dates, charts and
// notes then stand in it, and only what has no pattern is in English and marked.
func TestSentencesOfTheProgramStandInAThirdLanguage(t *testing.T) {
	project := smallproject.Speaking(t, small(t), "fr", "en", "de")
	list, err := fs.ReadFile(themes.Files(), "patterns.yaml")
	if err != nil {
		t.Fatal(err)
	}
	patterns := map[string]string{}
	if err := yaml.Load(list, &patterns); err != nil {
		t.Fatal(err)
	}
	for english := range patterns {
		patterns[english] = strings.Replace(english, strings.TrimSpace(english), "[de] "+strings.TrimSpace(english), 1)
	}
	file, err := yaml.Dump(patterns)
	if err != nil {
		t.Fatal(err)
	}
	project["themes/vigie/sentences.de.yaml"] = &fstest.MapFile{Data: file}
	site := proven(t, project)
	holds(t, site, "de/indicators/tier-adoption/index.html", `<p class="in-words">[de] `, `-desc">[de] `,
		`no class="in-words" lang`)
	holds(t, site, "de/index.html", `[de] 23 [de] November 2026</time>`)
	holds(t, site, "indicateurs/tier-adoption/index.html", "no \"told\">[de]")
	axes := map[bool]int{}
	for name, f := range site {
		if strings.HasPrefix(name, "de/indicators/") {
			for _, found := range underAnAxis.FindAllStringSubmatch(string(f.Data), -1) {
				axes[found[1] != ""]++
			}
		}
	}
	if axes[true] == 0 || axes[false] > 0 {
		t.Errorf("%d months under axes are in German, %d are not", axes[true], axes[false])
	}

	delete(patterns, "Last known value: {list}.")
	if file, err = yaml.Dump(patterns); err != nil {
		t.Fatal(err)
	}
	project["themes/vigie/sentences.de.yaml"] = &fstest.MapFile{Data: file}
	_, problems, err := build.Run(t.Context(),
		build.Options{Project: project, Config: settings(t, project), AsOf: day, Sink: output.NewMemory()})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(problems, func(p problem.Problem) bool {
		return strings.HasPrefix(p.Message, "1 of the ") && p.File == "themes/vigie/sentences.de.yaml"
	}) {
		t.Errorf("a sentence lacks its German, and it is not noticed: %v", problems)
	}
}

// voiced gives the words of a page, each with the language in which it is said to be.
func voiced(n *html.Node, spoken string, see func(words, spoken string)) {
	if n.Type == html.ElementNode {
		for _, a := range n.Attr {
			switch {
			case a.Key == "lang":
				spoken = a.Val
			case a.Key == "class" && slices.ContainsFunc(strings.Fields(a.Val), func(class string) bool {
				return slices.Contains([]string{"prose", "lead", "opening", "answer-text", "f-text", "f-muted", "f-surface"}, class)
			}):
				return
			}
		}
		if slices.Contains([]string{"script", "style", "template", "code", "title"}, n.Data) {
			return
		}
	}
	if n.Data == "h1" || n.Data == "h2" { // the title of a chart is one sentence, with links in it
		see(inside(n), spoken)
		return
	}
	if words := strings.TrimSpace(n.Data); n.Type == html.TextNode && words != "" {
		see(words, spoken)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		voiced(c, spoken, see)
	}
}

// inside is the text of an element with all that it holds.
func inside(n *html.Node) string {
	var out strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			out.WriteString(d.Data)
		}
	}
	return out.String()
}

func TestASiteWithoutFrenchAndEnglishStands(t *testing.T) {
	site := proven(t, smallproject.Speaking(t, small(t), "de"))
	holds(t, site, "organisations/index.html", `<html lang="de">`, "[de] Example ministry")
}

func TestAMissingWordIsReportedWithItsFile(t *testing.T) {
	for name, test := range map[string]struct{ file, old, changed, want string }{
		"a word of the interface": {"themes/vigie/words.de.yaml", "\nskip: ", "\nskipp: ", `themes/vigie/words.de.yaml:`},
		"a file of words":         {"themes/vigie/words.de.yaml", "", "", `themes/vigie/words.de.yaml: `},
		"a text of a record": {"data/organisations/example-ministry.yaml", "de: \"[de] Example ministry\"", "en2: x",
			`name is not written in "de"`},
		"a page": {"content/de/organisations.md", "", "", `the page "organisations" has no de version`},
	} {
		t.Run(name, func(t *testing.T) {
			project := smallproject.Speaking(t, small(t), "fr", "en", "de")
			if test.old == "" {
				delete(project, test.file)
			} else {
				project = with(t, project, test.file, test.old, test.changed)
			}
			_, problems, err := build.Run(t.Context(),
				build.Options{Project: project, Config: settings(t, project), AsOf: day, Sink: output.NewMemory()})
			if err != nil {
				t.Fatal(err)
			}
			found := false
			for _, p := range problems {
				found = found || strings.Contains(p.File+":"+" "+p.Message, test.want) || strings.HasPrefix(p.File+":", test.want)
			}
			if !found {
				t.Errorf("got %v, want %s", problems, test.want)
			}
		})
	}
}

// The file of a page of the engine is its address; without a file the site does not have
// the page, and what would lead to it is plain text.
func TestTheFilesOfContentAreTheSectionsOfASite(t *testing.T) {
	project := small(t)
	project["content/fr/corps.md"] = project["content/fr/organismes.md"]
	for _, name := range []string{"fr/organismes", "fr/chronologie", "en/timeline", "fr/engagements", "en/commitments",
		"fr/doctrine", "en/doctrine",
		"fr/choisir-un-niveau", "en/choose-a-tier", "fr/reponses/5-engagements", "en/answers/5-commitments"} {
		delete(project, "content/"+name+".md")
	}
	site := proven(t, project)
	holds(t, site, "corps/example-ministry/index.html", `<li><a href="../../corps/index.html">`, "no /-/")
	holds(t, site, "en/organisations/index.html", `href="../../corps/index.html" lang="fr"`)
	holds(t, site, "index.html", "no chronologie/", "no timeline/", "no /-/")
	holds(t, site, "llms.txt", "(/en/organisations/)", "no commitments/", "no /-/")
	for name := range site {
		for _, gone := range []string{"organismes/", "chronologie/", "engagements/", "doctrine/", "en/doctrine/"} {
			if strings.HasPrefix(name, gone) {
				t.Errorf("there is %s", name)
			}
		}
	}
}
