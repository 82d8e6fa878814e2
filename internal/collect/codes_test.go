package collect_test

import (
	"testing"

	"vigie/internal/collected"
	"vigie/internal/fetch"
)

// A state keeps the fault of a visit as its code; those that say something of the
// source itself are known by name on the other side, which may not import fetch.
func TestTheCodesOfAStateAreTheFaultsOfAVisit(t *testing.T) {
	for code, fault := range map[string]fetch.Fault{collected.CodeGone: fetch.Gone, collected.CodeRobots: fetch.Robots, collected.CodeWalled: fetch.Walled} {
		if code != string(fault) {
			t.Errorf("a visit that fails with %q is known as %q", fault, code)
		}
	}
}
