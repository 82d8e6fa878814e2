package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"math"
	"strconv"
	"strings"

	"git.sr.ht/~sbinet/gg"

	"vigie/internal/chart/draw"
)

// PNG draws the picture as wide as one wants, in pixels.
func PNG(w io.Writer, svg []byte, width int) error {
	root, err := parse(svg)
	if err != nil {
		return fmt.Errorf("picture: %w", err)
	}
	m := viewBox.FindStringSubmatch(` viewBox="` + root.attr["viewBox"] + `"`)
	if m == nil {
		return errors.New("picture: the drawing has no viewBox")
	}
	wide, _ := strconv.ParseFloat(m[1], 64)
	high, _ := strconv.ParseFloat(m[2], 64)
	if wide <= 0 || high <= 0 || high/wide > 20 {
		return fmt.Errorf("picture: a drawing of %s by %s", m[1], m[2])
	}
	scale := float64(width) / wide
	c := &canvas{Context: gg.NewContext(width, int(math.Ceil(high*scale))), ids: map[string]*element{}}
	root.index(c.ids)
	c.SetHexColor(draw.Surface.Light()) // a row of pixels at the foot may be covered in part
	c.Clear()
	if err := c.children(root, state{matrix: matrix{a: scale, d: scale}, size: 16}); err != nil {
		return fmt.Errorf("picture: %w", err)
	}
	return png.Encode(w, lighter(c.Image()))
}

// lighter is a picture of 256 colours at most, which is three times lighter, where that many
// do: shades at the edges of letters are rounded, and little, areas are not.
func lighter(from image.Image) image.Image {
	rgba, ok := from.(*image.RGBA)
	if !ok {
		return from
	}
	exact := areas(rgba)
	for _, lost := range []int{0, 2, 3} { // bits of a channel
		if out := indexed(rgba, exact, lost); out != nil {
			return out
		}
	}
	return from
}

// area is how many pixels of a colour make it that of an area.
const area = 150

// areas are the colours of the palette, and those of a picture that more than edges have.
func areas(from *image.RGBA) map[uint32]bool {
	times := map[uint32]int{}
	for i := 0; i < len(from.Pix); i += 4 {
		times[uint32(from.Pix[i])<<16|uint32(from.Pix[i+1])<<8|uint32(from.Pix[i+2])]++
	}
	out := map[uint32]bool{}
	for _, c := range draw.Colours() {
		if n, err := strconv.ParseUint(c[strings.Index(c, "#")+1:len(c)-1], 16, 32); err == nil {
			out[uint32(n)] = true
		}
	}
	for c, n := range times {
		if n >= area {
			out[c] = true
		}
	}
	return out
}

// indexed is a picture whose colours are rounded, but for some; nil where more than 256 are
// left.
func indexed(from *image.RGBA, exact map[uint32]bool, lost int) *image.Paletted {
	out := image.NewPaletted(from.Bounds(), nil)
	index := map[uint32]uint8{}
	last, lastIndex := uint32(1<<31), uint8(0)
	for i := range out.Pix {
		p := from.Pix[4*i : 4*i+3]
		n := uint32(p[0])<<16 | uint32(p[1])<<8 | uint32(p[2])
		if n == last {
			out.Pix[i] = lastIndex
			continue
		}
		c := n
		if lost > 0 && !exact[n] {
			c = rounded(p[0], lost)<<16 | rounded(p[1], lost)<<8 | rounded(p[2], lost)
		}
		at, known := index[c]
		if !known {
			if len(out.Palette) == 256 {
				return nil
			}
			at = uint8(len(out.Palette))
			index[c] = at
			out.Palette = append(out.Palette, color.RGBA{uint8(c >> 16), uint8(c >> 8), uint8(c), 255})
		}
		out.Pix[i], last, lastIndex = at, n, at
	}
	return out
}

// rounded is a channel without its last bits, white and black kept.
func rounded(v uint8, lost int) uint32 {
	top := uint32(v) >> lost
	return top * 255 / (255 >> lost)
}

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
				e.attr[a.Name.Local] = a.Value
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

// state is what an element has from those around it.
type state struct {
	matrix
	size float64
}

// canvas is where a drawing is drawn.
type canvas struct {
	*gg.Context
	ids     map[string]*element
	clipped bool
}

