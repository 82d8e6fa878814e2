package dataset

import (
	"vigie/internal/collected"
	"vigie/internal/collected/beside"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/quantity"
)

// Each linked type embeds its record; where a field of the record is an
// identifier, the field of the same name here is what it names.

// Claim is a claim with its source and the record that it stands in.
type Claim struct {
	*record.Claim
	Source  *Source
	Quality record.Quality // of the claim, or else of its source
	Rated   record.Word    // what the vocabulary says of that quality
	rank    int            // of that quality, from the nearest to the fact
	written bool           // its publisher wrote the text that it was read in
	Owner   record.Ref
	Path    string // where in the owner
	Unit    quantity.Unit
	About   cal.Period // what it is about: its own period, or that of its record

	// Perimeter and Basis are those of its observation; none outside a series.
	Perimeter string
	Basis     quantity.Basis

	Corrections []*Correction // of its value: the one that applies, those that are mended

	sourceValue *quantity.Value // what the source gives, where another value is published
}

// Source is a source with all that was read in it.
type Source struct {
	*record.Source
	Rated     record.Word // what the vocabulary says of its quality
	EditionOf *Source
	Editions  []*Source // its editions that are sources of their own, the oldest first
	Claims    []*Claim
	Collected *collected.Collected // what `vigie collect` read in it; nil when it never did

	known     beside.Knowledge // what its rows mean
	Freshness Freshness        // on the day of reference
}

// Measure is a measure with its series.
type Measure struct {
	*record.Measure
	Series []*Series
	Asked  []Cell // of every body, in the order of bodies; none when it is asked of none
}

// Perimeter is a perimeter with its series.
type Perimeter struct {
	*record.Perimeter
	Series  []*Series
	Follows *Perimeter
	Claims  []*Claim
}

// Tier is a tier with the claims of each of its meanings, in the same order.
type Tier struct {
	*record.Tier
	MeaningClaims [][]*Claim
}

// Organisation is a public body with all that concerns it.
type Organisation struct {
	*record.Organisation
	Parent      *Organisation
	Children    []*Organisation
	Claims      []*Claim
	Migrations  []*Migration
	Offers      []*Offer // that it runs
	Series      []*Series
	Events      []*Event
	Commitments []*Commitment
	Silences    []*Silence // that name it, or its kind as a whole
	Requests    []*Request // for documents, sent to it
	Asked       []Cell     // what is asked of every body, in the order of measures
}

// Provider is a provider with all that concerns it.
type Provider struct {
	*record.Provider
	Claims         []*Claim
	Offers         []*Offer
	Qualifications []*Qualification
	Migrations     []*Migration
	Series         []*Series
	Events         []*Event
	Silences       []*Silence
}

// Offer is a service with who sells it, its qualifications and who uses it.
type Offer struct {
	*record.Offer
	Role           record.TierRole // of its tier
	Provider       *Provider
	Operator       *Organisation
	BuiltOn        *Offer
	Claims         []*Claim
	Qualifications []*Qualification // the latest first
	Migrations     []*Migration
	Series         []*Series
	Events         []*Event
}

// Migration is a documented case of hosting.
type Migration struct {
	*record.Migration
	Organisation *Organisation
	Providers    []*Provider
	Offer        *Offer
	Left         *Offer
	Role         record.TierRole // of its tier
	Current      record.Status   // the last status on the day of reference
	Documented   cal.Period      // the last date at which a source documents it; zero when undated
	Claims       []*Claim

	live *record.Status // the first dated status that says that it is live
}

// Series is a series with its points in order of time.
type Series struct {
	*record.Series
	Measure      *Measure
	Perimeter    *Perimeter
	Unit         quantity.Unit
	Organisation *Organisation
	Provider     *Provider
	Offer        *Offer
	PartOf       *Series
	Points       []Point
}

// Point is an observation judged: one figure, whatever the number of claims.
type Point struct {
	*record.Observation
	Figure   figure.Figure
	Claims   []*Claim // the published one first when there is one
	SpokenOf []*Claim // of other records: amounts put forward for its period, that nobody measured
}

// Event is an event with those concerned.
type Event struct {
	*record.Event
	Organisations []*Organisation
	Providers     []*Provider
	Offers        []*Offer
	Claims        []*Claim
}

// Doctrine is a rule of the doctrine with its claims.
type Doctrine struct {
	*record.Doctrine
	Claims []*Claim
	Binds  []record.BodyKind // kinds of bodies: those that it names, or else those that the vocabulary says to be bound
}

// Calculation is a calculation with its result.
type Calculation struct {
	*record.Calculation
	Figure figure.Figure
	// Failure says why there is no result, in English, for the checks.
	Failure string
}

// Contradiction is a declared disagreement with its claims.
type Contradiction struct {
	*record.Contradiction
	Claims []*Claim
}

// Silence is something looked for and not found.
type Silence struct {
	*record.Silence
	Measure       *Measure
	Organisations []*Organisation
	Providers     []*Provider
	Requests      []*Request  // for documents that would end it
	Read          []PlaceRead // the places where it would stand that were read
}

// PlaceRead is a place where what is missing would stand, with its source.
type PlaceRead struct {
	*record.PlaceRead
	Source *Source
}

// Declared is a declared change of something published.
type Declared struct {
	*record.Change
	Source *Source // that shows it, when one does
}

// Indicator is a declared indicator.
type Indicator struct {
	*record.Indicator
}
