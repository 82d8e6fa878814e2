package dataset

import (
	"slices"

	"vigie/internal/corpus"
	"vigie/internal/record"
)

// adopt wraps every record of the corpus and indexes it by kind and identifier.
func (ds *Dataset) adopt(c *corpus.Corpus) {
	ds.Sources = wrap(ds, record.Sources, c.Sources, func(r *record.Source) (string, *Source) {
		rated, _ := ds.Words.Find(record.QualityList, string(r.Quality))
		return r.ID, &Source{Source: r, Rated: rated, known: ds.added.Known}
	})
	for _, one := range c.Collected {
		if s := Find[*Source](ds, record.Sources, one.State.Source); s != nil {
			s.Collected = one
		}
	}
	ds.Measures = wrap(ds, record.Measures, c.Measures,
		func(r *record.Measure) (string, *Measure) { return r.ID, &Measure{Measure: r} })
	ds.Perimeters = wrap(ds, record.Perimeters, c.Perimeters,
		func(r *record.Perimeter) (string, *Perimeter) { return r.ID, &Perimeter{Perimeter: r} })
	ds.Tiers = wrap(ds, record.Tiers, c.Tiers, func(r *record.Tier) (string, *Tier) { return r.ID, &Tier{Tier: r} })
	ds.Organisations = wrap(ds, record.Organisations, c.Organisations,
		func(r *record.Organisation) (string, *Organisation) { return r.ID, &Organisation{Organisation: r} })
	ds.Providers = wrap(ds, record.Providers, c.Providers,
		func(r *record.Provider) (string, *Provider) { return r.ID, &Provider{Provider: r} })
	ds.Offers = wrap(ds, record.Offers, c.Offers,
		func(r *record.Offer) (string, *Offer) { return r.ID, &Offer{Offer: r, Role: ds.Words.TierRole(r.Tier)} })
	ds.Qualifications = wrap(ds, record.Qualifications, c.Qualifications,
		func(r *record.Qualification) (string, *Qualification) {
			return r.ID, &Qualification{Qualification: r}
		})
	ds.Migrations = wrap(ds, record.Migrations, c.Migrations, func(r *record.Migration) (string, *Migration) {
		return r.ID, &Migration{Migration: r, Role: ds.Words.TierRole(r.Tier)}
	})
	ds.Series = wrap(ds, record.SeriesKind, c.Series,
		func(r *record.Series) (string, *Series) { return r.ID, &Series{Series: r} })
	ds.Commitments = wrap(ds, record.Commitments, c.Commitments,
		func(r *record.Commitment) (string, *Commitment) { return r.ID, &Commitment{Commitment: r} })
	ds.Events = wrap(ds, record.Events, c.Events, func(r *record.Event) (string, *Event) { return r.ID, &Event{Event: r} })
	ds.Doctrines = wrap(ds, record.Doctrines, c.Doctrines,
		func(r *record.Doctrine) (string, *Doctrine) { return r.ID, &Doctrine{Doctrine: r} })
	ds.Calculations = wrap(ds, record.Calculations, c.Calculations,
		func(r *record.Calculation) (string, *Calculation) { return r.ID, &Calculation{Calculation: r} })
	ds.Contradictions = wrap(ds, record.Contradictions, c.Contradictions,
		func(r *record.Contradiction) (string, *Contradiction) {
			return r.ID, &Contradiction{Contradiction: r}
		})
	ds.Silences = wrap(ds, record.Silences, c.Silences,
		func(r *record.Silence) (string, *Silence) { return r.ID, &Silence{Silence: r} })
	ds.Requests = wrap(ds, record.Requests, c.Requests,
		func(r *record.Request) (string, *Request) { return r.ID, &Request{Request: r} })
	ds.Indicators = wrap(ds, record.Indicators, c.Indicators,
		func(r *record.Indicator) (string, *Indicator) { return r.ID, &Indicator{Indicator: r} })
	ds.Declared = wrap(ds, record.Changes, c.Changes,
		func(r *record.Change) (string, *Declared) { return r.ID, &Declared{Change: r} })
}

func wrap[R, L any](ds *Dataset, kind record.Kind, records []R, link func(*R) (string, *L)) []*L {
	out := make([]*L, 0, len(records))
	for i := range records {
		id, l := link(&records[i])
		ds.byID[record.Ref{Kind: kind, ID: id}] = l
		out = append(out, l)
	}
	return out
}

// many finds the linked records of a list of identifiers, leaving out unknown ones.
func many[T comparable](ds *Dataset, kind record.Kind, ids []string) []T {
	var out []T
	var none T
	for _, id := range ids {
		if x := Find[T](ds, kind, id); x != none {
			out = append(out, x)
		}
	}
	return out
}

// follow follows every reference, in both directions.
func (ds *Dataset) follow() {
	for _, o := range ds.Organisations {
		o.Claims = ds.of(o.Organisation.Claims)
		if o.Parent = Find[*Organisation](ds, record.Organisations, o.Organisation.Parent); o.Parent != nil {
			o.Parent.Children = append(o.Parent.Children, o)
		}
	}
	for _, s := range ds.Sources {
		if s.EditionOf = Find[*Source](ds, record.Sources, s.Source.EditionOf); s.EditionOf != nil && s.Published != nil {
			s.EditionOf.Editions = append(s.EditionOf.Editions, s)
		}
	}
	for _, s := range ds.Sources {
		slices.SortStableFunc(s.Editions, func(a, b *Source) int { return a.Published.Compare(*b.Published) })
	}
	ds.linkOffers()
	ds.linkQualifications()
	ds.linkMigrations()
	ds.linkSeries()
	ds.linkPromises()
	ds.linkWords()
}

