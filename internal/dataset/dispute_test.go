package dataset_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"vigie/internal/corpus"
	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// orders writes a series of orders with one observation of two claims, and more.
func orders(first, second, more string) string {
	return "-- data/series/orders.yaml --\nmeasure: orders\nperimeter: all\nunit: eur\ntitle: {fr: Commandes, en: Orders}\n" +
		"basis: {stage: ordered, tax: unknown, accumulation: year}\nobservations:\n  - period: \"2024\"\n    claims:\n" +
		"      - {id: a, value: 44 M, source: court, read: 2026-03-01" + first + "}\n      - {id: b, value: 51 M, source: gazette, read: 2026-04-01" + second + "}\n" + more
}

func TestADisagreementBeginsWithTheSecondClaim(t *testing.T) {
	for name, one := range map[string]struct {
		first, second, since string
		dating               dataset.Dating
	}{
		"both dated":                   {", stated: 2025-03", ", stated: 2025-06-12", "2025-06-12", dataset.ByStatement},
		"in any order":                 {", stated: 2025-06-12", ", stated: 2025-03", "2025-06-12", dataset.ByStatement},
		"one of some day of that year": {", stated: 2025", ", stated: 2025-06-12", "2025", dataset.ByStatement},
		"none dated":                   {"", "", "2026-04-01", dataset.ByReading},
		"one dated":                    {", stated: 2025-03", "", "2026-04-01", dataset.ByReading},
	} {
		t.Run(name, func(t *testing.T) {
			ds := read(t, orders(one.first, one.second, ""), "2026-06-01")
			if len(ds.Disputes) != 1 {
				t.Fatalf("%d disputes", len(ds.Disputes))
			}
			d := ds.Disputes[0]
			if d.Since.String() != one.since || d.Dating != one.dating || d.ID != "orders/2024" || d.Declared != nil {
				t.Errorf("%s since %s, %s", d.ID, d.Since, d.Dating)
			}
		})
	}
}

func TestAFoundDisagreementIsThatOfTheContradictionThatDeclaresIt(t *testing.T) {
	declared := "-- data/contradictions/orders-of-2024.yaml --\ntitle: Orders of 2024\nclaims: [a, b]\nnature: value\nexplanation: {fr: Inexpliqué., en: Not explained.}\n"
	ds := read(t, orders("", "", "")+declared, "2026-06-01")
	if len(ds.Disputes) != 1 || ds.Disputes[0].ID != "orders-of-2024" || len(ds.Disputes[0].Points) != 1 {
		t.Fatalf("%+v", ds.Disputes)
	}
	if got := ds.DisputesOf(ds.SeriesByID("orders").Points[0].Figure); !slices.Equal(got, ds.Disputes) {
		t.Errorf("the figure stands in %v", got)
	}
	withdrawn := declared + "withdrawn: {on: 2026-05-01, reason: {fr: Erreur., en: Mistake.}}\n"
	ds = read(t, orders("", "", "")+withdrawn, "2026-06-01")
	if len(ds.Disputes) != 2 || !ds.Disputes[0].Withdrawn || ds.Disputes[1].ID != "orders/2024" {
		t.Errorf("a contradiction that was taken back still declares: %+v", ds.Disputes)
	}
}

func TestAClaimThatIsPublishedSaysSo(t *testing.T) {
	ds := read(t, orders("", "", "    resolution: {claim: b, rule: latest, reason: {fr: Plus récent., en: Later.}, on: 2026-05-01}\n"), "2026-06-01")
	d := ds.Disputes[0]
	if d.Publishes(ds.Claim("a")) || !d.Publishes(ds.Claim("b")) || ds.SeriesOf(ds.Claim("a")).ID != "orders" {
		t.Error("the resolution publishes b alone")
	}
}

// known are the contradictions that this observatory was asked to show, with the
// numbers that are said in each.
var known = []struct {
	id      string
	numbers []string // that its claims give, in French
	figures []string // that show it: "identifier value"
}{
	{"orders-76m", []string{"76 M€", "34,5 M€"}, []string{"ugap-orders-per-year/2023 34,5 M€"}},
	{"orders-2024-two-totals", []string{"44 M€", "51,6 M€"}, []string{"ugap-orders-per-year/2024 44 à 51,6 M€"}},
	{"orders-cumulative-2025", []string{"120 M€", "132 M€"}, []string{"ugap-orders-cumulative/2025-03-18 120 à 132 M€"}},
	{"nubo-pi-cost", []string{"55 M€", "environ 100 M€"}, []string{"internal-clouds-cost/until-2024 55 à 100 M€"}},
	{"contract-value-2024", []string{"200 M€", "600 M€"}, []string{"ugap-contract-value/2024_2027 200 à 600 M€"}},
	{"demat-end-2022", []string{"84 %", "environ 90 %"}, nil}, // a month apart: two points, each marked
	{"state-it-spending", []string{"1,8 Md€", "6 Md€"}, []string{"state-it-spending-per-year/2018 2 à 6 Md€", "state-it-spending-per-year/2025 3 à 5 Md€"}},
}

func TestTheKnownContradictionsAreThereWithTheirExplanation(t *testing.T) {
	c, found, err := corpus.Load(os.DirFS("../.."), "data", lang.Composed())
	if err != nil || found.Errors() > 0 {
		t.Skipf("the data do not read: %v %v", err, found)
	}
	ds := dataset.New(c, cal.NewDay(2026, 11, 23))
	plain := strings.NewReplacer("\u00a0", " ", "\u202f", " ")
	for _, one := range known {
		i := slices.IndexFunc(ds.Disputes, func(d *dataset.Dispute) bool { return d.ID == one.id })
		if i < 0 {
			t.Errorf("there is no contradiction %s", one.id)
			continue
		}
		d := ds.Disputes[i]
		if d.Declared.Explanation.IsZero() || d.Declared.WouldSettle.IsZero() || d.Since.IsZero() || d.Declared.Subject == "" {
			t.Errorf("%s: no explanation, nothing that would settle it, no subject, or no day since which it lasts", one.id)
		}
		var said []string
		for _, c := range d.Claims {
			said = append(said, plain.Replace(c.Figure().Text(lang.FR)))
		}
		for _, n := range one.numbers {
			if !slices.Contains(said, n) {
				t.Errorf("%s: nobody says %s, but %s", one.id, n, strings.Join(said, ", "))
			}
		}
		var shown []string
		for _, p := range d.Points {
			shown = append(shown, p.Point.Figure.ID+" "+plain.Replace(p.Point.Figure.Text(lang.FR)))
			if s := p.Point.Figure.State; s != figure.Disputed && s != figure.Settled {
				t.Errorf("%s: %s is %s", one.id, p.Point.Figure.ID, s)
			}
		}
		if !slices.Equal(shown, one.figures) {
			t.Errorf("%s shows %q, want %q", one.id, shown, one.figures)
		}
	}
}
