package recipe

import (
	"bufio"
	"io"
	"strings"
)

// returns ends lines with a line feed where they end with carriage returns, alone as
// in old spreadsheets or several before a line feed, in a whole file or in some of its
// lines. Within quotes nothing is changed.
type returns struct {
	from    *bufio.Reader
	waiting int  // carriage returns of which it is not known yet what follows
	feeds   int  // line feeds to give for them
	quoted  bool // within the quotes of a cell
	closing bool // a quote within them, which ends them unless another follows
	within  bool // within a cell that has begun
}

// Read implements io.Reader.
func (r *returns) Read(p []byte) (int, error) {
	n := 0
	for n < len(p) {
		if r.feeds > 0 {
			p[n] = '\n'
			r.feeds--
			n++
			continue
		}
		if n > 0 && r.from.Buffered() == 0 {
			break
		}
		b, err := r.from.ReadByte()
		if err != nil {
			if r.feeds, r.waiting = r.waiting, 0; r.feeds > 0 && err == io.EOF {
				continue
			}
			return n, err
		}
		if r.waiting > 0 && b != '\r' {
			if b != '\n' {
				r.feeds = r.waiting
			}
			r.waiting = 0
			if err := r.from.UnreadByte(); err != nil {
				return n, err
			}
			continue
		}
		if r.see(b) {
			r.waiting++
			continue
		}
		p[n] = b
		n++
	}
	return n, nil
}

// see follows the quotes, and says that a byte is a carriage return outside them.
func (r *returns) see(b byte) bool {
	if r.closing {
		r.closing = false
		r.quoted = b == '"'
		if r.quoted {
			return false
		}
	}
	switch {
	case r.quoted:
		r.closing = b == '"'
		return false
	case b == '"' && !r.within:
		r.quoted, r.within = true, true
	default:
		r.within = !strings.ContainsRune(";,\t|\r\n", rune(b))
	}
	return b == '\r'
}
