package corpus

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"vigie/internal/record"
	"vigie/internal/record/shape"
	"vigie/internal/value/problem"
)

// Rewrite is a file whose canonical form is not what it holds.
type Rewrite struct {
	Path    string
	Content []byte
}

// Canonical gives the canonical form of the files under root that are not in it:
// keys in the order of the format, the line that names the schema first, no
// blank at the end of lines, one line end at the end. Lines are moved and never
// rewritten: comments, quotes and the way texts are folded stay as people wrote
// them. Files that cannot be read are left alone, and reported.
func Canonical(fsys fs.FS, root string) ([]Rewrite, problem.List, error) {
	files, found, err := list(fsys, root)
	if err != nil {
		return nil, nil, fmt.Errorf("reading the folder of the data: %w", err)
	}
	if _, err := fs.Stat(fsys, path.Join(root, correctionsFile)); err == nil {
		files = append(files, file{kind: record.Corrections, path: path.Join(root, correctionsFile)})
	}
	var out []Rewrite
	shapes := shape.All()
	for _, f := range files {
		before, err := fs.ReadFile(fsys, f.path)
		if err != nil {
			return nil, nil, fmt.Errorf("reading %s: %w", f.path, err)
		}
		d := &decoding{file: f.path, shapes: shapes}
		tree := d.parse(before)
		if tree == nil || len(d.problems) > 0 {
			found = append(found, d.problems...)
			continue
		}
		after, err := canonical(f.kind, before, tree, shapes)
		if err != nil {
			found = append(found, problem.Problem{Place: problem.Place{File: f.path}, Severity: problem.Error, Rule: RuleFile,
				Message: err.Error(), Hint: "put its keys in order by hand"})
			continue
		}
		if !bytes.Equal(before, after) {
			out = append(out, Rewrite{f.path, after})
		}
	}
	found.Sort()
	return out, found, nil
}

const schemaMark = "# yaml-language-server:"

func canonical(k record.Kind, content []byte, tree *yaml.Node, shapes shape.Set) ([]byte, error) {
	lines := strings.Split(strings.TrimRight(string(content), "\n "), "\n")
	a := arranging{lines: lines, shapes: shapes}
	whole, up := shape.Of(k), "../../"
	if k == record.Corrections {
		whole, up = reflect.SliceOf(whole), "../"
	}
	ordered := a.block(tree, whole, 0, len(lines))
	ordered = slices.DeleteFunc(ordered, func(l string) bool { return strings.HasPrefix(l, schemaMark) })
	for len(ordered) > 0 && ordered[0] == "" {
		ordered = ordered[1:]
	}
	head := schemaMark + " $schema=" + up + "doc/schemas/" + string(k) + ".json\n"
	trimmed := make([]string, len(ordered))
	for i, l := range ordered {
		trimmed[i] = strings.TrimRight(l, " ")
	}
	for _, form := range [][]string{trimmed, ordered} { // a text may keep its blanks
		after := []byte(head + strings.Join(form, "\n") + "\n")
		if lossless(content, after) {
			return after, nil
		}
	}
	return nil, errors.New("the keys of this file cannot be put in order without losing something")
}

// lossless says whether two texts hold the same values and the same comments.
func lossless(before, after []byte) bool {
	was, is := (&decoding{}).parse(before), (&decoding{}).parse(after)
	return is != nil && sameTree(was, is) && slices.Equal(comments(before), comments(after))
}

func sameTree(a, b *yaml.Node) bool {
	if a.Kind != b.Kind || a.Value != b.Value || a.ShortTag() != b.ShortTag() || len(a.Content) != len(b.Content) {
		return false
	}
	if a.Kind != yaml.MappingNode {
		return slices.EqualFunc(a.Content, b.Content, sameTree)
	}
	for i := 0; i < len(a.Content); i += 2 {
		value := valueOf(b, a.Content[i].Value)
		if value == nil || !sameTree(a.Content[i+1], value) {
			return false
		}
	}
	return true
}

// valueOf is the value of a key of a mapping; nil when it has no such key.
func valueOf(mapping *yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if mapping.Content[i].Value == key {
			return mapping.Content[i+1]
		}
	}
	return nil
}

// comments lists what stands after the first # of each line, sorted: more than
// the comments, and so a stricter watch over them.
func comments(text []byte) []string {
	var all []string
	for l := range strings.Lines(string(text)) {
		if _, comment, ok := strings.Cut(l, "#"); ok && !strings.HasPrefix(l, schemaMark) {
			all = append(all, strings.TrimSpace(comment))
		}
	}
	slices.Sort(all)
	return all
}
