package site_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vigie/internal/corpus"
	"vigie/internal/dataset"
	"vigie/internal/edition"
	"vigie/internal/indicator"
	"vigie/internal/site"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// past is a made-up project that has editions.
type past struct {
	*testing.T
	dir string
}

func newPast(t *testing.T) past {
	p := past{t, t.TempDir()}
	for name, content := range oneOfEach(t) {
		p.write(name, content)
	}
	return p
}

func (p past) write(name, content string) {
	p.Helper()
	path := filepath.Join(p.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		p.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		p.Fatal(err)
	}
}

// replace changes what stands once in a file.
func (p past) replace(name, old, now string) {
	p.Helper()
	content, err := os.ReadFile(filepath.Join(p.dir, filepath.FromSlash(name)))
	if err != nil || strings.Count(string(content), old) != 1 {
		p.Fatalf("%s does not hold %q once (%v)", name, old, err)
	}
	p.write(name, strings.Replace(string(content), old, now, 1))
}

func (p past) present(day cal.Day) (*edition.Store, edition.Present) {
	p.Helper()
	project := os.DirFS(p.dir)
	c, found, err := corpus.Load(project, "data", lang.Composed())
	if err != nil || found.Errors() > 0 {
		p.Fatal(err, found)
	}
	store, found, err := edition.Load(project, "data")
	if err != nil || found.Errors() > 0 {
		p.Fatal(err, found)
	}
	ds := dataset.New(c, day)
	return store, edition.Present{Project: project, Corpus: c, Data: ds, Indicators: indicator.Results(ds)}
}

// freeze makes the edition of a day.
func (p past) freeze(day cal.Day) {
	p.Helper()
	store, now := p.present(day)
	content, found, err := edition.Freeze(store, now, nil)
	if err != nil || found.Errors() > 0 {
		p.Fatal(err, found)
	}
	if _, err := store.Create(context.Background(), filepath.Join(p.dir, "data", "editions"), content); err != nil {
		p.Fatal(err)
	}
}

// site is the site of the tree, with its history.
func (p past) site() *site.Site {
	p.Helper()
	store, now := p.present(asOf)
	history, found, err := edition.Compare(store, now)
	if err != nil || found.Errors() > 0 {
		p.Fatal(err, found)
	}
	s := bare(p.T, now.Data)
	s.History = history
	return s
}

const mended = `on: 2026-10-20
cause: correction
targets:
  - {target: claims/example-invoices-2025, was: "60000000", now: "61000000"}
reason: {fr: Nous avions mal lu le tableau., en: We had misread the table.}
source: example-report
`

// TestTheJournalListsWhatChangedEditionByEdition makes two editions with a
// correction between them, then takes a record back.
func TestTheJournalListsWhatChangedEditionByEdition(t *testing.T) {
	p := newPast(t)
	p.freeze(cal.NewDay(2026, 10, 10))
	p.replace("data/series/example-invoices.yaml", "60 M", "61 M")
	p.replace("data/events/example-event.yaml", "Un rapport paraît", "Un rapport est publié")
	p.write("data/changes/misread.yaml", mended)
	p.freeze(cal.NewDay(2026, 11, 1))
	p.replace("data/offers/example-cloud.yaml", "tier: dedicated\n", "tier: dedicated\n"+withdrawn)
	s := p.site()
	pages := pagesOf(t, s)
	for address, wants := range map[string][]string{
		"/journal/": {"Depuis l’édition du 1<sup>er</sup> novembre 2026|Depuis l’édition du 1er novembre 2026", "notre correction", "60 M€", "61 M€", "Nous avions mal lu le tableau.",
			`href="/preuves/example-invoices/2025/"`, "rédaction", ", titre</p>", "retiré", takenBack, `id="2026-11-01"`, `id="since"`, `href="/flux/journal.atom"`, `href="/donnees/journal.csv"`},
		"/en/journal/":                      {"our correction", "We had misread the table.", "€60M", "€61M", "withdrawn", "Withdrawn for a test."},
		"/preuves/example-invoices/2025/":   {"Ce qui a changé ici", "Modifié le", "60 M€", "61 M€", "Nous avions mal lu le tableau.", `href="/journal/"`},
		"/preuves/example-share/2025/":      {"Inchangé depuis l’édition du", "10 octobre 2026"},
		"/en/proofs/example-share/2025/":    {"Unchanged since the edition of", "10 October 2026"},
		"/offres/example-cloud/":            {"Fiche retirée le", takenBack, "Ce qui a changé ici", "La dernière édition ne contient pas encore cette version"},
		"/fournisseurs/example-host/":       {"Inchangé depuis l’édition du", "10 octobre 2026"},
		"/corrections/":                     {"Nos corrections, édition par édition", "Celles que nous avons corrigées sont plus bas", "Nous avions mal lu le tableau.", "60 M€", "61 M€"},
		"/editions/":                        {"10 octobre 2026", `href="/editions/2026-11-01/manifest.json"`, `href="/editions/2026-10-10/data.zip"`, "aucune : c’est la première", `id="e2026-11-01"`, `href="/journal/#2026-11-01"`},
		"/en/editions/":                     {"10 October 2026", "none: it is the first"},
		"/donnees/journal/":                 {"edition_precedente"},
		"/donnees/series/":                  {"Ce qui a changé ici", "Nous avions mal lu le tableau."},
		"/chronologie/":                     {"Ce qui a changé ici", "Un rapport est publié"},
		"/organismes/example-ministry/":     {"Inchangé depuis l’édition du"},
		"/en/organisations/example-region/": {"Unchanged since the edition of"},
	} {
		for _, want := range wants {
			found := false
			for _, one := range strings.Split(want, "|") {
				found = found || strings.Contains(pages[address], one)
			}
			if !found {
				t.Errorf("%s does not show %q", address, want)
			}
		}
	}
	for i, e := range s.History.Store().Editions() {
		if !strings.Contains(pages["/editions/"], e.Sum) {
			t.Errorf("the hash of the manifest of edition %d is not shown", i)
		}
	}
	files := extras(s)
	table := files["donnees/journal.csv"]
	for _, want := range []string{"claims/example-invoices-2025", "60000000", "61000000", "misread", "correction", "offers/example-cloud", "2026-11-01"} {
		if !strings.Contains(table, want) {
			t.Errorf("the table does not show %q", want)
		}
	}
	for path, wants := range map[string][]string{
		"flux/journal.atom":    {"notre correction", "Nous avions mal lu le tableau.", "edition/fr/2026-11-01", takenBack},
		"en/flux/journal.atom": {"our correction", "We had misread the table.", "edition/en/2026-11-01"},
	} {
		for _, want := range wants {
			if !strings.Contains(files[path], want) {
				t.Errorf("%s does not show %q", path, want)
			}
		}
	}
}

