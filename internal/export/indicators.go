package export

import (
	"slices"
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// plotted is one point of one line of one indicator.
type plotted struct {
	result indicator.Result
	line   indicator.Line
	point  indicator.Point
}

func (m maker) indicators() Table {
	type row = plotted
	return fill(m, "indicateurs", m.points(),
		key(text("indicateur", func(p row) string { return p.result.ID })),
		both("titre", func(p row) lang.Text { return p.result.Title }),
		key(text("ligne", func(p row) string { return p.line.Key })),
		both("ligne_nom", func(p row) lang.Text { return p.line.Label }),
		key(text("point", func(p row) string { return p.point.Key })),
		both("point_nom", func(p row) lang.Text { return p.point.Label }),
		period("periode", func(p row) cal.Period { return p.point.Period }),
		unit(func(p row) quantity.Unit { return p.point.Figure.Unit }),
		refer("perimetre", "perimetres", func(p row) string { return p.point.Figure.Perimeter }),
		basis(m, func(p row) quantity.Basis { return p.point.Figure.Basis }),
		absence(m, func(p row) (figure.State, record.Reason) { return p.point.Figure.State, p.point.Figure.Reason }),
		value(m, "valeur", "montant_eur", func(p row) amount { return amountOf(p.point.Figure) }),
		code(m, "nature", "nature", []figure.Nature{figure.Stated, figure.Computed, figure.Counted},
			func(p row) figure.Nature {
				return p.point.Figure.Nature
			}),
		text("etat", func(p row) string { return p.point.State }),
		both("rupture", func(p row) lang.Text { return p.point.Break }),
		list("fiches", func(p row) []string { return refs(p.point.Figure.Rests.Records) }),
		claims(func(p row) []*dataset.Claim { return m.Data.ClaimsOf(p.point.Figure.Rests.Claims) }),
		note(func(p row) lang.Text { return p.point.Figure.Note }),
		reading(m, func(p row) figure.Figure { return p.point.Figure }),
		text("chiffre", func(p row) string { return p.point.Figure.ID }),
		proof(func(p row) string { return m.Places.Figure(p.point.Figure) }))
}

// Points is the table of one indicator alone, with the columns of that of all.
func Points(from From, r indicator.Result) Table {
	from.Indicators = []indicator.Result{r}
	t := maker{from}.indicators()
	t.ID, t.Title, t.About, t.Slug = r.ID, r.Title, r.Question, lang.Text{}
	return t
}

func (m maker) points() []plotted {
	var out []plotted
	for _, r := range m.Indicators {
		for _, l := range r.Lines {
			for _, p := range l.Points {
				out = append(out, plotted{r, l, p})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b plotted) int { return strings.Compare(a.result.ID, b.result.ID) })
	return out
}

func refs(list []record.Ref) []string {
	var out []string
	for _, r := range list {
		out = append(out, r.String())
	}
	return out
}
