package collected_test

import (
	"fmt"
	"strings"
	"testing"

	"vigie/internal/collected"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// services are made-up rows, some of which hold several models, or none.
func services() *collected.Collected {
	c := &collected.Collected{Columns: []collected.Column{{Name: "number", Kind: collected.Code, Key: true},
		{Name: "kind", Kind: collected.Text}, {Name: "models", Kind: collected.List},
		{Name: "users", Kind: collected.Number}}}
	for _, cells := range [][]string{{"1", "a|b", "IaaS", "10"}, {"2", "a", "PaaS|CaaS|IaaS", "20.5"},
		{"3", "a", "SaaS| SaaS|", "5"},
		{"4", "a", "", "7"}, {"5", "c", "SaaS", ""}} {
		c.Rows = append(c.Rows, collected.Row{Cells: cells})
	}
	return c
}

func TestRowsStandAtEachOfTheirValues(t *testing.T) {
	for name, test := range map[string]struct {
		by   record.RowCount
		want string
	}{
		"a list is several values, a text with a bar is one": {record.RowCount{Along: "models"},
			"IaaS 2, SaaS 2, CaaS 1, PaaS 1; 4 of 5"},
		"texts keep their bars": {record.RowCount{Along: "kind"}, "a 3, a|b 1, c 1; 5 of 5"},
		"a sum counts a row at each value": {record.RowCount{Along: "models", Sum: "users"},
			"IaaS 30.5, CaaS 20.5, PaaS 20.5, SaaS 5; 3 of 5"},
		"a list fulfils a condition by one of its values": {record.RowCount{Along: "kind",
			Only: []record.RowCondition{{Column: "models", Is: []string{"CaaS", "SaaS"}}}}, "a 2, c 1; 3 of 3"},
		"declared places come in their order, empty ones too, and what is elsewhere is named": {
			record.RowCount{Along: "models",
				Places: []record.RecordPlace{{Key: "PaaS", Label: lang.Name("P")}, {Key: "FaaS"}, {Key: "IaaS"}}},
			"PaaS 1, FaaS 0, IaaS 2; 2 of 5; elsewhere SaaS"},
	} {
		t.Run(name, func(t *testing.T) {
			count := services().Count(test.by)
			var places []string
			for _, p := range count.Places {
				places = append(places, p.Value+" "+p.Sum.Trim(0).String())
			}
			got := fmt.Sprintf("%s; %d of %d", strings.Join(places, ", "), count.Placed, count.Fitting)
			if len(count.Elsewhere) > 0 {
				got += "; elsewhere " + strings.Join(count.Elsewhere, ", ")
			}
			if got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}
