package edition

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// figures.csv is for ever, and the code that reads it changes: columns are found
// by their names, one that is not known is passed over, and one that an older
// edition lacks is empty.

// The columns of figures.csv, as an edition of today writes them.
const (
	colID, colLabel, colLabelEN       = "chiffre", "intitule", "intitule_en"
	colNature, colState, colValue     = "nature", "statut", "valeur"
	colReason, colUnit                = "motif_absence", "unite"
	colStage, colTax, colAccumulation = "etape", "taxe", "cumul"
	colPeriod, colPerimeter           = "periode", "perimetre"
	colFirst, colChanged              = "premiere_edition", "change_le"
	colClaims, colRecords             = "affirmations", "fiches"
	colFormula, colInputs             = "formule", "entrees"
)

var header = []string{colID, colLabel, colLabelEN, colNature, colState, colValue, colReason, colUnit, colStage, colTax,
	colAccumulation,
	colPeriod, colPerimeter, colFirst, colChanged, colClaims, colRecords, colFormula, colInputs}

// without them, a line gives no figure.
var needed = []string{colID, colNature, colState, colValue, colUnit}

// between separates the values of a list, as in the published tables.
const between = " | "

func writeRows(rows []row) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	_ = w.Write(header) // a buffer never fails
	for _, r := range rows {
		_ = w.Write([]string{r.ID, r.Label.FR, r.Label.EN, r.Nature, r.State, r.Value, r.Reason, r.Unit, r.Stage, r.Tax,
			r.Accumulation, r.Period, r.Perimeter,
			r.First.String(), r.Changed.String(), strings.Join(r.Claims, between), strings.Join(r.Records, between), r.Formula,
			strings.Join(r.Inputs, between)})
	}
	w.Flush()
	return b.Bytes()
}

func readRows(content []byte) ([]row, error) {
	lines := csv.NewReader(bytes.NewReader(content))
	head, err := lines.Read()
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", FiguresFile, err)
	}
	for _, name := range needed {
		if !slices.Contains(head, name) {
			return nil, fmt.Errorf("reading %s: it has no column %s", FiguresFile, name)
		}
	}
	var out []row
	for {
		cells, err := lines.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", FiguresFile, err)
		}
		r, err := readRow(func(name string) string {
			if i := slices.Index(head, name); i >= 0 {
				return cells[i]
			}
			return ""
		})
		if err != nil {
			return nil, fmt.Errorf("reading %s: figure %s: %w", FiguresFile, r.ID, err)
		}
		out = append(out, r)
	}
}

// readRow reads a line by the names of its cells.
func readRow(cell func(string) string) (row, error) {
	r := row{ID: cell(colID), Label: lang.Text{FR: cell(colLabel), EN: cell(colLabelEN)}, Nature: cell(colNature),
		State: cell(colState), Value: cell(colValue),
		Reason: cell(colReason), Unit: cell(colUnit), Stage: cell(colStage), Tax: cell(colTax),
		Accumulation: cell(colAccumulation),
		Period:       cell(colPeriod), Perimeter: cell(colPerimeter), Claims: list(cell(colClaims)),
		Records: list(cell(colRecords)),
		Formula: cell(colFormula), Inputs: list(cell(colInputs))}
	var err error
	if r.First, err = dayIn(cell(colFirst)); err != nil {
		return r, err
	}
	r.Changed, err = dayIn(cell(colChanged))
	return r, err
}

// dayIn reads the day of a cell; none in an empty one.
func dayIn(cell string) (cal.Day, error) {
	if cell == "" {
		return cal.Day{}, nil
	}
	return cal.ParseDay(cell)
}

func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, between)
}
