// Package format writes the description of the data out of the code that reads
// them: doc/format.md for people and doc/schemas/ for editors. Keys, their order,
// which are required and which words they take come from package shape, what
// they mean from the comments of the types of package record.
//
// It is for the tests that hold the two against each other, and rewrites both:
//
//	go test ./internal/test/format -update
package format

import (
	"fmt"
	"io/fs"
	"reflect"
	"slices"
	"strings"
	"unicode"

	"vigie/internal/record"
	"vigie/internal/record/shape"
)

// describe is what a key means, and what it names.
func (c Comments) describe(f shape.Field) string {
	what := c.fields[f.Owner.String()+"."+f.Key]
	if what == "" {
		return ""
	}
	return strings.ToUpper(what[:1]) + what[1:]
}

// Document is doc/format.md; examples are real files, by kind, of those that
// have any.
func Document(c Comments, data fs.FS, examples map[record.Kind]string) ([]byte, error) {
	p := page{all: shape.All(), comments: c}
	p.text("%s", opening)
	p.contents()
	p.forms()
	for _, k := range record.Kinds() {
		p.kind(k)
		if examples[k] == "" {
			p.text("A made-up one:\n\n```yaml\n%s```\n", madeUp[k])
			continue
		}
		content, err := fs.ReadFile(data, string(k)+"/"+examples[k]+".yaml")
		if err != nil {
			return nil, fmt.Errorf("the example of %s: %w", k, err)
		}
		p.text("A real one, `data/%s/%s.yaml`:\n\n```yaml\n%s```\n", k, examples[k], content)
		if made := madeUp[k]; made != "" {
			p.text("Another one, made up:\n\n```yaml\n%s```\n", made)
		}
	}
	p.kind(record.Corrections)
	p.text("%s", corrections)
	p.text("%s", accepted)
	p.text("## Parts\n\nPieces of records, in the order of their names.\n")
	p.parts()
	return []byte(strings.TrimRight(p.out.String(), "\n") + "\n"), nil
}

const opening = `# The format of the data

One YAML file is one record and says one thing. The folder under ` + "`data/`" +
	` is the kind of record, the name of the
file its identifier: lower-case letters without accents, digits and single hyphens, for ever. ` + "`vigie check`" +
	` reads all
of them strictly: an unknown or duplicate key, a value of another form or a word that is not in its list is a problem,
printed with its line, its column and a hint.

Editors that know JSON Schema (with the YAML language server) complete and check while one types, from the first line
of each file:

` + "```yaml" + `
# yaml-language-server: $schema=../../doc/schemas/offers.json
` + "```" + `

- What readers see is written in each language of the site (` + "`{fr: …, en: …}`" +
	`). A proper name that reads the same in both is
  written once, where the table says *name*.
- What the data say of the world stands in **claims**: who says it, where, on what day it was read.
- What is unknown is said, with a reason; it is never zero, never blank.
- What time changes (expired, late, missed) is computed and never typed.
- Nothing is deleted: a record is withdrawn, with a day and a reason, and keeps its address: any record may have
  the key ` + "`withdrawn`" + ` ([withdrawal](#withdrawal)).

This page is made from the code: ` + "`go test ./internal/test/format -update`" + `.
`

const corrections = `All corrections stand in one file, ` + "`data/corrections.yaml`" + `: a list, ` + "`[]`" +
	` when there is none. A made-up one:

` + "```yaml" + `
# yaml-language-server: $schema=../doc/schemas/corrections.json
- id: example-zero-too-many
  kind: source-error
  target: example-orders-2024-report
  expected: 516 M
  published: 51.6 M
  reason:
    fr: Le graphique imprime un zéro de trop, le tableau de la même page donne la bonne valeur.
    en: The chart prints one zero too many, the table of the same page gives the right value.
  claim_ids: [example-orders-2024-table]
  on: 2026-12-01
  told:
    - {whom: {fr: L'éditeur du rapport, en: The publisher of the report}, on: 2026-12-02}
  state: open
` + "```" + `

An error of a source stays in the claim, which states what the source states; pages show both values, and everything that
is computed takes the published one. ` + "`vigie check`" +
	` fails once the claim does not state the expected value any more: the
source was mended, and the correction becomes ` + "`state: mended`" +
	`. An error of ours is mended in the claim itself; its
entry (` + "`kind: our-error`, `state: mended`" + `) remembers the value that was published.
`

const accepted = `## accepted

What a person accepted of a collected source, though it was out of a bound, stands beside what was collected, in
` + "`data/collected/<source>.accepted.yaml`" + `: a list that ` + "`vigie collect --accept`" +
	` adds to. A made-up one:

` + "```yaml" + `
- on: 2026-12-01
  because: "Eight offers ended this month: read on the page of the source."
  code: too-many-gone
  reason: {fr: "lignes disparues d’un coup : 8 sur 10, plus de 30 %", en: "rows that disappeared at once: 8 of 10, more than 30%"}
  documents:
    - "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
` + "```" + `

` + "`on`" + ` is the day of the decision, ` + "`because`" + ` why it was taken, ` + "`code`" + ` and ` + "`reason`" +
	` the bound and how far out of it the
harvest was, ` + "`documents`" +
	` the digests of the copies. It holds for these copies and this bound alone; without the entry,
the copies are refused again. See [sources](sources.md#accept-what-a-bound-refuses).
`

