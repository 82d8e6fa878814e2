package build

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"vigie/internal/value/cal"
)

// Inputs are all that a site is made from, by their digests (SHA-256, in hexadecimal). Two builds of the
// same inputs give the same bytes. The times of files do not count, so that they are the same after a clone.
type Inputs struct {
	AsOf     cal.Day
	Program  string            // the program, read whole
	Settings string            // as they came out of file, environment and flags
	Files    map[string]string // of the project, by path
}

// InputsOf reads what a site is made from; program is the one that makes it.
func InputsOf(o Options, program io.Reader) (Inputs, error) {
	settings := o.Config
	settings.Output, settings.Cache = "", "" // where the site goes, and what is kept beside it, are not in it
	in := Inputs{AsOf: o.AsOf, Files: map[string]string{}}
	var err error
	if in.Program, err = digestOf(program); err != nil {
		return Inputs{}, fmt.Errorf("the program itself: %w", err)
	}
	if in.Settings, err = digestOf(strings.NewReader(fmt.Sprintf("%+v", settings))); err != nil {
		return Inputs{}, err
	}
	for _, root := range append(Folders(), o.Config.Audit) {
		if root == "" {
			continue
		}
		err := fs.WalkDir(o.Project, root, func(path string, d fs.DirEntry, err error) error {
			if errors.Is(err, fs.ErrNotExist) && path == root {
				return nil // a project need not have its own theme
			}
			if err != nil || d.IsDir() {
				return err
			}
			file, err := o.Project.Open(path)
			if err != nil {
				return err
			}
			in.Files[path], err = digestOf(file)
			return errors.Join(err, file.Close())
		})
		if err != nil {
			return Inputs{}, err
		}
	}
	return in, nil
}

func digestOf(file io.Reader) (string, error) {
	sum := sha256.New()
	_, err := io.Copy(sum, file)
	return hex.EncodeToString(sum.Sum(nil)), err
}

// Digest names all of them; none where nothing was read.
func (in Inputs) Digest() string {
	if in.Program == "" {
		return ""
	}
	sum := sha256.New()
	in.write(sum)
	return hex.EncodeToString(sum.Sum(nil))
}

// write writes them as lines, in order.
func (in Inputs) write(w io.Writer) {
	fmt.Fprintf(w, "%s\n%s\n%s\n", in.AsOf, in.Program, in.Settings)
	for _, path := range slices.Sorted(maps.Keys(in.Files)) {
		fmt.Fprintf(w, "%s %q\n", in.Files[path], path)
	}
}

// MarshalText writes them so that the next build may see what changed since.
func (in Inputs) MarshalText() ([]byte, error) {
	var b strings.Builder
	in.write(&b)
	return []byte(b.String()), nil
}

// UnmarshalText reads what MarshalText wrote.
func (in *Inputs) UnmarshalText(text []byte) error {
	lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	if len(lines) < 3 {
		return errors.New("it is cut short")
	}
	day, err := cal.ParseDay(lines[0])
	if err != nil {
		return err
	}
	*in = Inputs{AsOf: day, Program: lines[1], Settings: lines[2], Files: map[string]string{}}
	for _, line := range lines[3:] {
		var digest, path string
		if _, err := fmt.Sscanf(line, "%s %q", &digest, &path); err != nil {
			return fmt.Errorf("%q is no digest and path: %w", line, err)
		}
		in.Files[path] = digest
	}
	return nil
}

// Since lists the files that are not as they were, in order: changed, new or gone.
func (in Inputs) Since(former Inputs) []string {
	var out []string
	for path, digest := range in.Files {
		if former.Files[path] != digest {
			out = append(out, path)
		}
	}
	for path := range former.Files {
		if _, stands := in.Files[path]; !stands {
			out = append(out, path)
		}
	}
	slices.Sort(out)
	return out
}
