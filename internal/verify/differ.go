package verify

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// difference is a place where two documents do not say the same.
type difference struct {
	at          string // path in the document: "rows/12/valeur_min"
	near        string // the name or identifier of the object that holds it
	found, want string
}

// jsonDifferences compares two JSON documents, number by number as they are written.
func jsonDifferences(found, want []byte) ([]difference, error) {
	var f, w any
	if err := exactly(found, &f); err != nil {
		return nil, err
	}
	if err := exactly(want, &w); err != nil {
		return nil, err
	}
	var out []difference
	compare(nil, "", f, w, &out)
	return out, nil
}

func exactly(raw []byte, into *any) error {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	return d.Decode(into)
}

// naming are the keys that name what an object is about.
var naming = []string{"preuve", "chiffre", "observation", "affirmation", "identifiant", "name"}

func compare(path []string, near string, found, want any, out *[]difference) {
	switch w := want.(type) {
	case map[string]any:
		f, ok := found.(map[string]any)
		if !ok {
			break
		}
		for _, k := range naming {
			if s, ok := w[k].(string); ok && s != "" {
				near = s
				break
			}
		}
		keys := maps.Clone(w)
		maps.Copy(keys, f)
		for _, k := range slices.Sorted(maps.Keys(keys)) {
			compare(append(slices.Clone(path), k), near, f[k], w[k], out)
		}
		return
	case []any:
		f, ok := found.([]any)
		if !ok {
			break
		}
		for i := range max(len(f), len(w)) {
			compare(append(slices.Clone(path), fmt.Sprint(i)), near, at(f, i), at(w, i), out)
		}
		return
	default:
		if found == want {
			return
		}
	}
	*out = append(*out, difference{strings.Join(path, "/"), near, written(found), written(want)})
}

func at(list []any, i int) any {
	if i < len(list) {
		return list[i]
	}
	return nil
}

func written(v any) string {
	raw, err := json.Marshal(v)
	if err != nil || v == nil {
		return ""
	}
	return shortened(strings.Trim(string(raw), `"`))
}