// page is the Markdown being written.
type page struct {
	out      strings.Builder
	all      shape.Set
	comments Comments
	used     []reflect.Type // structs that the tables name
}

func (p *page) text(format string, args ...any) { fmt.Fprintf(&p.out, format+"\n", args...) }

// contents leads to each kind of record.
func (p *page) contents() {
	var kinds []string
	for _, k := range append(record.Kinds(), record.Corrections) {
		kinds = append(kinds, fmt.Sprintf("[%s](#%s)", k, k))
	}
	p.text("Kinds of records: %s. Then the [parts](#parts) of records, such as a [claim](#claim) or an "+
		"[observation](#observation).\n", strings.Join(kinds, ", "))
}

// forms lists the values that are written as one word or phrase.
func (p *page) forms() {
	p.text("## Dates, periods and numbers\n")
	p.text("| form | what | for example |\n|---|---|---|")
	for _, name := range []string{"Day", "Date", "Period", "Value"} {
		f := written[name]
		p.text("| %s | %s | `%s` |", strings.ToLower(name), f.what, strings.Join(f.examples, "`, `"))
	}
	p.text("\nText stays text: a code such as `\"01\"` or `\"2A004\"` is best written between quotes, and is never " +
		"taken for a number.\n")
}

func (p *page) kind(k record.Kind) {
	t := shape.Of(k)
	p.text("## %s\n\n%s\n", k, p.comments.types[t.String()])
	p.table(t)
}

// table lists the keys of a struct.
func (p *page) table(t reflect.Type) {
	p.text("| key | | form | meaning |\n|---|---|---|---|")
	for _, f := range p.all[t] {
		if f.Owner == reflect.TypeFor[record.Head]() && t != f.Owner {
			p.use(shape.Bare(f.Type))
			continue // written once, at the top
		}
		needed := ""
		if f.Required {
			needed = "required"
		}
		p.text("| `%s` | %s | %s | %s |", f.Key, needed, p.form(f), p.meaning(f))
	}
	p.text("")
}

// form says how the value of a key is written.
func (p *page) form(f shape.Field) string {
	t := shape.Bare(f.Type)
	var what string
	switch {
	case f.Refers == record.ClaimKind:
		what = "claim identifier"
	case f.Refers != "":
		what = fmt.Sprintf("identifier of [%s](#%s)", f.Refers, f.Refers)
	case f.Closed != nil, f.List != "":
		what = "word"
	case shape.IsText(t) && slices.Contains(record.NameKeys(), f.Key):
		what = "name"
	case shape.IsText(t):
		what = "fr, en"
	case shape.IsWord(t):
		what = strings.ToLower(t.Name())
	case t.Kind() == reflect.Struct:
		p.use(t)
		what = fmt.Sprintf("[%s](#%s)", title(t), title(t))
	case t.Kind() == reflect.Bool:
		what = "true or false"
	case t.Kind() == reflect.Int:
		what = "whole number"
	default:
		what = "text"
	}
	if f.Type.Kind() == reflect.Slice {
		return "list: " + what
	}
	return what
}

// meaning is the comment of a key, and the words that it takes.
func (p *page) meaning(f shape.Field) string {
	what := p.comments.describe(f)
	if f.List != "" {
		return fmt.Sprintf("%s: a word of `%s/%s.yaml`", what, record.Vocabularies, f.List)
	}
	listed := !slices.ContainsFunc(f.Closed,
		func(w string) bool { return !strings.Contains(strings.ToLower(what), strings.ToLower(w)) })
	if listed {
		return what // no list, or one that the comment goes through
	}
	meanings := p.comments.words[shape.Bare(f.Type).String()]
	words := make([]string, len(f.Closed))
	for i, w := range f.Closed {
		words[i] = "`" + w + "`"
		if meanings[w] != "" {
			words[i] += " (" + meanings[w] + ")"
		}
	}
	return what + ". One of " + strings.Join(words, ", ")
}

func (p *page) use(t reflect.Type) {
	if !slices.Contains(p.used, t) {
		p.used = append(p.used, t)
	}
}

// parts describes the structs that the tables named, and those that these name.
func (p *page) parts() {
	described := map[string]string{}
	for i := 0; i < len(p.used); i++ {
		t := p.used[i]
		inner := &page{all: p.all, comments: p.comments, used: p.used}
		inner.text("### %s\n\n%s\n", title(t), p.comments.types[t.String()])
		inner.table(t)
		p.used = inner.used
		described[t.Name()] = inner.out.String()
	}
	for _, t := range slices.SortedFunc(slices.Values(p.used),
		func(a, b reflect.Type) int { return strings.Compare(a.Name(), b.Name()) }) {
		p.out.WriteString(described[t.Name()])
	}
}

// title is the heading of a part: TargetValue gives target-value.
func title(t reflect.Type) string {
	var b strings.Builder
	for i, r := range t.Name() {
		if i > 0 && unicode.IsUpper(r) {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
