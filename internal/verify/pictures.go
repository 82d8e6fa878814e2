package verify

import (
	"bytes"
	"fmt"
	"image/png"
	"io/fs"

	"vigie/internal/chart/draw"
	"vigie/internal/chart/picture"
	"vigie/internal/site"
)

// pictures checks the pictures of the charts and the cards, and lists where they stand. The SVG holds the
// very drawing that stands on the page of its chart, each number of which is checked there.
// The PNG are pictures: that they can be read is checked here, and their digest with all
// others; that they show their SVG is for the tests of package picture.
func pictures(built fs.FS, t *truth, report *Report) []string {
	var out []string
	fault := func(name, what string) { report.Faults = append(report.Faults, Fault{File: name, What: what}) }
	for _, p := range t.site.Pictured() {
		out = append(out, p.SVG, p.PNG, p.Large)
		page, err := fs.ReadFile(built, site.File(t.site.Href(p.Lang, "indicators")+p.Indicator.ID+"/"))
		if err != nil {
			continue // it is missed with the other pages
		}
		svg, err := fs.ReadFile(built, p.SVG)
		switch drawing, found := drawn(page); {
		case err != nil:
			fault(p.SVG, "a picture that the data make is not in the site")
		case !found || !bytes.Contains(svg, drawing):
			fault(p.SVG, "the picture does not hold the drawing of its page")
		}
		for _, name := range []string{p.PNG, p.Large} {
			sizeOf(built, name, fault)
		}
	}
	for _, c := range t.site.Cards() {
		out = append(out, c.Path)
		if wide, high := sizeOf(built, c.Path, fault); wide > 0 && (wide != picture.CardWidth || high != picture.CardHeight) {
			fault(c.Path, fmt.Sprintf("the card is %d by %d pixels", wide, high))
		}
		page, err := fs.ReadFile(built, site.File(c.Address))
		if err == nil && !bytes.Contains(page, []byte(`<meta property="og:image" content="`+t.site.Config.BaseURL+c.Path+`">`)) {
			fault(site.File(c.Address), "the page does not name its card, "+c.Path)
		}
	}
	return out
}

// sizeOf is how many pixels wide and high a picture is; nothing where there is none.
func sizeOf(built fs.FS, name string, fault func(name, what string)) (wide, high int) {
	f, err := built.Open(name)
	if err != nil {
		fault(name, "a picture that the data make is not in the site")
		return 0, 0
	}
	config, err := png.DecodeConfig(f)
	if err != nil {
		fault(name, "it is no picture in PNG: "+err.Error())
	}
	if err := f.Close(); err != nil {
		fault(name, "it cannot be read: "+err.Error())
	}
	return config.Width, config.Height
}

// drawn is the first drawing of a page, in the colours of a picture: nothing is in it where a
// chart has no point yet.
func drawn(page []byte) (drawing []byte, found bool) {
	_, rest, found := bytes.Cut(page, []byte(`class="chart-svg"`))
	if !found {
		return nil, false
	}
	inside, _, _ := bytes.Cut(rest, []byte("</svg>"))
	return bytes.TrimSpace(draw.Alone(inside)), true
}
