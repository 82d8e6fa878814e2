package check

import (
	"fmt"
	"slices"

	"vigie/internal/record"
	"vigie/internal/value/problem"
	"vigie/internal/value/quantity"
)

var correctionHolds = Rule{
	Name: "correction", Severity: problem.Error,
	Title: both("Une correction tombe dès que la source est corrigée", "A correction falls once its source is mended"),
	Why: both("Une correction répète la valeur fautive qu’elle attend : si l’affirmation n’est plus celle-là, la "+
		"correction n’a plus lieu d’être. Une faute à nous se corrige dans l’affirmation même, et l’entrée en garde "+
		"la mémoire.",
		"A correction repeats the wrong value that it expects: once the claim is another, the correction has no "+
			"object. An error of ours is mended in the claim itself, and the entry remembers it."),
	Wrong: `# data/corrections.yaml
- id: example-zero
  kind: source-error
  target: example-invoices-2025
  expected: 600 M
  published: 6 M
  reason: {fr: Un zéro de trop, en: One zero too many}
  on: 2026-10-02
  state: open
`,
	Right: `# data/corrections.yaml
- id: example-zero
  kind: source-error
  target: example-invoices-2025
  expected: 60 M
  published: 6 M
  reason: {fr: Un zéro de trop, en: One zero too many}
  on: 2026-10-02
  state: open
`,
	Check: func(s *Subject, report Report) {
		corrected := map[string]record.Correction{} // by claim
		for _, c := range s.Corrections {
			claim := s.byClaim[c.Target].Claim
			if claim == nil || c.Expected == nil || c.Published == nil {
				continue // other rules report what is not there
			}
			if claim.Value == nil {
				report(c.Ref(), "target", fmt.Sprintf("the claim %q has no value that could be corrected", c.Target),
					"a correction is about a number; mend words where they stand")
				continue
			}
			if c.Expected.Equal(*c.Published) {
				report(c.Ref(), "published",
					fmt.Sprintf("%s is published instead of %s: nothing is corrected", c.Published, c.Expected), "")
				continue
			}
			if path, message, hint := correctionFault(s, c); message != "" {
				report(c.Ref(), path, message, hint)
			}
			if !c.Stands() {
				continue
			}
			if first, twice := corrected[c.Target]; twice {
				report(c.Ref(), "target", fmt.Sprintf("the claim %q is already corrected by %q", c.Target, first.ID),
					"keep one of the two")
			}
			corrected[c.Target] = c
		}
	},
}

// correctionFault says how a correction and its claim disagree.
func correctionFault(s *Subject, c record.Correction) (path, message, hint string) {
	at := s.byClaim[c.Target]
	stated, place := at.Value, s.Place(at.in, at.path+"/value")
	ours, mended := c.Kind == record.OurError, c.State == record.MendedCorrection
	switch {
	case ours && !mended:
		return "state", fmt.Sprintf("an error of ours is %q: it is mended at once, in the claim itself", c.State),
			fmt.Sprintf("write %s in %s and « state: mended » here", c.Published, place)
	case ours && !stated.Equal(*c.Published):
		return "published",
			fmt.Sprintf("the claim %q states %s in %s, where the correction says %s", c.Target, stated, place, c.Published),
			"an error of ours is mended in the claim itself, which then states what the source says"
	case !ours && mended && stated.Equal(*c.Expected):
		return "state",
			fmt.Sprintf("it is said to be mended, and the claim %q still states %s in %s", c.Target, stated, place),
			"read the source again and write its new value in the claim, or put the state back"
	case !ours && !mended && !stated.Equal(*c.Expected):
		return "expected",
			fmt.Sprintf("%s is expected, and the claim %q states %s in %s: the source was mended", c.Expected, c.Target, stated,
				place),
			"remove the correction if it was never published, or else write « state: mended »: the claim is then " +
				"published as it stands"
	}
	return "", "", ""
}

// value is the value of a claim that is published: that of its correction in
// place of what its source says; nil when it has none.
func (s *Subject) value(c *record.Claim) *quantity.Value {
	if c == nil || c.Value == nil {
		return nil
	}
	for _, x := range s.Corrections {
		if x.Target == c.ID && x.Stands() {
			return x.Published
		}
	}
	return c.Value
}

// published gives claims with the values that are published.
func (s *Subject) published(claims []record.Claim) []record.Claim {
	if len(s.Corrections) == 0 {
		return claims
	}
	out := slices.Clone(claims)
	for i := range out {
		out[i].Value = s.value(&claims[i])
	}
	return out
}
