package audit

import (
	"maps"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// keys hands the value of each key of a mapping to what reads it. Those that are not
// optional have to be there.
func (r *reading) keys(n *yaml.Node, what, optional string, of map[string]func(*yaml.Node)) {
	if n.Kind != yaml.MappingNode {
		r.report(n, "", "%s is a list of keys and values", what)
		return
	}
	known, seen := slices.Sorted(maps.Keys(of)), map[string]bool{}
	for i := 0; i < len(n.Content); i += 2 {
		key := n.Content[i]
		read, ok := of[key.Value]
		switch {
		case !ok:
			r.report(key, r.nearest(key.Value, known), "%s has no key %q", what, key.Value)
		case seen[key.Value]:
			r.report(key, "keep one", "%q stands twice", key.Value)
		default:
			seen[key.Value] = true
			read(n.Content[i+1])
		}
	}
	for _, k := range known {
		if !seen[k] && !slices.Contains(strings.Fields(optional), k) {
			r.report(n, "add "+k+":", "%s lacks %q", what, k)
		}
	}
}

func (r *reading) nearest(word string, known []string) string {
	if near, ok := problem.Nearest(word, known); ok {
		return near
	}
	return "one of " + strings.Join(known, ", ")
}

func (r *reading) each(n *yaml.Node, of func(*yaml.Node)) {
	if n.Kind != yaml.SequenceNode {
		r.report(n, "- …", "a list is wanted here")
		return
	}
	for _, one := range n.Content {
		of(one)
	}
}

func (r *reading) text(n *yaml.Node) string {
	if n.Kind != yaml.ScalarNode || n.Value == "" {
		r.report(n, "", "a text is wanted here")
	}
	if at, name := lang.Hidden(n.Value); at >= 0 {
		r.report(n, "take it away", "the character %s stands here, which nobody sees", name)
	}
	return n.Value
}

func (r *reading) address(n *yaml.Node) string {
	if !strings.HasPrefix(n.Value, "https://") {
		r.report(n, "https://…", "%q is no address", n.Value)
	}
	return n.Value
}

func (r *reading) yes(n *yaml.Node) bool { return r.oneOf(n, []string{"false", "true"}) == "true" }

func (r *reading) oneOf(n *yaml.Node, list []string) string {
	if !slices.Contains(list, n.Value) {
		r.report(n, r.nearest(n.Value, list), "%q is none of %s", n.Value, strings.Join(list, ", "))
	}
	return n.Value
}

// inTurn reads the number of a theme or criterion: none is left out.
func (r *reading) inTurn(n *yaml.Node, wanted string) string {
	if n.Value != wanted {
		r.report(n, wanted, "%q stands where %s is next", n.Value, wanted)
	}
	return n.Value
}

func (r *reading) both(n *yaml.Node) lang.Text {
	out := lang.Text{}
	r.keys(n, "a text", "", map[string]func(*yaml.Node){
		"fr": func(n *yaml.Node) { out.FR = lang.Typeset(lang.FR, r.text(n)) },
		"en": func(n *yaml.Node) { out.EN = lang.Typeset(lang.EN, r.text(n)) },
	})
	return out
}

func words[S ~string](list []S) []string {
	out := make([]string, len(list))
	for i, w := range list {
		out[i] = string(w)
	}
	return out
}
