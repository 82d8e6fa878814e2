package problem

import (
	"strings"

	"github.com/hbollon/go-edlib"
)

// Nearest finds the word that was probably meant, among those that exist. It
// gives nothing when no word is near enough to be worth a hint.
func Nearest(word string, words []string) (string, bool) {
	best, distance := "", 2*(1+max(1, len(word)/3))
	for _, w := range words {
		d := 2 * edlib.OSADamerauLevenshteinDistance(word, w)
		if short, long := min(len(word), len(w)), max(len(word), len(w)); short > 2 && long > short {
			switch {
			case strings.HasPrefix(w, word) || strings.HasPrefix(word, w):
				d = min(d, 3) // one is the beginning of the other: farther than one slip, nearer than two
			case strings.HasSuffix(w, "-"+word) || strings.HasSuffix(word, "-"+w):
				d = min(d, 3) // or its end, in whole words
			}
		}
		if d < distance {
			best, distance = w, d
		}
	}
	return best, best != ""
}
