package check

import (
	"fmt"
	"slices"

	"vigie/internal/record"
)

// recordFlow reports keys that the records followed do not have, values that they cannot
// have, and stages that lead nowhere.
func (s *Subject) recordFlow(d *record.Indicator, fault faulty) {
	f := d.Flow
	if !slices.Contains(countable, f.Records) {
		fault("flow/records", fmt.Sprintf("%s are not counted", f.Records), fmt.Sprintf("one of %s", countable))
		return
	}
	if len(f.Stages) < 2 {
		fault("flow/stages", "a flow goes from one key to the next: two stages at least",
			"what has one key is a count: doc/indicators.md#count")
	}
	seen := map[string]bool{}
	for i, stage := range f.Stages {
		at := fmt.Sprintf("flow/stages/%d/key", i)
		if seen[stage.Key] {
			fault(at, fmt.Sprintf("two stages go by %s", stage.Key), "the identifiers of figures hold it: one stage a key")
		}
		seen[stage.Key] = true
		var places []string
		for _, p := range stage.Places {
			if p.Key != "unknown" && p.Key != "several" { // what stands for no value, and for many
				places = append(places, p.Key)
			}
		}
		s.recordKey(f.Records, fault, at, stage.Key, places...)
	}
	for i, o := range f.Only {
		s.recordKey(f.Records, fault, fmt.Sprintf("flow/only/%d/key", i), o.Key, o.Is...)
	}
}
