package site_test

import (
	"strings"
	"testing"

	"vigie/internal/value/cal"
)

// TestAFigureThatIsGoneKeepsTheAddressOfItsProof makes two editions, lets months
// leave the window of an indicator and gives an observation another period.
func TestAFigureThatIsGoneKeepsTheAddressOfItsProof(t *testing.T) {
	p := newPast(t)
	p.freeze(cal.NewDay(2026, 9, 10))
	p.freeze(cal.NewDay(2026, 10, 10))
	p.replace("data/series/example-share.yaml", `period: "2025"`, `period: "2024"`)
	p.write("data/changes/other-year.yaml", otherYear)
	s := p.site()
	pages := pagesOf(t, s)
	const month = "indicator/expiries-ahead/ending/"
	for address, wants := range map[string][]string{
		"/preuves/" + month + "2026-09/": {"Ce chiffre n’est plus calculé.", "septembre 2026", `href="/editions/#e2026-09-10"`, `href="/editions/2026-09-10/figures.csv"`,
			`data-proof="` + month + `2026-09"><data value="0">0 qualification</data>`, "cette date a avancé"},
		"/preuves/" + month + "2026-10/":   {`href="/editions/2026-10-10/figures.csv"`, "10 octobre 2026"},
		"/en/proofs/" + month + "2026-10/": {"This figure is no longer computed.", "October 2026", `href="/en/editions/#e2026-10-10"`, "That date has moved on"},
		"/preuves/example-share/2025/":     {"Ce chiffre n’est plus calculé.", "plus de 70 %", "Ce qui a changé ici", "L’année était fausse.", `href="/editions/2026-10-10/figures.csv"`},
		"/en/proofs/example-share/2025/":   {"What changed here", "The year was wrong."},
		"/journal/":                        {`href="/preuves/example-share/2025/"`},
		"/preuves/" + month + "2026-11/":   {"Compté ici, dans ce qui est relevé"},
		"/editions/":                       {`id="e2026-09-10"`},
		"/preuves/example-share/2024/":     {"plus de 70 %"},
	} {
		for _, want := range wants {
			if !strings.Contains(pages[address], want) {
				t.Errorf("%s does not show %q", address, want)
			}
		}
	}
	for address, never := range map[string][]string{
		"/preuves/":                      {month + "2026-09", month + "2026-10", "example-share/2025"},
		"/preuves/example-share/2025/":   {"cette date a avancé", "Inchangé depuis", "Aucune édition ne le tient"},
		"/preuves/" + month + "2026-09/": {"Ce qui a changé ici", "Inchangé depuis"},
		"/preuves/" + month + "2026-11/": {"n’est plus calculé"},
	} {
		for _, no := range never {
			if strings.Contains(pages[address], no) {
				t.Errorf("%s shows %q", address, no)
			}
		}
	}
	wellMade(t, s)
	s.Config.BaseURL = "https://vigie.example.org/"
	if at := "<loc>https://vigie.example.org/preuves/" + month + "2026-09/</loc>"; !strings.Contains(extras(s)["sitemap.xml"], at) {
		t.Errorf("the site map has no %s", at)
	}
}

const otherYear = `on: 2026-10-20
cause: correction
targets:
  - {target: series/example-share, key: observations/2025, was: "period: 2025; claims: example-share-2025"}
  - {target: claims/example-share-2025, key: in, was: series/example-share/observations/2025, now: series/example-share/observations/2024}
reason: {fr: L’année était fausse., en: The year was wrong.}
source: example-report
`
