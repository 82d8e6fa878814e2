package chart_test

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"vigie/internal/chart"
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// The results of these tests are made up: they hold what the real data may hold
// one day.

var (
	euro  = quantity.Unit{ID: "eur", Kind: quantity.Money, Symbol: "€"}
	share = quantity.Unit{ID: "percent", Kind: quantity.Percent}
)

func made(id string, shape indicator.Shape, unit quantity.Unit, lines ...indicator.Line) indicator.Result {
	for i := range lines {
		for j := range lines[i].Points {
			f := &lines[i].Points[j].Figure
			f.Unit, f.ID = unit, "made/"+lines[i].Key+"/"+lines[i].Points[j].Key
		}
	}
	return indicator.Result{Indicator: indicator.Indicator{ID: id, Title: lang.Name("Fait pour l'essai"), Shape: shape}, Answer: indicator.Answer{Unit: unit, Lines: lines}}
}

// drawn is made with a drawing that its declaration asks for, which names it too.
func drawn(drawing string, shape indicator.Shape, unit quantity.Unit, lines ...indicator.Line) indicator.Result {
	r := made(drawing, shape, unit, lines...)
	r.Drawing = drawing
	return r
}

func point(at, value string, state figure.State) indicator.Point {
	p := indicator.Point{Key: at, Label: lang.Name(at), Figure: figure.Figure{State: state, Nature: figure.Stated}}
	if period, err := cal.ParsePeriod(at); err == nil {
		p.Period = period
	}
	if state == figure.Unknown {
		p.Figure.Reason = record.Reason(value)
	} else {
		p.Figure.Value = quantity.MustValue(value)
	}
	return p
}

func broken(p indicator.Point) indicator.Point {
	p.Break = lang.Name("Autre périmètre.")
	return p
}

func stated(name, period, state string) indicator.Point {
	p := point(name, "not-applicable", figure.Unknown)
	p.State = state
	if period != "" {
		p.Period = cal.MustPeriod(period)
	}
	return p
}

// odd are results that try a form.
func odd() []indicator.Result {
	return []indicator.Result{
		made("lines", indicator.Through, euro, indicator.Line{Key: "a", Label: lang.Name("A"), Points: []indicator.Point{
			point("2019", "1.5 M", figure.Sure), point("2020", "2 M to 3.25 M", figure.Disputed), point("2021", "not-published", figure.Unknown),
			point("2022-06", "about 4 M", figure.Settled), broken(point("2023-01-31", "0.1 M", figure.Sure)), point("2024", "lost", figure.Unknown)}}),
		made("apart", indicator.Categories, euro, indicator.Line{Key: "t", Role: "target", Label: lang.Name("Promis"), Points: []indicator.Point{point("p", "at most 12 bn", figure.Sure)}},
			indicator.Line{Key: "m", Label: lang.Name("Mesuré"), Points: []indicator.Point{point("m", "1 bn to 2.5 bn", figure.Disputed)}}),
		made("pile", indicator.Categories, share, indicator.Line{Key: "a", Label: lang.Name("A"), Points: []indicator.Point{point("x", "12.5", figure.Sure), point("y", "secret", figure.Unknown)}},
			indicator.Line{Key: "b", Label: lang.Name("B"), Points: []indicator.Point{point("x", "at least 3", figure.Sure), point("y", "4 to 6", figure.Sure)}}),
		made("spans", indicator.Spans, share, indicator.Line{Key: "a", Points: []indicator.Point{
			stated("expired", "2020-01-01/2022-12-31", "expired"), stated("upcoming", "2027-01-01/2029-12-31", "upcoming"), stated("undated", "", "granted-undated")}}),
		made("promises", indicator.Deadlines, share, indicator.Line{Key: "a", Points: []indicator.Point{
			stated("kept", "2018-07/2022", "kept"), stated("late", "2018-07/2022", "kept-late"), stated("open", "2020/..", "unverifiable"), stated("missed", "2021-Q1/2021-Q2", "missed")}}),
		made("nothing-through", indicator.Through, euro), made("nothing-in-rows", indicator.Categories, euro),
		made("nothing-in-spans", indicator.Spans, euro), made("nothing-promised", indicator.Deadlines, euro),
		drawn("stacked-columns", indicator.Through, share, indicator.Line{Key: "a", Label: lang.Name("A"), Points: []indicator.Point{point("2020", "1", figure.Sure), point("2021", "expected", figure.Unknown)}}),
	}
}

