// Package letter makes requests for access to administrative documents out of the text that the folder of
// data holds (File): ready to be copied, printed and sent, in French since they are addressed to a French
// administration, with blanks for what only the sender knows (name, address, place and date).
//
//	write, found, err := letter.Load(project, "data/letters/request.txt")
//	write(site.LetterAbout{Body: "Direction du numérique", Documents: "le bilan…"})
//
// What comes in is plain text; what goes out is plain text, with the spaces of French typography. The law
// that the text of this project cites is the code of relations between the public and the administration
// (CRPA): doc/decisions says where each rule was read.
package letter

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"vigie/internal/site"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// File is where the text stands in the folder of data.
const File = "letters/request.txt"

// rule is the name under which problems of the text are reported.
const rule = "letter"

// The places of the text that are filled. A line that holds where continues the one before it, and is left
// out when nothing is known of where the documents were looked for.
const (
	body      = "{body}"
	documents = "{documents}"
	searched  = "{searched}"
	where     = "{where}"
)

// Load reads the text of a letter. Without the file there is no letter: nil.
func Load(project fs.FS, file string) (func(site.LetterAbout) string, problem.List, error) {
	raw, err := fs.ReadFile(project, file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, nil
	case err != nil:
		return nil, nil, fmt.Errorf("reading a letter: %w", err)
	}
	text := string(raw)
	var found problem.List
	for _, place := range []string{body, documents} {
		if !strings.Contains(text, place) {
			found = append(found, problem.Problem{Place: problem.Place{File: file, Line: 1}, Rule: rule,
				Message: "the letter has no place " + place, Hint: "write " + place + " where it should stand"})
		}
	}
	if len(found) > 0 {
		return nil, found, nil
	}
	return func(about site.LetterAbout) string { return written(text, about) }, nil, nil
}

func written(text string, about site.LetterAbout) string {
	var lines []string
	for line := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		switch {
		case !strings.Contains(line, where):
			lines = append(lines, line)
		case about.Where != "" && len(lines) > 0:
			lines[len(lines)-1] += " " + line
		}
	}
	text = strings.NewReplacer(body, about.Body, documents, strings.TrimSuffix(about.Documents, "."),
		searched, about.Searched.Text(lang.FR), where,
		strings.TrimSuffix(about.Where, ".")).Replace(strings.Join(lines, "\n"))
	return articles.Replace(lang.Typeset(lang.FR, text)) + "\n"
}

// articles keeps the letter of an article of law with its number.
var articles = strings.NewReplacer("L. ", "L."+lang.NBSP, "R. ", "R."+lang.NBSP)
