package site

import (
	"bytes"
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// In a language beyond those that the program composes in, some texts of a page stand in
// English. A view notes each of them; Spoken then marks where they stand with their
// language, so that a screen reader reads them with the right voice.

// stands notes that a text of the page stands in English, for want of the language of the page.
func (v view) stands(text string) {
	if v.notes != nil && v.notes.english != nil && v.l != v.l.Spoken() && text != "" {
		v.notes.english[plainly(text)] = true
	}
}

// standsIn notes a text that stands in another language than that of the page.
func (v view) standsIn(spoken lang.Lang, text string) {
	if spoken != v.l {
		v.stands(text)
	}
}

// composed notes a number with its unit, unless the unit has words of the page.
func (v view) composed(text string, unit quantity.Unit) {
	if !unit.Many.Written(v.l) {
		v.stands(text)
	}
}

// englishDate is a date as the program writes it for all languages but French.
var englishDate = regexp.MustCompile(`^(since |until )?(\d{1,2} )?(January|February|March|April|May|June|July|August|` +
	`September|October|November|December) \d{4}$|^(since|until) \d{4}$`)

// mute are elements whose words nobody reads out, or that hold no other element.
var mute = map[string]bool{"script": true, "style": true, "template": true, "svg": true, "title": true, "option": true}

// Spoken marks with lang="en" what stands in English on a page in another language: the
// element where it is alone in one, a span otherwise. Pages in French and in English come
// back as they are.
func (p Page) Spoken(page []byte) []byte {
	if p.Lang == p.Lang.Spoken() {
		return page
	}
	var pieces []piece
	z := html.NewTokenizer(bytes.NewReader(page))
	for z.Next() != html.ErrorToken {
		raw := bytes.Clone(z.Raw())
		pieces = append(pieces, piece{Token: z.Token(), raw: raw})
	}
	within := map[string]int{}
	for i := range pieces {
		one := &pieces[i]
		switch {
		case mute[one.Data] && one.Type == html.StartTagToken:
			within[one.Data]++
		case mute[one.Data] && one.Type == html.EndTagToken:
			within[one.Data]--
		case one.Type == html.TextToken && p.inEnglish(one.Data):
			alone := i > 0 && i+1 < len(pieces) && pieces[i-1].Type == html.StartTagToken && pieces[i+1].Type == html.EndTagToken
			switch {
			case alone && !pieces[i-1].has("lang"):
				pieces[i-1].raw = append(bytes.TrimSuffix(pieces[i-1].raw, []byte(">")), ` lang="en">`...)
			case !alone && within["svg"]+within["title"]+within["option"] == 0:
				one.raw = []byte(`<span lang="en">` + string(one.raw) + `</span>`)
			}
		}
	}
	var out bytes.Buffer
	for _, one := range pieces {
		out.Write(one.raw)
	}
	return out.Bytes()
}

// piece is a part of a page, as it was written.
type piece struct {
	html.Token
	raw []byte
}

func (p piece) has(key string) bool {
	for _, a := range p.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

func (p Page) inEnglish(text string) bool {
	text = plainly(text)
	return text != "" && (p.english[text] || englishDate.MatchString(text))
}

// plainly is a text without what a template may set round it.
func plainly(text string) string {
	return strings.TrimRight(strings.Trim(strings.Join(strings.Fields(text), " "), "(),;: "), ".")
}
