package markup_test

import (
	"strings"
	"testing"

	"vigie/internal/collect/read/budget"
	"vigie/internal/collect/read/markup"
)

func FuzzAPageIsReadWithinItsBudget(f *testing.F) {
	f.Add("<table><tr><th rowspan=2>a<th>b<tr><td colspan=3>1<sup>2</sup><td hidden>x</table>")
	f.Add("<p><b n=1><b n=2><p>x<p>y</b><table><td><i><select><table><td></select>z")
	f.Add("<p><span aria-hidden=true>1</span> <span>1</span><del>2</del><div class='d-none d-md-block'>3")
	f.Add("<script>document.write('<b>')</script><template><tr></template><svg><p>x</svg><math><mi>")
	f.Add("<a href=x>1<a href=y>2<nobr>3<nobr>4<object></b></object><marquee><font>5</marquee>")
	f.Fuzz(func(t *testing.T, text string) {
		taken := budget.New(t.Context(), budget.Limits{Cells: 100_000, Bytes: 4 << 20})
		page, err := markup.Page(taken, strings.NewReader(text), "")
		if err != nil {
			return
		}
		n := 0
		for range page.Nodes[0].Descendants() {
			n++
		}
		// The tree is never larger than what was taken for it, and for marks that open again.
		if n > 100_000 {
			t.Errorf("%d elements and texts of %d bytes", n, len(text))
		}
		if words := markup.Words(page.Selection); words != markup.Plain(words) {
			t.Errorf("the words %q are not plain", words)
		}
		for _, table := range markup.Tables(page.Selection) {
			next := table.Rows(taken)
			for rows := 0; ; rows++ {
				cells, err := next()
				if err != nil {
					break
				}
				if len(cells) > 200 || rows > 20_000 {
					t.Fatalf("%d cells in row %d", len(cells), rows)
				}
			}
		}
	})
}
