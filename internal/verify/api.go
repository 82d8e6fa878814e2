package verify

import (
	"bytes"
	"encoding/json"
	"strings"

	"vigie/internal/export/api"
)

// apiValues checks the values of a document of the JSON interface: those of its rows and of
// its claims, as in the tables, and those of its figures.
func apiValues(t *truth, name string, raw []byte, report *Report) {
	var doc struct {
		Rows, Claims []map[string]any
		Figures      []struct {
			ID  string       `json:"id"`
			Min *json.Number `json:"value_min"`
			Max *json.Number `json:"value_max"`
		}
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	if err := d.Decode(&doc); err != nil {
		report.Faults = append(report.Faults, Fault{File: name, What: "it cannot be read", Found: err.Error()})
		return
	}
	table, _, _ := strings.Cut(strings.TrimPrefix(name, api.Folder), "/")
	sheetValues(t, name, table, sheetOf(doc.Rows), report)
	sheetValues(t, name, "affirmations", sheetOf(doc.Claims), report)
	for _, f := range doc.Figures {
		k := ofFigure(t.figures, f.ID)
		checkCell(report, name, "value_min", numeral(f.Min), k.id, k.value.Low, k.has)
		checkCell(report, name, "value_max", numeral(f.Max), k.id, k.value.High, k.has)
	}
}

func numeral(n *json.Number) string {
	if n == nil {
		return ""
	}
	return n.String()
}
