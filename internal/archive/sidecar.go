package archive

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"time"

	"vigie/internal/output/disk"
)

// name is that of the sidecar: two documents of one visit differ by their address.
func (snap Snapshot) name() string {
	sum := sha256.Sum256([]byte(snap.URL))
	return snap.visit().Format("2006-01-02T150405Z") + "-" + snap.SHA256[:12] + "-" + hex.EncodeToString(sum[:3]) + ".json"
}

func (snap Snapshot) visit() time.Time {
	if snap.Visit.IsZero() {
		return snap.Fetched.UTC()
	}
	return snap.Visit.UTC()
}

func (snap Snapshot) sidecar() ([]byte, error) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false) // an address keeps its ampersands
	e.SetIndent("", "  ")
	err := e.Encode(snap)
	return out.Bytes(), err
}

func (s *Store) putSidecar(snap Snapshot) error {
	content, err := snap.sidecar()
	if err != nil {
		return err
	}
	name := filepath.Join(s.public, snap.Source, snap.name())
	if _, err := os.Stat(name); err == nil {
		return nil
	}
	return writeWhole(name, func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
}

// List gives the snapshots of a source, the oldest first; of all sources, by
// name, when the source is empty.
func (s *Store) List(source string) ([]Snapshot, error) {
	names, err := s.sidecars(source)
	if err != nil {
		return nil, err
	}
	var out []Snapshot
	for _, name := range names {
		snap, err := s.read(name)
		if err != nil {
			return nil, err
		}
		out = append(out, snap)
	}
	slices.SortStableFunc(out, func(a, b Snapshot) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), a.visit().Compare(b.visit()), cmp.Compare(a.Part, b.Part),
			a.Fetched.Compare(b.Fetched))
	})
	return out, nil
}

// Latest gives the last snapshot of an address of a source; false when there is none.
func (s *Store) Latest(source, url string) (Snapshot, bool, error) {
	all, err := s.List(source)
	if err != nil || source == "" {
		return Snapshot{}, false, err
	}
	for _, snap := range slices.Backward(all) {
		if snap.URL == url {
			return snap, true, nil
		}
	}
	return Snapshot{}, false, nil
}

// sidecars gives the files of sidecars, as paths below the store, in order.
func (s *Store) sidecars(source string) ([]string, error) {
	if source != "" && !identifier.MatchString(source) {
		return nil, fmt.Errorf("snapshots: %q is not the identifier of a source", source)
	}
	folders := []string{source}
	if source == "" {
		entries, err := fs.ReadDir(s.shown, ".")
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		folders = nil
		for _, e := range entries {
			if e.IsDir() || e.Type()&fs.ModeSymlink != 0 {
				folders = append(folders, e.Name())
			}
		}
	}
	var names []string
	for _, folder := range folders {
		entries, err := fs.ReadDir(s.shown, folder)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		for _, e := range entries {
			if path.Ext(e.Name()) == ".json" {
				names = append(names, path.Join(folder, e.Name()))
			}
		}
	}
	return names, nil
}

// maxSidecar is far more than what a sidecar may hold.
const maxSidecar = 1 << 20

// read reads a sidecar strictly.
func (s *Store) read(name string) (Snapshot, error) {
	f, err := s.shown.Open(name)
	if err != nil {
		return Snapshot{}, err
	}
	defer f.Close()
	var snap Snapshot
	d := json.NewDecoder(io.LimitReader(f, maxSidecar))
	d.DisallowUnknownFields()
	err = d.Decode(&snap)
	if err == nil {
		err = snap.sound()
	}
	if err == nil && name != snap.Source+"/"+snap.name() {
		err = fmt.Errorf("what it says belongs in %s/%s", snap.Source, snap.name())
	}
	if err != nil {
		return Snapshot{}, fmt.Errorf("the sidecar %s: %w", name, err)
	}
	return snap, nil
}

// writeWhole writes a file beside its place and puts it there whole.
func writeWhole(name string, write func(io.Writer) error) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	tmp, err := os.CreateTemp(filepath.Dir(name), unfinished+"*")
	if err != nil {
		return err
	}
	err = write(tmp)
	if err == nil {
		err = tmp.Chmod(0o644)
	}
	if err == nil {
		err = tmp.Sync()
	}
	if closed := tmp.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(tmp.Name(), name)
	}
	if err != nil {
		os.Remove(tmp.Name())
		return err
	}
	return disk.SyncFolder(filepath.Dir(name))
}
