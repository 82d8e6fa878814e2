// Package readers knows every reader written in Go: one line each. A source whose
// records need no Go has a recipe instead.
package readers

import (
	"slices"

	"vigie/internal/collect"
)

// All lists the readers, by name. To add one, add its line here.
func All() []collect.Reader {
	return []collect.Reader{}
}

// Named finds a reader; false when there is none of that name.
func Named(name string) (collect.Reader, bool) {
	all := All()
	i := slices.IndexFunc(all, func(r collect.Reader) bool { return r.Name == name })
	if i < 0 {
		return collect.Reader{}, false
	}
	return all[i], true
}
