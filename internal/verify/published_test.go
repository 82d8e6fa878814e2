package verify_test

import (
	"slices"
	"strings"
	"testing"

	"vigie/internal/france"
	"vigie/internal/value/lang"
	"vigie/internal/verify"
)

func TestWhatIsPublishedCanBeReadAgain(t *testing.T) {
	project := small(t)
	published := func(t *testing.T) *verify.Published {
		t.Helper()
		p, err := verify.ReadPublished(t.Context(), verify.Options{Project: project, Config: settings(t, project), Country: france.Extension()}, lang.EN)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	p := published(t)

	t.Run("each stratum holds what it is named for", func(t *testing.T) {
		for stratum, want := range map[verify.Stratum]string{
			verify.SeriesPoints: "example-orders/2024", verify.ClaimedNumbers: "claim/example-fire-cost", verify.Calculations: "calculation/example-growth",
			verify.Terms: "qualifications/example-cloud-2024", verify.EventDates: "events/example-fire", verify.Outcomes: "commitments/example-promise",
			verify.HostingTiers: "migrations/example-app", verify.Disagreements: "contradictions/example-dispute", verify.Unknowns: "silences/example-silence",
		} {
			if names := p.Names(stratum); !slices.Contains(names, want) {
				t.Errorf("%s has no %s among %v", stratum, want, names)
			}
		}
		if len(p.Names(verify.Counts)) == 0 {
			t.Error("no count is published")
		}
	})

	t.Run("everything has a chain that says where it stands", func(t *testing.T) {
		seen := map[string]bool{}
		for _, s := range []verify.Stratum{verify.SeriesPoints, verify.ClaimedNumbers, verify.Calculations, verify.Counts, verify.Terms, verify.EventDates,
			verify.Outcomes, verify.HostingTiers, verify.Disagreements, verify.Unknowns} {
			for _, name := range p.Names(s) {
				c, known := p.Chain(name)
				if !known || c.Text == "" || c.Label == "" && len(c.Claims) == 0 || c.Proof == "" || strings.Contains(c.Outline(""), "⟦") {
					t.Errorf("%s: %+v", name, c)
				}
				if seen[name] {
					t.Errorf("%s stands in two strata", name)
				}
				seen[name] = true
			}
		}
		if seen["days-left/example-cloud-2024"] {
			t.Error("days left change each day, and are drawn")
		}
	})

	t.Run("a chain of a record leads to its documents, its file and its line", func(t *testing.T) {
		for name, want := range map[string][]string{
			"commitments/example-promise":       {"Under way — Two hundred projects", "Half of it is there", "claim example-promise-target", "claim example-share-2025", "data/commitments/example-promise.yaml:"},
			"qualifications/example-cloud-2024": {"1 March 2024 to 1 March 2027", "date, in force", "2118", "/en/offers/example-cloud/"},
			"migrations/example-app":            {"Dedicated cloud, deduced — Example application", "state, live", "claim example-app-2", "/en/organisations/example-ministry/"},
			"contradictions/example-dispute":    {"settled — Orders of 2024", "chosen     The nearest", "claim example-orders-2024-b", "data/series/example-orders.yaml:10"},
			"silences/example-silence":          {"not published — The number of agents", "The pages of the region", "1 October 2026", "data/silences/example-silence.yaml"},
			"events/example-fire":               {"15 August 2026 — A fire costs", "place      p. 17"},
		} {
			c, _ := p.Chain(name)
			for _, w := range want {
				if !strings.Contains(plainSpaces(c.Outline("")), w) {
					t.Errorf("%s does not hold %q:\n%s", name, w, c.Outline(""))
				}
			}
		}
	})

	t.Run("explain follows what is drawn", func(t *testing.T) {
		e, err := verify.Explain(t.Context(), verify.Options{Project: project, Config: settings(t, project), Country: france.Extension()}, "commitments/example-promise", lang.EN)
		if err != nil || len(e.Chains) != 1 || e.Chains[0].ID != "commitments/example-promise" {
			t.Errorf("%+v %v", e, err)
		}
	})

	t.Run("what was withdrawn is not read again", func(t *testing.T) {
		project = with(t, project, "data/events/example-fire.yaml", "kind: report", "kind: report\nwithdrawn: {on: 2026-10-15, reason: {fr: Essai., en: Test.}}")
		p := published(t)
		for s, name := range map[verify.Stratum]string{verify.ClaimedNumbers: "claim/example-fire-cost", verify.EventDates: "events/example-fire"} {
			if slices.Contains(p.Names(s), name) {
				t.Errorf("%s is withdrawn, and may be drawn", name)
			}
		}
		if c, _ := p.Chain("events/example-fire"); c.State != "withdrawn" || !slices.Contains(c.Beside, "Test.") {
			t.Errorf("what explains it does not say that it was withdrawn: %+v", c)
		}
	})
}

func TestTheWebPagesOfWhatIsDrawnAreFound(t *testing.T) {
	project := small(t)
	site := built(t, project)
	p, err := verify.ReadPublished(t.Context(), verify.Options{Site: site, Project: project, Config: settings(t, project), Country: france.Extension()}, lang.EN)
	if err != nil {
		t.Fatal(err)
	}
	pages, err := p.Pages(site, []string{"example-orders/2024", "commitments/example-promise", "example-orders/20"})
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"example-orders/2024": "/en/proofs/example-orders/2024/", "commitments/example-promise": "/en/commitments/"} {
		if !slices.Contains(pages[name], want) {
			t.Errorf("%s does not stand on %s, but on %v", name, want, pages[name])
		}
	}
	if len(pages["example-orders/20"]) > 0 {
		t.Errorf("a name that nothing bears stands on %v", pages["example-orders/20"])
	}
}

func plainSpaces(s string) string {
	return strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(s)
}
