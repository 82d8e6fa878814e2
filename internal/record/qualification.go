package record

import (
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// Qualification is one decision, or one request in progress, by which an
// authority qualifies a service (never a company) under a scheme. How long a
// qualification lasts at most stands with the scheme, in the vocabulary of schemes.
type Qualification struct {
	Head `yaml:",inline"`
	// offer: identifier of the qualified service
	Offer string `yaml:"offer" json:"offer"`
	// scheme: the scheme
	Scheme Scheme `yaml:"scheme" json:"scheme"`
	// level: level of the scheme, where it has levels
	Level string `yaml:"level,omitempty" json:"level,omitempty"`
	// version: version of the reference document, only where a source says it
	Version string `yaml:"version,omitempty" json:"version,omitempty"`
	// stage: in-progress, or granted; what time changes (expired) is computed
	Stage QualificationStage `yaml:"stage" json:"stage"`
	// decision: the decision, once granted
	Decision *Decision `yaml:"decision,omitempty" json:"decision,omitempty"`
	// period: first and last day of validity, both included
	Period *Validity `yaml:"period,omitempty" json:"period,omitempty"`
	// unknown: why decision or period are not known, when they are not
	Unknown Reason `yaml:"unknown,omitempty" json:"unknown,omitempty"`
	// milestones: steps of the procedure that were reached
	Milestones []Milestone `yaml:"milestones,omitempty" json:"milestones,omitempty"`
	// listings: what each edition of the list that was read says of it
	Listings []Listing `yaml:"listings,omitempty" json:"listings,omitempty"`
	// replaces: identifier of the qualification that it takes over from
	Replaces string `yaml:"replaces,omitempty" json:"replaces,omitempty"`
	// suspended: suspension by the authority
	Suspended *Ending `yaml:"suspended,omitempty" json:"suspended,omitempty"`
	// ended: withdrawal by the authority before its term
	Ended *Ending `yaml:"ended,omitempty" json:"ended,omitempty"`
	// claims: who says so
	Claims []Claim `yaml:"claims" json:"claims"`
	// note: what a reader must know
	Note lang.Text `yaml:"note,omitempty" json:"note,omitempty"`
}

// Scheme is a qualification or label: a word of the vocabulary of schemes.
type Scheme string

// QualificationStage is where a qualification stands, time apart.
type QualificationStage string

// The closed list of stages.
const (
	InProgress QualificationStage = "in-progress"
	Granted    QualificationStage = "granted"
)

// Decision is the act that grants a qualification.
type Decision struct {
	// number: its number, as printed
	Number string `yaml:"number" json:"number"`
	// url: address of the act
	URL string `yaml:"url,omitempty" json:"url,omitempty"`
}

// Validity is a span of days, both included.
type Validity struct {
	// from: first day
	From cal.Day `yaml:"from" json:"from"`
	// until: last day
	Until cal.Day `yaml:"until" json:"until"`
}

// Milestone is a step reached in a qualification procedure.
type Milestone struct {
	// name: its name, one of the milestones of the scheme
	Name string `yaml:"name" json:"name"`
	// on: when it was reached
	On cal.Date `yaml:"on" json:"on"`
	// claims: who says so
	Claims []Claim `yaml:"claims" json:"claims"`
}

// Listing is what one edition of a list says of a qualification.
type Listing struct {
	// edition: date of the edition of the list
	Edition cal.Date `yaml:"edition" json:"edition"`
	// listed: yes, no, provider-only (the provider is named, the service was not checked) or replaced
	Listed string `yaml:"listed" json:"listed"`
	// recommendation: level of recommendation printed on the list
	Recommendation string `yaml:"recommendation,omitempty" json:"recommendation,omitempty"`
	// source: identifier of the source in which it was read
	Source string `yaml:"source" json:"source"`
}

// Ending is the day and the reason of a suspension or a withdrawal.
type Ending struct {
	// on: the day
	On cal.Day `yaml:"on" json:"on"`
	// claims: who says so
	Claims []Claim `yaml:"claims" json:"claims"`
}
