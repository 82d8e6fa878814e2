// Package output receives the files of a site, one by one and in any order,
// and puts them in a folder whole or not at all.
//
// Pages are planned as a stream and rendered by several workers, so a sink is
// handed one file at a time, from any goroutine, and keeps nothing of it that it
// does not need. There are two sinks: a [Folder] for `vigie build`, a [Memory]
// for `vigie serve` and for tests.
//
//	folder, err := output.Open("public", output.Settings{})
//	defer folder.Abort()                          // does nothing after Commit
//	err = folder.Write("index.html", page)        // once per planned file
//	written, err := folder.Commit()               // now public/ is the new site
//
// Promises of a Folder: until Commit succeeds the former folder is untouched;
// whoever kills the process, at whatever moment, finds either the former site
// or the new one, complete; two builds never write to one folder at once; what
// was left by a killed build is cleared by the next one. A file that no build wrote
// (a repository, a domain name, what a host asks for) is never touched: the list
// in .vigie at the root of the folder decides what may be replaced or removed.
//
// A folder that cannot be exchanged for another, since it is a mount or is seen
// elsewhere through one, is filled in place instead: each file in one step, assets
// before pages, removals last. Killed there, both sites are seen side by side until
// the next build, which finishes what was begun before it does anything else.
package output

import (
	"fmt"
	"io"
	"regexp"
	"strings"
	"sync"
)

// Sink receives planned files. Write may be called by several goroutines; the
// caller must not change content afterwards. Paths are relative to the site,
// with slashes; writing one path twice is an error.
type Sink interface {
	Write(path string, content []byte) error

	// Copy receives the content of a file that is too long to be held in memory.
	Copy(path string, from io.Reader) error
}

// Written counts what a sink received.
type Written struct {
	Files int
	Bytes int64
}

// segment is one part of a path: names that mean the same on every file system
// and need no escaping in an address.
var segment = regexp.MustCompile(`^[A-Za-z0-9._][A-Za-z0-9._~-]*$`)

// maxSegment is the longest name that common file systems accept.
const maxSegment = 255

// CheckPath says why a path cannot be published; nil when it can.
func CheckPath(path string) error {
	if path == "" {
		return fmt.Errorf("a file without a path")
	}
	if strings.HasPrefix(path, "/") {
		return fmt.Errorf("%q starts with a slash: paths are relative to the site", path)
	}
	for part := range strings.SplitSeq(path, "/") {
		switch {
		case part == "":
			return fmt.Errorf("%q has an empty part", path)
		case part == "." || part == "..":
			return fmt.Errorf("%q leaves its own folder", path)
		case len(part) > maxSegment:
			return fmt.Errorf("%q has a part of %d characters: at most %d", path, len(part), maxSegment)
		case !segment.MatchString(part) || strings.HasSuffix(part, "."):
			return fmt.Errorf("%q is an odd name: want letters without accents, digits, dots, hyphens", path)
		}
	}
	return nil
}

// register knows every path already taken, so that two pages never fight for
// one address, not even on a file system that ignores case.
type register struct {
	mu      sync.Mutex
	taken   map[string]string // folded path → path as written; folders end with a slash
	written Written
}

func newRegister() *register { return &register{taken: map[string]string{}} }

// take claims a path for a file of some size.
func (r *register) take(path string, size int) error {
	if err := CheckPath(path); err != nil {
		return err
	}
	if first, _, _ := strings.Cut(path, "/"); first == ledgerName || first == ledgerName+"~" || first == buildFolder {
		return fmt.Errorf("%q is a name that a build keeps for itself", path)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	folded := strings.ToLower(path)
	if former, ok := r.taken[folded]; ok {
		if former == path {
			return fmt.Errorf("%q is written twice", path)
		}
		return fmt.Errorf("%q and %q differ only by case", former, path)
	}
	if _, ok := r.taken[folded+"/"]; ok {
		return fmt.Errorf("%q is a file and a folder", path)
	}
	for i := strings.LastIndexByte(folded, '/'); i > 0; i = strings.LastIndexByte(folded[:i], '/') {
		if former, ok := r.taken[folded[:i]]; ok {
			return fmt.Errorf("%q is a file and a folder", former)
		}
		former, ok := r.taken[folded[:i+1]]
		if ok && former != path[:i+1] {
			return fmt.Errorf("folders %q and %q differ only by case", former, path[:i+1])
		}
		if ok {
			break // and so are the folders above
		}
		r.taken[folded[:i+1]] = path[:i+1]
	}
	r.taken[folded] = path
	r.written.Files++
	r.written.Bytes += int64(size)
	return nil
}

// grow counts bytes of a file whose size was not known when its path was taken.
func (r *register) grow(bytes int64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.written.Bytes += bytes
}

// count is what was taken so far.
func (r *register) count() Written {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.written
}

// paths are the files that were taken.
func (r *register) paths() map[string]bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	out := map[string]bool{}
	for folded, path := range r.taken {
		if !strings.HasSuffix(folded, "/") {
			out[path] = true
		}
	}
	return out
}
