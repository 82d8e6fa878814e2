package figure_test

import (
	"errors"
	"testing"

	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// All numbers of these tests are made up.

var (
	euro    = quantity.Unit{ID: "eur", Kind: quantity.Money, Symbol: "€"}
	project = quantity.Unit{ID: "project", Kind: quantity.Count, One: lang.Name("projet"), Many: lang.Name("projets")}
	percent = quantity.Unit{ID: "percent", Kind: quantity.Percent}
	ordered = quantity.Basis{Stage: quantity.Ordered, Tax: quantity.HT, Accumulation: quantity.YearFlow}
)

// orders is an amount ordered in a year through one channel, changed by the test.
func orders(value string, change ...func(*figure.Figure)) figure.Figure {
	f := figure.Figure{ID: "orders/" + value, Nature: figure.Stated, State: figure.Sure, Value: quantity.MustValue(value),
		Unit: euro, Basis: ordered, Perimeter: "one-channel", Rests: figure.Rests{Claims: []string{"claim-" + value}}}
	for _, c := range change {
		c(&f)
	}
	return f
}

func allChannels(f *figure.Figure) { f.Perimeter = "all-channels" }
func unsaid(f *figure.Figure)      { f.Perimeter, f.Basis = "", quantity.Basis{} }
func invoiced(f *figure.Figure)    { f.Basis.Stage = quantity.Invoiced }
func withTax(f *figure.Figure)     { f.Basis.Tax = quantity.TTC }
func unknownTax(f *figure.Figure)  { f.Basis.Tax = quantity.TaxUnknown }
func toDate(f *figure.Figure)      { f.Basis.Accumulation = quantity.Cumulative }
func projects(f *figure.Figure)    { f.Unit, f.Basis = project, quantity.Basis{} }
func rate(f *figure.Figure)        { f.Unit, f.Basis = percent, quantity.Basis{} }
func disputed(f *figure.Figure)    { f.State = figure.Disputed }

func named(list ...figure.Figure) []figure.Input {
	var out []figure.Input
	for i, f := range list {
		out = append(out, figure.Input{Name: string(rune('a' + i)), Figure: f})
	}
	return out
}

func TestFiguresThatCountOtherwiseAreNotJoined(t *testing.T) {
	for name, c := range map[string]struct {
		other  func(*figure.Figure)
		aspect figure.Aspect
	}{
		"two perimeters":             {allChannels, figure.OfPerimeter},
		"ordered and invoiced":       {invoiced, figure.OfStage},
		"without and with tax":       {withTax, figure.OfTax},
		"a tax stated to be unknown": {unknownTax, figure.OfTax},
		"a year and a cumulative":    {toDate, figure.OfAccumulation},
		"euros and projects":         {projects, figure.OfUnit},
	} {
		t.Run(name, func(t *testing.T) {
			a, b := orders("44 M"), orders("50 M", c.other)
			err := figure.Joinable(a, b)
			mismatch := new(figure.Mismatch)
			if !errors.As(err, &mismatch) || mismatch.Aspect != c.aspect || mismatch.A.ID != a.ID || mismatch.B.ID != b.ID {
				t.Fatalf("got %v, want a mismatch of %s", err, c.aspect)
			}
			both := named(a, b)
			if _, err := figure.Sum(figure.Figure{Unit: euro}, both); err == nil {
				t.Error("they were added")
			}
			if _, err := figure.Difference(figure.Figure{Unit: euro}, both[0], both[1:]); err == nil {
				t.Error("one was taken from the other")
			}
			if f, err := figure.Share(figure.Figure{Unit: percent}, both[0], both[1]); err == nil || f.Known() || len(f.Rests.Inputs) != 2 {
				t.Errorf("a share was made of them: %+v", f)
			}
			if err := figure.Joinable(a, b, c.aspect); err != nil {
				t.Errorf("mixing them on purpose is refused: %v", err)
			}
		})
	}
}

func TestWhatIsNotStatedIsNotHeldAgainstAFigure(t *testing.T) {
	if err := figure.Joinable(orders("1 M"), orders("2 M", unsaid)); err != nil {
		t.Error(err)
	}
}

func TestThousandsAndMillionsAreOneUnit(t *testing.T) {
	got, err := figure.Sum(figure.Figure{Unit: euro}, named(orders("1 M"), orders("500 k")))
	if err != nil || got.Exact() != "1500000" {
		t.Errorf("got %s, %v", got.Exact(), err)
	}
}

func TestAComputedFigureKeepsItsFormulaItsInputsAndHowTheyCount(t *testing.T) {
	got, err := figure.Difference(figure.Figure{ID: "rest", Unit: euro, Reason: record.NotPublished}, figure.Input{Name: "total", Figure: orders("44 M")},
		[]figure.Input{{Name: "first", Figure: orders("4 M")}, {Name: "second", Figure: orders("10 M")}})
	if err != nil {
		t.Fatal(err)
	}
	if got.Exact() != "30000000" || got.State != figure.Sure || got.Nature != figure.Computed || got.Reason != "" {
		t.Errorf("got %s, %s, %s, %s", got.Exact(), got.State, got.Nature, got.Reason)
	}
	if got.Rests.Formula != "total - first - second" || len(got.Rests.Inputs) != 3 || len(got.Rests.Claims) != 3 {
		t.Errorf("it rests on %+v", got.Rests)
	}
	if got.Perimeter != "one-channel" || got.Basis != ordered {
		t.Errorf("it counts %s, %+v", got.Perimeter, got.Basis)
	}
}

func TestAMixedFigureHasNoPerimeterOfItsOwn(t *testing.T) {
	got, err := figure.Share(figure.Figure{Unit: percent}, named(orders("11 M"))[0], figure.Input{Name: "b", Figure: orders("44 M", allChannels)}, figure.OfPerimeter)
	if err != nil || got.Exact() != "25" || got.Perimeter != "" {
		t.Errorf("got %s in %q, %v", got.Exact(), got.Perimeter, err)
	}
}

func TestAFormulaKeepsToItsUnits(t *testing.T) {
	for name, c := range map[string]struct {
		formula string
		unit    quantity.Unit
		inputs  []figure.Input
		want    string // empty when it is refused
	}{
		"an amount and its growth":           {"a * (1 + b / 100)", euro, named(orders("40 M"), orders("50", rate)), "60000000"},
		"an amount per project":              {"a / b", quantity.Unit{}, named(orders("40 M"), orders("80", projects)), "500000"},
		"a growth":                           {"(b - a) / a * 100", percent, named(orders("40 M"), orders("50 M")), "25"},
		"an amount plus a bare number":       {"a + 1", euro, named(orders("40 M")), ""},
		"an amount plus a share":             {"a + b", euro, named(orders("40 M"), orders("50", rate)), ""},
		"euros plus projects":                {"a + b", euro, named(orders("40 M"), orders("80", projects)), ""},
		"euros stated in percent":            {"a + b", percent, named(orders("40 M"), orders("50 M")), ""},
		"a value on which sources disagree":  {"a + b", euro, named(orders("40 M"), orders("50 M", disputed)), ""},
		"a name that is none of the inputs":  {"a + z", euro, named(orders("40 M")), ""},
		"a division by nothing":              {"a / (b - b)", quantity.Unit{}, named(orders("40 M"), orders("50 M")), ""},
		"a formula that cannot be read":      {"a +", euro, named(orders("40 M")), ""},
		"a cumulative less a year, unsaid":   {"b - a", euro, named(orders("40 M"), orders("90 M", toDate)), ""},
		"a range that the source itself has": {"a * 2", euro, named(orders("40 M to 50 M")), ""},
	} {
		t.Run(name, func(t *testing.T) {
			f, err := figure.Compute(figure.Figure{Unit: c.unit, Rests: figure.Rests{Formula: c.formula}}, c.inputs)
			switch {
			case c.want == "" && (err == nil || f.Known()):
				t.Errorf("it gives %s", f.Exact())
			case c.want != "" && (err != nil || f.Exact() != c.want):
				t.Errorf("got %s, %v", f.Exact(), err)
			}
		})
	}
}

func TestAFigureIsRoundedAtBothEnds(t *testing.T) {
	f, err := orders("41.27 M to 51.63 M").Rounded(-6)
	if err != nil || f.Exact() != "41000000/52000000" {
		t.Errorf("got %s, %v", f.Exact(), err)
	}
}
