package verify_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/verify"
)

func TestASiteThatWasJustBuiltIsProvenWhole(t *testing.T) {
	project := small(t)
	r := run(t, built(t, project), project)
	for _, f := range r.Faults {
		t.Errorf("%s: %s [%s] found %q, data %q", f.File, f.What, f.Figure, f.Found, f.Want)
	}
	all := r.Total()
	if all.Proven != all.Found || !r.Sound() {
		t.Errorf("%d of %d numbers are proven", all.Proven, all.Found)
	}
	for name, n := range map[string]int{"figures": r.Figures.Found, "proofs": r.Proofs.Found, "words": r.Words.Found, "counts": r.Counts.Found,
		"drawn": r.Drawn.Found, "values": r.Values.Found, "feeds": r.Feeds.Found, "computed": r.Computed.Found, "counted": r.Counted.Found, "told": r.Stated.Found} {
		if n == 0 {
			t.Errorf("no %s were found: the site shows some", name)
		}
	}
	if r.AsOf != day {
		t.Errorf("the site is of %s, not of %s", r.AsOf, day)
	}
}

// Two claims that differ make a dispute that nobody declared, and an entry in the
// feed of contradictions whose numbers are theirs.
func TestASecondClaimThatDiffersLeavesTheSiteProvenWhole(t *testing.T) {
	const first = "example-orders-2025, value: about 84 M, stated: 2026-07, source: example-report, read: 2026-10-01}\n"
	project := with(t, small(t), "data/series/example-orders.yaml", first,
		first+"      - {id: example-orders-2025-b, value: 95 M, stated: 2026-08, source: example-report, read: 2026-10-01}\n")
	site := built(t, project)
	if feed := string(site["en/feeds/contradictions.atom"].Data); !strings.Contains(feed, "contradiction/en/example-orders-2025") || !strings.Contains(feed, "€95M") {
		t.Fatalf("the feed does not hold the dispute: %s", feed)
	}
	for _, f := range run(t, site, project).Faults {
		t.Errorf("%s: %s [%s] found %q, data %q", f.File, f.What, f.Figure, f.Found, f.Want)
	}
	forged := with(t, site, "en/feeds/contradictions.atom", "€95M", "€96M")
	if r := run(t, forged, project); !caught(r.Faults, "en/feeds/contradictions.atom", "example-orders-2025") {
		t.Errorf("nothing names the number that was changed: %+v", r.Faults)
	}
}

// mutation is one thing changed in a file of a site, and what must be named then.
type mutation struct{ name, file, old, changed, about string }

// rounds puts mutations together that touch different files, so that a site is
// verified a few times and not once for each.
func rounds(all []mutation) [][]mutation {
	var out [][]mutation
	for _, m := range all {
		at := slices.IndexFunc(out, func(round []mutation) bool {
			return !slices.ContainsFunc(round, func(o mutation) bool { return o.file == m.file })
		})
		if at < 0 {
			out, at = append(out, nil), len(out)
		}
		out[at] = append(out[at], m)
	}
	return out
}

