package site_test

import (
	"io/fs"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"vigie/internal/config"
	"vigie/internal/content"
	"vigie/internal/corpus"
	"vigie/internal/dataset"
	"vigie/internal/export"
	"vigie/internal/figure"
	"vigie/internal/france"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/site"
	"vigie/internal/test/smallproject"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// oneOfEach is a made-up project with valid records of each kind, by path.
func oneOfEach(t *testing.T) map[string]string {
	t.Helper()
	archive, err := txtar.ParseFile("../check/testdata/valid.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range archive.Files {
		files[f.Name] = string(f.Data)
	}
	for name, content := range smallproject.Judged(t, "../..") {
		files[name] = string(content)
	}
	files[smallproject.SchemesFile] = smallproject.Schemes
	return files
}

// siteOf is the site of made-up records, without prose and without drawings.
func siteOf(t *testing.T, files map[string]string) *site.Site {
	t.Helper()
	return siteOn(t, files, asOf)
}

// siteOn is that site on a day.
func siteOn(t *testing.T, files map[string]string, day cal.Day) *site.Site {
	t.Helper()
	project := fstest.MapFS{}
	for name, content := range files {
		project[name] = &fstest.MapFile{Data: []byte(content)}
	}
	c, problems, err := corpus.Load(project, "data", lang.Composed())
	if err != nil || problems.Errors() > 0 {
		t.Fatal(err, problems)
	}
	return bare(t, france.Extension().Data().New(c, day))
}

// headsOnly is the content of the project without its text: pages, and their addresses.
func headsOnly(t *testing.T) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS("../.."), "content", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || strings.Contains(name, "answers/") || strings.Contains(name, "reponses/") {
			return err
		}
		page, err := os.ReadFile("../../" + name)
		head, _, _ := strings.Cut(string(page), "\n---\n")
		out[name] = &fstest.MapFile{Data: []byte(head + "\n---\nUn essai.\n")}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// bare is the site of a dataset, without drawings.
func bare(t *testing.T, ds *dataset.Dataset) *site.Site {
	t.Helper()
	prose, _, err := content.Load(headsOnly(t), "content", lang.Composed())
	if err != nil {
		t.Fatal(err)
	}
	s := &site.Site{Config: config.Config{Languages: lang.Composed(), Site: config.Site{Title: lang.Name("Essai")}, Publisher: config.Publisher{Name: lang.Name("Essai"), Kind: config.Project}, Licence: config.Licence{Data: "etalab-2.0"}},
		Data: ds, Indicators: indicator.Results(ds), Content: prose, Theme: ownTheme(t), Figures: map[string]figure.Figure{}}
	s.GatherFigures()
	return s
}

const (
	takenBack = "Retirée pour un essai."
	withdrawn = "withdrawn: {on: 2026-10-15, reason: {fr: " + takenBack + ", en: Withdrawn for a test.}}\n"
)

// tableOf names the table of the downloads that holds the records of a kind.
var tableOf = map[record.Kind]string{record.Sources: "sources", record.Units: "unites", record.Measures: "mesures", record.Perimeters: "perimetres",
	record.Tiers: "niveaux", record.Organisations: "organismes", record.Providers: "fournisseurs", record.Offers: "offres",
	record.Qualifications: "qualifications", record.Migrations: "migrations", record.SeriesKind: "series", record.Commitments: "engagements",
	record.Events: "evenements", record.Doctrines: "doctrines", record.Calculations: "calculs", record.Contradictions: "contradictions",
	record.Silences: "silences"}

// shownWith says where a record that has neither page nor anchor is shown.
var shownWith = map[string]record.Ref{
	"qualifications/example-cloud-2024": {Kind: record.Offers, ID: "example-cloud"},
	"migrations/example-app":            {Kind: record.Organisations, ID: "example-ministry"},
}

// goesWith says how many records of the lists go with one of these kinds, where
// it is not one: units and vocabularies are no list, and what stands on the page of a record goes
// with it.
var goesWith = map[record.Kind]int{record.Units: 0, record.Vocabularies: 0, record.Offers: 2, record.Organisations: 2}

// TestAWithdrawnRecordKeepsItsAddressAndCountsNoMore withdraws one record of
// each kind, one at a time.
func TestAWithdrawnRecordKeepsItsAddressAndCountsNoMore(t *testing.T) {
	files := oneOfEach(t)
	before := siteOf(t, files)
	tried := map[record.Kind]bool{}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		kind, id, _ := strings.Cut(strings.TrimSuffix(strings.TrimPrefix(name, "data/"), ".yaml"), "/")
		ref := record.Ref{Kind: record.Kind(kind), ID: id}
		if tried[ref.Kind] || !slices.Contains(record.Kinds(), ref.Kind) {
			continue
		}
		tried[ref.Kind] = true
		t.Run(kind, func(t *testing.T) {
			after := maps.Clone(files)
			after[name] += withdrawn
			s := siteOf(t, after)
			looksInLists(t, s, before, ref)
			looksInFigures(t, s, ref)
			looksInDownloads(t, s, ref)
			looksAtPages(t, s, ref)
		})
	}
	for _, k := range record.Kinds() {
		if !tried[k] && k != record.Changes {
			t.Errorf("no record among %s was tried", k)
		}
	}
}

