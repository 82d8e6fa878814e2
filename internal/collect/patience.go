package collect

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// allowance is how much a harvest may take.
type allowance struct {
	rows int
	time time.Duration // to read one document
}

func (j *job) allowance() allowance {
	return allowance{j.task.Source.Collect.Bounds.RowsMax, j.terms.timeout}
}

// errSlow says that a reader took longer than its source allows.
var errSlow = errors.New("the reader takes too long")

// patiently does something with a document for so long, and no longer: a document
// made to break its reader, or to keep it busy for ever, must not end or hold the
// run. A reader that heeds its context ends with it; one that does not is
// abandoned, and goes on alone until the program ends.
func patiently[T any](ctx context.Context, most time.Duration, do func(context.Context) (T, error)) (T, error) {
	type answer struct {
		got T
		err error
	}
	ctx, cancel := context.WithTimeoutCause(ctx, most, errSlow)
	defer cancel()
	given := make(chan answer, 1)
	go func() {
		var a answer
		defer func() {
			if r := recover(); r != nil {
				a.err = fmt.Errorf("the reader broke on it: %v", r)
			}
			given <- a
		}()
		a.got, a.err = do(ctx)
	}()
	var a answer
	select {
	case a = <-given:
	case <-ctx.Done():
		a.err = context.Cause(ctx)
	}
	if a.err != nil && errors.Is(context.Cause(ctx), errSlow) {
		a.err = errSlow
	}
	return a.got, a.err
}

// gate lets what a reader hands over come in, until it is shut: what an abandoned
// reader still hands over counts for nothing.
type gate struct {
	mu   sync.Mutex
	shut bool
}

var errShut = errors.New("nobody listens to this reader any more")

func (g *gate) pass(do func() error) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.shut {
		return errShut
	}
	return do()
}

func (g *gate) close() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.shut = true
}
