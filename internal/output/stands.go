package output

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"

	"golang.org/x/sync/errgroup"
)

// sumsName is the file that lists the digests of all others, written last.
const sumsName = "SHA256SUMS"

// MadeFrom names what the site is made from, by a digest: what Stands is asked next
// time. It is called before Commit; a site without it is always made again.
func (f *Folder) MadeFrom(digest string) { f.from = digest }

// From is what the published site was made from, as MadeFrom named it; empty when that is not known.
func (f *Folder) From() string { return f.former.from }

// Stands says that the published folder holds the site that was made from what a
// digest names: every file of that build is there, and none has been altered since, by
// its digest and not by its time. It counts the files.
func (f *Folder) Stands(from string) (Written, bool) {
	if from == "" || f.former.from != from || f.former.filling {
		return Written{}, false
	}
	count, err := f.former.intact(f.places.target)
	return count, err == nil
}

var errAltered = errors.New("a file is not the one that a build wrote")

// intact reads every file that a build wrote, and wants it to be as it was written.
func (l ledger) intact(folder string) (Written, error) {
	list, err := os.ReadFile(filepath.Join(folder, sumsName))
	if err != nil {
		return Written{}, err
	}
	if digestOf(list) != l.sums {
		return Written{}, errAltered
	}
	var size atomic.Int64
	size.Store(int64(len(list)))
	g, known := new(errgroup.Group), 1 // the list itself
	g.SetLimit(readAtOnce)
	lines := bufio.NewScanner(bytes.NewReader(list))
	for lines.Scan() {
		digest, path, ok := strings.Cut(lines.Text(), "  ")
		if !ok || !l.files[path] {
			return Written{}, errors.Join(errAltered, g.Wait())
		}
		known++
		g.Go(func() error {
			n, err := same(filepath.Join(folder, filepath.FromSlash(path)), digest)
			size.Add(n)
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return Written{}, err
	}
	if known != len(l.files) {
		return Written{}, errAltered
	}
	return Written{Files: known, Bytes: size.Load()}, lines.Err()
}

// readAtOnce is how many files are read at the same time.
const readAtOnce = 8

// same wants a regular file to have a digest, and gives its size.
func same(whole, digest string) (int64, error) {
	if info, err := os.Lstat(whole); err != nil || !info.Mode().IsRegular() {
		return 0, errors.Join(errAltered, err)
	}
	file, err := os.Open(whole)
	if err != nil {
		return 0, err
	}
	defer file.Close()
	sum := sha256.New()
	size, err := io.Copy(sum, file)
	if err == nil && hex.EncodeToString(sum.Sum(nil)) != digest {
		err = errAltered
	}
	return size, err
}

func digestOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// link stages a file by the one that stands, where a build wrote it and its bytes are
// the same: it keeps its time, so that who copies the folder elsewhere copies what
// changed. False when it is another file, or where the system has no links.
func (f *Folder) link(path, staged string, content []byte) bool {
	if !f.former.wrote(path) {
		return false
	}
	standing := filepath.Join(f.places.target, filepath.FromSlash(path))
	info, err := os.Lstat(standing)
	if err != nil || !info.Mode().IsRegular() || info.Mode() != fileMode || info.Size() != int64(len(content)) {
		return false
	}
	there, err := os.ReadFile(standing)
	return err == nil && bytes.Equal(there, content) && os.Link(standing, staged) == nil
}

// fileMode is that of a published file.
const fileMode fs.FileMode = 0o644
