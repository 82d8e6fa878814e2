package lang

import "regexp"

// nobodyPublishes are the words, in either language, by which a text says that
// nobody publishes something.
var nobodyPublishes = regexp.MustCompile(`(?i)\b(personne (ne|n['’]a|n['’]en a) (le |la |les |l['’]|en )?publi\pL*|` +
	`publiée?s? par personne|` +
	`(nobody|no one) (has )?(ever )?publish\pL*|published by (nobody|no one))`)

// NobodyPublishes gives where a text says that nobody publishes something: the
// two ends of the words in bytes, or nil. So strong a phrase wants a place that
// was read and is named (see the rule nobody-publishes of package check).
func NobodyPublishes(text string) []int { return nobodyPublishes.FindStringIndex(text) }
