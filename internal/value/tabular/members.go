package tabular

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Members says what a reader knows of the members of a JSON object.
type Members struct {
	Take  []string
	Leave []string // left aside on purpose
}

// Unread names the members of an object that are neither taken nor left, sorted.
func (m Members) Unread(object map[string]json.RawMessage) []string {
	var out []string
	for name := range object {
		if !slices.Contains(m.Take, name) && !slices.Contains(m.Leave, name) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// elementAtMost is how many bytes one element of a list may have: a hundred times the
// largest that any source has.
const elementAtMost = 2 << 20

// ErrTooLong says that an element of a list is longer than any can be.
var ErrTooLong = fmt.Errorf("an element of the list has more than %d bytes", elementAtMost)

// ErrNotAList says that a document is not a JSON list.
var ErrNotAList = errors.New("the document is not a JSON list")

// Each hands over the elements of a JSON list one by one, counted from 0, and
// never holds more than one of them. An element that is no object is an error,
// and so is a document that goes on after its list or ends within it.
func Each(r io.Reader, visit func(i int, object map[string]json.RawMessage) error) error {
	held := &leash{from: r, left: elementAtMost}
	d := json.NewDecoder(held)
	open, err := d.Token()
	if err != nil || open != json.Delim('[') {
		return ErrNotAList
	}
	for i := 0; d.More(); i++ {
		held.left = elementAtMost // besides what is read ahead
		var object map[string]json.RawMessage
		if err := d.Decode(&object); err != nil {
			return fmt.Errorf("element %d of the list: %w", i, err)
		}
		if object == nil {
			return fmt.Errorf("element %d of the list is no object", i)
		}
		if err := visit(i, object); err != nil {
			return err
		}
	}
	if _, err := d.Token(); err != nil {
		return fmt.Errorf("the list does not end: %w", err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("the document goes on after its list")
	}
	return nil
}

// leash ends a reading that takes too much at once.
type leash struct {
	from io.Reader
	left int
}

func (l *leash) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, ErrTooLong
	}
	n, err := l.from.Read(p[:min(len(p), l.left)])
	l.left -= n
	return n, err
}

// Text gives a JSON value as text: a string as it is, a number with its own
// digits, true and false as words. It refuses an object or a list; null and what
// is absent are empty.
func Text(value json.RawMessage) (string, bool) {
	v := strings.TrimSpace(string(value))
	switch {
	case v == "" || v == "null":
		return "", true
	case v[0] == '"':
		var s string
		err := json.Unmarshal(value, &s)
		return s, err == nil
	case v[0] == '{' || v[0] == '[':
		return "", false
	}
	return v, true
}
