package edition

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"vigie/internal/corpus/upgrade"
	"vigie/internal/value/problem"
)

// objects holds the bytes, in the folder of the editions.
const objects = "objects"

// objectPath is where the bytes of a digest stand, below the folder of the editions.
func objectPath(digest string) string { return path.Join(objects, digest[:2], digest) }

// Object is where the bytes of a file of an edition stand, in the project.
func (s *Store) Object(f File) string { return path.Join(s.root, objectPath(f.SHA256)) }

// Read gives the bytes of a file of an edition, and refuses those that are not
// what its manifest says.
func (s *Store) Read(f File) ([]byte, error) {
	name := s.Object(f)
	file, err := s.project.Open(name)
	if err != nil {
		return nil, fmt.Errorf("reading the bytes of %s: %w", f.Path, err)
	}
	defer file.Close()
	content, err := io.ReadAll(io.LimitReader(file, f.Size+1))
	if err != nil {
		return nil, fmt.Errorf("reading %s, the bytes of %s: %w", name, f.Path, err)
	}
	if int64(len(content)) != f.Size || sum(content) != f.SHA256 {
		return nil, &altered{name, f.Path}
	}
	return content, nil
}

// altered says that an object is not what a manifest says.
type altered struct{ object, path string }

func (a *altered) Error() string {
	return fmt.Sprintf("%s, the bytes of %s, was altered: its SHA-256 is not its name", a.object, a.path)
}

// problem reports it to the person who can put it back.
func (a *altered) problem() problem.Problem {
	return problem.Problem{Place: problem.Place{File: a.object}, Severity: problem.Error, Rule: ruleChain,
		Message: "it holds " + a.path + ", and was altered: its SHA-256 is not its name", Hint: takeBack}
}

// takeBack is what to do about whatever was altered.
const takeBack = "an edition is for ever: take the file back from the history of the project"

// named gives the bytes of the file at a path of an edition.
func (s *Store) named(e Edition, path string) ([]byte, error) {
	f, ok := e.File(path)
	if !ok {
		return nil, fmt.Errorf("the edition of %s holds no %s", e.Day, path)
	}
	return s.Read(f)
}

// asFrozen packs the bytes of an edition as they are.
func asFrozen(_ File, content []byte) []byte { return content }

// pack writes the records of an edition as a ZIP archive, each in the form that is
// asked for. Nothing in it depends on the machine: names in order, no day of change,
// no rights.
func (s *Store) pack(e Edition, method uint16, form func(File, []byte) []byte) ([]byte, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range e.Files {
		if !strings.HasPrefix(f.Path, records) {
			continue
		}
		content, err := s.Read(f)
		if err != nil {
			return nil, err
		}
		entry, err := w.CreateHeader(&zip.FileHeader{Name: f.Path, Method: method})
		if err == nil {
			_, err = entry.Write(form(f, content))
		}
		if err != nil {
			return nil, fmt.Errorf("packing %s: %w", f.Path, err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("packing the edition of %s: %w", e.Day, err)
	}
	return b.Bytes(), nil
}

// records is the folder of the records in an edition, and in a project.
const records = "data/"

// tree gives the records of an edition as a file system, brought to the format of
// today: a mere change of form is no change of what was published.
func (s *Store) tree(e Edition, steps []upgrade.Step) (fs.FS, error) {
	packed, err := s.pack(e, zip.Store, func(f File, content []byte) []byte {
		after, err := upgrade.File(steps, strings.TrimPrefix(f.Path, records), content)
		if err != nil {
			return content // reading refuses it, and the comparison says so
		}
		return after
	})
	if err != nil {
		return nil, err
	}
	tree, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return nil, fmt.Errorf("unpacking the edition of %s: %w", e.Day, err)
	}
	return tree, nil
}
