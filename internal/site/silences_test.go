package site_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"vigie/internal/chart"
	"vigie/internal/chart/sentence"
	"vigie/internal/corpus"
	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/silence"
	"vigie/internal/site"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// bodies gives the struct of each page of a template, by address.
func bodies[T any](s *site.Site) map[string]T {
	out := map[string]T{}
	for p := range s.Pages() {
		if b, ok := p.Body.(T); ok {
			out[p.Address] = b
		}
	}
	return out
}

func TestEachBodyShowsWhatItAnswersAndWhatItDoesNot(t *testing.T) {
	s := real(t, nil)
	want := len(s.Data.Asked())
	for address, b := range bodies[site.OrganisationPage](s) {
		if len(b.Asked)+len(b.NotAsked) != want {
			t.Errorf("%s: %d questions asked and %d not, of %d", address, len(b.Asked), len(b.NotAsked), want)
		}
		for _, c := range b.Asked {
			if answered := c.Figure != nil || len(c.Cases) > 0; answered == (c.Why != "") {
				t.Errorf("%s: %s is neither answered nor explained, or both", address, c.Question.Text)
			}
		}
	}
}

func TestTheTotalsOfThePageOfSilencesAreThoseOfTheMap(t *testing.T) {
	s := real(t, nil)
	want := map[string]int{}
	for _, m := range s.Data.Asked() {
		for _, c := range m.Asked {
			switch c.Standing {
			case silence.Answered:
				want["answered"]++
			case silence.Absent:
				want[string(c.Reason)]++
			}
		}
	}
	for address, b := range bodies[site.SilencesPage](s) {
		if len(b.Totals) != len(want) || len(want) == 0 {
			t.Errorf("%s: %d totals, want %d", address, len(b.Totals), len(want))
		}
		for _, total := range b.Totals {
			if total.Figure.Exact != strconv.Itoa(want[total.ID]) {
				t.Errorf("%s: %s is %s, want %d", address, total.ID, total.Figure.Exact, want[total.ID])
			}
		}
		listed := 0
		for _, g := range b.Groups {
			if g.Figure == nil || g.Figure.Exact != strconv.Itoa(len(g.Rows)) {
				t.Errorf("%s: the silences under %s are not counted", address, g.ID)
			}
			listed += len(g.Rows)
		}
		if listed != len(s.Data.Silences) {
			t.Errorf("%s lists %d silences of %d", address, listed, len(s.Data.Silences))
		}
	}
}

func TestKindsAndMeasuresHaveAddressesOfTheirOwn(t *testing.T) {
	s := real(t, nil)
	seen := map[string]bool{}
	kinds, measures := 0, 0
	for p := range s.Pages() {
		if seen[p.Address] {
			t.Errorf("%s stands twice", p.Address)
		}
		seen[p.Address] = true
		switch p.Body.(type) {
		case site.SilenceKindPage:
			kinds++
		case site.SilenceMeasurePage:
			if !strings.Contains(p.Address, "/page-") { // the first of those that a long list is cut into
				measures++
			}
		}
	}
	if kinds == 0 || measures != 2*len(s.Data.Asked()) {
		t.Errorf("%d pages of kinds, %d of measures", kinds, measures)
	}
}

func TestWhatNobodyPublishesHasALetterReadyOrSaysThatNobodyCanBeAsked(t *testing.T) {
	s := real(t, nil)
	files, pages := extras(s), bodies[site.RequestPage](s)
	for _, one := range s.Data.Silences {
		page, ready := pages["/silences/demande/"+one.ID+"/"]
		if len(s.Data.Addressees(one)) == 0 {
			if ready {
				t.Errorf("%s has a request to nobody", one.ID)
			}
			continue
		}
		if len(page.Letters) != len(s.Data.Addressees(one)) {
			t.Errorf("%s has %d letters for %d bodies", one.ID, len(page.Letters), len(s.Data.Addressees(one)))
		}
		for _, l := range page.Letters {
			if file := files[strings.TrimPrefix(l.File.Href, "/")]; file != l.Text || !strings.Contains(l.Text, lang.Typeset(lang.FR, l.Body.Text)) {
				t.Errorf("%s: the file of the letter to %s is not the letter, or names somebody else", one.ID, l.Body.Text)
			}
		}
	}
	for address, b := range bodies[site.SilencesPage](s) {
		for _, g := range b.Groups {
			for _, row := range g.Rows {
				searched := g.ID == string(record.NotPublished) || g.ID == string(record.NotFound)
				if row.Ready != nil && (row.Private || !searched) {
					t.Errorf("%s: %s has a request, and may not", address, row.ID)
				}
				if g.ID == string(record.NotPublished) && (row.Ready == nil && !row.Private || len(row.Read) == 0) {
					t.Errorf("%s: %s names no place that was read, or says neither whom to ask nor that nobody can be", address, row.ID)
				}
			}
		}
	}
}

