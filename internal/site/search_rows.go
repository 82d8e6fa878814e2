package site

import (
	"cmp"
	"slices"
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/site/find"
	"vigie/internal/site/trace"
	"vigie/internal/value/lang"
)

// The groups of what may be found; their words are "search.group.<group>".
const (
	groupBodies = iota
	groupPlaces
	groupProviders
	groupOffers
	groupQualifications
	groupServices
	groupPromises
	groupDisputes
	groupNumbers
	groupPages
	groupTerms
	groupEvents
	groupSources
)

var searchGroups = []string{"bodies", "places", "providers", "offers", "qualifications", "services", "promises",
	"disputes", "numbers", "pages", "terms", "events", "sources"}

// findable is something that may be found on the site, places aside.
type findable struct {
	row    find.Row
	of     trace.Thing
	letter string // of the list from A to Z in which it stands; empty for none
	folded string // its name, as lists are sorted
}

// findable lists all that may be found in the language of the view, places aside, in the
// order of names.
func (v view) findable() []findable {
	s := &v.site.searched
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.rows == nil {
		s.rows = map[lang.Lang][]findable{}
	}
	if s.rows[v.l] == nil {
		g := gleaner{view: view{site: v.site, l: v.l}}
		g.bodies()
		g.offers()
		g.services()
		g.promises()
		g.numbers()
		g.pages()
		g.sources()
		slices.SortStableFunc(g.out, func(a, b findable) int {
			return cmp.Or(strings.Compare(a.folded, b.folded), strings.Compare(a.row.Address, b.row.Address))
		})
		s.rows[v.l] = g.out
	}
	return s.rows[v.l]
}

// gleaner gathers what may be found; it notes nothing, whoever shows a row does.
type gleaner struct {
	view
	out []findable
}

// add adds a row, where its address leads somewhere.
func (g *gleaner) add(of trace.Thing, listed bool, row find.Row) {
	if row.Name == "" || !leads(row.Address) {
		return
	}
	row.Address = strings.TrimPrefix(row.Address, "/")
	one := findable{row: row, of: of, folded: find.Fold(row.Name)}
	if listed {
		one.letter = letterOf(row.Name)
	}
	g.out = append(g.out, one)
}

// record adds a row about a record, at its own address.
func (g *gleaner) record(kind record.Kind, id string, row find.Row) {
	ref := record.Ref{Kind: kind, ID: id}
	if row.Address == "" {
		row.Address = g.site.RecordHref(g.l, ref)
	}
	g.add(thing(ref), true, row)
}

func (g *gleaner) bodies() {
	called := map[string]string{} // the bare names of places that are bodies
	for _, p := range g.site.places() {
		called[p.Body] = p.Name
	}
	for _, o := range g.site.Data.Organisations {
		weight := 60
		if len(o.Migrations)+len(o.Series) > 0 {
			weight = 75
		}
		g.record(record.Organisations, o.ID, find.Row{Name: g.text(o.Name), Group: groupBodies, Weight: weight,
			Note: g.name(record.BodyKindList, string(o.Kind)),
			Keys: strings.Join(given(append(o.Numbers(), o.Short, called[o.ID])...), " | ")})
	}
	for _, p := range g.site.Data.Providers {
		g.record(record.Providers, p.ID,
			find.Row{Name: g.text(p.Name), Group: groupProviders, Weight: 80, Keys: joined(p.Numbers()...)})
	}
}

func (g *gleaner) offers() {
	for _, o := range g.site.Data.Offers {
		g.record(record.Offers, o.ID, find.Row{Name: g.text(o.Name), Group: groupOffers, Weight: 65,
			Note: joined(g.seller(o).Text, strings.Join(g.models(o.Models), " "))})
		for _, q := range o.Qualifications {
			row := find.Row{Name: g.text(o.Name), Group: groupQualifications, Weight: 50,
				Note:    joined(g.seller(o).Text, "·", g.name(record.SchemeList, string(q.Scheme)), q.Version),
				Address: g.site.RecordHref(g.l, record.Ref{Kind: record.Offers, ID: o.ID})}
			if q.Decision != nil {
				row.Keys = q.Decision.Number
				row.Note = joined(row.Note, "·", g.word("qualification.decision"), q.Decision.Number)
			}
			g.add(thing(record.Ref{Kind: record.Qualifications, ID: q.ID}), false, row)
		}
	}
}

func (g *gleaner) services() {
	for _, m := range g.site.Data.Migrations {
		if m.Organisation == nil {
			continue
		}
		body := g.organisationLink(m.Organisation)
		g.record(record.Migrations, m.ID, find.Row{Name: g.text(m.Service), Group: groupServices, Weight: 45,
			Note: body.Text, Address: body.Href + "#" + m.ID})
	}
}

