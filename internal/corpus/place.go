package corpus

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"vigie/internal/record"
	"vigie/internal/value/problem"
)

// spot is where a value stands in its file. A value of several lines stands at
// its key.
type spot struct {
	path           string
	line, col, len int32
}

func (s spot) place(file string) problem.Place {
	return problem.Place{File: file, Line: int(s.line), Col: int(s.col), Len: int(s.len)}
}

// Place says where something was written: path goes down the keys of a record,
// such as "observations/0/claims/1/value". What was not written is placed at
// its nearest parent that was; a record that is not there, at no line.
func (c *Corpus) Place(ref record.Ref, path string) problem.Place {
	file := c.File(ref)
	spots := c.spots[ref]
	for {
		if i, ok := slices.BinarySearchFunc(spots, path, func(s spot, p string) int { return cmp.Compare(s.path, p) }); ok {
			return spots[i].place(file)
		}
		if path == "" {
			return problem.Place{File: file}
		}
		path = path[:max(0, strings.LastIndexByte(path, '/'))]
	}
}

// File is the path of the file of a record.
func (c *Corpus) File(ref record.Ref) string {
	if ref.Kind == record.Corrections {
		return path.Join(c.root, correctionsFile)
	}
	return path.Join(c.root, ref.String()+".yaml")
}

func (d *decoding) remember(path string, key, value *yaml.Node) {
	at := placeOf(value)
	if value.Kind != yaml.ScalarNode {
		at = placeOf(key)
	}
	d.spots = append(d.spots, spot{path, int32(at.Line), int32(at.Col), int32(at.Len)})
}

func (d *decoding) sortedSpots() []spot {
	slices.SortFunc(d.spots, func(a, b spot) int { return cmp.Compare(a.path, b.path) })
	return slices.Clip(d.spots)
}

// owner is the place of the key that a mapping stands under.
func (d *decoding) owner(n *yaml.Node, path string) problem.Place {
	for _, s := range slices.Backward(d.spots) {
		if s.path == path {
			return s.place(d.file)
		}
	}
	return placeOf(n)
}

func placeOf(n *yaml.Node) problem.Place {
	at := problem.Place{Line: n.Line, Col: n.Column, Len: 1}
	if n.Kind == yaml.ScalarNode {
		first, _, _ := strings.Cut(n.Value, "\n")
		at.Len = max(1, utf8.RuneCountInString(first))
		if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
			at.Len += 2
		}
	}
	return at
}
