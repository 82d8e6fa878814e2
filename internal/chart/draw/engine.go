package draw

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"sync"
	"time"

	"modernc.org/quickjs"
)

// shims stands for what ECharts expects of its surroundings. No clock and no
// chance: the same option must give the same bytes.
const shims = `
var setTimeout = function () { return 0; }, clearTimeout = function () {};
Date.now = function () { return 0; };
Math.random = function () { return 0.5; };
`

// engine runs ECharts: compiled once, then a fresh VM for each chart, because
// ECharts counts ids and keeps caches for as long as its process lives.
type engine struct {
	script  string
	version string // hash of all that the drawing depends on besides the job
	slots   chan struct{}
	timeout time.Duration
	memory  int

	once     sync.Once
	bytecode []byte
	compiled error
}

func newEngine(c Config) *engine {
	script := shims + string(c.Bundle) + "\n" + script("drawSVG")
	sum := sha256.Sum256([]byte(quickjs.Version() + "\x00" + script))
	return &engine{
		script:  script,
		version: hex.EncodeToString(sum[:]),
		slots:   make(chan struct{}, c.Workers),
		timeout: c.Timeout,
		memory:  c.Memory,
	}
}

// key names a drawing: the same key, the same bytes.
func (e *engine) key(job Job) string {
	options := sha256.Sum256(job.Options)
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %x %d %d %s", e.version, options, job.Width, job.Height, job.Lang.Spoken()))
	return hex.EncodeToString(sum[:])
}

// draw runs ECharts on the job, within its bounds.
func (e *engine) draw(ctx context.Context, job Job) ([]byte, error) {
	select {
	case e.slots <- struct{}{}:
		defer func() { <-e.slots }()
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
	e.once.Do(e.compile)
	if e.compiled != nil {
		return nil, e.compiled
	}

	ctx, cancel := context.WithTimeoutCause(ctx, e.timeout, fmt.Errorf("stopped after %v", e.timeout))
	defer cancel()
	vm, err := quickjs.NewVM()
	if err != nil {
		return nil, fmt.Errorf("start JavaScript: %w", err)
	}
	defer vm.Close()
	defer interruptAt(ctx, vm)()
	vm.SetMemoryLimit(uintptr(e.memory))
	vm.SetGCThreshold(uintptr(e.memory / 4)) // most charts end before anything need be collected

	if _, err := vm.EvalBytecode(e.bytecode); err != nil {
		return nil, e.explained(ctx, fmt.Errorf("load ECharts: %w", err))
	}
	svg, err := vm.Call("drawSVG", string(job.Options), job.Width, job.Height, string(job.Lang.Spoken()))
	if err != nil {
		return nil, e.explained(ctx, err)
	}
	text, ok := svg.(string)
	if !ok {
		return nil, errors.New("ECharts gave no drawing")
	}
	return []byte(text), nil
}

// interruptAt stops the VM once the context ends, until the function returned is
// called. It insists, because a request between two calls is lost.
func interruptAt(ctx context.Context, vm *quickjs.VM) (release func()) {
	done := make(chan struct{})
	go func() {
		select {
		case <-ctx.Done():
		case <-done:
			return
		}
		again := time.NewTicker(5 * time.Millisecond)
		defer again.Stop()
		for {
			vm.Interrupt()
			select {
			case <-again.C:
			case <-done:
				return
			}
		}
	}()
	return func() { close(done) }
}

// explained prefers the reason of a stop to how JavaScript felt it.
func (e *engine) explained(ctx context.Context, err error) error {
	var thrown *quickjs.Error
	switch {
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case errors.As(err, &thrown) && thrown.Name == "" && thrown.Message == "":
		// No memory was left even to say so.
		return fmt.Errorf("stopped: more than %d MiB of memory", e.memory>>20)
	}
	return err
}

func (e *engine) compile() {
	vm, err := quickjs.NewVM()
	if err != nil {
		e.compiled = fmt.Errorf("start JavaScript: %w", err)
		return
	}
	defer vm.Close()
	e.bytecode, err = vm.Compile(e.script, quickjs.EvalGlobal)
	if err != nil {
		e.compiled = fmt.Errorf("compile ECharts: %w", err)
	}
}
