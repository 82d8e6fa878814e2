package record

import (
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// Organisation is a public body that uses, runs or steers the cloud.
type Organisation struct {
	Head `yaml:",inline"`
	// name: its usual name; a proper name may be written once
	Name lang.Text `yaml:"name" json:"name"`
	// short: its acronym or short name
	Short string `yaml:"short,omitempty" json:"short,omitempty"`
	// kind: what kind of body it is
	Kind BodyKind `yaml:"kind" json:"kind"`
	// identifiers: numbers and codes under which registers know it, as far as they were read in a source
	Identifiers []Identifier `yaml:"identifiers,omitempty" json:"identifiers,omitempty"`
	// parent: identifier of the organisation that it belongs to or is supervised by
	Parent string `yaml:"parent,omitempty" json:"parent,omitempty"`
	// claims: what sources say of it that is no migration, event or observation
	Claims []Claim `yaml:"claims,omitempty" json:"claims,omitempty"`
	// note: what a reader must know
	Note lang.Text `yaml:"note,omitempty" json:"note,omitempty"`
}

// Numbers are those that people know it by, as far as they are known.
func (o *Organisation) Numbers() []string { return numbers(o.Identifiers) }

// Numbers are those that people know it by, as far as they are known.
func (p *Provider) Numbers() []string { return numbers(p.Identifiers) }

func numbers(known []Identifier) []string {
	var out []string
	for _, i := range known {
		out = append(out, i.Value)
	}
	return out
}

// BodyKind is a kind of public body: a word of the vocabulary body-kinds.
type BodyKind string

// Provider is a company or body that sells or runs cloud services.
type Provider struct {
	Head `yaml:",inline"`
	// name: its trade name
	Name lang.Text `yaml:"name" json:"name"`
	// identifiers: numbers and codes under which registers know it, as far as they were read in a source
	Identifiers []Identifier `yaml:"identifiers,omitempty" json:"identifiers,omitempty"`
	// incorporation: country where the company is registered
	Incorporation *Place `yaml:"incorporation,omitempty" json:"incorporation,omitempty"`
	// control: who ultimately controls it, as far as a source says
	Control []Control `yaml:"control,omitempty" json:"control,omitempty"`
	// claims: what sources say of it besides
	Claims []Claim `yaml:"claims,omitempty" json:"claims,omitempty"`
	// note: what a reader must know
	Note lang.Text `yaml:"note,omitempty" json:"note,omitempty"`
}

// Place is a country with its claims.
type Place struct {
	// country: ISO 3166-1 code of two letters, or "unknown"
	Country string `yaml:"country" json:"country"`
	// claims: who says so
	Claims []Claim `yaml:"claims" json:"claims"`
}

// Control is one controlling holder of a provider.
type Control struct {
	// by: who holds it
	By lang.Text `yaml:"by" json:"by"`
	// country: country of the holder, ISO 3166-1, or "unknown"
	Country string `yaml:"country" json:"country"`
	// extent: whole, majority, part or unknown
	Extent string `yaml:"extent" json:"extent"`
	// claims: who says so
	Claims []Claim `yaml:"claims" json:"claims"`
}

// Extents is the closed list of extents of control.
func Extents() []string { return []string{"whole", "majority", "part", "unknown"} }

// Offer is a service that a provider sells or a State body runs for others.
type Offer struct {
	Head `yaml:",inline"`
	// name: its trade name
	Name lang.Text `yaml:"name" json:"name"`
	// provider: identifier of the provider that sells it
	Provider string `yaml:"provider,omitempty" json:"provider,omitempty"`
	// operator: identifier of the public body that runs it (internal clouds), instead of a provider
	Operator string `yaml:"operator,omitempty" json:"operator,omitempty"`
	// tier: the tier that it belongs to
	Tier TierID `yaml:"tier" json:"tier"`
	// models: service models, as far as a source says
	Models []Model `yaml:"models,omitempty" json:"models,omitempty"`
	// built_on: identifier of the offer whose infrastructure it stands on
	BuiltOn string `yaml:"built_on,omitempty" json:"built_on,omitempty"`
	// handles: kinds of data that it may hold, and who says so
	Handles []Handling `yaml:"handles,omitempty" json:"handles,omitempty"`
	// datacentres: where data are kept, as far as a source says
	Datacentres []Datacentre `yaml:"datacentres,omitempty" json:"datacentres,omitempty"`
	// claims: what sources say of it besides
	Claims []Claim `yaml:"claims,omitempty" json:"claims,omitempty"`
	// note: what a reader must know
	Note lang.Text `yaml:"note,omitempty" json:"note,omitempty"`
}

// Handling says whether an offer may hold a kind of data.
type Handling struct {
	// data: the kind of data
	Data lang.Text `yaml:"data" json:"data"`
	// allowed: yes, no or disputed
	Allowed string `yaml:"allowed" json:"allowed"`
	// claims: who says so
	Claims []Claim `yaml:"claims" json:"claims"`
}

// Datacentre is a place where data are kept.
type Datacentre struct {
	// where: the place, in words
	Where lang.Text `yaml:"where" json:"where"`
	// claims: who says so
	Claims []Claim `yaml:"claims" json:"claims"`
}

// Model is a cloud service model: a word of the vocabulary service-models.
type Model string

// TierID is a tier of the site, or what stands outside its tiers: a word of the
// vocabulary of tiers. Rules and counts ask for its role and never for its name.
type TierID string

// NoTier is the tier of what cannot be placed; each site has it.
const NoTier TierID = "unknown"

// Tier is what a tier means, and meant.
type Tier struct {
	Head `yaml:",inline"`
	// name: its name
	Name lang.Text `yaml:"name" json:"name"`
	// meanings: what it meant in each period
	Meanings []Meaning `yaml:"meanings" json:"meanings"`
	// named_by: words of a claim that name this tier, in French, or in English where the site has no French, small
	// letters; what is stated bears one of them
	NamedBy []string `yaml:"named_by,omitempty" json:"named_by,omitempty"`
	// note: what a reader must know
	Note lang.Text `yaml:"note,omitempty" json:"note,omitempty"`
}

// Meaning is what a tier is in one period of the doctrine.
type Meaning struct {
	// period: from when to when
	Period cal.Period `yaml:"period" json:"period"`
	// name: what the texts of the period call it
	Name lang.Text `yaml:"name" json:"name"`
	// for: what data or applications it is for
	For lang.Text `yaml:"for" json:"for"`
	// claims: who says so; identifiers of claims that stand elsewhere are in claim_ids
	Claims []Claim `yaml:"claims,omitempty" json:"claims,omitempty"`
	// claim_ids: claims of other records that it rests on
	ClaimIDs []string `yaml:"claim_ids,omitempty" json:"claim_ids,omitempty"`
}
