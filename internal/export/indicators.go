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
	return fill(Table{ID: "indicateurs", Slug: lang.Text{FR: "indicateurs", EN: "indicators"},
		Title: lang.Text{FR: "Indicateurs", EN: "Indicators"},
		About: lang.Text{FR: "Une ligne par point de chaque graphique du site.", EN: "One row per point of each chart of the site."}},
		m.points(),
		key(text("indicateur", doc{"Indicateur", "Indicator", "Identifiant de l’indicateur.", "Identifier of the indicator."}, func(p row) string { return p.result.ID })),
		both("titre", doc{"Titre", "Title", "Nom de l’indicateur.", "Name of the indicator."}, func(p row) lang.Text { return p.result.Title }),
		key(text("ligne", doc{"Ligne", "Line", "Identifiant de la ligne : un périmètre, une manière de compter.", "Identifier of the line: one perimeter, one way to count."}, func(p row) string { return p.line.Key })),
		both("ligne_nom", doc{"Nom de la ligne", "Name of the line", "La ligne en toutes lettres.", "The line in words."}, func(p row) lang.Text { return p.line.Label }),
		key(text("point", doc{"Point", "Point", "Identifiant du point dans la ligne.", "Identifier of the point in the line."}, func(p row) string { return p.point.Key })),
		both("point_nom", doc{"Nom du point", "Name of the point", "Le point en toutes lettres ; vide pour une période.", "The point in words; empty for a period."}, func(p row) lang.Text { return p.point.Label }),
		period("periode", doc{"Période", "Period", "Date ou durée du point.", "Date or span of the point."}, func(p row) cal.Period { return p.point.Period }),
		unit(func(p row) quantity.Unit { return p.point.Figure.Unit }),
		refer("perimetre", "perimetres", doc{"Périmètre", "Perimeter", "Identifiant de qui est compté, quand les données le disent ; deux périmètres ne se comparent pas.", "Identifier of who is counted, when the data tells; two perimeters do not compare."}, func(p row) string { return p.point.Figure.Perimeter }),
		basis(m, func(p row) quantity.Basis { return p.point.Figure.Basis }),
		absence(m, doc{"Statut de la valeur", "State of the value", "Ce que vaut le point.", "How far the point can be relied on."}, func(p row) (figure.State, record.Reason) { return p.point.Figure.State, p.point.Figure.Reason }),
		value(m, "valeur", "montant_eur", doc{"Valeur", "Value", "Nombre du point ; un intervalle quand les sources divergent.", "Number of the point; a range where sources differ."}, func(p row) amount { return amountOf(p.point.Figure) }),
		code(m, "nature", "nature", []figure.Nature{figure.Told, figure.Computed, figure.Counted}, doc{"Nature", "Nature", "Dit par des sources, calculé par nous, ou compté dans les fiches.", "Told by sources, computed by us, or counted in the records."}, func(p row) figure.Nature { return p.point.Figure.Nature }),
		text("etat", doc{"État", "State", "État calculé au jour de référence, pour les échéances.", "State computed on the day of reference, for deadlines."}, func(p row) string { return p.point.State }),
		both("rupture", doc{"Rupture", "Break", "Pourquoi ce point ne se relie pas au précédent.", "Why this point must not be joined to the one before it."}, func(p row) lang.Text { return p.point.Break }),
		list("fiches", doc{"Fiches comptées", "Records counted", "Fiches que le nombre compte (« migrations/… », « offers/… »).", "Records that the number counts (“migrations/…”, “offers/…”)."}, func(p row) []string { return refs(p.point.Figure.Rests.Records) }),
		claims(func(p row) []*dataset.Claim { return m.Data.ClaimsOf(p.point.Figure.Rests.Claims) }),
		note(func(p row) lang.Text { return p.point.Figure.Note }),
		reading(m, func(p row) figure.Figure { return p.point.Figure }),
		text("chiffre", doc{"Chiffre", "Figure", "Identifiant du chiffre, qui est celui de sa preuve.", "Identifier of the figure, which is that of its proof."}, func(p row) string { return p.point.Figure.ID }),
		proof(func(p row) string { return m.Places.Figure(p.point.Figure) }))
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
