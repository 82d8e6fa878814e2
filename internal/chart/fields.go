package chart

import "vigie/internal/value/lang"

// Column is a column of the CSV of every chart, and a key of its JSON points.
type Column struct {
	Name    string
	Meaning lang.Text
}

// Columns lists the columns in their order, for those who read the files.
func Columns() []Column {
	return []Column{
		{"indicateur", lang.Text{FR: "identifiant de l'indicateur", EN: "identifier of the indicator"}},
		{"ligne",
			lang.Text{FR: "identifiant de la ligne : les points d'une même ligne se comparent",
				EN: "identifier of the line: points of one line may be compared"}},
		{"ligne_libelle", lang.Text{FR: "nom de la ligne", EN: "name of the line"}},
		{"point", lang.Text{FR: "identifiant du point dans sa ligne", EN: "identifier of the point within its line"}},
		{"point_libelle",
			lang.Text{FR: "période, catégorie ou objet du point", EN: "period, category or object of the point"}},
		{"debut",
			lang.Text{FR: "premier jour de la période ; vide quand elle est ouverte ou sans objet",
				EN: "first day of the period; empty when it is open or does not apply"}},
		{"fin",
			lang.Text{FR: "dernier jour de la période ; vide quand elle est ouverte ou sans objet",
				EN: "last day of the period; empty when it is open or does not apply"}},
		{"valeur_min",
			lang.Text{FR: "valeur, ou bas de la fourchette ; vide quand elle est inconnue ou sans borne basse",
				EN: "value, or low end of the range; empty when unknown or without a lower bound"}},
		{"valeur_max",
			lang.Text{FR: "valeur, ou haut de la fourchette ; vide quand elle est inconnue ou sans borne haute",
				EN: "value, or high end of the range; empty when unknown or without an upper bound"}},
		{"sens",
			lang.Text{FR: "comment la source donne le nombre : exact, environ, plus_de, au_moins, au_plus",
				EN: "how the source gives the number: exact, environ (about), plus_de (over), " +
					"au_moins (at least), au_plus (at most)"}},
		{"unite", lang.Text{FR: "identifiant de l'unité", EN: "identifier of the unit"}},
		{"perimetre",
			lang.Text{FR: "identifiant de qui est compté, quand les données le disent",
				EN: "identifier of who is counted, when the data tells"}},
		{"base", lang.Text{FR: "base comptable : étape, taxe, cumul", EN: "accounting basis: stage, tax, accumulation"}},
		{"statut_valeur",
			lang.Text{FR: "sur, dispute (les sources divergent), tranche (une règle déclarée choisit), inconnu",
				EN: "sur (sure), dispute (sources disagree), tranche (a declared rule chooses), inconnu (unknown)"}},
		{"motif_absence", lang.Text{FR: "pourquoi la valeur est inconnue", EN: "why the value is unknown"}},
		{"nature",
			lang.Text{FR: "rapporte (une source le dit), calcule (notre calcul), compte (nombre de fiches)",
				EN: "rapporte (a source says it), calcule (our calculation), compte (number of records)"}},
		{"etat",
			lang.Text{FR: "état calculé de l'objet à la date de référence",
				EN: "computed state of the object on the day of reference"}},
		{"etat_selon",
			lang.Text{FR: "ce qui a été lu et dont l'état dépend, quand une nouvelle plus récente a pu ne pas être lue",
				EN: "what was read that the state depends on, where later news may not have been read"}},
		{"rupture",
			lang.Text{FR: "pourquoi le point ne se relie pas au précédent",
				EN: "why the point is not joined to the one before"}},
		{"lu_premier",
			lang.Text{FR: "premier jour où ce sur quoi repose la valeur a été lu ; ce n'est pas le jour dont elle parle",
				EN: "first day on which what the value rests on was read; not the day that it is about"}},
		{"lu_dernier",
			lang.Text{FR: "dernier jour où ce sur quoi repose la valeur a été lu",
				EN: "last day on which what the value rests on was read"}},
		{"affirmations",
			lang.Text{FR: "identifiants des affirmations de sources, séparés par une espace",
				EN: "identifiers of the claims of sources, separated by a space"}},
		{"fiches", lang.Text{FR: "fiches comptées, séparées par une espace", EN: "records counted, separated by a space"}},
		{"preuve", lang.Text{FR: "identifiant du chiffre et de sa preuve", EN: "identifier of the figure and of its proof"}},
	}
}
