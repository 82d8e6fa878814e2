package export

import (
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// JournalTable is the identifier of the table of what changed.
const JournalTable = "journal"

// JournalRow is one change between two editions, or since the last one.
type JournalRow struct {
	Day, From, To cal.Day // To is no day for what is in no edition yet
	Type          string
	Target, Key   string
	Record        record.Ref
	Claim, Figure string
	Name          lang.Text
	Was, Now      string // exact
	WasText       lang.Text
	NowText       lang.Text
	Count         int
	Cause         string
	Reason        lang.Text
	Source        string
	Because       []string
	Page          string
}

// Journal makes the table of what changed, in the order of its rows. It is apart
// from Tables: an edition freezes those, and the journal tells of editions.
func Journal(from From, types []string, rows []JournalRow) Table {
	m := maker{from}
	type row = JournalRow
	return fill(Table{ID: JournalTable, Slug: lang.Name(JournalTable),
		Title: lang.Text{FR: "Journal des changements", EN: "Journal of changes"},
		About: lang.Text{FR: "Une ligne par changement entre deux éditions, ou depuis la dernière : ce qui était publié, ce qui l’est, et pourquoi.",
			EN: "One row per change between two editions, or since the last one: what was published, what is, and why."}},
		rows,
		day("jour", doc{"Jour", "Day", "Jour de l’édition qui apporte le changement ; jour de référence quand il n’est encore dans aucune.", "Day of the edition that brought the change; day of reference when it is in none yet."}, func(c row) cal.Day { return c.Day }),
		key(day("edition", doc{"Édition", "Edition", "Édition qui l’apporte ; vide quand il n’est encore dans aucune.", "Edition that brought it; empty when it is in none yet."}, func(c row) cal.Day { return c.To })),
		day("edition_precedente", doc{"Édition précédente", "Edition before", "Édition à laquelle elle est comparée.", "Edition that it is compared with."}, func(c row) cal.Day { return c.From }),
		key(code(m, "type", "change", types, doc{"Type", "Type", "Sorte de changement.", "Sort of change."}, func(c row) string { return c.Type })[:1]),
		text("type_libelle", doc{"Type : libellé", "Type: words", "Le code en toutes lettres, en français.", "The code in words, in French."}, func(c row) string { return m.words("change", c.Type).FR }),
		key(text("cible", doc{"Cible", "Target", "Ce qui a changé : une affirmation, un nombre, une fiche ou les lignes d’une source.", "What changed: a claim, a figure, a record or the rows of a source."}, func(c row) string { return c.Target })),
		key(text("cle", doc{"Clé", "Key", "Laquelle de ses clés ; vide pour le tout, ou pour sa valeur.", "Which of its keys; empty for the whole of it, or for its value."}, func(c row) string { return c.Key })),
		both("nom", doc{"Nom", "Name", "Comment un lecteur appelle la cible.", "What readers call the target."}, func(c row) lang.Text { return c.Name }),
		text("fiche_type", doc{"Type de fiche", "Kind of record", "Dossier de data/ de la fiche où on la trouve.", "Folder of data/ of the record where it is found."}, func(c row) string { return string(c.Record.Kind) }),
		text("fiche", doc{"Fiche", "Record", "Identifiant de cette fiche.", "Identifier of that record."}, func(c row) string { return c.Record.ID }),
		text("affirmation", doc{"Affirmation", "Claim", "Identifiant de l’affirmation, si c’en est une.", "Identifier of the claim, when it is one."}, func(c row) string { return c.Claim }),
		text("nombre_publie", doc{"Nombre publié", "Figure", "Identifiant du nombre publié, si c’en est un.", "Identifier of the published figure, when it is one."}, func(c row) string { return c.Figure }),
		text("avant", doc{"Avant", "Before", "Ce qui était publié, sous sa forme exacte ; vide s’il n’y avait rien.", "What was published, in its exact form; empty when there was nothing."}, func(c row) string { return c.Was }),
		text("apres", doc{"Après", "After", "Ce qui est publié, sous sa forme exacte ; vide s’il n’y a plus rien.", "What is published, in its exact form; empty when there is nothing left."}, func(c row) string { return c.Now }),
		both("avant_texte", doc{"Avant, en mots", "Before, in words", "Ce qui était publié, pour un lecteur.", "What was published, for readers."}, func(c row) lang.Text { return c.WasText }),
		both("apres_texte", doc{"Après, en mots", "After, in words", "Ce qui est publié, pour un lecteur.", "What is published, for readers."}, func(c row) lang.Text { return c.NowText }),
		whole("lignes", doc{"Lignes", "Rows", "Nombre de choses dites d’un coup, comme les lignes d’une source.", "Number of things told at once, such as rows of a source."}, func(c row) (int, bool) { return c.Count, c.Count > 0 }),
		text("cause", doc{"Cause", "Cause", "Identifiant de la cause déclarée, quand il en faut une.", "Identifier of the declared cause, when one is needed."}, func(c row) string { return c.Cause }),
		both("motif", doc{"Motif", "Reason", "Pourquoi.", "Why."}, func(c row) lang.Text { return c.Reason }),
		text("source", doc{"Source", "Source", "Identifiant de la source qui le montre, s’il y en a une.", "Identifier of the source that shows it, when one does."}, func(c row) string { return c.Source }),
		list("entraine_par", doc{"Entraîné par", "Because of", "D’un nombre calculé : les cibles dont le changement l’a changé.", "Of a computed figure: the targets whose change changed it."}, func(c row) []string { return c.Because }),
		page(func(c row) string { return c.Page }))
}
