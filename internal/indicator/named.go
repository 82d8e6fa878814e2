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
	record.Computing("tier-adoption"):              {computeTierAdoption, Through},
	record.Computing("tier-adoption-by-kind"):      {computeTierAdoptionByKind, Categories},
	record.Computing("migration-progress"):         {computeMigrationProgress, Categories},
	record.Computing("bodies-with-migration"):      {computeBodiesWithMigration, Categories},
	record.Computing("qualified-offers"):           {computeQualifiedOffers, Through},
	record.Computing("qualification-calendar"):     {computeQualificationCalendar, Spans},
	record.Computing("expiries-ahead"):             {computeExpiriesAhead, Through},
	record.Computing("qualifications-in-progress"): {computeQualificationsInProgress, Categories},
	record.Computing("commitments"):                {computeCommitments, Deadlines},
	record.Computing("commitments-by-outcome"):     {computeCommitmentsByOutcome, Categories},
	record.Computing("provider-control"):           {computeProviderControl, Categories},
	record.Computing("source-freshness"):           {computeSourceFreshness, Categories},
	record.Computing("sources-by-quality"):         {computeSourcesByQuality, Categories},
	record.Computing("findings"):                   {computeFindings, Categories},
	record.Computing("findings-by-lack"):           {computeFindingsByLack, Categories},
	record.Computing("answers-by-measure"):         {computeAnswersByMeasure, Categories},
	record.Computing("own-publications"):           {computeOwnPublications, Categories},
	record.Computing("silences-by-reason"):         {computeSilencesByReason, Categories},
}
