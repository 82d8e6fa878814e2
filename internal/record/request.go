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

// RequestStepName is a sort of step: a word of the vocabulary of steps of a request. Rules
// and judgements ask what it means and never for its name.
type RequestStepName string

// RequestStepMeaning is what a step does to a request.
type RequestStepMeaning string

// The closed list of what steps mean.
const (
	Acknowledged   RequestStepMeaning = "acknowledged"    // the body has the request: the delay runs from there
	Received       RequestStepMeaning = "received"        // the documents came
	Partial        RequestStepMeaning = "partial"         // some of them came
	Denied         RequestStepMeaning = "refused"         // the body refused in so many words
	Appealed       RequestStepMeaning = "appealed"        // somebody was asked to judge the refusal: an authority, a court
	AppealAnswered RequestStepMeaning = "appeal-answered" // they did
)

// RequestStepMeanings is the closed list.
func RequestStepMeanings() []RequestStepMeaning {
	return []RequestStepMeaning{Acknowledged, Received, Partial, Denied, Appealed, AppealAnswered}
}

// StepMeaning is what a step does to a request; nothing when the site has no such step.
func (w Words) StepMeaning(name RequestStepName) RequestStepMeaning {
	word, _ := w.Find(RequestStepList, string(name))
	return word.Means
}

// StepsThatMean lists the steps of a request that mean one thing, in the order of the
// vocabulary.
func (w Words) StepsThatMean(means RequestStepMeaning) []Word {
	var out []Word
	for _, one := range w.In(RequestStepList) {
		if one.Means == means {
			out = append(out, one)
		}
	}
	return out
}
