package tree

import (
	"errors"
	"fmt"
	"io/fs"
	"path"

	"vigie/internal/value/problem"
)

// Rule is the name under which faults are reported as problems.
const Rule = "project-file"

// Fault is a file of the project that is not read: a link that leads out of the
// project, a named pipe, a file above its limit.
type Fault struct {
	File string // from the project, with slashes
	What string
	Mend string
}

func (f *Fault) Error() string { return f.File + ": " + f.What + "; " + f.Mend }

// Problem is the fault as a person is shown it.
func (f *Fault) Problem() problem.Problem {
	return problem.Problem{Place: problem.Place{File: f.File}, Severity: problem.Error, Rule: Rule, Message: f.What,
		Hint: f.Mend}
}

func (t *tree) fault(name, what, mend string) error {
	return &Fault{File: path.Join(t.shown, name), What: what, Mend: mend}
}

// kind names what is no file and no folder.
func kind(m fs.FileMode) string {
	switch {
	case m&fs.ModeNamedPipe != 0:
		return "a named pipe"
	case m&fs.ModeSocket != 0:
		return "a socket"
	case m&fs.ModeDevice != 0:
		return "a device"
	}
	return "a thing of the system"
}

// The limits: MaxText bounds what people write, MaxTable what programs write.
const (
	MaxText  = 1 << 20   // a mebibyte: ten times the largest text of this project
	MaxTable = 256 << 20 // what fits in memory whole
)

// Limit is how many bytes a file may have to be read whole: MaxText for YAML,
// Markdown and templates, MaxTable for all else.
func Limit(name string) int64 {
	switch path.Ext(name) {
	case ".yaml", ".yml", ".md", ".html":
		return MaxText
	}
	return MaxTable
}

// TooLarge is the fault of a file above its limit; nil when it keeps to it.
func TooLarge(name string, size int64) *Fault {
	limit := Limit(name)
	if size <= limit {
		return nil
	}
	mend := "split it"
	if limit == MaxText {
		mend = "split it; bulk lists are CSV files under data/collected/"
	}
	return &Fault{File: name, What: fmt.Sprintf("the file holds %d bytes, more than %d", size, limit), Mend: mend}
}

// Faulty gives the fault that an error is about.
func Faulty(err error) (*Fault, bool) {
	fault := new(Fault)
	return fault, errors.As(err, &fault)
}

// Survey looks through folders of a project before any of them is read, and
// reports each file that no reader may read. What is left over is not looked at.
func Survey(project fs.FS, folders ...string) (problem.List, error) {
	var found problem.List
	for _, folder := range folders {
		err := fs.WalkDir(project, folder, func(name string, e fs.DirEntry, err error) error {
			if fault, ok := Faulty(err); ok {
				found = append(found, fault.Problem())
				return fs.SkipDir
			}
			if errors.Is(err, fs.ErrNotExist) { // gone meanwhile, or a folder that the project does not have
				return nil
			}
			if err != nil || e.IsDir() {
				return err
			}
			fault, err := faultOf(project, name, e)
			if fault != nil {
				found = append(found, fault.Problem())
			}
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("looking through %s: %w", folder, err)
		}
	}
	return found, nil
}

// faultOf looks at one entry of a folder, without opening it.
func faultOf(project fs.FS, name string, e fs.DirEntry) (*Fault, error) {
	info, err := e.Info()
	if e.Type()&fs.ModeSymlink != 0 {
		info, err = fs.Stat(project, name)
	}
	if fault, ok := Faulty(err); ok {
		return fault, nil
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, nil
	case !info.Mode().IsRegular():
		return irregular(name, info.Mode()), nil
	}
	return TooLarge(name, info.Size()), nil
}

func irregular(name string, m fs.FileMode) *Fault {
	return &Fault{File: name, What: "it is " + kind(m) + ", not a file",
		Mend: "take it away, or put a regular file in its place"}
}
