package filter

import "bytes"

// inDamaged says whether a word of a folded text that has lost letters may start
// with a keyword: what is lost is a letter with an accent, or what parts two words,
// such as a curly apostrophe.
func (s *starts) inDamaged(text []byte) bool {
	for i := range text {
		for _, keywords := range s {
			for _, k := range keywords {
				if matched(text[i:], k) > 0 {
					return true
				}
			}
		}
	}
	return false
}

// without takes a phrase out of a folded text.
func without(text, phrase []byte) []byte {
	for i := 0; i < len(text); i++ {
		if n := matched(text[i:], phrase); n > 0 {
			text = append(append(text[:i], ' '), text[i+n:]...)
			i-- // the space that is left may begin the next one
		}
	}
	return text
}

// matched gives how many bytes at the start of a folded text a pattern may stand for;
// 0 when it does not.
func matched(text, pattern []byte) int {
	n := 0
	for len(pattern) > 0 {
		switch {
		case n == len(text):
			return 0
		case text[n] == pattern[0]:
			n++
		case !bytes.HasPrefix(text[n:], lost):
			return 0
		case ligature(pattern):
			if more := matched(text[n+len(lost):], pattern[2:]); more > 0 || len(pattern) == 2 {
				return n + len(lost) + more
			}
			n += len(lost)
		case bytes.IndexByte([]byte(" aceinouy"), pattern[0]) >= 0:
			n += len(lost)
		default:
			return 0
		}
		pattern = pattern[1:]
	}
	return n
}

// ligature says that a pattern goes on with the letters of œ or æ.
func ligature(pattern []byte) bool {
	return len(pattern) > 1 && (pattern[0] == 'o' || pattern[0] == 'a') && pattern[1] == 'e'
}
