// Package progress reads the page of the ANSSI that lists the providers whose
// SecNumCloud qualification is in progress.
//
// The markup of that page is not certain: the site was rebuilt in 2026, and no copy
// of the page is held. The reader is therefore defensive. Within the main content,
// a table whose heads name providers is read by those heads; without one, the items
// of lists and the titles of cards are taken as names, as far as they look like
// names. Everything else there is reported, and fewer than five names is an error:
// a page that was emptied or rebuilt never empties our records.
//
// The list is voluntary and lags behind the catalogue: a provider may still be in it
// months after its decision. The catalogue prevails: its source says so (yields_to).
package progress

import (
	"context"
	"fmt"
	"strings"

	"github.com/PuerkitoBio/goquery"

	"vigie/internal/collect"
	"vigie/internal/collect/read/budget"
	"vigie/internal/collect/read/markup"
	"vigie/internal/collect/read/sniff"
	"vigie/internal/value/lang"
	"vigie/internal/value/spelling"
	"vigie/internal/value/tabular"
)

const (
	fewest  = 5       // names
	maxPage = 8 << 20 // bytes
)

// Reader reads the list of qualifications in progress.
func Reader() collect.Reader {
	return collect.Taking(collect.Reader{Name: "anssi-en-cours", Version: 2, Read: read, Columns: []collect.Column{
		{Name: "prestataire", Kind: collect.Text, Key: true, Title: true,
			Label: lang.Text{FR: "Prestataire", EN: "Provider"}},
		{Name: "service", Kind: collect.Text, Key: true, Title: true, Label: lang.Text{FR: "Service", EN: "Service"}},
		{Name: "activites", Kind: collect.List, Label: lang.Text{FR: "Activités", EN: "Activities"}},
		{Name: "jalon", Kind: collect.Code, Label: lang.Text{FR: "Jalon", EN: "Milestone"}},
	}}, sniff.Page)
}

// entry is one line of the list.
type entry struct {
	provider, service, milestone string
	activities                   []string
	at                           string
}

// reading is what a page has given so far.
type reading struct {
	taken   *budget.Budget
	entries []entry
	columns []string
	left    tabular.Tally
	damaged collect.Damage
}

// spelt gives a text as we write it, and counts one that was encoded twice.
func (r *reading) spelt(text string) string {
	t := spelling.Of(text)
	if t.Repaired {
		r.damaged.Note(spelling.Text{Text: t.Text, Repaired: true})
	}
	return t.Text
}

func read(ctx context.Context, doc collect.Document, emit func(collect.Row) error) (collect.Remarks, error) {
	if err := ctx.Err(); err != nil {
		return collect.Remarks{}, err
	}
	if doc.Size > maxPage {
		return collect.Remarks{}, fmt.Errorf("the page holds %d bytes, more than %d", doc.Size, maxPage)
	}
	taken := budget.New(ctx, budget.Document())
	page, err := markup.Page(taken, doc.Reader(), doc.Charset)
	if err != nil {
		return collect.Remarks{}, err
	}
	main := content(page)
	r := &reading{taken: taken.Again()}
	if err := r.tables(main); err != nil {
		return collect.Remarks{}, err
	}
	if len(r.entries) == 0 {
		if err := r.items(main, doc.URL); err != nil {
			return collect.Remarks{}, err
		}
	}
	main.Find("iframe[src]").Each(func(_ int, s *goquery.Selection) { r.left.Add("embedded page", s.AttrOr("src", "")) })
	if len(r.entries) < fewest {
		return collect.Remarks{},
			fmt.Errorf("%d names in the page %q, where %d at least are wanted", len(r.entries),
				markup.Words(page.Find("h1").First()), fewest)
	}
	return r.hand(main, emit)
}

// content is the main part of a page, without what surrounds it on every page.
func content(page *goquery.Document) *goquery.Selection {
	main := page.Find("body")
	for _, selector := range []string{"main#content", "main", "[role=main]", "#content"} {
		if found := page.Find(selector).First(); found.Length() > 0 {
			main = found
			break
		}
	}
	main.Find("nav, header, footer, form, aside, dialog, script, style, .fr-breadcrumb, .fr-summary, .fr-sidemenu, " +
		".fr-pagination, .fr-share, .fr-skiplinks").Remove()
	return main
}

// hand gives the rows, once each, and the remarks.
func (r *reading) hand(main *goquery.Selection, emit func(collect.Row) error) (collect.Remarks, error) {
	remarks := collect.Remarks{Edition: edition(spelling.Of(markup.Words(main)).Text), Columns: r.columns,
		Damaged: r.damaged}
	seen := map[[2]string]bool{}
	for _, e := range r.entries {
		key := [2]string{tabular.Fold(e.provider), tabular.Fold(e.service)}
		if seen[key] {
			r.left.Add("said twice", e.provider)
			continue
		}
		seen[key] = true
		remarks.Rows++
		if err := emit(collect.Row{At: e.at,
			Cells: []string{e.provider, e.service, strings.Join(e.activities, "|"), e.milestone}}); err != nil {
			return remarks, err
		}
	}
	for _, l := range r.left.List() {
		remarks.Unread = append(remarks.Unread, collect.Unread{What: l.What, Count: l.Count, Example: l.Example})
	}
	return remarks, nil
}
