package site

import (
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/site/feed"
)

// inTrouble are the states of a source that ask for care.
var inTrouble = []dataset.SourceState{dataset.SourceLate, dataset.SourceSilent, dataset.SourceGone,
	dataset.SourceRefused}

// troubleFeed lists the sources that are late, silent, gone or refused, each since the day
// on which that began. One feed holds them: a source that mends leaves no empty one behind.
func (v view) troubleFeed() feed.Atom {
	out := v.feedOf(troubleFeed, "sources", v.word("sources.feed.about"))
	for _, s := range v.site.Data.Sources {
		f := s.Freshness
		if !slices.Contains(inTrouble, f.State) || f.Since.IsZero() {
			continue
		}
		out.Entries = append(out.Entries, feed.Entry{
			ID:        feed.Tag("source/" + string(v.l) + "/" + s.ID + "/" + string(f.State) + "/" + f.Since.String()),
			Title:     s.Title + v.colon() + v.word("freshness."+string(f.State)),
			Page:      v.site.fullOnly(v.site.RecordHref(v.l, record.Ref{Kind: record.Sources, ID: s.ID})),
			Published: f.Since, Updated: f.Since, Category: string(f.State), Label: v.word("freshness." + string(f.State)),
			Summary: sentences([]string{s.Publisher, v.day(f.Since)}), Sources: []string{s.URL}})
	}
	slices.SortStableFunc(out.Entries, func(a, b feed.Entry) int { return b.Published.Compare(a.Published) })
	return v.dated(out)
}

// correctionFeed lists the corrections of sources and of our own errors, and what was taken
// back, the latest first.
func (v view) correctionFeed() feed.Atom {
	out := v.feedOf(correctionFeed, "corrections", v.word("corrections.feed.about"))
	for _, one := range v.journalFeed().Entries {
		if slices.Contains([]string{"correction", "withdrawn"}, one.Category) {
			out.Entries = append(out.Entries, one)
		}
	}
	return v.dated(out)
}
