package indicator

import (
	"cmp"
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/cal"
)

// bench is what services are set against.
type bench struct {
	rules     []*dataset.Doctrine  // about hosting, the oldest first
	protected []record.Sensitivity // words for data that ask for protection, the newest first
	words     record.Words
	lists     map[record.Scheme]catalogue // of each scheme that a rule asks for, as it was read
	wording
}

func newBench(ds *dataset.Dataset) bench {
	b := bench{rules: aboutHosting(inHand(ds, ds.Doctrines)), protected: protected(ds), words: ds.Words,
		lists: map[record.Scheme]catalogue{}, wording: wordingOf(ds, "findings")}
	for _, r := range b.rules {
		if s := r.AsksQualification; s != "" {
			b.lists[s] = catalogueOf(ds, s)
		}
	}
	return b
}

// asks is the list of the scheme that rules ask for, that of the first one that asks for
// any, with the highest of the levels that they ask for under it; false where none does.
func (b bench) asks(rules regime) (catalogue, bool) {
	var out catalogue
	for _, r := range rules {
		if out.scheme == "" && r.AsksQualification != "" {
			out = b.lists[r.AsksQualification]
		}
		if r.AsksQualification != out.scheme || r.AsksLevel == "" {
			continue
		}
		if enough := b.words.AtLeast(out.scheme, r.AsksLevel); out.enough == nil || len(enough) < len(out.enough) {
			out.enough, out.least = enough, b.words.Level(out.scheme, r.AsksLevel)
		}
	}
	return out, out.scheme != ""
}

// aboutHosting keeps the rules that say where data may be hosted, or whom they
// leave out.
func aboutHosting(all []*dataset.Doctrine) []*dataset.Doctrine {
	var out []*dataset.Doctrine
	for _, r := range all {
		if placesData(r) || r.AsksCloud || len(r.LeavesOut) > 0 {
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, func(a, b *dataset.Doctrine) int {
		return cmp.Or(a.InForce.Compare(b.InForce), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// placesData says that a rule says where data of some sensitivity may be.
func placesData(r *dataset.Doctrine) bool {
	return r.AsksQualification != "" || len(r.Tiers) > 0 && (r.Sensitivity != "" || r.Otherwise)
}

// regime is the rules in force on one day.
type regime []*dataset.Doctrine

// regimes gives the rules of each day of a span on which they may differ: its
// first day, then each day on which a rule starts or has just ended. A service is
// never held to a rule that starts after its last document.
func (b bench) regimes(over cal.Period) []regime {
	first, last := over.First(), over.Last()
	if first.IsZero() {
		first = last
	}
	if last.IsZero() {
		last = first
	}
	days := []cal.Day{first}
	for _, r := range b.rules {
		for _, d := range []cal.Day{r.InForce.First(), dayAfter(r.InForce.Last())} {
			if d.After(first) && !d.After(last) {
				days = append(days, d)
			}
		}
	}
	slices.SortFunc(days, cal.Day.Compare)
	var out []regime
	for _, d := range slices.Compact(days) {
		var on regime
		for _, r := range b.rules {
			if r.InForce.Contains(d) {
				on = append(on, r)
			}
		}
		out = append(out, on)
	}
	return out
}

func dayAfter(d cal.Day) cal.Day {
	if d.IsZero() {
		return d
	}
	return d.AddDays(1)
}

// asked lists the rules that may have been in force on the day of the last
// document on a service and that speak of it.
func (b bench) asked(m *dataset.Migration) []*dataset.Doctrine {
	if m.Documented.IsZero() {
		return nil
	}
	var out []*dataset.Doctrine
	for _, r := range b.rules {
		speaks := leavesOut(r, m) || binds(r, m) &&
			(placesData(r) && m.Role != record.OwnMachines || r.AsksCloud && m.Role == record.OwnMachines)
		if speaks && slices.ContainsFunc(b.regimes(m.Documented), func(on regime) bool { return slices.Contains(on, r) }) {
			out = append(out, r)
		}
	}
	return out
}

// binds says that what was read of a rule says that it binds the body of a service.
func binds(r *dataset.Doctrine, m *dataset.Migration) bool {
	return len(r.LeavesOut) == 0 && m.Organisation != nil && slices.Contains(r.Binds, m.Organisation.Kind)
}

// leavesOut says that a rule does not bind the body of a service.
func leavesOut(r *dataset.Doctrine, m *dataset.Migration) bool {
	return m.Organisation != nil && slices.Contains(r.LeavesOut, m.Organisation.Kind)
}
