package dataset

import (
	"vigie/internal/record"
	"vigie/internal/value/cal"
)

// RequestState is where a request for documents stands on the day of reference.
// It is computed from its steps and from the delays of the law, never typed. After an
// appeal, and after its answer, it is the name of that step.
type RequestState string

// The states that every country has.
const (
	Waiting   RequestState = "waiting"        // the delay is not over
	Silent    RequestState = "silent-refusal" // the delay is over without an answer, which is a refusal; an appeal is open
	Turned    RequestState = "refused"        // refused in so many words; an appeal is open
	PartlyMet RequestState = "partial"        // some documents came; an appeal is open for the rest
	TooLate   RequestState = "too-late"       // refused, and the time to appeal is over
	Met       RequestState = "received"       // the documents came
)

// RequestStates is the closed list in a country with such steps, from the sending to the
// documents.
func RequestStates(words record.Words) []RequestState {
	out := []RequestState{Waiting, Silent, Turned, PartlyMet}
	for _, means := range []record.RequestStepMeaning{record.Appealed, record.AppealAnswered} {
		for _, step := range words.StepsThatMean(means) {
			out = append(out, RequestState(step.ID))
		}
	}
	return append(out, TooLate, Met)
}

// Request is a request for documents with where it stands.
type Request struct {
	*record.Request
	Organisation *Organisation
	Silence      *Silence
	Claims       []*Claim
	State        RequestState
	Due          cal.Day // the day on which silence becomes a refusal
	Refused      cal.Day // when it was refused, by words or by silence; none when it was not
	Appeal       cal.Day // the last day to appeal after a refusal; none without one

	law   Access
	words record.Words
}

func (ds *Dataset) judgeRequests() {
	for _, r := range ds.Requests {
		r.Organisation = Find[*Organisation](ds, record.Organisations, r.Request.Organisation)
		r.Silence = Find[*Silence](ds, record.Silences, r.Request.Silence)
		r.Claims = ds.of(r.Request.Claims)
		for _, s := range r.Steps {
			r.Claims = append(r.Claims, ds.of(s.Claims)...)
		}
		if r.Silence != nil {
			r.Silence.Requests = append(r.Silence.Requests, r)
		}
		if r.Organisation != nil {
			r.Organisation.Requests = append(r.Organisation.Requests, r)
		}
		r.law, r.words = ds.added.Access, ds.Words
		r.judge(ds.AsOf)
	}
}

// judge follows the steps up to the day. The delay runs from the day on which
// the body writes that it received the request, or else from the sending.
func (r *Request) judge(asOf cal.Day) {
	r.State, r.Due = Waiting, r.law.due(r.Sent)
	for _, s := range r.Steps {
		if s.On.After(asOf) {
			break
		}
		if r.State == Waiting && reached(r.Due, s.On) {
			r.refuse(Silent, r.Due)
		}
		switch r.words.StepMeaning(s.Step) {
		case record.Acknowledged:
			if r.State == Waiting {
				r.Due = r.law.due(s.On)
			}
		case record.Denied:
			r.refuse(Turned, s.On)
		case record.Partial:
			r.refuse(PartlyMet, s.On)
		case record.Appealed, record.AppealAnswered:
			r.State = RequestState(s.Step)
		case record.Received:
			r.State = Met
		}
	}
	if r.State == Waiting && reached(r.Due, asOf) {
		r.refuse(Silent, r.Due)
	}
	switch r.State {
	case Silent, Turned, PartlyMet:
		if !r.Appeal.IsZero() && asOf.After(r.Appeal) {
			r.State = TooLate
		}
	}
}

// turns is the next day on which the request stands otherwise.
func (r *Request) turns(asOf cal.Day) cal.Day {
	var days []cal.Day
	if !r.Due.IsZero() {
		days = append(days, r.Due)
	}
	if !r.Appeal.IsZero() {
		days = append(days, r.Appeal.AddDays(1))
	}
	for _, s := range r.Steps {
		days = append(days, s.On)
	}
	return firstOther(asOf, days, func(day cal.Day) bool {
		then := Request{Request: r.Request, law: r.law, words: r.words}
		then.judge(day)
		return then.State != r.State
	})
}

// refuse notes a refusal, from which the time to appeal runs.
func (r *Request) refuse(state RequestState, on cal.Day) {
	r.State, r.Refused, r.Appeal = state, on, r.law.appeal(on)
}

// due is the day on which silence becomes a refusal; none where it never does.
func (a Access) due(from cal.Day) cal.Day {
	if a.Answer == 0 {
		return cal.Day{}
	}
	return from.AddMonths(a.Answer)
}

// appeal is the last day to appeal after a refusal: the eve of the same day so many
// months later, the shortest reading of the delay.
func (a Access) appeal(refused cal.Day) cal.Day {
	if a.Appeal == 0 {
		return cal.Day{}
	}
	return refused.AddMonths(a.Appeal).AddDays(-1)
}

// reached says that a day that is set has come.
func reached(set, day cal.Day) bool { return !set.IsZero() && !day.Before(set) }
