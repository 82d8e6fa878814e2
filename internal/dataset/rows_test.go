package dataset_test

import (
	"strings"
	"testing"

	"vigie/internal/dataset"
	"vigie/internal/record"
)

func TestTheRowsOfASourceAreCountedWithTheirCopies(t *testing.T) {
	ds := read(t, strings.Replace(collectedList("2026-09-15", asListed+","+copied+",p. 3", "2024-8,Stratus,2024-01-01,2027-01-01,2026-02-01,2026-09-20,"+copied+",p. 3"),
		"columns:\n", "ignored:\n  - {what: \"filter: cpv-outside\", count: 1200}\n  - {what: \"Filtre, CPV-outside\", count: 2}\n  - {what: \"—\", count: 3}\n  - {what: \"filter cpv outside\", count: 4}\ncolumns:\n", 1), "2026-10-01")
	list := dataset.Find[*dataset.Source](ds, record.Sources, "list")
	rows, ok := list.RowsFigure()
	if !ok || rows.ID != "collected/list/rows" || rows.Exact() != "1" || rows.Period.String() != "2026-09-15" || rows.Rests.Collected[0] != "list" {
		t.Errorf("got %+v", rows)
	}
	var ids []string
	for _, l := range list.LeftFigures() {
		ids = append(ids, l.Figure.ID+" "+l.Figure.Exact())
	}
	want := "collected/list/left/filter-cpv-outside 1200, collected/list/left/filtre-cpv-outside 2, collected/list/left/other 3, collected/list/left/filter-cpv-outside-2 4"
	if got := strings.Join(ids, ", "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestASourceThatWasNeverVisitedCountsNothing(t *testing.T) {
	ds := read(t, "", "2026-10-01")
	if f, ok := ds.Sources[0].RowsFigure(); ok || len(ds.Sources[0].LeftFigures()) != 0 {
		t.Errorf("got %+v", f)
	}
}
