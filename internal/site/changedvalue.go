package site

import (
	"regexp"
	"strings"

	"vigie/internal/edition"
	"vigie/internal/record"
	"vigie/internal/value/cal"
)

// codeLists are the vocabularies in which the values of keys are.
var codeLists = map[string]record.List{
	"tier": record.TierList, "quality": record.QualityList, "provenance": record.ProvenanceList,
}

// codeWords open the keys of the words for the values of keys that no vocabulary names.
var codeWords = map[string]string{
	"reason": "reason.", "unknown": "reason.", "unmeasured": "reason.", "provider_unknown": "reason.",
	"tier_from": "tier-from.", "tier_unknown": "tier-unknown.", "status": "status.", "dating": "dating.",
	"rule": "resolution.",
}

// referring are the keys whose values are identifiers, with what they identify.
var referring = map[string]record.Kind{
	"providers": record.Providers, "offer": record.Offers, "perimeter": record.Perimeters, "source": record.Sources,
	"edition_of": record.Sources,
}

// claiming are the keys whose values are identifiers of claims.
var claiming = map[string]bool{"claim": true, "claims": true, "claim_ids": true, "spoken_of": true}

// inner begins a key of a block of keys: "on: 2026-11-30; kept: no".
var inner = regexp.MustCompile(`(?:^|; )([a-z]+(?:_[a-z]+)*): `)

// published writes the value of a key as it was or is published: a code in its words, where
// they stand by themselves, an identifier by the name of what it identifies, and a block key by
// key.
func (v view) published(key string, t edition.Value) string {
	if isBlock(t) {
		return v.block(t.Exact)
	}
	return v.leaf(key[strings.LastIndexByte(key, '/')+1:], t)
}

// isBlock says that a value is a block of keys, and not words of the data.
func isBlock(t edition.Value) bool {
	at := inner.FindStringIndex(t.Exact)
	return at != nil && at[0] == 0 && (t.Text.IsZero() || t.Text.FR == t.Exact)
}

// block writes a block of keys, which an edition keeps as "on: 2026-11-30; kept: no".
func (v view) block(s string) string {
	var out []string
	found := inner.FindAllStringSubmatchIndex(s, -1)
	for i, at := range found {
		end := len(s)
		if i+1 < len(found) {
			end = found[i+1][0]
		}
		key := s[at[2]:at[3]]
		out = append(out, v.keyWord(key)+v.colon()+v.leaf(key, edition.Value{Exact: s[at[1]:end]}))
	}
	return strings.Join(out, v.word("outcome-and"))
}

func (v view) leaf(key string, t edition.Value) string {
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
	if v.hasWord("changed-value." + t.Exact) {
		return v.word("changed-value." + t.Exact)
	}
	if key == "in" {
		return v.whereIn(t.Exact)
	}
	kind, refers := referring[key]
	if !refers && !claiming[key] {
		return v.asPublished(t)
	}
	names := strings.Split(t.Exact, ", ")
	for i, id := range names {
		if refers {
			names[i] = v.nameOr(record.Ref{Kind: kind, ID: id}, id)
		} else if c := v.site.Data.Claim(id); c != nil && c.Source != nil {
			names[i] = v.text(v.site.Data.NameOf(c.Owner)) + v.describe("change.claim", c.Source.Publisher)
		}
	}
	return strings.Join(unique(names), ", ")
}

// whereIn names where a claim stands: "migrations/ID/statuses/…" is the case of hosting, by its name.
func (v view) whereIn(path string) string {
	parts := strings.SplitN(path, "/", 3)
	if len(parts) < 2 {
		return path
	}
	name := v.nameOr(record.Ref{Kind: record.Kind(parts[0]), ID: parts[1]}, parts[1])
	if v.hasWord("record." + parts[0]) {
		name = v.word("record."+parts[0]) + v.colon() + name
	}
	if len(parts) > 2 {
		if about := v.changedKey(parts[2]); about != parts[2] && strings.ContainsAny(parts[2], "/") {
			name += ", " + about
		}
	}
	return name
}

// nameOr is the name of a record, or else its identifier.
func (v view) nameOr(ref record.Ref, id string) string {
	if name := v.text(v.site.Data.NameOf(ref)); name != "" {
		return name
	}
	return id
}

func (v view) hasWord(key string) bool {
	_, ok := v.site.Theme.Words.Find(key)
	return ok
}

func unique(names []string) []string {
	var out []string
	seen := map[string]bool{}
	for _, n := range names {
		if !seen[n] {
			out = append(out, n)
		}
		seen[n] = true
	}
	return out
}

// periodOf writes the period that names an observation in a key: "2018_2023" is 2018 to 2023.
func (v view) periodOf(slug string) string {
	if p, err := cal.ParsePeriod(strings.ReplaceAll(slug, "_", "/")); err == nil {
		return v.when(p)
	}
	return slug
}