// looksInLists holds the lists of the dataset to have lost that record alone.
func looksInLists(t *testing.T, s, before *site.Site, ref record.Ref) {
	t.Helper()
	if s.Data.Withdrawal(ref) == nil {
		t.Error("the dataset does not know that it is withdrawn")
	}
	lost := 0
	now, then := reflect.ValueOf(s.Data.Records), reflect.ValueOf(before.Data.Records)
	for i := range now.NumField() {
		lost += then.Field(i).Len() - now.Field(i).Len()
	}
	want, known := goesWith[ref.Kind]
	if !known {
		want = 1
	}
	if lost != want {
		t.Errorf("the lists of the dataset lost %d records, want %d", lost, want)
	}
}

// looksInFigures finds no count that holds the record.
func looksInFigures(t *testing.T, s *site.Site, ref record.Ref) {
	t.Helper()
	for _, r := range s.Indicators {
		for _, l := range r.Lines {
			for _, p := range l.Points {
				if slices.Contains(p.Figure.Rests.Records, ref) {
					t.Errorf("%s counts it", p.Figure.ID)
				}
				if p.Href != nil && *p.Href == ref {
					t.Errorf("%s shows it", p.Figure.ID)
				}
			}
		}
	}
}

// looksInDownloads finds its row, with the day of the withdrawal.
func looksInDownloads(t *testing.T, s *site.Site, ref record.Ref) {
	t.Helper()
	name, ok := tableOf[ref.Kind]
	if !ok {
		return
	}
	for e := range s.Extras() {
		if e.Path != s.Placed().Tables.CSV(name, export.Standard) {
			continue
		}
		for line := range strings.Lines(string(e.Data)) {
			if strings.Contains(line, ref.ID) && strings.Contains(line, "2026-10-15") && strings.Contains(line, takenBack) {
				return
			}
		}
		t.Errorf("%s does not say that it is withdrawn", e.Path)
		return
	}
	t.Errorf("there is no table %s", name)
}

