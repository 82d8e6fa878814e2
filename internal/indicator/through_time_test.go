package indicator_test

import (
	"testing"

	"vigie/internal/dataset"
	"vigie/internal/indicator"
	"vigie/internal/record"
)

// The check knows by the declaration alone which indicators have points through time; it
// knows the same as what computes them.
func TestWhatIsDeclaredGivesWhetherPointsAreThroughTime(t *testing.T) {
	for _, way := range record.Computings() {
		d := &record.Indicator{Head: record.Head{ID: "made-up"}, Compute: way}
		ds := &dataset.Dataset{Records: dataset.Records{Indicators: []*dataset.Indicator{{Indicator: d}}}}
		all := indicator.Indicators(ds)
		if len(all) != 1 {
			t.Fatalf("%s: %d indicators", way, len(all))
		}
		if through := all[0].Shape == indicator.Through; through != d.ThroughTime() {
			t.Errorf("%s: declared through time: %v, computed: %v", way, d.ThroughTime(), through)
		}
	}
}
