package readers_test

import (
	"context"
	"strings"
	"testing"

	"vigie/internal/collect"
	"vigie/internal/collect/recipe"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// Whatever a reader reads, what comes in its place is named, with what to do.
func TestEveryReaderNamesADocumentOfAnotherForm(t *testing.T) {
	all := goReaders(t)
	for format, rows := range map[string]string{"csv": "", "xlsx": "", "table": "", "html": "li", "json": "/*"} {
		from := map[string]string{"html": "b", "json": "/b"}[format]
		if from == "" {
			from = "b"
		}
		r, err := recipe.Reader("essai", record.Recipe{Format: format, Rows: rows, Key: []string{"a"},
			Fields: []record.RecipeField{{Name: "a", Label: lang.Text{FR: "Essai", EN: "Test"}, From: from, As: "text"}}})
		if err != nil {
			t.Fatal(err)
		}
		r.Name += " " + format
		all = append(all, r)
	}
	for _, r := range all {
		for document, want := range map[string]string{
			"\x1f\x8b\x08xxxx":                         "it is a packed file (gzip or the like), where ",
			"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1xxxxxxxx": "it is an old workbook (XLS), or one under a password, where ",
			"PK\x03\x04 word/document.xml":             "it is a text or a presentation (DOCX, PPTX), where ",
			"\x89PNG\r\n\x1a\nxxxx":                    "it is an image, where ",
		} {
			rows := 0
			err := readOne(r, document, func(collect.Row) error { rows++; return nil })
			if err == nil || !strings.HasPrefix(err.Error(), want) || !strings.Contains(err.Error(), " is wanted: ") || rows > 0 {
				t.Errorf("%s: %v, want %q", r.Name, err, want)
			}
			if r.Follow != nil {
				if _, err := r.Follow(t.Context(), docOf(document)); err == nil || !strings.HasPrefix(err.Error(), want) {
					t.Errorf("%s, where it leads: %v", r.Name, err)
				}
			}
		}
	}
}

func docOf(text string) collect.Document {
	return collect.Document{URL: "https://essai.example/?q=123456782", Size: int64(len(text)), Body: strings.NewReader(text)}
}

// readOne reads one document.
func readOne(r collect.Reader, text string, emit func(collect.Row) error) error {
	if r.ReadAll == nil {
		_, err := r.Read(context.Background(), docOf(text), emit)
		return err
	}
	_, err := r.ReadAll(context.Background(), func(yield func(int, collect.Document) bool) { yield(0, docOf(text)) }, emit)
	return err
}