func (g *gleaner) promises() {
	ds := g.site.Data
	for _, c := range ds.Commitments {
		g.record(record.Commitments, c.ID, find.Row{Name: g.text(c.Title), Group: groupPromises, Weight: 45})
	}
	for _, d := range ds.Disputes {
		if d.Withdrawn || d.Declared == nil {
			continue // what was only found is the number itself
		}
		g.record(record.Contradictions, d.ID, find.Row{Name: g.text(d.Declared.Title), Group: groupDisputes, Weight: 45,
			Address: g.site.DisputeHref(g.l, d)})
	}
	for _, e := range ds.Events {
		row := find.Row{Name: g.text(e.Title), Group: groupEvents, Weight: 10}
		if e.On != nil {
			row.Note = e.On.Text(g.l)
		}
		g.record(record.Events, e.ID, row)
	}
}

// numbers adds the figures that have a proof of their own and do not change each day.
func (g *gleaner) numbers() {
	for _, f := range g.site.proven() {
		if !f.Known() || f.Daily || g.site.takenBack(f) {
			continue
		}
		weight := 20
		if f.Nature == figure.Stated {
			weight = 30
		}
		row := find.Row{Name: g.proofLabel(f), Group: groupNumbers, Weight: weight, Value: f.Text(g.l),
			Address: g.site.ProofHref(g.l, f.ID)}
		if who := dataset.Find[*dataset.Perimeter](g.site.Data, record.Perimeters, f.Perimeter); who != nil {
			row.Note = g.text(who.Title)
		}
		g.add(trace.Thing{Of: trace.Figures, ID: f.ID}, false, row)
	}
}

// pages adds the pages of the menus, what they define, and those of questions, tables and
// silences.
func (g *gleaner) pages() {
	for _, p := range g.site.placed() {
		title, lead, _ := g.titles(p.Key)
		of := trace.Thing{Of: trace.Prose, ID: p.Key}
		g.add(of, true, find.Row{Name: title, Group: groupPages, Weight: 70, Note: lead, Keys: g.label(p.Key),
			Address: g.site.Href(g.l, p.Key)})
		if d := g.site.Content.Doc(g.l, p.Key); d != nil {
			for _, term := range d.Terms() {
				g.add(of, true, find.Row{Name: lang.Typeset(g.l, term.Words), Group: groupTerms, Weight: 55, Note: title,
					Address: g.site.Href(g.l, p.Key) + "#" + term.Anchor})
			}
		}
	}
	for _, r := range g.site.Indicators {
		g.record(record.Indicators, r.ID, find.Row{Name: g.text(r.Title), Group: groupPages, Weight: 55,
			Note: g.word("nav.indicators"), Address: g.site.Href(g.l, "indicators") + r.ID + "/"})
	}
	for _, s := range g.site.Data.Silences {
		g.record(record.Silences, s.ID, find.Row{Name: g.text(s.Title), Group: groupPages, Weight: 35,
			Note: g.word("nav.silences")})
	}
	for _, rule := range g.site.Data.Doctrines {
		g.record(record.Doctrines, rule.ID, find.Row{Name: g.text(rule.Title), Group: groupPages, Weight: 35,
			Note: g.word("nav.doctrine")})
	}
	for _, id := range g.site.Data.Words.Tiers() {
		if t := dataset.Find[*dataset.Tier](g.site.Data, record.Tiers, string(id)); t != nil {
			l := g.tierLink(id)
			g.record(record.Tiers, string(id), find.Row{Name: l.Text, Group: groupPages, Weight: 60,
				Note: g.word("nav.tiers"), Address: l.Href})
		}
	}
}

// titles are the title and the description of a page, without its prose.
func (v view) titles(key string) (title, description string, prose Prose) {
	if d := v.doc(key); d != nil {
		return lang.Typeset(v.l, d.Title), lang.Typeset(v.l, d.Description), ""
	}
	return v.label(key), "", ""
}

func (g *gleaner) sources() {
	for _, s := range g.site.Data.Sources {
		row := find.Row{Name: s.Title, Group: groupSources, Weight: 15, Note: s.Publisher}
		if s.Published != nil {
			row.Note = joined(s.Publisher, "·", s.Published.Text(g.l))
		}
		g.record(record.Sources, s.ID, row)
	}
}

// joined puts words together, those that are there.
func joined(words ...string) string {
	return strings.Join(given(words...), " ")
}

// given are the words that are there.
func given(words ...string) []string {
	return slices.DeleteFunc(words, func(w string) bool { return w == "" })
}
