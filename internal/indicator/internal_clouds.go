package indicator

import (
	"vigie/internal/dataset"
	"vigie/internal/record"
)

var internalCloudsCost = Indicator{
	ID:       "internal-clouds-cost",
	Title:    say("Coût rapporté des clouds internes Nubo et Pi", "Reported cost of the internal clouds Nubo and Pi"),
	Question: say("Combien les clouds internes de l’État ont-ils coûté ?", "How much have the internal clouds of the State cost?"),
	Method: say("Montants que la presse rapporte de la Cour des comptes, chacun avec ses années et son périmètre : ils ne s’additionnent pas, le second contient le premier. "+
		"Aucun montant n’est publié par les ministères eux-mêmes.",
		"Amounts that the press reports from the Court of Accounts, each with its years and its perimeter: they do not add up, one contains the other. "+
			"No amount is published by the ministries themselves."),
	Shape: Categories,
	Compute: func(ds *dataset.Dataset) Answer {
		return sideBySide(ds, "internal-clouds-cost", "eur", told{key: "cost", label: say("Coût rapporté", "Reported cost"), role: "tier-internal"},
			told{series: "nubo-cost", key: "nubo", label: say("Nubo", "Nubo")},
			told{series: "internal-clouds-cost", key: "nubo-and-pi", label: say("Nubo et Pi ensemble", "Nubo and Pi together")})
	},
}

var internalCloudsUse = Indicator{
	ID:       "internal-clouds-use",
	Title:    say("Qui utilise les clouds internes Nubo et Pi", "Who uses the internal clouds Nubo and Pi"),
	Question: say("Les clouds internes servent-ils aux autres ministères que ceux qui les ont créés ?", "Do the internal clouds serve other ministries than those that created them?"),
	Method: say("Parts de l’usage telles que la presse les rapporte, par deux sources différentes ; ce qui est mesuré (machines, dépenses, projets) n’est pas dit.",
		"Shares of use as the press reports them, from two different sources; what is measured (machines, spending, projects) is not told."),
	Shape: Categories,
	Compute: func(ds *dataset.Dataset) Answer {
		return sideBySide(ds, "internal-clouds-use", "percent", told{key: "use", label: say("Part de l’usage", "Share of use"), role: "tier-internal"},
			told{series: "internal-clouds-own-use", key: "own", label: say("Administrations qui les ont créés", "Administrations that created them")},
			told{series: "internal-clouds-interministerial-use", key: "others", label: say("Autres ministères", "Other ministries")})
	},
}

var internalCloudsMachines = Indicator{
	ID:       "internal-clouds-machines",
	Title:    say("Machines virtuelles sur les clouds internes Nubo et Pi", "Virtual machines on the internal clouds Nubo and Pi"),
	Question: say("Les clouds internes grandissent-ils ?", "Are the internal clouds growing?"),
	Method: say("Nombres publiés, à leur date. Une machine virtuelle ne dit ni sa taille ni son usage. Les deux générations de Pi sont suivies à part, et leur somme est notre calcul.",
		"Numbers as published, on their date. A virtual machine tells neither its size nor its use. The two generations of Pi are followed apart, and their sum is our calculation."),
	Shape: Through,
	Compute: func(ds *dataset.Dataset) Answer {
		a := follow(ds, "internal-clouds-machines", "virtual-machine",
			told{"nubo-virtual-machines", "nubo", say("Nubo", "Nubo"), "series1"},
			told{"pi-virtual-machines", "pi", say("Pi", "Pi"), "series2"},
			told{"pi-gen1-virtual-machines", "pi-gen1", say("Pi, première génération", "Pi, first generation"), "series3"},
			told{"pi-gen2-virtual-machines", "pi-gen2", say("Pi, seconde génération", "Pi, second generation"), "series4"})
		a.calculated(ds, Line{Key: "pi-computed", Label: say("Pi, deux générations, notre calcul", "Pi, both generations, our calculation"), Role: "series8"}, "pi-total-2023")
		return a
	},
}

// sideBySide shows the last point of each series as a category: amounts of
// different perimeters, set beside each other and never joined.
func sideBySide(ds *dataset.Dataset, indicator, unit string, as told, wanted ...told) Answer {
	var a Answer
	line := Line{Key: as.key, Label: as.label, Role: as.role}
	for _, w := range wanted {
		s := seriesInHand(ds, w.series)
		if s == nil || len(s.Points) == 0 {
			continue
		}
		p, ok := s.Latest(ds.AsOf)
		if !ok {
			p = s.Points[len(s.Points)-1]
		}
		a.Unit = s.Unit
		label := w.label
		if !p.Figure.Period.IsZero() {
			label = join(label, inWords(p.Figure.Period))
		}
		line.Points = append(line.Points, Point{Key: w.key, Label: label, Period: p.Figure.Period, Figure: p.Figure,
			Href: &record.Ref{Kind: record.SeriesKind, ID: s.ID}})
		a.qualify(ds, s, true)
	}
	if len(line.Points) == 0 {
		return absent(ds, indicator, unit, as)
	}
	a.Lines = []Line{line}
	a.Coverage = Coverage{Known: known(line.Points), Unknown: true, Of: say("grandeurs publiées sur ces clouds", "quantities published about these clouds")} // we chose them
	a.explain(ds)
	return a
}
