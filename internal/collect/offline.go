package collect

import (
	"errors"

	"vigie/internal/fetch"
)

// ErrOffline says that none of several sources could be reached: what is wrong is
// most likely the network of this machine, and no source is marked for it.
var ErrOffline = errors.New("none of the sources could be reached: this machine seems to be off line; nothing " +
	"was written")

// unreached says that a visit found no way to the source, or nobody there in time.
func (o *Outcome) unreached() bool {
	return o.Status == Failed && (o.Why.Code == string(fetch.Unreachable) || o.Why.Code == string(fetch.TimedOut))
}

// offline says that at least two sources were visited, and none was reached. Of one
// alone nobody can say whose fault it is: it is marked.
func offline(outcomes []*Outcome) bool {
	visited := 0
	for _, o := range outcomes {
		switch {
		case o == nil || o.Status == Skipped || o.Status == Broken:
		case o.unreached():
			visited++
		default:
			return false
		}
	}
	return visited > 1
}
