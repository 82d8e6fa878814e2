package check

import (
	"slices"

	"vigie/internal/collected/beside"
	"vigie/internal/corpus"
	"vigie/internal/value/cal"
	"vigie/internal/value/problem"
)

// Added is what a country adds to the rules. The zero value adds nothing.
type Added struct {
	Rules []Rule           // each stands on the public page after the rule that it names
	Known beside.Knowledge // what the rows of its sources mean beside the records
}

// All lists every rule, in the order of the public page.
func (a Added) All() []Rule {
	all := Rules()
	for _, r := range a.Rules {
		at := slices.IndexFunc(all, func(other Rule) bool { return other.Name == r.After })
		if at < 0 {
			at = len(all) - 1
		}
		all = slices.Insert(all, at+1, r)
	}
	return all
}

// Run applies every rule, those that were added too, to what was read, as of one day.
func (a Added) Run(c *corpus.Corpus, asOf cal.Day) problem.List {
	s := newSubject(c, asOf)
	s.known = a.Known
	return apply(a.All(), s)
}

// Run applies the rules of the engine to what was read, as of one day.
func Run(c *corpus.Corpus, asOf cal.Day) problem.List { return Added{}.Run(c, asOf) }
