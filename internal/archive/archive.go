// Package archive keeps the evidence: dated, write-once copies of what was read,
// found again by the digest of their bytes.
//
//	data/snapshots/<source>/<sha256>         the bytes, when they may be republished
//	data/snapshots/<source>/<visit>-<short>.json   the sidecar of one document of one visit
//	.cache/snapshots/<source>/<sha256>       the bytes of a source that may not be republished
//
// The same bytes are stored once, however often they were fetched. A sidecar is
// never written over. Nothing here reaches the network or reads a clock.
package archive

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"vigie/internal/output"
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

// Store is an archive on disk.
type Store struct {
	public  string // data/snapshots
	private string // under the cache
}

// Open makes a store of two folders; they need not exist yet.
func Open(public, private string) *Store { return &Store{public: public, private: private} }

// Put keeps the bytes of a file with their sidecar. It verifies the digest while
// copying. The sidecar's name is the moment of its visit and the start of its
// digest; to put one snapshot twice changes nothing.
func (s *Store) Put(snap Snapshot, file string) error {
	if err := output.CheckPath(snap.Source + "/" + snap.SHA256); err != nil {
		return fmt.Errorf("snapshot: %w", err)
	}
	if err := s.putBytes(snap, file); err != nil {
		return fmt.Errorf("snapshot of %s: %w", snap.Source, err)
	}
	sidecar, err := json.MarshalIndent(snap, "", "  ")
	if err != nil {
		return err
	}
	name := filepath.Join(s.public, snap.Source, snap.name())
	if _, err := os.Stat(name); err == nil {
		return nil
	}
	return writeOnce(name, func(w io.Writer) error {
		_, err := w.Write(append(sidecar, '\n'))
		return err
	})
}

// name is that of the sidecar: two documents of one visit differ by their address.
func (snap Snapshot) name() string {
	visit := snap.Visit
	if visit.IsZero() {
		visit = snap.Fetched
	}
	sum := sha256.Sum256([]byte(snap.URL))
	return visit.UTC().Format("2006-01-02T150405Z") + "-" + snap.SHA256[:12] + "-" + hex.EncodeToString(sum[:3]) + ".json"
}

func (s *Store) putBytes(snap Snapshot, file string) error {
	target := s.path(snap)
	if _, err := os.Stat(target); err == nil {
		return nil
	}
	in, err := os.Open(file)
	if err != nil {
		return err
	}
	defer in.Close()
	return writeOnce(target, func(w io.Writer) error {
		sum := sha256.New()
		if _, err := io.Copy(io.MultiWriter(w, sum), in); err != nil {
			return err
		}
		if got := hex.EncodeToString(sum.Sum(nil)); got != snap.SHA256 {
			return fmt.Errorf("the bytes have the digest %s, the visit told %s", got, snap.SHA256)
		}
		return nil
	})
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
	f, err := os.Open(s.path(snap))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s %s: %w", snap.Source, snap.SHA256[:12], ErrNoBytes)
	}
	return f, err
}

// List gives the snapshots of a source, the oldest first; of all sources when
// the name is empty.
func (s *Store) List(source string) ([]Snapshot, error) {
	var out []Snapshot
	pattern := filepath.Join(s.public, "*", "*.json")
	if source != "" {
		pattern = filepath.Join(s.public, source, "*.json")
	}
	names, err := filepath.Glob(pattern)
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		var snap Snapshot
		if err := json.Unmarshal(src, &snap); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out = append(out, snap)
	}
	slices.SortStableFunc(out, func(a, b Snapshot) int {
		if c := strings.Compare(a.Source, b.Source); c != 0 {
			return c
		}
		return a.Fetched.Compare(b.Fetched)
	})
	return out, nil
}

// Latest gives the last snapshot of an address of a source; false when there is none.
func (s *Store) Latest(source, url string) (Snapshot, bool, error) {
	all, err := s.List(source)
	if err != nil {
		return Snapshot{}, false, err
	}
	for _, snap := range slices.Backward(all) {
		if snap.URL == url {
			return snap, true, nil
		}
	}
	return Snapshot{}, false, nil
}

// writeOnce writes a file beside its place and puts it there whole.
func writeOnce(name string, write func(io.Writer) error) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	tmp, err := os.CreateTemp(filepath.Dir(name), ".writing-*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	if err := write(tmp); err != nil {
		tmp.Close()
		return err
	}
	if err := tmp.Chmod(0o644); err != nil {
		tmp.Close()
		return err
	}
	if err := tmp.Close(); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), name)
}
