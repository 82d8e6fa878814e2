package site

import (
	"iter"
	"slices"
	"strings"

	"vigie/internal/collected"
	"vigie/internal/dataset"
	"vigie/internal/export"
	"vigie/internal/export/takeaway"
	"vigie/internal/site/trace"
	"vigie/internal/value/lang"
	"vigie/internal/value/tabular"
)

// CollectedView is what was collected of a source: how it stands, the copies that
// were read, and the rows, or the first of them.
type CollectedView struct {
	Standing    string // of the last visit, in words
	StandingID  string // good, stale, doubtful or never
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
	Kept        *Figure        // the rows that are listed
	Unreadable  *Figure        // those that could not be read
	Left        []LeftView     // what was left aside on purpose
	Overtaken   *OvertakenView // lines that the source which prevails has too
	Breakdown   *BreakdownView // its rows counted group by group
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
	Copy              string // address of the published copy; nothing when there is none
	Packed            bool   // it is in gzip, and the digest that of what it holds
}

// visitNever is the standing of a source that is to be visited and never was.
const visitNever = "never"

// shownRows is how many rows of a large table stand on the page of its source;
// the download holds them all.
const shownRows = 50

func (v view) collected(s *dataset.Source) *CollectedView {
	v.note(trace.Shown, rowsOf(s.ID))
	c := s.Collected
	switch {
	case c == nil && s.Collect == nil:
		return nil
	case c == nil: // it is to be visited, and never was
		return &CollectedView{StandingID: visitNever, Standing: v.word("collected.never")}
	}
	out := &CollectedView{Listed: c.Listed(), Gone: len(c.Rows) - c.Listed(), Reason: v.text(c.State.Reason),
		Edition: v.when(c.State.Edition), CSV: "/" + v.placed().rows(s.ID)}
	out.StandingID, out.Since = string(c.State.Standing), v.day(c.State.Since)
	out.Standing = v.word("collected." + out.StandingID)
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
	out.Documents = v.documents(s)
	v.countRows(s, out)
	out.Overtaken = v.overtaken(s)
	out.Breakdown = v.breakdown(s)
	if s.Collect != nil {
		out.Attribution = strings.ReplaceAll(v.text(s.Collect.Attribution), "{date}", v.day(c.State.Read()))
	}
	return out
}

// rows is where the collected rows of a source stand.
func (p Placed) rows(source string) string { return p.Collected + source + ".csv" }

// inert is what was collected, with no words that a spreadsheet takes for a formula: in
// data/ they stand as they were read.
func inert(c *collected.Collected) *collected.Collected {
	out := *c
	out.Rows = slices.Clone(c.Rows)
	for i := range out.Rows {
		r := &out.Rows[i]
		r.Cells, r.At = slices.Clone(r.Cells), tabular.Inert(r.At)
		for j, column := range c.Columns {
			if column.Kind != collected.Number {
				r.Cells[j] = tabular.Inert(r.Cells[j])
			}
		}
	}
	return &out
}

// rowsFile is the file of what was collected of a source.
func rowsFile(src *dataset.Source) []byte {
	table, _ := inert(src.Collected).Encode()
	return table
}

// collectedFiles yields the rows of each collected source, words of formulas guarded, and
// what describes them.
func collectedFiles(s *Site) iter.Seq[Extra] {
	return func(yield func(Extra) bool) {
		for _, src := range s.Data.Sources {
			if src.Collected == nil {
				continue
			}
			if !yield(Extra{s.Placed().rows(src.ID), rowsFile(src)}) {
				return
			}
			for _, f := range s.collectedWeb(src) {
				if !yield(Extra(f)) {
					return
				}
			}
		}
	}
}

// collectedWeb describes the CSVs of what was collected of a source, on the terms of that source.
func (s *Site) collectedWeb(src *dataset.Source) []export.File {
	_, _ = s.exports()
	about := s.termsOf(src)
	t := export.Collected(s.exported.from, src.ID, lang.Name(src.Title), lang.Name(src.Publisher+", "+src.URL),
		src.Collected)
	rows := s.Placed().rows(src.ID)
	out := []export.File{t.CSVW(rows, export.AsCollected, about)}
	if len(takeaway.Wanted(s.Config.Formats, takeaway.French)) > 0 &&
		slices.Contains(export.Dialects(s.Config.Languages), export.ExcelFrench) {
		out = append(out, t.CSVW(s.Placed().Collected+src.ID+export.ExcelFrench.Suffix, export.ExcelFrench, about))
	}
	return out
}

// termsOf is whose the list collected of a source is, of what day and on what terms.
func (s *Site) termsOf(src *dataset.Source) export.About {
	out := s.about()
	out.Publisher, out.Licence, out.Updated = lang.Name(src.Publisher), s.licenceOf(src), src.Collected.Changed()
	out.Schemaless = true
	if src.Collect != nil {
		for _, l := range s.Config.Languages {
			if asked := src.Collect.Attribution.In(l); asked != "" {
				read := view{site: s, l: l}.day(src.Collected.State.Read())
				out.Credit.Set(l, strings.ReplaceAll(lang.Typeset(l, asked), "{date}", read))
			}
		}
	}
	return out
}

// unknownLicence is what a source has whose licence nobody knows.
const unknownLicence = "unknown"

// licenceOf is the licence of a source.
func (s *Site) licenceOf(src *dataset.Source) export.Licence {
	switch src.Licence {
	case unknownLicence:
		unknown := export.Licence{Name: export.UnknownLicence}
		for _, l := range s.Config.Languages {
			unknown.Title.Set(l, s.Theme.Words.Must(l, "book.licence.unknown"))
		}
		return unknown
	case s.Config.Licence.Data:
		return s.about().Licence
	}
	return export.LicenceOf(src.Licence, lang.Text{})
}
