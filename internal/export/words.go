package export

import (
	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

func (m maker) measures() Table {
	type row = *dataset.Measure
	return fill(Table{ID: "mesures", Slug: lang.Text{FR: "mesures", EN: "measures"},
		Title: lang.Text{FR: "Mesures", EN: "Measures"},
		About: lang.Text{FR: "Une ligne par grandeur mesurée, quelle que soit la manière de compter.", EN: "One row per thing measured, whoever and however it is counted."}},
		m.Data.Every.Measures,
		identifier(func(x row) string { return x.ID }),
		both("titre", doc{"Titre", "Title", "Nom de la mesure.", "Name of the measure."}, func(x row) lang.Text { return x.Title }),
		both("definition", doc{"Définition", "Definition", "Ce qu’elle mesure.", "What it measures."}, func(x row) lang.Text { return x.Definition }),
		list("demandee_a", doc{"Demandée à", "Asked of", "Types d’organismes auxquels on la demande.", "Kinds of bodies of which it is asked."}, func(x row) []string { return strs(x.AskedOf) }),
		withdrawal("mesures", func(x row) record.Head { return x.Head }),
		page(func(x row) string { return m.pageOf(record.Measures, x.ID) }))
}

func (m maker) perimeters() Table {
	type row = *dataset.Perimeter
	return fill(Table{ID: "perimetres", Slug: lang.Text{FR: "perimetres", EN: "perimeters"},
		Title: lang.Text{FR: "Périmètres", EN: "Perimeters"},
		About: lang.Text{FR: "Une ligne par périmètre : qui est compté, par quel canal, depuis quand.", EN: "One row per perimeter: who is counted, through which channel, since when."}},
		m.Data.Every.Perimeters,
		identifier(func(x row) string { return x.ID }),
		both("titre", doc{"Titre", "Title", "Nom du périmètre.", "Name of the perimeter."}, func(x row) lang.Text { return x.Title }),
		both("compte", doc{"Compte", "Counts", "Qui et quoi est compté.", "Who and what is counted."}, func(x row) lang.Text { return x.Counts }),
		both("laisse_de_cote", doc{"Laisse de côté", "Leaves out", "Ce que l’on sait ne pas être compté.", "What is known not to be counted."}, func(x row) lang.Text { return x.LeavesOut }),
		period("periode", doc{"Période", "Period", "Depuis quand, et jusqu’à quand, l’on compte ainsi.", "Since when, and until when, it has been counted so."}, func(x row) cal.Period { return orNone(x.Period) }),
		refer("suit", "perimetres", doc{"Suit", "Follows", "Identifiant du périmètre qu’il a remplacé.", "Identifier of the perimeter that it replaced."}, func(x row) string { return x.Perimeter.Follows }),
		claims(func(x row) []*dataset.Claim { return x.Claims }),
		withdrawal("perimetres", func(x row) record.Head { return x.Head }),
		page(func(x row) string { return m.pageOf(record.Perimeters, x.ID) }))
}

// meaning is what one tier is in one period.
type meaning struct {
	*dataset.Tier
	rank   int
	of     record.Meaning
	claims []*dataset.Claim
}

func (m maker) tiers() Table {
	type row = meaning
	var rows []meaning
	for _, t := range m.Data.Every.Tiers {
		for i, of := range t.Meanings {
			rows = append(rows, meaning{t, i + 1, of, t.MeaningClaims[i]})
		}
	}
	return fill(Table{ID: "niveaux", Slug: lang.Text{FR: "niveaux", EN: "tiers"},
		Title: lang.Text{FR: "Niveaux de cloud", EN: "Tiers"},
		About: lang.Text{FR: "Une ligne par sens donné à un niveau, selon l’époque.", EN: "One row per meaning of a tier, by period."}},
		rows,
		identifier(func(x row) string { return x.ID }),
		key(whole("rang", doc{"Rang", "Rank", "Rang du sens dans le temps, à partir de 1.", "Rank of the meaning in time, from 1."}, func(x row) (int, bool) { return x.rank, true })),
		both("nom", doc{"Nom", "Name", "Nom du niveau.", "Name of the tier."}, func(x row) lang.Text { return x.Name }),
		period("periode", doc{"Période", "Period", "Quand le niveau a ce sens.", "When the tier has this meaning."}, func(x row) cal.Period { return x.of.Period }),
		both("appele", doc{"Appelé", "Called", "Comment les textes de l’époque l’appellent.", "What the texts of the period call it."}, func(x row) lang.Text { return x.of.Name }),
		both("pour", doc{"Pour", "For", "À quelles données ou applications il est destiné.", "What data or applications it is for."}, func(x row) lang.Text { return x.of.For }),
		claims(func(x row) []*dataset.Claim { return x.claims }),
		note(func(x row) lang.Text { return x.Note }),
		withdrawal("", func(x row) record.Head { return x.Head }),
		page(func(x row) string { return m.pageOf(record.Tiers, x.ID) }))
}
