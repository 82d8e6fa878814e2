// Package archive keeps the evidence: dated, write-once copies of what was read,
// found again by the digest of their bytes.
//
//	data/snapshots/<source>/<sha256>               the bytes, when they may be republished
//	data/snapshots/<source>/<sha256>.gz            the same, when that is smaller
//	data/snapshots/<source>/<visit>-<…>.json       the sidecar of one document of one visit
//	.cache/snapshots/<source>/<sha256>             the bytes of a source that may not be republished
//
// The same bytes are stored once, however often they were fetched. Nothing is ever
// written over, but for the word of a sidecar that says where its bytes are, when a
// source comes to be republished. A digest is always that of the bytes as they came;
// nothing is stored whose bytes are not those that were fetched.
// What is read back is not trusted: a sidecar that leads elsewhere is an error,
// and Verify computes every digest again. Nothing here reaches the network or
// reads a clock.
//
//	store := archive.Open("data/snapshots", ".cache/snapshots")
//	err := store.Put(snapshot, visit.File)
//	all, err := store.List("port-register")
//	err = archive.WARC(w, store, all)          // for those who keep the web
package archive

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"time"

	"vigie/internal/value/tree"
)

// Snapshot is one visit of one document: its sidecar.
type Snapshot struct {
	Source      string            `json:"source"`
	URL         string            `json:"url"`
	Final       string            `json:"final_url,omitempty"` // when redirects led elsewhere
	Fetched     time.Time         `json:"fetched"`             // UTC, to the second
	Visit       time.Time         `json:"visit"`               // when the visit that it belongs to began
	Part        int               `json:"part"`                // its place among the documents of the visit, from 1
	Parts       int               `json:"parts"`               // how many documents the visit brought
	Status      int               `json:"status"`
	Headers     map[string]string `json:"headers,omitempty"` // those that matter
	Media       string            `json:"media"`
	Charset     string            `json:"charset,omitempty"`
	Size        int64             `json:"bytes"`
	SHA256      string            `json:"sha256"`
	Published   bool              `json:"republished"` // the bytes stand in the published tree
	Tool        string            `json:"tool"`        // name and version of what fetched it
	ByHand      bool              `json:"by_hand,omitempty"`
	Attribution string            `json:"attribution,omitempty"`
}

// Kept lists the headers that a sidecar keeps.
func Kept() []string {
	return []string{"Content-Type", "Content-Encoding", "Last-Modified", "Etag", "Date", "Content-Length",
		"Content-Disposition"}
}

var (
	identifier = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	digestForm = regexp.MustCompile(`^[0-9a-f]{64}$`)
)

// sound says why a snapshot cannot be one: what makes a path of it is checked
// before any path is made.
func (snap Snapshot) sound() error {
	switch {
	case !identifier.MatchString(snap.Source):
		return fmt.Errorf("%q is not the identifier of a source", snap.Source)
	case !digestForm.MatchString(snap.SHA256):
		return fmt.Errorf("%q is not a SHA-256", snap.SHA256)
	case snap.Size < 0:
		return fmt.Errorf("%d bytes are not a size", snap.Size)
	case snap.Fetched.IsZero():
		return errors.New("it was never fetched")
	}
	return nil
}

// Store is an archive on disk.
type Store struct {
	public, private string // data/snapshots, and a folder under the cache
	shown, apart    fs.FS  // the same, to be read: nothing in them leads out of them
}

// Open makes a store of two folders; they need not exist yet.
func Open(public, private string) *Store {
	return &Store{public: public, private: private, shown: tree.Folder(public), apart: tree.Folder(private)}
}

// Put keeps the bytes of a file with their sidecar. It verifies the digest of the
// file, or that of the same bytes when they are kept already. To put one snapshot
// twice changes nothing.
func (s *Store) Put(snap Snapshot, file string) error {
	return s.put(snap, func() (io.ReadCloser, error) { return os.Open(file) })
}

// Keep is Put for bytes that an archive holds already, such as those of another
// visit.
func (s *Store) Keep(snap Snapshot, open func() (Copy, error)) error {
	return s.put(snap, func() (io.ReadCloser, error) { return open() })
}

func (s *Store) put(snap Snapshot, open func() (io.ReadCloser, error)) error {
	if err := snap.sound(); err != nil {
		return fmt.Errorf("snapshot: %w", err)
	}
	if err := s.putBytes(snap, open); err != nil {
		return fmt.Errorf("snapshot of %s: %w", snap.Source, err)
	}
	if err := s.putSidecar(snap); err != nil {
		return fmt.Errorf("snapshot of %s: %w", snap.Source, err)
	}
	return nil
}

// Publish puts the bytes of a snapshot that was kept apart into the published tree,
// once its source may be republished. Its sidecar then says so, and nothing else of
// it changes. ErrNoBytes says that they are not on this machine.
func (s *Store) Publish(snap Snapshot) error {
	if snap.Published {
		return nil
	}
	apart := snap
	snap.Published = true
	if err := snap.sound(); err != nil {
		return fmt.Errorf("snapshot: %w", err)
	}
	if err := s.putBytes(snap, func() (io.ReadCloser, error) { return s.Bytes(apart) }); err != nil {
		return fmt.Errorf("publishing %s %s: %w", snap.Source, snap.SHA256[:12], err)
	}
	content, err := snap.sidecar()
	if err != nil {
		return err
	}
	return writeWhole(filepath.Join(s.public, snap.Source, snap.name()), func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
}
