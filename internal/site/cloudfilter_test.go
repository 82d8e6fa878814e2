package site_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/collected"
	"vigie/internal/corpus"
	"vigie/internal/france"
	"vigie/internal/france/filter"
	"vigie/internal/site"
	"vigie/internal/value/lang"
)

// cloudRule is the filter of the project.
func cloudRule(t *testing.T) *filter.Rule {
	t.Helper()
	rule, problems, err := filter.Load(os.DirFS("../../data"), filter.File)
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	return rule
}

func TestThePageOfTheFilterShowsItWhole(t *testing.T) {
	s, rule := changed(t, nil, nil), cloudRule(t)
	for address, html := range sections(t, s, "/filtre-cloud/", "/en/cloud-filter/") {
		for _, want := range slices.Concat(rule.Core, rule.Wide, rule.Keywords, rule.Except, []string{rule.Digest, "/donnees/filtres/cloud.yaml"}) {
			if !strings.Contains(html, want) {
				t.Errorf("%s lacks %q", address, want)
			}
		}
		for _, supplier := range rule.Suppliers {
			if !strings.Contains(html, supplier.SIREN) || !strings.Contains(html, supplier.Name) {
				t.Errorf("%s lacks the supplier %s", address, supplier.Name)
			}
		}
	}
	want, err := os.ReadFile("../../data/filters/cloud.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if extras(s)["donnees/filtres/cloud.yaml"] != string(want) {
		t.Error("the rule that is downloaded is not the one that is applied")
	}
}

func TestAProjectWithoutFilterSaysSo(t *testing.T) {
	s := changed(t, nil, nil)
	var err error
	if s.Added, _, err = france.Pages(fstest.MapFS{}, "data"); err != nil {
		t.Fatal(err)
	}
	html := sections(t, s, "/filtre-cloud/")["/filtre-cloud/"]
	if !strings.Contains(html, "Aucune règle n’est déclarée") || strings.Contains(html, "cloud.yaml") {
		t.Error("the page shows a rule that there is not")
	}
}

func TestTheFilterSaysWhatItKeptAndLeftOutOfEachSource(t *testing.T) {
	never := sections(t, changed(t, nil, nil), "/filtre-cloud/")["/filtre-cloud/"]
	if n := strings.Count(never, "jamais visitée"); n < 4 {
		t.Errorf("%d sources were never visited, want the four that are read through the filter", n)
	}
	s := changed(t, nil, func(read *corpus.Corpus) {
		read.Collected = append(read.Collected, made(t, read, "decp-bulk",
			[]collected.Left{{What: filter.KeywordOnly, Count: 1234}, {What: "something unforeseen", Count: 2}}))
	})
	proof := "/preuves/collected/decp-bulk/left/filter-cpv-outside-keyword/"
	pages := sections(t, s, "/filtre-cloud/", "/en/cloud-filter/", "/sources/decp-bulk/", proof)
	for address, html := range pages {
		if address == proof {
			continue
		}
		for _, want := range []string{`data-figure="collected/decp-bulk/rows"`, `data-figure="collected/decp-bulk/left/filter-cpv-outside-keyword"`, "something unforeseen"} {
			if !strings.Contains(html, want) {
				t.Errorf("%s lacks %q", address, want)
			}
		}
	}
	for _, want := range []string{`value="1234"`, "/sources/decp-bulk/", "/donnees/collecte/decp-bulk.csv", strings.Repeat("c", 64)} {
		if !strings.Contains(pages[proof], want) {
			t.Errorf("the proof lacks %q", want)
		}
	}
}

func TestTheSourcesOfContractsSayThatTheyDoNotAddUp(t *testing.T) {
	s := changed(t, nil, nil)
	for address, html := range sections(t, s, "/sources/decp-tabular/", "/sources/decp-bulk/", "/sources/decp-officiel/", "/commandes/", "/filtre-cloud/") {
		_, section, _ := strings.Cut(html, `class="same-contracts"`)
		section, _, _ = strings.Cut(section, "</section>")
		for _, other := range []string{"/sources/decp-tabular/", "/sources/decp-bulk/", "/sources/decp-officiel/"} {
			if !strings.Contains(section, other) {
				t.Errorf("%s does not name %s among the sources of the same contracts", address, other)
			}
		}
	}
	for address, html := range sections(t, s, "/sources/boamp/", "/adoption/") {
		if strings.Contains(html, "same-contracts") {
			t.Errorf("%s is no source of those contracts", address)
		}
	}
}

// TestTheReadersThatGoByTheFilterAreKnown compares the sources of the page with the
// readers that are there only when the rule is.
func TestTheReadersThatGoByTheFilterAreKnown(t *testing.T) {
	s := changed(t, nil, nil)
	var without []string
	bare, _, err := france.Readers(fstest.MapFS{}, "data")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range bare {
		without = append(without, r.Name)
	}
	all, _, err := france.Readers(os.DirFS("../.."), "data")
	if err != nil || len(all) == len(bare) {
		t.Fatalf("%d readers with the rule, %d without: %v", len(all), len(bare), err)
	}
	html := sections(t, s, "/filtre-cloud/")["/filtre-cloud/"]
	for _, r := range all {
		if slices.Contains(without, r.Name) {
			continue
		}
		for _, src := range s.Data.Sources {
			if src.Collect != nil && src.Collect.Reader == r.Name && !strings.Contains(html, "/sources/"+src.ID+"/") {
				t.Errorf("the page lacks the source %s, which is read through the filter", src.ID)
			}
		}
	}
}

// Like a page of the engine, one that a country adds is there when the file of its key is.
func TestASiteWithoutTheFileOfAnAddedPageDoesNotHaveIt(t *testing.T) {
	added := site.Added{Pages: []site.AddedPage{{Key: "harbours", Body: func(_ site.Desk, prose site.Prose) any { return site.ProsePage{Prose: prose} }}}}
	without := withPages(t, map[string]string{"essai": "key: essay\ntemplate: prose\nmenu: 1\n"})
	with := withPages(t, map[string]string{"essai": "key: essay\ntemplate: prose\nmenu: 1\n", "ports": "key: harbours\n"})
	for s, want := range map[*site.Site]bool{without: false, with: true} {
		s.Added = added
		found := false
		for p := range s.Pages() {
			found = found || p.Key == "harbours"
		}
		if found != want {
			t.Errorf("a page of harbours: %v, want %v", found, want)
		}
	}
	if at := with.Href(lang.FR, "harbours"); at != "/ports/" {
		t.Errorf("it stands at %s and not where its file does", at)
	}
	topic := withPages(t, map[string]string{"essai": "key: essay\ntemplate: topic\nmenu: 1\nnotices: [harbours]\n"})
	topic.Added = added
	if found := strings.Join(french(topic.Declared()), " "); !strings.Contains(found, "there is no notice named") {
		t.Errorf("a notice leads to a page that is not there: %q", found)
	}
}