func (c *canvas) children(e *element, s state) error {
	for _, child := range e.children {
		if err := c.draw(child, s); err != nil {
			return err
		}
	}
	return nil
}

func (c *canvas) draw(e *element, s state) error {
	m, err := parseTransform(e.attr["transform"])
	if err != nil {
		return err
	}
	s.matrix = s.then(m)
	switch e.name {
	case "title", "desc", "defs":
		return nil
	case "g":
		return c.group(e, s)
	case "path":
		return c.path(e, s)
	case "text":
		return c.letters(e, s)
	}
	return fmt.Errorf("the element %q is not one that is drawn here", e.name)
}

func (c *canvas) group(e *element, s state) error {
	clip := e.attr["clip-path"]
	if clip == "" {
		return c.children(e, s)
	}
	shape, err := c.referred(clip)
	if err != nil {
		return err
	}
	c.ClearPath()
	for _, p := range shape.children {
		m, err := parseTransform(p.attr["transform"])
		if err != nil {
			return err
		}
		if err := trace(c, p.attr["d"], s.then(m)); err != nil {
			return err
		}
	}
	if c.clipped {
		return errors.New("a clip inside another is not drawn here")
	}
	c.Clip()
	c.clipped = true
	err = c.children(e, s)
	c.ResetClip() // the library keeps it beyond what was pushed
	c.clipped = false
	return err
}

// referred is the element that an attribute such as "url(#clip)" names.
func (c *canvas) referred(to string) (*element, error) {
	id := strings.TrimSuffix(strings.TrimPrefix(to, "url(#"), ")")
	if e, ok := c.ids[id]; ok {
		return e, nil
	}
	return nil, fmt.Errorf("%s refers to nothing", to)
}

func (c *canvas) path(e *element, s state) error {
	outline := func() error { c.ClearPath(); return trace(c, e.attr["d"], s.matrix) }
	if fill := e.attr["fill"]; fill != "none" {
		if err := outline(); err != nil {
			return err
		}
		pattern, err := c.paint(fill, e.attr["fill-opacity"], s)
		if err != nil {
			return err
		}
		c.SetFillStyle(pattern)
		c.Fill()
	}
	stroke := e.attr["stroke"]
	if stroke == "" || stroke == "none" {
		return nil
	}
	if err := outline(); err != nil {
		return err
	}
	pattern, err := c.paint(stroke, e.attr["stroke-opacity"], s)
	if err != nil {
		return err
	}
	width, err := length(e, "stroke-width", 1)
	if err != nil {
		return err
	}
	dashes, err := numbers(e.attr["stroke-dasharray"])
	if err != nil {
		return err
	}
	for i := range dashes {
		dashes[i] *= s.scale()
	}
	c.SetStrokeStyle(pattern)
	c.SetLineWidth(width * s.scale())
	c.SetDash(dashes...)
	c.SetLineCapButt()
	if e.attr["stroke-linecap"] == "round" {
		c.SetLineCapRound()
	}
	c.SetLineJoinBevel() // there is no mitre here, and no corner so sharp that one would see it
	if e.attr["stroke-linejoin"] == "round" {
		c.SetLineJoinRound()
	}
	c.Stroke()
	return nil
}

func length(e *element, name string, otherwise float64) (float64, error) {
	text := e.attr[name]
	if text == "" {
		return otherwise, nil
	}
	return strconv.ParseFloat(text, 64)
}

// paint is a colour, or a pattern of the drawing.
func (c *canvas) paint(value, opacity string, s state) (gg.Pattern, error) {
	if strings.HasPrefix(value, "url(") {
		return c.pattern(value, s)
	}
	alpha := 1.0
	if opacity != "" {
		var err error
		if alpha, err = strconv.ParseFloat(opacity, 64); err != nil {
			return nil, err
		}
	}
	if value == "" {
		value = "#000000"
	}
	n, err := strconv.ParseUint(strings.TrimPrefix(value, "#"), 16, 32)
	if err != nil || len(value) != len("#rrggbb") {
		return nil, fmt.Errorf("%q is not a colour that is drawn here", value)
	}
	return gg.NewSolidPattern(color.NRGBA{uint8(n >> 16), uint8(n >> 8), uint8(n), uint8(math.Round(alpha * 255))}), nil
}

// tiled repeats a tile over the plane.
type tiled struct {
	tile       *image.RGBA
	place      matrix // from the tile to the picture
	wide, high float64
	finer      float64
}

