package site

import (
	"slices"
	"strings"
	"sync"

	"vigie/internal/dataset"
	"vigie/internal/edition"
	"vigie/internal/record"
)

// HistoryView is what became of a record or of a figure since it was first
// published.
type HistoryView struct {
	Changes   []ChangeView // the latest first
	Unchanged string       // day of the edition since which it has not changed
	Journal   Link
	Editions  Link
}

// past is the history by what it is about, made once.
type past struct {
	once    sync.Once
	all     []edition.Change
	records map[record.Ref][]edition.Change
	figures map[string][]edition.Change
	targets map[string][]edition.Change
}

func (s *Site) history() *past {
	s.past.once.Do(func() {
		p := &s.past
		p.records, p.figures, p.targets = map[record.Ref][]edition.Change{}, map[string][]edition.Change{}, map[string][]edition.Change{}
		for _, c := range s.History.Changes() {
			if c.Type == edition.Undeclared {
				continue // the check tells of it, and no site is made
			}
			p.all = append(p.all, c)
			p.targets[c.Target] = append(p.targets[c.Target], c)
			if c.Record != (record.Ref{}) {
				p.records[c.Record] = append(p.records[c.Record], c)
			}
			if c.Figure != "" {
				p.figures[c.Figure] = append(p.figures[c.Figure], c)
			}
		}
	})
	return &s.past
}

// changes lists every change that may be told, the latest first.
func (s *Site) changes() []edition.Change { return s.history().all }

// changesOf lists those of one target.
func (s *Site) changesOf(target string) []edition.Change { return s.history().targets[target] }

// recordOf is the record that a page is made for.
func (s *Site) recordOf(p Page) (record.Ref, bool) {
	section, id, below := strings.Cut(p.Key, "/")
	if !below {
		return record.Ref{}, false
	}
	for kind, folder := range folders {
		if folder != section {
			continue
		}
		for slug, t := range tierSlugs {
			if kind == record.Tiers && t.EN == id {
				id = slug
			}
		}
		ref := record.Ref{Kind: kind, ID: id}
		return ref, s.Data.Has(ref)
	}
	return record.Ref{}, false
}

// historyOf tells what became of the record or the figure of a page; nil for a
// page about neither, and for a proof that has not changed.
func (v view) historyOf(p Page) *HistoryView {
	id, isProof := strings.CutPrefix(p.Key, "proofs/")
	ref, isRecord := v.site.recordOf(p)
	if !isProof && !isRecord {
		return nil
	}
	out := &HistoryView{Journal: v.section("journal"), Editions: v.section("editions")}
	changes := v.site.history().figures[id]
	if isRecord {
		changes = v.site.history().records[ref]
		for _, other := range v.toldOn(ref) {
			changes = append(slices.Clip(changes), v.site.history().records[other]...)
		}
		slices.SortStableFunc(changes, func(a, b edition.Change) int { return b.Day.Compare(a.Day) })
	}
	for _, c := range changes {
		if c.Type != edition.ReadAgain && len(out.Changes) < shownChanges {
			out.Changes = append(out.Changes, v.change(c))
		}
	}
	if isProof && len(out.Changes) == 0 {
		return nil // the facts of the proof tell the day already
	}
	out.Unchanged = v.unchangedSince(id, isProof, changes)
	return out
}

// unchangedSince is the day of the edition from which on nothing changed: the
// first one, when nothing ever did.
func (v view) unchangedSince(figure string, isProof bool, changes []edition.Change) string {
	editions := v.site.History.Store().Editions()
	if len(editions) == 0 {
		return ""
	}
	if isProof {
		changed, first := v.site.History.LastChanged(figure)
		if first.IsZero() {
			return "" // it is in no edition yet
		}
		return v.day(later(changed, first))
	}
	if len(changes) > 0 {
		return v.day(changes[0].Day)
	}
	return v.day(editions[0].Day)
}

// toldOn lists the records that have no page of their own and are told on that
// of a record: the qualifications of an offer, the migrations of an organisation.
func (v view) toldOn(ref record.Ref) []record.Ref {
	var out []record.Ref
	switch r := dataset.Find[any](v.site.Data, ref.Kind, ref.ID).(type) {
	case *dataset.Offer:
		for _, q := range r.Qualifications {
			out = append(out, record.Ref{Kind: record.Qualifications, ID: q.ID})
		}
	case *dataset.Organisation:
		for _, m := range r.Migrations {
			out = append(out, record.Ref{Kind: record.Migrations, ID: m.ID})
		}
	}
	return out
}
