package picture

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"math"

	"git.sr.ht/~sbinet/gg"
)

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
