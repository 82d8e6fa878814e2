// Package picture makes a chart into a picture that stands by itself: an SVG with its title,
// its source, its day and its licence inside, and the same as PNG.
//
//	svg, err := picture.SVG(picture.Content{Chart: face.Wide, Title: "84 M€ commandés en 2025", Foot: lines})
//	err = picture.PNG(file, svg, 1200)
//
// PNG draws the SVG of this package and of package draw, a small closed part of the format
// (SVG 1.1): paths, texts, clips and patterns. Whatever else stands in one is an error. It
// starts no program, and draws letters from fonts of its own, so that the same picture has the
// same bytes on the same kind of processor.
package picture

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"vigie/internal/chart/draw"
)

// Content is what stands in a picture.
type Content struct {
	Chart    []byte // as package draw draws it; none for a picture of words
	Language string // tag of the language of the words
	Over     string // small, above the title: the name of the site
	Title    string
	Under    string   // below the title: the question
	Foot     []string // below the chart, small: source, day, licence
	Height   int      // least height, in units; that of what it holds when zero
}

// Width is how wide a picture is, in the units of its SVG; PNG is as many pixels wide as one
// wants.
const Width = 768

const (
	margin    = 24
	titleSize = 26.0
	underSize = 16.0
	footSize  = 13.0
	lineRoom  = 1.3 // height of a line, by the size of its letters
)

// SVG composes the picture.
func SVG(c Content) ([]byte, error) {
	width, height, err := size(c.Chart)
	if err != nil {
		return nil, err
	}
	body := &writer{y: margin}
	body.words(c.Over, footSize, 600, draw.Accent)
	body.words(c.Title, titleSize, 600, draw.Text)
	body.y += 2
	body.words(c.Under, underSize, 400, draw.Muted)
	if width > 0 {
		body.y += 10
		fmt.Fprintf(body, `<g transform="translate(%s %s)">`, number((Width-width)/2), number(body.y))
		body.Write(draw.Alone(c.Chart))
		body.WriteString("</g>\n")
		body.y += height
	}
	body.y += 8
	foot := &writer{y: body.y}
	for _, line := range c.Foot {
		foot.words(line, footSize, 400, draw.Muted)
	}
	if least := float64(c.Height); foot.y+margin < least { // the foot stands at the foot
		foot = &writer{y: least - margin - (foot.y - body.y)}
		for _, line := range c.Foot {
			foot.words(line, footSize, 400, draw.Muted)
		}
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %s" width="%[1]d" height="%[2]s" role="img"`,
		Width, number(foot.y+margin-4))
	fmt.Fprintf(&out, ` lang="%s" font-family="'Source Sans 3', 'Source Sans Pro', sans-serif">`+"\n", escaped(c.Language))
	fmt.Fprintf(&out, "<title>%s</title>\n", escaped(c.Title))
	fmt.Fprintf(&out, `<path fill="%s" d="M0 0L%d 0L%[2]d %s L0 %[3]sZ"/>`+"\n", draw.Surface.Light(), Width,
		number(foot.y+margin-4))
	out.Write(body.Bytes())
	out.Write(foot.Bytes())
	out.WriteString("</svg>\n")
	return out.Bytes(), nil
}

var viewBox = regexp.MustCompile(`viewBox="0 0 ([\d.]+) ([\d.]+)"`)

// size reads how wide and high a drawing is; nothing for none.
func size(svg []byte) (width, height float64, err error) {
	if len(svg) == 0 {
		return 0, 0, nil
	}
	m := viewBox.FindSubmatch(svg)
	if m == nil {
		return 0, 0, fmt.Errorf("picture: the drawing has no viewBox")
	}
	if width, err = strconv.ParseFloat(string(m[1]), 64); err != nil {
		return 0, 0, err
	}
	height, err = strconv.ParseFloat(string(m[2]), 64)
	return width, height, err
}

// writer lays words down line by line.
type writer struct {
	bytes.Buffer
	y float64 // where the next line begins
}

func (w *writer) words(text string, size float64, weight int, role draw.Role) {
	r := newRuler(size, weight)
	for _, line := range r.wrap(text, Width-2*margin) {
		w.y += size * lineRoom
		// as wide in whatever font stands in for ours
		fmt.Fprintf(w, `<text x="%d" y="%s" font-size="%s" font-weight="%d" fill="%s" textLength="%.1f"`+
			` lengthAdjust="spacingAndGlyphs">%s</text>`+"\n", margin, number(w.y-size*(lineRoom-1)), number(size), weight,
			role.Light(), r.advance(line), escaped(line))
	}
}

// wrap cuts a text into lines that fit a width.
func (r ruler) wrap(text string, width float64) []string {
	var lines []string
	line := ""
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\n' }) {
		longer := strings.TrimSpace(line + " " + word)
		if line != "" && r.advance(longer) > width {
			lines, line = append(lines, line), word
			continue
		}
		line = longer
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

func escaped(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a buffer never fails
	return b.String()
}
