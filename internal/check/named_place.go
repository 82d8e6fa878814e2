package check

import (
	"fmt"
	"slices"

	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var namedPlace = Rule{
	Name: "named-place", Severity: problem.Error,
	Title: both("« Non publié » nomme l’endroit qui a été lu", "“Not published” names the place that was read"),
	Why: both("Dire que personne ne publie quelque chose, c’est parler pour tous. On ne le dit que si l’endroit où "+
		"cela se trouverait a été lu, et on le nomme (places) ; une recherche générale donne « cherché et non trouvé "+
		"» (not-found). "+
		"Un point de série « non publié » a une affirmation sans valeur, qui nomme la source lue, ou un silence « non "+
		"publié » sur la même mesure et le même organisme ; la mesure d’une promesse, un tel silence sur sa série ; "+
		"l’hébergeur d’un service, une source de l’organisme lui-même.",
		"To say that nobody publishes something is to speak for everybody. It is said only where the place in which "+
			"it would stand was read, and that place is named (places); a general search gives “looked for and not "+
			"found” (not-found). "+
			"A point of a series that is “not published” has a claim without value, which names the source that was "+
			"read, or a silence “not published” about the same measure and body; the measure of a promise, such a "+
			"silence about its series; the host of a service, a source of the body itself."),
	Wrong: `# data/silences/example-agents.yaml
title: {fr: Le nombre d'agents en 2025, en: The number of agents in 2025}
reason: not-published
searched: 2026-10-01
where: {fr: "Pages de la région, presse.", en: "Pages of the region, press."}
organisations: [example-region]
`,
	Right: `# data/silences/example-agents.yaml
title: {fr: Le nombre d'agents en 2025, en: The number of agents in 2025}
reason: not-published
searched: 2026-10-01
where: {fr: Rapport annuel de la région., en: Annual report of the region.}
places:
  - source: example-report
    at: tableau 3
    holds: {fr: "Les agents de 2024 ; rien sur 2025.", en: "The agents of 2024; nothing on 2025."}
organisations: [example-region]
# data/silences/example-budget.yaml
title: {fr: Le budget de 2025, en: The budget of 2025}
reason: not-found
searched: 2026-10-01
where: {fr: "Pages de la région, presse.", en: "Pages of the region, press."}
organisations: [example-region]
`,
	Check: func(s *Subject, report Report) {
		const hint = "name the place that was read under places:, or say not-found"
		for _, one := range s.Silences {
			if one.Reason == record.NotPublished && len(one.Places) == 0 && !one.IsWithdrawn(s.AsOf) {
				report(ref(record.Silences, one.ID), "reason", "nothing names the place where it would stand and which was read",
					hint)
			}
		}
		for _, one := range s.Series {
			for i, o := range one.Observations {
				if o.Unknown == record.NotPublished && len(o.Claims) == 0 && !s.readInVain(one) {
					report(ref(record.SeriesKind, one.ID), fmt.Sprintf("observations/%d/unknown", i),
						"no silence names the place where this value would stand and which was read",
						"say unknown: not-found, or add a claim without value that names the source read, or the places of a "+
							"silence about "+one.Measure)
				}
			}
		}
		for _, c := range s.Commitments {
			if c.Unmeasured == record.NotPublished &&
				(c.Target == nil || s.series[c.Target.Series] == nil || !s.readInVain(*s.series[c.Target.Series])) {
				report(ref(record.Commitments, c.ID), "unmeasured",
					"no silence about the series of its target names the place that was read", "say not-found")
			}
		}
		for _, m := range s.Migrations {
			if m.ProviderUnknown == record.NotPublished && !slices.ContainsFunc(m.Statuses, s.ownWords) {
				report(ref(record.Migrations, m.ID), "provider_unknown",
					"no source of the body itself was read: it may name the host elsewhere", "say not-found")
			}
		}
	},
}

// readInVain says that a silence names a place, read in vain, where the values of
// a series would stand.
func (s *Subject) readInVain(one record.Series) bool {
	return slices.ContainsFunc(s.Silences, func(gap record.Silence) bool {
		return gap.Reason == record.NotPublished && len(gap.Places) > 0 && !gap.IsWithdrawn(s.AsOf) &&
			gap.Measure == one.Measure &&
			(one.Organisation == "" || slices.Contains(gap.Organisations, one.Organisation)) &&
			(one.Provider == "" || slices.Contains(gap.Providers, one.Provider))
	})
}

// ownWords says that a status rests on words of the body itself, or on the public
// code of its service.
func (s *Subject) ownWords(status record.Status) bool {
	return slices.ContainsFunc(status.Claims, func(c record.Claim) bool {
		quality := c.Quality
		if src := s.sources[c.Source]; quality == "" && src != nil {
			quality = src.Quality
		}
		return s.rated(quality).Own
	})
}
