package takeaway

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// usedFile lists the keys that were asked for, one a line, the last one last. What time a file
// bears says nothing after a copy or a clone; its place in this list does.
const usedFile = "used"

// note writes down that a key is asked for, before its file is looked for. A store that
// cannot be written to does not grow either, so that it need not know.
func (s Store) note(key string) {
	f, err := os.OpenFile(filepath.Join(s.Folder, usedFile), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return
	}
	_, _ = f.WriteString(key + "\n")
	_ = f.Close()
}

// Sweep removes files while those of the store take more than some bytes: the one that was
// not asked for for the longest time first, those that this build asked for never. A build
// that runs beside it makes again what it finds gone.
func (s Store) Sweep(most int64, made []File) error {
	if s.Folder == "" {
		return nil
	}
	s.sweepUnfinished()
	now := map[string]bool{}
	for _, f := range made {
		now[f.key] = true
	}
	list, err := os.ReadFile(filepath.Join(s.Folder, usedFile))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	last := map[string]int{} // where the list has a key for the last time
	for i, key := range strings.Fields(string(list)) {
		last[key] = i + 1
	}
	all, err := s.all()
	if err != nil {
		return err
	}
	slices.SortStableFunc(all, func(a, b stored) int { return last[a.key] - last[b.key] })
	total := int64(0)
	for _, f := range all {
		total += f.size
	}
	var left bytes.Buffer
	for _, f := range all {
		if total > most && !now[f.key] {
			if err := os.Remove(f.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
			total -= f.size
			continue
		}
		left.WriteString(f.key + "\n")
	}
	fresh, err := os.CreateTemp(s.Folder, newFile)
	if err != nil {
		return err
	}
	defer os.Remove(fresh.Name())
	_, err = fresh.Write(left.Bytes())
	if err := errors.Join(err, fresh.Close()); err != nil {
		return err
	}
	return os.Rename(fresh.Name(), filepath.Join(s.Folder, usedFile))
}

// unfinished is how many seconds a file may take to be written. One that is older, by the last time that a build
// asked for anything, was left by a build that was killed.
const unfinished = 60 * 60

// sweepUnfinished removes what killed builds left half written. What cannot be removed is left to the next one.
func (s Store) sweepUnfinished() {
	asked, err := os.Lstat(filepath.Join(s.Folder, usedFile))
	if err != nil {
		return
	}
	for _, pattern := range []string{newFile, filepath.Join("??", newFile)} {
		found, err := filepath.Glob(filepath.Join(s.Folder, pattern))
		if err != nil {
			return
		}
		for _, path := range found {
			info, err := os.Lstat(path)
			if err == nil && info.Mode().IsRegular() && info.ModTime().Unix()+unfinished < asked.ModTime().Unix() {
				_ = os.Remove(path)
			}
		}
	}
}

// stored is a file of a store.
type stored struct {
	key, path string
	size      int64
}

// all lists the files of the store by name. One that is being written has no key yet, and is
// left alone.
func (s Store) all() ([]stored, error) {
	found, err := filepath.Glob(filepath.Join(s.Folder, "??", "*.*"))
	if err != nil {
		return nil, err
	}
	var out []stored
	for _, path := range found {
		key, _, _ := strings.Cut(filepath.Base(path), ".")
		info, err := os.Lstat(path)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if key != "" && info.Mode().IsRegular() {
			out = append(out, stored{key, path, info.Size()})
		}
	}
	return out, nil
}
