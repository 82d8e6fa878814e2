// Package anssi reads the ANSSI catalogue of certified and qualified products and
// services: the table of its section on cloud services (SecNumCloud).
//
// The catalogue is a PDF of some hundred pages, whose section is found by its
// heading and whose table is read by positions: plain text extraction loses under
// which column an X stands. Columns are found from the header row of each page,
// rows by the two dates on one baseline, decisions by the link over their number,
// levels of recommendation by the colour of a mark that bears no text.
//
// A row that does not hold together (no model, dates out of order, a link whose
// number is not the printed one) is told and left out. Only services whose
// supplier agreed to be listed appear: absence proves nothing.
package anssi

import (
	"context"
	"fmt"
	"math"
	"regexp"
	"strings"

	"github.com/ledongthuc/pdf"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"unicode"

	"vigie/internal/cal"
	"vigie/internal/collect"
	"vigie/internal/lang"
)

// maxPages bounds the pages that are looked at.
const maxPages = 1000

// Reader reads the section of cloud services of the catalogue.
func Reader() collect.Reader {
	return collect.Reader{Name: "anssi-catalogue", Version: 1, Read: read, Columns: []collect.Column{
		{Name: "decision", Kind: collect.Code, Key: true, Label: lang.Text{FR: "Décision", EN: "Decision"}},
		{Name: "fournisseur", Kind: collect.Text, Title: true, Label: lang.Text{FR: "Fournisseur", EN: "Supplier"}},
		{Name: "service", Kind: collect.Text, Title: true, Label: lang.Text{FR: "Service", EN: "Service"}},
		{Name: "modeles", Kind: collect.List, Label: lang.Text{FR: "Modèles", EN: "Models"}},
		{Name: "debut", Kind: collect.Date, Label: lang.Text{FR: "Valable à partir du", EN: "Valid from"}},
		{Name: "fin", Kind: collect.Date, Label: lang.Text{FR: "Valable jusqu’au", EN: "Valid until"}},
		{Name: "numero", Kind: collect.Code, Label: lang.Text{FR: "Numéro imprimé", EN: "Printed number"}},
		{Name: "acte", Kind: collect.Text, Label: lang.Text{FR: "Adresse de la décision", EN: "Address of the decision"}},
		{Name: "recommandation", Kind: collect.Text, Label: lang.Text{FR: "Niveau de recommandation", EN: "Level of recommendation"}},
	}}
}

func read(ctx context.Context, doc collect.Document, emit func(collect.Row) error) (remarks collect.Remarks, err error) {
	defer func() {
		if r := recover(); r != nil { // the library panics on malformed files
			err = fmt.Errorf("the PDF cannot be read: %v", r)
		}
	}()
	file, err := pdf.NewReader(doc.Body, doc.Size)
	if err != nil {
		return remarks, fmt.Errorf("the PDF cannot be read: %w", err)
	}
	open, seen := false, false
	for i := 1; i <= min(file.NumPage(), maxPages); i++ {
		if err := ctx.Err(); err != nil {
			return remarks, err
		}
		p, err := readPage(file.Page(i), i)
		if err != nil {
			return remarks, err
		}
		if remarks.Edition.IsZero() {
			remarks.Edition = edition(p)
		}
		starts, from, ends, to := inSection(p, open)
		if !starts && !open {
			continue
		}
		top, bottom := math.Inf(1), math.Inf(-1)
		if starts {
			open, seen, top = true, true, from
		}
		if ends {
			bottom = to
		}
		if c, ok := header(p, top); ok && c.top > bottom {
			if err := rows(p, c, c.top, bottom, emit, &remarks); err != nil {
				return remarks, err
			}
		}
		if ends {
			open = false
		}
	}
	if !seen {
		return remarks, fmt.Errorf("no page bears the heading %q in large type", heading)
	}
	return remarks, nil
}

var updated = regexp.MustCompile(`(?i)mis(?:e)? à jour (?:le )?:?\s*(\d\d)/(\d\d)/(\d{4})`)

// edition finds the day of the edition, printed on the first pages.
func edition(p page) cal.Date {
	var b strings.Builder
	for _, r := range p.runs {
		b.WriteString(r.text)
		b.WriteByte(' ')
	}
	m := updated.FindStringSubmatch(strings.Join(strings.Fields(b.String()), " "))
	if m == nil {
		return cal.Date{}
	}
	d, err := cal.ParseDay(m[3] + "-" + m[2] + "-" + m[1])
	if err != nil {
		return cal.Date{}
	}
	return cal.On(d)
}

// fold takes away accents and capitals, and straightens apostrophes.
func fold(s string) string {
	t := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
	out, _, err := transform.String(t, s)
	if err != nil {
		out = s
	}
	return strings.ToLower(strings.ReplaceAll(out, "’", "'"))
}
