package dataset

import (
	"vigie/internal/corpus"
	"vigie/internal/record"
	"vigie/internal/value/quantity"
)

// Correction is a correction with the claim that it corrects.
type Correction struct {
	*record.Correction
	Claim   *Claim   // nil when there is none of that name
	Shows   []*Claim // claims that show the value that is published
	Applies bool     // the claim is published with another value on the day of reference
}

// SourceValue is the value that the source gives; nil when it gives none. It differs
// from Value where a correction publishes another one.
func (c *Claim) SourceValue() *quantity.Value {
	if c.sourceValue != nil {
		return c.sourceValue
	}
	return c.Value
}

// correct applies the corrections to the claims, before anything is made of
// them: Value becomes the value that is published, SourceValue keeps the other. The
// records stay as they were read.
func (ds *Dataset) correct(c *corpus.Corpus) {
	for i := range c.Corrections {
		one := &Correction{Correction: &c.Corrections[i]}
		one.Claim, one.Shows = ds.claims[one.Target], ds.ClaimsOf(one.ClaimIDs)
		ds.Corrections = append(ds.Corrections, one)
		if one.Claim == nil || one.Claim.Value == nil {
			continue
		}
		one.Claim.Corrections = append(one.Claim.Corrections, one)
		if !one.Correction.Applies(ds.AsOf) || one.Claim.sourceValue != nil {
			continue // check reports a claim that is corrected twice
		}
		one.Applies = true
		published := *one.Claim.Claim
		published.Value = one.Published
		one.Claim.sourceValue, one.Claim.Claim = one.Claim.Value, &published
	}
}
