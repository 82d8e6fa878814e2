package indicator

import (
	"vigie/internal/dataset"
	"vigie/internal/record"
)

// judged are the ways to compute that need Go: they judge records, and their lines and
// figures have names of their own. The words and the drawing of each are declared, in
// the file of data/indicators that bears its name.
var judged = map[record.Computing]struct {
	compute func(*dataset.Dataset) Answer
	shape   Shape
}{
	"tier-adoption":              {computeTierAdoption, Through},
	"tier-adoption-by-kind":      {computeTierAdoptionByKind, Categories},
	"migration-progress":         {computeMigrationProgress, Categories},
	"bodies-with-migration":      {computeBodiesWithMigration, Categories},
	"qualified-offers":           {computeQualifiedOffers, Through},
	"expiries-ahead":             {computeExpiriesAhead, Through},
	"qualifications-in-progress": {computeQualificationsInProgress, Categories},
	"provider-control":           {computeProviderControl, Categories},
	"source-freshness":           {computeSourceFreshness, Categories},
	"findings":                   {computeFindings, Categories},
	"findings-by-lack":           {computeFindingsByLack, Categories},
	"answers-by-measure":         {computeAnswersByMeasure, Categories},
	"own-publications":           {computeOwnPublications, Categories},
	"silences-by-reason":         {computeSilencesByReason, Categories},
}
