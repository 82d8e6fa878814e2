package graph

import (
	"bufio"
	"encoding/xml"
	"io"
	"strings"
)

const syntax = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

// WriteRDFXML writes the graph in RDF 1.1 XML.
func (g Graph) WriteRDFXML(to io.Writer) error {
	w := bufio.NewWriter(to)
	put := func(parts ...string) {
		for _, p := range parts {
			_, _ = w.WriteString(p) // w keeps the first error
		}
	}
	spaces := map[string]string{}
	put(xml.Header, `<rdf:RDF xmlns:rdf="`, syntax, `"`)
	for _, s := range g.Spaces {
		spaces[s.Prefix] = s.Address
		put("\n  xmlns:", s.Prefix, `="`, inXML(s.Address), `"`)
	}
	put(">\n")
	for _, n := range g.Nodes {
		put(` <rdf:Description rdf:about="`, inXML(n.Address), "\">\n")
		for _, t := range n.Types {
			put(`  <rdf:type rdf:resource="`, inXML(spaces[t.Prefix]+t.Local), "\"/>\n")
		}
		for _, p := range n.Properties {
			put("  <", p.Name.String())
			switch v := p.Value; {
			case v.Address != "":
				put(` rdf:resource="`, inXML(v.Address), "\"/>\n")
				continue
			case v.Lang != "":
				put(` xml:lang="`, inXML(v.Lang), `"`)
			case v.Type != Name{}:
				put(` rdf:datatype="`, inXML(spaces[v.Type.Prefix]+v.Type.Local), `"`)
			}
			put(">", inXML(p.Value.Text), "</", p.Name.String(), ">\n")
		}
		put(" </rdf:Description>\n")
	}
	put("</rdf:RDF>\n")
	return w.Flush()
}

func inXML(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a builder never fails
	return b.String()
}
