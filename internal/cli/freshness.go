package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"vigie/internal/config"
	"vigie/internal/corpus"
	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/problem"
)

// outOfDate is a source that should have been renewed, or read again.
type outOfDate struct {
	Source    string  `json:"source"`
	Title     string  `json:"title"`
	Publisher string  `json:"publisher"`
	URL       string  `json:"url,omitempty"`
	State     string  `json:"state"`
	Since     cal.Day `json:"since,omitzero"`
	DaysLate  int     `json:"days_late"`
	Heard     cal.Day `json:"heard,omitzero"`
	Due       cal.Day `json:"due,omitzero"`
	Asked     cal.Day `json:"late_from,omitzero"` // what days_late counts from
	Newer     *newer  `json:"newer_edition,omitempty"`
	Todo      string  `json:"todo"`
}

// newer is an edition that is out, that we do not hold, and that a third party read.
type newer struct {
	Edition   cal.Date `json:"edition"`
	Source    string   `json:"source"` // where the third party says so
	Held      cal.Day  `json:"held,omitzero"`
	DaysOlder int      `json:"held_is_older_by_days,omitempty"`
}

// freshness is what vigie check --freshness finds.
type freshness struct {
	AsOf    cal.Day        `json:"as_of"`
	Sources int            `json:"sources"`
	States  map[string]int `json:"states"` // how many sources stand in each
	Wanting []outOfDate    `json:"wanting"`
}

// checkFreshness lists the sources that somebody should look at, and leaves with
// 1 when there are some. It applies no rule: a source that is late makes no fault
// of the data.
func (v vigie) checkFreshness(w io.Writer, project fs.FS, c config.Config, format string) error {
	read, found, err := corpus.Load(project, dataFolder, c.Languages)
	if err != nil {
		return exit{couldNotRun, err}
	}
	if found.Errors() > 0 {
		return exit{couldNotRun,
			errors.New("the data do not read, so their freshness is unknown: vigie check says what to mend")}
	}
	f := freshnessOf(v.country.Data().New(read, c.AsOf))
	if err := f.print(w, format); err != nil {
		return exit{couldNotRun, err}
	}
	if len(f.Wanting) > 0 {
		return exit{problems, nil}
	}
	return nil
}

func freshnessOf(ds *dataset.Dataset) freshness {
	f := freshness{AsOf: ds.AsOf, States: map[string]int{}, Wanting: []outOfDate{}}
	for _, s := range ds.Sources {
		if s.IsWithdrawn(ds.AsOf) {
			continue
		}
		f.Sources++
		now := s.Freshness
		f.States[string(now.State)]++
		if !now.Wanting() {
			continue
		}
		one := outOfDate{Source: s.ID, Title: s.Title, Publisher: s.Publisher, URL: s.URL, State: string(now.State),
			Since: now.Since, DaysLate: now.Days, Heard: now.Heard, Due: now.Due, Asked: now.Asked, Todo: todo(s)}
		if now.Newer != nil {
			one.Newer = &newer{Edition: *now.Newer.Published, Source: now.Newer.ID, DaysOlder: now.Older}
			if now.ByEdition {
				one.Newer.Held = now.Heard
			}
		}
		f.Wanting = append(f.Wanting, one)
	}
	return f
}

// todo says what to do about a source.
func todo(s *dataset.Source) string {
	gone, collected := s.Freshness.State == dataset.SourceGone, s.Collect != nil
	switch {
	case gone && collected:
		return "find where it went, and mend the addresses of its collect"
	case gone:
		return "cite an archive of it, or what took its place, as a source of its own"
	case s.Freshness.State == dataset.SourceRefused:
		return "save its document in a browser, then: vigie collect " + s.ID + " --from FOLDER"
	case collected && s.Freshness.Newer != nil:
		return "vigie collect " + s.ID + "; an edition that we do not hold is out"
	case s.Freshness.Newer != nil:
		return "read the edition that is out, and add what it says"
	case collected:
		return "vigie collect " + s.ID + "; if nothing newer is out, its publisher is late"
	}
	return "read it again and change the day `read` of its claims, or add what it says now"
}

func (f freshness) print(w io.Writer, format string) error {
	switch format {
	case "json":
		return indented(w, f)
	case "github":
		return problem.PrintGitHub(w, f.warnings())
	case "gitlab":
		return problem.PrintGitLab(w, f.warnings())
	}
	for _, o := range f.Wanting {
		if _, err := fmt.Fprintf(w, "%s: %s\n    %s (%s)\n    %s\n", o.Source, o.inWords(), o.Title, o.Publisher,
			o.Todo); err != nil {
			return err
		}
	}
	var counts []string
	for _, s := range dataset.SourceStates() {
		if n := f.States[string(s)]; n > 0 {
			counts = append(counts, fmt.Sprintf("%d %s", n, s))
		}
	}
	_, err := fmt.Fprintf(w, "%d of %d sources should be looked at, as of %s (%s)\n", len(f.Wanting), f.Sources, f.AsOf,
		strings.Join(counts, ", "))
	return err
}

// inWords is the state of a source in a few words.
func (o outOfDate) inWords() string {
	out := o.State
	if !o.Since.IsZero() {
		out += " since " + o.Since.String()
	}
	if o.DaysLate > 0 {
		out += ", " + inDays(o.DaysLate) + " late (counted from " + o.Asked.String() + ")"
	}
	if !o.Heard.IsZero() {
		out += ", last heard of on " + o.Heard.String()
	}
	if o.Newer != nil {
		out += "; " + o.Newer.inWords()
	}
	return out
}

func (n newer) inWords() string {
	if n.Held.IsZero() {
		return fmt.Sprintf("an edition that we do not hold is out: that of %s, read by a third party (%s)", n.Edition,
			n.Source)
	}
	return fmt.Sprintf("a newer edition exists: that of %s, read by a third party (%s); the one that we hold, of "+
		"%s, is %s older",
		n.Edition, n.Source, n.Held, inDays(n.DaysOlder))
}

func inDays(n int) string {
	if n == 1 {
		return "1 day"
	}
	return fmt.Sprintf("%d days", n)
}

// warnings are the sources as a forge shows them.
func (f freshness) warnings() problem.List {
	var out problem.List
	for _, o := range f.Wanting {
		out = append(out,
			problem.Problem{Place: problem.Place{File: dataFolder + "/" + string(record.Sources) + "/" + o.Source + ".yaml",
				Line: 1},
				Severity: problem.Warning, Rule: "freshness", Message: o.inWords(), Hint: o.Todo})
	}
	return out
}
