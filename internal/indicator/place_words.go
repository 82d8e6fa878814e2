package indicator

import (
	"cmp"
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/record/shape"
	"vigie/internal/value/lang"
)

// placeAt is a value of a key of some records, with its words and its colour where it has one. A value
// that no list and no record names stands as it is.
func placeAt(ds *dataset.Dataset, kind record.Kind, key, value string) place {
	out := place{key: value, label: lang.Name(value)}
	switch key {
	case "organisation-kind":
		out.label = kindWord(ds, record.BodyKind(value))
	case "tier-shown", "tier":
		id, isDeduced := strings.CutSuffix(value, deduced)
		if word, ok := ds.Words.Find(record.TierList, id); ok {
			out.label, out.role = word.Name, word.Colour
		}
		if isDeduced {
			out.label = lang.Join(", ", out.label, say("déduit par nous", "deduced by us"))
			out.role = deducedRoles(ds)[record.TierID(id)]
		}
	case "level":
		out.label = ds.Words.LevelName(value)
	case "hosted-by":
		out.label = hostWord(ds, value)
	case "host-control":
		out.label = controlWord(ds, value)
	case "status":
		out.label = record.MigrationStatus(value).Name()
	default:
		f, ok := shape.Under(ds.Words)[shape.Of(kind)].Named(key)
		switch {
		case ok && f.Refers != "":
			out.label = cmp.Or(ds.NameOf(record.Ref{Kind: f.Refers, ID: value}), out.label)
		case ok && f.List != "":
			out.label = ds.Words.Heading(f.List, value)
		}
	}
	return out
}

// orderAlong is the order of the values of a key, where there is one: that of their vocabulary.
func orderAlong(ds *dataset.Dataset, kind record.Kind, key string) []string {
	var out []string
	switch key {
	case "organisation-kind":
		for _, k := range ds.BodyKinds() {
			out = append(out, string(k))
		}
	case "tier-shown":
		for _, t := range ds.Words.Tiers() {
			out = append(out, string(t))
			if ds.Words.TierRole(t).Deducible() {
				out = append(out, string(t)+deduced)
			}
		}
	case "level":
		for _, l := range ds.Words.Levels() {
			out = append(out, l.Code)
		}
	default:
		if f, ok := shape.Under(ds.Words)[shape.Of(kind)].Named(key); ok {
			out = f.Closed
		}
	}
	return out
}
