package picture

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"vigie/internal/chart/draw"
)

// Card is a picture of words that others show of a page: whose it is, what the page is about,
// what it answers, of which day, and where it stands.
type Card struct {
	Language string // tag of the language of the words
	Over     string // small, at the top: the name of the site
	Kind     string // small, above the title: what the title is; empty for none
	Title    string
	Lines    []string // the answer, line by line, the first the weightiest
	More     string   // stands for the lines that have no room
	Foot     []string // small, at the foot: day, address
}

// CardWidth and CardHeight are the size of a card, in pixels: the one that others ask for.
const (
	CardWidth  = 1200
	CardHeight = 630
)

const (
	cardLeft  = 76.0
	cardRight = CardWidth - 64.0
	cardTop   = 44.0
	cardFoot  = CardHeight - 36.0
	cardBand  = 20 // width of the band at the left
	cardSmall = 28.0
)

// Sizes of letters, the one to try first first.
var (
	cardTitles = []float64{70, 60, 52, 46}
	cardLines  = []float64{40, 36, 32, 28}
	cardFeet   = []float64{26, 22, 18}
)

// SVG composes the card. No word leaves it: letters become smaller, then words are left out,
// with "…" or with More in their place.
func (c Card) SVG() []byte {
	body := &bytes.Buffer{}
	line := func(y float64, text string, size float64, weight int, role draw.Role) {
		wide := newRuler(size, weight).advance(text)
		fmt.Fprintf(body, `<text x="%s" y="%s" font-size="%s" font-weight="%d" fill="%s" textLength="%.1f"`+
			` lengthAdjust="spacingAndGlyphs">%s</text>`+"\n", number(cardLeft), number(y), number(size), weight,
			role.Light(), wide, escaped(text))
	}
	y := cardTop
	block := func(lines []string, size float64, weight int, role draw.Role) {
		for _, text := range lines {
			y += size * lineRoom
			line(y-size*(lineRoom-1), text, size, weight, role)
		}
	}
	block(fitting(c.Over, []float64{cardSmall}, 600, 1).lines, cardSmall, 600, draw.Accent)
	if c.Kind != "" {
		y += 14
		block(fitting(c.Kind, []float64{cardSmall}, 400, 1).lines, cardSmall, 400, draw.Muted)
	} else {
		y += 22
	}
	foot, high := []set{}, 0.0
	for _, text := range c.Foot {
		one := fitting(text, cardFeet, 400, 1)
		foot, high = append(foot, one), high+one.high()
	}
	top := cardFoot - high
	title, answer := c.titled(top - 38 - y)
	block(title.lines, title.size, 600, draw.Text)
	y += 14
	for _, one := range answer {
		block(one.lines, one.size, 400, draw.Text)
		y += one.size * between
	}
	fmt.Fprintf(body, `<path d="M%s %sL%s %[2]s" fill="none" stroke="%[4]s" stroke-width="2"/>`+"\n", number(cardLeft),
		number(top-12), number(cardRight), draw.Grid.Light())
	y = top
	for _, one := range foot {
		block(one.lines, one.size, 400, draw.Muted)
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%[1]d" height="%[2]d" role="img"`+
		` lang="%[3]s" font-family="'Source Sans 3', 'Source Sans Pro', sans-serif">`+"\n", CardWidth, CardHeight,
		escaped(c.Language))
	fmt.Fprintf(&out, "<title>%s</title>\n", escaped(c.Title))
	fmt.Fprintf(&out, `<path fill="%s" d="M0 0L%d 0L%[2]d %[3]dL0 %[3]dZ"/>`+"\n", draw.Surface.Light(), CardWidth,
		CardHeight)
	fmt.Fprintf(&out, `<path fill="%s" d="M0 0L%d 0L%[2]d %[3]dL0 %[3]dZ"/>`+"\n", draw.Accent.Light(), cardBand,
		CardHeight)
	out.Write(body.Bytes())
	out.WriteString("</svg>\n")
	return out.Bytes()
}

// between is the room between two lines of an answer, by the size of their letters.
const between = 0.3

// titled sets the title and the lines below it in a height: the title becomes smaller before
// the lines do, and both before a line is left out.
func (c Card) titled(room float64) (title set, answer []set) {
	for least := len(cardLines) - 1; least <= len(cardLines); least++ {
		for i := range cardTitles {
			title = fitting(c.Title, cardTitles[i:], 600, 2)
			for _, size := range cardLines[:least] {
				if all := setAll(c.Lines, size); heightOf(all) <= room-title.high() {
					return title, all
				}
			}
		}
	}
	return title, c.some(room - title.high())
}

// some sets as many lines as there is room for, and the words that stand for the others.
func (c Card) some(room float64) []set {
	size := cardLines[len(cardLines)-1]
	for n := len(c.Lines) - 1; n > 0; n-- {
		some := append(setAll(c.Lines[:n], size), fitting(c.More, []float64{size}, 400, 1))
		if heightOf(some) <= room {
			return some
		}
	}
	lines := max(int(room/(size*lineRoom)), 0)
	return []set{fitting(c.Lines[0], []float64{size}, 400, lines)}
}

// set is a text set in lines of a size.
type set struct {
	lines []string
	size  float64
}

func (s set) high() float64 { return float64(len(s.lines)) * s.size * lineRoom }

func setAll(texts []string, size float64) []set {
	var out []set
	for _, text := range texts {
		out = append(out, set{newRuler(size, 400).broken(text, cardRight-cardLeft), size})
	}
	return out
}

func heightOf(all []set) float64 {
	high := 0.0
	for _, one := range all {
		high += one.high() + one.size*between
	}
	return high
}

// fitting sets a text in the largest size in which it takes so many lines at most, or cuts it
// in the smallest.
func fitting(text string, sizes []float64, weight, most int) set {
	var out set
	for _, size := range sizes {
		if out = (set{newRuler(size, weight).broken(text, cardRight-cardLeft), size}); len(out.lines) <= most {
			return out
		}
	}
	out.lines = out.lines[:most]
	if most == 0 {
		return out
	}
	r, last := newRuler(out.size, weight), out.lines[most-1]
	last = last[:r.fits(last, cardRight-cardLeft-r.advance("…"))]
	out.lines[most-1] = strings.TrimRight(last, " ,;:.") + "…"
	return out
}

// broken is wrap, with words that are wider than a line cut as well: an address, say.
func (r ruler) broken(text string, width float64) []string {
	var out []string
	for _, line := range r.wrap(text, width) {
		for n := r.fits(line, width); n < len(line); n = r.fits(line, width) {
			out, line = append(out, line[:n]), line[n:]
		}
		out = append(out, line)
	}
	return out
}

// fits is how many bytes of a text fit a width, one letter at least.
func (r ruler) fits(text string, width float64) int {
	end := 0
	for end < len(text) {
		_, n := utf8.DecodeRuneInString(text[end:])
		if end > 0 && r.advance(text[:end+n]) > width {
			break
		}
		end += n
	}
	return end
}

// Lacking lists the letters of a text for which there is no form in the fonts of pictures.
func Lacking(text string) []rune {
	var out []rune
	regular := face(cardSmall, 400)
	for _, letter := range text {
		if _, has := regular.GlyphAdvance(letter); !has && letter != '\n' {
			out = append(out, letter)
		}
	}
	return out
}
