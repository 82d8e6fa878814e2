package record

import (
	"slices"

	"vigie/internal/value/lang"
)

// TierRole is what rules and counts take a tier for, whatever a site calls it.
type TierRole string

// The closed list of roles.
const (
	InHouse     TierRole = "in-house"     // run by a public body itself, for others too
	Qualified   TierRole = "qualified"    // dedicated or qualified hosting at outside providers, and platforms on it
	PublicOffer TierRole = "public"       // public offers, not qualified
	OwnMachines TierRole = "own-machines" // the body's own machines, outside the tiers
	Several     TierRole = "several"      // several tiers at once
	Unplaced    TierRole = "unknown"      // cannot be placed
)

// TierRoles is the closed list.
func TierRoles() []TierRole {
	return []TierRole{InHouse, Qualified, PublicOffer, OwnMachines, Several, Unplaced}
}

// Cloud says that the role is that of one tier of the cloud.
func (r TierRole) Cloud() bool { return r == InHouse || r == Qualified || r == PublicOffer }

// Deducible says that a tier of the role may be deduced from an offer or a host: what a
// body runs itself is not, a source names it.
func (r TierRole) Deducible() bool { return r == Qualified || r == PublicOffer }

// TierColours are the colours that a tier may have, by their roles in the palette of
// charts. The mark beside its name has the pattern of a colour that has one.
func TierColours() []string {
	return []string{"tier-internal", "tier-dedicated", "tier-external", "own-means",
		"series1", "series2", "series3", "series4", "series5", "series6", "series7", "series8"}
}

// TierRole is the role of a tier; that of what cannot be placed for a word that is in
// no list.
func (w Words) TierRole(t TierID) TierRole {
	if one, ok := w.Find(TierList, string(t)); ok {
		return one.Role
	}
	return Unplaced
}

// Exempt says that rules about hosting leave a tier free.
func (w Words) Exempt(t TierID) bool {
	one, _ := w.Find(TierList, string(t))
	return one.Exempt
}

// Tiers lists the tiers of some roles, in the order of the vocabulary: of all, without a
// role.
func (w Words) Tiers(roles ...TierRole) []TierID {
	var out []TierID
	for _, one := range w.In(TierList) {
		if len(roles) == 0 || slices.Contains(roles, one.Role) {
			out = append(out, TierID(one.ID))
		}
	}
	return out
}

// CloudTiers lists the tiers of the cloud, from the one that protects most.
func (w Words) CloudTiers() []TierID { return w.Tiers(InHouse, Qualified, PublicOffer) }

// TierMark is the class of the mark beside the name of a tier: the pattern of its colour,
// or its own name.
func (w Words) TierMark(t TierID) string {
	one, _ := w.Find(TierList, string(t))
	switch one.Colour {
	case "tier-internal":
		return "internal"
	case "tier-dedicated":
		return "dedicated"
	case "tier-external":
		return "external"
	case "":
		return map[TierRole]string{Several: "mixed", Unplaced: string(NoTier)}[one.Role]
	}
	return one.Colour
}

// TierAddress is the last part of the address of the page of a tier.
func (w Words) TierAddress(t TierID) lang.Text {
	if one, ok := w.Find(TierList, string(t)); ok && !one.Address.IsZero() {
		return one.Address
	}
	return lang.Name(string(t))
}
