package collect

import (
	"context"
	"errors"
	"time"

	"golang.org/x/sync/errgroup"

	"vigie/internal/archive"
	"vigie/internal/collected"
	"vigie/internal/fetch"
	"vigie/internal/record"
	"vigie/internal/value/cal"
)

// Getter brings back one document: the network, or files saved by hand.
type Getter interface {
	Get(context.Context, fetch.Request) (*fetch.Visit, error)
}

// Task is a source to collect and what reads it.
type Task struct {
	Source record.Source
	Reader Reader
	// Broken says why it cannot be read at all: there is no such reader, its
	// recipe is wrong. It is reported, and the other sources go on.
	Broken error
}

// Options settle a run.
type Options struct {
	Folder  string         // where the collected files stand: data/collected
	Archive *archive.Store // where the evidence is kept
	Getter  Getter         // not used by From and Replay
	From    string         // folder of files saved by hand, read instead of the network
	Replay  bool           // read every stored snapshot again, and nothing else
	Because string         // why what the sources are doubted for is accepted; nothing is when empty
	DryRun  bool           // write nothing
	Jobs    int            // sources at once; one when zero
	Tool    string         // name and version, for the sidecars
	Now     func() time.Time
	// Progress is called with how far each source is, from several goroutines.
	Progress func(Progress)

	reading turns
}

// Progress is how far one source is.
type Progress struct {
	Source      string
	URL         string // document under way
	Read, Total int64  // bytes of it; Total is negative when unknown
	Outcome     *Outcome
}

// Run collects sources, several at once, and reports what became of each, in the
// order of the tasks. What goes wrong with a source is an outcome. The error says
// that the run could not go on; sources that were done by then are in the report,
// and their files are whole. What a killed run had begun to write is cleared first: a
// run that writes is to be alone in its folders.
func Run(ctx context.Context, o Options, tasks []Task) (Report, error) {
	if o.Progress == nil {
		o.Progress = func(Progress) {}
	}
	if err := o.clear(); err != nil {
		return Report{}, err
	}
	o.reading = make(turns, 1)
	outcomes := make([]*Outcome, len(tasks))
	held := make([]*collected.Collected, len(tasks))
	later := make([]func() error, len(tasks))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(max(1, o.Jobs))
	for i, task := range tasks {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			j := &job{Options: o, task: task}
			out, err := j.run(ctx)
			if err != nil {
				return err
			}
			outcomes[i], held[i], later[i] = out, j.held, j.later
			o.Progress(Progress{Source: task.Source.ID, Outcome: out})
			return nil
		})
	}
	err := group.Wait()
	err = errors.Join(err, mark(outcomes, later))
	o.overtake(tasks, outcomes, held)
	report := Report{Day: cal.FromTime(o.Now().UTC()), Mode: o.mode(), DryRun: o.DryRun}
	for _, out := range outcomes {
		if out != nil {
			report.Sources = append(report.Sources, *out)
		}
	}
	return report, err
}

// mark writes of the sources that could not be reached that they could not, unless
// none could.
func mark(outcomes []*Outcome, later []func() error) error {
	if offline(outcomes) {
		return ErrOffline
	}
	for _, write := range later {
		if write == nil {
			continue
		}
		if err := write(); err != nil {
			return err
		}
	}
	return nil
}

func (o Options) mode() Mode {
	switch {
	case o.Replay:
		return Replayed
	case o.From != "":
		return ByHand
	}
	return Fetched
}

// blank is what is held of a source before its first visit.
func blank(t Task) *collected.Collected {
	return &collected.Collected{Columns: t.Reader.Columns, State: collected.State{
		Source: t.Source.ID, Standing: collected.Good, Reader: t.Reader.Name, Version: t.Reader.Version}}
}
