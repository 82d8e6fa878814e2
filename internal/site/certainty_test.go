package site_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"vigie/internal/config"
	"vigie/internal/content"
	"vigie/internal/corpus"
	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/site"
	"vigie/internal/test/smallproject"
	"vigie/internal/value/lang"
)

// voices is made-up data: a number of each of several sources, and disagreements.
const voices = `
-- data/units/eur.yaml --
kind: money
symbol: €
-- data/units/percent.yaml --
kind: percent
-- data/measures/spending.yaml --
title: Spending
definition: {fr: Ce qui est dépensé., en: What is spent.}
-- data/perimeters/all.yaml --
title: {fr: Tous, en: All}
counts: {fr: Tout., en: Everything.}
-- data/series/spending.yaml --
measure: spending
perimeter: all
unit: eur
title: Spending
observations:
  - {period: "2019", claims: [{id: own, value: 10 M, source: ministry, read: 2026-01-01}]}
  - {period: "2020", claims: [{id: press, value: 20 M, source: gazette, read: 2026-01-01}]}
  - {period: "2021", claims: [{id: quoted, value: 30 M, source: quoting, read: 2026-01-01}]}
  - {period: "2022", claims: [{id: copied, value: 40 M, source: copyist, read: 2026-01-01}]}
  - {period: "2023", claims: [{id: both-own, value: 50 M, source: ministry, read: 2026-01-01}, {id: both-quoted, value: 50 M, source: quoting, read: 2026-01-01}]}
  - {period: "2024", unknown: not-published}
  - period: "2025"
    claims: [{id: high, value: 70 M, source: ministry, read: 2026-01-01}, {id: low, value: 60 M, source: ministry, read: 2026-01-01}]
  - period: "2026"
    claims: [{id: right, value: 70 M, source: ministry, read: 2026-01-01}, {id: misprint, value: 7 M, source: quoting, read: 2026-01-01}]
    resolution: {claim: right, rule: nearest-source, reason: {fr: La source., en: The source.}, on: 2026-01-02}
-- data/organisations/north.yaml --
name: North
kind: region
-- data/migrations/site.yaml --
organisation: north
service: Site
tier: external
hosting_qualification: [{scheme: secnumcloud, standing: unknown}]
statuses: [{status: live, on: "2024", dating: documented, claims: [{id: hosted, source: gazette, read: 2026-01-01}]}]
`

func document(id, rest string) string {
	return "-- data/sources/" + id + ".yaml --\ntitle: T\npublisher: P\nurl: https://example.org/" + id + "\nkind: page\n" + rest + "licence: unknown\nredistributable: false\ncadence: once\n"
}

// madeUpSite is a site of made-up data and prose, with our theme.
func madeUpSite(t *testing.T, archive, prose string) *site.Site {
	t.Helper()
	files := fstest.MapFS{}
	for _, f := range txtar.Parse([]byte(archive)).Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	for name, content := range smallproject.Judged(t, "../..") {
		files[name] = &fstest.MapFile{Data: content}
	}
	for _, l := range lang.Composed() {
		files["content/"+string(l)+"/one.md"] = &fstest.MapFile{Data: []byte(prose)}
	}
	for name, words := range smallproject.Vocabularies(t, "../..") {
		files[name] = &fstest.MapFile{Data: words}
	}
	read, problems, err := corpus.Load(files, "data", lang.Composed())
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	words, problems, err := content.Load(files, "content", lang.Composed())
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	ds := dataset.New(read, asOf)
	s := &site.Site{Config: config.Config{Languages: lang.Composed()}, Data: ds, Indicators: indicator.Results(ds), Content: words, Theme: ownTheme(t), Figures: map[string]figure.Figure{}}
	s.GatherFigures()
	return s
}

var documents = document("ministry", "quality: primary\n") + document("gazette", "quality: press\n") +
	document("quoting", "quality: secondary\n") + document("copyist", "quality: press\nprovenance: copy\n")

func answering(figures ...string) string {
	text := "---\nkey: answers/1-orders\ntitle: Combien ?\ndescription: Un essai.\n---\nVoici"
	for _, f := range figures {
		text += " {figure:" + f + "}"
	}
	return text + ".\n"
}

// home is the first answer of the home page.
func home(t *testing.T, s *site.Site) site.Answer {
	t.Helper()
	for p := range s.Pages() {
		if body, ok := p.Body.(site.HomePage); ok && p.Lang == lang.EN {
			return body.Answers[0]
		}
	}
	t.Fatal("no home page")
	return site.Answer{}
}

