package upgrade

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"vigie/internal/record"
)

// identifiers is the step of 30 November 2026: until then a body had one key for each
// kind of identifier, and one for where it was read. They are a list now, which names
// the kind: another register may stand beside it.
//
//	number-a: "123"               identifiers:
//	number-a_source: a register →   - kind: number-a
//	                                  value: "123"
//	                                  source: a register
func identifiers(kinds []string) []Step {
	was := func(key string) bool { return slices.Contains(kinds, strings.TrimSuffix(key, sourceSuffix)) }
	var out []Step
	for _, kind := range record.Bearers() {
		out = append(out, Step{
			Name: "identifiers", Kind: kind,
			What: "the key of a body that is named by an identifier becomes an entry of identifiers:",
			was:  was,
			rewrite: func(content []byte, root *yaml.Node) ([]byte, error) {
				return gatherIdentifiers(content, root, was)
			},
		})
	}
	return out
}

// sourceSuffix ended the key that said where an identifier was read.
const sourceSuffix = "_source"

// entry is one identifier as it was written.
type entry struct {
	kind          string
	value, source []string // lines, from what follows the key; none where there is no such key
}

func gatherIdentifiers(content []byte, root *yaml.Node, was func(string) bool) ([]byte, error) {
	lines := strings.SplitAfter(strings.TrimSuffix(string(content), "\n")+"\n", "\n")
	lines = lines[:len(lines)-1]
	var entries []entry
	first := -1
	taken := make([]bool, len(lines))
	for i := 0; i+1 < len(root.Content); i += 2 {
		key := root.Content[i]
		if key.Value == "identifiers" {
			return content, errors.New("it has identifiers: already")
		}
		if !was(key.Value) {
			continue
		}
		at := key.Line - 1
		if root.Style == yaml.FlowStyle || !strings.HasPrefix(lines[at], key.Value+":") {
			return content, errors.New("the key " + key.Value + " does not stand on a line of its own")
		}
		end := endOfPair(lines, root, i)
		written := slices.Clone(lines[at:end])
		written[0] = strings.TrimPrefix(written[0], key.Value+":")
		kind, isSource := strings.CutSuffix(key.Value, sourceSuffix)
		n := slices.IndexFunc(entries, func(e entry) bool { return e.kind == kind })
		if n < 0 {
			n, entries = len(entries), append(entries, entry{kind: kind})
		}
		if isSource {
			entries[n].source = written
		} else {
			entries[n].value = written
		}
		if first < 0 {
			first = at
		}
		for l := at; l < end; l++ {
			taken[l] = true
		}
	}
	var out strings.Builder
	for i, line := range lines {
		if i == first {
			writeEntries(&out, entries)
		}
		if !taken[i] {
			out.WriteString(line)
		}
	}
	after := []byte(out.String())
	if !gathered(root, mapping(after)) {
		return content, errUnsafe
	}
	return after, nil
}

// endOfPair is the line after the last one of a pair: blank lines and comments from the
// margin that follow it belong to what comes next.
func endOfPair(lines []string, root *yaml.Node, i int) int {
	end := len(lines)
	if i+2 < len(root.Content) {
		end = root.Content[i+2].Line - 1
	}
	for end > root.Content[i].Line && (strings.TrimSpace(lines[end-1]) == "" || strings.HasPrefix(lines[end-1], "#")) {
		end--
	}
	return end
}

func writeEntries(out *strings.Builder, entries []entry) {
	out.WriteString("identifiers:\n")
	for _, e := range entries {
		fmt.Fprintf(out, "  - kind: %s\n", e.kind)
		for _, part := range []struct {
			key   string
			lines []string
		}{{"value", e.value}, {"source", e.source}} {
			for i, line := range part.lines {
				switch {
				case i == 0:
					line = part.key + ":" + line
				case strings.TrimSpace(line) == "":
					out.WriteString(line)
					continue
				}
				out.WriteString("    " + line)
			}
		}
	}
}

// gathered says that a file holds what it held: each former key gave a part of an entry
// with the same value, and no other key was lost.
func gathered(was, is *yaml.Node) bool {
	if is == nil {
		return false
	}
	list := valueOf(is, "identifiers")
	if list == nil || list.Kind != yaml.SequenceNode {
		return false
	}
	for i := 0; i+1 < len(was.Content); i += 2 {
		key, value := was.Content[i].Value, was.Content[i+1]
		if same(value, valueOf(is, key)) {
			continue
		}
		kind, part := key, "value"
		if cut, isSource := strings.CutSuffix(key, sourceSuffix); isSource {
			kind, part = cut, "source"
		}
		if !slices.ContainsFunc(list.Content, func(e *yaml.Node) bool {
			name := valueOf(e, "kind")
			return name != nil && name.Value == kind && valueOf(e, "value") != nil && same(value, valueOf(e, part))
		}) {
			return false
		}
	}
	return true
}

// valueOf is the value of a key of a mapping; nil when it has none.
func valueOf(mapping *yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if mapping.Content[i].Value == key {
			return mapping.Content[i+1]
		}
	}
	return nil
}

// same says that two values hold the same.
func same(a, b *yaml.Node) bool {
	return b != nil && a.Kind == b.Kind && a.Value == b.Value && a.ShortTag() == b.ShortTag() &&
		slices.EqualFunc(a.Content, b.Content, same)
}
