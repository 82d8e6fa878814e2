package picture

import (
	"errors"
	"fmt"
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