func TestAnAnswerIsAsSureAsTheLeastSureOfItsFigures(t *testing.T) {
	reported := "Reported, at least in part, by third parties"
	for name, test := range map[string]struct {
		figures string
		state   site.Certainty
		words   string
	}{
		"the body itself":                        {"spending/2019", site.CertainSure, "Sourced, with no known contradiction"},
		"the press":                              {"spending/2019 spending/2020", site.CertainReported, reported},
		"a third party":                          {"spending/2021", site.CertainReported, reported},
		"a copy":                                 {"spending/2022", site.CertainReported, reported},
		"a third party that the body confirms":   {"spending/2023", site.CertainSure, "Sourced, with no known contradiction"},
		"a disagreement":                         {"spending/2025", site.CertainDisputed, "Sources disagree"},
		"a disagreement, and the press":          {"spending/2025 spending/2020", site.CertainDisputed, "Sources disagree. " + reported},
		"a disagreement that a rule settles":     {"spending/2026", site.CertainSettled, "Sources disagreed; a rule settles it"},
		"a claim that stands in a contradiction": {"spending/2020", site.CertainDisputed, "Sources disagree. " + reported},
		"an apparent one":                        {"spending/2019", site.CertainSure, "Sourced, with no known contradiction"},
		"a count of what the press shows":        {"indicator/bodies-with-migration/live/region", site.CertainReported, reported},
	} {
		t.Run(name, func(t *testing.T) {
			contradictions := `
-- data/contradictions/open.yaml --
title: T
claims: [press, quoted]
nature: value
explanation: {fr: Inexpliqué., en: Unexplained.}
-- data/contradictions/apparent.yaml --
title: T
claims: [own, both-own]
nature: value
apparent: true
explanation: {fr: Deux années., en: Two years.}
`
			if !strings.Contains(name, "contradiction") && name != "an apparent one" {
				contradictions = ""
			}
			a := home(t, madeUpSite(t, voices+documents+contradictions, answering(strings.Fields(test.figures)...)))
			if a.State != string(test.state) || a.Words != test.words {
				t.Errorf("%s: %q, want %s: %q", a.State, a.Words, test.state, test.words)
			}
		})
	}
}

// The mark of an answer is that of its numbers: it is fragile where one of them bears the mark, or is not known.
func TestAnAnswerIsFragileWhereOneOfItsNumbersIs(t *testing.T) {
	settled := `
-- data/contradictions/settled.yaml --
title: T
claims: [own, both-own]
nature: value
explanation: {fr: Une règle., en: A rule.}
resolution: {claim: own, rule: nearest-source, reason: {fr: La source., en: The source.}, on: 2026-01-02}
`
	for name, c := range map[string]struct {
		figures, more string
		want          bool
	}{
		"the body itself":               {"spending/2019", "", false},
		"the press":                     {"spending/2019 spending/2020", "", false},
		"a third party about a text":    {"spending/2019 spending/2021", "", true},
		"a disagreement":                {"spending/2025", "", true},
		"one that a rule settles":       {"spending/2026", "", true},
		"one elsewhere, settled":        {"spending/2019", settled, true},
		"what is not known":             {"spending/2019 spending/2024", "", true},
		"a count of what the press has": {"indicator/bodies-with-migration/live/region", "", false},
	} {
		t.Run(name, func(t *testing.T) {
			a := home(t, madeUpSite(t, voices+documents+c.more, answering(strings.Fields(c.figures)...)))
			marked := strings.Contains(string(a.Answer), `class="fragile"`) || strings.Contains(string(a.Answer), "not published")
			if a.Fragile != c.want || marked != c.want {
				t.Errorf("the answer is fragile: %v; a number of it is marked: %v; want %v\n%s", a.Fragile, marked, c.want, a.Answer)
			}
		})
	}
}

// A number has one mark at most; the detail that it opens says why, in the page and without a script.
func TestAFragileFigureOpensItsReason(t *testing.T) {
	s := madeUpSite(t, voices+documents, answering("spending/2019", "spending/2021", "spending/2025", "spending/2024"))
	var page string
	for p := range s.Pages() {
		if p.Template == "home" && p.Lang == lang.EN {
			page = whole(t, s, p)
		}
	}
	for figure, want := range map[string]string{
		"spending/2019": "",
		"spending/2021": "second-hand.",
		"spending/2024": "",
		"spending/2025": "The sources disagree and nothing settles it: every value is kept.",
	} {
		_, after, _ := strings.Cut(page, `data-figure="`+figure+`"`)
		_, after, _ = strings.Cut(after, "</a>")
		id := ""
		if rest, marked := strings.CutPrefix(after, ` <button type="button" class="fragile" popovertarget="`); marked {
			id, _, _ = strings.Cut(rest, `"`)
		}
		_, detail, _ := strings.Cut(page, `id="`+id+`" popover>`)
		detail, _, _ = strings.Cut(detail, "</span>")
		if (id != "") != (want != "") || id != "" && !strings.Contains(detail, want) {
			t.Errorf("%s: the mark %q opens %q, want %q", figure, id, detail, want)
		}
	}
}

func TestAHeadlineRestsOnNoWeakSourceAlone(t *testing.T) {
	for name, test := range map[string]struct {
		prose string
		found string
	}{
		"an answer on the press":              {answering("spending/2020"), ""},
		"an answer on a third party":          {answering("spending/2019", "spending/2021"), "content/en/one.md:6:30 content/fr/one.md:6:30"},
		"an answer on a copy":                 {answering("spending/2022"), "content/en/one.md:6:7 content/fr/one.md:6:7"},
		"a third party that another confirms": {answering("spending/2023"), ""},
		"the first paragraph of a page":       {strings.Replace(answering("spending/2021"), "answers/1-orders", "commitments", 1), "content/en/one.md:6:7 content/fr/one.md:6:7"},
		"below the first paragraph":           {strings.Replace(answering("spending/2021"), "answers/1-orders", "commitments", 1) + "\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			if name == "below the first paragraph" {
				test.prose = strings.Replace(test.prose, "Voici", "D'abord.\n\nVoici", 1)
			}
			s := madeUpSite(t, voices+documents, test.prose)
			for range s.Pages() {
			}
			var found []string
			for _, p := range s.Problems() {
				if p.Rule == "headline" {
					found = append(found, p.Place.String())
				}
			}
			if got := strings.Join(found, " "); got != test.found {
				t.Errorf("found at %q, want %q", got, test.found)
			}
		})
	}
}
