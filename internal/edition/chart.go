package edition

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// Chart is a chart as an edition keeps it, in one language: all that the frame of another site shows of it, in
// words, so that no later number, program or theme makes it another chart. The day is that of the edition: a chart
// that does not change from one to the next is the same bytes.
type Chart struct {
	Indicator  string     `json:"indicator"` // identifier
	Lang       lang.Lang  `json:"language"`
	Title      string     `json:"title"`
	Conclusion string     `json:"conclusion,omitempty"` // what it shows, in a sentence
	Question   string     `json:"question"`
	Table      ChartTable `json:"table"`
	Reserves   []string   `json:"reserves,omitempty"` // why Conclusion is fragile, where it is
	Sources    string     `json:"sources"`            // a line: whose numbers they are
	Mention    string     `json:"mention"`            // a line: publisher and licence
	Wide       string     `json:"wide"`               // SVG for 480 px and more
	Narrow     string     `json:"narrow"`             // SVG for phones
}

// ChartTable is what the drawing of a chart shows, as a table.
type ChartTable struct {
	Head []string   `json:"head"` // of the first column, then of one for each cell of a row
	Rows []ChartRow `json:"rows"`
}

// ChartRow is one place of a chart with its cells.
type ChartRow struct {
	Head  string      `json:"head"`
	Cells []ChartCell `json:"cells"`
}

// ChartCell is a figure in words, or words where a figure makes no sense.
type ChartCell struct {
	Text   string `json:"text"`
	Figure string `json:"figure,omitempty"` // identifier, as in figures.csv of the same edition
}

// Figures are the cells that hold a figure, row by row.
func (c Chart) Figures() []ChartCell {
	var out []ChartCell
	for _, row := range c.Table.Rows {
		for _, cell := range row.Cells {
			if cell.Figure != "" {
				out = append(out, cell)
			}
		}
	}
	return out
}

// charts is the folder of the charts in an edition.
const charts = "charts/"

// ChartFile is where an edition keeps the chart of an indicator in a language.
func ChartFile(indicator string, l lang.Lang) string {
	return charts + indicator + "." + string(l) + ".json"
}

// Fresh is the file of a chart that is to be frozen.
func (c Chart) Fresh() (Fresh, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false) // most of it is drawings
	e.SetIndent("", "  ")
	if err := e.Encode(c); err != nil {
		return Fresh{}, fmt.Errorf("the chart %s of an edition: %w", c.Indicator, err)
	}
	return Fresh{ChartFile(c.Indicator, c.Lang), b.Bytes()}, nil
}

// Charts lists the files of an edition that are charts in a language, by indicator. An edition made before
// charts were kept has none.
func (e Edition) Charts(l lang.Lang) []File {
	var out []File
	for _, f := range e.Files {
		if strings.HasPrefix(f.Path, charts) && strings.HasSuffix(f.Path, "."+string(l)+".json") {
			out = append(out, f)
		}
	}
	return out
}

// Chart reads a chart of an edition. The problem is that of a file which is no longer as it was frozen.
func (s *Store) Chart(f File) (Chart, problem.List) {
	content, err := s.Read(f)
	if fault := new(altered); errors.As(err, &fault) {
		return Chart{}, problem.List{fault.problem()}
	}
	var c Chart
	if err == nil {
		err = json.Unmarshal(content, &c)
	}
	if err != nil {
		return Chart{}, problem.List{{Place: problem.Place{File: s.Object(f)}, Severity: problem.Error, Rule: ruleChain,
			Message: fmt.Sprintf("it holds %s, and cannot be read: %v", f.Path, err), Hint: takeBack}}
	}
	return c, nil
}
