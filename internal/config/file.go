package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"vigie/internal/value/problem"
)

// Rule is the name under which every problem of the settings is reported, but for
// the legal notice.
const Rule = "settings"

// written is what the file says for one key, and where.
type written struct {
	value string
	at    problem.Place
}

// reading collects what config.yaml says, by known key.
type reading struct {
	values   map[string]written
	noYAML   bool
	lines    int // of the file
	keys     []Key
	named    map[string]Key
	problems problem.List
}

// readFile reads the settings strictly.
func readFile(content []byte, keys []Key) reading {
	r := reading{values: map[string]written{}, keys: keys, named: map[string]Key{}, lines: lineCount(content)}
	for _, k := range keys {
		r.named[k.Path] = k
	}
	loader, err := yaml.NewLoader(bytes.NewReader(content))
	var document yaml.Node
	if err == nil {
		err = loader.Load(&document)
	}
	switch {
	case errors.Is(err, io.EOF): // an empty file changes nothing
	case err != nil:
		r.syntax(err)
	case len(document.Content) > 0:
		r.walk("", document.Content[0], document.Content[0])
		r.end(loader)
	}
	return r
}

// lineCount is the number of the last line that holds something.
func lineCount(content []byte) int {
	return 1 + bytes.Count(bytes.TrimRight(content, "\n"), []byte("\n"))
}

// end wants nothing after the first document.
func (r *reading) end(loader *yaml.Loader) {
	var second yaml.Node
	switch err := loader.Load(&second); {
	case err == nil:
		r.report(problem.Place{Line: second.Line, Col: 1}, "a second document starts here",
			"keep one document: remove the line ---")
	case !errors.Is(err, io.EOF):
		r.syntax(err)
	}
}

func (r *reading) report(at problem.Place, message, hint string) {
	at.File = File
	at.Line = min(at.Line, r.lines) // a file that breaks off is wrong after its end
	r.problems = append(r.problems,
		problem.Problem{Place: at, Severity: problem.Error, Rule: Rule, Message: message, Hint: hint})
}

// syntax reports what is no YAML at all.
func (r *reading) syntax(err error) {
	r.noYAML = true
	var fault *yaml.LoadError
	if !errors.As(err, &fault) {
		r.report(problem.Place{Line: 1, Col: 1}, err.Error(), "")
		return
	}
	r.report(problem.Place{Line: max(1, fault.Mark.Line), Col: max(1, fault.Mark.Column)}, fault.Message,
		"text that holds « : » or « # » goes between double quotes")
}

// walk goes down the file; name is the key that the value stands under.
func (r *reading) walk(path string, name, value *yaml.Node) {
	known, isKey := r.named[path]
	_, isText := r.named[path+".fr"]
	switch {
	case value.Kind == yaml.AliasNode || value.Anchor != "":
		r.report(placeOf(value), "anchors (&name) and aliases (*name) are not used here", "write the value again")
	case isKey && known.List:
		r.list(known, value)
	case isKey:
		r.word(path, value, value)
	case isText && value.Kind == yaml.ScalarNode: // the same in every language
		for _, l := range r.children(path) {
			r.word(join(path, l), value, value)
		}
	case value.Kind == yaml.MappingNode:
		r.mapping(path, value)
	case path == "":
		r.report(placeOf(value), "the file wants keys", "its first keys are "+strings.Join(r.children(""), ", "))
	default:
		r.report(placeOf(name), fmt.Sprintf("%s wants keys below it", path), "they are "+strings.Join(r.children(path), ", "))
	}
}

func (r *reading) mapping(path string, n *yaml.Node) {
	lines := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		if line, twice := lines[name.Value]; twice {
			r.report(placeOf(name), fmt.Sprintf("the key %s was already given in line %d", name.Value, line),
				"keep one of the two")
			continue
		}
		lines[name.Value] = name.Line
		if !slices.Contains(r.children(path), name.Value) {
			r.unknown(path, name)
			continue
		}
		if !(value.ShortTag() == "!!null" && len(r.children(join(path, name.Value))) > 0) {
			r.walk(join(path, name.Value), name, value)
		}
	}
}

// unknown reports a key that does not exist, with the one that was meant.
func (r *reading) unknown(path string, name *yaml.Node) {
	siblings := r.children(path)
	hint := "known keys: " + strings.Join(siblings, ", ")
	if near, ok := problem.Nearest(name.Value, siblings); ok {
		hint = fmt.Sprintf("did you mean %s?", near)
	} else if elsewhere, ok := r.keyNamed(name.Value); ok {
		hint = fmt.Sprintf("did you mean %s?", elsewhere)
	}
	where := "there is no setting"
	if path != "" {
		where = path + " has no setting"
	}
	r.report(placeOf(name), fmt.Sprintf("%s %q", where, name.Value), hint)
}

// keyNamed finds the key of a name wherever it stands.
func (r *reading) keyNamed(name string) (string, bool) {
	for _, k := range r.keys {
		path := strings.TrimSuffix(k.Path, ".fr")
		if strings.HasSuffix(path, "."+name) {
			return path, true
		}
	}
	return "", false
}

func (r *reading) list(k Key, n *yaml.Node) {
	if n.Kind != yaml.SequenceNode {
		r.word(k.Path, n, n)
		return
	}
	var items []string
	for _, item := range n.Content {
		if item.Kind != yaml.ScalarNode {
			r.report(placeOf(item), k.Path+" wants words in its list", "")
			return
		}
		items = append(items, item.Value)
	}
	r.values[k.Path] = written{strings.Join(items, ", "), r.place(n)}
}

func (r *reading) word(path string, n, at *yaml.Node) {
	switch {
	case n.Kind != yaml.ScalarNode:
		r.report(placeOf(at), path+" wants one value", "put it on the line of its key")
	case n.ShortTag() == "!!null": // not filled: the default holds
	default:
		r.values[path] = written{strings.TrimSpace(n.Value), r.place(n)}
	}
}

// children lists the names that may stand under a path, in the order of the keys.
func (r *reading) children(path string) []string {
	var names []string
	for _, k := range r.keys {
		rest := k.Path
		if path != "" {
			var under bool
			if rest, under = strings.CutPrefix(k.Path, path+"."); !under {
				continue
			}
		}
		name, _, _ := strings.Cut(rest, ".")
		if len(names) == 0 || names[len(names)-1] != name {
			names = append(names, name)
		}
	}
	return names
}

func (r *reading) place(n *yaml.Node) problem.Place {
	at := placeOf(n)
	at.File = File
	return at
}

func placeOf(n *yaml.Node) problem.Place {
	at := problem.Place{Line: n.Line, Col: n.Column, Len: 1}
	if n.Kind == yaml.ScalarNode {
		first, _, _ := strings.Cut(n.Value, "\n")
		at.Len = max(1, utf8.RuneCountInString(first))
		if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
			at.Len += 2
		}
	}
	return at
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}
