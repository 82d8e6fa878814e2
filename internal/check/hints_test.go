package check_test

import (
	"strings"
	"testing"
)

func TestAHintLeadsToWhatWasMeant(t *testing.T) {
	for name, c := range map[string]struct{ file, rule, hint string }{
		"a claim that is named without its kind": {`# data/changes/example-cause.yaml
on: 2026-10-02
cause: revised
targets:
  - {target: example-invoices-2025, was: 60 M, now: 61 M}
reason: {fr: Le rapport a été corrigé, en: The report was mended}
`, "change-target", "did you mean claims/example-invoices-2025?"},
		"a name where an identifier is wanted": {`# data/offers/example-extra.yaml
name: Exemple
provider: Un hébergeur qui n'est pas là
tier: external
`, "reference", "an identifier is wanted: the name of a file in data/providers, without .yaml"},
		"an identifier that nothing bears": {`# data/offers/example-extra.yaml
name: Exemple
provider: quite-another
tier: external
`, "reference", "write data/providers/quite-another.yaml, or name another"},
	} {
		t.Run(name, func(t *testing.T) {
			found := valid(t).with(c.file).check(t, asOf)
			if len(found) != 1 || found[0].Rule != c.rule || !strings.Contains(found[0].Hint, c.hint) {
				t.Errorf("found %v", found)
			}
		})
	}
}
