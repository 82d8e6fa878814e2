package verify

import (
	"fmt"

	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/quantity"
)

// countedClaims counts claims again, from the records as they were written.
func countedClaims(t *truth, f figure.Figure, of string) error {
	n := 0
	t.corpus.EachClaim(func(_ record.Ref, _ string, c *record.Claim) {
		counts, known := map[string]bool{"all": true, "placed": c.At != "", "copied": c.Snapshot != ""}[of]
		if known && counts && t.data.Claim(c.ID) != nil {
			n++
		}
	})
	if now := quantity.Int(n); !now.Equal(f.Value) {
		return fmt.Errorf("%d claims are counted", n)
	}
	return nil
}
