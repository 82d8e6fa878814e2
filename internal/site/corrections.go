package site

import (
	"iter"
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/edition"
	"vigie/internal/export"
	"vigie/internal/record"
	"vigie/internal/site/trace"
)

// CorrectionsPage lists every error that was corrected, and what was taken back.
type CorrectionsPage struct {
	Prose     Prose
	Groups    []CorrectionGroup
	Withdrawn []WithdrawnView
	Causes    []CauseView // corrections of ours that the journal lists, by what each mended
	First     bool        // it is the first page of the list of changes, and has all the rest
	Table     Link        // the table of the data, with its columns
	Downloads []Download
}

// CorrectionGroup is whose errors they are.
type CorrectionGroup struct {
	ID, Title, Meaning, None string
	Rows                     []CorrectionView
}

// CauseView is one mistake of ours, and all that changed when it was mended.
type CauseView struct {
	Day     string
	Cause   ChangeView // the first change: all have its reason and its source
	Changes []FollowedView
	Fold    bool // they are many
}

// FollowedView is what changed for the same changes behind it; there is none behind what was mended itself.
type FollowedView struct {
	Because []Link
	Changes []ChangeView
}

// shownTogether is from how many changes on those of one cause are folded.
const shownTogether = 12

// CorrectionView is one correction: both values, why, and what became of it.
type CorrectionView struct {
	ID         string
	Title      Link // the record that holds the claim
	About      string
	Wrong      string // with its unit
	Published  string
	Reason     string
	On         string
	Applies    bool
	State      string
	StateID    string
	StateMeans string
	Claim      []Claim // the one that is corrected
	Shows      []Claim // that show the right value
	Notices    []NoticeView
}

// NoticeView is who was written to, and when.
type NoticeView struct{ Whom, On string }

func correctionPages(v view) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		changes := v.site.ourCorrections()
		for _, c := range cuts(len(changes), mostRows) {
			if !yield(v.correctionPage(c, changes)) {
				return
			}
		}
	}
}

// correctionPage is the page of corrections, or a further page of the changes that it lists.
func (v view) correctionPage(c cut, changes []edition.Change) Page {
	title, lead, prose := v.intro("corrections")
	body := CorrectionsPage{First: c.At == 1}
	for _, some := range byCause(changes[c.First:c.Last]) {
		body.Causes = append(body.Causes, v.cause(some))
	}
	if body.First {
		body.Prose, body.Withdrawn, body.Groups = prose, v.allWithdrawn(), v.correctionGroups(len(changes) > 0)
	}
	tables, _ := v.exports()
	if t, ok := export.Find(tables, "corrections"); ok {
		body.Table, body.Downloads = v.datasetLink(t), v.downloads(t)[:3]
	}
	p := v.page("corrections", "corrections", title, lead, body)
	p.Feeds = v.feedsOf(correctionFeed, "corrections.feed")
	return v.part(p, c, mostRows, "parts.rule.corrections", v.wholeTables(export.JournalTable)...)
}

// cause shows changes of one cause.
func (v view) cause(changes []edition.Change) CauseView {
	var out CauseView
	for i, c := range changes {
		change := v.change(c)
		if i == 0 || !slices.Equal(c.Because, changes[i-1].Because) {
			out.Changes = append(out.Changes, FollowedView{Because: change.Because})
		}
		last := &out.Changes[len(out.Changes)-1]
		last.Changes = append(last.Changes, change)
	}
	out.Cause, out.Fold = out.Changes[0].Changes[0], len(changes) > shownTogether
	out.Day = out.Cause.Day
	return out
}

// correctionGroups lists the declared corrections, by whose errors they are. Past says that
// some of ours were mended, which the page lists further down.
func (v view) correctionGroups(past bool) []CorrectionGroup {
	var out []CorrectionGroup
	for _, k := range record.CorrectionKinds() {
		g := CorrectionGroup{ID: string(k), Title: v.word("correction-kind." + string(k)),
			Meaning: v.word("correction-kind-meaning." + string(k)),
			None:    v.word("corrections.none." + string(k))}
		if k == record.OurError && past {
			g.None = v.word("corrections.past.our-error")
		}
		for _, c := range v.site.Data.Corrections {
			if c.Kind == k {
				g.Rows = append(g.Rows, v.correction(c))
			}
		}
		out = append(out, g)
	}
	return out
}

func (v view) correction(c *dataset.Correction) CorrectionView {
	v.note(trace.Shown, thing(c.Ref()))
	out := CorrectionView{ID: c.ID, Reason: v.text(c.Reason), On: v.day(c.On), Applies: c.Applies,
		State:   v.word("correction-state." + string(c.State)),
		StateID: string(c.State), StateMeans: v.word("correction-state-meaning." + string(c.State)), Shows: v.claims(c.Shows)}
	for _, n := range c.Notices {
		out.Notices = append(out.Notices, NoticeView{v.text(n.Whom), v.day(n.On)})
	}
	if c.Claim != nil {
		out.Title, out.About = v.owner(c.Claim.Owner), v.when(c.Claim.About)
		out.Wrong, out.Published = c.Expected.Text(v.l, c.Claim.Unit), c.Correction.Published.Text(v.l, c.Claim.Unit)
		out.Claim = v.claims([]*dataset.Claim{c.Claim})
	}
	return out
}

// CorrectedView is beside a claim that is published with another value.
type CorrectedView struct {
	ID     string
	Stated string // what the source says, with its unit
	Reason string
	Href   string
}

// corrected says that another value than that of the source is published.
func (v view) corrected(c *dataset.Claim) *CorrectedView {
	for _, x := range c.Corrections {
		if x.Applies {
			return &CorrectedView{ID: x.ID, Stated: c.SourceValue().Text(v.l, c.Unit), Reason: v.text(x.Reason),
				Href: v.site.RecordHref(v.l, x.Ref())}
		}
	}
	return nil
}

// restsOnCorrection says that a figure would be another one without a correction.
func (s *Site) restsOnCorrection(claims []string) bool {
	for _, id := range claims {
		if c := s.Data.Claim(id); c != nil && c.SourceValue() != c.Value {
			return true
		}
	}
	return false
}