// looksAtPages finds the notice at the address of the record, its claims marked
// on the pages of their sources, and no link to it in the list of its section.
func looksAtPages(t *testing.T, s *site.Site, ref record.Ref) {
	t.Helper()
	at := ref
	if other, ok := shownWith[ref.String()]; ok {
		at = other
	}
	address, anchor, anchored := strings.Cut(s.RecordHref(lang.FR, at), "#")
	own := !anchored && at == ref
	found := false
	for p := range s.Pages() {
		if p.Lang != lang.FR {
			continue
		}
		html := whole(t, s, p)
		if strings.Contains(html, `data-figure=""`) {
			t.Errorf("%s shows a number without proof", p.Address)
		}
		if p.Address == address {
			found = true
			if !strings.Contains(html, takenBack) || !strings.Contains(html, "15\u00a0octobre 2026") {
				t.Errorf("%s does not say that it is withdrawn", address)
			}
			if anchored && strings.Count(html, `id="`+anchor+`"`) != 1 {
				t.Errorf("%s has not one anchor %s", address, anchor)
			}
		}
		if own && p.Address+ref.ID+"/" == address && strings.Contains(html, `href="`+address+`"`) {
			t.Errorf("the list %s still holds it", p.Address)
		}
		for _, c := range s.Data.Claims {
			if c.Owner == ref && p.Address == s.RecordHref(lang.FR, record.Ref{Kind: record.Sources, ID: c.Claim.Source}) {
				_, item, _ := strings.Cut(html, `id="`+c.ID+`"`)
				item, _, _ = strings.Cut(item, "</li>")
				if !strings.Contains(item, "retirée le") {
					t.Errorf("%s shows the claim %s unmarked", p.Address, c.ID)
				}
			}
		}
	}
	if !found {
		t.Errorf("nothing answers at %s", address)
	}
}

// TestTheProofsOfAWithdrawnRecordStay looks at a series, at a calculation and at
// the days left of a qualification.
func TestTheProofsOfAWithdrawnRecordStay(t *testing.T) {
	files := oneOfEach(t)
	for _, name := range []string{"series/example-invoices", "calculations/example-growth", "qualifications/example-cloud-2024"} {
		files["data/"+name+".yaml"] += withdrawn
	}
	pages := pagesOf(t, siteOf(t, files))
	for _, address := range []string{"/preuves/example-invoices/2025/", "/preuves/calculation/example-growth/", "/preuves/days-left/example-cloud-2024/"} {
		if page, ok := pages[address]; !ok || !strings.Contains(page, takenBack) {
			t.Errorf("%s is there: %v, and must show the withdrawal", address, ok)
		}
		if strings.Contains(pages["/preuves/"], `href="`+address+`"`) {
			t.Errorf("the list of proofs still holds %s", address)
		}
	}
	if !strings.Contains(pages["/preuves/example-share/2025/"], "plus de 70 %") || strings.Contains(pages["/preuves/example-share/2025/"], takenBack) {
		t.Error("a proof that stands is shown as withdrawn, or is not there")
	}
}

func TestWhatIsShownOnAWithdrawnPageIsMarkedWithIt(t *testing.T) {
	files := oneOfEach(t)
	files["data/offers/example-cloud.yaml"] += withdrawn
	pages := pagesOf(t, siteOf(t, files))
	if page := pages["/preuves/days-left/example-cloud-2024/"]; !strings.Contains(page, takenBack) {
		t.Error("the days left of its qualification stand as if nothing had been taken back")
	}
	if page := pages["/offres/example-cloud/"]; !strings.Contains(page, "<small>retiré</small>") {
		t.Error("its page shows the days left unmarked")
	}
	for _, claim := range []string{"example-cloud-2024", "example-cloud-j0", "example-cloud-place"} {
		_, item, _ := strings.Cut(pages["/sources/example-report/"], `id="`+claim+`"`)
		item, _, _ = strings.Cut(item, "</li>")
		if !strings.Contains(item, "retirée le 15 octobre 2026") {
			t.Errorf("the claim %s is unmarked on the page of its source", claim)
		}
	}
}

func TestARecordIsThereUntilTheDayOfItsWithdrawal(t *testing.T) {
	files := oneOfEach(t)
	files["data/offers/example-cloud.yaml"] += strings.Replace(withdrawn, "2026-10-15", "2026-12-01", 1)
	if s := siteOf(t, files); len(s.Data.Offers) != 1 || len(s.Data.Withdrawn) != 0 {
		t.Error("it is withdrawn before its day")
	}
}
