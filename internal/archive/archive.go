// Package archive keeps the evidence: dated, write-once copies of what was read,
// found again by the digest of their bytes.
//
//	data/snapshots/<source>/<sha256>               the bytes, when they may be republished
//	data/snapshots/<source>/<visit>-<…>.json       the sidecar of one document of one visit
//	.cache/snapshots/<source>/<sha256>             the bytes of a source that may not be republished
//
// The same bytes are stored once, however often they were fetched. Nothing is ever
// written over, and nothing is stored whose bytes are not those that were fetched.
// What is read back is not trusted: a sidecar that leads elsewhere is an error,
// and Verify computes every digest again. Nothing here reaches the network or
// reads a clock.
//
//	store := archive.Open("data/snapshots", ".cache/snapshots")
//	err := store.Put(snapshot, visit.File)
//	all, err := store.List("anssi-catalogue")
//	err = archive.WARC(w, store, all)          // for those who keep the web
package archive

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"time"
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
	return []string{"Content-Type", "Content-Encoding", "Last-Modified", "Etag", "Date", "Content-Length", "Content-Disposition"}
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
	public  string // data/snapshots
	private string // under the cache
}

// Open makes a store of two folders; they need not exist yet.
func Open(public, private string) *Store { return &Store{public: public, private: private} }

// Put keeps the bytes of a file with their sidecar. It verifies the digest of the
// file, or that of the same bytes when they are kept already. To put one snapshot
// twice changes nothing.
func (s *Store) Put(snap Snapshot, file string) error {
	if err := snap.sound(); err != nil {
		return fmt.Errorf("snapshot: %w", err)
	}
	if err := s.putBytes(snap, file); err != nil {
		return fmt.Errorf("snapshot of %s: %w", snap.Source, err)
	}
	if err := s.putSidecar(snap); err != nil {
		return fmt.Errorf("snapshot of %s: %w", snap.Source, err)
	}
	return nil
}

func (s *Store) putBytes(snap Snapshot, file string) error {
	_, err := s.digest(snap)
	if !errors.Is(err, ErrNoBytes) {
		return err
	}
	in, err := os.Open(file)
	if err != nil {
		return err
	}
	defer in.Close()
	return writeOnce(s.path(snap), func(w io.Writer) error {
		sum := sha256.New()
		n, err := io.Copy(io.MultiWriter(w, sum), in)
		if err != nil {
			return err
		}
		return snap.is(hex.EncodeToString(sum.Sum(nil)), n)
	})
}

// is says why bytes are not those of the snapshot.
func (snap Snapshot) is(digest string, size int64) error {
	if digest != snap.SHA256 {
		return fmt.Errorf("its bytes have the digest %s, the sidecar says %s", digest, snap.SHA256)
	}
	if size != snap.Size {
		return fmt.Errorf("it has %d bytes, the sidecar says %d", size, snap.Size)
	}
	return nil
}

// path is where the bytes of a snapshot stand.
func (s *Store) path(snap Snapshot) string {
	root := s.private
	if snap.Published {
		root = s.public
	}
	return filepath.Join(root, snap.Source, snap.SHA256)
}

// ErrNoBytes says that the bytes of a snapshot are not on this machine: the
// source may not be republished, and only the digest is.
var ErrNoBytes = errors.New("the bytes are not on this machine")

// Bytes opens the bytes of a snapshot.
func (s *Store) Bytes(snap Snapshot) (*os.File, error) {
	if err := snap.sound(); err != nil {
		return nil, fmt.Errorf("snapshot: %w", err)
	}
	f, err := os.Open(s.path(snap))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s %s: %w", snap.Source, snap.SHA256[:12], ErrNoBytes)
	}
	return f, err
}

// digest computes that of the bytes again.
func (s *Store) digest(snap Snapshot) (int64, error) {
	f, err := s.Bytes(snap)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	sum := sha256.New()
	n, err := io.Copy(sum, f)
	if err != nil {
		return n, err
	}
	return n, snap.is(hex.EncodeToString(sum.Sum(nil)), n)
}
