package chart_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"vigie/internal/chart"
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/value/quantity"
)

// exact rebuilds the machine form of a figure from the two ends that a download
// gives; a bound gives one of them.
func exact(low, high string) string {
	switch {
	case low == "" || low == high:
		return high
	case high == "":
		return low
	}
	return low + "/" + high
}

func TestTheCSVHoldsEveryFigureOfTheIndicator(t *testing.T) {
	each(t, func(t *testing.T, r indicator.Result, f chart.Face) {
		if bytes.Count(f.CSV, []byte("\n")) != bytes.Count(f.CSV, []byte("\r\n")) {
			t.Error("lines do not all end with CRLF")
		}
		rows, err := csv.NewReader(bytes.NewReader(f.CSV)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		head := chart.Columns()
		if !slices.Equal(rows[0], head) {
			t.Errorf("head %v", rows[0])
		}
		at := func(row []string, name string) string { return row[slices.Index(head, name)] }
		want := pointsOf(r)
		if len(rows)-1 != len(want) {
			t.Errorf("%d rows, want %d", len(rows)-1, len(want))
		}
		for _, row := range rows[1:] {
			p, ok := want[at(row, "ligne")+"/"+at(row, "point")]
			if !ok {
				t.Errorf("no point %q", row)
				continue
			}
			same(t, p, exact(at(row, "valeur_min"), at(row, "valeur_max")), at(row, "statut_valeur"), at(row, "preuve"), at(row, "affirmations"))
		}
	})
}

func TestTheJSONHoldsEveryFigureOfTheIndicator(t *testing.T) {
	each(t, func(t *testing.T, r indicator.Result, f chart.Face) {
		var d struct {
			Titre, Question, Methode, Au, Licence string
			Phrases                               []string
			Points                                []struct {
				Ligne, Point, Statut_valeur, Preuve, Affirmations string
				Valeur_min, Valeur_max                            json.Number
			}
		}
		decoder := json.NewDecoder(bytes.NewReader(f.JSON))
		decoder.UseNumber()
		if err := decoder.Decode(&d); err != nil {
			t.Fatal(err)
		}
		if d.Titre != f.Title || d.Question != f.Question || d.Methode != f.Method || d.Au != "2026-11-23" || d.Licence != "etalab-2.0" || len(d.Phrases) != len(f.Sentences) {
			t.Errorf("other than on the page: %+v", d)
		}
		want := pointsOf(r)
		if len(d.Points) != len(want) {
			t.Errorf("%d points, want %d", len(d.Points), len(want))
		}
		for _, p := range d.Points {
			same(t, want[p.Ligne+"/"+p.Point], exact(p.Valeur_min.String(), p.Valeur_max.String()), p.Statut_valeur, p.Preuve, p.Affirmations)
		}
	})
}

func same(t *testing.T, p indicator.Point, value, status, proof, claims string) {
	t.Helper()
	f := p.Figure
	if value != f.Exact() || (status == "inconnu") == f.Known() || proof != f.ID || claims != strings.Join(f.Rests.Claims, " ") {
		t.Errorf("%s: %q %s %s, want %q %s", p.Key, value, status, proof, f.Exact(), f.State)
	}
}

func TestTheTableShowsEveryFigureOfTheIndicator(t *testing.T) {
	each(t, func(t *testing.T, r indicator.Result, f chart.Face) {
		var got, want []string
		for _, row := range f.Table.Rows {
			if len(row.Cells) != len(f.Table.Head) || row.Head == "" {
				t.Errorf("row %q has %d cells for %d columns", row.Head, len(row.Cells), len(f.Table.Head))
			}
			for i, c := range row.Cells {
				switch {
				case c.Figure != nil:
					got = append(got, c.Figure.ID+"="+c.Figure.Exact())
				case c.Text == "":
					t.Errorf("empty cell under %q, row %q", f.Table.Head[i], row.Head)
				}
			}
		}
		for _, p := range pointsOf(r) {
			dated := r.Shape == indicator.Spans || r.Shape == indicator.Deadlines
			if p.Figure.Known() || !dated || p.Figure.Reason != record.NotApplicable {
				want = append(want, p.Figure.ID+"="+p.Figure.Exact())
			}
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("table shows\n%v\nwant\n%v", got, want)
		}
		if f.Table.Caption == "" || f.Table.Corner == "" {
			t.Error("no caption, or nothing in the corner")
		}
	})
}

func TestSentencesQuoteFiguresOfTheIndicatorAndNoOther(t *testing.T) {
	each(t, func(t *testing.T, r indicator.Result, f chart.Face) {
		own := map[string]figure.Figure{}
		for _, p := range pointsOf(r) {
			own[p.Figure.ID] = p.Figure
		}
		if len(f.Sentences) == 0 || len(f.Coverage.Parts) == 0 {
			t.Fatal("nothing is said")
		}
		for _, s := range f.Sentences {
			text := s.Plain()
			if !strings.HasSuffix(text, ".") || strings.Contains(text, "{") || strings.Contains(text, "  ") {
				t.Errorf("badly made: %q", text)
			}
			for _, part := range s.Parts {
				if part.Figure == nil {
					continue
				}
				if known, ok := own[part.Figure.ID]; !ok || known.Exact() != part.Figure.Exact() || !known.Known() {
					t.Errorf("%q quotes %s, which is no known figure of the indicator", text, part.Figure.ID)
				}
			}
		}
	})
}

// scaled divides as an axis in millions does, on the digits alone.
func scaled(d quantity.Decimal, power int) string {
	s := d.Trim(0).String()
	if power == 0 {
		return s
	}
	whole, fraction, _ := strings.Cut(s, ".")
	for len(whole) <= power {
		whole = "0" + whole
	}
	out := strings.TrimRight(whole[:len(whole)-power]+"."+whole[len(whole)-power:]+fraction, "0")
	return strings.TrimSuffix(out, ".")
}
