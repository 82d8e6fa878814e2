package verify

import (
	"context"
	"fmt"
	"time"

	"vigie/internal/archive"
	"vigie/internal/collect"
)

// Evidence is where the copies of sources are, and what reads them.
type Evidence struct {
	Archive   *archive.Store
	Collected string         // folder of the collected rows
	Tasks     []collect.Task // of the sources that are collected
	Now       func() time.Time
}

// Copies is what was seen of the copies of sources.
type Copies struct {
	Snapshots int      `json:"snapshots"`
	Digested  int      `json:"digested"` // whose bytes were digested again
	Bytes     int64    `json:"bytes"`
	Absent    int      `json:"absent"`              // whose bytes are on another machine
	AbsentOf  []string `json:"absent_of,omitempty"` // the sources of those: their rows were not read again
	Replayed  int      `json:"replayed"`            // sources whose rows were extracted again
	Rows      int      `json:"rows"`
	Cited     int      `json:"cited"` // claims that name a copy
}

// look computes the digest of every copy, extracts the rows of every source again
// and finds them the same, and finds the copies that claims name.
func (e *Evidence) look(ctx context.Context, t *truth, report *Report) error {
	seen, faults, err := e.Archive.Verify()
	if err != nil {
		return err
	}
	report.Copies = Copies{Snapshots: seen.Snapshots, Digested: seen.Checked, Bytes: seen.Bytes, Absent: seen.Absent,
		AbsentOf: seen.AbsentOf}
	for _, f := range faults {
		report.Faults = append(report.Faults,
			Fault{File: "data/snapshots/" + f.File, Figure: f.Snapshot.Source, What: "a copy is not what its sidecar says",
				Found: f.Detail, Want: f.Snapshot.SHA256})
	}
	if err := e.replay(ctx, report); err != nil {
		return err
	}
	return e.cited(t, report)
}

// replay reads every copy again, as vigie collect --replay does, and writes nothing.
func (e *Evidence) replay(ctx context.Context, report *Report) error {
	replayed, err := collect.Run(ctx,
		collect.Options{Folder: e.Collected, Archive: e.Archive, Replay: true, DryRun: true, Jobs: 1, Now: e.Now}, e.Tasks)
	if err != nil {
		return err
	}
	for _, o := range replayed.Sources {
		if o.Status == collect.Skipped {
			continue
		}
		report.Copies.Replayed++
		report.Copies.Rows += o.Listed
		if o.Wrote || o.Status == collect.Broken {
			found := fmt.Sprintf("%d rows changed", len(o.Changes)+len(o.Reread))
			if o.Mended != "" {
				found = o.Mended
			}
			report.Faults = append(report.Faults, Fault{File: e.Collected + "/" + o.Source + ".csv", Figure: o.Source,
				What: "collected rows are not those that the copies give when they are read again", Found: found})
		}
	}
	return nil
}

// cited finds the copies that claims name.
func (e *Evidence) cited(t *truth, report *Report) error {
	held, err := e.Archive.List("")
	if err != nil {
		return nil // Verify reported it, with its file
	}
	known := map[string]bool{}
	for _, s := range held {
		known[s.SHA256] = true
	}
	for _, c := range t.data.Claims {
		if c.Snapshot == "" {
			continue
		}
		report.Copies.Cited++
		if !known[c.Snapshot] {
			report.Faults = append(report.Faults,
				Fault{File: t.corpus.File(c.Owner), Figure: c.ID, What: "a claim names a copy that is not kept", Found: c.Snapshot})
		}
	}
	return nil
}
