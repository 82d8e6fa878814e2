package collected

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// Acceptance is a decision of a person: documents whose harvest is out of a bound were
// looked at, and their rows are right. It holds for these documents and this bound
// alone.
type Acceptance struct {
	On        cal.Day   `yaml:"on" json:"on"`               // the day of the decision
	Because   string    `yaml:"because" json:"because"`     // why, in the words of who decided
	Code      string    `yaml:"code" json:"code"`           // the bound, one of a closed list of package collect
	Reason    lang.Text `yaml:"reason" json:"reason"`       // how far out of it the harvest was
	Documents []string  `yaml:"documents" json:"documents"` // their digests, in the order of the visit
}

const (
	acceptedEnd    = ".accepted.yaml"
	acceptedNotice = "# Harvests that are out of a bound of their source, and were accepted: vigie collect --accept.\n"
	acceptedAtMost = 1 << 20
)

// AcceptedFile is the name of the file with what was accepted of a source.
func AcceptedFile(source string) string { return source + acceptedEnd }

// AcceptedSources lists the sources of which something was accepted, by name.
func AcceptedSources(fsys fs.FS, dir string) ([]string, error) { return named(fsys, dir, acceptedEnd) }

// Accepted reads what was accepted of a source, in the order in which it was; nothing
// when there is no such file. What is wrong with it is a problem, and then nothing is.
func Accepted(fsys fs.FS, dir, source string) ([]Acceptance, problem.List, error) {
	name := path.Join(dir, AcceptedFile(source))
	content, err := fs.ReadFile(fsys, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("reading what was accepted: %w", err)
	}
	wrong := func(line int, what string) problem.List {
		return problem.List{{Place: problem.Place{File: name, Line: line}, Severity: problem.Error, Rule: Rule, Message: what,
			Hint: "each entry has on, because, code, reason (fr, en) and documents, as vigie collect --accept writes them"}}
	}
	if len(content) > acceptedAtMost {
		return nil, wrong(0, fmt.Sprintf("it holds %d bytes, more than %d", len(content), acceptedAtMost)), nil
	}
	loader, err := yaml.NewLoader(bytes.NewReader(content), yaml.WithKnownFields(), yaml.WithUniqueKeys())
	if err != nil {
		return nil, nil, err
	}
	var list []Acceptance
	if err := loader.Load(&list); err != nil && !errors.Is(err, io.EOF) {
		return nil, wrong(lineOf(err), err.Error()), nil
	}
	for i, a := range list {
		if what := a.unsound(); what != "" {
			return nil, wrong(0, fmt.Sprintf("entry %d: %s", i+1, what)), nil
		}
	}
	return list, nil, nil
}

func (a Acceptance) unsound() string {
	switch {
	case a.On.IsZero():
		return "it has no day (on)"
	case strings.TrimSpace(a.Because) == "":
		return "it has no reason (because): a decision that nobody explains is none"
	case a.Code == "":
		return "it names no bound (code)"
	case len(a.Documents) == 0:
		return "it names no document"
	}
	for _, d := range a.Documents {
		if !digest.MatchString(d) {
			return fmt.Sprintf("documents: %q is not a digest", d)
		}
	}
	return ""
}

// Of says that a decision is about these documents.
func (a Acceptance) Of(documents []Document) bool {
	return slices.EqualFunc(a.Documents, documents, func(sum string, d Document) bool { return sum == d.SHA256 })
}

// EncodeAccepted gives the bytes of the file.
func EncodeAccepted(list []Acceptance) []byte {
	b := bytes.NewBufferString(acceptedNotice)
	for _, a := range list {
		fmt.Fprintf(b, "- on: %s\n  because: %s\n  code: %s\n", a.On, quoted(a.Because), a.Code)
		if !a.Reason.IsZero() {
			fmt.Fprintf(b, "  reason: %s\n", text(a.Reason))
		}
		b.WriteString("  documents:\n")
		for _, d := range a.Documents {
			fmt.Fprintf(b, "    - %s\n", quoted(d))
		}
	}
	return b.Bytes()
}
