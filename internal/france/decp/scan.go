package decp

import (
	"bytes"
	"errors"
	"io"
)

// scanner reads the records of a CSV file (RFC 4180) of any size, in one buffer.
// It splits cells where they stand, without a copy, which is what makes it several
// times as fast as encoding/csv; and it finds its feet again after a record that is
// not sound, where a parser would take half of the file for one cell.
type scanner struct {
	from       io.Reader
	separator  byte
	buf        []byte
	start, end int // of what is read and not handed over yet
	done       bool
	line       int // lines before start

	record  []byte // the present one, in buf
	lines   int    // that it spans
	cells   [][]byte
	unquote []byte // text of cells in which quotes are doubled
}

// longest bounds one record: far above any row of contracts.
const longest = 1 << 20

var errQuote = errors.New("a quote is not closed, or the row does not end")

func newScanner(from io.Reader, separator byte) *scanner {
	return &scanner{from: from, separator: separator, buf: make([]byte, 2*longest)}
}

// next gives the cells of the next record, valid until the next call, and the line
// on which it starts; io.EOF after the last. A record whose quotes make no sense is
// errQuote: the line on which it starts is given up, and the next one starts anew.
func (s *scanner) next() (cells [][]byte, line int, err error) {
	s.start += len(s.record)
	s.line += s.lines
	s.record, s.lines = nil, 0
	line = s.line + 1
	quotes, from := 0, 0
	for {
		i := bytes.IndexByte(s.buf[s.start+from:s.end], '\n')
		switch {
		case i >= 0:
			part := s.buf[s.start+from : s.start+from+i]
			quotes += bytes.Count(part, []byte{'"'})
			from += i + 1
			s.lines++
			if quotes%2 == 0 && from <= longest {
				return s.take(from, quotes > 0, line)
			}
			if from <= longest {
				continue
			}
		case s.end-s.start < longest && !s.done:
			if err := s.fill(); err != nil {
				return nil, line, err
			}
			continue
		case s.start == s.end:
			return nil, line, io.EOF
		case s.done && (quotes+bytes.Count(s.buf[s.start+from:s.end], []byte{'"'}))%2 == 0:
			s.lines++
			return s.take(s.end-s.start, true, line)
		}
		s.giveUp()
		return nil, line, errQuote
	}
}

// take splits the record of so many bytes that starts here.
func (s *scanner) take(n int, quoted bool, line int) ([][]byte, int, error) {
	s.record = s.buf[s.start : s.start+n]
	cells, err := s.split(quoted)
	if err != nil {
		s.giveUp()
	}
	return cells, line, err
}

// giveUp drops the first line of the present record: what follows it is read anew.
// It is also for a record that has more cells than the table has columns, because a
// quote that means inches has bound it with the lines below.
func (s *scanner) giveUp() {
	rest := s.buf[s.start:s.end]
	n := bytes.IndexByte(rest, '\n') + 1
	if n == 0 {
		n = len(rest)
	}
	s.record, s.lines = rest[:n], 1
}

// fill makes room and reads on.
func (s *scanner) fill() error {
	if s.end == len(s.buf) {
		copy(s.buf, s.buf[s.start:s.end])
		s.start, s.end = 0, s.end-s.start
	}
	n, err := s.from.Read(s.buf[s.end:])
	s.end += n
	if errors.Is(err, io.EOF) {
		s.done, err = true, nil
	}
	return err
}

// split parts the present record into cells.
func (s *scanner) split(quoted bool) ([][]byte, error) {
	s.cells, s.unquote = s.cells[:0], s.unquote[:0]
	rest := bytes.TrimSuffix(bytes.TrimSuffix(s.record, []byte{'\n'}), []byte{'\r'})
	for {
		if quoted && len(rest) > 0 && rest[0] == '"' {
			cell, after, ok := s.quoted(rest[1:])
			if !ok || len(after) > 0 && after[0] != s.separator {
				return nil, errQuote
			}
			s.cells = append(s.cells, cell)
			if len(after) == 0 {
				return s.cells, nil
			}
			rest = after[1:]
			continue
		}
		i := bytes.IndexByte(rest, s.separator)
		if i < 0 {
			s.cells = append(s.cells, rest)
			return s.cells, nil
		}
		s.cells = append(s.cells, rest[:i])
		rest = rest[i+1:]
	}
}

// quoted reads a cell after its opening quote. The text of one in which quotes are
// doubled is written elsewhere: the buffer keeps the bytes of the file.
func (s *scanner) quoted(text []byte) (cell, after []byte, ok bool) {
	i := bytes.IndexByte(text, '"')
	if i < 0 {
		return nil, nil, false
	}
	if i+1 == len(text) || text[i+1] != '"' {
		return text[:i], text[i+1:], true
	}
	from := len(s.unquote)
	for {
		if i < 0 {
			return nil, nil, false
		}
		s.unquote = append(s.unquote, text[:i]...)
		if i+1 == len(text) || text[i+1] != '"' {
			return s.unquote[from:len(s.unquote):len(s.unquote)], text[i+1:], true
		}
		s.unquote = append(s.unquote, '"')
		text = text[i+2:]
		i = bytes.IndexByte(text, '"')
	}
}
