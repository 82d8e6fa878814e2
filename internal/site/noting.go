package site

import (
	"fmt"
	"strings"
	"sync"

	"vigie/internal/content"
	"vigie/internal/dataset"
	"vigie/internal/edition"
	"vigie/internal/export"
	"vigie/internal/record"
	"vigie/internal/site/trace"
	"vigie/internal/value/cal"
)

// A page knows what it was made from: the functions that make views note the records,
// figures, words and files that they read. A view of a record notes all that the record
// is linked to, and a figure all that it rests on, so that a field read in passing is in
// the trace without a word here. TestWhateverChangesAPageIsInItsTrace changes each thing
// of a small site in turn, and finds what was forgotten. Figures and indicators are noted
// in noting_figures.go.

// noting hands each page its own notes.
type noting struct {
	log     *trace.Log
	english map[string]bool // texts that stand in English on a page in a third language: see Spoken
	marks   int             // details of fragile figures on the page so far
}

// mark is the identifier of the next detail of the page; empty for what is no page.
func (n *noting) mark() string {
	if n == nil {
		return ""
	}
	n.marks++
	return fmt.Sprintf("fragile-%d", n.marks)
}

// take gives what was noted since the last page, and starts anew.
func (n *noting) take() *trace.Log {
	if n == nil {
		return nil
	}
	log := n.log
	n.log, n.marks = log.Next(), 0
	return log
}

// stood gives the texts in English that were noted since the last page, and starts anew.
func (n *noting) stood() map[string]bool {
	if n == nil {
		return nil
	}
	english := n.english
	n.english = map[string]bool{}
	return english
}

// until notes that the page holds no longer than a day, whatever the records do.
func (n *noting) until(day cal.Day) {
	if n != nil {
		n.log.Until(day)
	}
}

// onThatDay notes that the page is about the number of one day, and says so.
func (n *noting) onThatDay(day cal.Day) {
	n.until(day)
	if n != nil {
		n.log.Daily(false)
	}
}

// Trace is what the page was made from: all of it once it has its frame.
func (p Page) Trace() trace.Trace { return p.made.Trace() }

// traced keeps what several pages note together, made once each.
type traced struct {
	once sync.Once
	book *trace.Book
	sets sync.Map // by setKey: *trace.Set
}

// setKey names a set: of a record, a figure, an indicator, a template.
type setKey struct{ of, id string }

func (s *Site) book() *trace.Book {
	s.traced.once.Do(func() { s.traced.book = trace.NewBook() })
	return s.traced.book
}

// setOf gives a set by its name, which make makes the first time.
func (s *Site) setOf(of, id string, make func(*trace.Log)) *trace.Set {
	key := setKey{of, id}
	if known, ok := s.traced.sets.Load(key); ok {
		return known.(*trace.Set)
	}
	log := s.book().Log()
	make(log)
	known, _ := s.traced.sets.LoadOrStore(key, log.Set())
	return known.(*trace.Set)
}

func thing(ref record.Ref) trace.Thing { return trace.Thing{Of: string(ref.Kind), ID: ref.ID} }

func things(refs []record.Ref) []trace.Thing {
	out := make([]trace.Thing, 0, len(refs))
	for _, r := range refs {
		out = append(out, thing(r))
	}
	return out
}

// every is all records of a kind, those to come too.
func every(kind record.Kind) trace.Thing { return trace.Thing{Of: string(kind), ID: trace.All} }

// vocabulary is one closed list of words of the data.
func vocabulary(list record.List) trace.Thing {
	return thing(record.Ref{Kind: record.Vocabularies, ID: string(list)})
}

// wordsIn are the words of a list of the data, in its order.
func (v view) wordsIn(list record.List) []record.Word {
	v.note(0, vocabulary(list))
	return v.site.Data.Words.In(list)
}

// wordOf is one word of a list of the data.
func (v view) wordOf(list record.List, word string) (record.Word, bool) {
	v.note(0, vocabulary(list))
	return v.site.Data.Words.Find(list, word)
}

// rowsOf are the collected rows of a source, and how its visits stand.
func rowsOf(source string) trace.Thing { return trace.Thing{Of: trace.Rows, ID: source} }

// note adds things to what the page is made from.
func (v view) note(use trace.Use, things ...trace.Thing) {
	if v.notes != nil {
		v.notes.log.Note(use, things...)
	}
}

func (v view) add(set *trace.Set) {
	if v.notes != nil {
		v.notes.log.Take(set)
	}
}

// shows notes a record whose own words stand on the page, with all that it is linked to.
func (v view) shows(kind record.Kind, id string) {
	if v.notes == nil {
		return
	}
	ref := record.Ref{Kind: kind, ID: id}
	v.note(trace.Shown, thing(ref))
	v.add(v.site.around(ref))
}

