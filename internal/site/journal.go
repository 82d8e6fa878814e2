package site

import (
	"iter"
	"slices"
	"strings"

	"vigie/internal/edition"
	"vigie/internal/export"
	"vigie/internal/value/cal"
)

// JournalPage lists what changed, edition by edition, the latest first.
type JournalPage struct {
	Last      *EditionView    // nil while there is none
	Periods   []JournalPeriod // what the tree brings since the last edition, then each edition
	Meanings  []Line          // of the types of change
	Editions  Link
	Table     Link // the table of the data, with its columns
	Downloads []Download
	Feed      Link
}

// JournalPeriod is what one edition brought, or what has changed since the last.
type JournalPeriod struct {
	ID, Title string
	Edition   *EditionView // nil for what is in no edition yet
	Groups    []ChangeGroup
}

// ChangeGroup is the changes of one type.
type ChangeGroup struct {
	ID, Title string
	Rows      []ChangeView
	More      bool // only the first of them stand here
	Fold      bool // it can wait: words, days of reading
}

// ChangeView is one change.
type ChangeView struct {
	Name              string // that of the change among all: what its numbers are the words of
	Day, Type, TypeID string
	Target            Link   // where a reader finds it
	Of                string // whose words the name of Target is made of
	What              string // which of its keys
	Was, Now          string
	Long              bool // Was and Now are paragraphs: they can be folded
	Reason            string
	Source            *Link
	Because           []Link // the changes behind that of a computed figure
}

// longTurn is from how many bytes on what a value was and what it is are folded together.
const longTurn = 320

// shownChanges is how many changes of one type a page shows; the download holds all.
const shownChanges = 40

func journalPages(v view) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		_ = yield(v.journalPage()) && yield(v.editionsPage())
	}
}

func (v view) journalPage() Page {
	body := JournalPage{Editions: v.section("editions"),
		Feed: Link{Href: "/" + v.feed(journalFeed), Text: v.word("journal.feed")}}
	for _, e := range v.editions() {
		body.Last = &e
		break
	}
	for _, c := range v.site.changes() {
		id := "since"
		if !c.To.IsZero() {
			id = c.To.String()
		}
		if n := len(body.Periods); n == 0 || body.Periods[n-1].ID != id {
			body.Periods = append(body.Periods, v.period(id, c))
		}
		body.Periods[len(body.Periods)-1].add(v, c)
	}
	for _, t := range typesOfChange() {
		body.Meanings = append(body.Meanings,
			Line{Label: v.word("change." + string(t)), Value: v.word("change-meaning." + string(t))})
	}
	tables, _ := v.exports()
	if t, ok := export.Find(tables, export.JournalTable); ok {
		body.Table, body.Downloads = v.datasetLink(t), v.downloads(t)[:3]
	}
	p := v.answering("journal", "journal", body)
	p.Feeds = v.feedsOf(journalFeed, "journal.feed")
	return p
}

// typesOfChange lists the types of change that a site may show.
func typesOfChange() []edition.Type {
	return slices.DeleteFunc(edition.Types(), func(t edition.Type) bool { return t == edition.Undeclared })
}

// period starts what one edition brought, or what is in none yet.
func (v view) period(id string, c edition.Change) JournalPeriod {
	if c.To.IsZero() {
		return JournalPeriod{ID: id, Title: v.describe("journal.since", v.day(c.From))}
	}
	p := JournalPeriod{ID: id, Title: v.describe("journal.edition", v.day(c.To))}
	for _, e := range v.editions() {
		if e.ISO == id {
			p.Edition = &e
		}
	}
	return p
}

// add puts a change into the group of its type; changes come in the order of types.
func (p *JournalPeriod) add(v view, c edition.Change) {
	i := slices.IndexFunc(p.Groups, func(g ChangeGroup) bool { return g.ID == string(c.Type) })
	if i < 0 {
		i = len(p.Groups)
		p.Groups = append(p.Groups, ChangeGroup{ID: string(c.Type), Title: v.word("change." + string(c.Type)),
			Fold: c.Type == edition.New || c.Type == edition.Wording || c.Type == edition.ReadAgain || c.Type == edition.Time})
	}
	g := &p.Groups[i]
	if g.More = len(g.Rows) == shownChanges; !g.More {
		g.Rows = append(g.Rows, v.change(c))
	}
}

func (v view) change(c edition.Change) ChangeView {
	v.changedFrom(c)
	out := ChangeView{Name: ChangeName(c), Day: v.day(c.Day), Type: v.word("change." + string(c.Type)),
		TypeID: string(c.Type), Target: v.changed(c), Of: v.site.namedBy(c), What: v.changedKey(c.Key),
		Was: v.published(c.Key, c.Was), Now: v.published(c.Key, c.Now), Reason: v.text(c.Reason)}
	switch {
	case c.Type == edition.Withdrawn:
		out.What, out.Now = "", v.word("withdrawn.on")+" "+out.Now
	case c.Key == valueKey:
		out.What = "" // it goes without saying
	}
	out.Long = out.Was != "" && out.Now != "" && len(out.Was)+len(out.Now) > longTurn
	if c.Source != "" {
		if l := v.sourceLink(c.Source); l.Href != "" {
			out.Source = &l
		}
	}
	for _, target := range c.Because {
		for _, other := range v.site.changesOf(target) {
			if l := v.changed(other); other.To == c.To && l.Href != "" && !slices.Contains(out.Because, l) {
				out.Because = append(out.Because, l)
			}
		}
	}
	return out
}

