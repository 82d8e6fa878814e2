package verify

import (
	"fmt"
	"slices"
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// Chain is a figure, or the date or state of a record, with all that it rests on,
// down to documents.
type Chain struct {
	ID         string   `json:"id"`
	Name       string   `json:"name,omitempty"` // in the formula that it is an input of
	Label      string   `json:"label"`
	Text       string   `json:"text"`
	Exact      string   `json:"exact,omitempty"`
	State      string   `json:"state"`
	Nature     string   `json:"nature"`
	Unit       string   `json:"unit,omitempty"`
	Period     string   `json:"period,omitempty"`
	Reason     string   `json:"reason,omitempty"` // why it is unknown
	Perimeter  string   `json:"perimeter,omitempty"`
	Resolution string   `json:"resolution,omitempty"` // why this value was chosen
	Note       string   `json:"note,omitempty"`
	Disputes   []string `json:"disputes,omitempty"` // addresses of the contradictions in which it stands
	Proof      string   `json:"proof"`              // address on the site
	// of what is computed no more: the latest edition that holds it
	Last        string      `json:"last_edition,omitempty"`
	Words       string      `json:"formula_in_words,omitempty"`
	Formula     string      `json:"formula,omitempty"`
	Substituted string      `json:"substituted,omitempty"`
	Inputs      []Chain     `json:"inputs,omitempty"`
	Claims      []Statement `json:"claims,omitempty"`
	Records     []string    `json:"records,omitempty"` // that it counts
	Rows        []Copy      `json:"rows,omitempty"`    // the copies whose collected rows it counts
	// file and line of the record that holds it, where no claim names it
	Record string   `json:"record,omitempty"`
	Beside []string `json:"beside,omitempty"` // what is shown beside the date or state of a record
}

// Copy is a document that a program read.
type Copy struct {
	Source  string `json:"source"`
	Address string `json:"address"`
	SHA256  string `json:"sha256"`
	Read    string `json:"read"`
}

// Statement is what one source says, with all that finds it again.
type Statement struct {
	ID        string `json:"id"`
	Value     string `json:"value,omitempty"`     // as it is published
	Corrected string `json:"corrected,omitempty"` // what the source says instead, and why it is not published
	Says      string `json:"says"`
	Note      string `json:"note,omitempty"`
	Source    string `json:"source"`
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	// copy, content-farm, automatic-summary or draft, when it is no publication of its publisher's own
	Provenance string `json:"provenance,omitempty"`
	Address    string `json:"address,omitempty"`
	Place      string `json:"place,omitempty"` // where in the document
	Published  string `json:"published,omitempty"`
	Stated     string `json:"stated,omitempty"`
	Read       string `json:"read"`
	Quality    string `json:"quality"`
	Snapshot   string `json:"snapshot,omitempty"` // SHA-256 of the copy that it was read in
	Record     string `json:"record"`             // the file and the line that hold it
	Proof      string `json:"proof"`
}

// chain follows a figure to its documents. An input that rests on claims already
// listed above says so by their identifiers alone.
func (t *truth) chain(f figure.Figure, l lang.Lang) Chain {
	out := Chain{ID: f.ID, Label: f.Label.In(l), Text: f.Text(l), Exact: f.Exact(), State: string(f.State),
		Nature: string(f.Nature), Unit: f.Unit.ID,
		Period: f.Period.Text(l), Note: f.Note.In(l), Proof: t.proofOf(l, f), Words: f.Rests.Words.In(l),
		Formula: f.Rests.Formula, Substituted: substituted(f, l)}
	if !f.Known() {
		out.Reason = string(f.Reason)
	}
	for _, d := range t.data.DisputesOf(f) {
		out.Disputes = append(out.Disputes, t.site.DisputeHref(l, d))
	}
	if g, gone := t.gone[f.ID]; gone {
		out.Last = g.Last.String()
	}
	for _, s := range t.data.Series {
		for _, p := range s.Points {
			if p.Figure.ID != f.ID {
				continue
			}
			if s.Perimeter != nil {
				out.Perimeter = s.Perimeter.Title.In(l)
			}
			if p.Resolution != nil {
				out.Resolution = p.Resolution.Reason.In(l)
			}
			if len(p.Claims) == 0 {
				out.Record = t.place(record.Ref{Kind: record.SeriesKind, ID: s.ID}, "")
			}
		}
	}
	seen := map[string]bool{}
	for _, in := range f.Rests.Inputs {
		now, known := t.figures[in.Figure.ID]
		if !known {
			now = in.Figure
		}
		c := t.chain(now, l)
		c.Name = in.Name
		for _, id := range now.Rests.Claims {
			seen[id] = true
		}
		out.Inputs = append(out.Inputs, c)
	}
	for _, c := range t.data.ClaimsOf(f.Rests.Claims) {
		if !seen[c.ID] {
			out.Claims = append(out.Claims, t.statement(c, l))
		}
	}
	for _, ref := range f.Rests.Records {
		out.Records = append(out.Records, ref.String())
	}
	out.Rows = t.copies(f)
	return out
}

// copies are those whose collected rows a figure counts.
func (t *truth) copies(f figure.Figure) []Copy {
	var out []Copy
	for _, id := range f.Rests.Collected {
		s := dataset.Find[*dataset.Source](t.data, record.Sources, id)
		if s == nil || s.Collected == nil {
			continue
		}
		for _, d := range s.Collected.State.Documents {
			out = append(out, Copy{Source: id, Address: d.URL, SHA256: d.SHA256, Read: d.Read.String()})
		}
	}
	return out
}

func (t *truth) statement(c *dataset.Claim, l lang.Lang) Statement {
	out := Statement{ID: c.ID, Says: c.Says.In(l), Note: c.Note.In(l), Source: c.Claim.Source, Place: c.At,
		Read: c.Read.String(), Quality: string(c.Quality),
		Snapshot: c.Snapshot, Record: t.place(c.Owner, c.Path), Proof: t.site.ClaimHref(l, c.Claim.Source, c.ID)}
	if c.Value != nil {
		out.Value = c.Value.Text(l, c.Unit)
	}
	for _, k := range c.Corrections {
		if stated := c.SourceValue(); stated != c.Value && stated != nil {
			out.Corrected = stated.Text(l, c.Unit) + " — " + k.Reason.In(l)
		}
	}
	if c.Stated != nil {
		out.Stated = c.Stated.String()
	}
	if s := c.Source; s != nil {
		out.Title, out.Publisher, out.Provenance, out.Address = s.Title, s.Publisher, string(s.Provenance), s.URL
		if s.Published != nil {
			out.Published = s.Published.String()
		}
	}
	return out
}

// Outline writes a chain for people, indented under what it serves.
func (c Chain) Outline(indent string) string {
	var b strings.Builder
	line := func(label, words string) {
		if words != "" {
			fmt.Fprintf(&b, "%s  %-10s %s\n", indent, label, words)
		}
	}
	name := c.ID
	if c.Name != "" {
		name = c.Name + " = " + c.ID
	}
	about := c.Label
	if c.Period != "" && c.Period != c.Text {
		about += " (" + c.Period + ")"
	}
	fmt.Fprintf(&b, "%s%s\n%s  %s — %s\n", indent, name, indent, c.Text, about)
	line("nature", strings.Join(slices.DeleteFunc([]string{c.Nature, c.State, c.Reason}, empty), ", "))
	line("in full", c.Exact)
	line("perimeter", c.Perimeter)
	line("chosen", c.Resolution)
	line("note", c.Note)
	for _, words := range c.Beside {
		line("beside", words)
	}
	line("record", c.Record)
	for _, address := range c.Disputes {
		line("disputed", address)
	}
	line("proof", c.Proof)
	if c.Last != "" {
		line("gone", "computed no more; the edition of "+c.Last+" is the latest that holds it")
	}
	line("formula", c.Words)
	if c.Formula != "" {
		line("", c.Formula)
		line("", "= "+c.Substituted)
	}
	for _, in := range c.Inputs {
		b.WriteString(in.Outline(indent + "    "))
	}
	for _, s := range c.Claims {
		b.WriteString(s.Outline(indent + "    "))
	}
	for _, r := range c.Rows {
		line("rows", fmt.Sprintf("of %s, read %s in %s", r.Source, r.Read, r.Address))
		line("copy", "SHA-256 "+r.SHA256)
	}
	if n := len(c.Records); n > 0 {
		line("counts", fmt.Sprintf("%d: %s", n, strings.Join(c.Records, " ")))
	}
	return b.String()
}

// Outline writes a statement for people.
func (s Statement) Outline(indent string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%sclaim %s\n", indent, s.ID)
	published := s.Published
	if published == "" {
		published = "undated"
	}
	publisher := s.Publisher
	if s.Provenance != "" {
		publisher += ", " + s.Provenance
	}
	copied := "no copy is kept"
	if s.Snapshot != "" {
		copied = "SHA-256 " + s.Snapshot
	}
	for _, l := range [][2]string{{"says", strings.TrimSpace(s.Value + " — " + s.Says)}, {"corrected", s.Corrected},
		{"note", s.Note}, {"document", s.Title + " (" + publisher + ", " + published + ")"},
		{"address", s.Address}, {"place", s.Place}, {"stated", s.Stated}, {"read", s.Read + ", " + s.Quality},
		{"copy", copied}, {"record", s.Record}} {
		if l[1] != "" {
			fmt.Fprintf(&b, "%s  %-10s %s\n", indent, l[0], strings.TrimPrefix(l[1], "— "))
		}
	}
	return b.String()
}

func empty(s string) bool { return s == "" }
