package recipe

import (
	"fmt"
	"slices"
	"strconv"
)

// node is a JSON value, with its members in the order of the document.
type node struct {
	kind  kind
	text  string   // of a text, a number, true or false
	exact bool     // it is a JSON number
	names []string // of the members of an object
	nodes []node   // members or elements
}

type kind int

const (
	null kind = iota
	text
	list
	object
)

// at gives what a pointer leads to.
func (n node) at(p pointer) []node {
	if len(p) == 0 {
		return []node{n}
	}
	var out []node
	for i, inner := range n.nodes {
		name := strconv.Itoa(i)
		if n.kind == object {
			name = n.names[i]
		}
		if p[0] == "*" || p[0] == name {
			out = append(out, inner.at(p[1:])...)
		}
	}
	return out
}

// found is a value as a field finds it.
func (n node) found(p pointer, several bool) found {
	var out found
	for _, at := range n.at(p) {
		out.there = true
		elements := []node{at}
		if at.kind == list && several {
			elements = at.nodes
		}
		for _, e := range elements {
			switch e.kind {
			case object, list:
				out.alien = e.example()
			case text:
				out.texts, out.exact = append(out.texts, e.text), e.exact
			}
		}
	}
	return out
}

// unread lists the members of a row that no pointer takes, each by its path, in
// which a star stands for the elements of a list.
func (n node) unread(path []string, taken []pointer, add func(path, example string)) {
	switch {
	case covers(taken, path):
		return
	case len(path) > 0 && !leads(taken, path):
		add(joined(path), n.example())
		return
	}
	for i, inner := range n.nodes {
		name := "*"
		if n.kind == object {
			name = n.names[i]
		}
		inner.unread(append(slices.Clip(path), name), taken, add)
	}
}

// example is a value in a few words.
func (n node) example() string {
	switch n.kind {
	case object:
		return fmt.Sprintf("an object of %d members", len(n.nodes))
	case list:
		return fmt.Sprintf("a list of %d values", len(n.nodes))
	}
	return n.text
}
