package record

import (
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// Commitment is a promise: a public body (by) announced, on a day (announced), something that anyone can check, a
// number (target) or a thing that will be seen (object), by a deadline. A date that an authority sets for the services
// of the State is one too. A forecast, a goal without a date, an estimate that others put forward are none: they
// stand among events and series. The list is a selection, of those that sources hold, kept as well as missed. The
// state of a commitment (kept, kept late, missed, under way, unverifiable) is computed from observations, evidence and
// the day of reference; it is never typed.
type Commitment struct {
	Head `yaml:",inline"`
	// title: the promise in a few words
	Title lang.Text `yaml:"title" json:"title"`
	// wording: what was promised, in our own words
	Wording lang.Text `yaml:"wording" json:"wording"`
	// by: identifier of the organisation that promised
	By string `yaml:"by" json:"by"`
	// announced: when, as precisely as sources date it; where the first day was not found, that of
	// the source which recalls it
	Announced cal.Date `yaml:"announced" json:"announced"`
	// deadline: by when, of several that sources give the latest; without one it is no commitment
	Deadline *cal.Date `yaml:"deadline,omitempty" json:"deadline,omitempty"`
	// reckoned: how the deadline follows from what sources say, where none of them writes that date
	Reckoned lang.Text `yaml:"reckoned,omitempty" json:"reckoned,omitempty"`
	// object: what will be seen once it is kept, where what was promised is no number
	Object lang.Text `yaml:"object,omitempty" json:"object,omitempty"`
	// target: the number promised, when there is one
	Target *TargetValue `yaml:"target,omitempty" json:"target,omitempty"`
	// evidence: what sources say of its keeping, where no series measures it
	Evidence []Evidence `yaml:"evidence,omitempty" json:"evidence,omitempty"`
	// unmeasured: why nothing can measure it, when nothing can
	Unmeasured Reason `yaml:"unmeasured,omitempty" json:"unmeasured,omitempty"`
	// claims: who says that it was promised; none is left once it was withdrawn and they moved to another record
	Claims []Claim `yaml:"claims" json:"claims"`
	// note: what a reader must know
	Note lang.Text `yaml:"note,omitempty" json:"note,omitempty"`
}

// TargetValue is a promised number.
type TargetValue struct {
	// claim: identifier of the claim that holds the promised number
	Claim string `yaml:"claim" json:"claim"`
	// sense: reach (at least that) or stay-under (at most that)
	Sense string `yaml:"sense" json:"sense"`
	// series: identifier of the series that measures it, when one does
	Series string `yaml:"series,omitempty" json:"series,omitempty"`
}

// Evidence is what a source says of the keeping of a promise.
type Evidence struct {
	// on: the day of what was seen; that on which it was done, for a promise that was kept
	On cal.Date `yaml:"on" json:"on"`
	// kept: yes, no or partly
	Kept string `yaml:"kept" json:"kept"`
	// why: what was seen
	Why lang.Text `yaml:"why" json:"why"`
	// claims: who says so
	Claims []Claim `yaml:"claims,omitempty" json:"claims,omitempty"`
	// claim_ids: claims of other records that say so
	ClaimIDs []string `yaml:"claim_ids,omitempty" json:"claim_ids,omitempty"`
}

// Event is something that happened, or a statement that was made, on a date.
type Event struct {
	Head `yaml:",inline"`
	// on: when; absent when no source dates it
	On *cal.Period `yaml:"on,omitempty" json:"on,omitempty"`
	// kind: what sort of event
	Kind EventKind `yaml:"kind" json:"kind"`
	// title: what happened, in a line
	Title lang.Text `yaml:"title" json:"title"`
	// organisations: identifiers of the public bodies concerned
	Organisations []string `yaml:"organisations,omitempty" json:"organisations,omitempty"`
	// providers: identifiers of the providers concerned
	Providers []string `yaml:"providers,omitempty" json:"providers,omitempty"`
	// offers: identifiers of the offers concerned
	Offers []string `yaml:"offers,omitempty" json:"offers,omitempty"`
	// claims: who says so
	Claims []Claim `yaml:"claims" json:"claims"`
	// note: what a reader must know
	Note lang.Text `yaml:"note,omitempty" json:"note,omitempty"`
}

// EventKind is a sort of event: a word of the vocabulary event-kinds.
type EventKind string

// Doctrine is one rule of the State's cloud doctrine, in force over a period.
type Doctrine struct {
	Head `yaml:",inline"`
	// title: the rule in a few words
	Title lang.Text `yaml:"title" json:"title"`
	// text: the act that sets it
	Text string `yaml:"text" json:"text"`
	// number: its number in that text, if it has one
	Number string `yaml:"number,omitempty" json:"number,omitempty"`
	// in_force: from when to when
	InForce cal.Period `yaml:"in_force" json:"in_force"`
	// asks: what it asks, in our own words
	Asks lang.Text `yaml:"asks" json:"asks"`
	// applies_to: kinds of bodies that it binds; empty: those that the vocabulary of kinds of bodies says to be bound
	AppliesTo []BodyKind `yaml:"applies_to,omitempty" json:"applies_to,omitempty"`
	// leaves_out: kinds of bodies that it is known not to bind
	LeavesOut []BodyKind `yaml:"leaves_out,omitempty" json:"leaves_out,omitempty"`
	// sensitivity: sensitivity of the data that it is about
	Sensitivity Sensitivity `yaml:"sensitivity,omitempty" json:"sensitivity,omitempty"`
	// otherwise: true when it is about the data of which no other rule of its text speaks
	Otherwise bool `yaml:"otherwise,omitempty" json:"otherwise,omitempty"`
	// tiers: tiers that it allows for those data
	Tiers []TierID `yaml:"tiers,omitempty" json:"tiers,omitempty"`
	// asks_qualification: scheme under which it asks commercial offers to be qualified, for those data
	AsksQualification Scheme `yaml:"asks_qualification,omitempty" json:"asks_qualification,omitempty"`
	// asks_level: level of that scheme that it asks for, or a higher one; any when absent
	AsksLevel string `yaml:"asks_level,omitempty" json:"asks_level,omitempty"`
	// asks_cloud: true when it asks for the cloud by default, for the projects that it is about
	AsksCloud bool `yaml:"asks_cloud,omitempty" json:"asks_cloud,omitempty"`
	// claims: who says so
	Claims []Claim `yaml:"claims" json:"claims"`
	// note: what a reader must know
	Note lang.Text `yaml:"note,omitempty" json:"note,omitempty"`
}

// Contradiction explains claims that say otherwise of one thing.
type Contradiction struct {
	Head `yaml:",inline"`
	// title: what they disagree about
	Title lang.Text `yaml:"title" json:"title"`
	// claims: identifiers of the claims that disagree
	Claims []string `yaml:"claims" json:"claims"`
	// subject: what part of the observatory it is about, under which its page groups it
	Subject string `yaml:"subject,omitempty" json:"subject,omitempty"`
	// nature: value, date, status, definition or arithmetic
	Nature string `yaml:"nature" json:"nature"`
	// explanation: what is known of the reason
	Explanation lang.Text `yaml:"explanation" json:"explanation"`
	// would_settle: what would settle it
	WouldSettle lang.Text `yaml:"would_settle,omitempty" json:"would_settle,omitempty"`
	// apparent: true when both can hold once read closely
	Apparent bool `yaml:"apparent,omitempty" json:"apparent,omitempty"`
	// resolution: which of the claims holds, where they are no values of one observation, which bears its own
	Resolution *Resolution `yaml:"resolution,omitempty" json:"resolution,omitempty"`
}

// Natures is the closed list of natures of contradictions.
func Natures() []string { return []string{"value", "date", "status", "definition", "arithmetic"} }

// Silence is something that was looked for and not found.
type Silence struct {
	Head `yaml:",inline"`
	// title: what was looked for
	Title lang.Text `yaml:"title" json:"title"`
	// reason: why it is unknown
	Reason Reason `yaml:"reason" json:"reason"`
	// searched: the day of the last search
	Searched cal.Day `yaml:"searched" json:"searched"`
	// where: where it was looked for
	Where lang.Text `yaml:"where" json:"where"`
	// places: the places where it would stand that were read, by name; without one, nothing is said
	// to be published by nobody
	Places []PlaceRead `yaml:"places,omitempty" json:"places,omitempty"`
	// documents: the documents that a request would name, as the end of a sentence; the title when absent
	Documents lang.Text `yaml:"documents,omitempty" json:"documents,omitempty"`
	// ask: identifiers of the bodies to ask for them, where they are not the bodies concerned
	Ask []string `yaml:"ask,omitempty" json:"ask,omitempty"`
	// measure: identifier of the measure that it leaves without value, if one
	Measure string `yaml:"measure,omitempty" json:"measure,omitempty"`
	// organisations: identifiers of the bodies concerned
	Organisations []string `yaml:"organisations,omitempty" json:"organisations,omitempty"`
	// kinds: kinds of bodies concerned as a whole
	Kinds []BodyKind `yaml:"kinds,omitempty" json:"kinds,omitempty"`
	// providers: identifiers of the providers concerned
	Providers []string `yaml:"providers,omitempty" json:"providers,omitempty"`
	// note: what a reader must know
	Note lang.Text `yaml:"note,omitempty" json:"note,omitempty"`
}

// Shared says that one search stands for several bodies: it was made for all of
// them at once, and not body by body.
func (s Silence) Shared() bool { return len(s.Kinds) > 0 || len(s.Organisations) > 1 }

// PlaceRead is a place where what is missing would stand, and which was read.
type PlaceRead struct {
	// source: identifier of the source that was read
	Source string `yaml:"source" json:"source"`
	// at: where in the source (page, section, table)
	At string `yaml:"at,omitempty" json:"at,omitempty"`
	// holds: what it holds, and what it lacks, in our own words
	Holds lang.Text `yaml:"holds" json:"holds"`
}
