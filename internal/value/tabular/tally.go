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
	EN      string // What in English, where it is in words and not a name of the source
}

// Others stands for what is left aside beyond the names that a tally lists.
const Others = "others, under names that are not listed"

// Bounds of a tally: a document may have any number of names, of any length.
const (
	namesAtMost = 500
	nameAtMost  = 300 // bytes
)

// Tally counts what is left aside, by name: up to five hundred of them, and then the
// rest together. The zero value is ready.
type Tally struct{ found map[string]*Left }

// Add counts one, by a name of the source.
func (t *Tally) Add(what, example string) { t.Explain(what, "", example) }

// Explain counts one, by words in French and in English.
func (t *Tally) Explain(what, english, example string) {
	if t.found == nil {
		t.found = map[string]*Left{}
	}
	if len(what) > nameAtMost {
		what = strings.ToValidUTF8(what[:nameAtMost], "") + "…"
	}
	if t.found[what] == nil && len(t.found) >= namesAtMost {
		what, english, example = Others, "", ""
	}
	if l := t.found[what]; l != nil {
		l.Count++
		return
	}
	if r := []rune(example); len(r) > 120 {
		example = string(r[:120]) + "…"
	}
	t.found[what] = &Left{what, 1, example, english}
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
