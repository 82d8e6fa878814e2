// Package anssi reads the ANSSI catalogue of certified and qualified products and
// services: the table of its section on cloud services (SecNumCloud).
//
// The catalogue is a PDF of some hundred pages. The section is found by its heading
// (section.go) and its table read by positions (columns.go, rows.go): plain text
// extraction loses under which column an X stands. Columns are found from the names
// at their heads, rows by the dates on their baseline, decisions by the link over
// their number, levels of recommendation by the colour of a mark that bears no text.
//
// A row that does not hold together (no model, dates out of order, a link whose
// number is not the printed one) is reported and left out; so is a decision of the table
// that no row took. Only services whose supplier agreed to be listed appear: absence
// proves nothing.
//
// When the address of the catalogue is gone, the page of the ANSSI that links to it
// leads there (discover.go).
//
// The PDF comes from outside: what is read of it is bounded (book.go) and a
// malformed one is an error, never a panic.
package anssi

import (
	"context"
	"fmt"
	"regexp"
	"strings"

	"vigie/internal/collect"
	"vigie/internal/collect/read/sniff"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/tabular"
)

// Reader reads the section of cloud services of the catalogue.
func Reader() collect.Reader {
	return collect.Taking(collect.Reader{Name: "anssi-catalogue", Version: 1, Columns: columnsOut(), Read: read,
		Follow: follow},
		sniff.PDF, sniff.Page)
}

// The columns of the records, in their order.
const (
	decision = iota
	supplier
	service
	models
	from
	until
	number
	act
	level
)

func columnsOut() []collect.Column {
	return []collect.Column{
		decision: {Name: "decision", Kind: collect.Code, Key: true, Label: lang.Text{FR: "Décision", EN: "Decision"}},
		supplier: {Name: "fournisseur", Kind: collect.Text, Title: true, Label: lang.Text{FR: "Fournisseur", EN: "Supplier"}},
		service:  {Name: "service", Kind: collect.Text, Title: true, Label: lang.Text{FR: "Service", EN: "Service"}},
		models:   {Name: "modeles", Kind: collect.List, Label: lang.Text{FR: "Modèles", EN: "Models"}},
		from:     {Name: "debut", Kind: collect.Date, Label: lang.Text{FR: "Valable à partir du", EN: "Valid from"}},
		until:    {Name: "fin", Kind: collect.Date, Label: lang.Text{FR: "Valable jusqu’au", EN: "Valid until"}},
		number:   {Name: "numero", Kind: collect.Code, Label: lang.Text{FR: "Numéro imprimé", EN: "Printed number"}},
		act: {Name: "acte", Kind: collect.Text,
			Label: lang.Text{FR: "Adresse de la décision", EN: "Address of the decision"}},
		level: {Name: "recommandation", Kind: collect.Text,
			Label: lang.Text{FR: "Niveau de recommandation", EN: "Level of recommendation"}},
	}
}

func read(ctx context.Context, doc collect.Document, emit func(collect.Row) error) (collect.Remarks, error) {
	if isPage(doc) {
		// The page that leads to the catalogue has no row; any other is no catalogue.
		_, err := follow(ctx, doc)
		return collect.Remarks{}, err
	}
	b, err := openBook(ctx, doc)
	if err != nil {
		return collect.Remarks{}, err
	}
	t := &table{emit: emit}
	for n := range b.leaves {
		p, err := b.page(ctx, n)
		if err != nil {
			return collect.Remarks{}, err
		}
		if n < editionPages && t.remarks.Edition.IsZero() {
			t.remarks.Edition = edition(p)
		}
		for _, part := range t.section.parts(p) {
			if err := t.read(p, part); err != nil {
				return collect.Remarks{}, err
			}
		}
	}
	return t.finish()
}

// editionPages are the first pages, one of which bears the day of the edition.
const editionPages = 6

var updated = regexp.MustCompile(`(?i)mise? à jour\s*(?:le|du|au)?\s*:?\s*([0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{1,2}(?:er)? \p{L}+ [0-9]{4})`)

// edition finds the day of the edition.
func edition(p page) cal.Date {
	var text []string
	for _, l := range p.lines {
		text = append(text, l.text)
	}
	if m := updated.FindStringSubmatch(strings.Join(text, " ")); m != nil {
		if d, ok := tabular.Date(m[1]); ok {
			return d
		}
	}
	return cal.Date{}
}

// finish judges the whole: the section must have been there, with its table.
func (t *table) finish() (collect.Remarks, error) {
	switch {
	case !t.section.seen:
		return t.remarks, fmt.Errorf("no page bears the heading %q", heading)
	case !t.found:
		return t.remarks,
			fmt.Errorf("the section %q has no table: no column named %s", heading, strings.Join(t.missing, ", "))
	}
	t.addLeft()
	return t.remarks, nil
}
