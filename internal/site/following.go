package site

import (
	"cmp"
	"path"
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/edition"
	"vigie/internal/record"
	"vigie/internal/site/feed"
	"vigie/internal/value/lang"
)

// What is followed alone: each provider, each body of which something is known, and each
// commitment that has a deadline. Addresses are for ever: what was known once is a record
// still, even withdrawn, and keeps its feed.

// followed is a record that may be followed alone.
type followed struct {
	ref      record.Ref
	name     lang.Text
	events   []*dataset.Event
	entries  []feed.Entry       // what happened to it besides its events and the changes of what we publish
	days     []feed.Appointment // to come, and past ones, of its calendar
	calendar bool
	feed     bool
}

// followedFiles yields the feeds and calendars of what is followed alone.
func (v view) followedFiles(yield func(Extra) bool) bool {
	for _, p := range v.site.Data.Every.Providers {
		if !v.followingFiles(v.followedProvider(p), yield) {
			return false
		}
	}
	for _, o := range v.site.Data.Every.Organisations {
		if v.site.somethingOf(o.ID) && !v.followingFiles(v.followedBody(o), yield) {
			return false
		}
	}
	for _, c := range v.site.Data.Every.Commitments {
		if c.Deadline != nil && len(c.Claims) > 0 && !v.followingFiles(v.followedCommitment(c), yield) {
			return false
		}
	}
	return true
}

func (v view) followingFiles(f followed, yield func(Extra) bool) bool {
	if f.feed && !v.both(v.followedPath(f.ref, atomSuffix), v.followedFeed(f), yield) {
		return false
	}
	if !f.calendar {
		return true
	}
	c := feed.Calendar{Name: v.text(v.site.Config.Site.Title) + " – " + v.text(f.name),
		Description: v.word("data.calendar.about"), Lang: string(v.l), Appointments: f.days}
	return yield(Extra{v.followedPath(f.ref, ".ics"), c.Bytes()})
}

// followedPath is where a file about a record stands: in the folder of feeds, below the name
// that its section has in addresses.
func (v view) followedPath(ref record.Ref, suffix string) string {
	section := path.Base(v.site.Href(v.l, string(ref.Kind)))
	return v.feed(lang.Name(section + "/" + ref.ID + suffix))
}

// somethingOf says that something was recorded of a body: a service, an event.
func (s *Site) somethingOf(body string) bool {
	s.once.bodies.Do(func() {
		s.once.known = map[string]bool{}
		for _, m := range s.Data.Every.Migrations {
			s.once.known[m.Migration.Organisation] = true
		}
		for _, e := range s.Data.Every.Events {
			for _, body := range e.Event.Organisations {
				s.once.known[body] = true
			}
		}
	})
	return s.once.known[body]
}

func (v view) followedProvider(p *dataset.Provider) followed {
	out := followed{ref: record.Ref{Kind: record.Providers, ID: p.ID}, name: p.Name, feed: true, events: p.Events}
	for _, q := range p.Qualifications {
		if a, ok := v.endOf(q); ok {
			out.days = append(out.days, a)
		}
		if e, ok := v.grantedEntry(q); ok {
			out.entries = append(out.entries, e)
		}
	}
	slices.SortStableFunc(out.days, func(a, b feed.Appointment) int { return a.Day.Compare(b.Day) })
	out.calendar = len(out.days) > 0
	return out
}

func (v view) followedBody(o *dataset.Organisation) followed {
	out := followed{ref: record.Ref{Kind: record.Organisations, ID: o.ID}, name: o.Name, feed: true, events: o.Events}
	for _, m := range o.Migrations {
		out.entries = append(out.entries, v.statusEntries(m)...)
	}
	return out
}

func (v view) followedCommitment(c *dataset.Commitment) followed {
	return followed{ref: record.Ref{Kind: record.Commitments, ID: c.ID}, name: c.Title, calendar: true,
		days: []feed.Appointment{v.deadlineOf(c)}}
}

