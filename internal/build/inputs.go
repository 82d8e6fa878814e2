package build

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
)

// Inputs names by one digest all that a site is made from: the files of the project,
// the settings however they were given, the day and the program, which is read whole. Two builds
// with the same digest give the same bytes. The times of files do not count, so that
// the digest is the same after a clone.
func Inputs(o Options, program io.Reader) (string, error) {
	sum := sha256.New()
	if err := add(sum, "", program); err != nil {
		return "", fmt.Errorf("the program itself: %w", err)
	}
	settings := o.Config
	settings.Output, settings.Cache = "", "" // where the site goes, and what is kept beside it, are not in it
	fmt.Fprintf(sum, "\n%s\n%+v\n", o.AsOf, settings)
	var paths []string
	for _, root := range append(Folders(), o.Config.Audit) {
		if root == "" {
			continue
		}
		err := fs.WalkDir(o.Project, root, func(path string, d fs.DirEntry, err error) error {
			if errors.Is(err, fs.ErrNotExist) && path == root {
				return nil // a project need not have its own theme
			}
			if err == nil && !d.IsDir() {
				paths = append(paths, path)
			}
			return err
		})
		if err != nil {
			return "", err
		}
	}
	slices.Sort(paths)
	for _, path := range slices.Compact(paths) {
		file, err := o.Project.Open(path)
		if err != nil {
			return "", err
		}
		if err := errors.Join(add(sum, path, file), file.Close()); err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// add adds the name and the digest of a file.
func add(to io.Writer, path string, file io.Reader) error {
	sum := sha256.New()
	if _, err := io.Copy(sum, file); err != nil {
		return err
	}
	_, err := fmt.Fprintf(to, "%q %x\n", path, sum.Sum(nil))
	return err
}
