package site

import (
	"encoding/json"
	"iter"
	"strings"

	"vigie/internal/cal"
	"vigie/internal/collected"
	"vigie/internal/dataset"
)

// CollectedView is what was collected of a source: how it stands, the copies that
// were read, and the rows, or the first of them.
type CollectedView struct {
	Standing    string // in words
	StandingID  string // good, stale, doubtful or late
	Since       string
	Reason      string
	Edition     string
	Listed      int
	Gone        int
	Head        []string
	Rows        []CollectedRow
	More        bool // only the first rows stand here
	CSV         string
	Documents   []DocumentView
	Attribution string
	Overtaken   *OvertakenView // lines that the source which prevails tells of too
}

// CollectedRow is a row with since when the source does not list it any more.
type CollectedRow struct {
	Cells []string
	At    string
	Gone  string
}

// DocumentView is a copy that was read.
type DocumentView struct {
	URL, SHA256, Read string
	ByHand            bool
}

// shownRows is how many rows of a large table stand on the page of its source;
// the download holds them all.
const shownRows = 50

func (v view) collected(s *dataset.Source) *CollectedView {
	c := s.Collected
	switch {
	case c == nil && s.Collect == nil:
		return nil
	case c == nil: // it is to be visited, and never was
		return &CollectedView{StandingID: "never", Standing: v.word("collected.never")}
	}
	out := &CollectedView{Listed: c.Listed(), Gone: len(c.Rows) - c.Listed(), Reason: v.text(c.State.Reason),
		Edition: c.State.Edition.Text(v.l), CSV: "/" + collectedPath(s.ID)}
	out.StandingID, out.Since = standing(s, v.site.Data.AsOf), ""
	out.Standing = v.word("collected." + out.StandingID)
	if since := sinceOf(s, v.site.Data.AsOf); !since.IsZero() {
		out.Since = v.day(since)
	}
	for _, col := range c.Columns {
		out.Head = append(out.Head, v.text(col.Label))
	}
	for _, r := range c.Rows {
		if len(out.Rows) == shownRows {
			out.More = true
			break
		}
		out.Rows = append(out.Rows, CollectedRow{Cells: r.Cells, At: r.At, Gone: v.day(r.GoneSince)})
	}
	for _, d := range c.State.Documents {
		out.Documents = append(out.Documents, DocumentView{URL: d.URL, SHA256: d.SHA256, Read: v.day(d.Read), ByHand: d.ByHand})
	}
	out.Overtaken = v.overtaken(s)
	if s.Collect != nil {
		out.Attribution = strings.ReplaceAll(v.text(s.Collect.Attribution), "{date}", v.day(c.State.Read()))
	}
	return out
}

// standing is how a collected source stands on the day of reference: as its last
// visit left it, or late when it should have been renewed since.
func standing(s *dataset.Source, asOf cal.Day) string {
	c := s.Collected
	if c.State.Standing == collected.Good {
		if _, late := c.State.LateSince(s.Cadence, s.Grace, asOf); late {
			return "late"
		}
	}
	return string(c.State.Standing)
}

func sinceOf(s *dataset.Source, asOf cal.Day) cal.Day {
	if day, late := s.Collected.State.LateSince(s.Cadence, s.Grace, asOf); late && s.Collected.State.Standing == collected.Good {
		return day
	}
	return s.Collected.State.Since
}

func collectedPath(source string) string { return "donnees/collecte/" + source + ".csv" }

// collectedFiles yields the rows of each collected source as they are kept, and
// etat.json, which tells programs how each source stands.
func collectedFiles(s *Site) iter.Seq[Extra] {
	type document struct {
		URL    string `json:"url"`
		SHA256 string `json:"sha256"`
		Read   string `json:"read"`
		ByHand bool   `json:"by_hand,omitempty"`
	}
	type state struct {
		Source    string     `json:"source"`
		Publisher string     `json:"publisher"`
		Standing  string     `json:"state"`
		Since     string     `json:"since,omitempty"`
		Reason    string     `json:"reason,omitempty"`
		Edition   string     `json:"edition,omitempty"`
		Cadence   string     `json:"cadence"`
		Grace     int        `json:"grace_days"`
		Listed    int        `json:"rows"`
		Gone      int        `json:"rows_no_longer_listed"`
		Documents []document `json:"documents"`
	}
	return func(yield func(Extra) bool) {
		all := []state{}
		for _, src := range s.Data.Sources {
			c := src.Collected
			if c == nil {
				if src.Collect != nil {
					all = append(all, state{Source: src.ID, Publisher: src.Publisher, Standing: "never", Cadence: string(src.Cadence), Grace: src.Grace, Documents: []document{}})
				}
				continue
			}
			one := state{Source: src.ID, Publisher: src.Publisher, Standing: standing(src, s.Data.AsOf), Since: sinceOf(src, s.Data.AsOf).String(),
				Reason: c.State.Reason.FR, Edition: c.State.Edition.String(), Cadence: string(src.Cadence), Grace: src.Grace,
				Listed: c.Listed(), Gone: len(c.Rows) - c.Listed()}
			for _, d := range c.State.Documents {
				one.Documents = append(one.Documents, document{d.URL, d.SHA256, d.Read.String(), d.ByHand})
			}
			all = append(all, one)
			table, _ := c.Encode()
			if !yield(Extra{collectedPath(src.ID), table}) {
				return
			}
		}
		text, err := json.MarshalIndent(struct {
			AsOf    string  `json:"as_of"`
			Sources []state `json:"sources"`
		}{s.Data.AsOf.String(), all}, "", "  ")
		if err == nil {
			yield(Extra{"etat.json", append(text, '\n')})
		}
	}
}