func TestASiteWithoutEditionSaysSo(t *testing.T) {
	pages := pagesOf(t, siteOf(t, oneOfEach(t)))
	for address, want := range map[string]string{
		"/journal/": "Aucune édition n’a encore été publiée", "/en/journal/": "No edition has been published yet",
		"/editions/": "Aucune édition n’a encore été publiée", "/en/editions/": "No edition has been published yet",
		"/offres/example-cloud/": "Aucune édition ne contient encore cette page", "/en/offers/example-cloud/": "This page is in no edition yet",
	} {
		if !strings.Contains(pages[address], want) {
			t.Errorf("%s does not show %q", address, want)
		}
	}
}

func TestNothingHasChangedSinceTheLastEdition(t *testing.T) {
	p := newPast(t)
	p.freeze(asOf)
	page := pagesOf(t, p.site())["/journal/"]
	if !strings.Contains(page, "Rien n’a changé depuis l’édition du") || !strings.Contains(page, `href="/editions/#e2026-11-30"`) {
		t.Error("the journal does not say that nothing has changed")
	}
}

func TestTheJournalWordsAStructureForPeople(t *testing.T) {
	p := newPast(t)
	long := strings.Repeat("Une longue réserve mot après mot. ", 6)
	p.replace("data/silences/example-silence.yaml", "where: {fr: Les pages de la région", "where: {fr: "+long+"Les pages de la région")
	p.freeze(cal.NewDay(2026, 10, 10))
	p.replace("data/silences/example-silence.yaml", "organisations:", "  - {source: example-catalogue, at: \"§ 3.3, p. 63\", holds: {fr: Une liste, en: A list}}\norganisations:")
	p.replace("data/silences/example-silence.yaml", "Les pages de la région", "Les pages et les recueils de la région")
	for address, wants := range map[string][]string{
		"/journal/": {", lieu relu</p>", "source : Catalogue d’exemple ; endroit : § 3.3, p. 63",
			"<details><summary>Lire les deux textes"},
		"/en/journal/": {", place read</p>", "source: Catalogue d&#39;exemple; place in it: § 3.3, p. 63"},
	} {
		page := strings.ReplaceAll(pagesOf(t, p.site())[address], "\u00a0", " ")
		for _, want := range wants {
			if !strings.Contains(page, want) {
				t.Errorf("%s does not show %q", address, want)
			}
		}
		if strings.Contains(page, "source: example-catalogue") {
			t.Errorf("%s shows the value as the program keeps it", address)
		}
	}
}

const mendedTwice = `on: 2026-10-20
cause: correction
targets:
  - {target: claims/example-invoices-2025, was: "60000000", now: "61000000"}
  - {target: claims/example-orders-2024-b, was: "44000000", now: "46000000"}
reason: {fr: Nous avions lu la mauvaise colonne., en: We had read the wrong column.}
source: example-report
`

func TestWhyAMistakeWasMendedIsReadOnceForAllThatItChanged(t *testing.T) {
	p := newPast(t)
	p.freeze(cal.NewDay(2026, 10, 10))
	p.replace("data/series/example-invoices.yaml", "60 M", "61 M")
	p.replace("data/series/example-orders.yaml", "44 M", "46 M")
	p.write("data/changes/misread.yaml", mendedTwice)
	page := pagesOf(t, p.site())["/en/corrections/"]
	if why := strings.Count(page, "We had read the wrong column."); why != 1 {
		t.Errorf("the reason is read %d times for two values of one mistake", why)
	}
	for _, value := range []string{"€60M", "€61M", "€44M", "€46M"} {
		if !strings.Contains(page, value) {
			t.Errorf("%s is not among what was corrected", value)
		}
	}
}