// ColorAt is the mean of four points of a pixel.
func (t tiled) ColorAt(x, y int) color.Color {
	var sum [4]uint32
	for i := range 4 {
		px, py := t.place.back(float64(x)+0.25+0.5*float64(i%2), float64(y)+0.25+0.5*float64(i/2))
		px, py = px-t.wide*math.Floor(px/t.wide), py-t.high*math.Floor(py/t.high)
		b := t.tile.Bounds()
		c := t.tile.RGBAAt(min(int(px*t.finer), b.Dx()-1), min(int(py*t.finer), b.Dy()-1))
		for j, v := range []uint8{c.R, c.G, c.B, c.A} {
			sum[j] += uint32(v)
		}
	}
	return color.RGBA{uint8(sum[0] / 4), uint8(sum[1] / 4), uint8(sum[2] / 4), uint8(sum[3] / 4)}
}

// pattern draws the tile of a pattern, finer than it is shown.
func (c *canvas) pattern(value string, s state) (gg.Pattern, error) {
	e, err := c.referred(value)
	if err != nil {
		return nil, err
	}
	wide, err := length(e, "width", 0)
	if err != nil {
		return nil, err
	}
	high, err := length(e, "height", 0)
	if err != nil {
		return nil, err
	}
	if wide <= 0 || high <= 0 || wide > 1000 || high > 1000 {
		return nil, fmt.Errorf("a pattern of %g by %g", wide, high)
	}
	m, err := parseTransform(e.attr["patternTransform"])
	if err != nil {
		return nil, err
	}
	finer := 4 * s.scale()
	tile := &canvas{Context: gg.NewContext(max(int(math.Ceil(wide*finer)), 1), max(int(math.Ceil(high*finer)), 1)),
		ids: c.ids}
	if err := tile.children(e, state{matrix: matrix{a: finer, d: finer}}); err != nil {
		return nil, err
	}
	rgba, ok := tile.Image().(*image.RGBA)
	if !ok {
		return nil, errors.New("a tile is no picture")
	}
	return tiled{rgba, s.then(m), wide, high, finer}, nil
}

// letters draws a text: its halo first, where it has one.
func (c *canvas) letters(e *element, s state) error {
	size, err := length(e, "font-size", s.size)
	if err != nil {
		return err
	}
	x, err := length(e, "x", 0)
	if err != nil {
		return err
	}
	y, err := length(e, "y", 0)
	if err != nil {
		return err
	}
	weight := 400
	switch e.attr["font-weight"] {
	case "600", "700", "bold":
		weight = 600
	}
	f, err := face(size*s.scale(), weight)
	if err != nil {
		return err
	}
	defer f.Close()
	text := strings.TrimSpace(e.text)
	wide := advance(text, size, weight)
	switch e.attr["text-anchor"] {
	case "middle":
		x -= wide / 2
	case "end":
		x -= wide
	}
	switch e.attr["dominant-baseline"] {
	case "central", "middle":
		y += size * middle
	case "hanging", "text-before-edge":
		y += size * top
	}
	px, py := s.at(x, y)
	c.Push()
	defer c.Pop()
	c.RotateAbout(math.Atan2(s.b, s.a), px, py)
	c.SetFontFace(f)
	halo, err := length(e, "stroke-width", 0)
	if err != nil {
		return err
	}
	if colour := e.attr["stroke"]; colour != "" && colour != "none" && halo > 0 {
		if err := c.ink(colour, e.attr["stroke-opacity"]); err != nil {
			return err
		}
		const around = 8
		for i := range around {
			sin, cos := math.Sincos(2 * math.Pi * float64(i) / around)
			c.DrawString(text, px+cos*halo/2*s.scale(), py+sin*halo/2*s.scale())
		}
	}
	if err := c.ink(e.attr["fill"], e.attr["fill-opacity"]); err != nil {
		return err
	}
	c.DrawString(text, px, py)
	return nil
}

// ink is the colour of letters.
func (c *canvas) ink(value, opacity string) error {
	p, err := c.paint(value, opacity, state{})
	if err != nil {
		return err
	}
	c.SetColor(p.ColorAt(0, 0))
	return nil
}

// How far below its line the letters of a text stand that is placed by its middle, or by its
// top, by their size.
const (
	middle = 0.32
	top    = 0.75
)
