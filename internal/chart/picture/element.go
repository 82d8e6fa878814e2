package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
)

// element is an element of the drawing.
type element struct {
	name     string
	attr     map[string]string
	text     string
	children []*element
}

// index lists the elements that others refer to.
func (e *element) index(ids map[string]*element) {
	if id := e.attr["id"]; id != "" {
		ids[id] = e
	}
	for _, c := range e.children {
		c.index(ids)
	}
}

// deepest is far beyond the depth of a drawing of ours.
const deepest = 50

// attributes are those that drawings have, and all that are read here: one that another would
// add could change what is to be seen.
var attributes = []string{"xmlns", "viewBox", "width", "height", "role", "lang", "id", "class", "d", "x", "y",
	"transform",
	"fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linecap",
	"stroke-linejoin", "stroke-miterlimit", "clip-path", "patternUnits", "patternTransform", "font-family", "font-size",
	"font-weight", "text-anchor", "dominant-baseline", "paint-order", "textLength", "lengthAdjust", "data-series",
	"data-item", "data-flow"}

func parse(svg []byte) (*element, error) {
	d := xml.NewDecoder(bytes.NewReader(svg))
	root := &element{}
	open := []*element{root}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			if len(root.children) != 1 {
				return nil, errors.New("there is no drawing")
			}
			return root.children[0], nil
		}
		if err != nil {
			return nil, err
		}
		last := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			e := &element{name: t.Name.Local, attr: map[string]string{}}
			for _, a := range t.Attr {
				if !slices.Contains(attributes, a.Name.Local) {
					return nil, fmt.Errorf("the attribute %q is not one that is drawn here", a.Name.Local)
				}
				e.attr[a.Name.Local] = a.Value
			}
			if last.name == "text" {
				return nil, fmt.Errorf("the element %q inside a text is not drawn here", e.name)
			}
			last.children = append(last.children, e)
			if open = append(open, e); len(open) > deepest {
				return nil, fmt.Errorf("more than %d elements inside one another", deepest)
			}
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			last.text += string(t)
		}
	}
}
