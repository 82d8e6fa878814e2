package problem

import (
	"io/fs"
	"strings"
	"unicode"
)

// excerpts gives lines of files; it keeps the last file, since problems come
// sorted by file.
type excerpts struct {
	files fs.FS
	name  string
	lines []string
}

func (e *excerpts) line(name string, n int) string {
	if e.files == nil || n < 1 {
		return ""
	}
	if e.name != name {
		content, err := fs.ReadFile(e.files, name)
		if err != nil {
			content = nil
		}
		e.name, e.lines = name, strings.Split(string(content), "\n")
	}
	if n > len(e.lines) {
		return ""
	}
	return strings.TrimRight(e.lines[n-1], "\r")
}

// A long line is cut round what is meant, so that it stays on the screen.
const (
	widest = 110
	before = 30
)

// window cuts a line round a column and draws a caret and its underline below.
func window(line string, col, length int) (shown, caret string) {
	runes := []rune(strings.Map(plain, line))
	at := min(max(0, col-1), len(runes))
	length = max(1, min(length, len(runes)-at))
	from := 0
	if len(runes) > widest && at > before {
		from = at - before
	}
	to := min(len(runes), from+widest)
	shown = string(runes[from:to])
	at -= from
	if from > 0 {
		shown, at = "…"+shown, at+1
	}
	if to < len(runes) {
		shown += "…"
	}
	length = min(length, widest-before)
	return shown, strings.Repeat(" ", at) + "^" + strings.Repeat("~", length-1)
}

// plain keeps control characters and tabs from moving the caret, and what turns the
// direction of writing from showing another line than there is.
func plain(r rune) rune {
	if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
		return ' '
	}
	return r
}
