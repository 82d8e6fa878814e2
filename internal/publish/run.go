package publish

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"
)

// Run is one publication of a site.
type Run struct {
	Site   fs.FS // the folder that a build wrote
	Target Target
	Gzip   bool // text is kept in gzip, where the target can
	// Compressed puts gzip and brotli beside each text, where a web server may find them.
	Compressed bool
	TakeOver   bool // what is not Vigie's at an address of the site is replaced
	Jobs       int  // files that are read and sent at once
	Progress   func(step string, done, total int)
}

// ErrTaken says that something at the target stands where the site has a file of its own.
var ErrTaken = errors.New("it is not Vigie's, and the site has its own there")

// Plan finds out what the run would do. It touches nothing.
func (r Run) Plan(ctx context.Context) (*Plan, error) {
	r.Progress("reading the site", 0, 0)
	traits := r.Target.Traits()
	want, err := r.read(ctx)
	if err != nil {
		return nil, fmt.Errorf("publish: the site: %w", err)
	}
	r.Progress("reading the target", 0, 0)
	content, err := r.Target.Get(ctx, Manifest)
	if err != nil {
		return nil, r.failed("reading", err)
	}
	noted, err := readManifest(content)
	if err != nil {
		return nil, r.failed("reading", err)
	}
	known := map[string]bool{}
	for _, o := range slices.Concat(noted.Objects, noted.Coming, noted.Leaving) {
		known[o.Path] = true
	}
	there, err := r.Target.List(ctx, func(path string) bool { return known[path] || want[path].Path != "" })
	if err != nil {
		return nil, r.failed("reading", err)
	}
	delete(there, Manifest)
	kept, compressed := &pressed{of: map[string][]byte{}}, 0
	mark := func(o Object) (string, error) {
		return r.Target.Mark(o, func() ([]byte, error) {
			content, err := fromSite(r.Site, o)
			if err == nil && o.Beside != "" {
				kept.keep(o.Path, content)
				compressed++
				r.Progress("compressing", compressed, 0)
			}
			return content, err
		})
	}
	plan, err := stock{want, noted, there, mark}.plan(traits)
	if err != nil {
		return nil, fmt.Errorf("publish: the site: %w", err)
	}
	plan.noted, plan.pressed = content, kept
	return plan, nil
}

func (r Run) failed(doing string, err error) error {
	return fmt.Errorf("publish: %s %s: %w", doing, r.Target, err)
}

// Do carries a plan out. However it ends, the next run goes on from there.
func (r Run) Do(ctx context.Context, p *Plan) (Report, error) {
	if len(p.Taken) > 0 && !r.TakeOver {
		return Report{}, r.failed("writing to", fmt.Errorf("%s: %w", p.Taken[0], ErrTaken))
	}
	w := &work{Run: r, plan: p}
	if err := w.all(ctx); err != nil {
		return w.done, r.failed("writing to", err)
	}
	return w.done, nil
}

// work is a run under way.
type work struct {
	Run
	plan *Plan
	mu   sync.Mutex
	done Report
}

func (w *work) all(ctx context.Context) error {
	p := w.plan
	whole := manifest{Form: manifestForm, Objects: p.want.listed()}
	if len(p.Send)+len(p.Delete)+len(p.first) > 0 {
		if err := w.change(ctx, whole); err != nil {
			return err
		}
	}
	if err := w.note(ctx, whole); err != nil || w.done == (Report{}) {
		return err
	}
	return w.Target.Finish(ctx, w.done)
}

