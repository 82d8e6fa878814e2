package recipe_test

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"vigie/internal/record"
)

// The example of doc/sources.md gives what the page says.
func TestTheExampleOfTheDocumentationIsTrue(t *testing.T) {
	page, err := os.ReadFile("../../../doc/sources.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(page), "## Write a recipe")
	block := func(language string) []byte {
		m := regexp.MustCompile("(?s)```" + language + "\n(.*?)```").FindStringSubmatch(section)
		if m == nil {
			t.Fatalf("doc/sources.md has no example in %s", language)
		}
		return []byte(m[1])
	}
	var source record.Source
	loader, err := yaml.NewLoader(bytes.NewReader(block("yaml")), yaml.WithKnownFields())
	if err != nil {
		t.Fatal(err)
	}
	if err := loader.Load(&source); err != nil {
		t.Fatal(err)
	}
	got := read(t, *source.Collect.Recipe, block("csv"))
	shown := string(block("text"))
	if len(got.rows) != 2 || len(got.remarks.Bad) != 1 || got.remarks.Rows != 3 {
		t.Errorf("gives\n%s", written(got))
	}
	for _, row := range got.rows {
		for _, cell := range append(row.Cells, row.At) {
			if !strings.Contains(shown, strings.TrimSuffix(cell, "0")) { // 1234.50 is shown as 1234.5
				t.Errorf("the page does not show %q", cell)
			}
		}
	}
	for _, left := range got.remarks.Unread {
		if !strings.Contains(shown, left.What) {
			t.Errorf("the page does not show that %q is left", left.What)
		}
	}
	if !strings.Contains(shown, got.remarks.Bad[0].Wanted) {
		t.Errorf("the page does not show what is wanted: %s", got.remarks.Bad[0].Wanted)
	}
}
