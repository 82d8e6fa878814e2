package feed_test

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

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
	for _, want := range []string{"DTSTART;VALUE=DATE:20260301\r\n", "DTEND;VALUE=DATE:20260302\r\n", "DTSTAMP:20260301T000000Z\r\n", `DESCRIPTION:two\nlines`, "UID:qualification/one@vigie.invalid\r\n"} {
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
		Entries: []feed.Entry{{ID: feed.Tag("event/one"), Title: "One", Updated: day, Published: day, Category: "law", Label: "Loi", Summary: "Tags: <b>", Sources: []string{"https://example.org/a?b&c"}}}}
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
	if e.Content != "Tags: <b>" || len(e.Links) != 1 || e.Links[0].Rel != "via" || e.Links[0].Href != "https://example.org/a?b&c" {
		t.Errorf("entry %+v", e)
	}
}
