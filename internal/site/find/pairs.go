package find

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// shortest is the length of a word, in letters, in which a mistake is looked for.
const shortest = 4

// words are the files of the words themselves, under their first two letters ("vi") and
// their last two (".hy"), with where each file starts.
func (c *cutter) words() (files []File, starts []string) {
	under := map[string][]string{}
	last := ""
	for _, r := range c.rows {
		for _, w := range r.words {
			under[w] = nil
		}
	}
	all := make([]string, 0, len(under))
	for w := range under {
		if utf8.RuneCountInString(w) >= shortest && !strings.ContainsFunc(w, unicode.IsDigit) {
			all = append(all, w)
		}
	}
	slices.Sort(all)
	clear(under)
	for _, w := range all {
		letters := []rune(w)
		for _, key := range []string{string(letters[:2]), "." + string(letters[len(letters)-2:])} {
			under[key] = append(under[key], w)
		}
	}
	keys := make([]string, 0, len(under))
	for k := range under {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	var b bytes.Buffer
	flush := func() {
		b.WriteString("}\n")
		path := c.set.Folder + "/w" + strconv.Itoa(len(files)) + ".json"
		files = append(files, File{path, bytes.Clone(b.Bytes())})
		b.Reset()
	}
	for _, k := range keys {
		one := slices.Concat(encoded(k), []byte{':'}, encoded(strings.Join(under[k], " ")))
		switch {
		case b.Len() > 0 && b.Len()+len(one) > topBytes:
			flush()
			fallthrough
		case b.Len() == 0:
			starts = append(starts, apart(last, k))
			b.WriteByte('{')
		default:
			b.WriteByte(',')
		}
		b.Write(one)
		last = k
	}
	if b.Len() > 0 {
		flush()
	}
	return files, starts
}
