// Package markup reads the words of web pages that come from outside: bytes in
// any encoding become a page, a page becomes plain texts and tables of texts.
//
//	page, err := markup.Page(body, "utf-8")
//	for _, table := range markup.Tables(page.Find("main")) {
//		table.Rows[0] // the texts of its first row
//	}
//
// Promises: no script, no style, nothing that is hidden or struck out ends up in a
// text, and no mark of a note in a number or a name; words that a page shows apart
// are apart; texts are in one Unicode form (NFC); a page nested too deep is refused; nothing here
// follows a link or runs anything.
package markup

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/unicode/norm"

	"vigie/internal/tabular"
)

// Page reads a page. The charset is the one that was told for it, which its own
// bytes may belie; see tabular.Decoded.
func Page(r io.Reader, charset string) (*goquery.Document, error) {
	text, err := tabular.Decoded(r, charset)
	if err != nil {
		return nil, fmt.Errorf("reading a page: %w", err)
	}
	page, err := goquery.NewDocumentFromReader(text)
	if err != nil {
		return nil, fmt.Errorf("reading a page: %w", err)
	}
	return page, nil
}

// Words gives the text of elements as it is seen: one space between words,
// nothing of scripts, styles and hidden elements.
func Words(s *goquery.Selection) string {
	var b strings.Builder
	for _, n := range s.Nodes {
		write(&b, n)
		b.WriteByte(' ')
	}
	return Plain(b.String())
}

// Plain puts one space between words and takes away what has no width.
func Plain(s string) string {
	return norm.NFC.String(strings.Join(strings.Fields(strings.Map(visible, s)), " "))
}

func visible(r rune) rune {
	switch {
	case r == '\u00ad', unicode.Is(unicode.Cf, r): // soft hyphens, zero widths, directions
		return -1
	case unicode.IsControl(r):
		return ' '
	}
	return r
}

func write(b *strings.Builder, n *html.Node) {
	switch n.Type {
	case html.TextNode:
		b.WriteString(n.Data)
		return
	case html.ElementNode:
		if unseen(n) {
			return
		}
		if text := plainOf(n); text != "" && (n.DataAtom == atom.Sup || n.DataAtom == atom.Sub) {
			b.WriteString(raised(strings.TrimRightFunc(b.String(), unicode.IsSpace), text, n.DataAtom))
			return
		}
	}
	apart := n.Type == html.ElementNode && !inline[n.DataAtom]
	if apart {
		b.WriteByte(' ')
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		write(b, c)
	}
	if apart {
		b.WriteByte(' ')
	}
}

// inline are the elements that do not part words.
var inline = map[atom.Atom]bool{
	0: true, atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Cite: true, atom.Code: true,
	atom.Data: true, atom.Dfn: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Ins: true, atom.Kbd: true,
	atom.Label: true, atom.Mark: true, atom.Q: true, atom.Samp: true, atom.Small: true, atom.Span: true,
	atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Time: true, atom.U: true, atom.Var: true, atom.Wbr: true,
}