func TestASearchForSeveralBodiesAtOnceIsSaidOnThePageOfEachAndOfItsMeasure(t *testing.T) {
	s := real(t, nil)
	on := bodies[site.OrganisationPage](s)
	seen := 0
	for _, o := range s.Data.Organisations {
		shown := on["/organismes/"+o.ID+"/"].Asked
		for _, c := range o.Asked {
			if c.Silence == nil {
				continue
			}
			i := slices.IndexFunc(shown, func(v site.CellView) bool { return strings.HasSuffix(v.Silence, "#"+c.Silence.ID) })
			if i < 0 {
				t.Fatalf("%s does not show %s", o.ID, c.Silence.ID)
			}
			if c.Silence.Shared() {
				seen++
			}
			if (shown[i].Shared != "") != c.Silence.Shared() {
				t.Errorf("%s: the search of %s is said to be %q", o.ID, c.Silence.ID, shown[i].Shared)
			}
		}
	}
	if seen == 0 {
		t.Error("no search was made for several bodies: the test looks at nothing")
	}
	for _, g := range bodies[site.SilencesPage](s)["/silences/"].Groups {
		for _, row := range g.Rows {
			one := dataset.Find[*dataset.Silence](s.Data, record.Silences, row.ID)
			if (row.Shared != "") != one.Shared() {
				t.Errorf("%s: the search is said to be %q", row.ID, row.Shared)
			}
		}
	}
	for _, m := range []string{"applications-in-cloud-share", "cloud-spending"} {
		page := rendered(t, s, "silences")["/silences/"+m+"/"]
		if !strings.Contains(page, "Cherché pour l’ensemble des ministères à la fois") {
			t.Errorf("/silences/%s/ does not say that the ministries were searched at once", m)
		}
	}
}

func TestTheListOfBodiesAndTheIndicatorOfTheHomePageAgreeOnWhatWasNotFound(t *testing.T) {
	s := real(t, nil)
	listed := 0
	for _, g := range bodies[site.OrganisationsPage](s)["/organismes/"].Groups {
		for _, row := range g.Rows {
			if row.Why == "cherché et non trouvé" {
				listed++
			}
		}
	}
	counted := 0
	for _, p := range s.Indicator("bodies-with-migration").Line("nothing-found").Points {
		n, err := strconv.Atoi(p.Figure.Exact())
		if err != nil {
			t.Fatal(err)
		}
		counted += n
	}
	if listed == 0 || counted != listed {
		t.Errorf("the indicator counts %d bodies searched in vain, the list of bodies %d", counted, listed)
	}
}

func TestThePageSaysThatNoRequestWasSent(t *testing.T) {
	s := real(t, nil)
	if len(s.Data.Requests) > 0 {
		t.Skip("one was sent since")
	}
	if page := rendered(t, s, "silences")["/silences/"]; !strings.Contains(page, "Aucune demande n’a encore été envoyée.") {
		t.Error("nothing says that no request was sent")
	}
}

// madeUpRequest is a request that nobody ever sent.
func madeUpRequest(c *corpus.Corpus) {
	c.Requests = append(c.Requests, record.Request{Head: record.Head{ID: "made-up"}, Organisation: "ministere-justice", Silence: "cloud-spending-by-ministry",
		Asked: lang.Text{FR: "La dépense inventée", EN: "The made-up spending"}, Sent: cal.NewDay(2026, 10, 1),
		Steps: []record.RequestStep{{Step: "refused", On: cal.NewDay(2026, 10, 20), Says: lang.Text{FR: "Refus inventé", EN: "Made-up refusal"}}}})
}

func TestARequestThatWasSentShowsWhatCameOfIt(t *testing.T) {
	s := changed(t, nil, madeUpRequest)
	want := []string{"La dépense inventée", "refusée", "Refus inventé", cal.NewDay(2026, 10, 1).Text(lang.FR), cal.NewDay(2026, 12, 19).Text(lang.FR)}
	var pages []string
	for p := range s.Pages() {
		if !slices.Contains([]string{"/silences/", "/silences/demande/cloud-spending-by-ministry/", "/organismes/ministere-justice/"}, p.Address) {
			continue
		}
		pages = append(pages, p.Address)
		page := whole(t, s, p)
		for _, words := range want {
			if !strings.Contains(page, words) {
				t.Errorf("%s does not say %q", p.Address, words)
			}
		}
	}
	for p := range s.Pages() {
		switch p.Address {
		case "/silences/demande/cloud-spending-by-ministry/":
			if h := s.Frame(p, "").Holds; h == nil || h.UntilISO != "2026-12-19" {
				t.Errorf("%s holds until %+v, want the last day to appeal", p.Address, h)
			}
		case "/silences/demande/pi-cost/":
			if h := s.Frame(p, "").Holds; h != nil {
				t.Errorf("%s holds until %s, and no request changes it", p.Address, h.UntilISO)
			}
		}
	}
	if len(pages) != 3 {
		t.Errorf("shown on %v, want three pages", pages)
	}
}

func TestThePageOfEachIndicatorSaysItsCoverageOrThatItIsUnknown(t *testing.T) {
	s := changed(t, nil, nil)
	s.Charts = map[string]map[lang.Lang]chart.Face{}
	for _, r := range s.Indicators {
		if r.Coverage.Of.FR == "" || r.Coverage.Of.EN == "" {
			t.Errorf("%s does not say of what its coverage is", r.ID)
		}
		s.Charts[r.ID] = map[lang.Lang]chart.Face{}
		for _, l := range lang.Composed() {
			s.Charts[r.ID][l] = chart.Face{ID: r.ID, Title: r.Title.In(l), Coverage: sentence.Coverage(r, l, nil)}
		}
	}
	said := map[lang.Lang][]string{lang.FR: {"Couvre ", "Couverture inconnue"}, lang.EN: {"Covers ", "Coverage unknown"}}
	pages := 0
	for p := range s.Pages() {
		if _, ok := p.Body.(site.IndicatorPage); !ok {
			continue
		}
		pages++
		page, err := s.Theme.Render(p.Lang, p.Template, p.Body)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(said[p.Lang], func(words string) bool { return strings.Contains(string(page), `<p class="coverage">`+words) }) {
			t.Errorf("%s does not say what it covers", p.Address)
		}
	}
	if pages != 2*len(s.Indicators) || pages == 0 {
		t.Errorf("%d pages for %d indicators", pages, len(s.Indicators))
	}
}
