package graph

import (
	"bufio"
	"io"
	"strings"
)

// The media types of the forms.
const (
	TurtleType = "text/turtle"
	JSONLDType = "application/ld+json"
	RDFXMLType = "application/rdf+xml"
)

// turtleEscapes are the signs that a text in Turtle may not hold as they are.
var turtleEscapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`)

// WriteTurtle writes the graph in RDF 1.1 Turtle.
func (g Graph) WriteTurtle(to io.Writer) error {
	w := bufio.NewWriter(to)
	for _, s := range g.Spaces {
		_, _ = w.WriteString("@prefix " + s.Prefix + ": <" + s.Address + "> .\n") // w keeps the first error
	}
	for _, n := range g.Nodes {
		_, _ = w.WriteString("\n<" + n.Address + ">")
		first := true
		state := func(property, value string) {
			end := " ;\n    "
			if first {
				end = " "
			}
			_, _ = w.WriteString(end + property + " " + value)
			first = false
		}
		for _, t := range n.Types {
			state("a", t.String())
		}
		for _, p := range n.Properties {
			state(p.Name.String(), p.Value.turtle())
		}
		_, _ = w.WriteString(" .\n")
	}
	return w.Flush()
}

func (v Value) turtle() string {
	if v.Address != "" {
		return "<" + v.Address + ">"
	}
	text := `"` + turtleEscapes.Replace(v.Text) + `"`
	switch {
	case v.Lang != "":
		return text + "@" + v.Lang
	case v.Type != Name{}:
		return text + "^^" + v.Type.String()
	}
	return text
}
