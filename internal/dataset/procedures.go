package dataset

import (
	"fmt"

	"vigie/internal/figure"
	"vigie/internal/france/procedures"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// MinistryProcedures is what the last collected edition of an observatory of
// procedures tells of one ministry, as figures.
type MinistryProcedures struct {
	procedures.Share
	Count, Online, OnlinePartly, OnlineUnknown      figure.Figure
	Accessible, AccessiblePartly, AccessibleUnknown figure.Figure
}

// Figures lists them all.
func (m MinistryProcedures) Figures() []figure.Figure {
	return []figure.Figure{m.Count, m.Online, m.OnlinePartly, m.OnlineUnknown, m.Accessible, m.AccessiblePartly, m.AccessibleUnknown}
}

// Procedures counts the procedures of each ministry in the last collected edition;
// nothing where the source is no such observatory. The identifiers of the figures are
// "collected/<source>/procedures/<ministry>/<what>", the same from one edition to the next.
func (s *Source) Procedures() []MinistryProcedures {
	var out []MinistryProcedures
	taken := map[string]int{}
	for _, share := range procedures.Last(procedures.Shares(s.Collected)) {
		slug := Slug(share.Ministry)
		if taken[slug]++; taken[slug] > 1 {
			slug = fmt.Sprintf("%s-%d", slug, taken[slug])
		}
		of := func(what string, n int, fr, en string) figure.Figure {
			f := s.counts("procedures/"+slug+"/"+what, quantity.Int(n), lang.Text{FR: fr + ", " + share.Ministry, EN: en + ", " + share.Ministry}, lang.Text{
				FR: "démarches de ce ministère, dans la dernière édition relevée, dont l’observatoire le dit",
				EN: "procedures of this ministry, in the last edition collected, of which the observatory says so"})
			f.Unit = ownUnit("procedure")
			return f
		}
		on, acc := share.Online, share.Accessible
		out = append(out, MinistryProcedures{Share: share,
			Count:             of("procedures", share.Total, "Démarches suivies", "Procedures followed"),
			Online:            of("online", on.Yes, "Démarches en ligne", "Procedures online"),
			OnlinePartly:      of("online-partly", on.Partly, "Démarches en partie en ligne", "Procedures partly online"),
			OnlineUnknown:     of("online-unknown", on.Unknown, "Démarches dont rien ne dit si elles sont en ligne", "Procedures of which nothing says whether they are online"),
			Accessible:        of("accessible", acc.Yes, "Démarches accessibles", "Accessible procedures"),
			AccessiblePartly:  of("accessible-partly", acc.Partly, "Démarches en partie accessibles", "Partly accessible procedures"),
			AccessibleUnknown: of("accessible-unknown", acc.Unknown, "Démarches dont rien ne dit si elles sont accessibles", "Procedures of which nothing says whether they are accessible")})
	}
	return out
}
