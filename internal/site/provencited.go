package site

import (
	"cmp"
	"iter"
	"net/url"
	"slices"
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/site/trace"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// A number is cited by a text that holds what whoever prints it must have at hand: the value and its
// unit, what it is of, where it was read and on which day, the address of its proof and the edition since
// which it is what it is. The same text stands on the page of the proof and in a file beside it.

// CitedView is the citation of a number on the page of its proof.
type CitedView struct {
	Text   string // several lines
	AsText string // the file that holds the same
	AsJSON string // the file that holds the same for programs
}

// CitationText and CitationJSON are the files in which a number is cited, below the address of its proof.
const (
	CitationText = "citation.txt"
	CitationJSON = "citation.json"
)

// citedReading is one place where what a number rests on was read.
type citedReading struct {
	Claim     string `json:"claim,omitempty"`
	Value     string `json:"value,omitempty"` // as the source gives it: "44000000", "44000000/51600000"
	Source    string `json:"source"`
	Publisher string `json:"publisher"`
	Title     string `json:"title"`
	Address   string `json:"address,omitempty"`
	Published string `json:"published,omitempty"`
	Place     string `json:"place,omitempty"` // where in the source
	Read      string `json:"read,omitempty"`
	Copy      string `json:"copy_sha256,omitempty"`

	day       cal.Day
	published *cal.Date
}

// readings lists where what a figure rests on was read: in each claim, in the rows that it counts.
func (s *Site) readings(f figure.Figure) []citedReading {
	var out []citedReading
	for _, c := range s.Data.ClaimsOf(f.Rests.Claims) {
		if c.Source == nil {
			continue
		}
		one := readingOf(c.Source)
		one.Claim, one.Place, one.Copy, one.day = c.ID, c.At, c.Snapshot, c.Read
		if v := c.SourceValue(); v != nil {
			one.Value = figure.Figure{State: figure.Sure, Value: *v}.Exact()
		}
		out = append(out, one)
	}
	for _, id := range f.Rests.Collected {
		src := dataset.Find[*dataset.Source](s.Data, record.Sources, id)
		if src == nil || src.Collected == nil {
			continue
		}
		one := readingOf(src)
		one.day = src.Collected.State.Read()
		out = append(out, one)
	}
	for i := range out {
		if !out[i].day.IsZero() {
			out[i].Read = out[i].day.String()
		}
	}
	return out
}

func readingOf(src *dataset.Source) citedReading {
	one := citedReading{Source: src.ID, Publisher: src.Publisher, Title: src.Title, Address: src.URL,
		published: src.Published}
	if src.Published != nil {
		one.Published = src.Published.String()
	}
	return one
}

// mostCited is how many readings a text lists: the page of the proof has them all.
const mostCited = 6

// cited makes the citation of a figure.
func (v view) cited(f provenFigure) CitedView {
	at := v.site.ProofHref(v.l, f.ID)
	return CitedView{Text: v.citationOf(f), AsText: at + CitationText,
		AsJSON: v.site.ProofHref(v.site.Config.Languages.First(), f.ID) + CitationJSON}
}

// citationForms are the files of a citation, as other forms of the page of a proof.
func (v view) citationForms(c CitedView) []Alternate {
	title := v.word("proof.cite")
	return []Alternate{{c.AsText, "text/plain", title}, {c.AsJSON, "application/json", title}}
}

// citationOf is the text of a citation.
func (v view) citationOf(f provenFigure) string {
	lines := []string{v.citedLabel(f.Figure) + " – " + f.Text(v.l)}
	add := func(key, text string) {
		if text != "" {
			lines = append(lines, v.word(key)+" "+text)
		}
	}
	if !f.Known() {
		add("cited.reason", v.word("reason."+string(f.Reason)))
	}
	add("cited.exact", f.Exact())
	add("cited.unit", v.citedUnit(f.Figure))
	add("cited.basis", v.basis(f.Basis))
	if who := dataset.Find[*dataset.Perimeter](v.site.Data, record.Perimeters, f.Perimeter); who != nil {
		add("cited.perimeter", v.text(who.Title))
	}
	if f.gone {
		lines = append(lines, v.word("gone.notice"))
	} else {
		add("cited.standing", v.citedStanding(f.Figure))
	}
	add("cited.formula", v.text(f.Rests.Words))
	var read []string // several claims may have been read at one place
	for _, one := range v.site.readings(f.Figure) {
		if line := v.citedSource(one); !slices.Contains(read, line) {
			read = append(read, line)
		}
	}
	for _, line := range read[:min(len(read), mostCited)] {
		add("cited.source", line)
	}
	switch {
	case len(read) > mostCited:
		lines = append(lines, v.word("cited.more"))
	case len(read) == 0 && len(f.Rests.Records) > 0:
		lines = append(lines, v.word("cited.counted"))
	}
	add("cited.proof", v.site.full(v.site.ProofHref(v.l, f.ID)))
	lines = append(lines, v.text(v.site.Config.Site.Title)+", "+v.word("proof.cite.day")+" "+v.day(v.site.Data.AsOf))
	switch {
	case f.since.IsZero():
		lines = append(lines, v.word("cited.edition-none"))
	case f.gone:
		add("cited.edition-last", v.day(f.since))
	default:
		add("cited.edition", v.day(f.since))
	}
	add("cited.licence", v.text(v.site.about().Licence.Title))
	return strings.Join(lines, "\n") + "\n"
}

// citedLabel names a figure away from its page: a point bears the title of its indicator, which says
// what is counted.
func (v view) citedLabel(f figure.Figure) string {
	label := v.goneLabel(f)
	rest, ok := strings.CutPrefix(f.ID, "indicator/")
	if !ok {
		return label
	}
	id, _, _ := strings.Cut(rest, "/")
	r := v.site.Indicator(id)
	if r.ID == "" {
		return label
	}
	v.note(trace.Named, thing(record.Ref{Kind: record.Indicators, ID: id}))
	return v.text(r.Title) + v.colon() + label
}

// citedUnit is what the number counts, in words.
func (v view) citedUnit(f figure.Figure) string {
	if f.Unit.Kind == quantity.Percent {
		return "%"
	}
	return strings.TrimSpace(cmp.Or(v.text(f.Unit.Many), f.Unit.Symbol, f.Unit.ID) + " " + v.text(f.Unit.Per))
}

// citedStanding is how far a number can be relied on, in words that stand away from its page.
func (v view) citedStanding(f figure.Figure) string {
	least, reported := v.site.Certainty(f)
	words := v.word("state-meaning." + string(f.State))
	if f.State == figure.Sure && f.Nature != figure.Stated {
		words = v.word("proof.sure." + string(f.Nature))
	}
	switch {
	case f.State != figure.Sure:
	case least == CertainDisputed:
		words += " " + v.word("fragile.contested")
	case least == CertainSettled:
		words += " " + v.word("fragile.settled")
	}
	if reported {
		words += " " + v.word("state-meaning.reported")
	}
	return words
}

// citedSource writes where something was read, in one line.
func (v view) citedSource(one citedReading) string {
	parts := []string{one.Publisher, replaceName(v.word("cited.title"), one.Title)}
	if one.published != nil {
		parts = append(parts, v.when(one.published))
	}
	if one.Place != "" {
		parts = append(parts, one.Place)
	}
	if !one.day.IsZero() {
		parts = append(parts, v.word("claim.read")+" "+v.day(one.day))
	}
	if one.Address != "" {
		parts = append(parts, one.Address)
	}
	return strings.Join(parts, ", ")
}

// archived is where the Web Archive would show a document as it was round a day: an address that is
// built, and that nobody here has asked for. Empty where the document has no public address.
func archived(address string, read cal.Day) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || !slices.Contains([]string{"http", "https"}, u.Scheme) || read.IsZero() {
		return ""
	}
	u.Fragment, u.RawFragment = "", ""
	return ArchivePrefix + strings.ReplaceAll(read.String(), "-", "") + "/" + u.String()
}

