package indicator

import (
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/record"
)

// judging is a way to compute that needs Go.
type judging struct {
	compute func(*dataset.Dataset) Answer
	shape   Shape
	drawing string        // the usual one, where its file names none
	reads   []record.Kind // kinds of records that it goes through
	turns   []record.Kind // those of them of which the day of reference makes something that it goes by
	ahead   bool          // it looks ahead from the month under way
}

// What the ways below go through: the records that they count, with those to which these
// are linked and which they look at.
var (
	ofMigrations = []record.Kind{record.Migrations, record.Organisations, record.Providers, record.Offers,
		record.Silences, record.Measures, record.SeriesKind}
	ofQualifications = []record.Kind{record.Qualifications, record.Offers, record.Providers, record.Sources}
	ofFindings       = []record.Kind{record.Migrations, record.Qualifications, record.Doctrines, record.Offers,
		record.Providers, record.Organisations, record.Sources}
	ofAnswers = []record.Kind{record.Measures, record.Organisations, record.Silences, record.SeriesKind,
		record.Migrations, record.Sources}
)

// judged are the ways to compute that need Go: they judge records, and their lines and
// figures have names of their own. The words and the drawing of each are declared, in
// the file of data/indicators that bears its name.
var judged = map[record.Computing]judging{
	"tier-adoption": {compute: computeTierAdoption, shape: Through, drawing: "stacked-columns",
		reads: ofMigrations,
		turns: []record.Kind{record.Migrations}},
	"tier-adoption-by-kind": {compute: computeTierAdoptionByKind, shape: Categories,
		reads: ofMigrations,
		turns: []record.Kind{record.Migrations}},
	"migration-progress": {compute: computeMigrationProgress, shape: Categories,
		reads: ofMigrations,
		turns: []record.Kind{record.Migrations}},
	"bodies-with-migration": {compute: computeBodiesWithMigration, shape: Categories,
		reads: ofMigrations,
		turns: []record.Kind{record.Migrations}},
	"qualified-offers": {compute: computeQualifiedOffers, shape: Through,
		reads: ofQualifications,
		turns: []record.Kind{record.Qualifications}},
	"expiries-ahead": {compute: computeExpiriesAhead, shape: Through,
		reads: ofQualifications,
		turns: []record.Kind{record.Qualifications}, ahead: true},
	"qualifications-in-progress": {compute: computeQualificationsInProgress, shape: Categories,
		reads: ofQualifications,
		turns: []record.Kind{record.Qualifications}},
	"provider-control": {compute: computeProviderControl, shape: Categories,
		reads: ofMigrations,
		turns: []record.Kind{record.Migrations}},
	"source-freshness": {compute: computeSourceFreshness, shape: Categories,
		reads: record.Kinds(),
		turns: []record.Kind{record.Sources}},
	"findings": {compute: computeFindings, shape: Categories,
		reads: ofFindings,
		turns: []record.Kind{record.Qualifications, record.Migrations, record.Doctrines}},
	"findings-by-lack": {compute: computeFindingsByLack, shape: Categories,
		reads: slices.Concat(ofFindings, []record.Kind{record.Indicators}), // in the words of the findings
		turns: []record.Kind{record.Qualifications, record.Migrations, record.Doctrines}},
	"answers-by-measure": {compute: computeAnswersByMeasure, shape: Categories,
		reads: ofAnswers},
	"own-publications": {compute: computeOwnPublications, shape: Categories,
		reads: ofAnswers},
	"silences-by-reason": {compute: computeSilencesByReason, shape: Categories,
		reads: ofAnswers},
}

// Reads lists the kinds of records that an indicator goes through: another record of one
// of them may change its answer. The rows of a source are no records.
func (i Indicator) Reads() []record.Kind {
	d := i.Declared
	switch d.Compute {
	case record.ByCount, record.ByShare:
		if d.Count.Records == record.Sources && turnsWithTime(d.Count) { // any claim is a reading
			return record.Kinds()
		}
		return []record.Kind{d.Count.Records}
	case record.ByFlows:
		return append([]record.Kind{d.Flow.Records}, ofMigrations[1:]...) // what is computed of a service looks at these
	case record.BySpans, record.ByDeadlines:
		return []record.Kind{d.Of.Records, record.Offers, record.Providers, record.SeriesKind, record.Sources}
	case record.ByCalculation:
		return []record.Kind{record.Calculations}
	case record.ByRows:
		return nil
	}
	if slices.Contains(record.General(), d.Compute) {
		return []record.Kind{record.SeriesKind}
	}
	return judged[d.Compute].reads
}

// Turns lists the kinds of records with which time alone changes the answer of an
// indicator; ahead says that it changes with each month too.
func (i Indicator) Turns() (kinds []record.Kind, ahead bool) {
	d := i.Declared
	switch d.Compute {
	case record.ByCount, record.ByShare:
		if turnsWithTime(d.Count) {
			return []record.Kind{d.Count.Records}, false
		}
		return nil, false
	case record.ByFlows:
		return []record.Kind{d.Flow.Records}, false
	case record.BySpans, record.ByDeadlines:
		return []record.Kind{d.Of.Records}, false
	case record.ByRows, record.ByCalculation: // rows change with a visit alone
		return nil, false
	}
	if slices.Contains(record.General(), d.Compute) {
		return []record.Kind{record.SeriesKind}, false
	}
	way := judged[d.Compute]
	return way.turns, way.ahead
}

// turning are the keys of records that the day of reference computes.
var turning = []string{"freshness", "standing", "status", "live-since", "outcome"}

// turnsWithTime says that a count goes by what the day of reference changes.
func turnsWithTime(c *record.RecordCount) bool {
	keys := []string{c.Along, c.Split}
	for _, o := range slices.Concat(c.Only, c.Part) {
		keys = append(keys, o.Key)
	}
	return slices.ContainsFunc(keys, func(k string) bool {
		return slices.Contains(record.ComputedKeys()[c.Records], k) && slices.Contains(turning, k)
	})
}
