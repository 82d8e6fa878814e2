package corpus_test

import (
	"strings"
	"testing"
)

// Whatever a file holds, reading ends, and reports problems with a place inside
// the file.
func FuzzReading(f *testing.F) {
	f.Add(series)
	f.Add("title: {fr: a, en: [b]}\nobservations: {a: b}\n")
	f.Add("? [a]\n: b\n")
	f.Add("a: &a [*a]\n--- !!set\n? x\n")
	f.Add("observations:\n  - &x {period: !!int 12, <<: *x}\n")
	f.Add("[\n")
	f.Add("---\n")
	f.Fuzz(func(t *testing.T, content string) {
		_, found := load(t, map[string]string{"series/orders.yaml": content})
		lines := strings.Count(content, "\n") + 1
		for _, p := range found {
			if p.Line < 1 || p.Line > lines || p.Col < 1 {
				t.Errorf("placed at %s of a file of %d lines: %s", p.Place, lines, p.Message)
			}
		}
	})
}
