package collect

import (
	"slices"

	"vigie/internal/collected"
	"vigie/internal/collected/prevail"
	"vigie/internal/value/tree"
)

// overtake notes, of each source that yields to another one, which of its lines
// stand there already, once both are held: from this run, or from one before.
func (o Options) overtake(tasks []Task, outcomes []*Outcome, held []*collected.Collected) {
	of := func(source string) *collected.Collected {
		if i := slices.IndexFunc(tasks, func(t Task) bool { return t.Source.ID == source }); i >= 0 && held[i] != nil {
			return held[i]
		}
		c, _, err := collected.Read(tree.Folder(o.Folder), ".", source)
		if err != nil {
			return nil // it was never collected: there is nothing to compare with
		}
		return c
	}
	for i, t := range tasks {
		if held[i] == nil || t.Source.Collect.YieldsTo == "" {
			continue
		}
		if over := of(t.Source.Collect.YieldsTo); over != nil {
			outcomes[i].YieldsTo, outcomes[i].Overtaken = t.Source.Collect.YieldsTo, prevail.Overtaken(held[i], over)
		}
	}
}
