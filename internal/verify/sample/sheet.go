package sample

import (
	"fmt"
	"io"
	"strings"

	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/verify"
)

// Sample is what was drawn, with what drew it.
type Sample struct {
	Seed  string    `json:"seed"`
	AsOf  cal.Day   `json:"as_of"`
	Lang  lang.Lang `json:"lang"`
	Asked int       `json:"asked"` // how many were asked for
	Items []Item    `json:"items"`
}

// Item is one thing that was drawn: what is published, its chain, and room for what a
// second reader finds.
type Item struct {
	Number  int            `json:"number"`
	Stratum verify.Stratum `json:"stratum"`
	Pages   []string       `json:"pages,omitempty"` // on which it stands, when a built site was read
	Chain   verify.Chain   `json:"chain"`
	Mark    Mark           `json:"mark"`
	Remark  string         `json:"remark"`
}

// title and heading are lines of a sheet that a count reads back.
const (
	title   = "# Second reading: %d drawn with seed %s, as of %s"
	heading = "## %d. %s"
	marking = "- mark:"
	remarks = "- remark:"
	fence   = "```"
)

// mostPages is how many pages are named for one thing that was drawn.
const mostPages = 8

// Command is what draws the sample again from the same data.
func (s Sample) Command() string {
	return fmt.Sprintf("vigie sample --seed %s --count %d --as-of %s --lang %s", s.Seed, s.Asked, s.AsOf, s.Lang)
}

// Markdown writes the sheet that a person fills in.
func (s Sample) Markdown(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, title+"\n\nDrawn with `%s`. Read each again in its source, and give it one mark:\n\n", len(s.Items),
		s.Seed, s.AsOf, s.Command())
	for _, m := range Marks() {
		fmt.Fprintf(&b, "- `%s`: %s\n", m, m.Meaning())
	}
	fmt.Fprintf(&b,
		"\nA mark that is not `%s` wants a remark: what was found, and where. Then count: `vigie sample --tally FILE`.\n",
		Confirmed)
	for _, item := range s.Items {
		fmt.Fprintf(&b, "\n"+heading+"\n\n**%s** (%s)\n", item.Number, item.Chain.ID, item.Chain.Text, item.Stratum)
		if len(item.Pages) > 0 {
			fmt.Fprintf(&b, "\nOn %s.\n", pages(item.Pages))
		}
		fmt.Fprintf(&b, "\n%stext\n%s%s\n\n%s\n%s\n", fence, item.Chain.Outline(""), fence, marking, remarks)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// Text writes the sample to be read on a terminal.
func (s Sample) Text(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%d drawn with seed %s, as of %s\n", len(s.Items), s.Seed, s.AsOf)
	for _, item := range s.Items {
		fmt.Fprintf(&b, "\n%d. %s\n", item.Number, item.Stratum)
		if len(item.Pages) > 0 {
			fmt.Fprintf(&b, "on %s\n", pages(item.Pages))
		}
		b.WriteString(item.Chain.Outline(""))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// pages names the first pages of a list, and how many more there are.
func pages(all []string) string {
	if len(all) <= mostPages {
		return strings.Join(all, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(all[:mostPages], ", "), len(all)-mostPages)
}
