package site

import (
	"slices"
	"strings"

	"vigie/internal/edition"
	"vigie/internal/record"
	"vigie/internal/site/feed"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// weighty are the types of change that have an entry of their own in the feed:
// those that change or take back something published.
var weighty = []edition.Type{edition.Correction, edition.Revised, edition.Method, edition.Perimeter,
	edition.Withdrawn, edition.NoLongerListed}

// fedChanges is how many changes the feed lists; the journal lists all.
const fedChanges = 200

// journalFeed lists what was changed or taken back, the corrections of sources,
// and each edition as it came.
func (v view) journalFeed() feed.Atom {
	out := v.feedOf(journalFeed, "journal", v.word("lead.journal"))
	for _, one := range v.site.changes() {
		if slices.Contains(weighty, one.Type) && len(out.Entries) < fedChanges {
			out.Entries = append(out.Entries, v.changeEntry(one))
		}
	}
	for _, x := range v.site.Data.Corrections {
		if !x.On.After(v.site.Data.AsOf) {
			out.Entries = append(out.Entries, v.correctionEntry(v.correction(x), x.On))
		}
	}
	for _, e := range v.editions() {
		day, _ := cal.ParseDay(e.ISO)
		out.Entries = append(out.Entries,
			feed.Entry{ID: feed.Tag("edition/" + string(v.l) + "/" + e.ISO), Title: v.describe("journal.edition", e.Day),
				Published: day, Updated: day,
				Page: v.site.fullOnly(v.site.Href(v.l, "editions") + "#" + e.ID), Category: "edition",
				Label: v.word("nav.editions"), Summary: v.word("editions.sum") + " " + e.Sum})
	}
	slices.SortStableFunc(out.Entries, func(a, b feed.Entry) int { return b.Updated.Compare(a.Updated) })
	return v.dated(out)
}

func (v view) changeEntry(c edition.Change) feed.Entry {
	cv := v.change(c)
	words := []string{cv.What, v.fromTo(cv), cv.Reason}
	e := feed.Entry{ID: feed.Tag("change/" + string(v.l) + "/" + strings.TrimPrefix(cv.Name, "changes/")),
		Title:     cv.Type + v.colon() + cv.Target.Text,
		Published: c.Day, Updated: c.Day, Category: cv.TypeID, Label: cv.Type, Summary: sentences(words)}
	if cv.Target.Href != "" {
		e.Page = v.site.fullOnly(cv.Target.Href)
	}
	if s := v.sourceOf(c.Source); s != "" {
		e.Sources = []string{s}
	}
	return e
}

func (v view) correctionEntry(c CorrectionView, on cal.Day) feed.Entry {
	return feed.Entry{ID: feed.Tag("correction/" + string(v.l) + "/" + c.ID),
		Title: v.word("nav.corrections") + v.colon() + c.Title.Text, Published: on, Updated: on,
		Page:     v.site.fullOnly(v.site.RecordHref(v.l, record.Ref{Kind: record.Corrections, ID: c.ID})),
		Category: "correction", Label: v.word("nav.corrections"),
		Summary: sentences([]string{v.word("corrections.wrong") + " " + c.Wrong,
			v.word("corrections.published") + " " + c.Published, c.Reason})}
}

// fromTo writes what a value was and what it is.
func (v view) fromTo(c ChangeView) string {
	switch {
	case c.Was == "":
		return c.Now
	case c.Now == "":
		return c.Was + " → " + v.word("change.nothing")
	}
	return c.Was + " → " + c.Now
}

func (v view) colon() string {
	return lang.Typeset(v.l, lang.Text{FR: " : ", EN: ": "}.In(v.l))
}

func (v view) sourceOf(id string) string {
	for _, s := range v.site.Data.Every.Sources {
		if s.ID == id {
			return s.URL
		}
	}
	return ""
}
