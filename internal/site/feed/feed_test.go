package feed_test

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/site/feed"
	"vigie/internal/value/cal"
)

// The entries of these tests are made up.

var day = cal.NewDay(2026, 3, 1)

func TestACalendarFoldsItsLinesBetweenCharacters(t *testing.T) {
	long := strings.Repeat("échéance, à tenir ; ", 20)
	c := feed.Calendar{Name: "Échéances", Lang: "fr", Appointments: []feed.Appointment{
		{UID: feed.UID("qualification/one"), Day: day, Stamp: day, Summary: long, Description: "two\nlines"}}}
	text := string(c.Bytes())
	if !strings.HasSuffix(text, "END:VCALENDAR\r\n") {
		t.Error("the last line does not end in CR LF")
	}
	for _, l := range strings.Split(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		if len(l) > 75 || !utf8.ValidString(l) || strings.Contains(l, "\n") {
			t.Errorf("line of %d octets: %q", len(l), l)
		}
	}
	unfolded := strings.ReplaceAll(text, "\r\n ", "")
	want := "SUMMARY:" + strings.ReplaceAll(strings.ReplaceAll(long, ",", `\,`), ";", `\;`)
	if !strings.Contains(unfolded, want+"\r\n") {
		t.Errorf("the summary does not come back from its folds:\n%s", unfolded)
	}
	for _, want := range []string{"DTSTART;VALUE=DATE:20260301\r\n", "DTEND;VALUE=DATE:20260302\r\n",
		"DTSTAMP:20260301T000000Z\r\n", `DESCRIPTION:two\nlines`, "UID:qualification/one@vigie.invalid\r\n"} {
		if !strings.Contains(unfolded, want) {
			t.Errorf("no %q", want)
		}
	}
}

func TestALineWithoutSpacesIsFoldedToo(t *testing.T) {
	for name, text := range map[string]string{
		"one word": strings.Repeat("échéance", 40), "characters of four octets": strings.Repeat("𝛑", 100),
		"a word, then a long one": "un " + strings.Repeat("x", 200), "spaces alone": strings.Repeat(" ", 200) + "x",
	} {
		out := feed.Calendar{Appointments: []feed.Appointment{{UID: "a", Day: day, Stamp: day, Summary: text}}}.Bytes()
		for l := range strings.SplitSeq(string(out), "\r\n") {
			if len(l) > 75 || !utf8.ValidString(l) {
				t.Errorf("%s: a line of %d octets: %q", name, len(l), l)
			}
		}
		if !strings.Contains(strings.ReplaceAll(string(out), "\r\n ", ""), "\r\nSUMMARY:"+text+"\r\n") {
			t.Errorf("%s: the summary does not come back from its folds:\n%s", name, out)
		}
	}
}

func TestAFeedIsWellFormedAndSaysNothingOfAddressesThatItHasNot(t *testing.T) {
	a := feed.Atom{ID: feed.Tag("flux/events"), Lang: "fr", Title: "A < B & « C »", Author: "Vigie", Updated: day,
		Entries: []feed.Entry{{ID: feed.Tag("event/one"), Title: "One", Updated: day, Published: day, Category: "law",
			Label: "Loi", Summary: "Tags: <b>", Sources: []string{"https://example.org/a?b&c"}}}}
	text := string(a.Bytes())
	for d := xml.NewDecoder(strings.NewReader(text)); ; {
		if _, err := d.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
	}
	var back struct {
		ID      string `xml:"id"`
		Updated string `xml:"updated"`
		Entries []struct {
			ID    string `xml:"id"`
			Title string `xml:"title"`
			Links []struct {
				Rel  string `xml:"rel,attr"`
				Href string `xml:"href,attr"`
			} `xml:"link"`
			Content string `xml:"content"`
		} `xml:"entry"`
		Links []struct{} `xml:"link"`
	}
	if err := xml.Unmarshal([]byte(text), &back); err != nil {
		t.Fatal(err)
	}
	e := back.Entries[0]
	if back.ID != "tag:vigie.invalid,2026:flux/events" || back.Updated != "2026-03-01T00:00:00Z" || len(back.Links) != 0 {
		t.Errorf("feed %+v", back)
	}
	if e.Content != "Tags: <b>" || len(e.Links) != 1 || e.Links[0].Rel != "via" ||
		e.Links[0].Href != "https://example.org/a?b&c" {
		t.Errorf("entry %+v", e)
	}
}

func TestAJSONFeedHasTheIdentifiersAndTheDaysOfTheAtomFeed(t *testing.T) {
	a := feed.Atom{ID: feed.Tag("flux/events"), Lang: "fr", Title: "A < B", Author: "Vigie", Updated: day,
		Page: "https://example.org/chronologie/",
		Entries: []feed.Entry{{ID: feed.Tag("event/one"), Title: "One", Page: "https://example.org/one/", Updated: day,
			Published: day.AddDays(-1), Label: "Loi",
			Summary: "two\nlines", Sources: []string{"https://example.org/a?b&c", "https://example.org/d"}}}}
	var back map[string]any
	if err := json.Unmarshal(a.JSON("https://example.org/flux/events.json"), &back); err != nil {
		t.Fatal(err)
	}
	want := map[string]any{"version": "https://jsonfeed.org/version/1.1", "title": "A < B", "language": "fr",
		"home_page_url": "https://example.org/chronologie/", "feed_url": "https://example.org/flux/events.json",
		"authors": []any{map[string]any{"name": "Vigie"}},
		"items": []any{map[string]any{"id": "tag:vigie.invalid,2026:event/one", "url": "https://example.org/one/",
			"external_url": "https://example.org/a?b&c",
			"title":        "One", "content_text": "two\nlines", "date_published": "2026-02-28T00:00:00Z",
			"date_modified": "2026-03-01T00:00:00Z", "tags": []any{"Loi"}}}}
	if d := cmp.Diff(want, back); d != "" {
		t.Error(d)
	}
}

func TestTheFirstLinkOfAFeedAndOfAnEntryIsItsPage(t *testing.T) {
	text := string(feed.Atom{Self: "https://example.org/flux/events.atom", Page: "https://example.org/chronologie/",
		Updated: day,
		Entries: []feed.Entry{{Page: "https://example.org/one/", Updated: day,
			Sources: []string{"https://example.org/a"}}}}.Bytes())
	for _, part := range strings.Split(text, "<entry>") {
		if at := strings.Index(part, "<link "); !strings.HasPrefix(part[at:],
			`<link rel="alternate" type="text/html" href="https://`) {
			t.Errorf("the first link is %.80s", part[at:])
		}
	}
}
