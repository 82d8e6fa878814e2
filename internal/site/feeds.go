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
	eventFeed      = lang.Text{FR: "evenements.atom", EN: "events.atom"}
	journalFeed    = lang.Name("journal.atom")
	disputeFeed    = lang.Name("contradictions.atom")
	correctionFeed = lang.Name("corrections.atom")
	troubleFeed    = lang.Name("sources.atom")
	calendarName   = lang.Text{FR: "calendrier.ics", EN: "calendar.ics"}
)

// feedFiles yields the calendar of days to come, the feeds of what happened and of what
// changed, and those of each record that may be followed alone.
func feedFiles(s *Site) iter.Seq[Extra] {
	return func(yield func(Extra) bool) {
		for _, l := range s.Config.Languages {
			v := view{site: s, l: l}
			if !yield(Extra{v.file(calendarName), v.calendar().Bytes()}) {
				return
			}
			for _, f := range []namedFeed{{eventFeed, v.eventFeed}, {journalFeed, v.journalFeed},
				{correctionFeed, v.correctionFeed}, {disputeFeed, v.disputeFeed}, {troubleFeed, v.troubleFeed}} {
				if !v.both(v.feed(f.name), f.make(), yield) {
					return
				}
			}
			if !v.followedFiles(yield) {
				return
			}
		}
	}
}

// namedFeed is a feed that each language has.
type namedFeed struct {
	name lang.Text
	make func() feed.Atom
}

// both yields a feed as Atom and as JSON Feed, which stands beside it.
func (v view) both(path string, f feed.Atom, yield func(Extra) bool) bool {
	other := asJSONFeed(path)
	return yield(Extra{path, f.Bytes()}) && yield(Extra{other, f.JSON(v.site.fullOnly("/" + other))})
}

// asJSONFeed is where the same feed stands as a JSON Feed.
func asJSONFeed(path string) string { return strings.TrimSuffix(path, atomSuffix) + ".json" }

const (
	atomSuffix = ".atom"
	atomType   = "application/atom+xml"
	jsonType   = "application/feed+json"
)

// file is the path of a file that each language has, from the root of the site.
func (v view) file(name lang.Text) string { return v.site.Config.Languages.Folder(v.l) + name.In(v.l) }

// feeds are what a page points to for those who subscribe.
func (v view) feeds() []Alternate {
	out := []Alternate{{"/" + v.feed(eventFeed), atomType, v.word("data.feed")},
		{"/" + v.file(calendarName), "text/calendar", v.word("data.calendar")},
		{"/" + v.feed(journalFeed), atomType, v.word("journal.feed")}}
	return append(out, v.feedsOf(eventFeed, "data.feed")[1:]...)
}

// feedsOf are the two forms of a feed whose title is a word of the theme.
func (v view) feedsOf(name lang.Text, word string) []Alternate {
	title := v.word(word)
	return []Alternate{{"/" + v.feed(name), atomType, title},
		{"/" + asJSONFeed(v.feed(name)), jsonType, title + ", " + v.word("follow.json")}}
}

// allFeeds are all that the site is followed by.
func (v view) allFeeds() []Alternate {
	out := v.feeds()
	for _, f := range []struct {
		name lang.Text
		word string
	}{{journalFeed, "journal.feed"}, {correctionFeed, "corrections.feed"}, {disputeFeed, "dispute.feed"},
		{troubleFeed, "sources.feed"}} {
		list := v.feedsOf(f.name, f.word)
		if f.name == journalFeed {
			list = list[1:] // among those before
		}
		out = append(out, list...)
	}
	return out
}

func (v view) feedLinks() []Link {
	var out []Link
	for _, f := range v.allFeeds() {
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
