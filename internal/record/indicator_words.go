package record

import "vigie/internal/value/lang"

// UsualWords are the sentences and labels of a way that judges, worded for any site; the file
// of its indicator may word each otherwise. None for ways that judge nothing.
func UsualWords(c Computing) []IndicatorWord {
	return map[Computing][]IndicatorWord{
		"tier-adoption": {
			{"undocumented", lang.Text{FR: "Tous les autres, dont rien n’est documenté ici",
				EN: "All others, with nothing documented here"}},
			{"since", lang.Text{FR: "Un service compté une année a pu changer de niveau depuis.",
				EN: "A service counted in one year may have changed its tier since."}},
		},
		"bodies-with-migration": {
			{"elsewhere", lang.Text{FR: "Des services documentés, tous hors des niveaux",
				EN: "Documented services, all outside the tiers"}},
		},
		"own-publications": {
			{"own-cases", lang.Text{FR: "services qu’il documente lui-même", EN: "services that it documents itself"}},
		},
		"findings": {
			{"older-document", lang.Text{FR: "La source le dit qualifié ; elle est plus ancienne que la première édition lue " +
				"de la liste, ou sans date, et ne peut pas en être rapprochée.",
				EN: "The source says that it is qualified; it is older than the first edition of the list that was " +
					"read, or undated, and cannot be set against it."}},
			{"on-qualified", lang.Text{FR: "Il est posé sur une offre qualifiée, mais n’est pas qualifié lui-même : " +
				"serait-ce assez ?",
				EN: "It stands on a qualified offer, but is not itself qualified: would that be enough?"}},
			{"in-progress", lang.Text{FR: "La qualification du fournisseur était en cours à la date du document, et rien de " +
				"lu ne montre que cette offre l’a obtenue.",
				EN: "The qualification of the provider was in progress on the date of the document, and nothing " +
					"read shows that this offer obtained it."}},
			{"not-qualified", lang.Text{FR: "Il n’est pas qualifié, d’après la source ou d’après la liste {list}.",
				EN: "It is not qualified, according to the source or to the {list} list."}},
			{"part-qualified", lang.Text{FR: "Une partie est qualifiée et l’autre non ; rien ne dit laquelle compte ici.",
				EN: "Part of it is qualified and part is not; nothing says which part counts here."}},
			{"claimed-held", lang.Text{FR: "La source le dit qualifié, et l’offre l’est à la date de référence.",
				EN: "The source says that it is qualified, and the offer is on the day of reference."}},
			{"claimed-by-holder", lang.Text{FR: "La source le dit qualifié, et ce fournisseur a une offre qualifiée à la " +
				"date de référence ; l’offre employée n’est pas nommée.",
				EN: "The source says that it is qualified, and this provider has a qualified offer on the day of " +
					"reference; the offer used is not named."}},
			{"claimed-lapsed", lang.Text{FR: "La source le dit qualifié ; le terme de la dernière qualification lue est " +
				"passé, et son renouvellement n’a pas été lu.",
				EN: "The source says that it is qualified; the term of the last qualification read has passed, and " +
					"its renewal was not read."}},
			{"claimed-held-nearby", lang.Text{FR: "La source le dit qualifié ; ce fournisseur a une offre qualifiée, mais " +
				"rien de lu ne dit si elle couvre celle que la source nomme.",
				EN: "The source says that it is qualified; this provider has a qualified offer, but nothing read " +
					"tells whether it covers the one that the source names."}},
			{"claimed-no-provider", lang.Text{FR: "La source le dit qualifié sans nommer le fournisseur.",
				EN: "The source says that it is qualified without naming the provider."}},
			{"claimed-none-held", lang.Text{FR: "La source le dit qualifié ; aucune qualification en vigueur de ce " +
				"fournisseur n’a été lue.",
				EN: "The source says that it is qualified; no qualification of this provider in force was read."}},
			{"in-house-unconcerned",
				lang.Text{FR: "Le service est à l’organisme lui-même, que la qualification ne concerne pas.",
					EN: "The service is run by the body itself, which the qualification does not concern."}},
			{"unconcerned", lang.Text{FR: "La qualification ne concerne pas ce service.",
				EN: "The qualification does not apply to this service."}},
			{"held-nearby", lang.Text{FR: "Ce fournisseur a une offre qualifiée, mais rien de lu ne dit si elle couvre " +
				"l’offre que la source nomme.",
				EN: "This provider has a qualified offer, but nothing read tells whether it covers the offer that " +
					"the source names."}},
			{"several-tiers", lang.Text{FR: "Le service est réparti entre plusieurs niveaux, et rien de lu ne dit quelle " +
				"part est dans lequel.",
				EN: "The service is spread over several tiers, and nothing that was read tells which part stands " +
					"in which."}},
			{"tier-unknown", lang.Text{FR: "Rien de ce que nous avons lu ne dit dans quel niveau est le service.",
				EN: "Nothing we have read says in which tier the service is."}},
			{"outside-while-asked", lang.Text{FR: "Le service est hors des niveaux, que les règles demandaient pour les " +
				"nouveaux projets et les fortes évolutions ; rien de lu ne dit si ce service en est un.",
				EN: "The service stands outside the tiers, which the rules asked for where projects are new or " +
					"change much; nothing that was read says whether this service is one."}},
			{"outside", lang.Text{FR: "Le service est hors des niveaux que les règles distinguaient ; rien de lu ne dit ce " +
				"qu’elles demandaient d’un tel service.",
				EN: "The service stands outside the tiers that the rules set apart; nothing that was read says " +
					"what they asked of such a service."}},
			{"in-house-allowed", lang.Text{FR: "Le service est à l’organisme lui-même, ce que les règles de ce jour " +
				"admettaient quelle que soit la sensibilité.",
				EN: "The service is run by the body itself, which the rules of that day allowed whatever the " +
					"sensitivity."}},
			{"other-tier", lang.Text{FR: "La règle de ce jour prévoyait un autre niveau pour cette sensibilité.",
				EN: "The rule of that day provided for another tier for this sensitivity."}},
			{"tier-allowed", lang.Text{FR: "Les règles de ce jour admettaient ce niveau pour cette sensibilité.",
				EN: "The rules of that day allowed this tier for this sensitivity."}},
			{"by-sensitivity", lang.Text{FR: "Les règles de ce jour choisissaient le niveau selon la sensibilité, qu’aucune " +
				"source lue ne dit.",
				EN: "The rules of that day chose the tier by the sensitivity, which no source that was read tells."}},
			{"sensitivity-unknown", lang.Text{FR: "Aucune source lue ne dit la sensibilité. Selon elle, les règles " +
				"demandaient une offre qualifiée {scheme}, ou ne l’imposaient pas.",
				EN: "No source that was read says the sensitivity. By it, the rules asked for a {scheme}-qualified " +
					"offer or required none."}},
			{"none-sensitive", lang.Text{FR: "Aucune source lue ne dit qu’un service en fonctionnement demande protection : " +
				"rien n’en est compté.",
				EN: "No source we have read says that a running service needs protection, so none is counted."}},
			{"lack-tier", lang.Text{FR: "Manque : le niveau",
				EN: "Missing: the tier"}},
			{"lack-sensitivity", lang.Text{FR: "Manque : la sensibilité",
				EN: "Missing: the sensitivity"}},
			{"lack-qualification", lang.Text{FR: "Manque : la qualification",
				EN: "Missing: the qualification"}},
		},
	}[c]
}
