package markup_test

import (
	"errors"
	"io"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/collect/read/markup"
)

func TestACellKnowsWhereItGoesOn(t *testing.T) {
	page, err := markup.Parsed(whole(t), []byte(`<table><tr><td rowspan=2>a<br>b</td><td>1</td></tr><tr><td>2</td></tr>
		<tr hidden><td>x</td><td>3</td></tr></table>`))
	if err != nil {
		t.Fatal(err)
	}
	var hidden []string
	var got [][]markup.Cell
	next := markup.Tables(page.Selection)[0].Cells(whole(t), func(text string) { hidden = append(hidden, text) })
	for {
		cells, err := next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, cells)
	}
	two, one := markup.Span{Columns: 1, Rows: 2}, markup.Span{Columns: 1, Rows: 1}
	want := [][]markup.Cell{
		{{Text: "a\nb", Over: two}, {Text: "1", Over: one}},
		{{Text: "a\nb", Over: two, Again: true}, {Text: "2", Over: one}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"x 3"}, hidden); diff != "" {
		t.Error(diff)
	}
}

func TestATableThatThePageHidesHasNoRows(t *testing.T) {
	page, err := markup.Parsed(whole(t), []byte(`<style>.off {visibility: hidden}</style><div class=off><table><tr><td>1</td></tr></table></div>`))
	if err != nil {
		t.Fatal(err)
	}
	table := markup.Tables(page.Selection)[0]
	if rows := unfolded(t, table); !table.Hidden() || len(rows) > 0 {
		t.Errorf("hidden %v, rows %v", table.Hidden(), rows)
	}
}
