package verify

import (
	"encoding/json"
	"encoding/xml"
	"maps"
	"slices"
	"strings"
)

// atomNumbers checks the numbers given in a feed: each stands in the words of the
// record that its entry names ("tag:…:event/fr/<identifier>").
func atomNumbers(t *truth, name string, raw []byte, report *Report) {
	var feed struct {
		Entries []struct {
			ID      string `xml:"id"`
			Title   string `xml:"title"`
			Content string `xml:"content"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal(raw, &feed); err != nil {
		report.Faults = append(report.Faults, Fault{File: name, What: "it cannot be read", Found: err.Error()})
		return
	}
	for _, e := range feed.Entries {
		feedNumbers(t, name, e.ID[strings.LastIndex(e.ID, ":")+1:], e.Title+"\n"+e.Content, report)
	}
}

// jsonFeedNumbers checks the numbers given in a JSON Feed, whose items have the identifiers
// of the entries of an Atom feed.
func jsonFeedNumbers(t *truth, name string, raw []byte, report *Report) {
	var feed struct {
		Items []struct {
			ID    string `json:"id"`
			Title string `json:"title"`
			Text  string `json:"content_text"`
		} `json:"items"`
	}
	if err := json.Unmarshal(raw, &feed); err != nil {
		report.Faults = append(report.Faults, Fault{File: name, What: "it cannot be read", Found: err.Error()})
		return
	}
	for _, e := range feed.Items {
		feedNumbers(t, name, e.ID[strings.LastIndex(e.ID, ":")+1:], e.Title+"\n"+e.Text, report)
	}
}

// calendarNumbers checks the numbers given in a calendar, whose appointments name
// their record ("UID:commitment-<identifier>@…").
func calendarNumbers(t *truth, name string, raw []byte, report *Report) {
	unfolded := strings.NewReplacer("\r\n ", "", "\r\n", "\n").Replace(string(raw))
	for i, event := range strings.Split(unfolded, "BEGIN:VEVENT\n") {
		if i == 0 {
			continue
		}
		id, words := "", ""
		for l := range strings.Lines(event) {
			key, value, _ := strings.Cut(strings.TrimSpace(l), ":")
			switch key {
			case "UID":
				value, _, _ = strings.Cut(value, "@")
				_, id, _ = strings.Cut(value, "-")
			case "SUMMARY", "DESCRIPTION":
				words += strings.NewReplacer(`\n`, "\n", `\,`, ",", `\;`, ";", `\\`, `\`).Replace(value) + "\n"
			}
		}
		feedNumbers(t, name, id, words, report)
	}
}

// feedNumbers checks the measured numbers in the words of an entry about a record.
func feedNumbers(t *truth, name, id, words string, report *Report) {
	names := t.about(id)
	for l := range strings.Lines(words) {
		l = plain(l)
		found := t.measured.in(l)
		if len(found) == 0 {
			continue
		}
		bare := t.measured.in(rest(l, t.named(names)))
		for i := range found {
			report.Feeds.check(i >= len(bare))
		}
		for _, b := range bare {
			report.Faults = append(report.Faults,
				Fault{File: name, Figure: id, What: "a number in a feed without proof", Found: b + " — " + shortened(l)})
		}
	}
}

// about are the names of all that the identifier of an entry may be about: any run
// of its pieces that is the identifier of a record, figure or claim, with the claims
// that stand in it.
func (t *truth) about(id string) []string {
	var names []string
	pieces := strings.Split(id, "/")
	for from := range pieces {
		for to := from + 1; to <= len(pieces); to++ {
			names = append(names, t.identified[strings.Join(pieces[from:to], "/")]...)
		}
	}
	return names
}

// index notes which names an identifier may stand for.
func (t *truth) index() {
	for _, name := range slices.Sorted(maps.Keys(t.owners)) {
		_, id, _ := strings.Cut(name, "/")
		t.identified[id] = append(t.identified[id], name)
	}
	for _, c := range t.data.Claims {
		t.identified[c.Owner.ID] = append(t.identified[c.Owner.ID], "claims/"+c.ID)
	}
	for _, d := range t.data.Disputes {
		// A dispute that nobody declared bears the identifier of its figure, whose
		// slashes a feed cannot keep.
		id := strings.ReplaceAll(d.ID, "/", "-")
		for _, c := range d.Claims {
			t.identified[id] = append(t.identified[id], "claims/"+c.ID)
		}
	}
}
