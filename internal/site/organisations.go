package site

import (
	"iter"
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/site/trace"
	"vigie/internal/value/lang"
)

// OrganisationsPage lists public bodies by kind.
type OrganisationsPage struct {
	Charts []Chart
	Among  []UniverseRow // local authorities, beside all those that there are
	Maps   []PlaceMap    // of the kinds of bodies of which the theme has outlines
	Groups []OrganisationGroup
}

// UniverseRow is a kind of local authority: how many have a documented service here,
// of how many.
type UniverseRow struct {
	Kind               Link // to the bodies of that kind on this page
	Documented, Listed Figure
	Source             Link
	Read               string // day of the copy
}

// OrganisationGroup is a kind of body with its members.
type OrganisationGroup struct {
	ID, Title string
	Href      string // where it starts, on this page or on another
	Rows      []OrganisationRow
}

// OrganisationRow is a body in a list.
type OrganisationRow struct {
	Organisation Link
	Short        string
	Documented   bool
	Services     []string // names of its documented services
	Records      []string // the records in whose words they are
	Why          string   // why none is known
}

// OrganisationPage shows one body: what is known of it and what is not.
type OrganisationPage struct {
	Name, Short, Kind string
	Identifiers       []IdentifierView
	Identified        bool // by one of them at least
	Parent            *Link
	Children          []Link
	Places            *Link // the page of those that stand in it; nil where none are known
	Note              string
	Hosted            []HostedView // the verdict: what is known of where its services are hosted
	Unanswered        []Link       // and what it, or anybody, has not given
	Nothing           string       // why no hosting is known; empty where one is
	Ask               *Link        // the request that may be sent to a local body, where none is known; nil elsewhere
	Migrations        []MigrationView
	Offers            []Link
	Series            []SeriesView
	Commitments       []CommitmentView
	Events            []EventView
	Claims            []Claim
	Unknown           []UnknownView
	Asked             []CellView // what is asked of it
	NotAsked          []Link
	Requests          []RequestView
	Follow            []Link // its feeds
}

func organisationPages(v view) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		listed := v.site.bodiesByKind()
		for _, c := range cuts(len(listed), mostRows) {
			if !yield(v.organisationList(c, listed)) {
				return
			}
		}
		for _, o := range v.site.Data.Every.Organisations {
			if !yield(v.organisation(o)) {
				return
			}
		}
		for p := range v.placePages() {
			if !yield(p) {
				return
			}
		}
	}
}

// bodiesByKind are the bodies in the order of the list: kind by kind, those first of which a
// service is documented.
func (s *Site) bodiesByKind() []*dataset.Organisation {
	order := s.Data.BodyKinds()
	place := func(o *dataset.Organisation) int {
		at := 2 * slices.Index(order, o.Kind)
		if len(o.Migrations) == 0 {
			at++
		}
		return at
	}
	out := slices.DeleteFunc(slices.Clone(s.Data.Organisations),
		func(o *dataset.Organisation) bool { return !slices.Contains(order, o.Kind) })
	slices.SortStableFunc(out, func(a, b *dataset.Organisation) int { return place(a) - place(b) })
	return out
}

// organisationList is the list of bodies, or a further page of it.
func (v view) organisationList(c cut, listed []*dataset.Organisation) Page {
	v.amongst(c, record.Organisations, record.Migrations)
	body := OrganisationsPage{}
	for _, k := range v.site.Data.BodyKinds() {
		of := func(o *dataset.Organisation) bool { return o.Kind == k }
		first := slices.IndexFunc(listed, of)
		if first < 0 {
			continue
		}
		g := OrganisationGroup{ID: string(k), Title: v.heading(record.BodyKindList, string(k)),
			Href: v.partAnchor("organisations", cutOf(first, mostRows), c, string(k))}
		for _, o := range listed[c.First:c.Last] {
			if of(o) {
				g.Rows = append(g.Rows, v.organisationRow(o))
			}
		}
		body.Groups = append(body.Groups, g)
	}
	if c.At == 1 {
		body.Charts = v.chartsOf("organisations", "bodies-with-migration")
		body.Among, body.Maps = v.universes(body.Groups), v.maps()
	}
	p := v.answering("organisations", "organisations", body)
	return v.part(p, c, mostRows, "parts.rule.kinds", v.wholeTables("organismes")...)
}

