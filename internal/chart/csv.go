package chart

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"

	"vigie/internal/value/tabular"
)

// csv writes the points as RFC 4180 says: comma, CRLF, UTF-8.
func (v view) csv() ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	rows := [][]string{Columns()}
	for _, e := range v.entries() {
		rows = append(rows, e.cells())
	}
	if err := w.WriteAll(rows); err != nil {
		return nil, fmt.Errorf("write the CSV of chart %q: %w", v.ID, err)
	}
	return b.Bytes(), nil
}

// cells are the fields in the order of Columns.
func (e entry) cells() []string {
	out := []string{e.Indicator, e.Line, e.LineName, e.Point, e.PointName, e.From, e.To}
	for i, s := range out {
		out[i] = tabular.Inert(s)
	}
	out = append(out, digits(e.Low), digits(e.High))
	for _, s := range []string{e.Sense, e.Unit, e.Perimeter, e.Basis, e.Status, e.Why, e.Nature, e.State, e.By, e.Break,
		e.FirstRead, e.LastRead, e.Claims, e.Records, e.Proof} {
		out = append(out, tabular.Inert(s))
	}
	return out
}

func digits(n *json.Number) string {
	if n == nil {
		return ""
	}
	return n.String()
}
