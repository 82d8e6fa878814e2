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
//	steps := upgrade.Steps(schemes)
//	after, err := upgrade.File(steps, "migrations/payroll.yaml", before)
//
// Promises: a file that is already of today comes back as it is; what no step names
// stays, byte for byte: comments, order, quotes, and the line on which each value
// stands. A step that cannot rewrite a file safely leaves it, and says so.
package upgrade

import (
	"bytes"
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
	now  func(key, value string) string // the key and the value of today
}

// Steps is the closed list, in the order in which they were taken. Schemes are the
// identifiers of the schemes of this site: the older format had a key for each.
func Steps(schemes []string) []Step {
	return []Step{hostingQualification(schemes)}
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
		after, err := s.rewrite(content)
		if err != nil {
			return content, fmt.Errorf("%s: %w", s.Name, err)
		}
		content = after
	}
	return content, nil
}

// rewrite puts the pairs of today in the place of the former ones.
func (s Step) rewrite(content []byte) ([]byte, error) {
	root := mapping(content)
	if root == nil {
		return content, nil // reading says what is wrong with it
	}
	lines := strings.SplitAfter(string(content), "\n")
	found := false
	for i := 0; i+1 < len(root.Content); i += 2 {
		key, value := root.Content[i], root.Content[i+1]
		if !s.was(key.Value) {
			continue
		}
		written, ok := asWritten(lines, key, value)
		if !ok {
			return content, errors.New("the value of " + key.Value + " does not stand whole on the line of its key")
		}
		line := lines[key.Line-1]
		at := columnOf(line, key.Column)
		lines[key.Line-1] = line[:at] + s.now(key.Value, value.Value) + line[at+len(written):]
		found = true
	}
	if !found {
		return content, nil
	}
	after := []byte(strings.Join(lines, ""))
	if mapping(after) == nil || bytes.Count(after, []byte("\n")) != bytes.Count(content, []byte("\n")) {
		return content, errors.New("the file cannot be rewritten safely")
	}
	return after, nil
}

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
