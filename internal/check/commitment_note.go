package check

import (
	"fmt"
	"regexp"
	"strings"

	"vigie/internal/record"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

var commitmentNote = Rule{
	Name: "commitment-note", Severity: problem.Warning,
	Title: both("La note d’un engagement ne le dément pas", "The note of a commitment does not deny it"),
	Why: both("Une réserve qui dit « prévision plutôt que promesse », « sans chiffre » ou « sans échéance » sous "+
		"une fiche qui compte comme une promesse, avec un chiffre ou une échéance, montre que la fiche est mal "+
		"rangée. La façon dont une échéance a été déduite s’écrit dans reckoned.",
		"A reservation that says “a forecast rather than a promise”, “no figure” or “no deadline” under a record that "+
			"counts as a promise, with a figure or a deadline, shows that the record is filed wrong. How a deadline was "+
			"inferred goes into reckoned."),
	Wrong: `# data/commitments/example-extra.yaml
title: {fr: Cent cinquante applications en 2027, en: A hundred and fifty applications in 2027}
wording: {fr: Porter cent cinquante applications, en: Carry a hundred and fifty applications}
by: example-ministry
announced: 2025-01-18
deadline: "2027"
object: {fr: Les applications en service, en: The applications in service}
claims:
  - {id: example-extra-1, source: example-report, read: 2026-10-01}
note: {fr: Prévision plutôt que promesse, en: A forecast rather than a promise}
`,
	Right: `# data/commitments/example-extra.yaml
title: {fr: Cent cinquante applications en 2027, en: A hundred and fifty applications in 2027}
wording: {fr: Porter cent cinquante applications, en: Carry a hundred and fifty applications}
by: example-ministry
announced: 2025-01-18
deadline: "2027"
object: {fr: Les applications en service, en: The applications in service}
claims:
  - {id: example-extra-1, source: example-report, read: 2026-10-01}
note: {fr: Dit devant une commission, en: Said before a committee}
`,
	Check: func(s *Subject, report Report) {
		for _, c := range s.Commitments {
			if c.Withdrawn != nil {
				continue
			}
			in := ref(record.Commitments, c.ID)
			denies(in, "note", c.Note, c, report)
			for i, one := range c.Claims {
				denies(in, fmt.Sprintf("claims/%d/note", i), one.Note, c, report)
			}
		}
	},
}

// denials are words of a note, and what they say that the commitment is not or
// has not; it is a fault where holds says that the record has it nevertheless.
var denials = []struct {
	words *regexp.Regexp
	what  string
	holds func(record.Commitment) bool
}{
	{regexp.MustCompile(`prévision|simple estimation|plutôt qu[e’']+ ?(une )?promesse|forecast|rather than a (promise|commitment)|mere estimate`),
		"a forecast or an estimate", func(record.Commitment) bool { return true }},
	{regexp.MustCompile(`sans chiffre|aucun chiffre|no figure|without (a )?figure`),
		"that it has no figure", func(c record.Commitment) bool { return c.Target != nil }},
	{regexp.MustCompile(`sans (jour ni |chiffre ni )?échéance|ni échéance|aucune échéance|échéance (de \d+ )?(est|était) (notre|déduite)|no deadline|without (a )?deadline|deadline (of \d+ )?(is|was) (our|inferred)`),
		"that its deadline is missing or is our own", func(c record.Commitment) bool { return c.Deadline != nil }},
	{regexp.MustCompile(`ne (dit|disent) pas qui s[’'](y )?engage|(does|do) not say who (stands|commits)`),
		"that nobody is shown to make it", func(record.Commitment) bool { return true }},
}

func denies(in record.Ref, path string, note lang.Text, c record.Commitment, report Report) {
	for _, d := range denials {
		for _, l := range lang.Composed() {
			if found := d.words.FindString(strings.ToLower(note.In(l))); found != "" && d.holds(c) {
				report(in, path, fmt.Sprintf("the note says (“%s”) %s, and the record counts as a commitment", found, d.what),
					"make it an event or a series and withdraw the commitment; how a deadline was inferred goes into reckoned")
				break
			}
		}
	}
}
