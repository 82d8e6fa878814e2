package picture_test

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"encoding/binary"
	"encoding/xml"
	"image/color"
	"image/png"
	"io"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"vigie/internal/chart/draw"
	"vigie/internal/chart/picture"
)

// drawing is one as package draw makes them; nothing in it is true of anybody.
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" class="chart-svg" viewBox="0 0 720 200" role="img">
<title id="t">Essai</title>
<desc id="d">Essai.</desc>
<defs><clipPath id="c"><path d="M0 0L360 0L360 200L0 200Z"/></clipPath>
<pattern width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" id="p">
<g><path class="f-surface" d="M0 0l4 0l0 2l-4 0Z"/></g></pattern></defs>
<path class="f-series1" d="M100 20L200 20L200 120L100 120Z"/>
<g clip-path="url(#c)"><path class="f-series3" d="M300 20A50 50 0 1 1 300 120L500 120L500 20Z"/></g>
<path class="f-unknown" d="M10 150L90 150L90 190L10 190Z"/><path fill="url(#p)" d="M10 150L90 150L90 190L10 190Z"/>
<text class="f-text s-surface" dominant-baseline="central" text-anchor="middle" font-size="12" stroke-width="3"
transform="translate(150 140)">84 M€</text>
<path class="s-axis" d="M0 199L720 199" fill="none" stroke-dasharray="4,2" stroke-linecap="round"/>
</svg>`

func content() picture.Content {
	return picture.Content{Chart: []byte(drawing), Language: "fr", Over: "Essai",
		Title: strings.Repeat("Un titre long & <court> ", 6),
		Under: "Une question ?", Foot: []string{"Source : inventée", "30 novembre 2026"}}
}

func made(t *testing.T, c picture.Content) []byte {
	t.Helper()
	svg, err := picture.SVG(c)
	if err != nil {
		t.Fatal(err)
	}
	return svg
}

func TestAPictureHoldsItsTitleItsSourceAndItsDay(t *testing.T) {
	svg := string(made(t, content()))
	for _, want := range []string{"Source : inventée", "30 novembre 2026", "Une question ?", `lang="fr"`, "84 M€",
		"Un titre long &amp; &lt;court&gt;"} {
		if !strings.Contains(svg, want) {
			t.Errorf("it lacks %q", want)
		}
	}
	for _, unwanted := range []string{"class=", "<style", "<script", "href"} {
		if strings.Contains(svg, unwanted) {
			t.Errorf("it holds %q: it would need something from elsewhere", unwanted)
		}
	}
	if n := strings.Count(svg, `font-size="26"`); n < 2 {
		t.Errorf("a title longer than the picture is wide stands on %d line", n)
	}
	if err := xml.Unmarshal([]byte(svg), new(struct{})); err != nil {
		t.Error(err)
	}
}

func TestAPictureCarriesItsLettersAndNeedsNothingElse(t *testing.T) {
	svg := made(t, content())
	alone, err := picture.Lettered(svg)
	if err != nil {
		t.Fatal(err)
	}
	again, err := picture.Lettered(svg)
	if err != nil || !bytes.Equal(alone, again) {
		t.Errorf("it is made twice, and differs: %v", err)
	}
	fonts := regexp.MustCompile(`font-weight:(\d+);src:url\(data:font/woff;base64,([^)]+)\)`).FindAllSubmatch(alone, -1)
	if len(fonts) != 2 {
		t.Fatalf("%d fonts", len(fonts))
	}
	rest := regexp.MustCompile(`url\((data:|#)[^)]*\)`).ReplaceAll(alone, nil)
	rest = bytes.ReplaceAll(rest, []byte(`xmlns="http://www.w3.org/2000/svg"`), nil)
	for _, outside := range []string{"http", "//", "url(", "href", "src=", "@import", "<script"} {
		if bytes.Contains(rest, []byte(outside)) {
			t.Errorf("it holds %q: it would need something from elsewhere", outside)
		}
	}
	for _, f := range fonts {
		packed, err := base64.StdEncoding.DecodeString(string(f[2]))
		if err != nil {
			t.Fatal(err)
		}
		cut, err := sfnt.Parse(unpacked(t, packed))
		if err != nil {
			t.Fatal(err)
		}
		if len(packed) > 14_000 {
			t.Errorf("weight %s takes %d bytes", f[1], len(packed))
		}
		light := string(f[1]) == "400"
		for letter, wanted := range map[rune]bool{'S': light, 'é': light, 'U': true, 'W': false} {
			var b sfnt.Buffer
			i, err := cut.GlyphIndex(&b, letter)
			if err != nil || i == 0 {
				t.Fatalf("%c: %d, %v", letter, i, err)
			}
			outline, err := cut.LoadGlyph(&b, i, fixed.I(20), nil)
			if err != nil || len(outline) > 0 != wanted {
				t.Errorf("weight %s has %d pieces of %c: %v", f[1], len(outline), letter, err)
			}
		}
	}
	if !bytes.Contains(alone, []byte(">Source : inventée</text>")) ||
		!bytes.Contains(alone, []byte("font-family=\"'Vigie Sans', ")) {
		t.Error("its words are no words any more, or of another font")
	}
}

// unpacked is a font of WOFF 1.0 as TrueType.
func unpacked(t *testing.T, woff []byte) []byte {
	t.Helper()
	u32 := binary.BigEndian.Uint32
	n := int(binary.BigEndian.Uint16(woff[12:]))
	if string(woff[:4]) != "wOFF" || int(u32(woff[8:])) != len(woff) {
		t.Fatalf("%q, %d bytes of %d", woff[:4], len(woff), u32(woff[8:]))
	}
	out := binary.BigEndian.AppendUint16([]byte{0, 1, 0, 0}, uint16(n))
	out = append(out, make([]byte, 6)...)
	var body []byte
	for i := range n {
		e := woff[44+20*i:]
		table := woff[u32(e[4:]):][:u32(e[8:])]
		if u32(e[8:]) < u32(e[12:]) {
			r, err := zlib.NewReader(bytes.NewReader(table))
			if err != nil {
				t.Fatal(err)
			}
			if table, err = io.ReadAll(r); err != nil || len(table) != int(u32(e[12:])) {
				t.Fatalf("%s: %d bytes, %v", e[:4], len(table), err)
			}
		}
		out = append(append(out, e[:4]...), e[16:20]...)
		out = binary.BigEndian.AppendUint32(out, uint32(12+16*n+len(body)))
		out = binary.BigEndian.AppendUint32(out, uint32(len(table)))
		body = append(body, table...)
		body = append(body, make([]byte, -len(body)&3)...)
	}
	if int(u32(woff[16:])) != len(out)+len(body) {
		t.Errorf("it is %d bytes, and says %d", len(out)+len(body), u32(woff[16:]))
	}
	return append(out, body...)
}

func TestEachMarkIsDrawnWhereItStands(t *testing.T) {
	svg := made(t, picture.Content{Chart: []byte(drawing)})
	var out bytes.Buffer
	if err := picture.PNG(&out, svg, 2*picture.Width); err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(&out)
	if err != nil {
		t.Fatal(err)
	}
	if img.Bounds().Dx() != 2*picture.Width {
		t.Fatalf("it is %d pixels wide", img.Bounds().Dx())
	}
	// The drawing stands in the middle, 24 from the left, 36 from the top.
	at := func(x, y int) string {
		r, g, b, _ := img.At(2*(x+24), 2*(y+36)).RGBA()
		return hex(uint8(r>>8), uint8(g>>8), uint8(b>>8))
	}
	for name, c := range map[string]struct {
		x, y int
		want string
	}{
		"inside the square":           {150, 70, draw.Series1.Light()},
		"beside the square":           {210, 70, draw.Surface.Light()},
		"inside the clip":             {355, 70, draw.Series3.Light()},
		"beyond the clip":             {400, 70, draw.Surface.Light()},
		"where nothing is drawn":      {600, 150, draw.Surface.Light()},
		"the last row of the picture": {600, 220, draw.Surface.Light()},
	} {
		if got := at(c.x, c.y); got != c.want {
			t.Errorf("%s the colour is %s, want %s", name, got, c.want)
		}
	}
	patterned := map[string]bool{}
	for x := 20; x < 80; x++ {
		patterned[at(x, 170)] = true
	}
	if !patterned[draw.Unknown.Light()] || !patterned[draw.Surface.Light()] {
		t.Errorf("the pattern is not to be seen: %v", patterned)
	}
	inked := 0
	for x := 120; x < 180; x++ {
		for y := 130; y < 150; y++ {
			if at(x, y) == draw.Text.Light() {
				inked++
			}
		}
	}
	if inked < 20 {
		t.Errorf("the words are not to be seen: %d points of their colour", inked)
	}
}

func hex(r, g, b uint8) string {
	const digits = "0123456789abcdef"
	out := []byte{'#'}
	for _, v := range []uint8{r, g, b} {
		out = append(out, digits[v>>4], digits[v&15])
	}
	return string(out)
}

func TestTheSamePictureHasTheSameBytes(t *testing.T) {
	svg := made(t, content())
	var first, second bytes.Buffer
	if err := picture.PNG(&first, svg, 1200); err != nil {
		t.Fatal(err)
	}
	if err := picture.PNG(&second, svg, 1200); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two pictures of one drawing differ")
	}
	img, err := png.Decode(&first)
	if err != nil {
		t.Fatal(err)
	}
	if p, ok := img.ColorModel().(color.Palette); !ok || len(p) > 256 {
		t.Error("it takes more than 256 colours")
	}
}

