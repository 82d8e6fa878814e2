package indicator

import "vigie/internal/dataset"

var ugapOrders = Indicator{
	ID:       "ugap-orders",
	Title:    say("Commandes de cloud par le marché « Nuage public » de l’UGAP", "Cloud orders through the UGAP “Nuage public” contract"),
	Question: say("Combien les administrations commandent-elles de cloud externe chaque année ?", "How much external cloud do public bodies order each year?"),
	Method: say("Montants commandés dans l’année, tels que les sources les donnent : une fourchette quand elles divergent, « inconnu » quand rien n’est publié. "+
		"Ce marché n’est qu’un des canaux d’achat : il ne dit pas la dépense totale de cloud de l’État. Commandé n’est ni facturé ni payé. "+
		"Nos propres calculs sont une ligne à part.",
		"Amounts ordered in the year, as sources give them: a range where they disagree, “unknown” where nothing is published. "+
			"This contract is only one of the ways to buy: it does not tell the total cloud spending of the State. Ordered is neither invoiced nor paid. "+
			"Our own calculations are a line of their own."),
	Shape: Through,
	Compute: func(ds *dataset.Dataset) Answer {
		a := follow(ds, "ugap-orders", "eur",
			told{"ugap-orders-per-year", "all", say("Tous acheteurs publics", "All public buyers"), "series1"},
			told{"ugap-orders-per-year-state", "state", say("État et ses opérateurs", "State and its operators"), "series2"})
		a.calculated(ds, Line{Key: "computed", Label: say("Tous acheteurs, notre calcul", "All buyers, our calculation"), Role: "series8"}, "2022-orders")
		return a
	},
}

var ugapShares = Indicator{
	ID:       "ugap-shares",
	Title:    say("Part des fournisseurs européens, français et des offres SecNumCloud dans les commandes de l’UGAP", "Share of European suppliers, French suppliers and SecNumCloud offers in UGAP orders"),
	Question: say("Quelle part des commandes va à des fournisseurs européens ou à des offres qualifiées ?", "What share of the orders goes to European suppliers or to qualified offers?"),
	Method: say("Pourcentages tels que les sources les donnent. Chaque ligne a son propre périmètre et son propre total : deux lignes ne se soustraient ni ne se comparent point par point. "+
		"« Européen » et « français » sont les mots des sources, qui ne disent pas comment elles classent un fournisseur.",
		"Percentages as sources give them. Each line has its own perimeter and its own total: two lines cannot be subtracted or compared point by point. "+
			"“European” and “French” are the words of the sources, which do not say how they class a supplier."),
	Shape: Through,
	Compute: func(ds *dataset.Dataset) Answer {
		return follow(ds, "ugap-shares", "percent",
			told{"ugap-european-share", "european", say("Fournisseurs européens, tous acheteurs", "European suppliers, all buyers"), "series1"},
			told{"ugap-european-share-state", "european-state", say("Fournisseurs européens, périmètre de l’État", "European suppliers, State perimeter"), "series2"},
			told{"ugap-french-share", "french", say("Fournisseurs français, selon l’UGAP", "French suppliers, according to the UGAP"), "series3"},
			told{"ugap-secnumcloud-share", "secnumcloud", say("Offres SecNumCloud, selon l’UGAP", "SecNumCloud offers, according to the UGAP"), "series4"})
	},
}
