package panorama

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/PuerkitoBio/goquery"

	"vigie/internal/cal"
	"vigie/internal/tabular"
)

// widget is what a page embeds for a table: a list of columns, and the header of
// the table in HTML.
type widget struct {
	X struct {
		Container string              `json:"container"`
		Data      [][]json.RawMessage `json:"data"`
	} `json:"x"`
}

// ofPage finds the table of projects among the widgets of a page: the one that
// lacks the fewest of the columns looked for.
func ofPage(content []byte) (table, error) {
	page, err := goquery.NewDocumentFromReader(bytes.NewReader(content))
	if err != nil {
		return table{}, fmt.Errorf("reading the page: %w", err)
	}
	var best table
	least := -1
	page.Find(`script[type="application/json"][data-for^="htmlwidget-"]`).Each(func(_ int, s *goquery.Selection) {
		var w widget
		if json.Unmarshal([]byte(s.Text()), &w) != nil || w.X.Container == "" { // a chart, or the table cut short
			return
		}
		names := headings(w.X.Container)
		if lacks := len(layout.Match(names).Missing); least < 0 || lacks < least {
			best, least = table{names: names}, lacks
			best.rows, err = turn(names, w.X.Data)
		}
	})
	if least < 0 {
		return table{}, errors.New("the page embeds no table")
	}
	best.at = func(i int) string { return fmt.Sprintf("row %d", i+1) }
	best.edition = edition(page)
	return best, err
}

// headings are the names of columns in the header of a table.
func headings(container string) []string {
	header, err := goquery.NewDocumentFromReader(strings.NewReader(container))
	if err != nil {
		return nil
	}
	return header.Find("th").Map(func(_ int, s *goquery.Selection) string { return strings.TrimSpace(s.Text()) })
}

// turn makes rows of columns.
func turn(names []string, columns [][]json.RawMessage) ([][]string, error) {
	if len(columns) != len(names) {
		return nil, fmt.Errorf("the table has %d columns under %d names", len(columns), len(names))
	}
	var rows [][]string
	for i, column := range columns {
		if i == 0 {
			rows = make([][]string, len(column))
		}
		if len(column) != len(rows) {
			return nil, fmt.Errorf("the column %q has %d cells, the first one has %d", names[i], len(column), len(rows))
		}
		for j, value := range column {
			cell, ok := tabular.Text(value)
			if !ok {
				return nil, fmt.Errorf("the column %q holds something else than text and numbers", names[i])
			}
			rows[j] = append(rows[j], plain(cell))
		}
	}
	return rows, nil
}

// plain gives the text of a cell, which is HTML: links are for the page alone.
func plain(cell string) string {
	if !strings.ContainsAny(cell, "<&") {
		return cell
	}
	fragment, err := goquery.NewDocumentFromReader(strings.NewReader(cell))
	if err != nil {
		return cell
	}
	fragment.Find("script, style").Remove()
	fragment.Find("br").ReplaceWithHtml(" ")
	return fragment.Text()
}

var actualised = regexp.MustCompile(`date d'actualisation ?: ?(?:[0-9]+ ?(?:e|eme|er|ere) edition du panorama ?- ?)?([a-z]+ [0-9]{4})`)

// edition is the month that a page bears.
func edition(page *goquery.Document) cal.Date {
	m := actualised.FindStringSubmatch(tabular.Fold(page.Find("body").Text()))
	if m == nil {
		return cal.Date{}
	}
	d, _ := tabular.Date(m[1])
	return d
}
