package corpus

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"reflect"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"vigie/internal/corpus/upgrade"
	"vigie/internal/record"
	"vigie/internal/record/shape"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
	"vigie/internal/value/tree"
)

// The rules of form that reading applies; package check explains each of them.
const (
	RuleFile       = "file-form"
	RuleSyntax     = "yaml-syntax"
	RuleIdentifier = "identifier"
	RuleUnknown    = "unknown-key"
	RuleDuplicate  = "duplicate-key"
	RuleMissing    = "missing-key"
	RuleType       = "value-form"
	RuleClosed     = "closed-list"
	RuleLanguages  = "both-languages"
)

// reading is what one file gave.
type reading struct {
	record   reflect.Value
	spots    []spot
	problems problem.List
}

func readFile(fsys fs.FS, f file, shapes shape.Set, languages lang.Languages, steps []upgrade.Step) (reading, error) {
	content, err := fs.ReadFile(fsys, f.path)
	if err != nil {
		return reading{}, err
	}
	v := reflect.New(shape.Of(f.kind)).Elem()
	v.FieldByName("Head").Addr().Interface().(*record.Head).ID = f.id()
	d := &decoding{file: f.path, shapes: shapes, languages: languages, former: func(key string) bool {
		_, ok := upgrade.Former(steps, f.kind, key)
		return ok
	}}
	if root := d.parse(content); root != nil {
		d.remember("", root, root)
		d.decode(root, v, "", shape.Field{})
	}
	return reading{v, d.sortedSpots(), d.problems}, nil
}

// parse gives the root of the only document of a file, or nil with a problem.
func (d *decoding) parse(content []byte) *yaml.Node {
	if fault := tree.TooLarge(d.file, int64(len(content))); fault != nil {
		d.report(problem.Place{Line: 1, Col: 1}, RuleFile, fault.What, fault.Mend)
		return nil
	}
	if line, fault, hint := malformed(content); fault != "" {
		d.report(problem.Place{Line: line, Col: 1}, RuleFile, fault, hint)
		return nil
	}
	d.end = endOf(content)
	loader, err := yaml.NewLoader(bytes.NewReader(content))
	if err != nil {
		d.syntax(err)
		return nil
	}
	var document, second yaml.Node
	switch err := loader.Load(&document); {
	case errors.Is(err, io.EOF):
		d.report(problem.Place{Line: 1, Col: 1}, RuleFile, "the file is empty", "a record is withdrawn, never emptied")
		return nil
	case err != nil:
		d.syntax(err)
		return nil
	}
	switch err := loader.Load(&second); {
	case err == nil:
		d.report(problem.Place{Line: second.Line, Col: 1}, RuleFile, "a second document starts here",
			"one record per file: remove the line ---")
	case !errors.Is(err, io.EOF):
		d.syntax(err)
	}
	if document.Kind != yaml.DocumentNode || len(document.Content) == 0 {
		d.report(problem.Place{Line: 1, Col: 1}, RuleFile, "the file is empty", "a record is withdrawn, never emptied")
		return nil
	}
	return document.Content[0]
}

func malformed(content []byte) (line int, fault, hint string) {
	switch {
	case bytes.HasPrefix(content, []byte("\xef\xbb\xbf")):
		return 1, "the file starts with a byte order mark", "save it as UTF-8 without BOM"
	case !utf8.Valid(content):
		return lineOf(content, firstInvalid(content)), "the file is not in UTF-8",
			"save it as UTF-8; it is probably in Latin-1 or Windows-1252"
	}
	if i := bytes.IndexByte(content, '\t'); i >= 0 {
		return lineOf(content, i), "the file holds a tab character", "indent with two spaces"
	}
	if i := bytes.IndexByte(content, '\r'); i >= 0 {
		return lineOf(content, i), "the lines end in the Windows way", "save it with Unix line ends (LF)"
	}
	if i, name := lang.Hidden(string(content)); i >= 0 {
		return lineOf(content, i), "the file holds the character " + name + ", which nobody sees", hiddenHint
	}
	return 0, "", ""
}

// hiddenHint is how to mend a character that nobody sees.
const hiddenHint = "take it away, or write in its place what is meant to be read"

func firstInvalid(content []byte) int {
	for i := 0; i < len(content); {
		r, size := utf8.DecodeRune(content[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return 0
}

// endOf is the place just after the last character that is not blank.
func endOf(content []byte) problem.Place {
	text := bytes.TrimRight(content, " \n")
	last := text[bytes.LastIndexByte(text, '\n')+1:]
	return problem.Place{Line: 1 + bytes.Count(text, []byte("\n")), Col: 1 + utf8.RuneCount(last)}
}

func lineOf(content []byte, offset int) int { return 1 + bytes.Count(content[:offset], []byte("\n")) }

// syntax reports what the YAML library could not read, at the place it names.
func (d *decoding) syntax(err error) {
	var fault *yaml.LoadError
	if !errors.As(err, &fault) {
		d.report(problem.Place{Line: 1, Col: 1}, RuleSyntax, err.Error(), "")
		return
	}
	at, message := fault.Mark, fault.Message
	if fault.ContextMsg != "" {
		message += " " + fault.ContextMsg
	}
	if c := fault.ContextMark; c.Line > 0 && c.Line != at.Line {
		message += fmt.Sprintf(" that starts in line %d", c.Line)
	}
	place := problem.Place{Line: max(1, at.Line), Col: max(1, at.Column)}
	d.report(place, RuleSyntax, message,
		"text that holds « : », « # » or starts with a sign goes between double quotes")
}
