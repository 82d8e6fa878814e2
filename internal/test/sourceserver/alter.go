package sourceserver

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// under gives the bytes of a document under a fault.
func (b Body) under(f Fault) ([]byte, error) {
	if !f.alters() {
		return b.Bytes, nil
	}
	if own, ok := b.Played[f]; ok {
		return own, nil
	}
	var out []byte
	var err error
	switch {
	case f == WrongCharset:
		out, err = encoding.ReplaceUnsupported(charmap.Windows1252.NewEncoder()).Bytes(b.Bytes)
	case f == Broken:
		out = broken(b.Bytes)
	case strings.HasPrefix(b.Media, "application/json"), strings.HasPrefix(b.Media, "application/geo+json"):
		out, err = alterJSON(b.Bytes, f)
	case strings.HasPrefix(b.Media, "text/html"):
		out = alterHTML(b.Bytes, f)
	case strings.HasPrefix(b.Media, "text/csv"), strings.HasPrefix(b.Media, "text/plain"),
		strings.HasPrefix(b.Media, "application/csv"):
		out = alterLines(b.Bytes, f)
	}
	if err == nil && (out == nil || bytes.Equal(out, b.Bytes)) {
		err = fmt.Errorf("nothing can be made of this %s for the fault %q: give its bytes in Played", b.Media, f)
	}
	return out, err
}

// broken takes the last byte from every other letter beyond ASCII.
func broken(b []byte) []byte {
	out := make([]byte, 0, len(b))
	spoil := true
	for len(b) > 0 {
		_, size := utf8.DecodeRune(b)
		keep := size
		if size > 1 {
			if spoil {
				keep--
			}
			spoil = !spoil
		}
		out = append(out, b[:keep]...)
		b = b[size:]
	}
	return out
}

// alterLines alters a table whose first line names its columns. No cell may hold a
// line break.
func alterLines(b []byte, f Fault) []byte {
	head, rest, _ := strings.Cut(string(b), "\n")
	rows := strings.SplitAfter(rest, "\n")
	if n := len(rows); n > 0 && rows[n-1] == "" {
		rows = rows[:n-1]
	}
	switch f {
	case Empty:
		rows = nil
	case Half:
		rows = rows[:len(rows)/2]
	case Renamed:
		head = regexp.MustCompile(`[^;,\t"\r]+`).ReplaceAllString(head, "${0}_v2")
	}
	return []byte(head + "\n" + strings.Join(rows, ""))
}

var (
	tableRow = regexp.MustCompile(`(?s)<tr\b[^>]*>\s*(?:<th\b[^>]*scope="row".*?)?<td\b.*?</tr>\s*`)
	listItem = regexp.MustCompile(`(?s)<li\b.*?</li>\s*`)
	heading  = regexp.MustCompile(`(?s)(<th\b[^>]*>)(.*?)(</th>)`)
)

// alterHTML alters the rows of the tables of a page, or the items of its lists when
// it has no table.
func alterHTML(b []byte, f Fault) []byte {
	row := tableRow
	if !row.Match(b) {
		row = listItem
	}
	keep := map[Fault]int{Empty: 0, Half: len(row.FindAll(b, -1)) / 2}
	if f == Renamed {
		return heading.ReplaceAll(b, []byte("${1}Nouveau : ${2}${3}"))
	}
	n := 0
	return row.ReplaceAllFunc(b, func(one []byte) []byte {
		if n++; n <= keep[f] {
			return one
		}
		return nil
	})
}

// alterJSON alters the array of objects that is nearest to the top.
func alterJSON(b []byte, f Fault) ([]byte, error) {
	var top any
	d := json.NewDecoder(bytes.NewReader(b))
	d.UseNumber()
	if err := d.Decode(&top); err != nil {
		return nil, err
	}
	level := []*any{&top}
	for len(level) > 0 {
		var below []*any
		for _, v := range level {
			switch v := (*v).(type) {
			case map[string]any:
				for _, k := range slices.Sorted(maps.Keys(v)) {
					child := v[k]
					if alterRows(&child, f) {
						v[k] = child
						return json.Marshal(top)
					}
					below = append(below, &child)
				}
			case []any:
				if v := any(v); alterRows(&v, f) {
					return json.Marshal(v)
				}
			}
		}
		level = below
	}
	return b, nil
}

// alterRows alters an array of objects in place; false when it is something else.
func alterRows(v *any, f Fault) bool {
	rows, ok := (*v).([]any)
	if !ok || len(rows) == 0 {
		return false
	}
	if _, ok := rows[0].(map[string]any); !ok {
		return false
	}
	switch f {
	case Empty:
		*v = []any{}
	case Half:
		*v = rows[:len(rows)/2]
	case Renamed:
		for i, row := range rows {
			if object, ok := row.(map[string]any); ok {
				renamed := map[string]any{}
				for _, k := range slices.Sorted(maps.Keys(object)) {
					renamed[k+"_v2"] = object[k]
				}
				rows[i] = renamed
			}
		}
	}
	return true
}
