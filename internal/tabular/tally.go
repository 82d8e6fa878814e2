package tabular

import (
	"slices"
	"strings"
)

// Left is something in a document that nothing took.
type Left struct {
	What    string
	Count   int
	Example string // the first one
}

// Tally counts what is left aside, by name. The zero value is ready.
type Tally struct{ found map[string]*Left }

// Add counts one.
func (t *Tally) Add(what, example string) {
	if t.found == nil {
		t.found = map[string]*Left{}
	}
	if l := t.found[what]; l != nil {
		l.Count++
		return
	}
	if r := []rune(example); len(r) > 120 {
		example = string(r[:120]) + "…"
	}
	t.found[what] = &Left{what, 1, example}
}

// List gives what was counted, sorted by name.
func (t *Tally) List() []Left {
	var out []Left
	for _, l := range t.found {
		out = append(out, *l)
	}
	slices.SortFunc(out, func(a, b Left) int { return strings.Compare(a.What, b.What) })
	return out
}
