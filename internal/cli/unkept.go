package cli

import (
	"fmt"

	"vigie/internal/archive"
	"vigie/internal/corpus"
	"vigie/internal/record"
	"vigie/internal/value/problem"
)

// unkept reports the claims that name a document of which data/snapshots knows nothing: a digest that nobody
// can hold against anything proves nothing.
func unkept(read *corpus.Corpus, store *archive.Store) (problem.List, error) {
	var out problem.List
	held := map[string]map[string]bool{} // digests, by source
	var failed error
	read.EachClaim(func(owner record.Ref, path string, c *record.Claim) {
		if c.Snapshot == "" || failed != nil {
			return
		}
		if held[c.Source] == nil {
			snaps, err := store.List(c.Source)
			if err != nil {
				failed = err
				return
			}
			held[c.Source] = map[string]bool{}
			for _, s := range snaps {
				held[c.Source][s.SHA256] = true
			}
		}
		if !held[c.Source][c.Snapshot] {
			out = append(out, problem.Problem{Place: read.Place(owner, path+"/snapshot"), Severity: problem.Error,
				Rule:    "copy",
				Message: fmt.Sprintf("the claim %s was read in a document of %s that is not kept: %s", c.ID, c.Source, c.Snapshot),
				Hint:    "vigie source keep " + c.Source + " FILE keeps it; or mend the digest, or take it out"})
		}
	})
	return out, failed
}
