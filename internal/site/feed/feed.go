// Package feed writes what people subscribe to: Atom feeds (RFC 4287) of what
// happened, the same as JSON Feeds (1.1), and calendars (RFC 5545) of what is to come.
//
// It is given entries and gives bytes. Identifiers stay for ever, whatever the
// address of the site: a reader that has seen an entry never sees it as new
// because the site moved. Dates come from the data, never from a clock.
//
//	feed.Atom{ID: feed.Tag("feeds/events"), Title: "…", Entries: entries}.Bytes()
//	feed.Calendar{Name: "…", Appointments: list}.Bytes()
package feed

import "vigie/internal/value/cal"

// authority stands where a tag URI (RFC 4151) and a calendar's UID want the name
// of a host. A name that can never be registered (RFC 2606) is the only one that
// fits every copy of the site and outlives the addresses of all.
const authority = "vigie.invalid"

// Tag is the identifier of a feed or of an entry, for ever.
func Tag(name string) string { return "tag:" + authority + ",2026:" + name }

// UID is the identifier of an appointment, for ever.
func UID(name string) string { return name + "@" + authority }

// instant is the start of a day, in UTC.
func instant(d cal.Day) string { return d.String() + "T00:00:00Z" }
