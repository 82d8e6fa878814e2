// Package loose reads JSON whose producers do not keep to one shape: what is one
// object here is a list of them there, a number is a text, a text is an object
// with attributes, a list is wrapped in three others, a missing value is NaN.
//
// A Node is any value; a path goes through lists as if they were not there, so that
// one and many read alike:
//
//	n, err := loose.Parse(r, loose.Limits{Bytes: 1 << 20, Depth: 40})
//	for _, code := range n.All("EFORMS/*/cac:ProcurementProject/**/cbc:ItemClassificationCode") {
//		code.Text() // "72415000", whether it was written "72415000" or {"@listName": "cpv", "#text": "72415000"}
//	}
//
// Large documents are read record by record (Records), and never held whole.
//
// Promises: pure; bounded in bytes, values and depth, whatever the document; members keep
// their order; numbers keep their digits, no float.
package loose

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Limits bound what is read of a document, or of one of its records: the bytes,
// give or take what is read ahead (128 KiB), and the depth.
type Limits struct {
	Bytes int64
	Depth int
}

// valuesAtMost bounds the values of what is read at once: ten times the longest notice.
const valuesAtMost = 200_000

// What makes a document too much.
var (
	ErrTooLong = errors.New("it is longer than it may be")
	ErrTooDeep = errors.New("it is deeper than it may be")
	ErrTooMany = fmt.Errorf("it holds more than %d values", valuesAtMost)
)

// kind is what a node is.
type kind uint8

const (
	null kind = iota
	scalar
	object
	list
)

// Node is a JSON value. The zero Node is null.
type Node struct {
	kind  kind
	text  string
	names []string // of an object
	kids  []Node   // of an object or a list
}

// Text is a scalar as it was written, true and false as words; of an object with
// attributes, its text. Null, lists and other objects have none.
func (n Node) Text() string {
	switch n.kind {
	case scalar:
		return n.text
	case object:
		return n.Member("#text").text
	}
	return ""
}

// IsZero says that a node is null, or not there.
func (n Node) IsZero() bool { return n.kind == null }

// IsObject says that a node has members.
func (n Node) IsObject() bool { return n.kind == object }

// Member is the member of an object; the last one when there are several of its
// name, the zero Node when there is none.
func (n Node) Member(name string) Node {
	if n.kind == object {
		for i := len(n.names) - 1; i >= 0; i-- {
			if n.names[i] == name {
				return n.kids[i]
			}
		}
	}
	return Node{}
}

// Has says that an object has a member, which may be null.
func (n Node) Has(name string) bool { return slices.Contains(n.names, name) }

// Names are those of the members of an object, in their order.
func (n Node) Names() []string { return slices.Clone(n.names) }

// Each is what a node stands for, one or many: the elements of a list, those of
// the lists within it, or itself. Null stands for nothing.
func (n Node) Each() []Node {
	switch n.kind {
	case null:
		return nil
	case list:
		var out []Node
		for _, k := range n.kids {
			out = append(out, k.Each()...)
		}
		return out
	}
	return []Node{n}
}

// All gives the nodes at the end of a path of names parted by slashes, lists seen
// through on the way and at the end. A * is any name; ** is any number of names,
// none included.
func (n Node) All(path string) []Node {
	found := n.Each()
	steps := strings.Split(path, "/")
	for i := 0; i < len(steps); i++ {
		var next []Node
		for _, m := range found {
			switch steps[i] {
			case "**":
				next = m.below(next)
			case "*":
				for _, k := range m.kids {
					next = append(next, k.Each()...)
				}
			default:
				next = append(next, m.Member(steps[i]).Each()...)
			}
		}
		found = next
	}
	return found
}

// First is the first node at the end of a path; the zero Node when there is none.
func (n Node) First(path string) Node {
	if all := n.All(path); len(all) > 0 {
		return all[0]
	}
	return Node{}
}

// Texts are the texts at the end of some paths, each once, in order.
func (n Node) Texts(paths ...string) []string {
	var out []string
	known := map[string]bool{}
	for _, p := range paths {
		for _, m := range n.All(p) {
			if t := strings.TrimSpace(m.Text()); t != "" && !known[t] {
				known[t] = true
				out = append(out, t)
			}
		}
	}
	return out
}

// below adds a node and all that stand below it.
func (n Node) below(out []Node) []Node {
	out = append(out, n)
	for _, k := range n.kids {
		for _, e := range k.Each() {
			out = e.below(out)
		}
	}
	return out
}
