package dataset

import (
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// NameOf is what readers call a record: its name or title, or its identifier
// where it has neither.
func (ds *Dataset) NameOf(ref record.Ref) lang.Text {
	switch r := ds.byID[ref].(type) {
	case *Source:
		return lang.Name(r.Title)
	case *Measure:
		return r.Title
	case *Perimeter:
		return r.Title
	case *Tier:
		return r.Name
	case *Organisation:
		return r.Name
	case *Provider:
		return r.Name
	case *Offer:
		return r.Name
	case *Qualification:
		if r.Offer != nil {
			return r.Offer.Name
		}
	case *Migration:
		return r.Service
	case *Series:
		return r.Title
	case *Commitment:
		return r.Title
	case *Event:
		return r.Title
	case *Doctrine:
		return r.Title
	case *Calculation:
		return r.Title
	case *Contradiction:
		return r.Title
	case *Silence:
		return r.Title
	case *Request:
		return r.Asked
	case *Indicator:
		return r.Title
	case *Declared:
		return r.Reason
	}
	return lang.Name(ref.ID)
}
