package fetch

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
)

// sniffed is how much of a document shows its type.
const sniffed = 2048

// spool writes the document to a file, undoing its compression, and measures it.
// It stops at the declared size, counts what came over the wire against what was
// announced, and leaves no file behind when something is wrong.
func (g *guard) spool(ctx context.Context, address string, resp *http.Response) error {
	if resp.ContentLength > g.req.MaxBytes {
		return &Error{Fault: TooLarge, URL: address,
			Detail: fmt.Sprintf("it announces %d bytes, %d are allowed", resp.ContentLength, g.req.MaxBytes)}
	}
	wire := &counter{r: resp.Body, total: resp.ContentLength, report: g.req.Progress}
	plain, err := decompress(resp.Header.Get("Content-Encoding"), wire)
	if err != nil {
		return broken(address, wire, err)
	}
	defer plain.Close()
	body := bufio.NewReaderSize(plain, 64<<10)
	head, err := body.Peek(sniffed)
	if err != nil && err != io.EOF {
		return broken(address, wire, err)
	}
	if coding := resp.Header.Get("Content-Encoding"); wire.n == 0 && coding != "" && coding != "identity" {
		return broken(address, wire, fmt.Errorf("nothing came under the coding %s, which has a heading", coding))
	}
	head = bytes.Clone(head)
	if walled(head) {
		return &Error{Fault: Walled, URL: address, Status: resp.StatusCode,
			Detail: "a challenge for browsers stands before it"}
	}
	media, err := recognise(resp.Header.Get("Content-Type"), head, g.req.Media)
	if err != nil {
		return &Error{Fault: WrongType, URL: address, Detail: err.Error()}
	}
	file, err := os.CreateTemp(g.f.options.TempDir, "visit-*")
	if err != nil {
		return &Error{Fault: Local, URL: address, Detail: err.Error(), Err: err}
	}
	text := &Text{}
	sum := sha256.New()
	outs := []io.Writer{file, sum}
	if Textual(media) {
		outs = append(outs, text)
	}
	size, err := g.pour(address, io.MultiWriter(outs...), body, wire)
	if closed := file.Close(); err == nil && closed != nil {
		err = &Error{Fault: Local, URL: address, Detail: closed.Error(), Err: closed}
	}
	if err == nil && ctx.Err() != nil {
		err = blame(address, ctx.Err())
	}
	if err != nil {
		os.Remove(file.Name())
		return err
	}
	v := g.visit
	v.File, v.Size, v.SHA256, v.Media = file.Name(), size, hex.EncodeToString(sum.Sum(nil)), media
	if Textual(media) {
		v.Charset = text.Charset(resp.Header.Get("Content-Type"))
	}
	return nil
}

// pour copies a document to its end, and checks that it is the end.
func (g *guard) pour(address string, out io.Writer, body io.Reader, wire *counter) (int64, error) {
	kept := &keeper{w: out}
	size, err := io.Copy(kept, io.LimitReader(body, g.req.MaxBytes+1))
	switch {
	case kept.err != nil:
		return size, &Error{Fault: Local, URL: address, Detail: kept.err.Error(), Err: kept.err}
	case err != nil:
		return size, broken(address, wire, err)
	case size > g.req.MaxBytes:
		return size, &Error{Fault: TooLarge, URL: address,
			Detail: fmt.Sprintf("it goes on past the %d bytes allowed", g.req.MaxBytes)}
	}
	// A compressed body ends where its format says; the connection must agree.
	if n, err := wire.Read(make([]byte, 1)); n > 0 {
		return size, &Error{Fault: BadEncoding, URL: address, Detail: "it goes on after the end of the compressed document"}
	} else if err != nil && err != io.EOF {
		return size, broken(address, wire, err)
	}
	if wire.total >= 0 && wire.n != wire.total {
		return size, broken(address, wire, io.ErrUnexpectedEOF)
	}
	return size, nil
}

// broken distinguishes a cut connection from a compression that cannot be undone.
func broken(address string, wire *counter, err error) error {
	if wire.err != nil && wire.err != io.EOF {
		e := blame(address, wire.err)
		if f := FaultOf(e); f == TimedOut || f == Cancelled {
			return e
		}
		err = wire.err
	} else if !errors.Is(err, io.ErrUnexpectedEOF) || wire.n == wire.total {
		return &Error{Fault: BadEncoding, URL: address, Detail: err.Error(), Err: err}
	}
	e := &Error{Fault: CutShort, URL: address, Detail: fmt.Sprintf("the connection broke after %d bytes", wire.n),
		Err: err}
	if wire.total >= 0 {
		e.Detail = fmt.Sprintf("%d bytes came of %d announced", wire.n, wire.total)
	}
	return e
}

// counter counts what comes over the wire and remembers how it ended.
type counter struct {
	r      io.Reader
	n      int64
	total  int64
	err    error
	report func(read, total int64)
}

// Read reads and counts.
func (c *counter) Read(p []byte) (int, error) {
	if c.err != nil {
		return 0, c.err
	}
	n, err := c.r.Read(p)
	c.n += int64(n)
	c.err = err
	if c.report != nil && n > 0 {
		c.report(c.n, c.total)
	}
	return n, err
}

// keeper remembers that the trouble was in writing.
type keeper struct {
	w   io.Writer
	err error
}

// Write writes.
func (k *keeper) Write(p []byte) (int, error) {
	n, err := k.w.Write(p)
	k.err = err
	return n, err
}