func (ds *Dataset) linkOffers() {
	for _, p := range ds.Providers {
		p.Claims = ds.of(p.Provider.Claims)
	}
	for _, o := range ds.Offers {
		o.Claims = ds.of(o.Offer.Claims)
		o.BuiltOn = Find[*Offer](ds, record.Offers, o.Offer.BuiltOn)
		if o.Provider = Find[*Provider](ds, record.Providers, o.Offer.Provider); o.Provider != nil {
			o.Provider.Offers = append(o.Provider.Offers, o)
		}
		if o.Operator = Find[*Organisation](ds, record.Organisations, o.Offer.Operator); o.Operator != nil {
			o.Operator.Offers = append(o.Operator.Offers, o)
		}
	}
}

func (ds *Dataset) linkQualifications() {
	for _, q := range ds.Qualifications {
		q.Claims = ds.of(q.Qualification.Claims)
		if q.Offer = Find[*Offer](ds, record.Offers, q.Qualification.Offer); q.Offer != nil {
			q.Offer.Qualifications = append(q.Offer.Qualifications, q)
			if q.Offer.Provider != nil {
				q.Offer.Provider.Qualifications = append(q.Offer.Provider.Qualifications, q)
			}
		}
		if q.Replaces = Find[*Qualification](ds, record.Qualifications, q.Qualification.Replaces); q.Replaces != nil &&
			!q.IsWithdrawn(ds.AsOf) {
			q.Replaces.ReplacedBy = q
		}
	}
}

func (ds *Dataset) linkMigrations() {
	for _, m := range ds.Migrations {
		if m.Organisation = Find[*Organisation](ds, record.Organisations, m.Migration.Organisation); m.Organisation != nil {
			m.Organisation.Migrations = append(m.Organisation.Migrations, m)
		}
		m.Providers = many[*Provider](ds, record.Providers, m.Migration.Providers)
		for _, p := range m.Providers {
			p.Migrations = append(p.Migrations, m)
		}
		if m.Offer = Find[*Offer](ds, record.Offers, m.Migration.Offer); m.Offer != nil {
			m.Offer.Migrations = append(m.Offer.Migrations, m)
		}
		m.Left = Find[*Offer](ds, record.Offers, m.Migration.Left)
		for i := range m.Statuses {
			m.Claims = append(m.Claims, ds.dated(m.Statuses[i].Claims, m.Statuses[i].On)...)
		}
	}
}

func (ds *Dataset) linkSeries() {
	for _, p := range ds.Perimeters {
		p.Claims = append(ds.of(p.Perimeter.Claims), ds.ClaimsOf(p.ClaimIDs)...)
		p.Follows = Find[*Perimeter](ds, record.Perimeters, p.Perimeter.Follows)
	}
	for _, s := range ds.Series {
		s.Unit = ds.Unit(s.Series.Unit)
		s.PartOf = ds.SeriesByID(s.Series.PartOf)
		if s.Measure = Find[*Measure](ds, record.Measures, s.Series.Measure); s.Measure != nil {
			s.Measure.Series = append(s.Measure.Series, s)
		}
		if s.Perimeter = Find[*Perimeter](ds, record.Perimeters, s.Series.Perimeter); s.Perimeter != nil {
			s.Perimeter.Series = append(s.Perimeter.Series, s)
		}
		if s.Organisation = Find[*Organisation](ds, record.Organisations, s.Series.Organisation); s.Organisation != nil {
			s.Organisation.Series = append(s.Organisation.Series, s)
		}
		if s.Provider = Find[*Provider](ds, record.Providers, s.Series.Provider); s.Provider != nil {
			s.Provider.Series = append(s.Provider.Series, s)
		}
		if s.Offer = Find[*Offer](ds, record.Offers, s.Series.Offer); s.Offer != nil {
			s.Offer.Series = append(s.Offer.Series, s)
		}
	}
}

func (ds *Dataset) linkPromises() {
	for _, c := range ds.Commitments {
		announced := periodOf(c.Announced)
		c.Claims = ds.dated(c.Commitment.Claims, announced)
		if c.By = Find[*Organisation](ds, record.Organisations, c.Commitment.By); c.By != nil {
			c.By.Commitments = append(c.By.Commitments, c)
		}
	}
	for _, e := range ds.Events {
		e.Claims = ds.dated(e.Event.Claims, e.On)
		e.Organisations = many[*Organisation](ds, record.Organisations, e.Event.Organisations)
		e.Providers = many[*Provider](ds, record.Providers, e.Event.Providers)
		e.Offers = many[*Offer](ds, record.Offers, e.Event.Offers)
		for _, o := range e.Organisations {
			o.Events = append(o.Events, e)
		}
		for _, p := range e.Providers {
			p.Events = append(p.Events, e)
		}
		for _, o := range e.Offers {
			o.Events = append(o.Events, e)
		}
	}
}
