package check

import (
	"cmp"
	"fmt"
	"strings"

	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var requestSteps = Rule{
	Name: "request-steps", Severity: problem.Error,
	Title: both("Les étapes d’une demande de documents se suivent",
		"The steps of a request for documents follow one another"),
	Why: both("Une demande est envoyée, puis l’organisme répond ou se tait, puis un recours peut être formé, puis "+
		"il y est répondu. Une étape avant l’envoi, ou une réponse sans recours, est une faute de saisie.",
		"A request is sent, then the body answers or stays silent, then there may be an appeal, then the appeal is "+
			"answered. A step before the sending, or an answer to no appeal, is a slip."),
	Wrong: exampleRequest + `steps:
  - step: appeal-answered
    on: 2026-09-30
    claims:
      - {id: example-request-2, source: example-report, read: 2026-10-01}
`,
	Right: exampleRequest + `steps:
  - step: appealed
    on: 2026-09-05
    claims:
      - {id: example-request-2, source: example-report, read: 2026-10-01}
  - step: appeal-answered
    on: 2026-09-30
    claims:
      - {id: example-request-3, source: example-report, read: 2026-10-01}
`,
	Check: func(s *Subject, report Report) {
		for _, r := range s.Requests {
			in, before, appealed := ref(record.Requests, r.ID), r.Sent, false
			for i, step := range r.Steps {
				if step.On.Before(before) {
					report(in, fmt.Sprintf("steps/%d/on", i),
						fmt.Sprintf("this step is of %s, before what comes before it (%s)", step.On, before),
						"steps stand in order of time, after the sending")
				}
				means := s.words.StepMeaning(step.Step)
				if means == record.AppealAnswered && !appealed {
					report(in, fmt.Sprintf("steps/%d/step", i), "an appeal is answered, and nothing says that there was one",
						"add the step of the appeal before it: "+stepNames(s.words, record.Appealed))
				}
				before, appealed = step.On, appealed || means == record.Appealed
			}
		}
	},
}

// stepNames names the steps that mean one thing.
func stepNames(words record.Words, means record.RequestStepMeaning) string {
	var out []string
	for _, one := range words.StepsThatMean(means) {
		out = append(out, one.ID)
	}
	return cmp.Or(strings.Join(out, " or "), "the list "+string(record.RequestStepList)+" has none yet")
}

const exampleRequest = `# data/requests/example-extra.yaml
organisation: example-region
silence: example-silence
asked: {fr: Le nombre d'agents, en: The number of agents}
sent: 2026-08-01
claims:
  - {id: example-request-1, source: example-report, read: 2026-10-01}
`
