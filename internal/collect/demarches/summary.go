package demarches

import (
	"cmp"
	"slices"

	"vigie/internal/cal"
	"vigie/internal/collect"
)

// Share is how far the procedures of one ministry are online and accessible in one
// edition.
type Share struct {
	Edition, Name string // identifier and name of the edition
	From, To      cal.Date
	Ministry      string
	Total         int // procedures
	Online        Count
	Accessible    Count
}

// Count sorts procedures by what is said of them: the four add up to the total.
type Count struct {
	Yes     int // all of it; also what the administration does without being asked
	Partly  int // a part of it, or on trial, or in some places
	No      int
	Unknown int // nothing is said
}

// Summary counts the procedures of each ministry in each edition: editions by the
// start of their period, then ministries by name. It adds nothing up across
// ministries: a procedure of two stands in the one that the observatory names.
func Summary(rows []collect.Row) []Share {
	var out []Share
	columns := Reader().Columns
	for _, r := range rows {
		p := map[string]string{}
		for i, c := range columns {
			p[c.Name] = r.Cells[i]
		}
		i := slices.IndexFunc(out, func(s Share) bool { return s.Edition == p["edition"] && s.Ministry == p["ministere"] })
		if i < 0 {
			i = len(out)
			from, _ := cal.ParseDate(p["debut"])
			to, _ := cal.ParseDate(p["fin"])
			out = append(out, Share{Edition: p["edition"], Name: p["nom_edition"], From: from, To: to, Ministry: p["ministere"]})
		}
		out[i].Total++
		out[i].Online.add(p["en_ligne"])
		out[i].Accessible.add(p["accessible"])
	}
	slices.SortFunc(out, func(a, b Share) int {
		return cmp.Or(a.From.Compare(b.From), cmp.Compare(a.Edition, b.Edition), cmp.Compare(a.Ministry, b.Ministry))
	})
	return out
}

func (c *Count) add(mark string) {
	switch mark {
	case "oui", "proactive":
		c.Yes++
	case "partiel", "beta", "deploiement":
		c.Partly++
	case "non":
		c.No++
	default:
		c.Unknown++
	}
}
