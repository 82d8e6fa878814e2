package draw_test

import (
	"testing"

	"vigie/internal/chart/draw"
)

// BenchmarkDraw draws each example, alone and two at once.
func BenchmarkDraw(b *testing.B) {
	for _, example := range examples(b) {
		b.Run(example.Name, func(b *testing.B) {
			d := drawer(b, draw.Config{})
			mustDraw(b, d, example) // compiles
			for b.Loop() {
				mustDraw(b, d, example)
			}
		})
	}
	b.Run("two at once", func(b *testing.B) {
		d := drawer(b, draw.Config{Workers: 2})
		example := examples(b)[0]
		mustDraw(b, d, example)
		b.RunParallel(func(pb *testing.PB) {
			for pb.Next() {
				mustDraw(b, d, example)
			}
		})
	})
}

// BenchmarkCached finds a drawing in the cache and rewrites it for a page.
func BenchmarkCached(b *testing.B) {
	d := drawer(b, draw.Config{Cache: b.TempDir()})
	example := examples(b)[0]
	mustDraw(b, d, example)
	for b.Loop() {
		mustDraw(b, d, example)
	}
}
