// Package procedures counts what the observatory « Vos démarches essentielles » says
// of the procedures of each ministry: how many can be done online, how many are
// accessible to disabled people, and of how many nothing is said.
//
// In come the rows that were collected, one for each procedure and edition; out come
// Shares, one for each edition and ministry. Nothing is added up across ministries: a
// procedure of two stands in the one that the observatory names.
//
//	all := procedures.Shares(source.Collected)
//	last := procedures.Last(all)               // those of the last edition
package procedures

import (
	"cmp"
	"slices"

	"vigie/internal/collected"
	"vigie/internal/value/cal"
)

// Reader is the name of the reader whose rows are counted.
const Reader = "demarches-essentielles"

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

// Shares counts the procedures of each ministry in each edition: editions by the
// start of their period, then ministries by name. Nothing where the rows are those of
// another reader. A row that the source does not list any more counts for nothing.
func Shares(c *collected.Collected) []Share {
	if c == nil || c.State.Reader != Reader {
		return nil
	}
	var out []Share
	named := periods(c)
	for _, r := range c.Rows {
		if !r.Listed() {
			continue
		}
		edition, ministry := c.Cell(r, "edition"), c.Cell(r, "ministere")
		i := slices.IndexFunc(out, func(s Share) bool { return s.Edition == edition && s.Ministry == ministry })
		if i < 0 {
			i = len(out)
			of := named[edition]
			of.Edition, of.Ministry = edition, ministry
			out = append(out, of)
		}
		out[i].Total++
		out[i].Online.add(c.Cell(r, "en_ligne"))
		out[i].Accessible.add(c.Cell(r, "accessible"))
	}
	slices.SortFunc(out, func(a, b Share) int {
		return cmp.Or(a.From.Compare(b.From), cmp.Compare(a.Edition, b.Edition), cmp.Compare(a.Ministry, b.Ministry))
	})
	return out
}

// periods gives the name and the dates of each edition: those of the first procedure
// that gives them, for not all do.
func periods(c *collected.Collected) map[string]Share {
	found := map[string]Share{}
	for _, r := range c.Rows {
		edition := c.Cell(r, "edition")
		s := found[edition]
		s.Name = cmp.Or(s.Name, c.Cell(r, "nom_edition"))
		if s.From.IsZero() {
			s.From, _ = cal.ParseDate(c.Cell(r, "debut")) // empty, or canonical
		}
		if s.To.IsZero() {
			s.To, _ = cal.ParseDate(c.Cell(r, "fin"))
		}
		found[edition] = s
	}
	return found
}

// Last keeps the shares of the last edition.
func Last(all []Share) []Share {
	if len(all) == 0 {
		return nil
	}
	edition := all[len(all)-1].Edition
	return all[slices.IndexFunc(all, func(s Share) bool { return s.Edition == edition }):]
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
