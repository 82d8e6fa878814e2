package site

import (
	"encoding/json"
	"iter"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/site/trace"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// FreshnessView is where a source stands on the day of reference, in words.
type FreshnessView struct {
	StateID string
	State   string
	Late    *Figure // days; nil unless it is late
	Since   string
	Next    string // day of the next edition, or of the next reading, when its rhythm gives one
	Edition bool   // it is that of an edition
	Due     string // last day on which it counts as up to date
	DueISO  string
	Newer   *NewerView // a later edition that a third party alone read
}

// NewerView is an edition that is out and that we do not hold.
type NewerView struct {
	Edition Link   // the source in which a third party says so
	Held    string // day of the edition held; empty when none is
	Older   *Figure
}

func (v view) freshness(s *dataset.Source) FreshnessView {
	v.note(trace.Judged, thing(record.Ref{Kind: record.Sources, ID: s.ID}))
	f := s.Freshness
	out := FreshnessView{StateID: string(f.State), State: v.word("freshness." + string(f.State)), Since: v.day(f.Since),
		Next: v.day(f.Next), Edition: f.ByEdition}
	switch f.State {
	case dataset.SourceFresh:
		out.Due, out.DueISO = v.day(f.Due), f.Due.String()
	case dataset.SourceLate, dataset.SourceSilent:
		late := v.figure(v.site.Figures[DaysLateID(s.ID)])
		out.Late = &late
		if f.State == dataset.SourceLate { // the day that its days are counted from, those of grace among them
			out.Since = v.day(f.Asked)
		}
	case dataset.SourceOnce:
		if s.Published != nil {
			out.State = v.describe("freshness.once-dated", v.when(s.Published))
		}
	}
	if f.Newer != nil {
		out.Newer = &NewerView{Edition: v.link(record.Ref{Kind: record.Sources, ID: f.Newer.ID},
			f.Newer.Published.Words())}
		if f.ByEdition {
			older := v.figure(v.site.Figures[DaysOlderID(s.ID)])
			out.Newer.Held, out.Newer.Older = v.day(f.Heard), &older
		}
	}
	return out
}

// DaysLateID is the identifier of the figure that counts the days by which a
// source is late.
func DaysLateID(source string) string { return "days-late/" + source }

// DaysOlderID is the identifier of the figure that counts the days by which the
// edition held of a source is older than one that a third party read.
func DaysOlderID(source string) string { return "days-older/" + source }

// gatherDaysOlder makes the figure of the days by which what we hold of each source
// is older than a later edition that is known to be out.
func (s *Site) gatherDaysOlder() {
	for _, src := range s.Data.Sources {
		newer := src.Freshness.Newer
		if newer == nil || !src.Freshness.ByEdition {
			continue
		}
		f := figure.Figure{ID: DaysOlderID(src.ID), Nature: figure.Computed, State: figure.Sure, Unit: s.Data.Unit("day"),
			Value: quantity.Int(src.Freshness.Older),
			Label: lang.Say("Jours entre l’édition lue et une plus récente : {source}",
				"Days between the edition read and a later one: {source}").With(lang.In("source", lang.Name(src.Title))),
			Rests: figure.Rests{Records: []record.Ref{{Kind: record.Sources, ID: newer.ID}},
				Words: lang.Say("jour de l’édition qu’un tiers a lue, moins le jour de la dernière que nous avons lue",
					"day of the edition that a third party read, less the day of the last one that we read")}}
		s.Figures[f.ID] = f
	}
}

// gatherDaysLate makes the figure of the days by which each late source is late.
func (s *Site) gatherDaysLate() {
	for _, src := range s.Data.Sources {
		if f := src.Freshness; f.Days == 0 || f.State != dataset.SourceLate && f.State != dataset.SourceSilent {
			continue
		}
		f := figure.Figure{ID: DaysLateID(src.ID), Daily: true, Nature: figure.Computed, State: figure.Sure,
			Unit: s.Data.Unit("day"), Value: quantity.Int(src.Freshness.Days),
			Label:  lang.Say("Jours de retard : {about}", "Days late: {about}").With(lang.In("about", lang.Name(src.Title))),
			Period: cal.At(cal.On(s.Data.AsOf)),
			Rests: figure.Rests{Records: []record.Ref{{Kind: record.Sources, ID: src.ID}},
				Words: lang.Say("jour de référence du site, moins le jour où la source devait être renouvelée, ou "+
					"relue : dernière édition ou dernière lecture, plus son rythme",
					"the site's day of reference, less the day on which the source was to be renewed, or read again: last "+
						"edition or last reading, plus its cadence")}}
		s.Figures[f.ID] = f
	}
}

// sourceStatus is how a source stands, for programs.
type sourceStatus struct {
	Source    string           `json:"source"`
	Publisher string           `json:"publisher"`
	State     string           `json:"state"`
	Since     string           `json:"since,omitempty"`
	DaysLate  int              `json:"days_late,omitempty"`
	Heard     string           `json:"heard,omitempty"`
	Read      string           `json:"read,omitempty"`
	Next      string           `json:"next,omitempty"`
	Due       string           `json:"due,omitempty"`
	Asked     string           `json:"late_from,omitempty"` // what days_late counts from
	Newer     string           `json:"newer_edition,omitempty"`
	NewerIn   string           `json:"newer_edition_source,omitempty"` // where a third party says so
	Cadence   string           `json:"cadence"`
	Grace     int              `json:"grace_days"`
	Collected *collectedStatus `json:"collected,omitempty"`
}

// collectedStatus is what the last visit of a program made of a source.
type collectedStatus struct {
	Visit     string           `json:"visit"`
	Since     string           `json:"since,omitempty"`
	Code      string           `json:"code,omitempty"` // of a closed list: doc/sources.md
	Reason    string           `json:"reason,omitempty"`
	Edition   string           `json:"edition,omitempty"`
	Listed    int              `json:"rows"`
	Gone      int              `json:"rows_no_longer_listed"`
	Unread    int              `json:"rows_unreadable,omitempty"`
	Documents []documentStatus `json:"documents"`
}

type documentStatus struct {
	URL    string `json:"url"`
	SHA256 string `json:"sha256"`
	Read   string `json:"read"`
	ByHand bool   `json:"by_hand,omitempty"`
}

// sourceStatuses is how each source stands on the day of reference.
func (s *Site) sourceStatuses() []sourceStatus {
	all := []sourceStatus{}
	for _, src := range s.Data.Sources {
		if src.IsWithdrawn(s.Data.AsOf) {
			continue
		}
		f := src.Freshness
		one := sourceStatus{Source: src.ID, Publisher: src.Publisher, State: string(f.State), Since: f.Since.String(),
			DaysLate: f.Days, Heard: f.Heard.String(), Read: src.LastReading().String(), Next: f.Next.String(),
			Due:     f.Due.String(),
			Cadence: string(src.Cadence), Grace: src.Grace, Asked: f.Asked.String(), Collected: visited(src)}
		if f.Newer != nil {
			one.Newer, one.NewerIn = f.Newer.Published.String(), f.Newer.ID
		}
		all = append(all, one)
	}
	return all
}

// statusFile yields etat.json, which says to programs how each source stands.
func statusFile(s *Site) iter.Seq[Extra] {
	return func(yield func(Extra) bool) {
		all := s.sourceStatuses()
		text, err := json.MarshalIndent(struct {
			AsOf    string         `json:"as_of"`
			Sources []sourceStatus `json:"sources"`
		}{s.Data.AsOf.String(), all}, "", "  ")
		if err == nil { // plain texts and numbers: it cannot fail
			yield(Extra{"etat.json", append(text, '\n')})
		}
	}
}

func visited(s *dataset.Source) *collectedStatus {
	c := s.Collected
	switch {
	case c == nil && s.Collect == nil:
		return nil
	case c == nil:
		return &collectedStatus{Visit: visitNever, Documents: []documentStatus{}}
	}
	out := &collectedStatus{Visit: string(c.State.Standing), Since: c.State.Since.String(), Code: c.State.Code,
		Reason: c.State.Reason.FR, Edition: c.State.Edition.String(),
		Listed: c.Listed(), Gone: len(c.Rows) - c.Listed(), Unread: c.State.Unreadable, Documents: []documentStatus{}}
	for _, d := range c.State.Documents {
		out.Documents = append(out.Documents, documentStatus{d.URL, d.SHA256, d.Read.String(), d.ByHand})
	}
	return out
}
