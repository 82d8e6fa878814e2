package panorama

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/PuerkitoBio/goquery"

	"vigie/internal/collect"
	"vigie/internal/collect/read/budget"
	"vigie/internal/collect/read/markup"
	"vigie/internal/collect/read/sniff"
	"vigie/internal/value/lang"
	"vigie/internal/value/tabular"
)

// Totals reads the key figures of an edition: number of projects, total cost, mean
// overruns of costs and delays. They are what the DINUM computed: the sum of the
// rows is another number, since some costs are not published.
func Totals() collect.Reader {
	return collect.Taking(collect.Reader{Name: "panorama-totaux", Version: 1, Read: readTotals, Columns: []collect.Column{
		{Name: "edition", Kind: collect.Date, Key: true, Title: true, Label: lang.Text{FR: "Édition", EN: "Edition"}},
		{Name: "chiffre", Kind: collect.Text, Key: true, Title: true, Label: lang.Text{FR: "Chiffre clé", EN: "Key figure"}},
		{Name: "valeur", Kind: collect.Number, Label: lang.Text{FR: "Valeur", EN: "Value"}},
		{Name: "unite", Kind: collect.Code, Label: lang.Text{FR: "Unité", EN: "Unit"}},
	}}, sniff.Page)
}

func readTotals(ctx context.Context, doc collect.Document, emit func(collect.Row) error) (collect.Remarks, error) {
	taken := budget.New(ctx, budget.Document())
	content, err := content(taken, doc)
	if err != nil {
		return collect.Remarks{}, err
	}
	page, err := markup.Parsed(taken, content)
	if err != nil {
		return collect.Remarks{}, fmt.Errorf("reading the page: %w", err)
	}
	remarks := collect.Remarks{Edition: edition(page)}
	if remarks.Edition.IsZero() {
		return remarks, errors.New("the page does not say of which month its edition is")
	}
	boxes := page.Find(".value-box")
	remarks.Rows = boxes.Length()
	for i := range boxes.Length() {
		if err := ctx.Err(); err != nil {
			return remarks, err
		}
		box := boxes.Eq(i)
		title, shown := text(box.Find("h3").First()), text(box.Find(".value-output").First())
		at := fmt.Sprintf("box %d", i+1)
		value, ok := tabular.Percent(shown)
		if !ok || title == "" {
			remarks.Bad = append(remarks.Bad,
				collect.Bad{At: at, Column: title, Found: shown, Wanted: "a number such as 15,4 %"})
			continue
		}
		unit := ""
		if strings.HasSuffix(shown, "%") {
			unit = "%"
		}
		if err := emit(collect.Row{At: at, Cells: []string{remarks.Edition.String(), title, value, unit}}); err != nil {
			return remarks, err
		}
	}
	return remarks, nil
}

func text(s *goquery.Selection) string { return strings.Join(strings.Fields(s.Text()), " ") }
