package edition

import (
	"fmt"
	"io"
	"strings"

	"vigie/internal/value/inert"
	"vigie/internal/value/lang"
)

// words say each type to those who work on the data.
func (t Type) words() string {
	switch t {
	case New:
		return "New"
	case Revised:
		return "Revised by the source"
	case Correction:
		return "Corrected: we had it wrong"
	case Method:
		return "Method: we count otherwise"
	case Perimeter:
		return "Perimeter: who or what is counted changed"
	case NoLongerListed:
		return "No longer listed by the source"
	case Withdrawn:
		return "Withdrawn"
	case Wording:
		return "Wording"
	case ReadAgain:
		return "Read again"
	case Time:
		return "Time alone"
	}
	return "Undeclared: nothing says why"
}

// WriteText lists changes for a terminal, grouped by type.
func WriteText(w io.Writer, changes []Change) error {
	var b strings.Builder
	each(changes, func(t Type, list []Change) {
		fmt.Fprintf(&b, "%s (%d)\n", t.words(), len(list))
		for _, c := range list {
			fmt.Fprintf(&b, "  %s%s\n", c.subject(), c.step(" → "))
			for _, line := range c.why() {
				fmt.Fprintf(&b, "      %s\n", line)
			}
		}
	})
	if len(changes) == 0 {
		b.WriteString("nothing changed\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// mostOfMarkdown is how many bytes WriteMarkdown writes at most, but for a line for each
// type: forges refuse a comment of more than 65,536 characters.
const mostOfMarkdown = 50_000

// WriteMarkdown lists changes for the discussion of a proposed change, as many as fit in
// one comment of a forge; it says how many more there are. No text of the data is markup.
func WriteMarkdown(w io.Writer, changes []Change) error {
	var b strings.Builder
	if len(changes) == 0 {
		b.WriteString("No published value changes.\n")
	}
	each(changes, func(t Type, list []Change) {
		fmt.Fprintf(&b, "### %s (%d)\n\n| what | was | is | why |\n| --- | --- | --- | --- |\n", t.words(), len(list))
		for i, c := range list {
			row := fmt.Sprintf("| `%s` | %s | %s | %s |\n", code(c.subject()), cell(c.Was.Text.EN), cell(c.Now.Text.EN),
				cell(strings.Join(c.why(), "; ")))
			if b.Len()+len(row) > mostOfMarkdown {
				fmt.Fprintf(&b, "| … and %d more: `vigie diff` lists them | | | |\n", len(list)-i)
				break
			}
			b.WriteString(row)
		}
		b.WriteString("\n")
	})
	_, err := io.WriteString(w, b.String())
	return err
}

// each goes through changes type by type, in the order of Types.
func each(changes []Change, visit func(Type, []Change)) {
	for _, t := range Types() {
		var list []Change
		for _, c := range changes {
			if c.Type == t {
				list = append(list, c)
			}
		}
		if len(list) > 0 {
			visit(t, list)
		}
	}
}

// subject names what changed.
func (c Change) subject() string {
	name := c.Target
	if c.Key != "" && c.Key != "value" {
		name += " " + c.Key
	}
	if c.Count > 1 {
		name += fmt.Sprintf(" (%d)", c.Count)
	}
	return name
}

// step writes what it was and what it is.
func (c Change) step(arrow string) string {
	if c.Was.IsZero() && c.Now.IsZero() {
		return ""
	}
	return ": " + spoken(c.Was) + arrow + spoken(c.Now)
}

func spoken(t Value) string {
	if t.IsZero() {
		return "nothing"
	}
	return within(t.Text.In(lang.EN), 100)
}

// why gives the reasons, one a line.
func (c Change) why() []string {
	var out []string
	if !c.Reason.IsZero() {
		out = append(out, strings.Join(strings.Fields(c.Reason.EN), " "))
	}
	if c.Cause != "" {
		out = append(out, "declared in data/changes/"+c.Cause+".yaml")
	}
	if len(c.Because) > 0 {
		out = append(out, "because of "+some(c.Because))
	}
	return out
}

// cell is a short text in a table in Markdown, in which nothing is markup.
func cell(text string) string { return inert.Markdown(within(text, 300)) }

// code is a text between two backticks in such a table.
func code(text string) string {
	return strings.NewReplacer("`", "'", "|", "\u2502").Replace(inert.Visible(within(text, 200)))
}

// within is a text on one line, of so many characters at most.
func within(text string, most int) string {
	text = strings.Join(strings.Fields(text), " ")
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}