// One thing is changed in a file of a built site. Whatever it is, it is caught, and
// reported with the file in which it stands and the figure or record that it is about.
func TestOneDigitChangedInTheSiteIsCaughtAndNamed(t *testing.T) {
	project := small(t)
	site := built(t, project)
	const proof = "preuves/example-orders/2024/index.html"
	const chart, drawn = "indicateurs/qualification-calendar/index.html", "indicator/qualification-calendar/dated/example-cloud-2024"
	for _, round := range rounds([]mutation{
		{"in the words of a figure", "en/data/series/index.html", "€51.6M", "€51.7M", "example-orders/2024"},
		{"in the value of a figure", "en/data/series/index.html", `value="51600000"`, `value="51600001"`, "example-orders/2024"},
		{"in the identifier of a figure", "en/data/series/index.html", `data-figure="example-orders/2024"`, `data-figure="example-orders/2014"`, "example-orders/2014"},
		{"in the way to a proof", "donnees/series/index.html", `example-orders/2024/index.html" data-figure`, `example-orders/2025/index.html" data-figure`, "example-orders/2024"},
		{"in the words of a proof", proof, ">51,6\u00a0M€</data>", ">51,5\u00a0M€</data>", "example-orders/2024"},
		{"in the value of a proof", proof, `value="51600000"`, `value="61600000"`, "example-orders/2024"},
		{"in the claim behind a proof", proof, `data-evidence="value">44`, `data-evidence="value">45`, "example-orders/2024"},
		{"in the day on which a claim was read", proof, `data-evidence="read">1er`, `data-evidence="read">2`, "example-orders/2024"},
		{"in the address of the document", proof, "https://www.example.org/rapport</a>", "https://www.example.org/rapport2</a>", "example-orders/2024"},
		{"in the way to the Web Archive", proof, `web.archive.org/web/2026`, `web.archive.org/web/2016`, "example-orders/2024"},
		{"in the citation of a proof", proof, "51,6\u00a0M€\nForme", "51,7\u00a0M€\nForme", "example-orders/2024"},
		{"in the file of a citation", "en/proofs/example-orders/2024/citation.txt", "€51.6M\n", "€51.7M\n", "example-orders/2024"},
		{"in a citation for programs", "preuves/example-orders/2024/citation.json", `"value_max":"51600000"`, `"value_max":"51600001"`, "example-orders/2024"},
		{"in the formula of a calculation", "preuves/calculation/example-growth/index.html", "51,6\u00a0M€</data></a>)", "51,9\u00a0M€</data></a>)", "calculation/example-growth"},
		{"in the words of a claim", "sources/example-report/index.html", "arrêté 31 projets", "arrêté 32 projets", "claims/example-fire-cost"},
		{"in the words of a record", "chronologie/index.html", "coûte 12\u00a0M€", "coûte 13\u00a0M€", "events/example-fire"},
		{"in a place of a source", "sources/example-report/index.html", "p. 17", "p. 18", "claims/example-fire-cost"},
		{"in the last day of a qualification", "offres/example-cloud/index.html", "1er\u00a0mars 2027</time>", "1er\u00a0mars 2028</time>", "2027-03-01"},
		{"in a count of rows", "donnees/index.html", `data-count="donnees/series.csv">`, `data-count="donnees/series.csv">1`, "donnees/series.csv"},
		{"in the label of a drawing", chart, ">98\u00a0jours</text>", ">93\u00a0jours</text>", "indicators/qualification-calendar"},
		{"in the table of a chart", chart, "98\u00a0jours</data>", "99\u00a0jours</data>", drawn},
		{"in the data of an interactive chart", chart, "2027\\n98\u00a0jours", "2027\\n97\u00a0jours", drawn},
		{"in the CSV of a chart", "donnees/graphiques/qualification-calendar.fr.csv", ",98,98,", ",98,99,", drawn},
		{"in the JSON of a chart", "donnees/graphiques/qualification-calendar.en.json", `"valeur_max": 98`, `"valeur_max": 89`, drawn},
		{"in a table for programs", "donnees/series.csv", "51600000,51600000", "51600000,51600009", "example-orders/2024"},
		{"in a table for spreadsheets", "donnees/affirmations.excel-fr.csv", "12500000;12500000", "12500000;13500000", "example-fire-cost"},
		{"in a table as JSON", "donnees/series.json", `"valeur_min":44000000`, `"valeur_min":45000000`, "example-orders/2024"},
		{"in a page of the JSON interface", "api/v1/series/pages/1.json", `"valeur_min":44000000`, `"valeur_min":45000000`, "example-orders/2024"},
		{"in a figure of the JSON interface", "api/v1/series/records/example-orders.json", `"value_max":51600000`, `"value_max":51600009`, "example-orders/2024"},
		{"in a claim of the JSON interface", "api/v1/evenements/records/example-fire.json", `"valeur_max":12500000`, `"valeur_max":13500000`, "example-fire-cost"},
		{"in a word of a table that holds no value", "donnees/evenements.csv", "2026-08-15", "2026-08-16", "example-fire"},
		{"in a feed", "flux/evenements.atom", "coûte 12", "coûte 22", "example-fire"},
		{"in a JSON Feed", "flux/evenements.json", "coûte 12", "coûte 22", "example-fire"},
		{"in a calendar", "calendrier.ics", "Deux cents projets", "300 projets", "example-promise"},
		{"in the sums of the files", "SHA256SUMS", "  robots.txt", "0 robots.txt", "robots.txt"},
		{"in a page of words, seen by its digest", "glossaire/index.html", "</main>", " </main>", ""},
		{"by a bare number in a sentence", "a-propos/index.html", "</main>", "<p>L’État a économisé 12,3 M€.</p></main>", "12,3 M€"},
		{"in a collected row", "sources/example-catalogue/index.html", "<td>2024-2118</td>", "<td>2024-2119</td>", "2024-2118"},
		{"by a day that nobody gives", "methode/index.html", "</main>", "<p>Ce fut le 3 mars 1999.</p></main>", "3 mars 1999"},
		{"by a bare number that is only heard", "index.html", `<main id="content"`, `<main aria-label="84 % de réussite" id="content"`, "84 %"},
		{"by words of a record that does not exist", "a-propos/index.html", "</main>", `<p data-words="events/nothing">Rien</p></main>`, "events/nothing"},
	}) {
		altered := site
		for _, m := range round {
			altered = with(t, altered, m.file, m.old, m.changed)
		}
		faults := run(t, altered, project).Faults
		for _, m := range round {
			t.Run(m.name, func(t *testing.T) {
				if !caught(faults, m.file, m.about) {
					t.Errorf("nothing names %s and %s: %+v", m.file, m.about, faults)
				}
			})
		}
	}
}

