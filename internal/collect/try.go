package collect

import (
	"context"
	"errors"
	"fmt"
	"os"

	"vigie/internal/collected"
	"vigie/internal/fetch"
	"vigie/internal/value/cal"
)

// Trial is what a reader finds in documents, before anything is made of it.
type Trial struct {
	Columns    []Column
	Documents  []Arrival
	Rows       []collected.Row // in the order of the documents, with no days
	Edition    cal.Date
	Found      int // rows of the documents, readable or not
	Unreadable int
	Bad        []Bad // examples
	Damaged    Damage
	Ignored    []Unread
	Unread     []Unread
	Verdict    *Verdict // out of which bound it is; nil when it is plausible
}

// Try reads a source and writes nothing: from one file saved by hand when it is
// named, else by a visit. The harvest is compared with nothing.
func Try(ctx context.Context, o Options, task Task, file string) (Trial, error) {
	if o.Progress == nil {
		o.Progress = func(Progress) {}
	}
	o.DryRun = true
	j := &job{Options: o, task: task}
	defer j.sweep()
	var err error
	if j.terms, err = settle(task); err != nil {
		return Trial{}, err
	}
	w := &walk{job: j, getter: o.Getter, seen: map[string]bool{}}
	if file != "" {
		err = w.only(ctx, file)
	} else {
		err = w.run(ctx)
	}
	if err != nil {
		return Trial{}, err
	}
	h, err := reap(ctx, task.Reader, visit{parts: w.parts}, j.allowance())
	if err != nil {
		return Trial{}, err
	}
	t := Trial{Columns: task.Reader.Columns, Rows: h.rows, Edition: h.edition, Found: h.found(), Unreadable: h.unreadable,
		Bad: h.bad, Damaged: h.damaged, Ignored: h.ignored, Unread: h.unread,
		Verdict: plausible(task.Source, blank(task), h, cal.Day{}, nil)}
	for _, p := range w.parts {
		t.Documents = append(t.Documents, Arrival{URL: p.snap.URL, Bytes: p.snap.Size, SHA256: p.snap.SHA256})
	}
	return t, nil
}

// only takes one file for the first address, and follows nothing.
func (w *walk) only(ctx context.Context, file string) error {
	w.From = file // it is not ours to remove
	w.getter = oneFile(file)
	p, err := w.get(ctx, step{address: w.terms.addresses[0], page: 1})
	w.parts = append(w.parts, p)
	return err
}

// oneFile stands for every address.
type oneFile string

// Get hands out the file.
func (f oneFile) Get(ctx context.Context, req fetch.Request) (*fetch.Visit, error) {
	if _, err := os.Stat(string(f)); errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("there is no file %s", string(f))
	}
	return new(saved).read(ctx, string(f), req)
}
