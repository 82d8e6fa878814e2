package verify

import (
	"encoding/xml"
	"strings"

	"vigie/internal/record"
)

// atomNumbers checks the numbers told in a feed: each stands in the words of the
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
		id := e.ID[strings.LastIndexAny(e.ID, "/")+1:]
		feedNumbers(t, name, id, e.Title+"\n"+e.Content, report)
	}
}

// calendarNumbers checks the numbers told in a calendar, whose appointments name
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
	var names []string
	for _, kind := range record.Kinds() {
		ref := record.Ref{Kind: kind, ID: id}
		if t.owners[ref.String()] != nil {
			names = append(names, ref.String())
		}
	}
	for _, claim := range t.data.Claims {
		if claim.Owner.ID == id {
			names = append(names, "claims/"+claim.ID)
		}
	}
	for _, d := range t.data.Disputes { // its entry tells what each claim says
		if strings.ReplaceAll(d.ID, "/", "-") != id {
			continue
		}
		for _, claim := range d.Claims {
			names = append(names, "claims/"+claim.ID)
		}
	}
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
			report.Faults = append(report.Faults, Fault{File: name, Figure: id, What: "a number in a feed without proof", Found: b + " — " + shortened(l)})
		}
	}
}
