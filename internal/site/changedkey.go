package site

import (
	"strings"

	"vigie/internal/edition"
	"vigie/internal/record"
)

// changedKey names for a reader which key of a record changed: "tier" is "niveau". A key
// within a list, such as "observations/2025/unknown", is named by the list, its place and
// the key. A key that the theme has no word for stays as it is.
func (v view) changedKey(key string) string {
	parts := strings.Split(key, "/")
	named := v.keyWord(parts[0])
	switch {
	case len(parts) > 1 && named == parts[0]:
		return key
	case len(parts) > 1 && parts[0] == "observations" && strings.ContainsAny(parts[1], "0123456789"): // its period
		named += " " + strings.ReplaceAll(parts[1], "_", "–")
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
	if _, ok := v.site.Theme.Words.Find("changed." + key); !ok {
		return key
	}
	return v.word("changed." + key)
}

// codeLists are the vocabularies in which the values of keys are.
var codeLists = map[string]record.List{
	"tier": record.TierList, "quality": record.QualityList, "provenance": record.ProvenanceList,
}

// codeWords open the keys of the words for the values of keys that no vocabulary names.
var codeWords = map[string]string{
	"reason": "reason.", "unknown": "reason.", "unmeasured": "reason.", "provider_unknown": "reason.",
	"tier_from": "tier-from.", "tier_unknown": "tier-unknown.",
}

// published writes the value of a key as it was or is published; a code in its words, where
// they stand by themselves.
func (v view) published(key string, t edition.Value) string {
	key = key[strings.LastIndexByte(key, '/')+1:]
	if list, ok := codeLists[key]; ok {
		if _, known := v.site.Data.Words.Find(list, t.Exact); known {
			return v.name(list, t.Exact)
		}
	}
	if opens, ok := codeWords[key]; ok {
		words, known := v.site.Theme.Words.Find(opens + t.Exact)
		if known && !strings.Contains(words.In(v.l), "{") {
			return v.word(opens + t.Exact)
		}
	}
	return v.asPublished(t)
}
