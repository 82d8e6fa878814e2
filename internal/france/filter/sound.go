package filter

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
	"golang.org/x/text/unicode/norm"

	"vigie/internal/france/sirene"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// keys reads a mapping: each key once, all of them, none besides.
func (l *loading) keys(n *yaml.Node, what string, read map[string]func(*yaml.Node)) {
	var known []string
	for key := range read {
		known = append(known, key)
	}
	slices.Sort(known)
	if n.Kind != yaml.MappingNode {
		l.report(n, "its keys are "+strings.Join(known, ", "), "%s wants keys", what)
		return
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		switch {
		case seen[key.Value]:
			l.report(key, "keep one of the two", "the key %q is given twice", key.Value)
		case read[key.Value] == nil:
			hint := "known keys: " + strings.Join(known, ", ")
			if near, ok := problem.Nearest(key.Value, known); ok {
				hint = fmt.Sprintf("did you mean %s?", near)
			}
			l.report(key, hint, "%s has no key %q", what, key.Value)
		default:
			read[key.Value](value)
		}
		seen[key.Value] = true
	}
	for _, key := range known {
		if !seen[key] {
			l.report(n, "", "%s lacks the key %q", what, key)
		}
	}
}

func (l *loading) both(n *yaml.Node, t *lang.Text) {
	l.keys(n, "a text", map[string]func(*yaml.Node){
		"fr": func(n *yaml.Node) { t.FR = l.word(n) },
		"en": func(n *yaml.Node) { t.EN = l.word(n) },
	})
}

func (l *loading) word(n *yaml.Node) string {
	if n.Kind != yaml.ScalarNode || n.Anchor != "" || strings.TrimSpace(n.Value) == "" {
		l.report(n, "", "a text is wanted here")
		return ""
	}
	return norm.NFC.String(strings.TrimSpace(n.Value))
}

// words reads a list, each of whose items is sound and there once.
func (l *loading) words(n *yaml.Node, sound func(*yaml.Node, string)) []string {
	if n.Kind != yaml.SequenceNode {
		l.report(n, "start each item with « - »", "a list is wanted here")
		return nil
	}
	var out []string
	for _, item := range n.Content {
		w := l.word(item)
		switch {
		case w == "":
			continue
		case slices.Contains(out, w):
			l.report(item, "keep one of the two", "%q is there twice", w)
		default:
			sound(item, w)
		}
		out = append(out, w)
	}
	return out
}

func (l *loading) cpv(n *yaml.Node, w string) {
	if c, padded := CPV(w); c != w || padded || n.ShortTag() != "!!str" {
		l.report(n, `eight digits between quotes, without the key: "72415000"`, "%q is not the code of a CPV", w)
	}
}

func (l *loading) folded(n *yaml.Node, w string) {
	if folded := strings.TrimSpace(Words(w)); folded != w {
		l.report(n, fmt.Sprintf("write %q", folded),
			"%q is not folded: small letters without accents, words between single spaces", w)
	}
}

func (l *loading) suppliers(n *yaml.Node) []Supplier {
	if n.Kind != yaml.SequenceNode {
		l.report(n, "start each item with « - »", "a list is wanted here")
		return nil
	}
	var out []Supplier
	for _, item := range n.Content {
		var s Supplier
		l.keys(item, "a supplier", map[string]func(*yaml.Node){
			"siren": func(n *yaml.Node) {
				s.SIREN = l.word(n)
				if !sirene.ValidSIREN(s.SIREN) || n.ShortTag() != "!!str" {
					l.report(n, `nine digits between quotes, with the right key: "424761419"`, "%q is not a SIREN", s.SIREN)
				} else if line, twice := l.lines[s.SIREN]; twice {
					l.report(n, "keep one of the two", "%s was already given in line %d", s.SIREN, line)
				}
				l.lines[s.SIREN] = n.Line
			},
			"name": func(n *yaml.Node) { s.Name = l.word(n) },
			"read": func(n *yaml.Node) { l.both(n, &s.Read) },
		})
		out = append(out, s)
	}
	return out
}

// child finds an item of a list of the filter, to point at it.
func child(root *yaml.Node, key, value string) *yaml.Node {
	for i := 0; i+1 < len(root.Content); i += 2 {
		if root.Content[i].Value == key {
			for _, item := range root.Content[i+1].Content {
				if strings.TrimSpace(item.Value) == value {
					return item
				}
			}
		}
	}
	return root
}
