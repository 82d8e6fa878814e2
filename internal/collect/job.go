package collect

import (
	"context"
	"errors"
	"os"
	"strings"
	"time"

	"vigie/internal/archive"
	"vigie/internal/collected"
	"vigie/internal/fetch"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// job is the visit of one source.
type job struct {
	Options
	task     Task
	terms    terms
	spooled  []string               // files to remove in the end
	held     *collected.Collected   // what is held after the visit; nil when nothing was judged
	accepted []collected.Acceptance // what people accepted of the source, this run included
	decided  bool                   // one of them is of this run
	later    func() error           // marks a source that could not be reached, once another was; nil for the others
}

// run takes a source through its visit. What goes wrong with the source is in the
// outcome; the error says that the run cannot go on.
func (j *job) run(ctx context.Context) (*Outcome, error) {
	defer j.sweep()
	out := &Outcome{Source: j.task.Source.ID, Title: j.task.Source.Title}
	if c := j.task.Source.Collect; c != nil && !c.Off.IsZero() && !j.Replay && j.From == "" {
		return out.skipped(&Verdict{Code: Off, Reason: c.Off}), nil
	}
	var err error
	if j.terms, err = settle(j.task); err != nil {
		return out.misdeclared(err), nil
	}
	disk, fault, err := j.onDisk()
	if err != nil {
		return nil, err
	}
	if err := j.accepting(disk); err != nil {
		if errors.Is(err, errMisdeclared) {
			return out.misdeclared(err), nil
		}
		return nil, err
	}
	past, err := visits(j.Archive, j.task.Source.ID)
	if err != nil {
		return out.misdeclared(err), nil
	}
	base, err := j.base(ctx, disk, fault, past)
	switch {
	case errors.Is(err, errMisdeclared):
		return out.misdeclared(err), nil
	case err != nil:
		return nil, err
	}
	out.readAgain(disk, fault, base)
	next := base.Collected
	switch {
	case j.Replay && len(past) == 0:
		return out.skipped(say(NoSnapshot, "aucune copie à relire", "no copy to read again")), nil
	case j.Replay && !base.replayed:
		return out.skipped(say(NoBytes, "ses copies ne sont pas sur cette machine", "its copies are not on this machine")),
			nil
	case j.Replay:
		out.judged(Unchanged, next)
		if err := j.keepDecision(); err != nil {
			return nil, err
		}
	default:
		if next, err = j.visit(ctx, out, base, past); err != nil || next == nil {
			return out, err
		}
	}
	j.held = next
	out.late(j.task.Source, next.State, cal.FromTime(j.Now().UTC()))
	if out.unreached() {
		j.later = func() error {
			out.Wrote, err = j.write(disk, next)
			return err
		}
		return out, nil
	}
	out.Wrote, err = j.write(disk, next)
	return out, err
}

// sweep removes what the visit spooled.
func (j *job) sweep() {
	for _, f := range j.spooled {
		os.Remove(f)
	}
}

// visit fetches, and judges what came.
func (j *job) visit(ctx context.Context, out *Outcome, base footing, past []visit) (*collected.Collected, error) {
	var last visit
	if len(past) > 0 {
		last = past[len(past)-1]
	}
	w := &walk{job: j, getter: j.Getter, last: last, seen: map[string]bool{}}
	if j.From != "" {
		w.getter = newSaved(j.From, j.task.Source.ID)
	}
	err := w.run(ctx)
	out.fetched(w)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.Is(err, errNothingSaved):
		out.skipped(say(NotSaved, "aucun fichier n’a été enregistré pour elle (ni %s, ni rien dans un dossier %s)",
			"no file was saved for it (neither %s nor anything in a folder %s)", nameOf(w.at), j.task.Source.ID))
		return nil, nil
	case fetch.FaultOf(err) == fetch.Local:
		return nil, err
	case err != nil && j.From != "":
		out.misdeclared(err)
		return nil, nil
	case err != nil:
		why := blame(w.at, j.terms.documents, err)
		next := unreachable(base.Collected, why, cal.FromTime(j.Now().UTC()))
		out.failed(why, next)
		return next, nil
	}
	v := visit{at: j.Now().UTC().Truncate(time.Second), parts: w.parts}
	if !v.at.After(last.at) {
		v.at = last.at.Add(time.Second)
	}
	if v.brought(last) {
		return j.sameAgain(ctx, out, base, v, last)
	}
	next, h, err := j.judge(ctx, base.Collected, v)
	if err != nil {
		return nil, err
	}
	out.reaped(h, j.task.Source.Collect.Bounds, base.Collected, next)
	return next, j.store(v)
}

// sameAgain is for a visit that brought what the last one had: it leaves no
// trace, but for copies that were missing on this machine, or that may be
// republished from now on.
func (j *job) sameAgain(ctx context.Context, out *Outcome, base footing, v, last visit) (*collected.Collected, error) {
	v.at = last.at
	for i := range v.parts {
		p := &v.parts[i]
		p.snap = last.parts[i].snap
		if err := j.restore(*p); err != nil {
			return nil, err
		}
		if err := j.publish(out, *p); err != nil {
			return nil, err
		}
	}
	if !base.sure { // the snapshots were not here: now the last ones are
		next, h, err := j.judge(ctx, base.Collected, v)
		if err != nil {
			return nil, err
		}
		out.reaped(h, j.task.Source.Collect.Bounds, base.Collected, next)
		if out.Status == Read && len(out.Changes) == 0 {
			out.Status = Unchanged
		}
		return next, nil
	}
	next := *base.Collected
	if next.State.Standing == collected.Stale {
		next.State = settled(next.State)
	}
	out.judged(Unchanged, &next)
	return &next, nil
}

// restore puts back the bytes of a snapshot that were not on this machine.
func (j *job) restore(p part) error {
	f, err := j.Archive.Bytes(p.snap)
	if err == nil {
		return f.Close()
	}
	if j.DryRun || p.file == "" || !errors.Is(err, archive.ErrNoBytes) {
		return nil
	}
	return j.Archive.Put(p.snap, p.file)
}

// publish puts a copy that was kept apart into the published tree, when its source
// says by now that it may stand there.
func (j *job) publish(out *Outcome, p part) error {
	if p.snap.Published || !j.task.republishes() {
		return nil
	}
	if !j.DryRun {
		if err := j.Archive.Publish(p.snap); err != nil {
			return err
		}
	}
	out.Published++
	return nil
}

// republishes says whether the copies of a source stand in the published tree.
func (t Task) republishes() bool { return t.Source.Redistributable && !t.Source.Collect.CopiesApart }

// store puts the documents of a visit into the archive.
func (j *job) store(v visit) error {
	if j.DryRun {
		return nil
	}
	for i, p := range v.parts {
		p.snap.Visit, p.snap.Part, p.snap.Parts = v.at, i+1, len(v.parts)
		keep := func() error { return j.Archive.Put(p.snap, p.file) }
		if p.file == "" { // it comes from the archive, perhaps from the other half of it
			keep = func() error { return j.Archive.Keep(p.snap, p.open) }
		}
		if err := keep(); err != nil {
			return err
		}
	}
	return nil
}

// attribution is the line that the licence asks for, with the day of the copy.
func (j *job) attribution() string {
	day := cal.FromTime(j.Now().UTC())
	return strings.ReplaceAll(j.task.Source.Collect.Attribution.FR, "{date}", day.Text(lang.FR))
}
