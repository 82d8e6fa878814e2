package picture

import (
	"math"
	"strings"
)

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
	text := strings.TrimSpace(e.text)
	wide := newRuler(size, weight).advance(text)
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
	c.SetFontFace(face(size*s.scale(), weight))
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
