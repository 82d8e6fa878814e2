package cli

import (
	"fmt"
	"io"
	"log/slog"
	"path"
	"sync"
	"sync/atomic"
	"time"

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
	known map[string]*underWay
	order []*underWay
}

// underWay is a source that is being visited.
type underWay struct {
	bar   *mpb.Bar     // nil without a terminal
	at    atomic.Value // the document, as a string: the bar reads it whenever it likes
	since atomic.Value // when the document was begun
	sized atomic.Bool  // its size is known, and so is the time that is left
}

// left is the rate of the document under way and, where its size is known, the
// time that is left.
func (u *underWay) left(s decor.Statistics) string {
	begun, ok := u.since.Load().(time.Time)
	spent := time.Since(begun)
	if !ok || s.Completed || s.Aborted || s.Current <= 0 || spent < time.Second {
		return ""
	}
	rate := float64(s.Current) / spent.Seconds()
	words := fmt.Sprintf(", %.1f KiB/s", rate/1024)
	if u.sized.Load() && s.Total > s.Current {
		words += ", " + time.Duration(float64(s.Total-s.Current)/rate*float64(time.Second)).Round(time.Second).String() +
			" left"
	}
	return words
}

func newVisits(w io.Writer, log *slog.Logger, quiet bool) *visits {
	v := &visits{log: log, known: map[string]*underWay{}}
	if terminal(w) && !quiet {
		v.group = mpb.New(mpb.WithOutput(w), mpb.WithWidth(30))
	}
	return v
}

// note keeps how far a source is. It may be called by several goroutines.
func (v *visits) note(p collect.Progress) {
	source := v.source(p.Source)
	if v.group == nil {
		v.line(source, p)
		return
	}
	switch {
	case p.Outcome != nil:
		source.at.Store(string(p.Outcome.Status))
		source.bar.SetTotal(-1, true)
		return
	case p.Total > 0:
		source.bar.SetTotal(max(p.Total, p.Read+1), false)
	default:
		source.bar.SetTotal(p.Read+1, false) // not known: never full
	}
	if name := path.Base(p.URL); source.at.Swap(name) != name {
		source.since.Store(time.Now())
	}
	source.sized.Store(p.Total > 0)
	source.bar.SetCurrent(p.Read)
}

// line is for those who read a log.
func (v *visits) line(source *underWay, p collect.Progress) {
	switch {
	case p.Outcome != nil:
		v.log.Info("done", "source", p.Source, "outcome", p.Outcome.Status, "listed", p.Outcome.Listed, "changes",
			len(p.Outcome.Changes))
	case source.at.Swap(p.URL) != p.URL:
		v.log.Info("visiting", "source", p.Source, "address", p.URL)
	}
}

// source finds a source, or adds it with its bar.
func (v *visits) source(name string) *underWay {
	v.mu.Lock()
	defer v.mu.Unlock()
	if known := v.known[name]; known != nil {
		return known
	}
	one := &underWay{}
	one.at.Store("")
	if v.group != nil {
		document := decor.Any(func(decor.Statistics) string { return " " + one.at.Load().(string) })
		one.bar = v.group.New(0, mpb.BarStyle(), mpb.PrependDecorators(decor.Name(name, decor.WCSyncSpaceR)),
			mpb.AppendDecorators(decor.CurrentKibiByte("% .1f"), decor.Any(one.left), document))
	}
	v.known[name] = one
	v.order = append(v.order, one)
	return one
}

// end leaves the bars as they are.
func (v *visits) end() {
	if v.group == nil {
		return
	}
	for _, one := range v.order {
		one.bar.Abort(false)
	}
	v.group.Wait()
}
