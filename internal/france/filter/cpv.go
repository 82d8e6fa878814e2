package filter

import "bytes"

// code is the eight digits of a CPV.
type code [8]byte

// read takes the digits of a CPV as producers write it: with or without its key
// ("72415000-2"), with its first zero lost by a spreadsheet ("9310000").
func read(raw []byte) (c code, ok bool) {
	raw = bytes.TrimSpace(raw)
	if i := bytes.IndexByte(raw, '-'); i >= 0 && i == len(raw)-2 {
		raw = raw[:i]
	}
	at := 0
	switch len(raw) {
	case 7:
		c[0], at = '0', 1
	case 8:
	default:
		return code{}, false
	}
	for i, d := range raw {
		if d < '0' || d > '9' {
			return code{}, false
		}
		c[at+i] = d
	}
	return c, true
}

// CPV gives the eight digits of a CPV, and says whether its first zero was lost.
// What is no CPV gives nothing.
func CPV(raw string) (eight string, padded bool) {
	c, ok := read([]byte(raw))
	if !ok {
		return "", false
	}
	digits := bytes.TrimSpace([]byte(raw))
	return string(c[:]), len(digits) == 7 || len(digits) == 9 && digits[7] == '-'
}
