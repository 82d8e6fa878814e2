package output

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// ledgerName is the file at the root of the folder that lists what a build wrote
// there. Only what it lists is ever replaced or removed.
const ledgerName = ".vigie"

// buildFolder stands in a folder that is filled in place, during a build only.
const buildFolder = ".vigie.build"

const ledgerHead = "Written by vigie build: it replaces and removes the files listed here, and no others.\n"

// Lines of a ledger begin with one of these marks.
const (
	lineFilling = "the folder is being filled: the next build finishes it\n"

	markFrom = "made from "   // the digest of what the site is made from
	markSums = "its digests " // the digest of the list of digests

	markFile   = "= " // a file of the build
	markFormer = "- " // a file of the build before it, to be removed once this one is whole
)

// ledger is what builds wrote in a folder.
type ledger struct {
	files   map[string]bool // of the build that is in place, or is being put in place
	former  map[string]bool // of the build before it, while the folder is being filled
	from    string          // digest of what the site was made from; empty when it is not known
	sums    string          // digest of its list of digests
	filling bool            // the build was staged whole, and is being put in place file by file
	unknown bool            // the mark of a build from before there were lists
}

func newLedger() ledger { return ledger{files: map[string]bool{}, former: map[string]bool{}} }

// wrote says that a path is the work of a build.
func (l ledger) wrote(path string) bool { return l.files[path] || l.former[path] }

// folders are the folders that hold files of a build, without a final slash.
func (l ledger) folders() map[string]bool {
	out := map[string]bool{}
	for _, files := range []map[string]bool{l.files, l.former} {
		for path := range files {
			for i := strings.LastIndexByte(path, '/'); i > 0; i = strings.LastIndexByte(path[:i], '/') {
				out[path[:i]] = true
			}
		}
	}
	return out
}

// readLedger reads the ledger of a folder; found is false where no build wrote.
// A path that could not be published is refused: the list decides what is removed.
func readLedger(folder string) (l ledger, found bool, err error) {
	return ledgerOf(os.DirFS(folder))
}

// Wrote lists the files that a build wrote in a folder, in order. A folder in which no build
// wrote, or in which one is at work, is an error.
func Wrote(folder fs.FS) ([]string, error) {
	l, found, err := ledgerOf(folder)
	switch {
	case err != nil:
		return nil, fmt.Errorf("output: %w", err)
	case !found || l.unknown:
		return nil, fmt.Errorf("no build wrote there (it has no list %s of what one wrote): run vigie build first",
			ledgerName)
	case l.filling:
		return nil, errors.New("a build is filling it, or was cut: run vigie build again")
	}
	return slices.Sorted(maps.Keys(l.files)), nil
}

func ledgerOf(folder fs.FS) (l ledger, found bool, err error) {
	l = newLedger()
	content, err := fs.ReadFile(folder, ledgerName)
	if errors.Is(err, fs.ErrNotExist) {
		return l, false, nil
	}
	if err != nil {
		return l, false, err
	}
	text := string(content)
	l.filling = strings.Contains(text, lineFilling)
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if from, ok := strings.CutPrefix(line, markFrom); ok {
			l.from = from
			continue
		}
		if sums, ok := strings.CutPrefix(line, markSums); ok {
			l.sums = sums
			continue
		}
		path, own := strings.CutPrefix(line, markFile)
		if !own {
			former := false
			if path, former = strings.CutPrefix(line, markFormer); !former {
				continue
			}
		}
		if err := CheckPath(path); err != nil {
			return l, true, fmt.Errorf("%s, which lists what builds wrote, was altered: %w; "+
				"remove it, and all that builds wrote with it",
				ledgerName, err)
		}
		if own {
			l.files[path] = true
		} else {
			l.former[path] = true
		}
	}
	l.unknown = len(l.files)+len(l.former) == 0 && !strings.HasPrefix(text, ledgerHead)
	return l, true, nil
}

// write puts the ledger in a folder, in one step.
func (l ledger) write(folder string) error {
	var b bytes.Buffer
	b.WriteString(ledgerHead)
	if l.filling {
		b.WriteString(lineFilling)
	}
	if l.from != "" {
		b.WriteString(markFrom + l.from + "\n" + markSums + l.sums + "\n")
	}
	for _, path := range slices.Sorted(maps.Keys(l.files)) {
		b.WriteString(markFile + path + "\n")
	}
	for _, path := range slices.Sorted(maps.Keys(l.former)) {
		b.WriteString(markFormer + path + "\n")
	}
	whole := filepath.Join(folder, ledgerName)
	if err := os.WriteFile(whole+"~", b.Bytes(), 0o644); err != nil {
		return err
	}
	return os.Rename(whole+"~", whole)
}
