package procedures

import (
	"vigie/internal/collected"
	"vigie/internal/collected/beside"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// Groups counts the procedures of each ministry in the last edition, as the engine
// shows them; false where the rows are those of another reader.
func Groups(c *collected.Collected) (beside.Breakdown, bool) {
	all := Shares(c)
	last := Last(all)
	if len(last) == 0 {
		return beside.Breakdown{}, false
	}
	out := beside.Breakdown{ID: "procedures", Edition: last[0].Name, Until: last[0].To, File: "-par-ministere",
		Table: Table(all),
		Unit: quantity.Unit{ID: "procedure", Kind: quantity.Count,
			One: lang.Text{FR: "démarche", EN: "procedure"}, Many: lang.Text{FR: "démarches", EN: "procedures"}},
		Words: lang.Text{
			FR: "démarches de ce ministère, dans la dernière édition relevée, dont l’observatoire le dit",
			EN: "procedures of this ministry, in the last edition collected, of which the observatory says so"}}
	for _, s := range last {
		out.Groups = append(out.Groups, beside.Group{Name: s.Ministry, Counts: s.counts()})
	}
	return out, true
}

func (s Share) counts() []beside.Count {
	of := func(id string, n int, fr, en string) beside.Count {
		return beside.Count{ID: id, N: n, Label: lang.Text{FR: fr, EN: en}}
	}
	on, acc := s.Online, s.Accessible
	return []beside.Count{
		of("procedures", s.Total, "Démarches suivies", "Procedures followed"),
		of("online", on.Yes, "Démarches en ligne", "Procedures online"),
		of("online-partly", on.Partly, "Démarches en partie en ligne", "Procedures partly online"),
		of("online-unknown", on.Unknown, "Démarches dont rien ne dit si elles sont en ligne",
			"Procedures of which nothing says whether they are online"),
		of("accessible", acc.Yes, "Démarches accessibles", "Accessible procedures"),
		of("accessible-partly", acc.Partly, "Démarches en partie accessibles", "Partly accessible procedures"),
		of("accessible-unknown", acc.Unknown, "Démarches dont rien ne dit si elles sont accessibles",
			"Procedures of which nothing says whether they are accessible"),
	}
}
