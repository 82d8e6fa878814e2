package graph_test

import (
	"strings"
	"testing"

	"vigie/internal/export/graph"
)

// made is a graph of made-up things, with the signs that each form escapes.
func made() graph.Graph {
	g := graph.Graph{Spaces: []graph.Space{{"dct", "http://purl.org/dc/terms/"},
		{"xsd", "http://www.w3.org/2001/XMLSchema#"}}}
	n := graph.Node{Address: "https://made-up.example/a?b=1&c=2#fleet", Types: []graph.Name{{"dct", "Standard"}}}
	n.Put("dct", "title", graph.Words("fr", "Flotte « A » & <b>\n\"\\"))
	n.Put("dct", "title", graph.Words("en", "Fleet"))
	n.Put("dct", "modified", graph.Typed("2026-11-30", graph.Name{"xsd", "date"}))
	n.Put("dct", "identifier", graph.Plain("fleet"))
	n.Put("dct", "description", graph.Plain(""))
	n.Put("dct", "source", graph.To("https://made-up.example/"))
	g.Nodes = append(g.Nodes, n)
	return g
}

func TestTheThreeFormsHoldTheSameStatements(t *testing.T) {
	g := made()
	if err := g.Check(); err != nil || g.Count() != 6 {
		t.Fatal(g.Count(), err)
	}
	var turtle, jsonld, rdfxml strings.Builder
	if err := g.WriteTurtle(&turtle); err != nil {
		t.Fatal(err)
	}
	if err := g.WriteJSONLD(&jsonld); err != nil {
		t.Fatal(err)
	}
	if err := g.WriteRDFXML(&rdfxml); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ form, got, want string }{
		{"Turtle", turtle.String(), `@prefix dct: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<https://made-up.example/a?b=1&c=2#fleet> a dct:Standard ;
    dct:title "Flotte « A » & <b>\n\"\\"@fr ;
    dct:title "Fleet"@en ;
    dct:modified "2026-11-30"^^xsd:date ;
    dct:identifier "fleet" ;
    dct:source <https://made-up.example/> .
`},
		{"JSON-LD", jsonld.String(), `{
 "@context": {
  "dct": "http://purl.org/dc/terms/",
  "xsd": "http://www.w3.org/2001/XMLSchema#"
 },
 "@graph": [
  {
   "@id": "https://made-up.example/a?b=1&c=2#fleet",
   "@type": [
    "dct:Standard"
   ],
   "dct:title": [
    {
     "@value": "Flotte « A » & <b>\n\"\\",
     "@language": "fr"
    },
    {
     "@value": "Fleet",
     "@language": "en"
    }
   ],
   "dct:modified": [
    {
     "@value": "2026-11-30",
     "@type": "xsd:date"
    }
   ],
   "dct:identifier": [
    {
     "@value": "fleet"
    }
   ],
   "dct:source": [
    {
     "@id": "https://made-up.example/"
    }
   ]
  }
 ]
}
`},
		{"RDF/XML", rdfxml.String(), `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns:dct="http://purl.org/dc/terms/"
  xmlns:xsd="http://www.w3.org/2001/XMLSchema#">
 <rdf:Description rdf:about="https://made-up.example/a?b=1&amp;c=2#fleet">
  <rdf:type rdf:resource="http://purl.org/dc/terms/Standard"/>
  <dct:title xml:lang="fr">Flotte « A » &amp; &lt;b&gt;&#xA;&#34;\</dct:title>
  <dct:title xml:lang="en">Fleet</dct:title>
  <dct:modified rdf:datatype="http://www.w3.org/2001/XMLSchema#date">2026-11-30</dct:modified>
  <dct:identifier>fleet</dct:identifier>
  <dct:source rdf:resource="https://made-up.example/"/>
 </rdf:Description>
</rdf:RDF>
`},
	} {
		if tt.got != tt.want {
			t.Errorf("%s:\n%s", tt.form, tt.got)
		}
	}
}

func TestAnAddressThatReadersWouldDropOrCompleteIsSeen(t *testing.T) {
	for text, want := range map[string]string{
		"https://made-up.example/a b":          "https://made-up.example/a%20b",
		"https://made-up.example/é?q=a b{c}":   "https://made-up.example/%C3%A9?q=a%20b%7Bc%7D",
		"https://made-up.example/?q=%20&r=é#x": "https://made-up.example/?q=%20&r=%C3%A9#x",
		"mailto:a@made-up.example":             "mailto:a@made-up.example",
	} {
		if got, err := graph.Address(text); got != want || err != nil {
			t.Errorf("%s: %s, %v", text, got, err)
		}
	}
	for _, relative := range []string{"/donnees/", "donnees/fleet.csv", ""} {
		if got, err := graph.Address(relative); err == nil {
			t.Errorf("%q became %q", relative, got)
		}
	}
	for _, wrong := range []graph.Property{
		{graph.Name{"dct", "source"}, graph.To("/donnees/")},
		{graph.Name{"dct", "source"}, graph.To("https://made-up.example/a b")},
		{graph.Name{"dcat", "keyword"}, graph.Plain("a")},
		{graph.Name{"dct", "issued"}, graph.Typed("2026-11-30", graph.Name{"nobody", "date"})},
	} {
		g := made()
		g.Nodes[0].Properties = append(g.Nodes[0].Properties, wrong)
		if g.Check() == nil {
			t.Errorf("%v passes", wrong)
		}
	}
}