func TestEveryFormDrawsWhatMayCome(t *testing.T) {
	if testing.Short() {
		t.Skip("draws all forms")
	}
	turns := pens(t)
	for i, r := range odd() {
		t.Run(r.ID, func(t *testing.T) {
			f, err := chart.Draw(t.Context(), turns[i%2], r, setting, lang.FR)
			if err != nil {
				t.Fatal(err)
			}
			if len(f.Wide)+len(f.Narrow) == 0 {
				t.Error("nothing is drawn")
			}
		})
	}
}

func TestUnknownAndDisputedHaveMarksOfTheirOwn(t *testing.T) {
	for _, tc := range []struct{ name, mark string }{
		{"lines", `"renderItem":"range"`}, {"lines", `"renderItem":"gap"`}, {"lines", `"name":"rupture"`},
		{"apart", `"renderItem":"span"`}, {"apart", `"borderType":"dashed"`},
		{"pile", `"renderItem":"missingRow"`}, {"pile", `"renderItem":"span"`},
		{"spans", `"renderItem":"missingRow"`}, {"spans", "\"name\":\"23\u00a0novembre 2026\""},
		{"promises", `sans échéance`},
		{"stacked-columns", `"renderItem":"missing"`},
	} {
		t.Run(tc.name+" "+tc.mark, func(t *testing.T) {
			for _, r := range odd() {
				if r.ID != tc.name {
					continue
				}
				f, err := chart.Draw(t.Context(), &page{}, r, setting, lang.FR)
				if err != nil {
					t.Fatal(err)
				}
				if !bytes.Contains(f.Options, []byte(tc.mark)) {
					t.Errorf("no %s in\n%s", tc.mark, f.Options)
				}
			}
		})
	}
}

func TestTwoDrawingsOfOneChartShareNoName(t *testing.T) {
	seen := map[string]bool{}
	p := &page{}
	for _, r := range odd() {
		if _, err := chart.Draw(t.Context(), p, r, setting, lang.FR); err != nil {
			t.Fatal(err)
		}
	}
	for _, j := range p.jobs {
		if seen[j.Prefix] || j.Title == "" || j.Desc == "" || j.Lang != lang.FR {
			t.Errorf("%+v", j)
		}
		seen[j.Prefix] = true
	}
}

func TestASpreadsheetTakesNoWordForAFormula(t *testing.T) {
	r := made("lines", indicator.Categories, euro, indicator.Line{Key: "a", Label: lang.Name("=cmd|' /C calc'!A0"), Points: []indicator.Point{
		point("+33", "-5", figure.Sure), point("@x", "1", figure.Sure)}})
	f, err := chart.Draw(t.Context(), &page{}, r, setting, lang.FR)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(f.CSV)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		for _, cell := range row {
			if strings.ContainsRune("=+@", rune((cell + " ")[0])) {
				t.Errorf("%q would be a formula", cell)
			}
		}
	}
	if rows[1][7] != "-5" {
		t.Errorf("a negative number became %q", rows[1][7])
	}
}

func TestTheSameResultGivesTheSameBytes(t *testing.T) {
	for _, r := range odd() {
		a, err := chart.Draw(t.Context(), &page{}, r, setting, lang.EN)
		if err != nil {
			t.Fatal(err)
		}
		b, err := chart.Draw(t.Context(), &page{}, r, setting, lang.EN)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a.Options, b.Options) || !bytes.Equal(a.Small, b.Small) || !bytes.Equal(a.CSV, b.CSV) || !bytes.Equal(a.JSON, b.JSON) {
			t.Errorf("%s is not reproducible", r.ID)
		}
	}
}
