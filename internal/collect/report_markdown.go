package collect

import (
	"fmt"
	"io"
	"strings"

	"vigie/internal/value/inert"
	"vigie/internal/value/lang"
)

// mostLines is how many changes the report of a proposed change shows in all: a
// forge refuses a longer text.
const mostLines = 150

// Markdown writes the report as the text of a proposed change: what differs in the
// data, in words.
func (r Report) Markdown(w io.Writer, l lang.Lang) error {
	t := composer{l, wordsIn(l), inert.Markdown}
	var b strings.Builder
	fmt.Fprintf(&b, "## "+t.title[r.Mode]+"\n\n", r.Day.Text(l))
	fmt.Fprintf(&b, "| %s | %s |\n|---|---|\n", t.source, t.outcome)
	for _, o := range r.Sources {
		summary := t.summary(o)
		if o.Status.Wrong() {
			summary = "**" + t.look + "**" + t.colon + summary
		}
		fmt.Fprintf(&b, "| %s | %s |\n", t.safe(o.Source), summary)
	}
	room := mostLines
	for _, o := range r.Sources {
		t.section(&b, o, &room)
	}
	if end := t.end(r); end != "" {
		b.WriteString("\n" + end)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// section is what there is to say of one source; nothing when all is as it was.
func (t composer) section(b *strings.Builder, o Outcome, room *int) {
	reasons, notes := t.reasons(o), t.notes(o)
	if len(reasons)+len(notes)+len(o.Changes)+len(o.Reread) == 0 {
		return
	}
	fmt.Fprintf(b, "\n### %s (%s)\n\n", t.quote(o.Title), t.safe(o.Source))
	list := func(margin string, lines []string) {
		for _, line := range lines {
			b.WriteString(margin + "- " + line + "\n")
		}
	}
	list("", reasons)
	list("", within(room, t.changes(o, o.Changes)))
	if len(o.Reread) > 0 {
		list("", []string{t.reread})
		list("  ", within(room, t.changes(o, o.Reread)))
	}
	list("", notes)
}

// within keeps the lines for which there is room.
func within(room *int, lines []string) []string {
	if len(lines) > *room {
		lines = append(lines[:*room:*room], "…")
	}
	*room = max(0, *room-len(lines))
	return lines
}
