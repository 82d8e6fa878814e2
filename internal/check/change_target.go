package check

import (
	"fmt"
	"slices"
	"strings"

	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var changeTarget = Rule{
	Name: "change-target", Severity: problem.Error,
	Title: both("Une cause déclarée dit ce qui a changé, de quoi à quoi",
		"A declared cause tells what changed, from what to what"),
	Why: both("Rien ne change en silence : la cause n’excuse que le changement qu’elle nomme, avec la valeur "+
		"d’avant et celle d’après.",
		"Nothing changes in silence: a cause excuses only the change that it names, with the value before and the "+
			"value after."),
	Wrong: `# data/changes/example-cause.yaml
on: 2026-10-02
cause: revised
targets:
  - {target: example-invoices-2025, was: 60 M, now: 61 M}
reason: {fr: Le rapport a été corrigé, en: The report was mended}
`,
	Right: `# data/changes/example-cause.yaml
on: 2026-10-02
cause: revised
targets:
  - {target: claims/example-invoices-2025, was: 60 M, now: 61 M}
reason: {fr: Le rapport a été corrigé, en: The report was mended}
`,
	Check: func(s *Subject, report Report) {
		for _, c := range s.Changes {
			ref := record.Ref{Kind: record.Changes, ID: c.ID}
			if len(c.Targets) == 0 {
				report(ref, "targets", "it declares no change", "name what changed, as vigie diff names it")
			}
			for i, t := range c.Targets {
				if key, message, hint := targetFault(s, t); message != "" {
					report(ref, fmt.Sprintf("targets/%d/%s", i, key), message, hint)
				}
			}
		}
	},
}

// targetFault says what keeps a target from naming one change.
func targetFault(s *Subject, t record.ChangeTarget) (key, message, hint string) {
	kind, id, _ := strings.Cut(t.Target, "/")
	ref := record.Ref{Kind: record.Kind(kind), ID: id}
	switch {
	case kind == "figures":
	case kind == "indicators" && t.Key == "", kind == "collected":
		if t.Key+t.Was+t.Now != "" {
			return "target", fmt.Sprintf("%s is about many values at once: it takes no key, no was and no now", t.Target), ""
		}
		if kind == "collected" && !s.has(record.Ref{Kind: record.Sources, ID: id}) {
			return "target", fmt.Sprintf("there is no source %q", id), ""
		}
		return "", "", ""
	default:
		if !slices.Contains(append(record.Kinds(), record.ClaimKind), ref.Kind) {
			if claim := (record.Ref{Kind: record.ClaimKind, ID: t.Target}); s.has(claim) {
				return "target", fmt.Sprintf("%q is no target", t.Target), fmt.Sprintf("did you mean %s?", claim)
			}
			return "target", fmt.Sprintf("%q is no target", t.Target),
				"claims/…, figures/…, indicators/…, collected/… or the kind of a record, then its identifier"
		}
		if !s.has(ref) {
			return "target", fmt.Sprintf("there is no %q among %s", id, kind), "what was published is withdrawn, never deleted"
		}
		if t.Key == "" && ref.Kind != record.ClaimKind {
			return "key", fmt.Sprintf("it does not say which key of %s changed", t.Target), "name it as vigie check names it"
		}
	}
	if t.Was == t.Now {
		return "now", fmt.Sprintf("%s was and is %q: nothing changed", t.Target, t.Now),
			"write the value before in was, the value after in now"
	}
	return "", "", ""
}