// around is a record with all that it is linked to.
func (s *Site) around(ref record.Ref) *trace.Set {
	return s.setOf(string(ref.Kind), ref.ID, func(log *trace.Log) {
		for _, r := range append(s.Data.Around(ref), ref) {
			log.Note(0, thing(r))
			if r.Kind == record.Sources {
				log.Note(0, rowsOf(r.ID))
			}
		}
	})
}

// judges notes that the page goes by where qualifications stand on the day of reference.
func (v view) judges(list ...*dataset.Qualification) {
	for _, q := range list {
		v.note(trace.Judged, thing(record.Ref{Kind: record.Qualifications, ID: q.ID}))
	}
}

// judgesAll notes that the page chooses among the records of a kind by what the day of
// reference makes of each.
func (v view) judgesAll(kind record.Kind) { v.note(trace.Judged, every(kind)) }

// weighed notes what the finding of a service goes by.
func (v view) weighed(m *dataset.Migration) {
	v.note(0, every(record.Doctrines), every(record.Qualifications), vocabulary(record.BodyKindList),
		thing(record.Ref{Kind: record.Indicators, ID: "findings"})) // which words it
	for _, p := range m.Providers {
		v.judges(p.Qualifications...)
	}
	if m.Offer != nil {
		v.judges(m.Offer.Qualifications...)
		if m.Offer.Provider != nil {
			v.judges(m.Offer.Provider.Qualifications...)
		}
	}
}

// reads notes a claim: the record that it stands in, its source, its corrections.
func (v view) reads(c *dataset.Claim) {
	if v.notes != nil {
		noteClaim(v.notes.log, c)
		if c.Snapshot != "" { // the copy may be published
			v.note(0, rowsOf(c.Claim.Source))
		}
	}
}

func noteClaim(log *trace.Log, c *dataset.Claim) {
	log.Note(0, vocabulary(record.QualityList), thing(c.Owner),
		thing(record.Ref{Kind: record.Sources, ID: c.Claim.Source}))
	if c.Unit.ID != "" {
		log.Note(0, thing(record.Ref{Kind: record.Units, ID: c.Unit.ID}))
	}
	for _, x := range c.Corrections {
		log.Note(0, thing(x.Ref()))
	}
}

// doc gives the prose of a page. What its front matter says of the page may stand in the
// file of any language.
func (v view) doc(key string) *content.Doc {
	if v.notes != nil {
		for _, d := range v.site.Content.InEveryLanguage(key) {
			use := trace.Use(0)
			if d.Lang == v.l {
				use = trace.Shown
			}
			v.note(use, trace.Thing{Of: trace.Prose, ID: strings.TrimPrefix(d.File, trace.Prose+"/")})
		}
	}
	return v.site.Content.Doc(v.l, key)
}

// template notes a template, with all that it puts in.
func (v view) template(name string) {
	if v.notes == nil {
		return
	}
	v.notes.log.Take(v.site.setOf(trace.Templates, name, func(log *trace.Log) {
		parts := v.site.Theme.Parts(name)
		for of, names := range map[string][]string{trace.Templates: parts.Templates, trace.Words: parts.Words,
			trace.Assets: parts.Assets} {
			for _, n := range names {
				log.Note(0, trace.Thing{Of: of, ID: n})
			}
		}
	}))
}

// exports gives the tables of the data and their files. Their sizes and their rows are
// made from whatever stands in the data.
func (v view) exports() ([]export.Table, []export.File) {
	tables, files := v.site.exports()
	v.note(0, trace.Thing{Of: trace.Data, ID: trace.All})
	if v.notes != nil {
		v.add(v.site.exported.words)
	}
	return tables, files
}

// lastRead is the last day on which anything was read.
func (v view) lastRead() cal.Day {
	day := v.site.lastRead()
	if v.notes != nil {
		v.add(v.site.setOf("last-read", "", func(log *trace.Log) {
			for _, c := range v.site.Data.Claims {
				if c.Read == day {
					log.Note(0, thing(c.Owner))
				}
			}
		}))
	}
	return day
}

// changedFrom notes what a change of the past is about, as it is now.
func (v view) changedFrom(c edition.Change) {
	v.note(0, trace.Thing{Of: trace.Editions, ID: trace.All})
	if c.Record.ID != "" {
		v.note(0, thing(c.Record))
	}
	if claim := v.site.Data.Claim(c.Claim); claim != nil {
		v.reads(claim)
	}
	if f, ok := v.site.Figures[c.Figure]; ok && c.Figure != "" && v.notes != nil {
		v.site.noteFigure(v.notes.log, f)
	}
}

// endOfMonth is the last day of the month of a day.
func endOfMonth(day cal.Day) cal.Day { return cal.NewDay(day.Year(), day.Month()+1, 0) }
