package site

import (
	"iter"
	"slices"
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/site/feed"
	"vigie/internal/value/lang"
)

// What people subscribe to: feeds, in the folder that each language has for them, and the calendar beside it.
var (
	eventFeed    = lang.Text{FR: "evenements.atom", EN: "events.atom"}
	journalFeed  = lang.Name("journal.atom")
	disputeFeed  = lang.Name("contradictions.atom")
	calendarName = lang.Text{FR: "calendrier.ics", EN: "calendar.ics"}
)

// feedFiles yields the feed of past events, the calendar of days to come and the
// feed of what changed.
func feedFiles(s *Site) iter.Seq[Extra] {
	return func(yield func(Extra) bool) {
		for _, l := range s.Config.Languages {
			v := view{site: s, l: l}
			if !yield(Extra{v.feed(eventFeed), v.eventFeed().Bytes()}) ||
				!yield(Extra{v.file(calendarName), v.calendar().Bytes()}) ||
				!yield(Extra{v.feed(journalFeed), v.journalFeed().Bytes()}) {
				return
			}
		}
	}
}

// file is the path of a file that each language has, from the root of the site.
func (v view) file(name lang.Text) string { return v.site.Config.Languages.Folder(v.l) + name.In(v.l) }

// feeds are what a page points to for those who subscribe.
func (v view) feeds() []Alternate {
	return []Alternate{{"/" + v.feed(eventFeed), "application/atom+xml", v.word("data.feed")},
		{"/" + v.file(calendarName), "text/calendar", v.word("data.calendar")},
		{"/" + v.feed(journalFeed), "application/atom+xml", v.word("journal.feed")}}
}

func (v view) feedLinks() []Link {
	var out []Link
	for _, f := range v.feeds() {
		out = append(out, Link{Href: f.Href, Text: f.Title})
	}
	return out
}

// feedOf starts the feed of a section.
func (v view) feedOf(name lang.Text, section, subtitle string) feed.Atom {
	c := v.site.Config
	return feed.Atom{ID: feed.Tag(v.feed(name)), Lang: string(v.l),
		Title: v.text(c.Site.Title) + " – " + v.word("nav."+section), Subtitle: subtitle,
		Author: c.Publisher.Name.In(v.l), Rights: v.text(v.site.about().Licence.Title),
		Self: v.site.fullOnly("/" + v.feed(name)), Page: v.site.fullOnly(v.site.Href(v.l, section))}
}

// dated ends a feed: it is as new as its newest entry or, when it has none, as the
// last reading of a source.
func (v view) dated(f feed.Atom) feed.Atom {
	for _, e := range f.Entries {
		f.Updated = later(f.Updated, e.Updated)
	}
	if f.Updated.IsZero() {
		f.Updated = v.site.lastRead()
	}
	return f
}

// eventFeed lists the events that have happened on the day of reference, the
// latest first; those that no source dates stand on the page only.
func (v view) eventFeed() feed.Atom {
	out := v.feedOf(eventFeed, "timeline", v.text(v.site.Config.Site.Description))
	for _, e := range latestFirst(v.site.Data.Events) {
		if e.On == nil || e.On.IsZero() || e.On.Begins().After(v.site.Data.AsOf) || e.IsWithdrawn(v.site.Data.AsOf) {
			continue
		}
		out.Entries = append(out.Entries, v.eventEntry(e))
	}
	return v.dated(out)
}

func (v view) eventEntry(e *dataset.Event) feed.Entry {
	ev := v.event(e)
	words := []string{ev.On}
	var sources []string
	for i, c := range ev.Claims {
		words = append(words, c.Says, c.Source.Text+", "+c.Publisher+".")
		if s := e.Claims[i].Source; s != nil && !slices.Contains(sources, s.URL) {
			sources = append(sources, s.URL)
		}
	}
	words = append(words, ev.Note)
	return feed.Entry{ID: feed.Tag("event/" + string(v.l) + "/" + e.ID), Title: ev.Title,
		Page:      v.site.fullOnly(v.site.RecordHref(v.l, record.Ref{Kind: record.Events, ID: e.ID})),
		Published: e.On.Begins(), Updated: dataset.LastRead(e.Claims), Category: ev.KindID, Label: ev.Kind,
		Summary: sentences(words), Sources: sources}
}

// sentences puts lines one under the other, leaving out the empty ones.
func sentences(list []string) string {
	return strings.Join(slices.DeleteFunc(list, func(s string) bool { return s == "" }), "\n")
}
