package collect

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"vigie/internal/collected"
	"vigie/internal/value/lang"
)

// How much a report shows to people; the JSON has everything.
const (
	mostOfASort = 30  // changes of one sort in one source
	mostCells   = 6   // values of a new record
	mostRunes   = 120 // of one value
	mostNotes   = 8   // of one sort in one source
)

// composer puts outcomes in words. What comes from a source goes through safe, which
// makes it harmless where it is written.
type composer struct {
	lang lang.Lang
	words
	safe func(string) string
}

// quote makes a value of a source harmless, and short.
func (t composer) quote(s string) string {
	if r := []rune(s); len(r) > mostRunes {
		s = string(r[:mostRunes]) + "…"
	}
	return t.safe(s)
}

// summary is one line about a source, without its name.
func (t composer) summary(o Outcome) string {
	parts := []string{t.status[o.Status]}
	if o.Standing != "" {
		parts = append(parts, count(t.lang, o.Listed, t.records))
	}
	if o.First && o.Status == Read {
		parts = append(parts, t.first)
	}
	if !o.Edition.IsZero() {
		parts = append(parts, fmt.Sprintf(t.edition, o.Edition.Text(t.lang)))
	}
	for _, s := range []struct {
		sort  Sort
		nouns [2]string
	}{{New, t.fresh}, {Changed, t.changed}, {Gone, t.gone}, {Back, t.back}} {
		if n := o.Count(s.sort); n > 0 {
			parts = append(parts, count(t.lang, n, s.nouns))
		}
	}
	return strings.Join(parts, ", ")
}

// reasons are the lines that say what is wrong with a source.
func (t composer) reasons(o Outcome) []string {
	var lines []string
	if o.Why != nil {
		line := t.why + t.colon + t.safe(lang.Typeset(t.lang, o.Why.Reason.In(t.lang)))
		if !o.Since.IsZero() {
			line += " (" + t.standing[o.Standing] + " " + fmt.Sprintf(t.since, o.Since.Text(t.lang)) + ")"
		}
		lines = append(lines, line)
		if o.Why.Detail != "" {
			lines = append(lines, t.safe(o.Why.Detail))
		}
	}
	switch {
	case o.Status != Refused && o.Status != Failed:
	case o.LastGood.IsZero():
		lines = append(lines, t.never)
	default:
		lines = append(lines, fmt.Sprintf(t.kept, o.LastGood.Text(t.lang)))
	}
	if o.Status == Refused && slices.Contains(acceptable, o.Why.Code) {
		lines = append(lines, fmt.Sprintf(t.decide, t.safe(o.Source)))
	}
	if !o.Late.IsZero() {
		lines = append(lines, fmt.Sprintf(t.late, o.Late.Text(t.lang)))
	}
	for _, a := range o.Accepted {
		lines = append(lines, fmt.Sprintf(t.accepted, a.On.Text(t.lang))+t.colon+strings.Join(notEmpty(t.quote(a.Because),
			t.safe(lang.Typeset(t.lang, a.Reason.In(t.lang)))), " — "))
	}
	if o.Mended != "" {
		lines = append(lines, t.mended+t.colon+t.safe(o.Mended))
	}
	return lines
}

// notes are what a maintainer wants to know of the reading.
func (t composer) notes(o Outcome) []string {
	var lines []string
	if u := o.Untried; u != nil {
		number := func(n int) string { return lang.Group(t.lang, fmt.Sprint(n)) }
		lines = append(lines, fmt.Sprintf(t.untried, count(t.lang, u.Rows, t.rows), number(u.RowsMin), number(u.RowsMax)))
	}
	if o.Published > 0 {
		lines = append(lines, count(t.lang, o.Published, t.published))
	}
	for i, b := range o.Bad {
		if i == mostNotes {
			break
		}
		lines = append(lines,
			fmt.Sprintf("%s%s%s", t.unreadable, t.colon, strings.Join(notEmpty(t.quote(b.At), t.quote(b.Column),
				fmt.Sprintf(t.quoted, t.quote(b.Found)), t.wanted+t.colon+t.quote(b.Wanted)), ", ")))
	}
	if d := o.Damaged; d.Repaired+d.Lost > 0 {
		var parts []string
		if d.Repaired > 0 {
			parts = append(parts, count(t.lang, d.Repaired, t.repaired))
		}
		if d.Lost > 0 {
			parts = append(parts, count(t.lang, d.Lost, t.lettersLost))
		}
		lines = append(lines,
			t.damaged+t.colon+strings.Join(append(parts, fmt.Sprintf(t.instance, t.quote(d.Example))), ", "))
	}
	for _, u := range []struct {
		label string
		list  []Unread
	}{{t.unread, o.Unread}, {t.ignored, o.Ignored}} {
		for i, one := range u.list {
			if i == mostNotes {
				lines = append(lines, u.label+t.colon+"…")
				break
			}
			lines = append(lines,
				fmt.Sprintf("%s%s%s (%s)", u.label, t.colon, t.quote(one.In(t.lang)), lang.Group(t.lang, fmt.Sprint(one.Count))))
		}
	}
	return append(lines, t.overtakings(o)...)
}

