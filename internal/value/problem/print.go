package problem

import (
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// paint is the colours of a terminal; empty strings when there is none.
type paint struct{ bold, red, yellow, blue, dim, off string }

func painted(color bool) paint {
	if !color {
		return paint{}
	}
	return paint{bold: "\x1b[1m", red: "\x1b[1;31m", yellow: "\x1b[1;33m", blue: "\x1b[36m", dim: "\x1b[2m",
		off: "\x1b[0m"}
}

// Print writes problems for a person: place, message, the line with a caret
// under what is meant, and the hint. The files are read again for their lines;
// one that cannot be read only loses its excerpt.
func Print(w io.Writer, problems List, files fs.FS, color bool) error {
	p := painted(color)
	lines := excerpts{files: files}
	var b strings.Builder
	for _, one := range problems {
		severity := p.red
		if one.Severity == Warning {
			severity = p.yellow
		}
		fmt.Fprintf(&b, "%s%s:%s %s%s:%s %s %s[%s]%s\n", p.bold, one.Place, p.off,
			severity, one.Severity, p.off, one.Message, p.dim, one.Rule, p.off)
		lines.show(&b, one.Place, severity, p.off)
		for _, other := range one.Also {
			fmt.Fprintf(&b, "    %sand:%s %s%s%s\n", p.blue, p.off, p.bold, other, p.off)
			lines.show(&b, other, severity, p.off)
		}
		if one.Hint != "" {
			fmt.Fprintf(&b, "    %shint:%s %s\n", p.blue, p.off, strings.ReplaceAll(one.Hint, "\n", "\n    "))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// show writes the line of a place, with a caret under what is meant.
func (e *excerpts) show(b *strings.Builder, at Place, paint, off string) {
	if line := e.line(at.File, at.Line); line != "" {
		shown, caret := window(line, at.Col, at.Len)
		fmt.Fprintf(b, "    %s\n    %s%s%s\n", shown, paint, caret, off)
	}
}

// String is the place as editors and terminals open it: file, line and column.
func (p Place) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Col == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
}

// String is the problem in one line, as Print starts it.
func (p Problem) String() string {
	return fmt.Sprintf("%s: %s: %s [%s]", p.Place, p.Severity, p.Message, p.Rule)
}

// PrintJSON writes problems for programs: one array, an empty one when all is well.
func PrintJSON(w io.Writer, problems List) error {
	if problems == nil {
		problems = List{}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(problems)
}

// Total says in words how many errors and warnings there are.
func (l List) Total() string {
	errors := l.Errors()
	warnings := len(l) - errors
	switch {
	case errors == 0 && warnings == 0:
		return "no problem"
	case errors == 0:
		return "no error, " + counted(warnings, "warning")
	case warnings == 0:
		return counted(errors, "error")
	}
	return counted(errors, "error") + ", " + counted(warnings, "warning")
}

func counted(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
