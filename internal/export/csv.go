package export

import (
	"bytes"
	"encoding/csv"
	"io"
	"strings"

	"vigie/internal/value/lang"
	"vigie/internal/value/tabular"
)

// Dialect is a way to write a table as CSV. Both dialects have the same rows.
type Dialect struct {
	Suffix  string // of the file: ".csv"
	Comma   rune
	Decimal string // decimal mark
	Mark    bool   // starts with a byte order mark
	Yes, No string // the words of a boolean; empty for "true" and "false"
	Between string // between the values of a list; empty for Separator
	End     string // of a line; empty for CR LF
}

// Standard is RFC 4180 in UTF-8, with a decimal point: what programs read.
var Standard = Dialect{Suffix: ".csv", Comma: ',', Decimal: "."}

// ExcelFrench is what a French spreadsheet opens with a double click.
var ExcelFrench = Dialect{Suffix: ".excel-fr.csv", Comma: ';', Decimal: ",", Mark: true}

// AsCollected is how the rows that were collected of a source are kept, and given away: RFC 4180
// but for the ends of lines, with the words that readers wrote. No table is written in it.
var AsCollected = Dialect{Suffix: ".csv", Comma: ',', Decimal: ".", Yes: "oui", No: "non", Between: "|", End: "\n"}

// Dialects lists those of a site: the second only where it has French. Both where nothing says which languages
// it has.
func Dialects(site lang.Languages) []Dialect {
	if len(site) > 0 && !site.Has(lang.FR) {
		return []Dialect{Standard}
	}
	return []Dialect{Standard, ExcelFrench}
}

// Separator stands between the values of a list in one CSV cell.
const Separator = " | "

// list is what stands between the values of a list.
func (d Dialect) list() string {
	if d.Between != "" {
		return d.Between
	}
	return Separator
}

// end is what ends a line.
func (d Dialect) end() string {
	if d.End != "" {
		return d.End
	}
	return "\r\n"
}

const byteOrderMark = "\ufeff"

// CSV is the table in a dialect: see WriteCSV.
func (t Table) CSV(d Dialect) []byte {
	var b bytes.Buffer
	_ = t.WriteCSV(&b, d) // a buffer never fails
	return b.Bytes()
}

// WriteCSV writes the table row by row: a header, then the rows, lines ending in CR LF.
func (t Table) WriteCSV(to io.Writer, d Dialect) error {
	if d.Mark {
		if _, err := io.WriteString(to, byteOrderMark); err != nil {
			return err
		}
	}
	w := csv.NewWriter(to)
	w.Comma, w.UseCRLF = d.Comma, true
	line := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		line[i] = c.Name
	}
	_ = w.Write(line) // w keeps the first error
	for row := range t.Rows {
		for i, cell := range row {
			line[i] = d.Cell(t.Columns[i].Type, cell)
		}
		_ = w.Write(line)
	}
	w.Flush()
	return w.Error()
}

// Cell is what stands in a cell of a type.
func (d Dialect) Cell(t Type, c Cell) string {
	switch t {
	case Number:
		return strings.Replace(c.Text, ".", d.Decimal, 1)
	case Integer, Boolean, Date:
		return c.Text
	case List:
		return tabular.Inert(strings.Join(c.List, Separator))
	}
	return tabular.Inert(c.Text)
}
