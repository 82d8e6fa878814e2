// Package schema gives the JSON Schemas of the records of a site: keys, types and words, for editors that complete and
// check while one types. What the program asks of every site is written down in base/, which
// package format makes out of the types of package record; the words of the site at hand are put in their places here.
//
//	text, err := schema.Of(record.Organisations, read.Words())
//
// Promises: pure; a list that the site does not have takes any word, as reading does.
package schema

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"

	"vigie/internal/record"
)

//go:embed base
var base embed.FS

// Kinds lists the kinds of records that have a schema: all of them, and the file of corrections.
func Kinds() []record.Kind { return append(record.Kinds(), record.Corrections) }

// File is the path of the schema of a kind, from the root of a project.
func File(k record.Kind) string { return "doc/schemas/" + string(k) + ".json" }

// Of gives the schema of a kind, with the words of a site.
func Of(k record.Kind, words record.Words) ([]byte, error) {
	text, err := base.ReadFile("base/" + string(k) + ".json")
	if err != nil {
		return nil, fmt.Errorf("reading the schema of %s: %w", k, err)
	}
	return Filled(text, words), nil
}

// Place stands in a schema of base/ where the words of a list are allowed.
func Place(l record.List) []any { return []any{"@" + string(l)} }

// place is the one item of an "enum", on lines of its own.
var place = regexp.MustCompile(`"enum": \[\n( +)"@([a-z-]+)"\n +\]`)

// Filled puts words in their places.
func Filled(text []byte, words record.Words) []byte {
	return place.ReplaceAllFunc(text, func(found []byte) []byte {
		parts := place.FindSubmatch(found)
		list := record.List(parts[2])
		if !words.Declared(list) {
			return []byte(`"type": "string"`)
		}
		var codes []string
		for _, id := range words.IDs(list) {
			code, _ := json.Marshal(id) // a text always has a form in JSON
			codes = append(codes, string(code))
		}
		one := append([]byte(`"@`), append(parts[2], '"')...)
		return bytes.Replace(found, one, []byte(strings.Join(codes, ",\n"+string(parts[1]))), 1)
	})
}