// overtakings are the lines that the source which prevails has too.
func (t composer) overtakings(o Outcome) []string {
	var lines []string
	for i, one := range o.Overtaken {
		if i == mostOfASort {
			lines = append(lines, "…")
			break
		}
		words := t.rival
		if one.Same {
			words = t.overtaken
		}
		var by []string
		for _, name := range one.By {
			by = append(by, t.named(name))
		}
		lines = append(lines,
			fmt.Sprintf("%s%s%s (%s)", t.named(one.Name), t.colon, fmt.Sprintf(words, t.safe(o.YieldsTo)),
				strings.Join(by, ", ")))
	}
	return lines
}

// named is the name of a record, as far as the source gives it.
func (t composer) named(title []string) string {
	var parts []string
	for _, cell := range title {
		parts = append(parts, t.quote(cell))
	}
	return strings.Join(notEmpty(parts...), " — ")
}

func notEmpty(list ...string) []string {
	var out []string
	for _, s := range list {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// changes are the lines of a list of changes, at most so many.
func (t composer) changes(o Outcome, list []Change) []string {
	var lines []string
	table, _ := collected.Files(o.Source)
	for _, sort := range []Sort{New, Changed, Gone, Back} {
		n := 0
		for _, c := range list {
			if c.Sort != sort {
				continue
			}
			if n++; n <= mostOfASort {
				lines = append(lines, t.change(o, c))
			}
		}
		if n > mostOfASort {
			lines = append(lines, fmt.Sprintf(t.more, n-mostOfASort, t.safe("data/collected/"+table)))
		}
	}
	return lines
}

// change is one record in words:
//
//	Exemple — Nuage d’exemple : valable jusqu’au 2026-11-30 → 2029-11-30 (Catalogue, page 64)
func (t composer) change(o Outcome, c Change) string {
	var title []string
	for _, cell := range c.Title {
		title = append(title, t.orNothing(cell))
	}
	line := strings.Join(title, " — ") + t.colon
	switch c.Sort {
	case Gone:
		return line + t.isGone
	case New:
		line += t.isNew
	case Back:
		line += t.isBack
	}
	var cells []string
	for i, cell := range c.Cells {
		if c.Sort == New && i == mostCells {
			cells = append(cells, "…")
			break
		}
		words := t.safe(inSentence(cell.Label.In(t.lang))) + " "
		if c.Sort != New {
			words += t.orNothing(cell.kind.Words(cell.From).In(t.lang)) + " → "
		}
		cells = append(cells, words+t.orNothing(cell.kind.Words(cell.To).In(t.lang)))
	}
	if len(cells) > 0 {
		if c.Sort != Changed {
			line += ", "
		}
		line += strings.Join(cells, ", ")
	}
	if where := strings.Join(notEmpty(t.quote(o.Title), t.quote(c.At)), ", "); where != "" {
		line += " (" + where + ")"
	}
	return line
}

func (t composer) orNothing(cell string) string {
	if cell == "" {
		return "(" + t.nothing + ")"
	}
	return t.quote(cell)
}

// inSentence takes the capital off a label, but for an acronym.
func inSentence(label string) string {
	r := []rune(label)
	if len(r) > 1 && unicode.IsUpper(r[0]) && unicode.IsLower(r[1]) {
		r[0] = unicode.ToLower(r[0])
	}
	return string(r)
}
