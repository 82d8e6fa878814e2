package tree

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// find gives where a name leads to inside the tree, and what stands there. The
// links of the system's own kind (os.Root) are relative; one that is absolute and
// stays inside is followed here.
func (t *tree) find(name string) (string, fs.FileInfo, error) {
	root, err := t.root()
	if err != nil {
		return "", nil, err
	}
	asked := name
	for range 8 { // as links that lead to links go
		info, err := root.Stat(filepath.FromSlash(name))
		if err == nil {
			return name, info, nil
		}
		link, rest := brokenLink(root, name)
		if link == "" {
			return "", nil, err // no link is at fault
		}
		inside, ok := t.inside(root, link)
		if !ok {
			return "", nil, t.linkFault(root, link)
		}
		name = path.Join(inside, rest)
	}
	return "", nil, t.fault(asked, "it is a link that leads through too many others", mendLink)
}

// brokenLink gives the first link on the way to a name that cannot be followed,
// and the rest of the way; nothing when there is none.
func brokenLink(root *os.Root, name string) (link, rest string) {
	steps := strings.Split(name, "/")
	for i := range steps {
		link := path.Join(steps[:i+1]...)
		info, err := root.Lstat(filepath.FromSlash(link))
		if err != nil {
			return "", ""
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			continue
		}
		if _, err := root.Stat(filepath.FromSlash(link)); err != nil {
			return link, path.Join(steps[i+1:]...)
		}
	}
	return "", ""
}

// inside gives where an absolute link leads to, when that is in the tree.
func (t *tree) inside(root *os.Root, link string) (string, bool) {
	to, err := root.Readlink(filepath.FromSlash(link))
	if err != nil || !filepath.IsAbs(to) {
		return "", false
	}
	base, err := filepath.Abs(root.Name())
	if err == nil {
		base, err = filepath.EvalSymlinks(base)
	}
	if err == nil {
		to, err = filepath.EvalSymlinks(to)
	}
	if err != nil {
		return "", false
	}
	below, err := filepath.Rel(base, to)
	if err != nil || !filepath.IsLocal(below) {
		return "", false
	}
	return filepath.ToSlash(below), true
}

const mendLink = "put the file itself in its place, or take the link away"

// linkFault is that of a link that cannot be followed.
func (t *tree) linkFault(root *os.Root, link string) error {
	what := "it is a link that leads out of the project: nothing outside is read"
	if _, err := root.Stat(filepath.FromSlash(link)); errors.Is(err, fs.ErrNotExist) {
		what = "it is a link that leads to nothing"
	}
	return t.fault(link, what, mendLink)
}
