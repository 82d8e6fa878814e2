package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"

	"vigie/internal/site/hosting"
)

// Coding is how a compressed file that stands beside another one is written, by the name
// that HTTP has for it.
type Coding string

// The codings that web servers look for beside a file.
const (
	Gzip   Coding = "gzip"
	Brotli Coding = "br"
)

// codings are all of them, with the end that they add to the name of a file.
var codings = []struct {
	coding Coding
	end    string
}{{Brotli, ".br"}, {Gzip, ".gz"}}

// brotliLevel makes pages 7 % shorter than the best gzip in about its time. The next ones
// save less than 1 % for up to eight times the time; the eleventh 19 % for thirty-five times.
const brotliLevel = 5

// of is a file in the coding; the file itself where there is none.
func (c Coding) of(content []byte) ([]byte, error) {
	var b bytes.Buffer
	switch c {
	case Gzip:
		w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
		if err != nil {
			return nil, err
		}
		return written(&b, w, content)
	case Brotli:
		return written(&b, brotli.NewWriterLevel(&b, brotliLevel), content)
	}
	return content, nil
}

func written(b *bytes.Buffer, w io.WriteCloser, content []byte) ([]byte, error) {
	if _, err := w.Write(content); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// beside adds to the texts of an inventory the compressed files that stand beside them.
func (i Inventory) beside() {
	for _, o := range i.listed() {
		if o.Size < shortest || !hosting.IsText(hosting.Media(o.Path)) {
			continue
		}
		for _, c := range codings {
			path := o.Path + c.end
			if _, own := i[path]; !own { // a site may have a file of that name
				i[path] = Object{Path: path, SHA256: o.SHA256, Size: o.Size, Beside: c.coding}
			}
		}
	}
}

// origin is the file of the site that an object is made of.
func (o Object) origin() string {
	for _, c := range codings {
		if o.Beside == c.coding {
			return strings.TrimSuffix(o.Path, c.end)
		}
	}
	return o.Path
}

// DigestOf is the SHA-256 of bytes, as an Object has it.
func DigestOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// mostKept is how many bytes a plan keeps of what it compressed, so that sending it needs
// not do it again. The real site needs a third of it.
const mostKept = 128 << 20

// pressed is what was compressed to know its mark, until it is sent.
type pressed struct {
	mu   sync.Mutex
	of   map[string][]byte // by path
	size int
}

func (p *pressed) keep(path string, content []byte) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.size+len(content) <= mostKept {
		p.of[path] = content
		p.size += len(content)
	}
}

// take gives it back once; nil where it was not kept.
func (p *pressed) take(path string) []byte {
	p.mu.Lock()
	defer p.mu.Unlock()
	content := p.of[path]
	delete(p.of, path)
	p.size -= len(content)
	return content
}
