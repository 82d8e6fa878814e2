package graph

import (
	"bytes"
	"encoding/json"
	"io"
)

// WriteJSONLD writes the graph in JSON-LD 1.1, in its expanded manner: the context names
// vocabularies alone, and nothing is fetched to read it.
func (g Graph) WriteJSONLD(to io.Writer) error {
	context := members{}
	for _, s := range g.Spaces {
		context = append(context, member{s.Prefix, s.Address})
	}
	nodes := make([]members, 0, len(g.Nodes))
	for _, n := range g.Nodes {
		nodes = append(nodes, n.members())
	}
	e := json.NewEncoder(to)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(members{{"@context", context}, {"@graph", nodes}})
}

func (n Node) members() members {
	out := members{{"@id", n.Address}}
	if len(n.Types) > 0 {
		var types []string
		for _, t := range n.Types {
			types = append(types, t.String())
		}
		out = append(out, member{"@type", types})
	}
	at := map[Name]int{}
	for _, p := range n.Properties {
		i, there := at[p.Name]
		if !there {
			i = len(out)
			at[p.Name] = i
			out = append(out, member{p.Name.String(), []members(nil)})
		}
		values, _ := out[i].value.([]members)
		out[i].value = append(values, p.Value.members())
	}
	return out
}

func (v Value) members() members {
	switch {
	case v.Address != "":
		return members{{"@id", v.Address}}
	case v.Lang != "":
		return members{{"@value", v.Text}, {"@language", v.Lang}}
	case v.Type != Name{}:
		return members{{"@value", v.Text}, {"@type", v.Type.String()}}
	}
	return members{{"@value", v.Text}}
}

// members are those of an object of JSON, in their order.
type members []member

type member struct {
	name  string
	value any
}

func (m members) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	b.WriteByte('{')
	for i, one := range m {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := e.Encode(one.name); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := e.Encode(one.value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}
