package export

import (
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

func (m maker) calculations() Table {
	type row = *dataset.Calculation
	return fill(Table{ID: "calculs", Slug: lang.Text{FR: "calculs", EN: "calculations"},
		Title: lang.Text{FR: "Calculs", EN: "Calculations"},
		About: lang.Text{FR: "Une ligne par calcul fait par nous sur des nombres affirmés ; ce ne sont pas des faits rapportés.",
			EN: "One row per calculation of ours on claimed numbers; they are not reported facts."}},
		m.Data.Every.Calculations,
		identifier(func(c row) string { return c.ID }),
		both("titre", doc{"Titre", "Title", "Ce que donne le calcul.", "What the calculation gives."}, func(c row) lang.Text { return c.Title }),
		text("formule", doc{"Formule", "Formula", "Opérations sur les noms de « entrees ».", "Arithmetic on the names of “entrees”."}, func(c row) string { return c.Formula }),
		both("en_mots", doc{"En mots", "In words", "La formule en mots.", "The formula in words."}, func(c row) lang.Text { return c.Words }),
		list("entrees", doc{"Entrées", "Inputs", "Nom de la formule, signe égal, identifiant de l’affirmation.", "Name in the formula, equals sign, identifier of the claim."}, func(c row) []string {
			var out []string
			for _, in := range c.Inputs {
				out = append(out, strings.Join([]string{in.Name, in.Claim}, "="))
			}
			return out
		}),
		period("periode", doc{"Période", "Period", "Date ou durée sur laquelle porte le résultat.", "Date or span that the result is about."}, func(c row) cal.Period { return c.Figure.Period }),
		unit(func(c row) quantity.Unit { return c.Figure.Unit }),
		absence(m, doc{"Statut de la valeur", "State of the value", "Si le calcul donne un résultat.", "Whether the calculation gives a result."}, func(c row) (figure.State, record.Reason) { return c.Figure.State, c.Figure.Reason }),
		value(m, "valeur", "montant_eur", doc{"Résultat", "Result", "Résultat arrondi.", "Rounded result."}, func(c row) amount { return amountOf(c.Figure) }),
		both("avertissement", doc{"Avertissement", "Warning", "Ce pour quoi le résultat ne doit pas être pris.", "What the result must not be taken for."}, func(c row) lang.Text { return c.Warning }),
		both("melange", doc{"Mélange", "Mix", "Pourquoi deux périmètres ou manières de compter sont rapprochés, quand ils le sont.", "Why two perimeters or ways to count are put together, when they are."}, func(c row) lang.Text { return c.Mixes }),
		claims(func(c row) []*dataset.Claim { return m.Data.ClaimsOf(c.Figure.Rests.Claims) }),
		withdrawal("calculs", func(c row) record.Head { return c.Head }),
		reading(m, func(c row) figure.Figure { return c.Figure }),
		proof(func(c row) string { return m.Places.Figure(c.Figure) }))
}
