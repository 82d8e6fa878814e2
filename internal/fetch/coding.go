package fetch

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"
)

// zstdWindow is the memory that a zstd document may ask for (RFC 9659).
const zstdWindow = 8 << 20

// decompress undoes content codings (RFC 9110 § 8.4.1; the last one first).
func decompress(coding string, r io.Reader) (io.ReadCloser, error) {
	codings := strings.Split(coding, ",")
	if len(codings) > 2 {
		return nil, fmt.Errorf("%d codings one over another", len(codings))
	}
	out := io.NopCloser(r)
	for _, c := range slices.Backward(codings) {
		var err error
		if out, err = undo(strings.ToLower(strings.TrimSpace(c)), out); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func undo(coding string, r io.ReadCloser) (io.ReadCloser, error) {
	switch coding {
	case "", "identity":
		return r, nil
	case "gzip", "x-gzip":
		return gzip.NewReader(r)
	case "deflate":
		return zlib.NewReader(r)
	case "br":
		return io.NopCloser(brotli.NewReader(r)), nil
	case "zstd":
		z, err := zstd.NewReader(r, zstd.WithDecoderMaxWindow(zstdWindow), zstd.WithDecoderConcurrency(1),
			zstd.WithDecoderLowmem(true))
		if err != nil {
			return nil, err
		}
		return z.IOReadCloser(), nil
	}
	return nil, fmt.Errorf("the coding %q is unknown", coding)
}