// change sends and removes. The manifest goes ahead of both.
func (w *work) change(ctx context.Context, whole manifest) error {
	p := w.plan
	leaving := slices.Concat(p.first, p.Delete)
	staying := Inventory{}
	for path, o := range p.ours {
		if _, wanted := p.want[path]; wanted {
			staying[path] = o
		}
	}
	ahead := manifest{Form: manifestForm, Objects: staying.listed(), Coming: p.Send,
		Leaving: slices.Concat(leaving, p.late.listed())}
	if err := w.note(ctx, ahead); err != nil {
		return err
	}
	if err := w.delete(ctx, "making room", p.first); err != nil {
		return err
	}
	for t, step := range [turns]string{"sending what pages need", "sending pages", "sending the digests"} {
		if err := w.send(ctx, step, ofTurn(p.Send, t, Object.turn)); err != nil {
			return err
		}
	}
	if err := errors.Join(w.alone(ctx), w.late(ctx)); err != nil || len(p.Delete) == 0 {
		return err
	}
	whole.Leaving = p.Delete
	if err := w.note(ctx, whole); err != nil {
		return err
	}
	for t := turns - 1; t >= 0; t-- {
		if err := w.delete(ctx, "removing what is no longer of the site", ofTurn(p.Delete, t, Object.turn)); err != nil {
			return err
		}
	}
	return w.alone(ctx)
}

// late looks again for what a run that was cut had on its way: it may have arrived since.
func (w *work) late(ctx context.Context) error {
	if len(w.plan.late) == 0 {
		return nil
	}
	there, err := w.Target.List(ctx, func(path string) bool { return w.plan.late[path].Path != "" })
	if err != nil {
		return err
	}
	for _, o := range w.plan.late.listed() {
		if there[o.Path] == o.mark() {
			w.plan.Delete = append(w.plan.Delete, o)
		}
	}
	return nil
}

func (o Object) turn() int { return turn(o.Path) }

func ofTurn(all []Object, t int, of func(Object) int) []Object {
	return slices.DeleteFunc(slices.Clone(all), func(o Object) bool { return of(o) != t })
}

// note writes the manifest, where it is not there already.
func (w *work) note(ctx context.Context, m manifest) error {
	content, err := m.written()
	if err != nil || bytes.Equal(content, w.plan.noted) {
		return err
	}
	o := Object{Path: Manifest, Size: int64(len(content)), Media: "application/json; charset=utf-8", Cache: "no-cache"}
	if err := w.Target.Put(ctx, o, content); err != nil {
		return err
	}
	w.plan.noted = content
	w.done.Notes++
	return nil
}

// alone wants the manifest to be the one that this run wrote.
func (w *work) alone(ctx context.Context) error {
	content, err := w.Target.Get(ctx, Manifest)
	if err == nil && !bytes.Equal(content, w.plan.noted) {
		err = errors.New("another run published there meanwhile; nothing was removed that is not in its list. " +
			"Publish again once it has ended")
	}
	return err
}

func (w *work) send(ctx context.Context, step string, objects []Object) error {
	return w.each(ctx, step, objects, func(ctx context.Context, o Object) error {
		content := w.plan.pressed.take(o.Path)
		if content == nil {
			var err error
			if content, err = fromSite(w.Site, o); err != nil {
				return err
			}
		}
		if err := w.Target.Put(ctx, o, content); err != nil {
			return err
		}
		w.mu.Lock()
		defer w.mu.Unlock()
		w.done.Sent++
		w.done.Bytes += int64(len(content))
		return nil
	})
}

func (w *work) delete(ctx context.Context, step string, objects []Object) error {
	return w.each(ctx, step, objects, func(ctx context.Context, o Object) error {
		if err := w.Target.Delete(ctx, o.Path); err != nil {
			return err
		}
		w.mu.Lock()
		defer w.mu.Unlock()
		w.done.Deleted++
		return nil
	})
}

// each does something to objects, several at once, and stops at the first error.
func (w *work) each(ctx context.Context, step string, objects []Object,
	do func(context.Context, Object) error) error {
	ended := 0
	all, going := errgroup.WithContext(ctx)
	all.SetLimit(w.Jobs)
	for _, o := range objects {
		all.Go(func() error {
			if err := going.Err(); err != nil {
				return err
			}
			if err := do(ctx, o); err != nil { // what is on its way arrives, whatever became of the others
				return fmt.Errorf("%s: %w", o.Path, err)
			}
			w.mu.Lock()
			defer w.mu.Unlock()
			ended++
			w.Progress(step, ended, len(objects))
			return nil
		})
	}
	return all.Wait()
}
