package markup

import (
	"strconv"

	"github.com/PuerkitoBio/goquery"
)

// A cell may claim to span anything: these are far above what a page shows.
const (
	maxColumns = 200
	maxRows    = 20_000
)

// Table is the texts of one table, row by row. A cell that spans several columns
// or rows stands in each of them, but for one that fills its row alone, such as a
// heading across the table: its row has one cell.
type Table struct {
	Caption string
	Rows    [][]string
	Node    *goquery.Selection
}

// Tables reads the tables among elements and within them, in the order of the page.
// Rows and cells that the page does not show are left out.
func Tables(s *goquery.Selection) []Table {
	var out []Table
	s.Filter("table").AddSelection(s.Find("table")).Each(func(_ int, t *goquery.Selection) { out = append(out, read(t)) })
	return out
}

// carried is a cell that goes on in the rows below.
type carried struct {
	text string
	rows int
}

func read(t *goquery.Selection) Table {
	own := func(_ int, s *goquery.Selection) bool { return s.Closest("table").IsSelection(t) } // not those of a table within
	out := Table{Caption: Words(t.ChildrenFiltered("caption")), Node: t}
	down := map[int]carried{} // column → what comes from above
	t.Find("tr").FilterFunction(own).EachWithBreak(func(_ int, tr *goquery.Selection) bool {
		if !Shown(tr.Nodes[0]) {
			return true
		}
		var row []string
		above := func() {
			for down[len(row)].rows > 0 && len(row) < maxColumns {
				c := down[len(row)]
				down[len(row)] = carried{c.text, c.rows - 1}
				row = append(row, c.text)
			}
		}
		shown := func(_ int, c *goquery.Selection) bool { return !unseen(c.Nodes[0]) }
		cells := tr.ChildrenFiltered("th, td").FilterFunction(shown)
		cells.Each(func(_ int, cell *goquery.Selection) {
			above()
			text := Words(cell)
			for range span(cell, "colspan", maxColumns) {
				if len(row) == maxColumns {
					return
				}
				down[len(row)] = carried{text, span(cell, "rowspan", maxRows) - 1}
				row = append(row, text)
			}
		})
		above()
		if cells.Length() == 1 && len(row) == span(cells, "colspan", maxColumns) {
			row = row[:1]
		}
		out.Rows = append(out.Rows, row)
		return len(out.Rows) < maxRows
	})
	return out
}

func span(cell *goquery.Selection, attribute string, most int) int {
	n, err := strconv.Atoi(cell.AttrOr(attribute, "1"))
	if err != nil {
		return 1
	}
	return min(max(1, n), most)
}
