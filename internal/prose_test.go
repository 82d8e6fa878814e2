package internal_test

import (
	"fmt"
	"html/template"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"vigie/internal/config"
	"vigie/internal/content"
	"vigie/internal/corpus"
	"vigie/internal/dataset"
	"vigie/internal/export/api"
	"vigie/internal/figure"
	"vigie/internal/france"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/site"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// The prose of the site, against its real data.

// needed are the pages that need prose: those that a reader meets first, and those
// that the law or honesty asks for.
var needed = []string{
	"home", "answers/1-adoption", "answers/2-qualifications", "answers/3-orders", "answers/4-savings",
	"answers/5-commitments",
	"tiers", "tiers/internal", "tiers/internal/exists", "tiers/internal/known", "tiers/dedicated",
	"tiers/dedicated/exists", "tiers/dedicated/known", "tiers/external", "tiers/external/exists", "tiers/external/known",
	"adoption", "internal-clouds", "savings", "orders",
	"procedures",
	"providers", "offers", "qualifications", "organisations", "commitments", "timeline", "doctrine", "api", "choose", "compare",
	"contradictions",
	"silences", "findings", "sources", "proofs", "indicators", "data", "method", "rules", "search", "about", "legal",
	"accessibility",
	"design", "eco-design", "glossary", "cloud-filter", "corrections", "journal", "editions", "site-map",
}

// published is what prose may place on one day of reference.
type published struct {
	*site.Site
	lang lang.Lang
}

func publishedOn(t *testing.T, day string) *site.Site {
	t.Helper()
	c, problems, err := corpus.Load(os.DirFS(".."), "data", lang.Composed())
	if err != nil || problems.Errors() > 0 {
		t.Fatal(err, problems)
	}
	asOf, err := cal.ParseDay(day)
	if err != nil {
		t.Fatal(err)
	}
	ds := france.Extension().Data().New(c, asOf)
	added, _, err := france.Pages(os.DirFS(".."), "data")
	if err != nil {
		t.Fatal(err)
	}
	s := &site.Site{Config: config.Config{Languages: lang.Composed()}, Data: ds, Indicators: indicator.Results(ds),
		Content: realProse(t), Added: added, Figures: map[string]figure.Figure{}}
	s.GatherFigures()
	return s
}

func (p published) Figure(id string) (template.HTML, bool) {
	f, ok := p.Site.Figure(id)
	return template.HTML(f.Text(p.lang)), ok
}

func (p published) Chart(id string) (template.HTML, bool) {
	return "", slices.ContainsFunc(p.Indicators, func(r indicator.Result) bool { return r.ID == id })
}

func (published) Names(string) []string { return nil }

func (p published) Unpublished(silence string) bool {
	return slices.ContainsFunc(p.Data.Silences, func(s *dataset.Silence) bool {
		return s.ID == silence && s.Reason == record.NotPublished && len(s.Read) > 0
	})
}

func (p published) Units() []string {
	words := map[string]bool{}
	for _, s := range p.Data.Series {
		words[s.Unit.One.In(p.lang)], words[s.Unit.Many.In(p.lang)] = true, true
	}
	return slices.Sorted(maps.Keys(words))
}

func realProse(t *testing.T) *content.Content {
	t.Helper()
	c, problems, err := content.Load(os.DirFS(".."), "content", lang.Composed())
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	return c
}

func TestEveryPageThatNeedsProseHasIt(t *testing.T) {
	prose := realProse(t)
	for _, l := range lang.Composed() {
		var got []string
		for _, d := range prose.Docs(l) {
			got = append(got, d.Key)
		}
		if want := slices.Sorted(slices.Values(needed)); !slices.Equal(got, want) {
			t.Errorf("%s: the keys are %q, want %q", l, got, want)
		}
	}
}

// Prose must hold whatever the day of reference: a site may be built as of a day
// long past, and time alone must not break it.
func TestProseRendersWithoutProblemsOnAnyDay(t *testing.T) {
	prose := realProse(t)
	for _, day := range []string{"2018-01-01", "2021-07-05", "2026-11-23", "2027-12-31", "2029-11-23"} {
		t.Run(day, func(t *testing.T) {
			s := publishedOn(t, day)
			for _, l := range lang.Composed() {
				for _, d := range prose.Docs(l) {
					html, problems := d.HTML(published{s, l})
					for _, p := range problems {
						t.Errorf("%s: %s (%s)", p.Place, p.Message, p.Hint)
					}
					if html == "" && d.Key != "site-map" { // its title and its lead are enough
						t.Errorf("%s is empty", d.File)
					}
				}
			}
		})
	}
}

func TestBothLanguagesPlaceTheSameFigures(t *testing.T) {
	prose := realProse(t)
	for _, fr := range prose.Docs(lang.FR) {
		en := prose.Doc(lang.EN, fr.Key)
		if got, want := en.Figures(), fr.Figures(); !slices.Equal(got, want) {
			t.Errorf("%s places %q, but %s places %q", en.File, got, fr.File, want)
		}
	}
}

// An answer of the home page rests on at least one figure, or has no state.
func TestEveryAnswerOfTheHomePageRestsOnFigures(t *testing.T) {
	for _, d := range realProse(t).Docs(lang.FR) {
		if strings.HasPrefix(d.Key, "answers/") && len(d.Figures()) == 0 {
			t.Errorf("%s places no figure", d.File)
		}
	}
}

var anchored = regexp.MustCompile(`href="(/[^"#]*)#([^"]+)"`)

// Addresses are followed by the build; anchors are followed here.
func TestAnchorsInProseLeadSomewhere(t *testing.T) {
	prose, s := realProse(t), publishedOn(t, "2026-11-23")
	for _, l := range lang.Composed() {
		pages := map[string]string{}
		for _, d := range prose.Docs(l) {
			html, _ := d.HTML(published{s, l})
			pages[s.Href(l, d.Key)] += string(html)
		}
		silences := s.Href(l, "silences")
		for _, silence := range s.Data.Silences {
			pages[silences] += fmt.Sprintf(` id="%s"`, silence.ID)
		}
		for _, d := range prose.Docs(l) {
			html, _ := d.HTML(published{s, l})
			for _, m := range anchored.FindAllStringSubmatch(string(html), -1) {
				if !strings.Contains(pages[m[1]], fmt.Sprintf(`id="%s"`, m[2])) {
					t.Errorf("%s links to %s#%s, where there is no such anchor", d.File, m[1], m[2])
				}
			}
		}
	}
}

var address = regexp.MustCompile(`href="(/[^"#]*)`)

func TestAddressesInProseAreThoseOfPages(t *testing.T) {
	prose, s := realProse(t), publishedOn(t, "2026-11-23")
	for _, l := range lang.Composed() {
		known := map[string]bool{"/": true, "/en/": true,
			"/api/v1/index.json": true, "/" + api.OpenAPIPath: true, "/" + api.ChangelogPath: true}
		for _, key := range needed {
			known[s.Href(l, key)] = true
		}
		for _, o := range s.Data.Offers {
			known[s.RecordHref(l, record.Ref{Kind: record.Offers, ID: o.ID})] = true
		}
		for _, o := range s.Data.Sources {
			known[s.RecordHref(l, record.Ref{Kind: record.Sources, ID: o.ID})] = true
		}
		for _, o := range s.Data.Contradictions {
			known[s.RecordHref(l, record.Ref{Kind: record.Contradictions, ID: o.ID})] = true
		}
		for _, d := range prose.Docs(l) {
			html, _ := d.HTML(published{s, l})
			for _, m := range address.FindAllStringSubmatch(string(html), -1) {
				if !known[m[1]] {
					t.Errorf("%s links to %s, where there is no page in this language", d.File, m[1])
				}
			}
		}
	}
}
