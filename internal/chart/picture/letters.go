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
func face(size float64, weight int) (font.Face, error) {
	return opentype.NewFace(fonts()[weight >= 600], &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingNone})
}

// advance is how wide a text is, in the unit of the size.
func advance(text string, size float64, weight int) float64 {
	const fine = 10 // a face counts in 64ths of a pixel
	f, err := face(size*fine, weight)
	if err != nil {
		return 0
	}
	defer f.Close()
	return float64(font.MeasureString(f, text)) / 64 / fine
}
