package indicator

import (
	"slices"

	"vigie/internal/dataset"
)

// proof is what the qualifications read say of the hosts of a service.
type proof int

const (
	noHost     proof = iota // no offer and no provider is named
	none                    // none was granted, or the authority ended it
	tooLow                  // by the offer, or by the host, at a lower level than the one asked for
	noLevel                 // the same, at a level that was not read
	lapsed                  // the term of the last one read has passed: a renewal may exist
	heldNearby              // another offer of the same host is qualified; its reach is not stated
	held                    // by the offer, or by the host where no offer is named
)

// proofOf looks at the offer of a service, then at all offers of its hosts.
func proofOf(m *dataset.Migration, read catalogue) proof {
	var ofHost []*dataset.Qualification
	for _, p := range m.Providers {
		ofHost = append(ofHost, p.Qualifications...)
	}
	if m.Offer == nil {
		if len(m.Providers) == 0 {
			return noHost
		}
		return best(ofHost, read)
	}
	if m.Offer.Provider != nil {
		ofHost = append(ofHost, m.Offer.Provider.Qualifications...)
	}
	own, nearby := best(m.Offer.Qualifications, read), best(ofHost, read)
	switch {
	case own == none && nearby == held:
		return heldNearby
	case own < tooLow && nearby >= lapsed:
		return lapsed // what lapsed nearby may have been renewed
	}
	return own
}

// best is the best standing of qualifications under the scheme that was read, at the level that is asked for.
func best(list []*dataset.Qualification, read catalogue) proof {
	out := none
	for _, q := range list {
		switch {
		case q.Scheme != read.scheme:
		case q.Counts() && read.takes(q.Level):
			return held
		case q.Counts() && q.Level == "":
			out = max(out, noLevel)
		case q.Counts():
			out = max(out, tooLow)
		case q.Standing == dataset.StandingExpired && (q.Level == "" || read.takes(q.Level)):
			out = lapsed
		}
	}
	return out
}

// takes says that a level is one that is asked for; any is where none is asked for.
func (c catalogue) takes(level string) bool {
	return c.enough == nil || slices.Contains(c.enough, level)
}
