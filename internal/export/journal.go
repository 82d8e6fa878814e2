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
// from Tables: an edition freezes those, and the journal is about editions.
func Journal(from From, types []string, rows []JournalRow) Table {
	m := maker{from}
	type row = JournalRow
	return fill(m, JournalTable, rows,
		day("jour", func(c row) cal.Day { return c.Day }),
		day("edition", func(c row) cal.Day { return c.To }),
		key(day("edition_precedente", func(c row) cal.Day { return c.From })), // there is one, even before the next
		key(code(m, "type", "change", types, func(c row) string { return c.Type })[:1]),
		text("type_libelle", func(c row) string { return m.words("change", c.Type).FR }),
		key(text("cible", func(c row) string { return c.Target })),
		key(text("cle", func(c row) string { return c.Key })),
		both("nom", func(c row) lang.Text { return c.Name }),
		text("fiche_type", func(c row) string { return string(c.Record.Kind) }),
		text("fiche", func(c row) string { return c.Record.ID }),
		text("affirmation", func(c row) string { return c.Claim }),
		text("nombre_publie", func(c row) string { return c.Figure }),
		text("avant", func(c row) string { return c.Was }),
		text("apres", func(c row) string { return c.Now }),
		both("avant_texte", func(c row) lang.Text { return c.WasText }),
		both("apres_texte", func(c row) lang.Text { return c.NowText }),
		whole("lignes", func(c row) (int, bool) { return c.Count, c.Count > 0 }),
		text("cause", func(c row) string { return c.Cause }),
		both("motif", func(c row) lang.Text { return c.Reason }),
		text("source", func(c row) string { return c.Source }),
		list("entraine_par", func(c row) []string { return c.Because }),
		page(func(c row) string { return c.Page }))
}
