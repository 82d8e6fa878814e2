package site

import (
	"encoding/json"
	"iter"

	"vigie/internal/cal"
	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/lang"
	"vigie/internal/quantity"
	"vigie/internal/record"
)

// FreshnessView is where a source stands on the day of reference, in words.
type FreshnessView struct {
	StateID string
	State   string
	Late    *Figure // days; nil unless it is late
	Since   string
	Next    string // day of the next edition, or of the next reading, when its rhythm tells one
	Edition bool   // it is that of an edition
	Due     string // last day on which it counts as up to date
	DueISO  string
}

func (v view) freshness(s *dataset.Source) FreshnessView {
	f := s.Freshness
	out := FreshnessView{StateID: string(f.State), State: v.word("freshness." + string(f.State)), Since: v.day(f.Since), Next: v.day(f.Next), Edition: f.ByEdition}
	switch f.State {
	case dataset.SourceFresh:
		out.Due, out.DueISO = v.day(f.Due), f.Due.String()
	case dataset.SourceLate:
		late := v.figure(v.site.Figures[DaysLateID(s.ID)])
		out.Late = &late
	case dataset.SourceOnce:
		if s.Published != nil {
			out.State = v.describe("freshness.once-dated", s.Published.Text(v.l))
		}
	}
	return out
}

// DaysLateID is the identifier of the figure that counts the days by which a
// source is late.
func DaysLateID(source string) string { return "days-late/" + source }

// gatherDaysLate makes the figure of the days by which each late source is late.
func (s *Site) gatherDaysLate() {
	for _, src := range s.Data.Sources {
		if src.Freshness.State != dataset.SourceLate {
			continue
		}
		f := figure.Figure{ID: DaysLateID(src.ID), Nature: figure.Computed, State: figure.Sure, Unit: days, Value: quantity.Int(src.Freshness.Days),
			Label:  lang.Text{FR: "Jours de retard : " + src.Title, EN: "Days late: " + src.Title},
			Period: cal.At(cal.On(s.Data.AsOf)),
			Rests: figure.Rests{Records: []record.Ref{{Kind: record.Sources, ID: src.ID}},
				Words: lang.Text{FR: "jour de référence du site, moins le dernier jour où la source était à jour : dernière édition ou dernière lecture, plus son rythme, plus son délai de grâce",
					EN: "the site's day of reference, less the last day on which the source was up to date: last edition or last reading, plus its cadence, plus its days of grace"}}}
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
	Documents []documentStatus `json:"documents"`
}

type documentStatus struct {
	URL    string `json:"url"`
	SHA256 string `json:"sha256"`
	Read   string `json:"read"`
	ByHand bool   `json:"by_hand,omitempty"`
}

// statusFile yields etat.json, which tells programs how each source stands.
func statusFile(s *Site) iter.Seq[Extra] {
	return func(yield func(Extra) bool) {
		all := []sourceStatus{}
		for _, src := range s.Data.Sources {
			if src.IsWithdrawn(s.Data.AsOf) {
				continue
			}
			f := src.Freshness
			all = append(all, sourceStatus{Source: src.ID, Publisher: src.Publisher, State: string(f.State), Since: f.Since.String(),
				DaysLate: f.Days, Heard: f.Heard.String(), Read: src.LastReading().String(), Next: f.Next.String(), Due: f.Due.String(),
				Cadence: string(src.Cadence), Grace: src.Grace, Collected: visited(src)})
		}
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
	out := &collectedStatus{Visit: string(c.State.Standing), Since: c.State.Since.String(), Code: c.State.Code, Reason: c.State.Reason.FR, Edition: c.State.Edition.String(),
		Listed: c.Listed(), Gone: len(c.Rows) - c.Listed(), Documents: []documentStatus{}}
	for _, d := range c.State.Documents {
		out.Documents = append(out.Documents, documentStatus{d.URL, d.SHA256, d.Read.String(), d.ByHand})
	}
	return out
}
