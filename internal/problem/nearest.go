package problem

import "github.com/hbollon/go-edlib"

// Nearest finds the word that was probably meant, among those that exist. It
// gives nothing when no word is near enough to be worth telling.
func Nearest(word string, words []string) (string, bool) {
	best, distance := "", max(1, len(word)/2)+1
	for _, w := range words {
		if d := edlib.OSADamerauLevenshteinDistance(word, w); d < distance {
			best, distance = w, d
		}
	}
	return best, best != ""
}
