package fetch_test

import (
	"fmt"
	"os"
	"testing"
	"time"

	"vigie/internal/fetch"
)

// BenchmarkFetchLarge fetches 64 MB from this machine: over the wire, to the disk,
// digested, its charset known.
func BenchmarkFetchLarge(b *testing.B) {
	const size = 64 << 20
	for _, coding := range []string{"plain", "gzip", "zstd"} {
		b.Run(coding, func(b *testing.B) {
			page := large(size)
			if coding != "plain" {
				page = coded(coding, "text/csv; charset=utf-8", lines(size))
			}
			s := play(b, pages{"/liste.csv": page})
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				v, err := s.Get(b.Context(), fetch.Request{URL: s.URL + "/liste.csv", MaxBytes: size, Timeout: time.Minute})
				if err != nil || v.Size != size {
					b.Fatal(v, err)
				}
				os.Remove(v.File)
			}
		})
	}
}

// BenchmarkFetchSmall is what one page costs besides the network.
func BenchmarkFetchSmall(b *testing.B) {
	s := play(b, pages{"/page": says("text/html; charset=utf-8", "<!doctype html><p>Services qualifiés</p>")})
	for b.Loop() {
		v, err := s.Get(b.Context(), fetch.Request{URL: s.URL + "/page"})
		if err != nil {
			b.Fatal(err)
		}
		os.Remove(v.File)
	}
}

// lines are so many bytes of a table, no two lines the same.
func lines(size int) string {
	out := make([]byte, 0, size+64)
	for i := 0; len(out) < size; i++ {
		out = fmt.Appendf(out, "2026-%02d-%02d;marché %d;%d,67\n", i%12+1, i%28+1, i, i*7919%1_000_003)
	}
	return string(out[:size])
}
