package site_test

import (
	"encoding/xml"
	"strings"
	"testing"
)

type atom struct {
	ID      string `xml:"id"`
	Updated string `xml:"updated"`
	Entries []struct {
		ID        string `xml:"id"`
		Title     string `xml:"title"`
		Published string `xml:"published"`
		Updated   string `xml:"updated"`
	} `xml:"entry"`
}

func TestFeedsListPastEventsUnderFixedIdentifiers(t *testing.T) {
	here, there := extras(real(t, nil)), extras(withAddress(t))
	for _, path := range []string{"flux/evenements.atom", "en/flux/events.atom", "flux/contradictions.atom", "en/flux/contradictions.atom"} {
		var a, b atom
		if err := xml.Unmarshal([]byte(here[path]), &a); err != nil {
			t.Fatal(err)
		}
		if err := xml.Unmarshal([]byte(there[path]), &b); err != nil {
			t.Fatal(err)
		}
		if len(a.Entries) == 0 || len(a.Entries) != len(b.Entries) || a.ID != b.ID || a.Updated == "" {
			t.Fatalf("%s: %d and %d entries, %s and %s", path, len(a.Entries), len(b.Entries), a.ID, b.ID)
		}
		seen := map[string]bool{}
		for i, e := range a.Entries {
			if e.ID != b.Entries[i].ID || !strings.HasPrefix(e.ID, "tag:") || seen[e.ID] {
				t.Errorf("%s: identifier %s, %s once the site has an address", path, e.ID, b.Entries[i].ID)
			}
			seen[e.ID] = true
			if e.Title == "" || e.Published == "" || e.Published > asOf.String()+"T" && !strings.HasPrefix(e.Published, asOf.String()) || e.Updated > a.Updated {
				t.Errorf("%s: %s, published %s, updated %s", path, e.ID, e.Published, e.Updated)
			}
		}
	}
}

func TestCalendarsListEndsAndDeadlines(t *testing.T) {
	s := withAddress(t)
	text := extras(s)["calendrier.ics"]
	for _, l := range strings.Split(text, "\r\n") {
		if len(l) > 75 {
			t.Errorf("a line of %d octets: %s", len(l), l)
		}
	}
	text = strings.ReplaceAll(text, "\r\n ", "")
	deadlines := 0
	for _, c := range s.Data.Commitments {
		if c.Deadline != nil && len(c.Claims) > 0 {
			deadlines++
			if want := "UID:commitment-" + c.ID + "@"; strings.Count(text, want) != 1 {
				t.Errorf("%d times %s", strings.Count(text, want), want)
			}
		}
	}
	for _, q := range s.Data.Qualifications {
		there := strings.Contains(text, "UID:qualification-"+q.ID+"@")
		if q.Counts() && q.Period != nil && !there {
			t.Errorf("the end of %s is not listed", q.ID)
		}
	}
	expected := 0
	for _, src := range s.Data.Sources {
		if !src.Freshness.Next.IsZero() {
			expected++
			at := strings.Index(text, "UID:source-"+src.ID+"@")
			if at < 0 || !strings.Contains(text[at:at+strings.Index(text[at:], "END:VEVENT")], "DTSTART;VALUE=DATE:"+strings.ReplaceAll(src.Freshness.Next.String(), "-", "")) ||
				!strings.Contains(text[at:at+strings.Index(text[at:], "END:VEVENT")], "URL:https://vigie.example.org/etat/sources/"+src.ID+"/") {
				t.Errorf("the next edition of %s, on %s, is not listed", src.ID, src.Freshness.Next)
			}
			if edition := strings.Contains(text[at:at+strings.Index(text[at:], "END:VEVENT")], "SUMMARY:Parution attendue"); at >= 0 && edition != src.Freshness.ByEdition {
				t.Errorf("an edition of %s is expected: %t, and one is held: %t", src.ID, edition, src.Freshness.ByEdition)
			}
		}
	}
	if expected == 0 {
		t.Error("no source keeps a rhythm: the test holds nothing")
	}
	if n := strings.Count(text, "BEGIN:VEVENT"); deadlines == 0 || n <= deadlines || n != strings.Count(text, "DTSTAMP:20") || n != strings.Count(text, "END:VEVENT") {
		t.Errorf("%d appointments, %d deadlines", n, deadlines)
	}
}
