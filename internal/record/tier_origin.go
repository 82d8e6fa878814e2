package record

// TierOrigin is what a known tier rests on. A source that names a host names no
// tier: what we make of the host is a deduction, and is shown as one.
type TierOrigin string

// The closed list of what a tier can rest on.
const (
	// the source gives the tier: the qualification or its absence, an internal cloud, own machines
	Stated    TierOrigin = "stated"
	FromOffer TierOrigin = "deduced-from-offer" // the source names an offer, whose tier is known here
	// the source names a host alone, none of whose known offers is qualified
	FromHost TierOrigin = "deduced-from-host"
	// the source gives a web address of the running service, which names an offer
	FromAddress TierOrigin = "deduced-from-address"
)

// TierOrigins is the closed list, the firmest first.
func TierOrigins() []TierOrigin { return []TierOrigin{Stated, FromOffer, FromHost, FromAddress} }

// Deduced reports whether the tier is our deduction.
func (o TierOrigin) Deduced() bool { return o != "" && o != Stated }

// TierGap is why a tier cannot be given.
type TierGap string

// The closed list of reasons.
const (
	// the host, or the contract, has qualified offers, and the source does not name the offer in use
	OfferUnnamed TierGap = "offer-unnamed"
	HostUnnamed  TierGap = "host-unnamed" // the source names no host
	AddressOnly  TierGap = "address-only" // only the address of a page beside the service was read
	ToCome       TierGap = "to-come"      // the service is not there yet, and the offer is not named
	PublicHost   TierGap = "public-host"  // the host is a public body, and the source names no internal cloud
)

// TierGaps is the closed list, in the order in which pages show it.
func TierGaps() []TierGap {
	return []TierGap{OfferUnnamed, HostUnnamed, AddressOnly, ToCome, PublicHost}
}
