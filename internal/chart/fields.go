package chart

// Columns are the columns of the CSV of every chart, in their order, which are the keys of
// its JSON points too. They are for ever.
func Columns() []string {
	return []string{
		"indicateur",             // identifier of the indicator
		"ligne", "ligne_libelle", // of the line, whose points may be compared, and its name
		"point", "point_libelle", // of the point within its line, and its period, category or object
		"debut", "fin", // days of the period; empty when it is open or does not apply
		"valeur_min", "valeur_max", // the value, or both ends of a range; empty when unknown or without this bound
		"sens",          // how the source gives the number: exact, environ, plus_de, au_moins, au_plus
		"unite",         // identifier of the unit
		"perimetre",     // identifier of who is counted, when the data say
		"base",          // accounting basis: stage, tax, accumulation
		"statut_valeur", // sur, dispute (sources disagree), tranche (a declared rule chooses), inconnu
		"motif_absence", // why the value is unknown
		"nature",        // rapporte (a source says it), calcule (our calculation), compte (number of records)
		"etat",          // computed state of the object on the day of reference
		"etat_selon",    // what was read that the state depends on, where later news may not have been read
		"rupture",       // why the point is not joined to the one before
		"lu_premier",    // first day on which what the value rests on was read; not the day that it is about
		"lu_dernier",    // last day of the same
		"affirmations",  // identifiers of the claims of sources, separated by a space
		"fiches",        // records counted, separated by a space
		"preuve",        // identifier of the figure and of its proof
	}
}