// ArchivePrefix opens the addresses of the Web Archive: a day and the address of a document follow.
const ArchivePrefix = "https://web.archive.org/web/"

// provenFigure is a figure that has a page of its own.
type provenFigure struct {
	figure.Figure
	gone  bool    // the data hold it no more
	since cal.Day // of the edition since which it is what it is, or of the last one that holds it; none when none does
}

// provenAll lists the figures that have a page of their own, those that the data hold no more too.
func (s *Site) provenAll() iter.Seq[provenFigure] {
	return func(yield func(provenFigure) bool) {
		for _, f := range s.proven() {
			if !yield(provenFigure{Figure: f, since: s.since(f.ID)}) {
				return
			}
		}
		for _, g := range s.Gone() {
			if !yield(provenFigure{g.Figure, true, g.Last}) {
				return
			}
		}
	}
}

// citationFiles yields the citation of each number: a text in each language, and the same for programs.
func citationFiles(s *Site) iter.Seq[Extra] {
	return func(yield func(Extra) bool) {
		for f := range s.provenAll() {
			for _, l := range s.Config.Languages {
				text := view{site: s, l: l}.citationOf(f)
				if !yield(Extra{s.CitationFile(l, f.ID, CitationText), []byte(text)}) {
					return
				}
			}
			if !yield(Extra{s.CitationFile(s.Config.Languages.First(), f.ID, CitationJSON), s.citationJSON(f)}) {
				return
			}
		}
	}
}

// CitationFile is the path of a file in which a figure is cited.
func (s *Site) CitationFile(l lang.Lang, figureID, name string) string {
	return strings.TrimPrefix(s.ProofHref(l, figureID), "/") + name
}
