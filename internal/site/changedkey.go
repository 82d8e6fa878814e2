package site

import "strings"

// changedKey names for a reader which key of a record changed: "tier" is "niveau". A key
// within a list, such as "observations/2025/unknown", is named by the list, its place and
// the key. A key that the theme has no word for stays as it is.
func (v view) changedKey(key string) string {
	parts := strings.Split(key, "/")
	named := v.keyWord(parts[0])
	switch {
	case len(parts) > 1 && named == parts[0]:
		return key
	case len(parts) > 1 && v.hasWord("changed-part."+parts[0]): // one of a list, not the list
		named = v.word("changed-part." + parts[0])
	case len(parts) > 1 && parts[0] == "observations" && strings.ContainsAny(parts[1], "0123456789"): // its period
		named += ", " + v.periodOf(parts[1])
	}
	if len(parts) > 2 {
		named += ", " + v.keyWord(parts[len(parts)-1])
	}
	return named
}

func (v view) keyWord(key string) string {
	if key == "" {
		return ""
	}
	if !v.hasWord("changed." + key) {
		return key
	}
	return v.word("changed." + key)
}
