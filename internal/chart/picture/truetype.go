package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"maps"
	"slices"
)

// tables are those of a TrueType font, by tag.
type tables map[string][]byte

var errFont = errors.New("the font is not one that this program can cut")

func tablesOf(font []byte) (tables, error) {
	if len(font) < 12 {
		return nil, errFont
	}
	out, n := tables{}, int(binary.BigEndian.Uint16(font[4:]))
	for i := range n {
		if len(font) < 12+16*(i+1) {
			return nil, errFont
		}
		entry := font[12+16*i:]
		from, size := int(binary.BigEndian.Uint32(entry[8:])), int(binary.BigEndian.Uint32(entry[12:]))
		if from+size > len(font) {
			return nil, errFont
		}
		out[string(entry[:4])] = font[from : from+size]
	}
	return out, nil
}

// keep empties the outlines of all glyphs but some and those that they are made of. Glyphs
// keep their numbers, so that no other table changes.
func (t tables) keep(kept map[int]bool) error {
	if len(t["head"]) < 54 || len(t["maxp"]) < 6 {
		return errFont
	}
	n := int(binary.BigEndian.Uint16(t["maxp"][4:]))
	at, err := t.places(n)
	if err != nil {
		return err
	}
	todo := slices.Sorted(maps.Keys(kept))
	for len(todo) > 0 {
		g := todo[0]
		todo = todo[1:]
		if g >= n || at[g] > at[g+1] || at[g+1] > len(t["glyf"]) {
			return errFont
		}
		for _, part := range partsOf(t["glyf"][at[g]:at[g+1]]) {
			if !kept[part] {
				kept[part] = true
				todo = append(todo, part)
			}
		}
	}
	var outlines []byte
	places := make([]byte, 0, 4*(n+1))
	for g := range n {
		places = binary.BigEndian.AppendUint32(places, uint32(len(outlines)))
		if kept[g] {
			outlines = append(outlines, t["glyf"][at[g]:at[g+1]]...)
			outlines = append(outlines, make([]byte, -len(outlines)&3)...)
		}
	}
	t["loca"], t["glyf"] = binary.BigEndian.AppendUint32(places, uint32(len(outlines))), outlines
	t["head"] = slices.Clone(t["head"])
	binary.BigEndian.PutUint16(t["head"][50:], 1) // places are of four bytes
	return nil
}

// places are where the outlines of n glyphs begin, and where the last one ends.
func (t tables) places(n int) ([]int, error) {
	long := binary.BigEndian.Uint16(t["head"][50:]) == 1
	size := 2
	if long {
		size = 4
	}
	if len(t["loca"]) < size*(n+1) {
		return nil, errFont
	}
	out := make([]int, n+1)
	for i := range out {
		if long {
			out[i] = int(binary.BigEndian.Uint32(t["loca"][4*i:]))
		} else {
			out[i] = 2 * int(binary.BigEndian.Uint16(t["loca"][2*i:]))
		}
	}
	return out, nil
}

// The flags of a part of a glyph that is made of others (OpenType, table glyf).
const (
	wordArguments = 0x0001
	oneScale      = 0x0008
	moreParts     = 0x0020
	twoScales     = 0x0040
	fourScales    = 0x0080
)

// partsOf are the glyphs that one is made of; none for one that has its own outline.
func partsOf(glyph []byte) []int {
	var out []int
	if len(glyph) < 10 || int16(binary.BigEndian.Uint16(glyph)) >= 0 {
		return nil
	}
	for rest := glyph[10:]; len(rest) >= 4; {
		flags := binary.BigEndian.Uint16(rest)
		out = append(out, int(binary.BigEndian.Uint16(rest[2:])))
		size := 6
		if flags&wordArguments != 0 {
			size += 2
		}
		switch {
		case flags&oneScale != 0:
			size += 2
		case flags&twoScales != 0:
			size += 4
		case flags&fourScales != 0:
			size += 8
		}
		if flags&moreParts == 0 || size > len(rest) {
			break
		}
		rest = rest[size:]
	}
	return out
}

// woff packs the font as WOFF 1.0, which every browser reads.
func (t tables) woff() ([]byte, error) {
	tags := slices.Sorted(maps.Keys(t))
	whole := 12 + 16*len(tags)
	var entries, body []byte
	start := 44 + 20*len(tags)
	for _, tag := range tags {
		table := t[tag]
		whole += (len(table) + 3) &^ 3
		packed, err := zlibbed(table)
		if err != nil {
			return nil, err
		}
		if len(packed) >= len(table) {
			packed = table
		}
		entries = append(entries, tag...)
		for _, v := range []int{start + len(body), len(packed), len(table)} {
			entries = binary.BigEndian.AppendUint32(entries, uint32(v))
		}
		entries = binary.BigEndian.AppendUint32(entries, checksum(tag, table))
		body = append(body, packed...)
		body = append(body, make([]byte, -len(body)&3)...)
	}
	out := append([]byte("wOFF"), 0, 1, 0, 0) // of TrueType outlines
	out = binary.BigEndian.AppendUint32(out, uint32(start+len(body)))
	out = binary.BigEndian.AppendUint16(out, uint16(len(tags)))
	out = append(out, 0, 0)
	out = binary.BigEndian.AppendUint32(out, uint32(whole))
	out = append(out, make([]byte, 24)...) // no version, metadata or private block
	return slices.Concat(out, entries, body), nil
}

func zlibbed(content []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := zlib.NewWriterLevel(&b, zlib.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(content); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// checksum adds a table up, word by word; of head without its own adjustment.
func checksum(tag string, table []byte) uint32 {
	sum := uint32(0)
	for i := 0; i < len(table); i += 4 {
		var word [4]byte
		copy(word[:], table[i:])
		if tag != "head" || i != 8 {
			sum += binary.BigEndian.Uint32(word[:])
		}
	}
	return sum
}
