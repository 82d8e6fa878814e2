package verify_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/france"
	"vigie/internal/value/lang"
	"vigie/internal/verify"
)

func TestANumberIsFollowedDownToItsDocuments(t *testing.T) {
	project := small(t)
	site := built(t, project)
	explain := func(t *testing.T, target string) (verify.Explanation, error) {
		t.Helper()
		return verify.Explain(t.Context(), verify.Options{Site: site, Project: project, Config: settings(t, project), Country: france.Extension()}, target, lang.EN)
	}
	for target, want := range map[string][]string{
		"example-orders/2024":                                           {"example-orders/2024"},
		"claims/example-fire-cost":                                      {"claim/example-fire-cost"},
		"example-fire-cost":                                             {"claim/example-fire-cost"},
		"series/example-orders":                                         {"example-orders/2023", "example-orders/2024", "example-orders/2025"},
		"51.6":                                                          {"claim/example-orders-2024", "example-orders/2024"},
		"/preuves/example-orders/2024/":                                 {"example-orders/2024"},
		"preuves/example-orders/2024/index.html":                        {"example-orders/2024"},
		"public/preuves/example-orders/2024/index.html":                 {"example-orders/2024"},
		"https://vigie.example.org/en/proofs/example-orders/2025":       {"example-orders/2025"},
		"https://example.org/vigie/preuves/example-orders/2025/":        {"example-orders/2025"},
		"https://example.org/sources/example-report/#example-fire-cost": {"claim/example-fire-cost"},
	} {
		e, err := explain(t, target)
		if err != nil {
			t.Errorf("%s: %v", target, err)
			continue
		}
		var got []string
		for _, c := range e.Chains {
			got = append(got, c.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s leads to %v, not to %v", target, got, want)
		}
	}

	t.Run("a page is made from records, figures, prose and words", func(t *testing.T) {
		e, err := explain(t, "/offres/example-cloud/")
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []verify.Made{{Kind: "offers", Name: "example-cloud", Use: "shown"}, {Kind: "words", Name: "nav.offers", Use: "read"}} {
			if !slices.Contains(e.Made, want) {
				t.Errorf("%s is made from %v, without %v", e.Page, e.Made, want)
			}
		}
		if slices.ContainsFunc(e.Made, func(m verify.Made) bool { return m.Kind == "series" && m.Use == "shown" }) {
			t.Errorf("the page of an offer shows no series: %v", e.Made)
		}
	})

	t.Run("a claim that another disputes leads to the contradiction", func(t *testing.T) {
		for target, want := range map[string]bool{"claims/example-orders-2024": true, "claims/example-fire-cost": false} {
			e, err := explain(t, target)
			if err != nil {
				t.Fatal(err)
			}
			if text := e.Chains[0].Outline(""); strings.Contains(text, "disputed   /en/contradictions/") != want {
				t.Errorf("%s:\n%s", target, text)
			}
		}
	})

	t.Run("a calculation gives its formula, its inputs and what they rest on", func(t *testing.T) {
		e, err := explain(t, "calculation/example-growth")
		if err != nil {
			t.Fatal(err)
		}
		text := e.Chains[0].Outline("")
		for _, want := range []string{"(b - a) / a * 100", "= (about €84M - €51.6M) / €51.6M * 100", "b = claim/example-orders-2025", "claim example-orders-2025",
			"Un rapport d'exemple (Exemple, 2026-07-31)", "https://www.example.org/rapport", "read       2026-10-01, primary", "no copy is kept", "data/series/example-orders.yaml"} {
			if !strings.Contains(text, want) {
				t.Errorf("it does not hold %q:\n%s", want, text)
			}
		}
	})
	t.Run("a name that nothing bears", func(t *testing.T) {
		for target, near := range map[string]string{"example-order/2024": "example-orders/2024", "/preuves/example-orders/2042/": "/preuves/example-orders/2024/", "zzzzzzzz": "",
			"/orders/": "/en/orders/", "/en/commandes/": "/en/", "commandes": "/commandes/"} {
			var unknown verify.Unknown
			if _, err := explain(t, target); !errors.As(err, &unknown) || unknown.Near != near {
				t.Errorf("%s: %v", target, err)
			}
		}
	})
	t.Run("a page where no site was built", func(t *testing.T) {
		_, err := verify.Explain(t.Context(), verify.Options{Site: fstest.MapFS{}, Project: project, Config: settings(t, project), Country: france.Extension()}, "/commandes/", lang.EN)
		if err == nil || !strings.Contains(err.Error(), "vigie build makes one") {
			t.Errorf("says %v", err)
		}
	})
}
