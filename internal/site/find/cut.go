package find

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
)

// coded is a row as it is written, with the words that find it.
type coded struct {
	data  []byte
	words []string
	named []string // those of its name
}

// entry is a row under one of its words.
type entry struct {
	word string
	row  int
}

type cutter struct {
	set     Set
	rows    []coded // the heaviest first
	entries []entry // in the order of words
	wide    []string
}

func (c *cutter) gather() {
	for i, r := range c.rows {
		for _, w := range r.words {
			c.entries = append(c.entries, entry{w, i})
		}
	}
	slices.SortFunc(c.entries, func(a, b entry) int {
		if n := strings.Compare(a.word, b.word); n != 0 {
			return n
		}
		return a.row - b.row
	})
}

// longest is the length, in bytes, of the beginnings that are looked at.
const longest = 16

// widen finds the beginnings that too many rows have, and puts the heaviest rows in
// their place.
func (c *cutter) widen() {
	var kept []entry
	var tops []entry
	c.each(0, c.entries, func(prefix string, under []entry) {
		c.wide = append(c.wide, prefix)
		tops = append(tops, c.top(prefix, under)...)
	})
	for _, e := range c.entries {
		if _, wide := slices.BinarySearch(c.wide, e.word); !wide {
			kept = append(kept, e)
		}
	}
	c.entries = append(kept, tops...)
	slices.SortStableFunc(c.entries, func(a, b entry) int { return strings.Compare(a.word, b.word) })
}

// each goes through the wide beginnings that are longer than some letters, in their order.
func (c *cutter) each(letters int, under []entry, found func(prefix string, under []entry)) {
	for len(under) > 0 {
		end := letters + 1
		word := under[0].word
		if len(word) < end {
			under = under[1:]
			continue
		}
		for end < len(word) && word[end]&0xc0 == 0x80 {
			end++ // the rest of a letter
		}
		prefix, size, n := word[:end], 0, 0
		for n < len(under) && strings.HasPrefix(under[n].word, prefix) {
			size += len(c.rows[under[n].row].data)
			n++
		}
		if size > c.set.Most && end <= longest {
			found(prefix, under[:n])
			c.each(end, under[:n], found)
		}
		under = under[n:]
	}
}

// top is the heaviest rows under a wide beginning, those first of which it is the whole name.
func (c *cutter) top(prefix string, under []entry) []entry {
	rows := make([]int, 0, len(under))
	for _, e := range under {
		rows = append(rows, e.row)
	}
	slices.Sort(rows)
	rows = slices.Compact(rows)
	slices.SortStableFunc(rows, func(a, b int) int { return c.whole(b, prefix) - c.whole(a, prefix) })
	var out []entry
	size := 0
	for _, r := range rows {
		if size += len(c.rows[r].data); size > topBytes {
			break
		}
		out = append(out, entry{prefix + "*", r})
	}
	return out
}

// whole is 1 for a row of which a word is the whole name.
func (c *cutter) whole(row int, word string) int {
	if n := c.rows[row].named; len(n) == 1 && n[0] == word {
		return 1
	}
	return 0
}

// files cuts the entries into files, between words.
func (c *cutter) files() (files []File, starts []string) {
	last := ""
	for from := 0; from < len(c.entries); {
		to, size := from, 0
		for to < len(c.entries) {
			next, bytes := c.word(to)
			if size > 0 && size+bytes > c.set.Most {
				break
			}
			to, size = next, size+bytes
		}
		first := c.entries[from].word
		starts = append(starts, apart(last, first))
		last = c.entries[to-1].word
		path := c.set.Folder + "/" + strconv.Itoa(len(files)) + ".json"
		files = append(files, File{path, c.write(c.entries[from:to])})
		from = to
	}
	return files, starts
}

// word is where the word of an entry ends, and how large its rows are.
func (c *cutter) word(from int) (to, size int) {
	for to = from; to < len(c.entries) && c.entries[to].word == c.entries[from].word; to++ {
		size += len(c.rows[c.entries[to].row].data) + 1
	}
	return to, size
}

// apart is enough of a word to stand after another one.
func apart(before, word string) string {
	for i := range word {
		if i > 0 && word[:i] > before {
			return word[:i]
		}
	}
	return word
}

// write writes the rows of some entries, each once, with the places around them.
func (c *cutter) write(entries []entry) []byte {
	rows := make([]int, 0, len(entries))
	for _, e := range entries {
		rows = append(rows, e.row)
	}
	slices.Sort(rows)
	rows = slices.Compact(rows)
	var around []int
	var b bytes.Buffer
	b.WriteString(`{"rows":[`)
	for i, r := range rows {
		if i > 0 {
			b.WriteByte(',')
		}
		b.Write(c.rows[r].data)
		around = append(around, c.set.Rows[r].Around...)
	}
	b.WriteString(`],"around":{`)
	slices.Sort(around)
	for i, n := range slices.Compact(around) {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(`"` + strconv.Itoa(n) + `":`)
		b.Write(encoded([]string{c.set.Around[n].Name, c.set.Around[n].Page}))
	}
	b.WriteString("}}\n")
	return b.Bytes()
}

func encoded(value any) []byte {
	data, err := json.Marshal(value)
	if err != nil {
		panic(err) // texts and numbers alone
	}
	return data
}
