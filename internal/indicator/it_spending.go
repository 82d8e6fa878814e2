package indicator

import "vigie/internal/dataset"

var itSpending = Indicator{
	ID:       "it-spending",
	Title:    say("Dépense informatique annuelle de l’État, selon les sources", "Yearly IT spending of the State, by source"),
	Question: say("Combien l’État dépense-t-il chaque année pour son informatique ?", "How much does the State spend on IT each year?"),
	Method: say("Ordres de grandeur cités par les sources, côte à côte et jamais moyennés. Chacune compte autrement (achats, crédits, opérateurs compris ou non) : "+
		"deux années ne se comparent pas, et la ligne ne dit ni hausse ni baisse.",
		"Orders of magnitude quoted by sources, side by side and never averaged. Each counts in its own way (purchases, budgets, with or without operators): "+
			"two years cannot be compared, and the line tells neither a rise nor a fall."),
	Shape: Through,
	Compute: func(ds *dataset.Dataset) Answer {
		return follow(ds, "it-spending", "eur", told{"state-it-spending-per-year", "state", say("Dépense informatique de l’État", "IT spending of the State"), "series1"})
	},
}
