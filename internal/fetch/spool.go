package fetch

import (
	"compress/gzip"
	"compress/zlib"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"mime"
	"net/http"
	"os"
	"slices"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
	"golang.org/x/net/html/charset"
)

// sniffed is how much of a document tells its type and its encoding.
const sniffed = 2048

// spool writes the document to a file, undoing its compression, and measures it.
// It stops at the declared size, counts what came over the wire against what was
// announced, and leaves no file behind when something is wrong.
func (g *guard) spool(ctx context.Context, url string, resp *http.Response) (err error) {
	if g.req.MaxBytes > 0 && resp.ContentLength > g.req.MaxBytes {
		return &Error{Fault: TooLarge, URL: url, Detail: fmt.Sprintf("it announces %d bytes, %d are allowed", resp.ContentLength, g.req.MaxBytes)}
	}
	wire := &counter{r: resp.Body, total: resp.ContentLength, tell: g.req.Progress}
	plain, err := decompress(resp.Header.Get("Content-Encoding"), wire)
	if err != nil {
		return &Error{Fault: BadEncoding, URL: url, Detail: resp.Header.Get("Content-Encoding"), Err: err}
	}
	defer plain.Close()
	file, err := os.CreateTemp(g.f.options.TempDir, "visit-*")
	if err != nil {
		return err
	}
	defer func() {
		file.Close()
		if err != nil {
			os.Remove(file.Name())
		}
	}()
	head := make([]byte, sniffed)
	n, err := io.ReadFull(plain, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return g.broken(url, wire, err)
	}
	head = head[:n]
	if err := g.recognise(url, resp.Header.Get("Content-Type"), head); err != nil {
		return err
	}
	sum := sha256.New()
	out := io.MultiWriter(file, sum)
	if _, err := out.Write(head); err != nil {
		return err
	}
	var rest io.Reader = plain
	if g.req.MaxBytes > 0 {
		rest = io.LimitReader(plain, g.req.MaxBytes-int64(n)+1)
	}
	more, err := io.Copy(out, rest)
	if err != nil {
		if ctx.Err() != nil {
			return blame(url, ctx.Err())
		}
		return g.broken(url, wire, err)
	}
	size := int64(n) + more
	switch {
	case g.req.MaxBytes > 0 && size > g.req.MaxBytes:
		return &Error{Fault: TooLarge, URL: url, Detail: fmt.Sprintf("it goes on past the %d bytes allowed", g.req.MaxBytes)}
	case resp.ContentLength >= 0 && wire.n != resp.ContentLength:
		return &Error{Fault: CutShort, URL: url, Detail: fmt.Sprintf("%d bytes came of %d announced", wire.n, resp.ContentLength)}
	}
	g.visit.File, g.visit.Size, g.visit.SHA256 = file.Name(), size, hex.EncodeToString(sum.Sum(nil))
	return nil
}

// broken tells a cut connection from a compression that cannot be undone.
func (g *guard) broken(url string, wire *counter, err error) error {
	if wire.err != nil && wire.err != io.EOF {
		e := blame(url, wire.err)
		if f := FaultOf(e); f == TimedOut || f == Cancelled {
			return e
		}
		return &Error{Fault: CutShort, URL: url, Detail: "the connection broke", Err: err}
	}
	if wire.total >= 0 && wire.n < wire.total {
		return &Error{Fault: CutShort, URL: url, Detail: fmt.Sprintf("%d bytes came of %d announced", wire.n, wire.total), Err: err}
	}
	return &Error{Fault: BadEncoding, URL: url, Detail: err.Error(), Err: err}
}

// recognise settles media type and charset, and refuses what is not wanted. A
// type that says nothing is settled by the bytes.
func (g *guard) recognise(url, contentType string, head []byte) error {
	media, _, err := mime.ParseMediaType(contentType)
	if err != nil || media == "application/octet-stream" || media == "binary/octet-stream" {
		media, _, _ = mime.ParseMediaType(http.DetectContentType(head))
	}
	seen, _, _ := mime.ParseMediaType(http.DetectContentType(head))
	if len(g.req.Media) > 0 && (!slices.Contains(g.req.Media, media) || seen == "text/html" && !slices.Contains(g.req.Media, "text/html")) {
		return &Error{Fault: WrongType, URL: url, Detail: fmt.Sprintf("it is %s (its bytes look like %s), %s was wanted", media, seen, strings.Join(g.req.Media, " or "))}
	}
	g.visit.Media = media
	if strings.HasPrefix(media, "text/") || strings.HasSuffix(media, "json") || strings.HasSuffix(media, "xml") {
		_, g.visit.Charset, _ = charset.DetermineEncoding(head, contentType)
	}
	return nil
}

// decompress undoes a content coding (RFC 9110 § 8.4.1; several are undone in turn).
func decompress(coding string, r io.Reader) (io.ReadCloser, error) {
	codings := strings.Split(coding, ",")
	out := io.NopCloser(r)
	if len(codings) > 2 {
		return nil, fmt.Errorf("%d codings one over another", len(codings))
	}
	for _, c := range slices.Backward(codings) {
		var err error
		switch strings.ToLower(strings.TrimSpace(c)) {
		case "", "identity":
		case "gzip", "x-gzip":
			out, err = gzip.NewReader(out)
		case "deflate":
			out, err = zlib.NewReader(out)
		case "br":
			out = io.NopCloser(brotli.NewReader(out))
		case "zstd":
			var z *zstd.Decoder
			if z, err = zstd.NewReader(out, zstd.WithDecoderMaxMemory(128<<20), zstd.WithDecoderConcurrency(1)); err == nil {
				out = z.IOReadCloser()
			}
		default:
			err = fmt.Errorf("the coding %q is unknown", c)
		}
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// counter counts what comes over the wire and remembers how it ended.
type counter struct {
	r     io.Reader
	n     int64
	total int64
	err   error
	tell  func(read, total int64)
}

// Read reads and counts.
func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	if err != nil {
		c.err = err
	}
	if c.tell != nil {
		c.tell(c.n, c.total)
	}
	return n, err
}
