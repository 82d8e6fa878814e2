package collect

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/google/renameio/v2"

	"vigie/internal/archive"
	"vigie/internal/collected"
	"vigie/internal/value/cal"
	"vigie/internal/value/problem"
	"vigie/internal/value/tree"
)

// footing is what a visit starts from.
//
// What is on disk is always what the present reader, recipe and bounds make of
// the snapshots, read one after the other from nothing. When it may not be (the
// run before was interrupted, the reader has another version), it is made again
// in memory before the visit.
type footing struct {
	*collected.Collected
	sure     bool                   // it is what the snapshots give
	replayed bool                   // and they were read again to know it
	accepted []collected.Acceptance // of the documents that were read again last
}

var errMisdeclared = errors.New("what was collected cannot be used")

// onDisk reads the collected files of a source; nil when there are none, or when
// something is wrong with them, which is reported.
func (j *job) onDisk() (*collected.Collected, problem.List, error) {
	c, found, err := collected.Read(tree.Folder(j.Folder), ".", j.task.Source.ID)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	return c, found, err
}

func (j *job) base(ctx context.Context, disk *collected.Collected, faults problem.List, past []visit) (footing, error) {
	if disk != nil && !j.Replay && j.upToDate(disk, past) {
		return footing{Collected: disk, sure: true}, nil
	}
	if len(faults) > 0 && len(past) == 0 {
		return footing{}, fmt.Errorf("%w: %s", errMisdeclared, faults[0].String())
	}
	again, accepted, err := j.again(ctx, disk, past)
	switch {
	case err == nil && disk != nil:
		return footing{j.guarded(disk, again), true, len(past) > 0, accepted}, nil
	case err == nil:
		return footing{again, true, len(past) > 0, accepted}, nil
	case !errors.Is(err, archive.ErrNoBytes):
		return footing{}, err
	case len(faults) > 0:
		return footing{}, fmt.Errorf("%w: %s", errMisdeclared, faults[0].String())
	case disk == nil:
		return footing{Collected: blank(j.task)}, nil
	}
	fitted, err := fit(disk, j.task.Reader.Columns)
	if err != nil {
		return footing{}, fmt.Errorf("%w: %w", errMisdeclared, err)
	}
	return footing{Collected: fitted}, nil
}

// upToDate says whether what is on disk was made by the present reader from the
// last snapshots. A machine that was slow once is given another chance.
func (j *job) upToDate(disk *collected.Collected, past []visit) bool {
	s := disk.State
	judged := s.Documents
	if len(s.Refused) > 0 {
		judged = s.Refused
	}
	var last []collected.Document
	if len(past) > 0 {
		last = past[len(past)-1].documents()
	}
	return slices.Equal(judged, last) && s.Code != SlowRead && s.Reader == j.task.Reader.Name &&
		s.Version == j.task.Reader.Version &&
		(s.Under == j.terms.under || len(past) == 0) && collected.SameColumns(disk.Columns, j.task.Reader.Columns)
}

// again reads every visit of the archive, from nothing. A failure to fetch has
// left no snapshot: it is taken over from the disk. With it comes what was accepted of
// the last visit.
func (j *job) again(ctx context.Context, disk *collected.Collected,
	past []visit) (*collected.Collected, []collected.Acceptance, error) {
	now := blank(j.task)
	var accepted []collected.Acceptance
	for _, v := range past {
		next, h, err := j.judge(ctx, now, v)
		if err != nil {
			return nil, nil, err
		}
		now, accepted = next, h.accepted
	}
	if disk != nil && disk.State.Standing == collected.Stale && now.State.Standing == collected.Good {
		s := disk.State
		now.State.Standing, now.State.Since, now.State.Code, now.State.Reason = s.Standing, s.Since, s.Code, s.Reason
	}
	return now, accepted, nil
}

// guarded keeps the rows on disk when a second reading of the snapshots loses
// them: a reader that was broken while it was being mended is no better than a
// source that was.
func (j *job) guarded(disk, again *collected.Collected) *collected.Collected {
	kept := map[string]bool{}
	for _, r := range again.Rows {
		kept[keyOf(again.Columns, r.Cells)] = true
	}
	lost := 0
	for _, r := range disk.Rows {
		if !kept[keyOf(disk.Columns, r.Cells)] {
			lost++
		}
	}
	most := j.task.Source.Collect.Bounds.Gone
	if lost*100 <= most*len(disk.Rows) && (lost == 0 || again.State.Standing != collected.Doubtful) {
		return again
	}
	fitted, err := fit(disk, j.task.Reader.Columns)
	if err != nil { // another key makes other records: there is nothing to guard
		return again
	}
	s := again.State
	if s.Standing != collected.Doubtful {
		why := tooManyGone(lost, len(disk.Rows), most)
		s.Standing, s.Code, s.Reason, s.Refused = collected.Doubtful, why.Code, why.Reason, s.Documents
	}
	s.Since, s.Documents, s.Edition = cal.FromTime(j.Now().UTC()), disk.State.Documents, disk.State.Edition
	s.Unreadable, s.Ignored, s.Unread = disk.State.Unreadable, disk.State.Ignored, disk.State.Unread
	if disk.State.Standing == collected.Doubtful {
		s.Since = disk.State.Since
	}
	fitted.State = s
	return fitted
}

// write puts both files in place, whole, unless they say the same already but for
// the version of the reader: that alone is no news.
func (j *job) write(disk, next *collected.Collected) (bool, error) {
	same := *next
	if disk != nil {
		same.State.Version = disk.State.Version
		if equal(disk, &same) {
			return false, nil
		}
	}
	if j.DryRun {
		return true, nil
	}
	if err := os.MkdirAll(j.Folder, 0o755); err != nil {
		return false, err
	}
	table, state := next.Encode()
	tableName, stateName := collected.Files(j.task.Source.ID)
	// The state comes last: without it, the next run knows that the table may be
	// ahead and makes both again.
	for _, f := range []struct {
		name    string
		content []byte
	}{{tableName, table}, {stateName, state}} {
		if err := renameio.WriteFile(filepath.Join(j.Folder, f.name), f.content, 0o644); err != nil {
			return false, fmt.Errorf("writing %s: %w", f.name, err)
		}
	}
	return true, nil
}

func equal(a, b *collected.Collected) bool {
	tableA, stateA := a.Encode()
	tableB, stateB := b.Encode()
	return string(tableA) == string(tableB) && string(stateA) == string(stateB)
}
