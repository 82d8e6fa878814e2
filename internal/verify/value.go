package verify

import (
	"path"
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/quantity"
)

// known is a value with the identifier that stands beside it.
type known struct {
	id    string
	value quantity.Value
	unit  string
	has   bool
}

// column is a value in a table: its lowest and highest number stand in two columns,
// and again in two others when it is an amount in euros.
type column struct {
	value, euros string // without _min and _max
	of           func(t *truth, s sheet, row []string) known
}

// valuedColumns lists the values of each table, with what they are values of.
var valuedColumns = map[string][]column{
	"affirmations": {{"valeur", "montant_eur", claimIn("identifiant", (*dataset.Claim).SourceValue)},
		{"valeur_corrigee", "montant_corrige_eur", claimIn("identifiant", corrected)}},
	"series": {{"valeur_publiee", "montant_publie_eur", figureIn("observation", "")},
		{"valeur", "montant_eur", claimIn("affirmation", (*dataset.Claim).SourceValue)},
		{"valeur_corrigee", "montant_corrige_eur", claimIn("affirmation", corrected)}},
	"contradictions_affirmations": {{"valeur", "montant_eur", claimIn("affirmation", (*dataset.Claim).SourceValue)}},
	"corrections": {{"valeur_fautive", "montant_fautif_eur", mistaken},
		{"valeur_publiee", "montant_publie_eur", mended}},
	"indicateurs": {{"valeur", "montant_eur", figureIn("chiffre", "")}},
	"calculs":     {{"valeur", "montant_eur", figureIn("identifiant", "calculation/")}},
	"engagements": {{"valeur_promise", "montant_promis_eur", promised},
		{"valeur_mesuree", "montant_mesure_eur", figureIn("observation", "")}},
}

func claimIn(column string, value func(*dataset.Claim) *quantity.Value) func(*truth, sheet, []string) known {
	return func(t *truth, s sheet, row []string) known {
		c := t.data.Claim(s.cell(row, column))
		if c == nil {
			return known{id: s.cell(row, column)}
		}
		return ofValue(c.ID, value(c), c.Unit)
	}
}

func ofValue(id string, v *quantity.Value, u quantity.Unit) known {
	if v == nil {
		return known{id: id}
	}
	return known{id, *v, u.ID, true}
}

// corrected is the value that is published instead of that of the source, if any.
func corrected(c *dataset.Claim) *quantity.Value {
	if c.SourceValue() == c.Value {
		return nil
	}
	return c.Value
}

func figureIn(column, before string) func(*truth, sheet, []string) known {
	return func(t *truth, s sheet, row []string) known { return ofFigure(t.figures, before+s.cell(row, column)) }
}

func ofFigure(figures map[string]figure.Figure, id string) known {
	f, ok := figures[id]
	return known{id, f.Value, f.Unit.ID, ok && f.Known()}
}

// promised is the number of a commitment: that of the claim that makes it.
func promised(t *truth, s sheet, row []string) known {
	for _, c := range t.data.Every.Commitments {
		if c.ID == s.cell(row, "identifiant") {
			return known{c.ID, c.Promised.Value, c.Promised.Unit.ID, c.Promised.Known()}
		}
	}
	return known{id: s.cell(row, "identifiant")}
}

func mistaken(t *truth, s sheet, row []string) known {
	return ofCorrection(t, s.cell(row, "identifiant"), func(c *record.Correction) *quantity.Value { return c.Expected })
}

func mended(t *truth, s sheet, row []string) known {
	return ofCorrection(t, s.cell(row, "identifiant"), func(c *record.Correction) *quantity.Value { return c.Published })
}

func ofCorrection(t *truth, id string, value func(*record.Correction) *quantity.Value) known {
	for _, c := range t.data.Corrections {
		if c.Correction.ID == id && c.Claim != nil {
			return ofValue(id, value(c.Correction), c.Claim.Unit)
		}
	}
	return known{id: id}
}

// tableValues checks the values of a table of the data.
func tableValues(t *truth, name string, raw []byte, report *Report) {
	base, _, _ := strings.Cut(path.Base(name), ".")
	s, err := readSheet(name, raw)
	if err != nil {
		report.Faults = append(report.Faults, Fault{File: name, What: "it cannot be read", Found: err.Error()})
		return
	}
	sheetValues(t, name, base, s, report)
}

// sheetValues checks the values of rows of a table.
func sheetValues(t *truth, name, table string, s sheet, report *Report) {
	left := map[string]bool{} // columns of numbers that nothing here knows
	for _, c := range s.head {
		left[c] = strings.HasSuffix(c, "_min") || strings.HasSuffix(c, "_max")
	}
	for _, c := range valuedColumns[table] {
		for _, end := range []string{"_min", "_max"} {
			delete(left, c.value+end)
			delete(left, c.euros+end)
		}
		for _, row := range s.rows {
			k := c.of(t, s, row)
			inEuros := k.has && k.unit == "eur"
			checkCell(report, name, c.value+"_min", s.cell(row, c.value+"_min"), k.id, k.value.Low, k.has)
			checkCell(report, name, c.value+"_max", s.cell(row, c.value+"_max"), k.id, k.value.High, k.has)
			checkCell(report, name, c.euros+"_min", s.cell(row, c.euros+"_min"), k.id, k.value.Low, inEuros)
			checkCell(report, name, c.euros+"_max", s.cell(row, c.euros+"_max"), k.id, k.value.High, inEuros)
		}
	}
	for _, c := range s.head {
		if left[c] {
			report.Faults = append(report.Faults,
				Fault{File: name, What: "a column of values of which verify does not know what proves them", Found: c})
		}
	}
}

// chartValues checks the points of a chart: each names its figure.
func chartValues(t *truth, name string, raw []byte, report *Report) {
	s, err := readSheet(name, raw)
	if err != nil {
		report.Faults = append(report.Faults, Fault{File: name, What: "it cannot be read", Found: err.Error()})
		return
	}
	for _, row := range s.rows {
		k := ofFigure(t.figures, s.cell(row, "preuve"))
		sense := k.value.Sense
		checkCell(report, name, "valeur_min", s.cell(row, "valeur_min"), k.id, k.value.Low, k.has && sense != quantity.AtMost)
		checkCell(report, name, "valeur_max", s.cell(row, "valeur_max"), k.id, k.value.High,
			k.has && sense != quantity.AtLeast && sense != quantity.Over)
	}
}

func checkCell(report *Report, file, column, found, id string, value quantity.Decimal, has bool) {
	want := ""
	if has {
		want = value.Trim(0).String()
	}
	found = strings.Replace(found, ",", ".", 1) // the decimal mark of a French spreadsheet
	if found == "" && want == "" {
		return
	}
	if !report.Values.check(found == want && id != "") {
		report.Faults = append(report.Faults,
			Fault{File: file, Figure: id, What: "a value of a download is not that of the data (" + column + ")", Found: found,
				Want: want})
	}
}
