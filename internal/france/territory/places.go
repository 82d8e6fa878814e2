package territory

import (
	"cmp"
	"strconv"
	"strings"

	"vigie/internal/collected"
	"vigie/internal/collected/beside"
	"vigie/internal/record"
)

// Places are the local authorities that were collected, one by one: the régions, the
// départements, the groupings of communes, the communes. Around a commune are its
// grouping, its département and its région; a grouping stands on the page of the
// département of its first member.
func Places(all []*collected.Collected, bodies []*record.Organisation) []beside.Place {
	m := gazetteer{at: map[record.BodyKind]map[string]int{}, under: map[string]int{}}
	for _, r := range readers {
		c, ok := collected.LastBy(r.reader, all)
		if !ok {
			continue
		}
		m.at[r.kind] = map[string]int{}
		described := describing(r.kind, bodies)
		for _, row := range c.Rows {
			if row.Listed() {
				cell := func(column string) string { return c.Cell(row, column) }
				m.add(r.kind, c.State.Source, cell, described)
			}
		}
	}
	m.place()
	return m.places
}

// describing finds the organisations that may be local bodies of a kind, by their code
// and by their SIREN.
func describing(kind record.BodyKind, bodies []*record.Organisation) map[string]string {
	out := map[string]string{}
	for _, o := range bodies {
		if code, at := record.IdentifierOf(o.Identifiers, CodeKind); at >= 0 && o.Kind == kind {
			out[code.Value] = o.ID
		}
		if number, at := record.IdentifierOf(o.Identifiers, SIRENKind); at >= 0 {
			out[number.Value] = o.ID
		}
	}
	return out
}

// forms are the abbreviations with which the list opens the names of groupings.
var forms = strings.NewReplacer("CC ", "Communauté de communes ", "CA ", "Communauté d’agglomération ",
	"CU ", "Communauté urbaine ")

// spelled writes out the abbreviation that opens a name.
func spelled(name string) string {
	form, rest, ok := strings.Cut(name, " ")
	if !ok {
		return name
	}
	return forms.Replace(form+" ") + rest
}

// gazetteer gathers the places of all kinds.
type gazetteer struct {
	places  []beside.Place
	at      map[record.BodyKind]map[string]int // by number
	under   map[string]int                     // the grouping of a commune, by the code of the commune
	members []string                           // of groupings: the code of the first one, in the order of places
}

func (m *gazetteer) add(kind record.BodyKind, source string, cell func(string) string, described map[string]string) {
	p := beside.Place{Kind: kind, Source: source, Name: spelled(cell("nom")),
		Number: cmp.Or(cell("code"), cell("siren")), On: -1}
	if cell("code") != "" {
		p.Also = cell("siren")
	}
	p.Body = cmp.Or(described[p.Number], described[p.Also])
	p.People, _ = strconv.Atoi(cell("population")) // zero where there is none
	i := len(m.places)
	m.at[kind][p.Number] = i
	first := ""
	if kind == Intercommunal {
		for n, code := range strings.Split(cell("membres"), "|") {
			m.under[code] = i
			if n == 0 {
				first = code
			}
		}
	}
	m.members = append(m.members, first)
	if kind == Commune {
		if grouping, ok := m.under[p.Number]; ok {
			p.Around = append(p.Around, grouping)
		}
		if departement, ok := m.at[Departement][cell("departement")]; ok {
			p.Around, p.On = append(p.Around, departement), departement
		}
	}
	if region, ok := m.at[Region][cell("region")]; ok && (kind == Commune || kind == Departement) {
		p.Around = append(p.Around, region)
	}
	m.places = append(m.places, p)
}

// place puts each grouping around which places are known where its first member is.
func (m *gazetteer) place() {
	for i, code := range m.members {
		if commune, ok := m.at[Commune][code]; ok && code != "" {
			p := &m.places[i]
			p.On = m.places[commune].On
			for _, around := range m.places[commune].Around {
				if around != i {
					p.Around = append(p.Around, around)
				}
			}
		}
	}
}
