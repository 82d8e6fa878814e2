package record

import (
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// Request is a request for access to administrative documents, under the law of the
// country. Only requests that were really sent stand in data/. Where it stands
// (waiting, refused by silence, under appeal) is computed from its steps and the day
// of reference; it is never typed.
type Request struct {
	Head `yaml:",inline"`
	// organisation: identifier of the body that was asked
	Organisation string `yaml:"organisation" json:"organisation"`
	// silence: identifier of the silence that an answer would end
	Silence string `yaml:"silence" json:"silence"`
	// asked: the documents that were asked for, in our own words
	Asked lang.Text `yaml:"asked" json:"asked"`
	// sent: the day on which it was sent
	Sent cal.Day `yaml:"sent" json:"sent"`
	// claims: who says that it was sent
	Claims []Claim `yaml:"claims" json:"claims"`
	// steps: what came of it, in order of time
	Steps []RequestStep `yaml:"steps,omitempty" json:"steps,omitempty"`
	// note: what a reader must know
	Note lang.Text `yaml:"note,omitempty" json:"note,omitempty"`
}

// RequestStep is one thing that came of a request.
type RequestStep struct {
	// step: what happened
	Step RequestStepName `yaml:"step" json:"step"`
	// on: the day on which it happened
	On cal.Day `yaml:"on" json:"on"`
	// says: what the answer says, in our own words
	Says lang.Text `yaml:"says,omitempty" json:"says,omitempty"`
	// claims: who says so
	Claims []Claim `yaml:"claims" json:"claims"`
}

// RequestStepName is a sort of step.
type RequestStepName string

// The closed list of steps.
const (
	Acknowledged RequestStepName = "acknowledged" // the body says that it has the request: the month runs from there
	Received     RequestStepName = "received"     // the documents came
	Partial      RequestStepName = "partial"      // some of them came
	Denied       RequestStepName = "refused"      // the body refused in so many words
	CADASeized   RequestStepName = "cada-seized"  // the CADA was asked for its opinion
	CADAOpinion  RequestStepName = "cada-opinion" // the CADA gave it
)

// RequestStepNames is the closed list.
func RequestStepNames() []RequestStepName {
	return []RequestStepName{Acknowledged, Received, Partial, Denied, CADASeized, CADAOpinion}
}
