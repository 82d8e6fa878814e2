package site

import (
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/record"
)

// BoardColumn is one tier on the board: what it was to be, what exists, what is known of it.
type BoardColumn struct {
	ID        string // the mark of its tier
	Tier      Link
	Announced *MeaningView // its first meaning; nil where the data has none
	Promises  []BoardPromise
	Today     *MeaningView // its meaning on the day of reference
	Exists    Prose
	Known     Prose
}

// BoardPromise is a promise about a tier, with what became of it.
type BoardPromise struct {
	Title, Announced, Outcome, OutcomeID, Days string
	Href                                       string
	Record                                     string // in whose words it is
}

// What prose adds to a tier on the board, below the key of its page.
const boardExists, boardKnown = "/exists", "/known"

// board sets the tiers side by side. The promises of each are those that the front matter of
// its page names; what exists and what is known are short texts of their own, whose numbers
// are figures.
func (v view) board(tiers []*dataset.Tier) []BoardColumn {
	var out []BoardColumn
	for _, t := range tiers {
		key, whole := "tiers/"+t.ID, v.tier(t)
		c := BoardColumn{ID: whole.ID, Tier: whole.Tier,
			Exists: v.prose(key + boardExists), Known: v.prose(key + boardKnown)}
		if c.Exists == "" && c.Known == "" {
			continue
		}
		for i, m := range t.Meanings {
			if i == 0 {
				c.Announced = &whole.Meanings[i]
			}
			if m.Period.Contains(v.site.Data.AsOf) {
				c.Today = &whole.Meanings[i]
			}
		}
		c.Promises = v.boardPromises(key)
		out = append(out, c)
	}
	return out
}

func (v view) boardPromises(key string) []BoardPromise {
	page := v.site.Content.Page(key)
	if v.doc(key) == nil || page == nil {
		return nil
	}
	named := names(page.Commitments)
	var out []BoardPromise
	for _, c := range v.site.Data.Commitments {
		if slices.Contains(named, c.ID) {
			p, ref := v.commitment(c), record.Ref{Kind: record.Commitments, ID: c.ID}
			out = append(out,
				BoardPromise{Title: p.Title, Announced: p.Announced, Outcome: p.Outcome, OutcomeID: p.OutcomeID, Days: p.Days,
					Href: v.site.RecordHref(v.l, ref), Record: ref.String()})
		}
	}
	return out
}