// universes sets the documented local authorities beside all those that there are.
func (v view) universes(shown []OrganisationGroup) []UniverseRow {
	var out []UniverseRow
	for _, u := range v.site.Data.Universes {
		v.note(trace.Named, rowsOf(u.Source.ID))
		row := UniverseRow{Kind: Link{Text: v.heading(record.BodyKindList, string(u.Kind))},
			Documented: v.figure(u.Documented), Listed: v.figure(u.Listed),
			Source: v.sourceLink(u.Source.ID), Read: v.day(u.Source.Collected.State.Read())}
		if at := slices.IndexFunc(shown, func(g OrganisationGroup) bool { return g.ID == string(u.Kind) }); at >= 0 {
			row.Kind.Href = shown[at].Href
		}
		out = append(out, row)
	}
	return out
}

func (v view) organisationRow(o *dataset.Organisation) OrganisationRow {
	v.shows(record.Organisations, o.ID)
	r := OrganisationRow{Organisation: v.organisationLink(o), Short: o.Short, Documented: len(o.Migrations) > 0}
	for _, m := range o.Migrations {
		v.shows(record.Migrations, m.ID)
		r.Services = append(r.Services, v.text(m.Service))
		r.Records = append(r.Records, record.Ref{Kind: record.Migrations, ID: m.ID}.String())
	}
	if !r.Documented {
		r.Why = v.whyNothing(o)
	}
	return r
}

// whyNothing says why no hosting of a body is known: the reason of the silence
// that covers it, or else that nothing was collected yet.
func (v view) whyNothing(o *dataset.Organisation) string {
	if c, ok := o.Hosting(); ok && c.Reason != "" {
		return v.word("reason." + string(c.Reason))
	}
	return v.word("reason." + string(record.NotCollected))
}

// furtherSilences are those about a body that no question of its table covers.
func furtherSilences(o *dataset.Organisation) []*dataset.Silence {
	var out []*dataset.Silence
	for _, s := range o.Silences {
		if !slices.ContainsFunc(o.Asked, func(c dataset.Cell) bool { return c.Silence == s }) {
			out = append(out, s)
		}
	}
	return out
}

func (v view) organisation(o *dataset.Organisation) Page {
	v.shows(record.Organisations, o.ID)
	body := OrganisationPage{Name: v.text(o.Name), Short: o.Short, Kind: v.name(record.BodyKindList, string(o.Kind)),
		Identifiers: v.identifiers(record.Organisations, o.Identifiers), Identified: len(o.Identifiers) > 0,
		Note: v.text(o.Note), Series: v.allSeries(o.Series), Events: v.events(o.Events),
		Claims: v.claims(o.Claims), Unknown: v.silences(furtherSilences(o))}
	body.Asked, body.NotAsked = v.cells(o)
	body.Hosted, body.Unanswered = v.hosted(o), unanswered(body.Asked)
	if len(body.Hosted) == 0 {
		body.Nothing = v.whyNothing(o)
		local := func(u *dataset.Universe) bool { return u.Kind == o.Kind }
		if slices.ContainsFunc(v.site.Data.Universes, local) {
			body.Ask = v.askLink()
		}
	}
	for _, r := range o.Requests {
		body.Requests = append(body.Requests, v.sent(r))
	}
	body.Places = v.placesOf(o)
	if o.Parent != nil {
		l := v.organisationLink(o.Parent)
		body.Parent = &l
	}
	for _, c := range o.Children {
		body.Children = append(body.Children, v.organisationLink(c))
	}
	for _, m := range o.Migrations {
		body.Migrations = append(body.Migrations, v.migration(m))
	}
	for _, off := range o.Offers {
		body.Offers = append(body.Offers, v.offerLink(off))
	}
	for _, c := range o.Commitments {
		body.Commitments = append(body.Commitments, v.commitment(c))
	}
	if _, known := o.Hosting(); len(o.Migrations) == 0 && len(o.Silences) == 0 && !known {
		body.Unknown = append(body.Unknown,
			UnknownView{What: v.word("unknown.hosting"), Why: v.word("reason." + string(record.NotCollected)),
				When: v.notSearched(v.lastRead()), Href: v.site.Href(v.l, "silences")})
	}
	p := v.below("organisations", lang.Name(o.ID), "organisation", body.Name,
		v.describe("lead.organisation", body.Name), nil)
	if v.site.somethingOf(o.ID) {
		p, body.Follow = v.follow(p, v.followedBody(o))
	}
	p.Body = body
	if v.site.carded() && len(o.Migrations) > 0 {
		p.Picture = v.shown(v.bodyCard(o))
	}
	return p
}

// optionalChart gives a chart, or nil where the data do not make it.
func (v view) optionalChart(id string) *Chart {
	if c, ok := v.chart(id); ok {
		return &c
	}
	return nil
}

// describe writes the description of a page from a phrase of the theme with one
// place for a name.
func (v view) describe(key, name string) string {
	return lang.Typeset(v.l, replaceName(v.word(key), name))
}
