package theme

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"

	"vigie/internal/value/problem"
)

// Outlines are the shapes of the places of one kind of body, by their official code: the file
// outlines/<kind>.json of a theme. A site without such a file has no map of that kind.
type Outlines struct {
	Width  int       `json:"width"` // of the grid that the shapes stand on, in its units
	Height int       `json:"height"`
	Codes  string    `json:"codes"` // the kind of identifier that the codes of places are, of the vocabulary
	Credit Credit    `json:"credit"`
	Places []Outline `json:"places"`
}

// Credit says who drew the outlines, and under which licence they may be shown.
type Credit struct {
	Title   string `json:"title"`
	Author  string `json:"author"`
	URL     string `json:"url"`
	Licence string `json:"licence"` // SPDX identifier
	Terms   string `json:"terms"`   // address of the licence
	Changes bool   `json:"changes"` // whether ours are simplified or grouped, which the licence may want said
}

// Outline is one place: a shape, or a tile where the map has no room for it.
type Outline struct {
	Code string `json:"code"`
	Path string `json:"path,omitempty"` // of an SVG, in whole units of the grid
	Tile *Tile  `json:"tile,omitempty"`
}

// Tile is a rectangle that stands for a place far away.
type Tile struct {
	X      int    `json:"x"`
	Y      int    `json:"y"`
	Width  int    `json:"width"`
	Height int    `json:"height"`
	Label  string `json:"label"` // name of the place, the same in every language
}

const outlinesFolder = "outlines/"

// drawnPath is what a path may hold: moves, lines and closings.
var drawnPath = regexp.MustCompile(`^(?:M-?\d+ -?\d+l-?\d+[ -]\d+(?:[ -]-?\d+)*z)+$`)

// readOutlines reads the outlines of the merged files, by kind of body.
func (th *Theme) readOutlines(files map[string][]byte) (map[string]Outlines, error) {
	out := map[string]Outlines{}
	for name, content := range files {
		base, ok := strings.CutPrefix(name, outlinesFolder)
		kind, json := strings.CutSuffix(base, ".json")
		if !ok || !json {
			continue
		}
		o, err := parseOutlines(content)
		if err != nil {
			return nil, &Fault{Place: problem.Place{File: th.from[name]}, Message: err.Error()}
		}
		out[kind] = o
	}
	return out, nil
}

func parseOutlines(content []byte) (Outlines, error) {
	var o Outlines
	d := json.NewDecoder(bytes.NewReader(content))
	d.DisallowUnknownFields()
	if err := d.Decode(&o); err != nil {
		return o, fmt.Errorf("outlines that cannot be read: %w", err)
	}
	if o.Width <= 0 || o.Height <= 0 || len(o.Places) == 0 {
		return o, fmt.Errorf("outlines want a width, a height and places; found %d × %d and %d places", o.Width, o.Height,
			len(o.Places))
	}
	if o.Codes == "" {
		return o, fmt.Errorf("outlines want codes: the kind of identifier by which a body has its place")
	}
	if o.Credit.Author == "" || o.Credit.Licence == "" || o.Credit.URL == "" {
		return o, fmt.Errorf("outlines want a credit with author, url and licence: somebody drew them")
	}
	seen := map[string]bool{}
	for _, p := range o.Places {
		switch {
		case p.Code == "" || seen[p.Code]:
			return o, fmt.Errorf("the code %q of a place is empty or taken: give each place its own", p.Code)
		case (p.Path == "") == (p.Tile == nil):
			return o, fmt.Errorf("the place %s wants either a path or a tile", p.Code)
		case p.Path != "" && !drawnPath.MatchString(p.Path):
			return o, fmt.Errorf("the path of %s holds more than M, l and z with whole numbers", p.Code)
		}
		seen[p.Code] = true
	}
	return o, nil
}
