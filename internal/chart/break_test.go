package chart_test

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"vigie/internal/chart"
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/value/lang"
)

// channels is a made-up line that counts one channel, then all of them.
func channels(drawing string) indicator.Result {
	r := drawn(drawing, indicator.Through, euro, indicator.Line{Key: "all", Label: lang.Name("Commandes"), Points: []indicator.Point{
		point("2023", "30 M", figure.Sure), point("2024", "44 M", figure.Sure), broken(point("2025", "90 M", figure.Sure))}})
	for i, perimeter := range []string{"one-channel", "one-channel", "all-channels"} {
		r.Lines[0].Points[i].Figure.Perimeter = perimeter
	}
	return r
}

func TestABreakShowsInEveryFaceOfAChart(t *testing.T) {
	if testing.Short() {
		t.Skip("draws")
	}
	const why = "Autre périmètre."
	for _, drawing := range []string{"lines", "columns", "rows"} {
		t.Run(drawing, func(t *testing.T) {
			f, err := chart.Draw(t.Context(), pens(t)[0], channels(drawing), setting, lang.FR)
			if err != nil {
				t.Fatal(err)
			}
			for name, svg := range map[string][]byte{"wide": f.Wide, "narrow": f.Narrow} {
				if raced && name == "narrow" {
					continue // one width is drawn there
				}
				if !bytes.Contains(svg, []byte(">rupture<")) || !bytes.Contains(svg, []byte("stroke-dasharray")) {
					t.Errorf("the %s drawing shows no dashed line with its word", name)
				}
			}
			if !slices.ContainsFunc(f.Table.Rows, func(r chart.Row) bool { return r.Head == "2025" && r.Cells[len(r.Cells)-1].Text == why }) {
				t.Errorf("the table does not show it: %+v", f.Table)
			}
			rows, err := csv.NewReader(bytes.NewReader(f.CSV)).ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			last := rows[3]
			if at := slices.Index(rows[0], "rupture"); last[at] != why {
				t.Errorf("the CSV says %q", last[at])
			}
			if at := slices.Index(rows[0], "perimetre"); rows[2][at] != "one-channel" || last[at] != "all-channels" {
				t.Errorf("the CSV gives the perimeters %q and %q", rows[2][at], last[at])
			}
			if !bytes.Contains(f.JSON, []byte(`"rupture": "`+why)) {
				t.Error("the JSON does not hold it")
			}
			var said strings.Builder
			for _, s := range f.Sentences {
				said.WriteString(s.Plain())
			}
			if !strings.Contains(said.String(), "Rupture en 2025. "+why) || strings.Contains(said.String(), "hausse") {
				t.Errorf("the sentences say %s", said.String())
			}
		})
	}
}