// followedFeed is what happened to a record and what was changed in what we publish of it,
// the latest first.
func (v view) followedFeed(f followed) feed.Atom {
	c := v.site.Config
	self := v.followedPath(f.ref, atomSuffix)
	out := feed.Atom{ID: feed.Tag(self), Lang: string(v.l),
		Title: v.text(c.Site.Title) + " – " + v.text(f.name), Subtitle: v.describe("follow.about", v.text(f.name)),
		Author: c.Publisher.Name.In(v.l), Rights: v.text(v.site.about().Licence.Title),
		Self: v.site.fullOnly("/" + self), Page: v.site.fullOnly(v.site.RecordHref(v.l, f.ref))}
	out.Entries = f.entries
	for _, e := range latestFirst(f.events) {
		if e.On != nil && !e.On.IsZero() && !e.On.Begins().After(v.site.Data.AsOf) && !e.IsWithdrawn(v.site.Data.AsOf) {
			out.Entries = append(out.Entries, v.eventEntry(e))
		}
	}
	for _, one := range v.site.changesOn(append(v.shownOn(f.ref), f.ref)) {
		if one.Type == edition.New || slices.Contains(weighty, one.Type) {
			out.Entries = append(out.Entries, v.changeEntry(one))
		}
	}
	slices.SortStableFunc(out.Entries, func(a, b feed.Entry) int {
		return cmp.Or(b.Published.Compare(a.Published), b.Updated.Compare(a.Updated))
	})
	out.Entries = out.Entries[:min(len(out.Entries), fedChanges)]
	return v.dated(out)
}

// grantedEntry is the first day of a qualification.
func (v view) grantedEntry(q *dataset.Qualification) (feed.Entry, bool) {
	if q.Period == nil || q.Offer == nil || q.Period.From.IsZero() || q.Period.From.After(v.site.Data.AsOf) ||
		q.IsWithdrawn(v.site.Data.AsOf) || len(q.Claims) == 0 {
		return feed.Entry{}, false
	}
	ref := v.pageOwner(record.Ref{Kind: record.Qualifications, ID: q.ID})
	what := v.name(record.SchemeList, string(q.Scheme)) + ", " + v.text(q.Offer.Name)
	return feed.Entry{ID: feed.Tag("qualification/" + string(v.l) + "/" + q.ID + "/from"),
		Title: v.describe("follow.granted", what), Page: v.site.fullOnly(v.site.RecordHref(v.l, ref)),
		Published: q.Period.From, Updated: later(q.Period.From, dataset.LastRead(q.Claims)), Category: "qualification",
		Summary: sentences([]string{v.seller(q.Offer).Text, v.day(q.Period.From) + " – " + v.day(q.Period.Until)}),
		Label:   v.word("nav.qualifications"), Sources: sourcesOf(q.Claims)}, true
}

// statusEntries are the dated states of a service.
func (v view) statusEntries(m *dataset.Migration) []feed.Entry {
	if len(m.Claims) == 0 {
		return nil
	}
	var out []feed.Entry
	for _, s := range m.Statuses {
		if s.On == nil || s.On.IsZero() || s.On.Begins().After(v.site.Data.AsOf) || len(s.Claims) == 0 {
			continue
		}
		var claims []*dataset.Claim
		for _, c := range s.Claims {
			if one := v.site.Data.Claim(c.ID); one != nil {
				claims = append(claims, one)
			}
		}
		words := []string{v.word("dating."+string(s.Dating)) + " " + v.when(*s.On)}
		for _, c := range claims {
			words = append(words, v.text(c.Says))
		}
		out = append(out, feed.Entry{
			ID:        feed.Tag("migration/" + string(v.l) + "/" + m.ID + "/" + s.Claims[0].ID),
			Title:     v.text(m.Service) + v.colon() + v.word("status."+string(s.Status)),
			Page:      v.site.fullOnly(v.site.RecordHref(v.l, v.pageOwner(record.Ref{Kind: record.Migrations, ID: m.ID}))),
			Published: s.On.Begins(), Updated: later(s.On.Begins(), dataset.LastRead(claims)), Category: string(s.Status),
			Label: v.word("status." + string(s.Status)), Summary: sentences(words), Sources: sourcesOf(claims)})
	}
	return out
}

// sourcesOf are the addresses of the documents of claims, each once.
func sourcesOf(claims []*dataset.Claim) []string {
	var out []string
	for _, c := range claims {
		if s := c.Source; s != nil && s.URL != "" && !slices.Contains(out, s.URL) {
			out = append(out, s.URL)
		}
	}
	return out
}

// follow links a page to the feed and the calendar of its record.
func (v view) follow(p Page, f followed) (Page, []Link) {
	var links []Link
	add := func(file, media, word string) {
		p.Feeds = append(p.Feeds, Alternate{"/" + file, media, p.Title + " (" + v.word(word) + ")"})
		links = append(links, Link{Href: "/" + file, Text: v.word(word)})
	}
	if f.feed {
		atom := v.followedPath(f.ref, atomSuffix)
		add(atom, atomType, "follow.atom")
		add(asJSONFeed(atom), jsonType, "follow.json")
	}
	if f.calendar {
		add(v.followedPath(f.ref, ".ics"), "text/calendar", "follow.calendar")
	}
	return p, links
}
