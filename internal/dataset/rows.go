package dataset

import (
	"fmt"
	"regexp"
	"strings"

	"vigie/internal/figure"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
	"vigie/internal/value/tabular"
)

// LeftAside is something that the reader of a source left aside on purpose, as it
// calls it, with how many there were.
type LeftAside struct {
	What   string
	Slug   string // the same, as a piece of address
	Figure figure.Figure
}

// RowsFigure counts the rows that a collected source still lists; it rests on the
// copies that were read. Its identifier is "collected/<source>/rows". False where
// nothing was collected.
func (s *Source) RowsFigure() (figure.Figure, bool) {
	if s.Collected == nil {
		return figure.Figure{}, false
	}
	return s.counts("rows", quantity.Int(s.Collected.Listed()), lang.Text{FR: "Lignes relevées", EN: "Rows collected"},
		lang.Text{FR: "lignes relevées dans la source et encore présentes à la dernière visite réussie",
			EN: "rows collected in the source and still listed at the last visit that succeeded"}), true
}

// LeftFigures counts what the reader of a source left aside, reason by reason, as
// "collected/<source>/left/<reason>".
func (s *Source) LeftFigures() []LeftAside {
	if s.Collected == nil {
		return nil
	}
	var out []LeftAside
	taken := map[string]int{}
	for _, l := range s.Collected.State.Ignored {
		slug := Slug(l.What)
		if taken[slug]++; taken[slug] > 1 {
			slug = fmt.Sprintf("%s-%d", slug, taken[slug])
		}
		f := s.counts("left/"+slug, quantity.Int(l.Count),
			lang.Say("Laissé de côté ({what})", "Left aside ({what})").With(lang.In("what", lang.Name(l.What))),
			lang.Text{FR: "ce que le lecteur de la source a laissé de côté pour ce motif à la dernière visite réussie",
				EN: "what the reader of the source left aside for this reason at the last visit that succeeded"})
		out = append(out, LeftAside{l.What, slug, f})
	}
	return out
}

// UnreadableFigure counts the rows of the documents that could not be read, as
// "collected/<source>/unreadable"; false when there is none.
func (s *Source) UnreadableFigure() (figure.Figure, bool) {
	if s.Collected == nil || s.Collected.State.Unreadable == 0 {
		return figure.Figure{}, false
	}
	return s.counts("unreadable", quantity.Int(s.Collected.State.Unreadable),
		lang.Text{FR: "Lignes illisibles", EN: "Rows that could not be read"},
		lang.Text{FR: "lignes de la source qui n’ont pas pu être lues à la dernière visite réussie, et ne sont dans " +
			"aucun compte",
			EN: "rows of the source that could not be read at the last visit that succeeded, and are in no count"}), true
}

// counts makes a figure that rests on the copies of a source.
func (s *Source) counts(name string, n quantity.Value, label, words lang.Text) figure.Figure {
	about := s.Collected.State.Edition
	if about.IsZero() {
		about = cal.On(s.Collected.State.Read())
	}
	f := figure.Figure{ID: "collected/" + s.ID + "/" + name, Nature: figure.Counted, State: figure.Sure,
		Unit: ownUnit("row"), Value: n,
		Label: label.Map(func(_ lang.Lang, t string) string { return t + ", " + s.Title }),
		Rests: figure.Rests{Collected: []string{s.ID}, Words: words}}
	if !about.First().IsZero() {
		f.Period = cal.At(about)
	}
	return f
}

var notInSlugs = regexp.MustCompile(`[^a-z0-9]+`)

// Slug makes a piece of address of a text: small letters, digits and hyphens.
func Slug(what string) string {
	if slug := strings.Trim(notInSlugs.ReplaceAllString(tabular.Fold(what), "-"), "-"); slug != "" {
		return slug
	}
	return "other"
}
