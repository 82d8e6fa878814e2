package check

import (
	"fmt"

	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var reference = Rule{
	Name: "reference", Severity: problem.Error,
	Title: both("Ce qui est nommé existe", "What is named exists"),
	Why: both("Un lien qui ne mène nulle part ferait disparaître un fait de la page où on l’attend.",
		"A link that leads nowhere would make a fact vanish from the page where it is looked for."),
	Wrong: `# data/offers/example-extra.yaml
name: Exemple
provider: exemple-host
tier: external
`,
	Right: `# data/offers/example-extra.yaml
name: Exemple
provider: example-host
tier: external
`,
	Check: func(s *Subject, report Report) {
		s.EachReference(func(in record.Ref, path string, names record.Ref) {
			if s.has(names) {
				return
			}
			hint := meant(names.ID, s.names[names.Kind])
			for _, k := range append(record.Kinds(), record.ClaimKind) {
				if hint == "" && s.has(record.Ref{Kind: k, ID: names.ID}) {
					hint = fmt.Sprintf("there is one among %s, but %s are wanted here", k, names.Kind)
				}
			}
			switch {
			case hint != "" || names.Kind == record.ClaimKind:
			case !kebab.MatchString(names.ID):
				hint = fmt.Sprintf("an identifier is wanted: the name of a file in data/%s, without .yaml", names.Kind)
			default:
				hint = fmt.Sprintf("write data/%s.yaml, or name another", names)
			}
			report(in, path, fmt.Sprintf("there is no %q among %s", names.ID, names.Kind), hint)
		})
	},
}
