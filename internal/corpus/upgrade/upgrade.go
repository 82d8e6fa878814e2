// Package upgrade brings the files of data/ from an older format to that of today.
//
// The format of records changes and what was written in it does not: a project of
// yesterday is brought up once, by `vigie fmt --upgrade`, and an edition, which is for
// ever, each time that it is read. Both go through the same closed list of steps, so
// that a project that was brought up differs in nothing from the edition that it was
// published as.
//
// What comes in: the name of a file below data/ and its bytes. What goes out: its bytes
// in the format of today.
//
//	steps := upgrade.Steps(words)
//	after, err := upgrade.File(steps, "migrations/payroll.yaml", before)
//
// Promises: a file that is already of today comes back as it is; what no step names
// stays, byte for byte: comments, order, quotes. A step that cannot rewrite a file
// safely leaves it, and says so.
package upgrade

import (
	"errors"
	"fmt"
	"path"
	"strings"

	"go.yaml.in/yaml/v4"

	"vigie/internal/record"
)

// Step is one change of the format.
type Step struct {
	Name string      // of a rule of form: "hosting-qualification"
	Kind record.Kind // whose files it rewrites
	What string      // it does, for people
	was  func(key string) bool
	// rewrite puts what the format of today has in the place of the former keys, in a
	// file whose root is a mapping that has one of them
	rewrite func(content []byte, root *yaml.Node) ([]byte, error)
}

// Steps is the closed list, in the order in which they were taken. Words are those of
// this site: the older format had a key for each scheme, and for each identifier.
func Steps(words record.Words) []Step {
	return append([]Step{hostingQualification(words.IDs(record.SchemeList))},
		identifiers(words.IDs(record.IdentifierList))...)
}

// Former gives the step that a key of a kind of record calls for; false when no older
// format had it.
func Former(steps []Step, kind record.Kind, key string) (Step, bool) {
	for _, s := range steps {
		if s.Kind == kind && s.was(key) {
			return s, true
		}
	}
	return Step{}, false
}

// File takes a file through every step. Name is its path below data/.
func File(steps []Step, name string, content []byte) ([]byte, error) {
	kind := record.Kind(path.Dir(name))
	if path.Ext(name) != ".yaml" {
		return content, nil
	}
	for _, s := range steps {
		if s.Kind != kind {
			continue
		}
		after, err := s.apply(content)
		if err != nil {
			return content, fmt.Errorf("%s: %w", s.Name, err)
		}
		content = after
	}
	return content, nil
}

// apply takes a file through the step.
func (s Step) apply(content []byte) ([]byte, error) {
	root := mapping(content)
	if root == nil {
		return content, nil // reading says what is wrong with it
	}
	for i := 0; i+1 < len(root.Content); i += 2 {
		if s.was(root.Content[i].Value) {
			return s.rewrite(content, root)
		}
	}
	return content, nil
}

// errUnsafe says that a file would lose something.
var errUnsafe = errors.New("the file cannot be rewritten safely")

// asWritten is the text of a pair, from its key to the end of its value; false when the
// value is no scalar on the line of the key.
func asWritten(lines []string, key, value *yaml.Node) (string, bool) {
	if value.Kind != yaml.ScalarNode || value.Line != key.Line || value.Anchor != "" {
		return "", false
	}
	line := lines[key.Line-1]
	from, at := columnOf(line, key.Column), columnOf(line, value.Column)
	text := value.Value
	switch value.Style {
	case yaml.DoubleQuotedStyle:
		text = `"` + text + `"`
	case yaml.SingleQuotedStyle:
		text = "'" + text + "'"
	}
	if text == "" || !strings.HasPrefix(line[at:], text) {
		return "", false
	}
	return line[from : at+len(text)], true
}

// columnOf is the byte of a line at which a column of the YAML library starts.
func columnOf(line string, column int) int {
	for i := range line {
		if column--; column == 0 {
			return i
		}
	}
	return len(line)
}

// mapping is the root of a file whose root is a mapping; nil of any other.
func mapping(content []byte) *yaml.Node {
	var document yaml.Node
	if err := yaml.Unmarshal(content, &document); err != nil || len(document.Content) == 0 ||
		document.Content[0].Kind != yaml.MappingNode {
		return nil
	}
	return document.Content[0]
}
