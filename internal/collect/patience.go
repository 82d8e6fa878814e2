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
	turn turns
}

func (j *job) allowance() allowance {
	return allowance{j.task.Source.Collect.Bounds.RowsMax, j.terms.timeout, j.reading}
}

// turns let the sources of a run read one after the other: several are visited at
// once, and no more than one document is in memory.
type turns chan struct{}

// take waits for a turn, and gives what ends it. Without turns nobody waits.
func (t turns) take(ctx context.Context) (func(), error) {
	if t == nil {
		return func() {}, nil
	}
	select {
	case t <- struct{}{}:
		return func() { <-t }, nil
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

// errSlow says that a reader took longer than its source allows.
var errSlow = errors.New("the reader takes too long")

// patiently does something with a document for so long, and no longer: a document
// made to break its reader, or to keep it busy for ever, must not end or hold the
// run. A reader that heeds its context ends with it; one that does not is
// abandoned, and goes on alone until the program ends.
func patiently[T any](ctx context.Context, most allowance, do func(context.Context) (T, error)) (T, error) {
	type answer struct {
		got T
		err error
	}
	var a answer
	end, err := most.turn.take(ctx)
	if err != nil {
		return a.got, err
	}
	defer end()
	ctx, cancel := context.WithTimeoutCause(ctx, most.time, errSlow)
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
