package cli

import (
	"io"
	"log/slog"
	"path"
	"sync"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"vigie/internal/collect"
)

// visits shows how far each source is: a bar per source on a terminal, a line per
// document elsewhere.
type visits struct {
	log   *slog.Logger
	group *mpb.Progress // nil without a terminal
	mu    sync.Mutex
	under map[string]string // source → document under way
	bars  map[string]*mpb.Bar
}

func newVisits(w io.Writer, log *slog.Logger, quiet bool) *visits {
	v := &visits{log: log, under: map[string]string{}, bars: map[string]*mpb.Bar{}}
	if terminal(w) && !quiet {
		v.group = mpb.New(mpb.WithOutput(w), mpb.WithWidth(30))
	}
	return v
}

// tell notes how far a source is. It may be called by several goroutines.
func (v *visits) tell(p collect.Progress) {
	v.mu.Lock()
	defer v.mu.Unlock()
	started := v.under[p.Source] != p.URL && p.URL != ""
	if started {
		v.under[p.Source] = p.URL
	}
	if v.group == nil {
		switch {
		case p.Outcome != nil:
			v.log.Info("done", "source", p.Source, "outcome", p.Outcome.Status, "listed", p.Outcome.Listed, "changes", len(p.Outcome.Changes))
		case started:
			v.log.Info("visiting", "source", p.Source, "address", p.URL)
		}
		return
	}
	bar := v.bars[p.Source]
	if bar == nil {
		bar = v.bar(p.Source)
	}
	switch {
	case p.Outcome != nil:
		v.under[p.Source] = string(p.Outcome.Status)
		bar.SetTotal(-1, true)
	case p.Total > 0:
		bar.SetTotal(max(p.Total, p.Read+1), false)
		bar.SetCurrent(p.Read)
	default:
		bar.SetTotal(p.Read+1, false) // not known: never full
		bar.SetCurrent(p.Read)
	}
}

func (v *visits) bar(source string) *mpb.Bar {
	document := decor.Any(func(decor.Statistics) string {
		v.mu.Lock()
		defer v.mu.Unlock()
		return " " + path.Base(v.under[source])
	})
	bar := v.group.New(1, mpb.BarStyle(), mpb.PrependDecorators(decor.Name(source, decor.WCSyncSpaceR)),
		mpb.AppendDecorators(decor.CurrentKibiByte("% .1f"), document))
	v.bars[source] = bar
	return bar
}

// end leaves the bars as they are.
func (v *visits) end() {
	if v.group == nil {
		return
	}
	v.mu.Lock()
	for _, bar := range v.bars {
		bar.Abort(false)
	}
	v.mu.Unlock()
	v.group.Wait()
}
