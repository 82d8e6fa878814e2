package record

// ClaimKind is what the identifier of a claim refers to. Claims are no records:
// they stand inside them, under identifiers that are unique in the whole of data/.
const ClaimKind Kind = "claims"

// References tells, for every field that holds identifiers, the kind of record
// that they name. Withdrawal.replaced_by is not there: it names a record of the
// kind of its owner.
func References() map[string]Kind {
	return map[string]Kind{
		"record.Claim.source":               Sources,
		"record.Claim.unit":                 Units,
		"record.Collecting.yields_to":       Sources,
		"record.Perimeter.follows":          Perimeters,
		"record.Perimeter.claim_ids":        ClaimKind,
		"record.Meaning.claim_ids":          ClaimKind,
		"record.Organisation.parent":        Organisations,
		"record.Offer.provider":             Providers,
		"record.Offer.operator":             Organisations,
		"record.Offer.built_on":             Offers,
		"record.Qualification.offer":        Offers,
		"record.Qualification.replaces":     Qualifications,
		"record.Listing.source":             Sources,
		"record.Migration.organisation":     Organisations,
		"record.Migration.providers":        Providers,
		"record.Migration.offer":            Offers,
		"record.Migration.left":             Offers,
		"record.Series.measure":             Measures,
		"record.Series.perimeter":           Perimeters,
		"record.Observation.perimeter":      Perimeters,
		"record.Observation.spoken_of":      ClaimKind,
		"record.Series.unit":                Units,
		"record.Series.organisation":        Organisations,
		"record.Series.provider":            Providers,
		"record.Series.offer":               Offers,
		"record.Series.part_of":             SeriesKind,
		"record.Series.share_of":            SeriesKind,
		"record.Resolution.claim":           ClaimKind,
		"record.Commitment.by":              Organisations,
		"record.TargetValue.claim":          ClaimKind,
		"record.TargetValue.series":         SeriesKind,
		"record.Evidence.claim_ids":         ClaimKind,
		"record.Event.organisations":        Organisations,
		"record.Event.providers":            Providers,
		"record.Event.offers":               Offers,
		"record.Calculation.unit":           Units,
		"record.Input.claim":                ClaimKind,
		"record.Contradiction.claims":       ClaimKind,
		"record.Correction.target":          ClaimKind,
		"record.Correction.claim_ids":       ClaimKind,
		"record.PlaceRead.source":           Sources,
		"record.Silence.measure":            Measures,
		"record.Silence.organisations":      Organisations,
		"record.Silence.providers":          Providers,
		"record.Change.source":              Sources,
		"record.Silence.ask":                Organisations,
		"record.Source.edition_of":          Sources,
		"record.Source.by":                  Organisations,
		"record.Indicator.unit":             Units,
		"record.IndicatorLine.series":       SeriesKind,
		"record.IndicatorLine.calculations": Calculations,
		"record.IndicatorLine.targets_of":   SeriesKind,
		"record.RowCount.source":            Sources,
		"record.Request.organisation":       Organisations,
		"record.Request.silence":            Silences,
	}
}
