package verify

import (
	"bytes"
	"image/png"
	"io/fs"

	"vigie/internal/chart/draw"
	"vigie/internal/site"
)

// pictures checks the pictures of the charts, and lists where they stand. The SVG holds the
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
		switch drawing := drawn(page); {
		case err != nil:
			fault(p.SVG, "a picture that the data make is not in the site")
		case len(drawing) == 0 || !bytes.Contains(svg, drawing):
			fault(p.SVG, "the picture does not hold the drawing of its page")
		}
		for _, name := range []string{p.PNG, p.Large} {
			f, err := built.Open(name)
			if err != nil {
				fault(name, "a picture that the data make is not in the site")
				continue
			}
			if _, err := png.DecodeConfig(f); err != nil {
				fault(name, "it is no picture in PNG: "+err.Error())
			}
			if err := f.Close(); err != nil {
				fault(name, "it cannot be read: "+err.Error())
			}
		}
	}
	return out
}

// drawn is the first drawing of a page, in the colours of a picture.
func drawn(page []byte) []byte {
	_, rest, found := bytes.Cut(page, []byte(`class="chart-svg"`))
	if !found {
		return nil
	}
	inside, _, _ := bytes.Cut(rest, []byte("</svg>"))
	return bytes.TrimSpace(draw.Alone(inside))
}
