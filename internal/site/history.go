package site

import (
	"slices"
	"strings"
	"sync"

	"vigie/internal/dataset"
	"vigie/internal/edition"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/site/trace"
	"vigie/internal/value/cal"
)

// HistoryView is what became of a record or of a figure since it was first
// published.
type HistoryView struct {
	Changes   []ChangeView // the latest first
	Unchanged string       // day of the edition since which it has not changed
	Whole     bool         // of several records, which a page shows
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

	gone        []edition.Gone // figures of editions that the data hold no more
	goneFigures map[string]figure.Figure

	anchored map[string][]edition.Change // of records that have no page, by the address of that where they stand
}

func (s *Site) history() *past {
	s.past.once.Do(func() {
		p := &s.past
		p.records, p.figures = map[record.Ref][]edition.Change{}, map[string][]edition.Change{}
		p.targets, p.anchored = map[string][]edition.Change{}, map[string][]edition.Change{}
		p.gone, p.goneFigures = s.History.Gone(s.stands), map[string]figure.Figure{}
		for _, g := range p.gone {
			p.goneFigures[g.Figure.ID] = g.Figure
		}
		for _, c := range s.History.Changes() {
			if c.Type == edition.Undeclared {
				continue // the check reports it, and no site is made
			}
			p.all = append(p.all, c)
			p.targets[c.Target] = append(p.targets[c.Target], c)
			if c.Record != (record.Ref{}) {
				p.records[c.Record] = append(p.records[c.Record], c)
				s.anchor(p, c)
			}
			if c.Figure != "" {
				p.figures[c.Figure] = append(p.figures[c.Figure], c)
			}
		}
	})
	return &s.past
}

// anchor notes the pages on which the record of a change stands under an anchor.
func (s *Site) anchor(p *past, c edition.Change) {
	for _, l := range s.Config.Languages {
		if page, _, anchored := strings.Cut(s.RecordHref(l, c.Record), "#"); anchored {
			p.anchored[page] = append(p.anchored[page], c)
		}
	}
}

// changes lists every change that may be shown, the latest first.
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
		for _, t := range s.Data.Words.Tiers() {
			if kind == record.Tiers && s.Data.Words.TierAddress(t).EN == id {
				id = string(t)
			}
		}
		ref := record.Ref{Kind: kind, ID: id}
		return ref, s.Data.Has(ref)
	}
	return record.Ref{}, false
}

// historyOf says what became of the record or the figure of a page, or of the
// records that are shown on it; nil for a page about none of them, and where
// nothing has changed but on the page of a record.
func (v view) historyOf(p Page) *HistoryView {
	id, isProof := strings.CutPrefix(p.Key, "proofs/")
	ref, isRecord := v.site.recordOf(p)
	var changes []edition.Change
	switch {
	case isProof:
		changes = v.site.history().figures[id]
	case isRecord:
		changes = v.site.changesOn(append(v.shownOn(ref), ref))
	default:
		changes = v.site.history().anchored[p.Address]
	}
	changes = slices.DeleteFunc(slices.Clone(changes), func(c edition.Change) bool { return c.Type == edition.ReadAgain })
	if len(changes) == 0 && !isRecord {
		return nil // the facts of a proof give its day already
	}
	out := &HistoryView{Journal: v.section("journal"), Editions: v.section("editions")}
	for _, c := range changes[:min(len(changes), shownChanges)] {
		out.Changes = append(out.Changes, v.change(c))
	}
	if isProof || isRecord {
		out.Unchanged = v.unchangedSince(id, isProof, changes)
	}
	_, isGone := v.site.goneFigure(id)
	out.Whole = !isProof && !isRecord || isGone // what is gone is as no edition to come will hold it
	return out
}

// changesOn lists the changes of some records, the latest first.
func (s *Site) changesOn(refs []record.Ref) []edition.Change {
	var out []edition.Change
	for _, ref := range refs {
		out = append(out, s.history().records[ref]...)
	}
	slices.SortStableFunc(out, func(a, b edition.Change) int { return b.Day.Compare(a.Day) })
	return out
}

// unchangedSince is the day of the edition from which on nothing changed: the
// first one, when nothing ever did. It is empty for what changed since the last
// edition: none holds it as it is.
func (v view) unchangedSince(figure string, isProof bool, changes []edition.Change) string {
	v.note(0, trace.Thing{Of: trace.Editions, ID: trace.All})
	store := v.site.History.Store()
	last, ok := store.Last()
	if !ok {
		return ""
	}
	since := store.Editions()[0].Day
	switch {
	case isProof:
		since = v.site.since(figure)
	case len(changes) > 0:
		since = changes[0].Day
	}
	if since.IsZero() || since.After(last.Day) {
		return ""
	}
	return v.day(since)
}

// since is the day of the edition from which on a figure is what it is; none when no edition holds it so.
func (s *Site) since(figure string) cal.Day {
	last, ok := s.History.Store().Last()
	if !ok {
		return cal.Day{}
	}
	since := later(s.History.LastChanged(figure))
	if since.After(last.Day) {
		return cal.Day{}
	}
	return since
}

// shownOn lists the records that have no page of their own and are shown on that
// of a record: the qualifications of an offer, the migrations and silences of an
// organisation.
func (v view) shownOn(ref record.Ref) []record.Ref {
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
		for _, s := range r.Silences {
			out = append(out, record.Ref{Kind: record.Silences, ID: s.ID})
		}
	}
	return out
}
