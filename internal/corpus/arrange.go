package corpus

import (
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"vigie/internal/record/shape"
	"vigie/internal/value/lang"
)

// arranging moves the lines of a file so that keys stand in the order of the
// format. A key takes with it the comments and blank lines just above it.
type arranging struct {
	lines  []string
	shapes shape.Set
}

// block gives the lines from..to, which hold a node, with the keys below it in
// order. What stands on one line, between { } or [ ], is left as it is.
func (a arranging) block(n *yaml.Node, t reflect.Type, from, to int) []string {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	flow := n.Style&yaml.FlowStyle != 0
	switch {
	case flow || len(n.Content) == 0:
	case n.Kind == yaml.MappingNode && t.Kind() == reflect.Struct:
		return a.mapping(n, t, from, to)
	case n.Kind == yaml.SequenceNode && t.Kind() == reflect.Slice:
		return a.sequence(n, t.Elem(), from, to)
	}
	return a.lines[from:to]
}

// entry is one key with its lines.
type entry struct {
	key   string
	lead  []string // comments and blank lines above it
	lines []string // the first one without what stands before the key
}

func (a arranging) mapping(n *yaml.Node, t reflect.Type, from, to int) []string {
	order := a.shapes[t].Keys()
	if shape.IsText(t) {
		order = lang.Composed().Strings() // another language stands after them, in its place
	}
	first := n.Content[0]
	before := a.lines[first.Line-1][:first.Column-1] // spaces, or the « - » of a list
	var entries []entry
	for i := 0; i < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		start, end := key.Line-1, to
		lead := start
		if i > 0 {
			lead = a.lead(n.Content[i-2].Line, start, key.Column)
		}
		if i+2 < len(n.Content) {
			end = a.lead(key.Line, n.Content[i+2].Line-1, n.Content[i+2].Column)
		}
		e := entry{key: key.Value, lead: a.lines[lead:start], lines: []string{a.lines[start][key.Column-1:]}}
		if value.Line > key.Line {
			e.lines = append(e.lines, a.below(value, t, key.Value, key.Line, end)...)
		} else {
			e.lines = append(e.lines, a.lines[key.Line:end]...)
		}
		entries = append(entries, e)
	}
	slices.SortStableFunc(entries, func(x, y entry) int { return rank(order, x.key) - rank(order, y.key) })

	out := slices.Clone(a.lines[from : first.Line-1])
	for i, e := range entries {
		out = append(out, e.lead...)
		if i > 0 {
			before = strings.Repeat(" ", len(before))
		}
		out = append(append(out, before+e.lines[0]), e.lines[1:]...)
	}
	return out
}

// below arranges the value of a key, which starts under it.
func (a arranging) below(value *yaml.Node, owner reflect.Type, key string, from, to int) []string {
	if f, known := a.shapes[owner].Named(key); known {
		return a.block(value, f.Type, from, to)
	}
	return a.lines[from:to]
}

func (a arranging) sequence(n *yaml.Node, item reflect.Type, from, to int) []string {
	out := slices.Clone(a.lines[from : n.Content[0].Line-1])
	for i, one := range n.Content {
		start, end := one.Line-1, to
		if i+1 < len(n.Content) {
			next := n.Content[i+1]
			end = a.lead(one.Line, next.Line-1, next.Column-2)
		}
		if !strings.HasSuffix(strings.TrimRight(a.lines[start][:one.Column-1], " "), "-") {
			return a.lines[from:to] // the dash stands alone on its line
		}
		out = append(out, a.block(one, item, start, end)...)
		if i+1 < len(n.Content) {
			out = append(out, a.lines[end:n.Content[i+1].Line-1]...)
		}
	}
	return out
}

// lead climbs from the line of a key over its comments and blank lines, but not
// above a line: what is indented further belongs to the value above.
func (a arranging) lead(above, line, column int) int {
	for line > above {
		text := strings.TrimLeft(a.lines[line-1], " ")
		if text != "" && (!strings.HasPrefix(text, "#") || len(a.lines[line-1])-len(text) >= column) {
			break
		}
		line--
	}
	return line
}

// rank is the place of a key in an order; an unknown one comes last.
func rank(order []string, key string) int {
	if i := slices.Index(order, key); i >= 0 {
		return i
	}
	return len(order)
}
