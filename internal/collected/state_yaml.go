package collected

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v4"

	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

const notice = "# Written by vigie collect: a change made by hand is lost.\n"

// written is the state as it stands in its file.
type written struct {
	Source     string            `yaml:"source"`
	Standing   Standing          `yaml:"state"`
	Since      cal.Day           `yaml:"since"`
	Code       string            `yaml:"code"`
	Reason     lang.Text         `yaml:"reason"`
	Reader     string            `yaml:"reader"`
	Version    int               `yaml:"version"`
	Under      string            `yaml:"under"`
	Edition    cal.Date          `yaml:"edition"`
	Documents  []writtenDocument `yaml:"documents"`
	Refused    []writtenDocument `yaml:"refused"`
	Unreadable int               `yaml:"unreadable"`
	Ignored    []Left            `yaml:"ignored"`
	Unread     []Left            `yaml:"unread"`
	Columns    []writtenColumn   `yaml:"columns"`
}

type writtenDocument struct {
	URL    string  `yaml:"url"`
	SHA256 string  `yaml:"sha256"`
	Read   cal.Day `yaml:"read"`
	ByHand bool    `yaml:"by_hand"`
}

type writtenColumn struct {
	Name  string    `yaml:"name"`
	Kind  Kind      `yaml:"kind"`
	Key   bool      `yaml:"key"`
	Title bool      `yaml:"title"`
	Label lang.Text `yaml:"label"`
}

// encodeState writes the state and the columns, key by key, in one order: free
// text between double quotes, so that nothing a source says is ever syntax.
func encodeState(c *Collected) []byte {
	s, b := c.State, &bytes.Buffer{}
	b.WriteString(notice)
	line := func(key, value string) {
		if value != "" {
			fmt.Fprintf(b, "%s: %s\n", key, value)
		}
	}
	line("source", s.Source)
	line("state", string(s.Standing))
	line("since", s.Since.String())
	line("code", s.Code)
	if !s.Reason.IsZero() {
		line("reason", text(s.Reason))
	}
	line("reader", quoted(s.Reader))
	fmt.Fprintf(b, "version: %d\n", s.Version)
	line("under", quoted(s.Under))
	if !s.Edition.IsZero() {
		line("edition", quoted(s.Edition.String()))
	}
	documents(b, "documents", s.Documents)
	documents(b, "refused", s.Refused)
	if s.Unreadable > 0 {
		fmt.Fprintf(b, "unreadable: %d\n", s.Unreadable)
	}
	left(b, "ignored", s.Ignored)
	left(b, "unread", s.Unread)
	b.WriteString("columns:\n")
	for _, col := range c.Columns {
		fmt.Fprintf(b, "  - {name: %s, kind: %s, ", col.Name, col.Kind)
		for _, flag := range []struct {
			name string
			on   bool
		}{{"key", col.Key}, {"title", col.Title}} {
			if flag.on {
				b.WriteString(flag.name + ": true, ")
			}
		}
		fmt.Fprintf(b, "label: %s}\n", text(col.Label))
	}
	return b.Bytes()
}

func documents(b *bytes.Buffer, key string, list []Document) {
	if len(list) == 0 {
		return
	}
	b.WriteString(key + ":\n")
	for _, d := range list {
		fmt.Fprintf(b, "  - url: %s\n    sha256: %s\n    read: %s\n", quoted(d.URL), quoted(d.SHA256), d.Read)
		if d.ByHand {
			b.WriteString("    by_hand: true\n")
		}
	}
}

func left(b *bytes.Buffer, key string, list []Left) {
	if len(list) == 0 {
		return
	}
	b.WriteString(key + ":\n")
	for _, l := range list {
		fmt.Fprintf(b, "  - {what: %s, count: %d}\n", quoted(l.What), l.Count)
	}
}

func text(t lang.Text) string { return "{fr: " + quoted(t.FR) + ", en: " + quoted(t.EN) + "}" }

// quoted writes a double-quoted YAML scalar; what cannot be seen is escaped.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteRune('\\')
			b.WriteRune(r)
		case unicode.IsGraphic(r):
			b.WriteRune(r)
		case r > 0xffff:
			fmt.Fprintf(&b, `\U%08x`, r)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// decodeState reads what encodeState wrote.
func decodeState(src []byte) (State, []Column, error) {
	loader, err := yaml.NewLoader(bytes.NewReader(src), yaml.WithKnownFields(), yaml.WithUniqueKeys())
	if err != nil {
		return State{}, nil, err
	}
	var w written
	if err := loader.Load(&w); err != nil {
		return State{}, nil, err
	}
	s := State{Source: w.Source, Standing: w.Standing, Since: w.Since, Code: w.Code, Reason: w.Reason, Reader: w.Reader,
		Version: w.Version,
		Under:   w.Under, Edition: w.Edition, Unreadable: w.Unreadable, Ignored: w.Ignored, Unread: w.Unread}
	for _, d := range w.Documents {
		s.Documents = append(s.Documents, Document(d))
	}
	for _, d := range w.Refused {
		s.Refused = append(s.Refused, Document(d))
	}
	var columns []Column
	for _, c := range w.Columns {
		columns = append(columns, Column(c))
	}
	return s, columns, nil
}
