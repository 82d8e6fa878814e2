package site

import (
	"html/template"
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/site/trace"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// Views are what templates see: words already in the language of the page,
// addresses already chosen, nothing left to compute.

// Link is an address with its words.
type Link struct {
	Href, Text string
	Current    bool
	Note       string // a few words after the link
}

// Figure is a number as a page shows it: always a link to its proof.
type Figure struct {
	ID    string // identifier of the figure, kept in the page for verification
	Text  string // "44 à 51,6 M€"
	Exact string // machine form: "44000000/51600000"
	Href  string // its proof
	State string // sure, disputed, settled or unknown
	Mark  string // what became of it, in words: corrected, withdrawn; empty otherwise
	Why   string // reason of an unknown
	Doubt *Doubt // why it is fragile; nil when it is solid, or not known
	Date  string // what it is about: "2024", "30 juin 2023"
	Until string // the last day on which it holds, ISO 8601; empty when time alone does not change it
}

// Doubt is why a figure is fragile: the detail that its mark opens.
type Doubt struct {
	ID      string   // of the detail in the page; empty outside a page
	Reasons []string // sentences, the gravest first
}

// Inline is a run of text or a figure.
type Inline struct {
	Text   string
	Figure *Figure
}

// Claim is what one source says, as a page shows it.
type Claim struct {
	ID         string
	Says       string
	Note       string
	Value      string // as the source gives it, with its unit; empty when it gives none
	At         string // where in the source
	About      string
	Stated     string
	Read       string
	Quality    string // in words
	QualityID  string
	Source     Link
	Publisher  string
	Provenance string // where the text of its source comes from, in words; empty when its publisher wrote it
	Address    string // of the document
	Archive    string // where the Web Archive may show it as it was read; empty without a public address
	Copy       string // SHA-256 of the copy that it was read in; empty without one
	CopyAt     string // the copy itself, when it may be republished
	Published  string // in words, or "sans date visible"
	Record     Link   // the record that it serves

	Corrected *CorrectedView // another value is published; Value is that one
	Withdrawn string         // day on which its record was taken back
	Owner     string         // that record: "offers/cumulus"
}

// view makes views in one language.
type view struct {
	site  *Site
	l     lang.Lang
	notes *noting // what the page is made from; nil for what is no page
}

func (v view) word(key string) string {
	v.note(0, trace.Thing{Of: trace.Words, ID: key})
	return v.site.Theme.Words.Must(v.l, key)
}

// name is what readers see of a word of a vocabulary.
func (v view) name(list record.List, word string) string {
	v.note(0, vocabulary(list))
	return v.text(v.site.Data.Words.Name(list, word))
}

// meaning is what a word of a vocabulary means.
func (v view) meaning(list record.List, word string) string {
	one, _ := v.wordOf(list, word)
	return v.text(one.Meaning)
}

// heading stands above all those that a word of a vocabulary is said of.
func (v view) heading(list record.List, word string) string {
	v.note(0, vocabulary(list))
	return v.text(v.site.Data.Words.Heading(list, word))
}

func (v view) text(t lang.Text) string {
	words, spoken := v.site.Theme.Sentences.In(v.l, t)
	s := lang.Typeset(v.l, words)
	v.standsIn(spoken, s)
	return s
}

// when writes a day, a date or a period.
func (v view) when(d interface{ Words() lang.Text }) string {
	if v.l != v.l.Spoken() { // the page may have to note that it stands in English
		return v.text(d.Words())
	}
	key := worded{v.l, d}
	if known, ok := v.site.once.dates.Load(key); ok {
		return known.(string)
	}
	words := v.text(d.Words())
	v.site.once.dates.Store(key, words)
	return words
}

// worded is a day, a date or a period in a language.
type worded struct {
	l    lang.Lang
	date any
}

func (v view) day(d cal.Day) string { return v.when(d) }

// link makes a link to a record.
func (v view) link(ref record.Ref, name lang.Text) Link {
	v.note(trace.Named, thing(ref))
	return Link{Href: v.site.RecordHref(v.l, ref), Text: v.text(name)}
}

// section makes a link to a section.
func (v view) section(key string) Link {
	return Link{Href: v.site.Href(v.l, key), Text: v.label(key)}
}

// label is what menus call a page: the label of its prose, or else the word of the
// theme, or else its title.
func (v view) label(key string) string {
	d := v.doc(key)
	v.note(0, trace.Thing{Of: trace.Words, ID: "nav." + key})
	_, worded := v.site.Theme.Words["nav."+key]
	switch {
	case d != nil && d.Label != "":
		return lang.Typeset(v.l, d.Label)
	case d != nil && !worded:
		return lang.Typeset(v.l, d.Title)
	}
	return v.word("nav." + key)
}

// figure makes the view of a figure.
func (v view) figure(f figure.Figure) Figure {
	v.rests(f)
	out := Figure{ID: f.ID, Text: f.Text(v.l), Exact: f.Exact(), State: string(f.State),
		Href: v.proof(f), Date: v.when(f.Period)}
	if until := v.site.figureHolds(f); !until.IsZero() {
		out.Until = until.String()
	}
	if f.Known() {
		v.composed(out.Text, f.Unit)
	} else {
		v.stands(out.Text)
		out.Why = v.word("reason." + string(f.Reason))
	}
	switch {
	case v.site.takenBack(f):
		out.Mark = v.word("state.withdrawn")
	case v.site.restsOnCorrection(f.Rests.Claims):
		out.Mark = v.word("state.corrected")
	}
	if reasons := v.reasonsOfDoubt(f); len(reasons) > 0 {
		out.Doubt = &Doubt{v.notes.mark(), reasons}
	}
	return out
}

// reasonsOfDoubt are why a figure that is known is fragile: sources disagree or disagreed on it, or on what it
// rests on, here or elsewhere, or the best of what it stands on is far from the fact. That the press or another
// third party reports it is no such reason: its proof shows it. A passage is fragile by the same rule: see
// fragilePassage.
func (v view) reasonsOfDoubt(f figure.Figure) []string {
	if !f.Known() {
		return nil
	}
	var out []string
	switch standing := v.site.standingOf(f); {
	case f.State == figure.Disputed, f.State == figure.Settled:
		out = append(out, v.word("state-meaning."+string(f.State)))
	case standing == CertainDisputed:
		out = append(out, v.word("fragile.contested"))
	case standing == CertainSettled:
		out = append(out, v.word("fragile.settled"))
	}
	if c := dataset.Weakest(v.site.Data.ClaimsOf(f.Rests.Claims)); c != nil && c.Rated.Far {
		v.note(0, vocabulary(record.QualityList))
		words := v.text(c.Rated.Name) + "."
		if !v.site.fragile(f) {
			words = v.describe("fragile.in-part", words)
		}
		out = append(out, strings.TrimSpace(words+" "+v.text(c.Rated.Meaning)))
	}
	return out
}

// proof is the address where a figure is proven: the anchor of its claim for a
// number published once outside a series, a page of its own otherwise.
func (v view) proof(f figure.Figure) string {
	if len(f.Rests.Claims) == 1 && f.ID == "claim/"+f.Rests.Claims[0] {
		if c := v.site.Data.Claim(f.Rests.Claims[0]); c != nil && c.Source != nil {
			return v.site.ClaimHref(v.l, c.Source.ID, c.ID)
		}
	}
	return v.site.ProofHref(v.l, f.ID)
}

// inline turns words and figures into what a template shows.
func (v view) inline(parts []figure.Inline) []Inline {
	var out []Inline
	for _, p := range parts {
		if p.Figure == nil {
			out = append(out, Inline{Text: p.Text})
			continue
		}
		f := v.figure(*p.Figure)
		out = append(out, Inline{Figure: &f})
	}
	return out
}

// claim makes the view of a claim.
func (v view) claim(c *dataset.Claim) Claim {
	v.reads(c)
	out := Claim{ID: c.ID, Says: v.text(c.Says), Note: v.text(c.Note), At: c.At, About: v.when(c.About),
		Read: v.day(c.Read), Quality: v.name(record.QualityList, string(c.Quality)), QualityID: string(c.Quality),
		Record: v.owner(c.Owner), Copy: c.Snapshot, CopyAt: v.site.CopyHref(c.Claim.Source, c.Snapshot)}
	if c.Value != nil {
		out.Value = c.Value.Text(v.l, c.Unit)
		v.composed(out.Value, c.Unit)
	}
	out.Corrected, out.Owner = v.corrected(c), c.Owner.String()
	if w := v.site.Data.Withdrawal(c.Owner); w != nil {
		out.Withdrawn = v.day(w.On)
	}
	if c.Stated != nil {
		out.Stated = v.when(c.Stated)
	}
	if s := c.Source; s != nil {
		v.note(trace.Named, thing(record.Ref{Kind: record.Sources, ID: s.ID}))
		out.Source = Link{Href: v.site.ClaimHref(v.l, s.ID, c.ID), Text: s.Title}
		out.Publisher, out.Provenance, out.Address = s.Publisher, v.provenance(s), s.URL
		out.Archive = archived(s.URL, c.Read)
		out.Published = v.word("undated")
		if s.Published != nil {
			out.Published = v.when(s.Published)
		}
	}
	return out
}

// provenance says where the text of a source comes from; nothing when its publisher wrote it.
func (v view) provenance(s *dataset.Source) string {
	if s.Provenance == "" {
		return ""
	}
	return v.name(record.ProvenanceList, string(s.Provenance))
}

func (v view) claims(list []*dataset.Claim) []Claim {
	out := make([]Claim, 0, len(list))
	for _, c := range list {
		out = append(out, v.claim(c))
	}
	return out
}

// owner links to the record in which a claim stands.
func (v view) owner(ref record.Ref) Link {
	v.note(trace.Named, thing(ref))
	return v.link(v.pageOwner(ref), v.site.NameOf(ref))
}

// pageOwner is the record on whose page another one is shown: a qualification on that
// of its offer, a migration on that of its organisation.
func (v view) pageOwner(ref record.Ref) record.Ref {
	ds := v.site.Data
	switch ref.Kind {
	case record.Qualifications:
		if q := dataset.Find[*dataset.Qualification](ds, ref.Kind, ref.ID); q != nil && q.Offer != nil {
			return record.Ref{Kind: record.Offers, ID: q.Offer.ID}
		}
	case record.Migrations:
		if m := dataset.Find[*dataset.Migration](ds, ref.Kind, ref.ID); m != nil && m.Organisation != nil {
			return record.Ref{Kind: record.Organisations, ID: m.Organisation.ID}
		}
	}
	return ref
}

// Prose is HTML that content made from Markdown.
type Prose = template.HTML
