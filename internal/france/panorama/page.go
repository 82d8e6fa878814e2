package panorama

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/PuerkitoBio/goquery"

	"vigie/internal/collect/read/budget"
	"vigie/internal/collect/read/markup"
	"vigie/internal/value/cal"
	"vigie/internal/value/tabular"
)

// cellBytes is what a cell takes besides its letters, as it comes and as it is read.
const cellBytes = 48

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
func ofPage(taken *budget.Budget, content []byte) (table, error) {
	page, err := markup.Parsed(taken, content)
	if err != nil {
		return table{}, fmt.Errorf("reading the page: %w", err)
	}
	var best table
	least := -1
	page.Find(`script[type="application/json"][data-for^="htmlwidget-"]`).EachWithBreak(func(_ int,
		s *goquery.Selection) bool {
		text := []byte(s.Text())
		if err = taken.Cells(bytes.Count(text, []byte{','})); err != nil { // before room is made for them
			return false
		}
		if err = taken.Bytes(cellBytes * bytes.Count(text, []byte{','})); err != nil {
			return false
		}
		var w widget
		if json.Unmarshal(text, &w) != nil || w.X.Container == "" { // a chart, or the table cut short
			return true
		}
		names := headings(taken, w.X.Container)
		if lacks := len(layout.Match(names).Missing); least < 0 || lacks < least {
			best, least = table{names: names}, lacks
			best.rows, err = turn(taken, names, w.X.Data)
		}
		return true
	})
	if spent := (*budget.Spent)(nil); errors.As(err, &spent) || taken.Err() != nil {
		return table{}, err
	}
	if least < 0 {
		return table{}, errors.New("the page embeds no table")
	}
	best.at = func(i int) string { return fmt.Sprintf("row %d", i+1) }
	best.edition = edition(page)
	return best, err
}

// headings are the names of columns in the header of a table.
func headings(taken *budget.Budget, container string) []string {
	header, err := markup.Parsed(taken, []byte(container))
	if err != nil {
		return nil
	}
	return header.Find("th").Map(func(_ int, s *goquery.Selection) string { return strings.TrimSpace(s.Text()) })
}

// turn makes rows of columns.
func turn(taken *budget.Budget, names []string, columns [][]json.RawMessage) ([][]string, error) {
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
			text, err := plain(taken, cell)
			if err != nil {
				return nil, err
			}
			rows[j] = append(rows[j], text)
		}
	}
	return rows, nil
}

// plain gives the text of a cell, which is HTML: links are for the page alone.
func plain(taken *budget.Budget, cell string) (string, error) {
	if err := taken.Err(); err != nil || !strings.ContainsAny(cell, "<&") {
		return cell, err
	}
	fragment, err := markup.Parsed(taken.Again(), []byte(cell))
	if err != nil {
		return "", err
	}
	fragment.Find("script, style").Remove()
	fragment.Find("br").ReplaceWithHtml(" ")
	return fragment.Text(), nil
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
