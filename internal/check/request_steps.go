package check

import (
	"fmt"

	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var requestSteps = Rule{
	Name: "request-steps", Severity: problem.Error,
	Title: both("Les étapes d’une demande de documents se suivent",
		"The steps of a request for documents follow one another"),
	Why: both("Une demande est envoyée, puis l’administration répond ou se tait, puis la CADA peut être saisie, "+
		"puis elle donne son avis. Une étape avant l’envoi, ou un avis sans saisine, est une faute de saisie.",
		"A request is sent, then the administration answers or stays silent, then the CADA may be seized, then it "+
			"gives its opinion. A step before the sending, or an opinion on nothing, is a slip."),
	Wrong: exampleRequest + `steps:
  - step: cada-opinion
    on: 2026-09-30
    claims:
      - {id: example-request-2, source: example-report, read: 2026-10-01}
`,
	Right: exampleRequest + `steps:
  - step: cada-seized
    on: 2026-09-05
    claims:
      - {id: example-request-2, source: example-report, read: 2026-10-01}
  - step: cada-opinion
    on: 2026-09-30
    claims:
      - {id: example-request-3, source: example-report, read: 2026-10-01}
`,
	Check: func(s *Subject, report Report) {
		for _, r := range s.Requests {
			in, before, seized := ref(record.Requests, r.ID), r.Sent, false
			for i, step := range r.Steps {
				if step.On.Before(before) {
					report(in, fmt.Sprintf("steps/%d/on", i),
						fmt.Sprintf("this step is of %s, before what comes before it (%s)", step.On, before),
						"steps stand in order of time, after the sending")
				}
				if step.Step == record.CADAOpinion && !seized {
					report(in, fmt.Sprintf("steps/%d/step", i), "an opinion of the CADA, and nothing says that it was seized",
						"add the step cada-seized before it")
				}
				before, seized = step.On, seized || step.Step == record.CADASeized
			}
		}
	},
}

const exampleRequest = `# data/requests/example-extra.yaml
organisation: example-region
silence: example-silence
asked: {fr: Le nombre d'agents, en: The number of agents}
sent: 2026-08-01
claims:
  - {id: example-request-1, source: example-report, read: 2026-10-01}
`
