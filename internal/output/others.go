package output

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// others lists what stands in a folder and no build wrote: a repository, a domain
// name, what a host asks for. A folder of which everything is somebody else's is
// one entry. Paths have slashes.
func others(folder string, l ledger) ([]string, error) {
	ours := l.folders()
	var found []string
	err := filepath.WalkDir(folder, func(whole string, e fs.DirEntry, err error) error {
		if err != nil || whole == folder {
			return err
		}
		rel, err := filepath.Rel(folder, whole)
		if err != nil {
			return err
		}
		path := filepath.ToSlash(rel)
		switch {
		case path == ledgerName || path == ledgerName+"~":
			return nil
		case path == buildFolder:
			return fs.SkipDir
		case l.unknown && !Apart(path):
			return skip(e)
		case e.IsDir() && ours[path]:
			return nil
		case !e.IsDir() && l.wrote(path):
			return nil
		}
		found = append(found, path)
		return skip(e)
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return found, err
}

func skip(e fs.DirEntry) error {
	if e.IsDir() {
		return fs.SkipDir
	}
	return nil
}

// rootNames are what people and hosts keep at the root of a published folder:
// what a first build may find there, and what it leaves alone.
var rootNames = []string{"CNAME", "README.md", "README", "LICENSE", "lost+found"}

// Apart says that a path stands at the root of a published folder, or below a
// folder there, without being part of the site. Names that begin with a dot are such.
func Apart(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return strings.HasPrefix(first, ".") || slices.Contains(rootNames, first)
}

// claimed says that a path stands where the site has a file or a folder of its own.
func (r *register) claimed(path string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	folded := strings.ToLower(path)
	if r.taken[folded] != "" || r.taken[folded+"/"] != "" {
		return true
	}
	for i := strings.LastIndexByte(folded, '/'); i > 0; i = strings.LastIndexByte(folded[:i], '/') {
		if r.taken[folded[:i]] != "" {
			return true
		}
	}
	return false
}

// carry brings what no build wrote from one folder to another, by links to the
// same files: nothing is moved, so that whatever happens next, both are whole.
func carry(from, to string, others []string) error {
	for _, path := range others {
		name := filepath.FromSlash(path)
		if err := carryOne(filepath.Join(from, name), filepath.Join(to, name)); err != nil {
			return fmt.Errorf("%s was not written by a build and could not be kept: %w", path, err)
		}
	}
	return nil
}

func carryOne(from, to string) error {
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	return filepath.WalkDir(from, func(whole string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, whole)
		if err != nil {
			return err
		}
		there := filepath.Join(to, rel)
		if !e.IsDir() {
			return link(whole, there, e)
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		return os.Mkdir(there, info.Mode().Perm())
	})
}

// link makes a second name for a file; where the system refuses that, a copy.
func link(from, to string, e fs.DirEntry) error {
	err := os.Link(from, to)
	if err == nil || !e.Type().IsRegular() {
		return err
	}
	info, err := e.Info()
	if err != nil {
		return err
	}
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, info.Mode().Perm())
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close(), os.Chtimes(to, info.ModTime(), info.ModTime()))
}
