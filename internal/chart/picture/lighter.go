package picture

import (
	"image"
	"image/color"
	"strconv"
	"strings"

	"vigie/internal/chart/draw"
)

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
