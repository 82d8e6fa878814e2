package verify_test

import (
	"maps"
	"strings"
	"testing"
	"testing/fstest"
)

// A made-up topic: one file of Markdown per language.
const (
	subject = `---
key: subject
title: Un sujet d'essai
description: Rien ici n'est vrai.
label: Essai
template: topic
charts: [example-amounts, tier-adoption]
series: [example-*]
commitments: [example-promise]
menu: 15
---
Un essai : {figure:example-orders/2025}.
`
	englishSubject = `---
key: subject
title: A made-up subject
description: Nothing here is true.
label: Try
---
A try: {figure:example-orders/2025}.
`
	exampleAmounts = `title: {fr: Montants, en: Amounts}
question: {fr: Combien ?, en: How much?}
method: {fr: Tels que publiés., en: As published.}
compute: series
unit: eur
lines:
  - {key: ordered, label: {fr: Commandes, en: Orders}, role: series1, series: example-orders}
`
)

// withSubject is the made-up project with the made-up topic.
func withSubject(t *testing.T) fstest.MapFS {
	t.Helper()
	project := maps.Clone(small(t))
	project["content/fr/sujets/essai.md"] = &fstest.MapFile{Data: []byte(subject)}
	project["content/en/made-up.md"] = &fstest.MapFile{Data: []byte(englishSubject)}
	project["data/indicators/example-amounts.yaml"] = &fstest.MapFile{Data: []byte(exampleAmounts)}
	return project
}

// A topic is one file of Markdown per language: its page, its place in the menu, on
// the map and in llms.txt follow, and each number of it has its proof.
func TestATopicWantsNoGo(t *testing.T) {
	project := withSubject(t)
	site := built(t, project)
	report := run(t, site, project)
	for _, f := range report.Faults {
		t.Errorf("%s: %s [%s] found %q, data %q", f.File, f.What, f.Figure, f.Found, f.Want)
	}
	const french, english = "sujets/essai/index.html", "en/made-up/index.html"
	for page, wants := range map[string][]string{
		french: {"<h1>Un sujet d’essai</h1>", `aria-current="page">Essai</a>`,
			`href="../../en/made-up/index.html" lang="en"`, `data-figure="example-orders/2025"`,
			`href="../../indicateurs/example-amounts/index.html"`,
			`data-figure="indicator/tier-adoption/`, `id="example-promise"`, "Factures par an"},
		english: {"<h1>A made-up subject</h1>", `aria-current="page">Try</a>`,
			`href="../../sujets/essai/index.html" lang="fr"`, "Invoices per year"},
		"index.html":              {`<a href="sujets/essai/index.html">Essai</a>`},
		"plan-du-site/index.html": {`<h2><a href="../sujets/essai/index.html">Essai</a></h2>`},
		"llms.txt":                {"- [Try](/en/made-up/): Nothing here is true."},
	} {
		for _, want := range wants {
			if f := site[page]; f == nil || !strings.Contains(string(f.Data), want) {
				t.Errorf("%s has no %s", page, want)
			}
		}
	}
	menu := string(site["index.html"].Data)
	before, at, after := strings.Index(menu, ">Organismes</a>"), strings.Index(menu, ">Essai</a>"),
		strings.Index(menu, ">Clouds qualifiés</a>")
	if before < 0 || at < before || at > after {
		t.Error("it does not stand between the pages at 10 and at 20")
	}

	const shown = `data-figure="example-orders/2025"><data value="8`
	altered := with(t, site, french, shown+"4000000", shown+"5000000")
	if found := run(t, altered, project).Faults; !caught(found, french, "example-orders/2025") {
		t.Errorf("a digit changed on its page is not caught: %v", found)
	}
}
