package upgrade

import (
	"fmt"
	"slices"

	"vigie/internal/record"
)

// hostingQualification is the step of 30 November 2026: until then a migration had one
// key, named by a scheme, for what is known of the qualification of its hosting. It is a
// list now, which names the scheme: another one may stand beside it.
//
//	scheme-a: qualified → hosting_qualification: [{scheme: scheme-a, standing: qualified}]
func hostingQualification(schemes []string) Step {
	return Step{
		Name: "hosting-qualification", Kind: record.Migrations,
		What: "the key of a migration that is named by a scheme becomes an entry of hosting_qualification:",
		was:  func(key string) bool { return slices.Contains(schemes, key) },
		now: func(key, value string) string {
			return fmt.Sprintf("hosting_qualification: [{scheme: %s, standing: %s}]", key, value)
		},
	}
}
