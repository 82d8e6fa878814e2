package decp

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"vigie/internal/collect"
	"vigie/internal/collect/read/loose"
	"vigie/internal/value/tabular"
)

var errFormat = errors.New("it is neither a table of contracts (CSV, Parquet) nor a list of them (JSON)")

// file reads a document by what its first bytes say that it is, whatever name and
// type it came under.
func (in *intake) file(ctx context.Context, doc collect.Document) error {
	head := make([]byte, 512)
	n, err := doc.Body.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	head = bytes.TrimLeft(bytes.TrimPrefix(head[:n], bom), " \t\r\n")
	read := in.csv
	switch {
	case bytes.HasPrefix(head, []byte("PAR1")):
		read = in.parquet
	case bytes.HasPrefix(head, []byte("{")), bytes.HasPrefix(head, []byte("[")):
		return in.json(ctx, doc)
	case len(head) == 0, head[0] == '<', head[0] == 0:
		return errFormat
	}
	if err := read(ctx, doc, nil); err != nil {
		return err
	}
	if len(in.partly) == 0 {
		return nil
	}
	return read(ctx, doc, in.partly)
}

// bom is the mark with which some producers start a text in UTF-8.
var bom = []byte("\xef\xbb\xbf")

// aRecord bounds one contract of a JSON file, and what stands around them all.
var aRecord = loose.Limits{Bytes: 8 << 20, Depth: 30}

// lists are the members that hold contracts, or what holds them.
var lists = []string{"marches", "marche", "contrat-concession", "results", "data"}

// json reads the format of the law, and the exports of flat objects.
func (in *intake) json(ctx context.Context, doc collect.Document) error {
	_, err := loose.Records(tabular.JSON(doc.Reader()), aRecord, lists, func(i int, n loose.Node) error {
		at := fmt.Sprintf("record %d", i+1)
		if i%1024 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		switch {
		case !n.IsObject():
			in.rows++
			return in.reject(at, "", n.Text(), "an object")
		case n.Has("titulaires") || n.Has("acheteur") || n.Has("autoriteConcedante") || n.Has("acheteur.id"):
			return in.legal(n, at)
		}
		return in.object(n, 0, at)
	})
	if err == nil && in.rows == 0 {
		return errFormat
	}
	return err
}

// csv reads a table; with only, the rows of these markets that the filter leaves.
func (in *intake) csv(ctx context.Context, doc collect.Document, only map[string]bool) error {
	from := bufio.NewReaderSize(doc.Reader(), 1<<16)
	if head, _ := from.Peek(len(bom)); bytes.Equal(head, bom) {
		_, _ = from.Discard(len(bom))
	}
	first, _ := from.Peek(1 << 14)
	s := newScanner(from, separator(first))
	cells, _, err := s.next()
	if err != nil {
		return fmt.Errorf("the line of columns: %w", err)
	}
	t := newTable(in, cells, only)
	if err := t.sound(); err != nil {
		return err
	}
	for n := 0; ; n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		cells, line, err := s.next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.Is(err, errQuote):
			err = t.unsound(line, nil)
		case err != nil:
			return err
		case len(cells) == 1 && len(cells[0]) == 0:
			continue
		case len(cells) != t.width:
			s.giveUp()
			err = t.unsound(line, cells)
		default:
			err = t.take(cells, line)
		}
		if err != nil {
			return err
		}
	}
}

// separator is the mark between the columns: the one of which the first line has most.
func separator(head []byte) byte {
	if i := bytes.IndexByte(head, '\n'); i >= 0 {
		head = head[:i]
	}
	best := byte(',')
	for _, c := range []byte{';', '\t'} {
		if bytes.Count(head, []byte{c}) > bytes.Count(head, []byte{best}) {
			best = c
		}
	}
	return best
}
