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
	return key(text("identifiant", f))
}

func note[R any](f func(R) lang.Text) columns[R] {
	return both("note", f)
}

// claims are the claims that a row rests on, then their sources.
func claims[R any](f func(R) []*dataset.Claim) columns[R] {
	return append(
		those("affirmations", "affirmations", func(r R) []string { return claimIDs(f(r)) }),
		those("sources", "sources", func(r R) []string { return sourceIDs(f(r)) })...)
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

// page is the address where the row is shown, in French.
func page[R any](f func(R) string) columns[R] {
	return address("page", f)
}

func (m maker) pageOf(kind record.Kind, id string) string {
	return m.Places.Record(record.Ref{Kind: kind, ID: id})
}

// withdrawal says that a record was taken back.
func withdrawal[R any](table string, f func(R) record.Head) columns[R] {
	of := func(r R) record.Withdrawal {
		if w := f(r).Withdrawn; w != nil {
			return *w
		}
		return record.Withdrawal{}
	}
	out := day("retrait_date", func(r R) cal.Day { return of(r).On })
	out = append(out, both("retrait_motif", func(r R) lang.Text { return of(r).Reason })...)
	return append(out, refer("retrait_remplace_par", table, func(r R) string { return of(r).ReplacedBy })...)
}
