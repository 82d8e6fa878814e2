package indicator

import (
	"vigie/internal/dataset"
	"vigie/internal/record"
)

// proof is what the qualifications read say of the hosts of a service.
type proof int

const (
	noHost     proof = iota // no offer and no provider is named
	none                    // none was granted, or the authority ended it
	lapsed                  // the term of the last one read has passed: a renewal may exist
	heldNearby              // another offer of the same host is qualified; its reach is not stated
	held                    // by the offer, or by the host where no offer is named
)

// proofOf looks at the offer of a service, then at all offers of its hosts.
func proofOf(m *dataset.Migration, scheme record.Scheme) proof {
	var ofHost []*dataset.Qualification
	for _, p := range m.Providers {
		ofHost = append(ofHost, p.Qualifications...)
	}
	if m.Offer == nil {
		if len(m.Providers) == 0 {
			return noHost
		}
		return best(ofHost, scheme)
	}
	if m.Offer.Provider != nil {
		ofHost = append(ofHost, m.Offer.Provider.Qualifications...)
	}
	own, nearby := best(m.Offer.Qualifications, scheme), best(ofHost, scheme)
	if own == none && nearby == held {
		return heldNearby
	}
	return max(own, min(nearby, lapsed)) // what lapsed nearby may have been renewed
}

// best is the best standing of qualifications under a scheme.
func best(list []*dataset.Qualification, scheme record.Scheme) proof {
	out := none
	for _, q := range list {
		switch {
		case q.Scheme != scheme:
		case q.Counts():
			return held
		case q.Standing == dataset.StandingExpired:
			out = lapsed
		}
	}
	return out
}
