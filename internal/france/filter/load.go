package filter

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"

	"go.yaml.in/yaml/v4"

	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
	"vigie/internal/value/tree"
)

// RuleName is the name under which problems of filters are reported.
const RuleName = "filter"

// Load reads a filter. With problems there is no rule; the error is about the file
// system alone.
func Load(fsys fs.FS, file string) (*Rule, problem.List, error) {
	content, err := fs.ReadFile(fsys, file)
	if err != nil {
		return nil, nil, fmt.Errorf("reading a filter: %w", err)
	}
	l := &loading{file: file, lines: map[string]int{}}
	r := &Rule{}
	if root := l.parse(content); root != nil {
		l.rule(root, r)
	}
	if len(l.found) > 0 {
		l.found.Sort()
		return nil, l.found, nil
	}
	canonical, err := json.Marshal(r) // exported fields alone, in their order
	if err != nil {
		return nil, nil, err
	}
	sum := sha256.Sum256(canonical)
	r.Digest = hex.EncodeToString(sum[:6])
	r.written = content
	r.ready()
	return r, nil, nil
}

// loading collects what is wrong with a file.
type loading struct {
	file  string
	found problem.List
	lines map[string]int // SIREN → line where it was given
}

func (l *loading) report(n *yaml.Node, hint, message string, values ...any) {
	at := problem.Place{File: l.file, Line: 1, Col: 1}
	if n != nil {
		at.Line, at.Col, at.Len = n.Line, n.Column, len([]rune(n.Value))
	}
	l.found = append(l.found,
		problem.Problem{Place: at, Severity: problem.Error, Rule: RuleName, Message: fmt.Sprintf(message, values...),
			Hint: hint})
}

func (l *loading) parse(content []byte) *yaml.Node {
	if fault := tree.TooLarge(l.file, int64(len(content))); fault != nil {
		l.report(nil, fault.Mend, "%s", fault.What)
		return nil
	}
	loader, err := yaml.NewLoader(bytes.NewReader(content))
	if err != nil {
		l.report(nil, "", "%v", err)
		return nil
	}
	var document, second yaml.Node
	if err := loader.Load(&document); err != nil {
		l.syntax(err)
		return nil
	}
	if err := loader.Load(&second); !errors.Is(err, io.EOF) {
		l.report(nil, "one filter per file", "a second document follows the first")
	}
	if document.Kind != yaml.DocumentNode || len(document.Content) == 0 {
		l.report(nil, "", "the file is empty")
		return nil
	}
	l.hidden(document.Content[0])
	return document.Content[0]
}

// hidden finds characters that nobody sees in the words of a filter.
func (l *loading) hidden(n *yaml.Node) {
	if at, name := lang.Hidden(n.Value); at >= 0 {
		l.report(n, "take it away", "the character %s stands here, which nobody sees", name)
	}
	for _, below := range n.Content {
		l.hidden(below)
	}
}

func (l *loading) syntax(err error) {
	var fault *yaml.LoadError
	switch {
	case errors.Is(err, io.EOF):
		l.report(nil, "", "the file is empty")
	case errors.As(err, &fault):
		l.report(&yaml.Node{Line: fault.Mark.Line, Column: fault.Mark.Column}, "", "%s", fault.Message)
	default:
		l.report(nil, "", "%v", err)
	}
}

// rule reads the keys of a filter.
func (l *loading) rule(root *yaml.Node, r *Rule) {
	l.keys(root, "a filter", map[string]func(*yaml.Node){
		"title":     func(n *yaml.Node) { l.both(n, &r.Title) },
		"method":    func(n *yaml.Node) { l.both(n, &r.Method) },
		"core":      func(n *yaml.Node) { r.Core = l.words(n, l.cpv) },
		"wide":      func(n *yaml.Node) { r.Wide = l.words(n, l.cpv) },
		"keywords":  func(n *yaml.Node) { r.Keywords = l.words(n, l.folded) },
		"alone":     func(n *yaml.Node) { r.Alone = l.words(n, l.folded) },
		"except":    func(n *yaml.Node) { r.Except = l.words(n, l.folded) },
		"suppliers": func(n *yaml.Node) { r.Suppliers = l.suppliers(n) },
	})
	for _, c := range r.Wide {
		if slices.Contains(r.Core, c) {
			l.report(child(root, "wide", c), "keep it in one of the two", "%s is in the core list too", c)
		}
	}
	for _, k := range r.Alone {
		if !slices.Contains(r.Keywords, k) {
			l.report(child(root, "alone", k), "add it to keywords", "%q is no keyword", k)
		}
	}
}