func TestWhatIsNotDrawnHereIsAnError(t *testing.T) {
	for name, c := range map[string][2]string{
		"another element":   {`<path class="f-series1"`, `<circle class="f-series1"`},
		"another transform": {"translate(150 140)", "skewX(3)"},
		"another attribute": {`font-size="12"`, `font-size="12" opacity="0.5"`},
		"a text in parts":   {"84 M€", "<tspan>84</tspan> M€"},
		"another colour":    {`class="f-series1"`, `fill="red"`},
		"a lost reference":  {"url(#c)", "url(#gone)"},
		"odd path data":     {"M100 20", "M100 20 B7"},
		"a broken number":   {`font-size="12"`, `font-size="big"`},
	} {
		altered := strings.Replace(drawing, c[0], c[1], 1)
		if altered == drawing {
			t.Fatal(name)
		}
		svg, err := picture.SVG(picture.Content{Chart: []byte(altered)})
		if err == nil {
			err = picture.PNG(new(bytes.Buffer), svg, 400)
		}
		if err == nil {
			t.Errorf("%s is drawn without a word", name)
		}
	}
}

func TestAreasKeepTheirColoursWhateverIsRounded(t *testing.T) {
	var b strings.Builder
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" class="chart-svg" viewBox="0 0 720 400">` +
		`<title>a</title><desc>b</desc>`)
	for i := range 90 { // more shades, half seen, than a palette of 256 holds with their edges
		b.WriteString(`<path fill="#3b82c4" fill-opacity="0.` + string(rune('1'+i%9)) + string(rune('0'+i/9)) + `" d="M` +
			strings.Repeat("1", 1+i%2) + `0 ` + string(rune('0'+i%9)) + `0L700 9` + string(rune('0'+i%10)) + `L20 39` +
			string(rune('0'+i%10)) + `Z"/>`)
	}
	b.WriteString(`<path fill="#1b2430" fill-opacity="0.13" d="M600 300L700 300L700 400L600 400Z"/></svg>`)
	svg := made(t, picture.Content{Chart: []byte(b.String())})
	var out bytes.Buffer
	if err := picture.PNG(&out, svg, picture.Width); err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(&out)
	if err != nil {
		t.Fatal(err)
	}
	r, g, bl, _ := img.At(24+650, 36+350).RGBA()
	if got := hex(uint8(r>>8), uint8(g>>8), uint8(bl>>8)); got != "#e2e3e5" { // 13 % of it on white
		t.Errorf("a pale area is %s", got)
	}
}
