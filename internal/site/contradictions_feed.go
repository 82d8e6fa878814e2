package site

import (
	"cmp"
	"slices"
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/site/feed"
)

// anchorOf makes an anchor of an identifier, which may hold slashes.
func anchorOf(id string) string { return strings.ReplaceAll(id, "/", "-") }

func (v view) disputeFeeds() []Alternate {
	return v.feedsOf(disputeFeed, "dispute.feed")
}

// disputeFeed lists the disputes, the one that began last first, each on the day
// since which sources disagree; where no source is dated, on the day of our reading.
func (v view) disputeFeed() feed.Atom {
	out := v.feedOf(disputeFeed, "contradictions", v.word("lead.contradictions"))
	list := slices.DeleteFunc(slices.Clone(v.site.Data.Disputes),
		func(d *dataset.Dispute) bool { return d.Withdrawn || sinceDay(d, v.site.Data.AsOf).IsZero() })
	slices.SortStableFunc(list, func(a, b *dataset.Dispute) int {
		return cmp.Or(b.Since.First().Compare(a.Since.First()), strings.Compare(a.ID, b.ID))
	})
	for _, d := range list {
		out.Entries = append(out.Entries, v.disputeEntry(d))
	}
	return v.dated(out)
}

func (v view) disputeEntry(d *dataset.Dispute) feed.Entry {
	dv := v.dispute(d)
	words := []string{dv.Nature, dv.Explanation}
	var sources []string
	for i, one := range dv.Voices {
		words = append(words, strings.TrimSpace(one.Value+" "+one.Says)+" ("+one.Publisher+", "+one.Announced+")")
		if s := d.Claims[i].Source; s != nil && s.URL != "" && !slices.Contains(sources, s.URL) {
			sources = append(sources, s.URL)
		}
	}
	words = append(words, dv.WouldSettle)
	return feed.Entry{ID: feed.Tag("contradiction/" + string(v.l) + "/" + anchorOf(d.ID)), Title: dv.Title,
		Page:      v.site.fullOnly(dv.Href),
		Published: sinceDay(d, v.site.Data.AsOf), Updated: dataset.LastRead(d.Claims), Category: dv.StateID,
		Label: dv.State, Summary: sentences(words), Sources: sources}
}
