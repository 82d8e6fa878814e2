// Package markup reads the words of web pages that come from outside: bytes in
// any encoding become a page, a page becomes plain texts and tables of texts.
//
//	taken := budget.New(ctx, budget.Document())
//	page, err := markup.Page(taken, body, "utf-8")
//	for _, table := range markup.Tables(page.Find("main")) {
//		next := table.Rows(taken) // row by row, cells that span several unfolded
//	}
//
// Promises: no script, no style, nothing that is hidden or struck out, by itself or by
// a style sheet of the page, ends up in a text, and no mark of a note in a number or a name; words
// that a page shows apart are apart; texts are in one Unicode form (NFC); nothing here follows a link or runs
// anything. A page nested too deep, or that takes more than its budget, is refused
// before its tree is made, and the rows of its tables are never held together.
package markup

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/unicode/norm"

	"vigie/internal/collect/read/budget"
	"vigie/internal/value/spelling"
	"vigie/internal/value/tabular"
)

// Page reads a page. The charset is the one that was given for it, which its own
// bytes may belie; see tabular.Decoded.
func Page(taken *budget.Budget, r io.Reader, charset string) (*goquery.Document, error) {
	decoded, err := tabular.Decoded(r, charset)
	if err != nil {
		return nil, fmt.Errorf("reading a page: %w", err)
	}
	text, err := io.ReadAll(taken.Reader(decoded))
	if err != nil {
		return nil, fmt.Errorf("reading a page: %w", err)
	}
	return Parsed(taken, text)
}

// Parsed reads a page, or a piece of one, that is in UTF-8.
func Parsed(taken *budget.Budget, text []byte) (*goquery.Document, error) {
	again, err := weigh(taken, text)
	if err != nil {
		return nil, fmt.Errorf("reading a page: %w", err)
	}
	root, err := treeOf(text, again)
	if err != nil {
		return nil, fmt.Errorf("reading a page: %w", err)
	}
	if err := dress(taken, root); err != nil {
		return nil, fmt.Errorf("reading the styles of a page: %w", err)
	}
	return goquery.NewDocumentFromNode(root), nil
}

func treeOf(text []byte, again int) (*html.Node, error) {
	if again > mostAgain {
		return plainly(text)
	}
	return html.Parse(bytes.NewReader(text))
}

// Words gives the text of elements as it is seen: one space between words,
// nothing of scripts, styles and hidden elements.
func Words(s *goquery.Selection) string {
	return wordsOf(s.Nodes...)
}

// Lines gives the text of elements as Words does, with a line feed between what
// stands one below the other.
func Lines(s *goquery.Selection) string {
	return linesOf(s.Nodes...)
}

func wordsOf(nodes ...*html.Node) string { return Plain(written(nodes)) }

func linesOf(nodes ...*html.Node) string {
	var out []string
	for line := range strings.SplitSeq(written(nodes), "\n") {
		if line = Plain(line); line != "" {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}

func written(nodes []*html.Node) string {
	var b strings.Builder
	for _, n := range nodes {
		write(&b, n)
		b.WriteByte('\n')
	}
	return b.String()
}

// Plain puts one space between words and takes away what has no width.
func Plain(s string) string {
	return norm.NFC.String(spelling.Spaced(strings.Map(visible, s)))
}

func visible(r rune) rune {
	switch {
	case r == '\u00ad', unicode.Is(unicode.Cf, r): // soft hyphens, zero widths, directions
		return -1
	case r >= 0x80 && r <= 0x9f: // a sign of Windows-1252, which package spelling gives back
		return r
	case unicode.IsControl(r):
		return ' '
	}
	return r
}

// blanks are those of a document, which part words and no lines.
var blanks = strings.NewReplacer("\n", " ", "\r", " ", "\f", " ", "\t", " ")

func write(b *strings.Builder, n *html.Node) {
	switch n.Type {
	case html.TextNode:
		b.WriteString(blanks.Replace(n.Data))
		return
	case html.ElementNode:
		if unseen(n) {
			return
		}
		how := level(n)
		if how == 0 && !marksNote(n, b.String()) {
			break
		}
		if text := plainOf(n); text != "" {
			b.WriteString(raised(endOf(b.String()), text, how))
			return
		}
	}
	apart := n.Type == html.ElementNode && !inline[n.DataAtom]
	if apart {
		b.WriteByte('\n')
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		write(b, c)
	}
	if apart {
		b.WriteByte('\n')
	}
}

// endOf is the end of a text, without blanks after it: what a raised word hangs on.
func endOf(text string) string {
	const enough = 64
	text = text[max(0, len(text)-enough):]
	return strings.TrimRightFunc(strings.ToValidUTF8(text, ""), unicode.IsSpace)
}

// inline are the elements that do not part words.
var inline = map[atom.Atom]bool{
	0: true, atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Cite: true, atom.Code: true,
	atom.Data: true, atom.Dfn: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Ins: true, atom.Kbd: true,
	atom.Label: true, atom.Mark: true, atom.Q: true, atom.Samp: true, atom.Small: true, atom.Span: true,
	atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Time: true, atom.U: true, atom.Var: true, atom.Wbr: true,
}
