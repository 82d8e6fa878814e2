package record

import (
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// Migration is one service of one organisation and where it is hosted: a list of
// dated changes, never one overwritten field. One record is a documented case,
// never a rate of adoption of the organisation or of the State.
type Migration struct {
	Head `yaml:",inline"`
	// organisation: identifier of the organisation whose service it is
	Organisation string `yaml:"organisation" json:"organisation"`
	// service: what the service is
	Service lang.Text `yaml:"service" json:"service"`
	// tier: the tier that hosts it
	Tier TierID `yaml:"tier" json:"tier"`
	// tier_from: what a known tier rests on: the words of the source, or our deduction
	TierFrom TierOrigin `yaml:"tier_from,omitempty" json:"tier_from,omitempty"`
	// tier_unknown: why the tier cannot be given, when it is unknown
	TierUnknown TierGap `yaml:"tier_unknown,omitempty" json:"tier_unknown,omitempty"`
	// tier_basis: what the tier, or its absence, rests on besides, in words
	TierBasis lang.Text `yaml:"tier_basis,omitempty" json:"tier_basis,omitempty"`
	// model: service model, when known
	Model Model `yaml:"model,omitempty" json:"model,omitempty"`
	// providers: identifiers of the hosts
	Providers []string `yaml:"providers,omitempty" json:"providers,omitempty"`
	// offer: identifier of the offer, when the source names it
	Offer string `yaml:"offer,omitempty" json:"offer,omitempty"`
	// provider_unknown: why no host is named
	ProviderUnknown Reason `yaml:"provider_unknown,omitempty" json:"provider_unknown,omitempty"`
	// host: what the source says of the host, where no provider or offer says it
	Host lang.Text `yaml:"host,omitempty" json:"host,omitempty"`
	// hosting_qualification: what is known of the qualification of the hosting, scheme by scheme
	HostingQualification []HostedUnder `yaml:"hosting_qualification" json:"hosting_qualification"`
	// sensitivity: sensitivity of the data, only where a source says it
	Sensitivity Sensitivity `yaml:"sensitivity,omitempty" json:"sensitivity,omitempty"`
	// left: identifier of the offer that the service left, when it moved
	Left string `yaml:"left,omitempty" json:"left,omitempty"`
	// statuses: what was known of it, and when, in order of time
	Statuses []Status `yaml:"statuses" json:"statuses"`
	// note: what a reader must know
	Note lang.Text `yaml:"note,omitempty" json:"note,omitempty"`
}

// TierShown is what pages and counts call the tier: one that is deduced has a name
// of its own, such as "external-deduced".
func (m Migration) TierShown() string {
	if m.TierFrom.Deduced() {
		return string(m.Tier) + "-deduced"
	}
	return string(m.Tier)
}

// Status is one dated state of a migration.
type Status struct {
	// status: announced, planned, under-way, live, postponed, abandoned or moved-back
	Status MigrationStatus `yaml:"status" json:"status"`
	// on: when; absent when the source bears no date
	On *cal.Period `yaml:"on,omitempty" json:"on,omitempty"`
	// dating: documented (the date is that of the source) or event (the source dates the change itself)
	Dating Dating `yaml:"dating" json:"dating"`
	// claims: who says so
	Claims []Claim `yaml:"claims" json:"claims"`
}

// MigrationStatus is a state of a migration.
type MigrationStatus string

// The closed list of states.
const (
	Announced MigrationStatus = "announced"
	Planned   MigrationStatus = "planned"
	UnderWay  MigrationStatus = "under-way"
	Live      MigrationStatus = "live"
	Postponed MigrationStatus = "postponed"
	Abandoned MigrationStatus = "abandoned"
	MovedBack MigrationStatus = "moved-back"
)

// MigrationStatuses is the closed list, in the order of a migration's life.
func MigrationStatuses() []MigrationStatus {
	return []MigrationStatus{Announced, Planned, UnderWay, Live, Postponed, Abandoned, MovedBack}
}

// Dating says what a date is the date of.
type Dating string

// The two datings.
const (
	Documented Dating = "documented"
	Dated      Dating = "event"
)

// HostedUnder is what is known of the qualification of a hosting under one scheme.
type HostedUnder struct {
	// scheme: the scheme
	Scheme Scheme `yaml:"scheme" json:"scheme"`
	// level: level of the scheme that the source names, where the scheme has levels
	Level string `yaml:"level,omitempty" json:"level,omitempty"`
	// standing: what is known of the qualification
	Standing HostQualification `yaml:"standing" json:"standing"`
}

// Under is what is known of the qualification of the hosting under a scheme; empty
// where the record does not speak of that scheme.
func (m Migration) Under(s Scheme) HostQualification {
	for _, h := range m.HostingQualification {
		if h.Scheme == s {
			return h.Standing
		}
	}
	return ""
}

// LevelUnder is the level of a scheme that the hosting is said to have; empty where nothing says one.
func (m Migration) LevelUnder(s Scheme) string {
	for _, h := range m.HostingQualification {
		if h.Scheme == s {
			return h.Level
		}
	}
	return ""
}

// HostQualification is what is known of the qualification of a hosting under a scheme.
type HostQualification string

// The closed list of what can be known.
const (
	HostQualified HostQualification = "qualified" // the source says that the hosting is qualified
	// a platform on qualified infrastructure, itself not qualified
	InfrastructureOnly HostQualification = "infrastructure-only"
	HostInProgress     HostQualification = "in-progress" // the provider's qualification is in progress
	NotQualified       HostQualification = "not-qualified"
	HostDiffers        HostQualification = "differs"        // part is qualified and part is not
	HostUnknown        HostQualification = "unknown"        // the source does not allow to decide
	HostNotApplicable  HostQualification = "not-applicable" // internal cloud or own machines
)

// HostQualifications is the closed list.
func HostQualifications() []HostQualification {
	return []HostQualification{HostQualified, InfrastructureOnly, HostInProgress, NotQualified, HostDiffers, HostUnknown,
		HostNotApplicable}
}

// Sensitivity of data or of an application: a word of the vocabulary sensitivities.
type Sensitivity string
