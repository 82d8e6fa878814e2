package picture

import (
	_ "embed"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
)

// The fonts are cut out of Source Sans 3 by script/fonts.sh.

//go:embed fonts/vigie-sans-400.ttf
var regular []byte

//go:embed fonts/vigie-sans-600.ttf
var bold []byte

var fonts = sync.OnceValue(func() map[bool]*opentype.Font {
	out := map[bool]*opentype.Font{}
	for heavy, data := range map[bool][]byte{false: regular, true: bold} {
		f, err := opentype.Parse(data)
		if err != nil {
			panic(err) // they are ours, and a test reads them
		}
		out[heavy] = f
	}
	return out
})

// face gives the letters of a size, in pixels.
func face(size float64, weight int) font.Face {
	f, err := opentype.NewFace(fonts()[weight >= 600],
		&opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		panic(err) // there is none for a font that was parsed
	}
	return f
}

// ruler measures texts of a size and weight.
type ruler struct {
	size   float64
	weight int
	face   font.Face
}

// fine is how many times larger than it is drawn a text is measured: a face counts in 64ths
// of a pixel.
const fine = 10

func newRuler(size float64, weight int) ruler { return ruler{size, weight, face(size*fine, weight)} }

// advance is how wide a text is, in the unit of the size.
func (r ruler) advance(text string) float64 {
	return float64(font.MeasureString(r.face, text)) / 64 / fine
}
