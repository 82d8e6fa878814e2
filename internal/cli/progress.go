package cli

import (
	"fmt"
	"io"
	"sync"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
)

// progress shows how far a build is: a bar per step on a terminal, a line per
// step elsewhere.
type progress struct {
	plain io.Writer     // a line for each step; nowhere when quiet
	group *mpb.Progress // nil without a terminal
	mu    sync.Mutex
	bars  map[string]*mpb.Bar // nil bars without a terminal
	steps []*mpb.Bar
}

func newProgress(w io.Writer, quiet bool) *progress {
	p := &progress{plain: w, bars: map[string]*mpb.Bar{}}
	switch {
	case quiet:
		p.plain = io.Discard
	case terminal(w):
		p.group = mpb.New(mpb.WithOutput(w), mpb.WithWidth(40))
	}
	return p
}

// step notes that a step did so many things, of a total when it is known. It
// may be called by several goroutines.
func (p *progress) step(name string, done, total int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	bar, known := p.bars[name]
	switch {
	case !known && p.group == nil:
		fmt.Fprintf(p.plain, "now:      %s\n", name)
		p.bars[name] = nil
		return
	case p.group == nil:
		return
	case !known:
		bar = p.bar(name, total)
	}
	if total > 0 {
		bar.SetTotal(int64(total), false)
	} else {
		bar.SetTotal(int64(done)+1, false) // not known: never full
	}
	bar.SetCurrent(int64(done))
}

// bar adds the bar of a step: a bare count when nobody knows of how many.
func (p *progress) bar(name string, total int) *mpb.Bar {
	style, count := mpb.BarFillerBuilder(mpb.BarStyle()), decor.CountersNoUnit("%d / %d")
	if total == 0 {
		style, count = mpb.NopStyle(), decor.CurrentNoUnit("%d")
	}
	bar := p.group.New(int64(total), style, mpb.PrependDecorators(decor.Name(name+" ")), mpb.AppendDecorators(count))
	p.bars[name] = bar
	p.steps = append(p.steps, bar)
	return bar
}

// end leaves the bars as they are.
func (p *progress) end() {
	if p.group == nil {
		return
	}
	for _, bar := range p.steps {
		bar.SetTotal(-1, true)
		bar.Abort(false) // one that was not reached keeps its place
	}
	p.group.Wait()
}
