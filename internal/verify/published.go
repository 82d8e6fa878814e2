package verify

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// Stratum is a sort of what is published: things that are read again alike.
type Stratum string

// The closed list of strata.
const (
	SeriesPoints   Stratum = "series"        // a value of a series
	ClaimedNumbers Stratum = "claim"         // a number of a claim outside series
	Calculations   Stratum = "calculation"   // our own arithmetic
	Counts         Stratum = "count"         // a number of records, or of collected rows
	Terms          Stratum = "qualification" // first and last day of a qualification, and where it stands
	EventDates     Stratum = "event"         // the date of an event
	Outcomes       Stratum = "commitment"    // what became of a promise
	HostingTiers   Stratum = "tier"          // the tier that hosts a service, and its state
	Disagreements  Stratum = "contradiction" // whether a disagreement is open, settled or apparent
	Unknowns       Stratum = "unknown"       // the reason why a value is not known
)

// Published is everything that a site publishes and that a second reader can hold
// against sources: figures, dates and states, as of one day.
type Published struct {
	AsOf  cal.Day
	truth *truth
	lang  lang.Lang
	names map[Stratum][]string
}

// ReadPublished reads the data of a project. Words are in language l. There need not be a
// built site; where o.Site is one, the day is that of the site.
func ReadPublished(ctx context.Context, o Options, l lang.Lang) (*Published, error) {
	if o.Site != nil {
		day, err := siteDay(o.Site)
		if err != nil {
			return nil, err
		}
		o.Config.AsOf = day
	}
	t, err := readData(ctx, o)
	if err != nil {
		return nil, err
	}
	p := &Published{AsOf: o.Config.AsOf, truth: t, lang: l, names: map[Stratum][]string{}}
	for _, id := range slices.Sorted(maps.Keys(t.site.Figures)) {
		if f := t.site.Figures[id]; !daily(f) && !t.site.TakenBack(f) {
			p.add(stratumOf(f), id)
		}
	}
	p.addRecords()
	return p, nil
}

func (p *Published) add(s Stratum, name string) { p.names[s] = append(p.names[s], name) }

// addRecords adds the dates and the states of records in hand, by their names.
func (p *Published) addRecords() {
	add := func(s Stratum, kind record.Kind, id string) { p.add(s, record.Ref{Kind: kind, ID: id}.String()) }
	for _, q := range p.truth.data.Qualifications {
		add(Terms, record.Qualifications, q.ID)
	}
	for _, e := range p.truth.data.Events {
		add(EventDates, record.Events, e.ID)
	}
	for _, c := range p.truth.data.Commitments {
		add(Outcomes, record.Commitments, c.ID)
	}
	for _, m := range p.truth.data.Migrations {
		add(HostingTiers, record.Migrations, m.ID)
	}
	for _, d := range p.truth.data.Disputes {
		if !d.Withdrawn {
			add(Disagreements, record.Contradictions, d.ID)
		}
	}
	for _, s := range p.truth.data.Silences {
		add(Unknowns, record.Silences, s.ID)
	}
}

// Names are those of one stratum: identifiers of figures, or kind and identifier of
// records ("commitments/…"), sorted.
func (p *Published) Names(s Stratum) []string { return slices.Sorted(slices.Values(p.names[s])) }

// Chain follows one name down to its documents; false when nothing bears it.
func (p *Published) Chain(name string) (Chain, bool) {
	if f, known := p.truth.site.Figures[name]; known {
		return p.truth.chain(f, p.lang), true
	}
	return p.truth.standing(name, p.lang)
}

// daily says that a figure changes with each day of reference: the days left to a
// qualification, or by which a source is late, are computed from a date that is
// published itself.
func daily(f figure.Figure) bool {
	return slices.ContainsFunc([]string{"days-left/", "days-late/", "indicator/qualification-calendar/"},
		func(prefix string) bool { return strings.HasPrefix(f.ID, prefix) })
}

func stratumOf(f figure.Figure) Stratum {
	switch {
	case !f.Known():
		return Unknowns
	case f.Nature == figure.Counted:
		return Counts
	case f.Nature == figure.Computed:
		return Calculations
	case strings.HasPrefix(f.ID, "claim/"):
		return ClaimedNumbers
	}
	return SeriesPoints
}

// Pages are the addresses of the pages of a built site, in one language, on which each
// name stands: a figure as a number, a record in its words.
func (p *Published) Pages(built fs.FS, names []string) (map[string][]string, error) {
	files, err := listed(built)
	if err != nil {
		return nil, err
	}
	out := map[string][]string{}
	for _, file := range files {
		if !strings.HasSuffix(file, ".html") || p.truth.site.Config.Languages.Of(file) != p.lang {
			continue
		}
		content, err := fs.ReadFile(built, file)
		if err != nil {
			return nil, fmt.Errorf("page %s: %w", file, err)
		}
		var held []string
		for _, n := range names {
			if bytes.Contains(content, []byte(n)) {
				held = append(held, n)
			}
		}
		if len(held) == 0 {
			continue
		}
		doc, err := html.Parse(bytes.NewReader(content))
		if err != nil {
			return nil, fmt.Errorf("page %s: %w", file, err)
		}
		for _, n := range held {
			if first(doc, func(e *html.Node) bool {
				return has(e, "data-figure", n) || has(e, "data-proof", n) || has(e, "data-words", n)
			}) != nil {
				out[n] = append(out[n], addressOf(file))
			}
		}
	}
	return out, nil
}
