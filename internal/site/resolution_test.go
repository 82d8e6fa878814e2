package site_test

import (
	"context"
	"strings"
	"testing"

	"vigie/internal/chart"
	"vigie/internal/chart/draw"
	"vigie/internal/corpus"
	"vigie/internal/value/lang"
)

// blank draws nothing.
type blank struct{}

func (blank) SVG(context.Context, draw.Job) ([]byte, error) { return []byte("<svg></svg>"), nil }

// unsettle takes every resolution away.
func unsettle(c *corpus.Corpus) {
	for i := range c.Series {
		for j := range c.Series[i].Observations {
			c.Series[i].Observations[j].Resolution = nil
		}
	}
}

// shown is all that a reader gets of the orders of 2023.
type shown struct {
	figure, state string
	proof, page   string // of the figure and of the contradiction, as HTML
	table         string // line of the CSV of the series, for the claim of the DINUM
	chart         string // line of the CSV of the chart
	cell          string // of the table of the chart
}

func ordersOf2023(t *testing.T, edit func(*corpus.Corpus)) shown {
	t.Helper()
	s := changed(t, nil, edit)
	const id = "ugap-orders-per-year/2023"
	out := shown{figure: plainSpaces.Replace(s.Figures[id].Text(lang.FR)), state: string(s.Figures[id].State)}
	for p := range s.Pages() {
		if p.Lang != lang.FR {
			continue
		}
		switch p.Address {
		case "/preuves/" + id + "/":
			out.proof = plainSpaces.Replace(whole(t, s, p))
		case "/contradictions/orders-76m/":
			out.page = plainSpaces.Replace(whole(t, s, p))
		}
	}
	out.table = lineWith(extras(s)["donnees/series.csv"], id+",", ",ugap-orders-2023,")
	face, err := chart.Draw(t.Context(), blank{}, s.Indicator("ugap-orders"), chart.Setting{AsOf: asOf}, lang.FR)
	if err != nil {
		t.Fatal(err)
	}
	out.chart = lineWith(string(face.CSV), ","+id)
	for _, row := range face.Table.Rows {
		for _, cell := range row.Cells {
			if cell.Figure != nil && cell.Figure.ID == id {
				out.cell = plainSpaces.Replace(cell.Figure.Text(lang.FR))
			}
		}
	}
	return out
}

var plainSpaces = strings.NewReplacer("\u00a0", " ", "\u202f", " ")

func lineWith(table string, words ...string) string {
next:
	for _, l := range strings.Split(table, "\n") {
		for _, w := range words {
			if !strings.Contains(l, w) {
				continue next
			}
		}
		return l
	}
	return ""
}

func TestDeletingAResolutionTurnsTheFigureBackIntoARangeEverywhere(t *testing.T) {
	holds := func(where, text string, wanted ...string) {
		t.Helper()
		for _, w := range wanted {
			if !strings.Contains(text, w) {
				t.Errorf("%s lacks %q", where, w)
			}
		}
	}
	before := ordersOf2023(t, nil)
	if before.figure != "34,5 M€" || before.state != "settled" || before.cell != before.figure {
		t.Errorf("settled, it is %s, %s, and %s in the table of the chart", before.figure, before.state, before.cell)
	}
	// the mark of a settled figure leads to its proof, where the others are, and on
	holds("the proof", before.proof, "34,5 M€", "76 M€", "ugap-orders-76-lmi", "ugap-orders-76-bdt", `href="/contradictions/orders-76m/"`, `class="certainty settled"`)
	holds("the contradiction", before.page, "tranchée", "valeur publiée", "une règle déclarée choisit", "76 M€", "34,5 M€")
	holds("the table", before.table, ",settled,", ",34500000,34500000,")
	holds("the chart", before.chart, ",34500000,34500000,", ",tranche,")

	after := ordersOf2023(t, unsettle)
	if after.figure != "34,5 à 76 M€" || after.state != "disputed" || after.cell != after.figure {
		t.Errorf("without its resolution it is %s, %s, and %s in the table of the chart", after.figure, after.state, after.cell)
	}
	holds("the proof", after.proof, "34,5 à 76 M€", `class="certainty disputed"`)
	holds("the contradiction", after.page, "ouverte", "34,5 à 76 M€", "rien ne tranche")
	holds("the table", after.table, ",disputed,", ",34500000,76000000,")
	holds("the chart", after.chart, ",34500000,76000000,", ",dispute,")
	if strings.Contains(after.page, "valeur publiée") {
		t.Error("a claim is still shown as the published one")
	}
}

func TestADisagreementOnADayIsSettledUntilItsResolutionIsTakenAway(t *testing.T) {
	page := func(edit func(*corpus.Corpus)) string {
		s := changed(t, nil, edit)
		for p := range s.Pages() {
			if p.Address == "/contradictions/microsoft-hearing-date/" {
				return plainSpaces.Replace(whole(t, s, p))
			}
		}
		return ""
	}
	before := page(nil)
	after := page(func(c *corpus.Corpus) {
		for i := range c.Contradictions {
			c.Contradictions[i].Resolution = nil
		}
	})
	for _, words := range []string{"tranchée", "affirmation retenue", "la source la plus proche du fait"} {
		if !strings.Contains(before, words) || strings.Contains(after, words) {
			t.Errorf("%q stands before: %t, and after: %t", words, strings.Contains(before, words), strings.Contains(after, words))
		}
	}
}