func TestAPageThatIsMissingIsNamed(t *testing.T) {
	project := small(t)
	site := built(t, project)
	for file, about := range map[string]string{"preuves/example-orders/2024/index.html": "example-orders/2024", "donnees/series.csv": ""} {
		less := fstest.MapFS{}
		for n, f := range site {
			if n != file {
				less[n] = f
			}
		}
		if r := run(t, less, project); !caught(r.Faults, file, about) {
			t.Errorf("nothing names %s: %+v", file, r.Faults)
		}
	}
}

func TestDataThatChangedSinceTheBuildAreCaughtAndNamed(t *testing.T) {
	project := small(t)
	site := built(t, project)
	for name, m := range map[string]struct{ file, old, changed, in, about string }{
		"a claim is removed": {"data/series/example-orders.yaml", "      - {id: example-orders-2024-b, value: 44 M, source: example-report, read: 2026-10-01}\n", "",
			"preuves/example-orders/2024/index.html", "claims/example-orders-2024-b"},
		"a figure is removed": {"data/events/example-fire.yaml", "    value: 12.5 M\n", "", "donnees/affirmations.csv", "example-fire-cost"},
		"a value is changed":  {"data/series/example-orders.yaml", "about 84 M", "about 85 M", "preuves/example-orders/2025/index.html", "example-orders/2025"},
		"a formula is changed": {"data/calculations/example-growth.yaml", "/ a * 100", "/ b * 100", "preuves/calculation/example-growth/index.html",
			"calculation/example-growth"},
		"a resolution is removed": {"data/series/example-orders.yaml", "    resolution:\n      claim: example-orders-2024\n      rule: nearest-source\n      reason: {fr: Le plus proche, en: The nearest}\n      on: 2026-10-02\n", "",
			"preuves/example-orders/2024/index.html", "44000000/51600000"},
	} {
		t.Run(name, func(t *testing.T) {
			if r := run(t, site, with(t, project, m.file, m.old, m.changed)); !caught(r.Faults, m.in, m.about) {
				t.Errorf("nothing names %s and %s: %+v", m.in, m.about, r.Faults)
			}
		})
	}
}

func TestAFolderWithoutASiteIsSaidToHoldNone(t *testing.T) {
	project := small(t)
	_, err := verifyRun(t, fstest.MapFS{}, project)
	if err == nil || !strings.Contains(err.Error(), "there is no built site here") {
		t.Errorf("says %v", err)
	}
}

// What a sentence may say without a proof, and what it may not.
func TestOnlyWhatIsMeasuredWantsAProof(t *testing.T) {
	project := small(t)
	site := built(t, project)
	faults := func(sentence string) []verify.Fault {
		return slices.DeleteFunc(run(t, with(t, site, "en/about/index.html", "</main>", "<p>"+sentence+"</p></main>"), project).Faults,
			func(f verify.Fault) bool { return strings.Contains(f.What, "SHA256SUMS") }) // the page is no longer the one that was built
	}
	free := []string{"Rule R6 projects come first.", "The report of 31 July 2026, projects included.", "Article 31 and circular 6404/SG.", "In July 2021 projects began.",
		"The three tiers, seen since 2018.", "<code>value: 51.6 M€</code>", "Version 3.2 of the standard."}
	for _, f := range faults(strings.Join(free, "</p><p>")) {
		t.Errorf("%s: %s", f.What, f.Found)
	}
	for _, measured := range []string{"€3bn", "12.5 %", "12,5\u00a0M€", "1\u202f200 projets", "31 projects", "84 percent", "4 million users", "€0.5M saved", "£40k"} {
		if list := faults("It says " + measured + "."); len(list) != 1 || list[0].What != "a number without proof" || list[0].File != "en/about/index.html" {
			t.Errorf("%q passes without proof: %+v", measured, list)
		}
	}
}
