package anssi

import (
	"encoding/hex"
	"regexp"
	"unicode/utf16"

	"github.com/ledongthuc/pdf"
)

// charmap says which characters the codes of a subset font stand for: its
// ToUnicode table (ISO 32000-1 § 9.10.3), of one or two bytes a code. The library
// has one too, which makes room for as many codes as the table announces.
type charmap struct {
	width int // bytes of one code
	runes map[string]string
}

var (
	blocks = regexp.MustCompile(`(?s)begin(codespacerange|bfchar|bfrange)(.*?)end(?:codespacerange|bfchar|bfrange)`)
	terms  = regexp.MustCompile(`<([0-9A-Fa-f\s]*)>|[\[\]]`)
)

// encodingOf gives how the strings of a font are read.
func encodingOf(font pdf.Value) (pdf.TextEncoding, error) {
	table := font.Key("ToUnicode")
	if table.Kind() != pdf.Stream {
		f := pdf.Font{V: font}
		return f.Encoder(), nil
	}
	text, err := unpacked(table, maxCmap)
	if err != nil {
		return nil, err
	}
	m := charmap{width: 1, runes: map[string]string{}}
	for _, b := range blocks.FindAllSubmatch(text, -1) {
		tokens := terms.FindAllSubmatch(b[2], -1)
		switch string(b[1]) {
		case "codespacerange":
			if len(tokens) > 0 && len(code(tokens[0])) == 2 {
				m.width = 2
			}
		case "bfchar":
			for i := 0; i+1 < len(tokens); i += 2 {
				m.runes[code(tokens[i])] = characters(code(tokens[i+1]))
			}
		case "bfrange":
			m.ranges(tokens)
		}
	}
	return m, nil
}

// ranges reads triples: the first code, the last one, and either the first
// character or a list of characters.
func (m charmap) ranges(tokens [][][]byte) {
	for i := 0; i+2 < len(tokens); {
		first, last, to := code(tokens[i]), code(tokens[i+1]), tokens[i+2]
		i += 3
		if len(first) == 0 || len(first) != len(last) {
			return
		}
		low, high := int(first[len(first)-1]), int(last[len(last)-1]) // only the last byte runs
		if string(to[0]) == "[" {
			for ; i < len(tokens) && string(tokens[i][0]) != "]"; i++ {
				m.runes[next(first, low)] = characters(code(tokens[i]))
				low++
			}
			i++
			continue
		}
		for n := low; n <= high; n++ {
			m.runes[next(first, n)] = characters(next(code(to), n-low+lastByte(code(to))))
		}
	}
}

// next is a code with another last byte.
func next(code string, last int) string {
	if code == "" {
		return ""
	}
	return code[:len(code)-1] + string([]byte{byte(last)})
}

func lastByte(code string) int {
	if code == "" {
		return 0
	}
	return int(code[len(code)-1])
}

func code(token [][]byte) string {
	b, err := hex.DecodeString(string(spaces.ReplaceAll(token[1], nil)))
	if err != nil {
		return ""
	}
	return string(b)
}

var spaces = regexp.MustCompile(`\s+`)

// characters reads UTF-16, high byte first.
func characters(code string) string {
	units := make([]uint16, 0, len(code)/2)
	for i := 0; i+1 < len(code); i += 2 {
		units = append(units, uint16(code[i])<<8|uint16(code[i+1]))
	}
	return string(utf16.Decode(units))
}

// Decode gives the text of a string of codes; a code that the table does not know
// is the replacement character, so that no letter is lost in silence.
func (m charmap) Decode(raw string) string {
	var out []byte
	for i := 0; i < len(raw); i += m.width {
		s, ok := m.runes[raw[i:min(i+m.width, len(raw))]]
		if !ok {
			s = "\ufffd"
		}
		out = append(out, s...)
	}
	return string(out)
}
