package verify

import (
	"strings"

	"golang.org/x/net/html"

	"vigie/internal/collected"
)

// collectedRows checks a table of collected rows, marked data-rows with their file:
// its lines are the first of the file, cell by cell.
func (p *page) collectedRows(n *html.Node, file string) {
	file = strings.TrimPrefix(resolve(p.address, file, p.truth.site.Config.BaseURL), "/")
	want, err := readSheet(file, p.truth.files[file])
	if err != nil {
		p.fault(file, "a table of rows of which the data have no file", "", "")
		return
	}
	body := first(n, element("tbody"))
	if body == nil {
		return
	}
	added := 0
	if strings.HasPrefix(file, p.truth.site.Placed().Collected) {
		added = len(collected.Added())
	}
	for i, tr := range all(body, element("tr")) {
		for j, td := range all(tr, element("td")) {
			if i >= len(want.rows) || j >= len(want.rows[i])-added {
				break // where it was read, and since when it is gone
			}
			if got, wanted := text(td), plain(want.rows[i][j]); !p.report.Values.check(got == wanted) {
				p.fault(file, "a cell is not that of the collected rows ("+want.head[j]+")", got, wanted)
			}
		}
	}
}
