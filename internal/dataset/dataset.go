// Package dataset is the linked, immutable picture of the data as of one day.
//
// It takes the records that corpus read, follows their references, and computes
// what time and arithmetic make of them: which qualification has lapsed, which
// commitment is missed, where claims disagree, what a calculation gives. Nothing
// here reads a file or a clock. Indicators and pages see only this package.
// A withdrawn record is in no list from its day on; it still answers to its
// identifier, and stands in Every.
//
//	ds := added.New(corpus, asOf) // added is what a country adds, or nothing: dataset.Added{}
//	ds.SeriesByID("orders-per-year").Points[3].Figure.Text(lang.FR)
//
// References that do not resolve are problems (package check reports them with a
// hint); the links are then simply absent, so that check can report them all.
package dataset

import (
	"maps"
	"slices"
	"strings"

	"vigie/internal/corpus"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/quantity"
)

// Dataset is the whole of the data, linked, as of one day.
type Dataset struct {
	AsOf cal.Day

	Records           // in hand: those withdrawn by the day of reference are in no list
	Every     Records // all of them, for pages and downloads
	Withdrawn []Withdrawn
	Claims    []*Claim // sorted by identifier, those of withdrawn records too

	Corrections []*Correction // in the order of their file
	List        *Source       // the official list of qualifications; nil when it was not collected
	Undescribed []*Listed     // qualifications of that list that no record describes
	Universes   []*Universe   // local bodies, by kind, as far as their lists were collected

	Disputes []*Dispute // declared contradictions, then what was only found

	Words record.Words // the vocabularies of the site

	added  Added
	units  map[string]quantity.Unit
	byID   map[record.Ref]any
	claims map[string]*Claim
	owned  map[record.Ref][]*Claim // claims by the record that they stand in
	refs   map[uintptr]record.Ref  // of the linked records, by where they are: see Around
}

func link(added Added, c *corpus.Corpus, asOf cal.Day) *Dataset {
	ds := &Dataset{AsOf: asOf, added: added, Words: c.Words(), units: map[string]quantity.Unit{},
		byID: map[record.Ref]any{}, claims: map[string]*Claim{},
		owned: map[record.Ref][]*Claim{}, refs: map[uintptr]record.Ref{}}
	for i := range c.Units {
		ds.units[c.Units[i].ID] = c.Units[i].Quantity()
	}
	ds.adopt(c)
	ds.gatherClaims(c)
	ds.correct(c)
	ds.follow()
	ds.linkListed(c.Collected)
	ds.judgeSources()
	ds.judgeSeries()
	ds.judgeCalculations()
	ds.judgeQualifications()
	ds.judgeMigrations()
	ds.judgeCommitments()
	ds.judgeRequests()
	ds.gatherWithdrawn(c)
	ds.retire()
	ds.measureUniverses(c)
	ds.judgeDisputes()
	ds.ask(c)
	ds.nameAll()
	return ds
}

// Units lists the units by identifier.
func (ds *Dataset) Units() []quantity.Unit {
	out := slices.Collect(maps.Values(ds.units))
	slices.SortFunc(out, func(a, b quantity.Unit) int { return strings.Compare(a.ID, b.ID) })
	return out
}

// Claim gives a claim by its identifier; nil when there is none.
func (ds *Dataset) Claim(id string) *Claim { return ds.claims[id] }

// ClaimsOf gives the claims of a list of identifiers, leaving out unknown ones.
func (ds *Dataset) ClaimsOf(ids []string) []*Claim {
	var out []*Claim
	for _, id := range ids {
		if c := ds.claims[id]; c != nil {
			out = append(out, c)
		}
	}
	return out
}

// Find gives a linked record by kind and identifier, or nil:
//
//	offer := dataset.Find[*dataset.Offer](ds, record.Offers, "cumulus")
func Find[T any](ds *Dataset, kind record.Kind, id string) (found T) {
	found, _ = ds.byID[record.Ref{Kind: kind, ID: id}].(T)
	return found
}

// SeriesByID gives a series; nil when there is none.
func (ds *Dataset) SeriesByID(id string) *Series { return Find[*Series](ds, record.SeriesKind, id) }

// CalculationByID gives a calculation; nil when there is none.
func (ds *Dataset) CalculationByID(id string) *Calculation {
	return Find[*Calculation](ds, record.Calculations, id)
}

// Figures lists every figure that stands in the data itself: the points of the
// series, the calculations, and the numbers of claims outside series; by identifier.
func (ds *Dataset) Figures() []figure.Figure {
	var out []figure.Figure
	for _, s := range ds.Every.Series {
		for _, p := range s.Points {
			out = append(out, p.Figure)
		}
	}
	for _, c := range ds.Every.Calculations {
		out = append(out, c.Figure)
	}
	for _, c := range ds.Every.Commitments {
		if c.Lateness.ID != "" {
			out = append(out, c.Lateness)
		}
	}
	out = append(out, ds.followed())
	for _, c := range ds.Claims {
		if c.Owner.Kind != record.SeriesKind && c.Value != nil {
			out = append(out, c.Figure())
		}
	}
	slices.SortFunc(out, func(a, b figure.Figure) int { return strings.Compare(a.ID, b.ID) })
	return out
}
