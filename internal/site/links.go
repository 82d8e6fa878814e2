package site

import (
	"bytes"
	"strings"
)

// Templates write addresses from the root of the site ("/fournisseurs/ovh/").
// Relative turns them, in every href, src and action of a finished page, into paths
// relative to the page and ending in a file name, so that the site works at any
// sub-path, from file:// and inside a zip. It hands each address to seen, for
// the check of dead links.

var (
	rooted    = []byte(`="/`)
	linkMarks = [][]byte{[]byte(` href="/`), []byte(` src="/`), []byte(` action="/`), []byte(` data-href="/`)}
)

// Relative rewrites a page that answers at address. The page that hosts serve
// where there is none stands at any depth: its links start at base, the site's own
// address, when it has one.
func Relative(page []byte, address, base string, seen func(target, fragment string)) []byte {
	up := strings.Repeat("../", strings.Count(strings.TrimPrefix(File(address), "/"), "/"))
	if base != "" && strings.HasSuffix(address, "404.html") {
		up = base
	}
	var out bytes.Buffer
	out.Grow(len(page))
	for {
		i, mark := nextLink(page)
		if i < 0 {
			break
		}
		start := i + len(mark) - 1 // the slash
		out.Write(page[:start])
		end := start + bytes.IndexByte(page[start:], '"')
		target, fragment, _ := strings.Cut(string(page[start:end]), "#")
		seen(target, fragment)
		if fragment == "" || target != address {
			out.WriteString(up)
			out.WriteString(File(target))
		}
		if fragment != "" {
			out.WriteByte('#')
			out.WriteString(fragment)
		}
		page = page[end:]
	}
	out.Write(page)
	return out.Bytes()
}

// nextLink finds the next attribute that holds an address from the root.
func nextLink(page []byte) (at int, mark []byte) {
	for from := 0; ; {
		i := bytes.Index(page[from:], rooted)
		if i < 0 {
			return -1, nil
		}
		i += from
		for _, m := range linkMarks {
			if start := i + len(rooted) - len(m); start >= 0 && bytes.HasPrefix(page[start:], m) {
				return start, m
			}
		}
		from = i + len(rooted)
	}
}
