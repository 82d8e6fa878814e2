package markup_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/collect/read/budget"
	"vigie/internal/collect/read/markup"
)

func attributes(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, " a%d=%d", i, i)
	}
	return b.String()
}

func TestAPageThatTakesTooMuchIsRefusedBeforeItsTreeIsMade(t *testing.T) {
	for name, page := range map[string]string{
		"elements":   strings.Repeat("<i></i>", 600_000),
		"attributes": "<p" + attributes(900_000) + ">",
		"texts":      strings.Repeat("a<br>", 400_000),
		"comments":   strings.Repeat("<!---->", 600_000),
		"ends":       strings.Repeat("</p>", 600_000),
	} {
		var spent *budget.Spent
		if _, err := markup.Page(whole(t), strings.NewReader(page), "utf-8"); !errors.As(err, &spent) || spent.Of != budget.Bytes {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestMarksOfFormatAreNotOpenedAgainWithoutEnd reads pages of which a browser makes a
// hundred times as many elements as they have, and asks for as many as they have.
func TestMarksOfFormatAreNotOpenedAgainWithoutEnd(t *testing.T) {
	var marks strings.Builder
	for i := range 200 {
		fmt.Fprintf(&marks, "<b n=%d>", i)
	}
	for name, page := range map[string]string{
		"in paragraphs":                  "<p>" + marks.String() + strings.Repeat("<p>x", 5_000),
		"in blocks":                      marks.String() + strings.Repeat("<div>x</div>", 5_000),
		"ended where it does not reach":  marks.String() + "<table><td>" + strings.Repeat("</b>", 200) + "</table>" + strings.Repeat("<p>x", 5_000),
		"behind a table that is none":    marks.String() + "<select><table><td></select>" + strings.Repeat("<p>x", 5_000),
		"behind a cell without a table":  marks.String() + "<td>" + strings.Repeat("<p>x", 5_000),
		"ended in an object that is not": marks.String() + "<table><td></object>" + strings.Repeat("</b>", 200) + "</table>" + strings.Repeat("<p>x", 5_000),
	} {
		t.Run(name, func(t *testing.T) {
			read, err := markup.Page(whole(t), strings.NewReader(page), "utf-8")
			if err != nil {
				t.Fatal(err)
			}
			n := 0
			for range read.Nodes[0].Descendants() {
				n++
			}
			if n > 120_000 || read.Find("b").Length() < 200 {
				t.Errorf("%d elements and texts, of which %d in bold", n, read.Find("b").Length())
			}
			if words := markup.Words(read.Find("body")); strings.Count(words, "x") != 5_000 {
				t.Errorf("%d words are left of 5,000", strings.Count(words, "x"))
			}
		})
	}
}

func TestAnOrdinaryPageIsReadAsABrowserReadsIt(t *testing.T) {
	page := "<p><s>500<p>600</s> 700" + strings.Repeat("<p><b>a<i>b</b>c</i><table><td><a href=x>d</table>", 500)
	read, err := markup.Page(whole(t), strings.NewReader(page), "utf-8")
	if err != nil {
		t.Fatal(err)
	}
	want := "700" + strings.Repeat(" abc d", 500)
	if diff := cmp.Diff(want, markup.Words(read.Find("body"))); diff != "" {
		t.Error(diff)
	}
}

func TestATableIsUnfoldedWithinItsBudget(t *testing.T) {
	page := "<table><tr><td rowspan=20000 colspan=200>x</td>" + strings.Repeat("<tr>", 1_000) + "</table>"
	read, err := markup.Page(whole(t), strings.NewReader(page), "utf-8")
	if err != nil {
		t.Fatal(err)
	}
	next := markup.Tables(read.Selection)[0].Rows(budget.New(t.Context(), budget.Limits{Cells: 100_000, Bytes: 1 << 20}))
	rows := 0
	for err == nil {
		_, err = next()
		rows++
	}
	var spent *budget.Spent
	if !errors.As(err, &spent) || spent.Of != budget.Cells || rows != 501 {
		t.Errorf("%v after %d rows", err, rows)
	}
}

func TestCellsWithinCellsAreReadWithinTheBudget(t *testing.T) {
	page := strings.Repeat("<table><tr><td>", 50) + strings.Repeat("mot ", 50_000)
	read, err := markup.Page(whole(t), strings.NewReader(page), "utf-8")
	if err != nil {
		t.Fatal(err)
	}
	taken := budget.New(t.Context(), budget.Limits{Cells: 1_000, Bytes: 1 << 20})
	tables := 0
	for _, table := range markup.Tables(read.Selection) {
		if _, err = table.Rows(taken)(); err != nil {
			break
		}
		tables++
	}
	var spent *budget.Spent
	if !errors.As(err, &spent) || spent.Of != budget.Bytes || tables != 5 {
		t.Errorf("%v after %d tables", err, tables)
	}
}

func TestALargeTableOfAnOrdinaryPageIsRead(t *testing.T) {
	page := "<table>" + strings.Repeat("<tr>"+strings.Repeat("<td><a href=/x>Ligne</a></td>\n", 8)+"</tr>\n", 8_000) + "</table>"
	read, err := markup.Page(whole(t), strings.NewReader(page), "utf-8")
	if err != nil {
		t.Fatal(err)
	}
	if rows := unfolded(t, markup.Tables(read.Selection)[0]); len(rows) != 8_000 || len(rows[7_999]) != 8 {
		t.Errorf("%d rows", len(rows))
	}
}
