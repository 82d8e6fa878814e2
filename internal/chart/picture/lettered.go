package picture

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"maps"
	"slices"

	"golang.org/x/image/font/sfnt"
)

// Lettered is a picture of SVG that carries the letters of its texts, so that it looks the
// same wherever it is opened. The texts stay texts: they are read aloud, found and selected.
func Lettered(svg []byte) ([]byte, error) {
	root, err := parse(svg)
	if err != nil {
		return nil, fmt.Errorf("picture: %w", err)
	}
	used := map[bool]map[rune]bool{false: {}, true: {}}
	root.texts(used)
	var style bytes.Buffer
	style.WriteString("<style>")
	for _, heavy := range []bool{false, true} {
		if len(used[heavy]) == 0 {
			continue
		}
		cut, err := cutFont(heavy, slices.Sorted(maps.Keys(used[heavy])))
		if err != nil {
			return nil, fmt.Errorf("picture: letters: %w", err)
		}
		weight := map[bool]int{false: 400, true: 600}[heavy]
		fmt.Fprintf(&style, `@font-face{font-family:"%s";font-weight:%d;src:url(data:font/woff;base64,%s) format("woff")}`,
			ownFamily, weight, base64.StdEncoding.EncodeToString(cut))
	}
	style.WriteString("</style>\n")
	before, after, found := bytes.Cut(svg, []byte("</title>\n"))
	if !found {
		return nil, fmt.Errorf("picture: there is no title")
	}
	before = bytes.Replace(before, []byte(`font-family="`), []byte(`font-family="'`+ownFamily+`', `), 1)
	return slices.Concat(before, []byte("</title>\n"), style.Bytes(), after), nil
}

// ownFamily is the name that the fonts have inside a picture.
const ownFamily = "Vigie Sans"

// texts collects the letters of the texts by whether they are heavy, as letters draws them.
func (e *element) texts(used map[bool]map[rune]bool) {
	if e.name == "text" {
		heavy := slices.Contains([]string{"600", "700", "bold"}, e.attr["font-weight"])
		for _, r := range e.text {
			used[heavy][r] = true
		}
	}
	for _, c := range e.children {
		c.texts(used)
	}
}

// cutFont is a font with the outlines of some letters alone.
func cutFont(heavy bool, letters []rune) ([]byte, error) {
	data := regular
	if heavy {
		data = bold
	}
	tables, err := tablesOf(data)
	if err != nil {
		return nil, err
	}
	kept := map[int]bool{0: true}
	var buffer sfnt.Buffer
	for _, r := range letters {
		i, err := fonts()[heavy].GlyphIndex(&buffer, r)
		if err != nil {
			return nil, err
		}
		kept[int(i)] = true
	}
	if err := tables.keep(kept); err != nil {
		return nil, err
	}
	return tables.woff()
}
