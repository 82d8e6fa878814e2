package site_test

import (
	"strings"
	"testing"

	"vigie/internal/site"
)

// madeUpCorrections correct made-up claims: one that its source still prints
// wrong, and one that was mistyped.
const madeUpCorrections = `
- id: example-zero
  kind: source-error
  target: example-invoices-2025
  expected: 60 M
  published: 6 M
  reason: {fr: Un zéro de trop dans le graphique., en: One zero too many in the chart.}
  claim_ids: [example-orders-2024]
  on: 2026-10-02
  told: [{whom: Exemple, on: 2026-10-03}]
  state: acknowledged
- id: example-slip
  kind: our-error
  target: example-share-2025
  expected: over 7
  published: over 70
  reason: {fr: Un zéro oublié., en: A zero left out.}
  on: 2026-10-04
  state: mended
`

// pagesOf renders whole pages by address, with plain spaces.
func pagesOf(t *testing.T, s *site.Site) map[string]string {
	t.Helper()
	out := map[string]string{}
	for p := range s.Pages() {
		out[p.Address] = strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(whole(t, s, p))
	}
	return out
}

func TestBothValuesOfACorrectionAreShownWhereItsClaimIs(t *testing.T) {
	files := oneOfEach(t)
	files["data/corrections.yaml"] = madeUpCorrections
	s := siteOf(t, files)
	pages := pagesOf(t, s)
	for address, wants := range map[string][]string{
		"/corrections/": {"60 M€", "6 M€", "Un zéro de trop dans le graphique.", "reconnue", "Exemple, 3 octobre 2026", "2 octobre 2026", `id="example-zero"`,
			"Un zéro oublié.", "plus de 7 %", "plus de 70 %", "réparée", "personne encore"},
		"/en/corrections/":                     {"€60M", "€6M", "One zero too many in the chart.", "acknowledged", "A zero left out.", "nobody yet"},
		"/preuves/example-invoices/2025/":      {`<data value="6000000">6 M€</data>`, "la source dit <b>60 M€</b>, nous publions <b>6 M€</b>, parce que : Un zéro de trop", `href="/corrections/#example-zero"`},
		"/en/proofs/example-invoices/2025/":    {"the source says <b>€60M</b>, we publish <b>€6M</b>, because: One zero too many"},
		"/sources/example-report/":             {"la source dit <b>60 M€</b>"},
		"/donnees/series/":                     {`<data value="6000000">6 M€</data> <small>corrigé</small>`},
		"/preuves/example-share/2025/":         {`<data value="70">plus de 70 %</data>`},
		"/donnees/corrections/":                {"valeur_fautive_min"},
		"/en/data/" + "corrections" + "/":      {"valeur_publiee_min"},
		"/en/sources/example-report/":          {"the source says <b>€60M</b>"},
		"/preuves/calculation/example-growth/": {"example-growth"},
	} {
		page, ok := pages[address]
		if !ok {
			t.Errorf("nothing answers at %s", address)
		}
		for _, want := range wants {
			if !strings.Contains(page, want) {
				t.Errorf("%s does not show %q", address, want)
			}
		}
	}
	if strings.Contains(pages["/preuves/example-share/2025/"], "la source dit") {
		t.Error("our own error, mended in the claim, is shown as if it still stood")
	}
	feed := extras(s)["flux/journal.atom"]
	for _, want := range []string{"correction/fr/example-zero", "Un zéro de trop dans le graphique.", "correction/fr/example-slip", "<updated>2026-10-04"} {
		if !strings.Contains(feed, want) {
			t.Errorf("the feed does not hold %q", want)
		}
	}
}

func TestThePageOfCorrectionsSaysThatThereIsNone(t *testing.T) {
	pages := pagesOf(t, siteOf(t, oneOfEach(t)))
	for address, wants := range map[string][]string{
		"/corrections/":    {"Aucune erreur de source n’est connue", "Aucune erreur de notre part", "Aucune fiche n’a été retirée"},
		"/en/corrections/": {"No error in a source is known", "No error of ours", "No record has been withdrawn"},
	} {
		for _, want := range wants {
			if !strings.Contains(pages[address], want) {
				t.Errorf("%s does not show %q", address, want)
			}
		}
	}
}
