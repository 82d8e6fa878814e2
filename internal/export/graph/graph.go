// Package graph writes statements about things, each named by an absolute address, as
// Turtle, JSON-LD and RDF/XML.
//
//	fleet := graph.Node{Address: "https://…#fleet", Types: []graph.Name{{"dcat", "Dataset"}}}
//	fleet.Put("dct", "title", graph.Words("fr", "Flotte"))
//	g := graph.Graph{Spaces: spaces, Nodes: []graph.Node{fleet}}
//	g.WriteTurtle(w)
//
// Promises:
//   - The three forms hold the same statements, in the order of the graph.
//   - Nothing is without a name: two readings of a form give the same statements.
//   - Numbers and days are written as texts with their type, so that no reader of JSON
//     bends them.
package graph

import (
	"fmt"
	"net/url"
)

// Graph is a list of things with what is stated of each.
type Graph struct {
	Spaces []Space
	Nodes  []Node
}

// Space is a vocabulary and the short name of it: "dct", "http://purl.org/dc/terms/".
type Space struct{ Prefix, Address string }

// Name is a word of a vocabulary: {"dct", "title"}.
type Name struct{ Prefix, Local string }

func (n Name) String() string { return n.Prefix + ":" + n.Local }

// Node is a thing and what is stated of it.
type Node struct {
	Address    string
	Types      []Name
	Properties []Property
}

// Property is one statement.
type Property struct {
	Name  Name
	Value Value
}

// Value is what is stated: an address, or a text in a language or of a type.
type Value struct {
	Address string // of another thing; the rest is empty then
	Text    string
	Lang    string // of the text, if it has one
	Type    Name   // of the text, if it has one: {"xsd", "date"}
}

// To is the address of another thing.
func To(address string) Value { return Value{Address: address} }

// Words are a text in a language.
func Words(lang, text string) Value { return Value{Text: text, Lang: lang} }

// Plain is a text in no language: an identifier, a code.
func Plain(text string) Value { return Value{Text: text} }

// Typed is a text of a type: a day, a number.
func Typed(text string, of Name) Value { return Value{Text: text, Type: of} }

// Put states something of a thing; nothing where the value is empty.
func (n *Node) Put(prefix, local string, v Value) {
	if v.Address != "" || v.Text != "" {
		n.Properties = append(n.Properties, Property{Name{prefix, local}, v})
	}
}

// Address is an address as the three forms can hold it: spaces and signs that none of
// them lets stand are percent-encoded. The error names one that is not absolute, which
// readers would complete each in their own way.
func Address(text string) (string, error) {
	u, err := url.Parse(text)
	if err != nil {
		return "", err
	}
	if !u.IsAbs() {
		return "", fmt.Errorf("%q is not an absolute address", text)
	}
	u.RawQuery = encoded(u.RawQuery)
	u.Opaque = encoded(u.Opaque)
	return u.String(), nil
}

// encoded writes the signs that an address may not hold as percent and two digits.
func encoded(text string) string {
	out := make([]byte, 0, len(text))
	for i := range len(text) {
		switch c := text[i]; {
		case c <= ' ' || c >= 0x7f, c == '<', c == '>', c == '"', c == '{', c == '}', c == '|', c == '\\', c == '^', c == '`':
			out = fmt.Appendf(out, "%%%02X", c)
		default:
			out = append(out, c)
		}
	}
	return string(out)
}

// Check finds what the three forms could not hold: an address that is not absolute, or is
// written otherwise than Address writes it, a word of a vocabulary that the graph does not name.
func (g Graph) Check() error {
	known := map[string]bool{}
	for _, s := range g.Spaces {
		known[s.Prefix] = true
	}
	address := func(text string) error {
		if want, err := Address(text); err != nil {
			return err
		} else if want != text {
			return fmt.Errorf("%q is to be written %q", text, want)
		}
		return nil
	}
	word := func(n Name) error {
		if !known[n.Prefix] {
			return fmt.Errorf("%s: no vocabulary has that short name", n)
		}
		return nil
	}
	for _, n := range g.Nodes {
		if err := address(n.Address); err != nil {
			return err
		}
		for _, t := range n.Types {
			if err := word(t); err != nil {
				return err
			}
		}
		for _, p := range n.Properties {
			if err := p.check(address, word); err != nil {
				return fmt.Errorf("%s, %s: %w", n.Address, p.Name, err)
			}
		}
	}
	return nil
}

func (p Property) check(address func(string) error, word func(Name) error) error {
	if err := word(p.Name); err != nil {
		return err
	}
	if p.Value.Address != "" {
		return address(p.Value.Address)
	}
	if p.Value.Type != (Name{}) {
		return word(p.Value.Type)
	}
	return nil
}

// Count is how many statements there are.
func (g Graph) Count() int {
	n := 0
	for _, node := range g.Nodes {
		n += len(node.Types) + len(node.Properties)
	}
	return n
}
