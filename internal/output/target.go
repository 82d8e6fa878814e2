package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Settings say how a folder may be written.
type Settings struct {
	Sources []string // folders that the site is made from: never the target, nor anything in them
	InPlace bool     // fill the folder file by file, even where it could be exchanged for a new one
}

// resolve finds the folder behind a target, and refuses one that no build may
// write to.
func resolve(target string, sources []string) (string, error) {
	whole, err := filepath.Abs(target)
	if err != nil {
		return "", err
	}
	if info, err := os.Lstat(whole); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		if _, err := os.Stat(whole); errors.Is(err, fs.ErrNotExist) {
			to, _ := os.Readlink(whole)
			return "", fmt.Errorf("it is a link to %s, where there is nothing: make that folder, or remove the link", to)
		}
	}
	whole = realPath(whole) // a link stays a link: the folder behind it is written
	if filepath.Dir(whole) == whole {
		return "", errors.New("it is the root of a disk: name a folder below it")
	}
	if info, err := os.Stat(whole); err == nil && !info.IsDir() {
		return "", errors.New("it is a file: name a folder")
	}
	for _, s := range sources {
		from, err := filepath.Abs(s)
		if err != nil {
			return "", err
		}
		if from = realPath(from); within(filepath.ToSlash(whole), filepath.ToSlash(from)) {
			return "", fmt.Errorf("the site is made from %s, so it cannot be written there: name a folder outside it", s)
		}
	}
	return whole, nil
}

// realPath follows the links of a path, as far as it exists.
func realPath(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	if dir := filepath.Dir(path); dir != path {
		return filepath.Join(realPath(dir), filepath.Base(path))
	}
	return path
}

// places are the folders of one build.
type places struct {
	target  string // public
	beside  string // .public.build, there during a build only; in a folder filled in place, public/.vigie.build
	staging string // new, in that folder
	former  string // old, in that folder: for a moment, where folders cannot be exchanged
	inPlace string // why the target is filled in place; empty when it is exchanged as a whole
}

// placesOf finds where a build to a target works. A rename never crosses file
// systems: the work is done beside the target, or else in it.
func placesOf(target string, o Settings) (places, error) {
	p := places{target: target}
	if p.inPlace = mounted(target); p.inPlace == "" && o.InPlace {
		p.inPlace = "as asked"
	}
	if p.inPlace == "" {
		p.beside = filepath.Join(filepath.Dir(target), "."+filepath.Base(target)+".build")
		err := writable(p.beside)
		if err == nil {
			p.staging, p.former = filepath.Join(p.beside, "new"), filepath.Join(p.beside, "old")
			return p, nil
		}
		if _, missing := os.Stat(target); missing != nil {
			return p, forbidden(filepath.Dir(target), err)
		}
		p.inPlace = "nothing may be written beside it"
	}
	p.beside = filepath.Join(target, buildFolder)
	if err := writable(p.beside); err != nil {
		return p, forbidden(target, err)
	}
	p.staging, p.former = filepath.Join(p.beside, "new"), filepath.Join(p.beside, "old")
	return p, nil
}

// writable makes a folder, with those above it.
func writable(folder string) error { return os.MkdirAll(folder, 0o755) }

// forbidden says how to mend a folder that cannot be written.
func forbidden(folder string, err error) error {
	const hint = "give yourself the right to write there, or name another folder with --out"
	return fmt.Errorf("%s cannot be written: %w\nhint: %s", folder, err, hint)
}
