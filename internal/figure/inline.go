package figure

import (
	"strings"

	"vigie/internal/value/lang"
)

// Inline is a run of words, or a figure among words. Sentences made from numbers
// are lists of inlines, so that no number in them loses its proof.
type Inline struct {
	Text   string
	Figure *Figure
}

// Words makes an inline of words.
func Words(s string) Inline { return Inline{Text: s} }

// Quote makes an inline of a figure.
func Quote(f Figure) Inline { return Inline{Figure: &f} }

// Plain writes inlines as plain text.
func Plain(l lang.Lang, parts []Inline) string {
	var b strings.Builder
	for _, p := range parts {
		if p.Figure != nil {
			b.WriteString(p.Figure.Text(l))
			continue
		}
		b.WriteString(p.Text)
	}
	return b.String()
}
