package export

import (
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// Columns that several tables share.

func identifier[R any](f func(R) string) columns[R] {
	return key(text("identifiant", doc{"Identifiant", "Identifier",
		"Nom de la fiche, unique dans sa table et définitif.", "Name of the record, unique in its table and for ever."}, f))
}

func note[R any](f func(R) lang.Text) columns[R] {
	return both("note", doc{"Note", "Note", "Ce qu’il faut savoir avant d’utiliser la ligne.", "What must be known before using the row."}, f)
}

// claims are the claims that a row rests on, then their sources.
func claims[R any](f func(R) []*dataset.Claim) columns[R] {
	return append(
		list("affirmations", doc{"Affirmations", "Claims",
			"Identifiants des affirmations sur lesquelles la ligne repose (table « affirmations »).",
			"Identifiers of the claims that the row rests on (table “affirmations”)."},
			func(r R) []string { return claimIDs(f(r)) }),
		list("sources", doc{"Sources", "Sources",
			"Identifiants des sources de ces affirmations (table « sources »).",
			"Identifiers of the sources of those claims (table “sources”)."},
			func(r R) []string { return sourceIDs(f(r)) })...)
}

func claimIDs(list []*dataset.Claim) []string {
	var out []string
	for _, c := range list {
		out = append(out, c.ID)
	}
	return out
}

func sourceIDs(list []*dataset.Claim) []string {
	var out []string
	for _, c := range list {
		if !slices.Contains(out, c.Claim.Source) {
			out = append(out, c.Claim.Source)
		}
	}
	return out
}

// own gives the linked claims of lists written inside a record.
func (m maker) own(lists ...[]record.Claim) []*dataset.Claim {
	var out []*dataset.Claim
	for _, l := range lists {
		for i := range l {
			if c := m.Data.Claim(l[i].ID); c != nil {
				out = append(out, c)
			}
		}
	}
	return out
}

// page is the address where the row is told, in French.
func page[R any](f func(R) string) columns[R] {
	return address("page", doc{"Page", "Page", "Adresse de la page qui présente la ligne et ses preuves.",
		"Address of the page that tells the row and its proofs, in French."}, f)
}

func (m maker) pageOf(kind record.Kind, id string) string {
	return m.Places.Record(record.Ref{Kind: kind, ID: id})
}

// withdrawal tells that a record was taken back.
func withdrawal[R any](table string, f func(R) record.Head) columns[R] {
	of := func(r R) record.Withdrawal {
		if w := f(r).Withdrawn; w != nil {
			return *w
		}
		return record.Withdrawal{}
	}
	out := day("retrait_date", doc{"Retirée le", "Withdrawn on", "Jour où la fiche a été retirée ; vide si elle vaut toujours.",
		"Day on which the record was withdrawn; empty when it still stands."}, func(r R) cal.Day { return of(r).On })
	out = append(out, both("retrait_motif", doc{"Motif du retrait", "Reason of the withdrawal", "Pourquoi la fiche a été retirée.",
		"Why the record was withdrawn."}, func(r R) lang.Text { return of(r).Reason })...)
	return append(out, refer("retrait_remplace_par", table, doc{"Remplacée par", "Replaced by", "Identifiant de la fiche qui la remplace.",
		"Identifier of the record that takes over."}, func(r R) string { return of(r).ReplacedBy })...)
}
