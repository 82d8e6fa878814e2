package edition

import (
	"maps"
	"slices"

	"vigie/internal/corpus"
	"vigie/internal/record"
)

// freshCorrections are the corrections that came since the edition.
func (t *step) freshCorrections() []record.Correction {
	return slices.DeleteFunc(slices.Clone(t.now.Corpus.Corrections), func(c record.Correction) bool {
		return slices.ContainsFunc(t.was.Corrections, func(o record.Correction) bool { return o.ID == c.ID })
	})
}

// compareCorrections lists the corrections that came and went, each of which says
// its reason. What we mistyped is listed with the claim that was mended.
func (t *step) compareCorrections() {
	standing := func(c *corpus.Corpus) map[string]record.Correction {
		out := map[string]record.Correction{}
		for _, one := range c.Corrections {
			if one.Stands() && one.Expected != nil && one.Published != nil {
				out[one.ID] = one
			}
		}
		return out
	}
	was, now := standing(t.was), standing(t.now.Corpus)
	for _, id := range slices.Sorted(maps.Keys(now)) {
		one := now[id]
		before := one.Expected.String()
		if old, ok := was[id]; ok {
			if before = old.Published.String(); same(before, one.Published.String()) {
				continue
			}
		} else if len(t.faults[records+string(record.Corrections)+".yaml"]) > 0 {
			continue
		}
		t.correction(one, before, one.Published.String())
	}
	for _, id := range slices.Sorted(maps.Keys(was)) {
		if _, ok := now[id]; !ok {
			t.correction(was[id], was[id].Published.String(), was[id].Expected.String())
		}
	}
}

func (t *step) correction(one record.Correction, was, now string) {
	c := Change{Type: Correction, Target: claims + "/" + one.Target, Key: "published", Claim: one.Target,
		Reason: one.Reason,
		Was:    t.money(one.Target, was), Now: t.money(one.Target, now)}
	if cl := t.now.Data.Claim(one.Target); cl != nil {
		c.Record = cl.Owner
	}
	t.add(c)
}