// namedBy lists what the name of what changed is made of: the change, which keeps
// the name of then, and the record, the claim and the figure as they are now.
func (s *Site) namedBy(c edition.Change) string {
	of := []string{ChangeName(c)}
	if s.Data.Has(c.Record) {
		of = append(of, c.Record.String())
	}
	if s.Data.Claim(c.Claim) != nil {
		of = append(of, "claims/"+c.Claim)
	}
	if c.Figure != "" { // one that is computed no more too
		of = append(of, "figures/"+c.Figure)
	}
	return strings.Join(of, " ")
}

// ChangeName names a change among all: "changes/2026-11-30/claims/<id>/value".
func ChangeName(c edition.Change) string {
	return "changes/" + strings.TrimSuffix(strings.Join([]string{c.Day.String(), c.Target, c.Key}, "/"), "/")
}

// valueKey is the key of the value of a claim or of a figure.
const valueKey = "value"

// changed links to where a reader finds what changed: the proof of a figure, a
// claim on the page of its source, or the record. What is shown nowhere any more
// has no address.
func (v view) changed(c edition.Change) Link {
	v.changedFrom(c)
	name := v.text(c.Name)
	if f, ok := v.site.Figures[c.Figure]; ok && c.Figure != "" {
		return Link{Href: v.proof(f), Text: v.proofLabel(f)}
	}
	if f, ok := v.site.goneFigure(c.Figure); ok {
		return Link{Href: v.site.ProofHref(v.l, f.ID), Text: v.goneLabel(f)}
	}
	if claim := v.site.Data.Claim(c.Claim); claim != nil && claim.Source != nil {
		if about := v.when(claim.About); about != "" {
			name += ", " + about
		}
		return Link{Href: v.site.ClaimHref(v.l, claim.Source.ID, claim.ID),
			Text: name + v.describe("change.claim", claim.Source.Publisher)}
	}
	if v.site.Data.Has(c.Record) {
		return Link{Href: v.site.RecordHref(v.l, v.pageOwner(c.Record)), Text: name}
	}
	if name == "" {
		name = c.Target
	}
	return Link{Text: name}
}

// asPublished writes a value that was or is published; a day in words.
func (v view) asPublished(t edition.Value) string {
	if day, err := cal.ParseDay(t.Exact); err == nil {
		return v.day(day)
	}
	if !t.Text.IsZero() {
		return v.text(t.Text)
	}
	return t.Exact
}

// ourCorrections lists the changes that mended mistakes of ours, those of one cause together.
func (s *Site) ourCorrections() []edition.Change {
	var out []edition.Change
	for _, c := range s.changes() {
		if c.Type == edition.Correction {
			out = append(out, c)
		}
	}
	return slices.Concat(byCause(out)...)
}

// byCause parts changes by the edition that brought them and by why, in the order of the first of each cause.
// Those of one cause that follow from the same changes stand together.
func byCause(changes []edition.Change) [][]edition.Change {
	type cause struct {
		day, edition   cal.Day
		fr, en, source string
	}
	var out [][]edition.Change
	places := map[cause]int{}
	for _, c := range changes {
		why := cause{c.Day, c.To, c.Reason.FR, c.Reason.EN, c.Source}
		at, known := places[why]
		if !known {
			at = len(out)
			places[why], out = at, append(out, nil)
		}
		out[at] = append(out[at], c)
	}
	for _, some := range out {
		slices.SortStableFunc(some, func(a, b edition.Change) int { return slices.Compare(a.Because, b.Because) })
	}
	return out
}

// journalTable is the journal as a table of the data.
func (s *Site) journalTable(from export.From) export.Table {
	v := view{site: s, l: s.Config.Languages.First()}
	var rows []export.JournalRow
	for _, c := range s.changes() {
		row := export.JournalRow{Day: c.Day, From: c.From, To: c.To, Type: string(c.Type), Target: c.Target, Key: c.Key,
			Record: c.Record, Claim: c.Claim,
			Figure: c.Figure, Name: c.Name, Was: c.Was.Exact, WasText: c.Was.Text, Now: c.Now.Exact, NowText: c.Now.Text,
			Count: c.Count,
			Cause: c.Cause, Reason: c.Reason, Source: c.Source, Because: c.Because}
		if l := v.changed(c); l.Href != "" {
			row.Page = s.full(l.Href)
		}
		rows = append(rows, row)
	}
	var types []string
	for _, t := range typesOfChange() {
		types = append(types, string(t))
	}
	return export.Journal(from, types, rows)
}
