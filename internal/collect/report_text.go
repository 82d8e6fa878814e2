package collect

import (
	"fmt"
	"io"
	"strings"

	"vigie/internal/value/inert"
	"vigie/internal/value/lang"
)

// Text writes the report for a terminal.
func (r Report) Text(w io.Writer, l lang.Lang) error {
	t := composer{l, wordsIn(l), inert.Visible}
	var b strings.Builder
	fmt.Fprintf(&b, t.title[r.Mode]+"\n", r.Day.Text(l))
	for _, o := range r.Sources {
		fmt.Fprintf(&b, "\n%s%s%s\n", t.safe(o.Source), t.colon, t.summary(o))
		t.indent(&b, "  ", t.reasons(o))
		t.indent(&b, "  ", t.changes(o, o.Changes))
		if len(o.Reread) > 0 {
			t.indent(&b, "  ", []string{t.reread})
			t.indent(&b, "    ", t.changes(o, o.Reread))
		}
		t.indent(&b, "  ", t.notes(o))
	}
	b.WriteString("\n" + t.end(r))
	_, err := io.WriteString(w, b.String())
	return err
}

func (t composer) indent(b *strings.Builder, margin string, lines []string) {
	for _, line := range lines {
		b.WriteString(margin + line + "\n")
	}
}

// end says whether anything was written.
func (t composer) end(r Report) string {
	switch {
	case !r.News():
		return t.noNews + "\n"
	case r.DryRun:
		return t.dry + "\n"
	}
	return ""
}
