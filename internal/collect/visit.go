package collect

import (
	"fmt"
	"slices"
	"time"

	"vigie/internal/archive"
	"vigie/internal/collected"
	"vigie/internal/value/cal"
)

// visit is what one visit of a source brought: its documents, in the order in
// which they were asked for.
type visit struct {
	at    time.Time // UTC, to the second; no two visits of a source have the same
	parts []part
}

// part is one document of a visit.
type part struct {
	snap archive.Snapshot
	open func() (archive.Copy, error)
	file string // where this visit has put its bytes; empty when they come from the archive
}

func (v visit) day() cal.Day { return cal.FromTime(v.at) }

// documents are those of a visit, as the collected files name them.
func (v visit) documents() []collected.Document {
	var out []collected.Document
	for _, p := range v.parts {
		out = append(out, collected.Document{URL: p.snap.URL, SHA256: p.snap.SHA256, Read: v.day(), ByHand: p.snap.ByHand})
	}
	return out
}

// brought says that two visits brought the same bytes from the same addresses.
func (v visit) brought(w visit) bool {
	return slices.EqualFunc(v.parts, w.parts, func(a, b part) bool {
		return a.snap.URL == b.snap.URL && a.snap.SHA256 == b.snap.SHA256
	})
}

// document opens one document for a reader; the caller closes the copy.
func (p part) document() (Document, archive.Copy, error) {
	f, err := p.open()
	if err != nil {
		return Document{}, nil, err
	}
	return Document{Source: p.snap.Source, URL: p.snap.URL, Media: p.snap.Media, Charset: p.snap.Charset,
		Size: p.snap.Size, Body: f}, f, nil
}

// visits gives the visits of a source that the archive holds whole, the oldest
// first. One that was interrupted while it was being stored counts for nothing.
func visits(store *archive.Store, source string) ([]visit, error) {
	snaps, err := store.List(source)
	if err != nil {
		return nil, fmt.Errorf("listing the snapshots of %s: %w", source, err)
	}
	slices.SortStableFunc(snaps, func(a, b archive.Snapshot) int {
		if c := a.Visit.Compare(b.Visit); c != 0 {
			return c
		}
		return a.Part - b.Part
	})
	var out []visit
	for len(snaps) > 0 {
		n := 1
		for n < len(snaps) && snaps[n].Visit.Equal(snaps[0].Visit) {
			n++
		}
		if v, whole := gather(store, snaps[:n]); whole {
			out = append(out, v)
		}
		snaps = snaps[n:]
	}
	return out, nil
}

func gather(store *archive.Store, snaps []archive.Snapshot) (visit, bool) {
	v := visit{at: snaps[0].Visit.UTC()}
	if snaps[0].Parts != len(snaps) {
		return v, false
	}
	for i, snap := range snaps {
		if snap.Part != i+1 {
			return v, false
		}
		v.parts = append(v.parts, part{snap: snap, open: func() (archive.Copy, error) { return store.Bytes(snap) }})
	}
	return v, true
}
