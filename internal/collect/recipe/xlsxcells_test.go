package recipe_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"vigie/internal/record"
)

// of makes a workbook by hand.
func of(t *testing.T, fill func(book *excelize.File) error) []byte {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	if err := fill(book); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := book.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// filled puts rows into the first sheet.
func filled(book *excelize.File, rows ...[]any) error {
	for i, row := range rows {
		if err := book.SetSheetRow("Sheet1", sheetCell(1, i+1), &row); err != nil {
			return err
		}
	}
	return nil
}

// merged merges blocks of cells; it comes after the values, or would displace them.
func merged(book *excelize.File, blocks ...string) error {
	for _, block := range blocks {
		from, to, _ := strings.Cut(block, ":")
		if err := book.MergeCell("Sheet1", from, to); err != nil {
			return err
		}
	}
	return nil
}

func sheetCell(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		panic(err)
	}
	return name
}

// providers is the recipe of doc/sources.md, for a workbook.
func providers() record.Recipe {
	return record.Recipe{Format: "xlsx", Key: []string{"siren"}, Fields: []record.RecipeField{
		{Name: "siren", Label: label(), From: "N° SIREN", As: "code", Format: "000000000", Required: true},
		{Name: "nom", Label: label(), From: "Raison sociale", As: "text", Required: true},
		{Name: "depuis", Label: label(), From: "Date d'entrée", As: "date"},
		{Name: "montant", Label: label(), From: "Montant HT", As: "number"},
	}}
}

var named = []any{"Raison sociale", "N° SIREN", "Date d'entrée", "Montant HT"}

func checkReading(t *testing.T, r record.Recipe, document []byte, want string) {
	t.Helper()
	if diff := cmp.Diff(want, written(read(t, r, document))); diff != "" {
		t.Error(diff)
	}
}

func TestAMergedAmountIsCountedOnceAndReported(t *testing.T) {
	text := of(t, func(book *excelize.File) error {
		if err := filled(book, named, []any{"Groupe", 1, nil, 12000}, []any{nil, 2}, []any{"Autre", 3}, []any{"Fin", 4, nil, 5}); err != nil {
			return err
		}
		return merged(book, "A2:A3", "D2:D4")
	})
	checkReading(t, providers(), text, `Sheet1, l. 2 000000001 ¦ Groupe ¦  ¦ 12000
Sheet1, l. 3 000000002 ¦ Groupe ¦  ¦ 
Sheet1, l. 4 000000003 ¦ Autre ¦  ¦ 
Sheet1, l. 5 000000004 ¦ Fin ¦  ¦ 5
unread "montant: no amount of its own, since one stands for several rows or columns (merged cells) and is kept in the first" ×2, `+
		`such as "12000 for D2:D4 together"
4 rows; columns Raison sociale, N° SIREN, Date d'entrée, Montant HT
`)
	r := providers()
	r.Fields[3].Required = true
	got := read(t, r, text)
	if len(got.rows) != 2 || len(got.remarks.Bad) != 2 || got.remarks.Bad[0].Column != "montant (D3)" ||
		got.remarks.Bad[0].Wanted != "one value, not one that stands for D2:D4 together (merged cells)" {
		t.Errorf("where each row must have an amount: %s", written(got))
	}
}

func TestCellsWithoutAValueNameTheirPlaceAndTheMend(t *testing.T) {
	text := of(t, func(book *excelize.File) error {
		if err := filled(book, named, []any{"Alpha", 1}, []any{"Bêta", 2, 12, 3}, []any{"Gamma", 3, nil, "#REF!"}, []any{"Delta", true, nil, 5},
			[]any{"Fin", 5, nil, 7}, []any{"Virgule", 5520046.5}); err != nil {
			return err
		}
		return book.SetCellFormula("Sheet1", "D2", "SUM(B2:B2)")
	})
	checkReading(t, providers(), text, `Sheet1, l. 6 000000005 ¦ Fin ¦  ¦ 7
bad Sheet1, l. 2, montant (D2): "=SUM(B2:B2)", wanted one value, not a formula that was never calculated (open the workbook in a spreadsheet, save it, read that copy)
bad Sheet1, l. 3, depuis (C3): "12", wanted a date such as 31 July 2026, 31 juillet 2026, 31/07/2026 or 2026-07-31
bad Sheet1, l. 4, montant (D4): "#REF!", wanted one value, not the error of a formula (have the publisher mend it, or name it under absent)
bad Sheet1, l. 5, siren (B5): "true", wanted one value, not a cell of true or false
bad Sheet1, l. 7, siren (B7): "5520046.5", wanted one value, not a number with decimals
6 rows; columns Raison sociale, N° SIREN, Date d'entrée, Montant HT
`)
	r := providers()
	r.Fields[3].Absent = []string{"#REF!"}
	if got := read(t, r, text); len(got.rows) != 2 {
		t.Errorf("an error that the recipe names is no value: %s", written(got))
	}
}

func TestTheStyleOfACellSettlesWhatItsNumberIs(t *testing.T) {
	text := of(t, func(book *excelize.File) error {
		if err := filled(book, named, []any{"Part", 1, 46234, 0.123}, []any{"Millions", 2, nil, 12.3}, []any{"Jour", 3, nil, 46234},
			[]any{46234, 5520046, nil, 1234.5}, []any{"Ligne", "552 004 606", nil, 1}); err != nil {
			return err
		}
		for cell, code := range map[string]string{"D2": "0.00%", "D3": `#,##0.0\ "M€"`, "D4": "dd/mm/yyyy", "A5": "dd/mm/yyyy", "D5": `#,##0.00\ "€"`, "C2": "dd/mm/yyyy"} {
			style, err := book.NewStyle(&excelize.Style{CustomNumFmt: &code})
			if err == nil {
				err = book.SetCellStyle("Sheet1", cell, cell, style)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	checkReading(t, providers(), text, `Sheet1, l. 2 000000001 ¦ Part ¦ 2026-07-31 ¦ 12.3
Sheet1, l. 5 005520046 ¦ 2026-07-31 ¦  ¦ 1234.5
Sheet1, l. 6 552004606 ¦ Ligne ¦  ¦ 1
bad Sheet1, l. 3, montant (D3): "12.3 M€", wanted a number such as 1 234,5
bad Sheet1, l. 4, montant (D4): "2026-07-31", wanted one value, not a date
unread "montant: shares (%) among other numbers" ×1, such as "12.3 %"
5 rows; columns Raison sociale, N° SIREN, Date d'entrée, Montant HT
`)
}

func TestANumberIsReadInTheFormatOfItsDates(t *testing.T) {
	day := time.Date(2026, 7, 31, 23, 59, 59, 0, time.UTC)
	text := of(t, func(book *excelize.File) error {
		return filled(book, named, []any{"chiffres", 1, 20260731}, []any{"jour", 2, day}, []any{"texte", 3, "20260731"}, []any{"sans style", 4, 46234},
			[]any{"faux", 5, 20261345})
	})
	r := providers()
	r.Fields[2].Format = "yyyymmdd"
	checkReading(t, r, text, `Sheet1, l. 2 000000001 ¦ chiffres ¦ 2026-07-31 ¦ 
Sheet1, l. 3 000000002 ¦ jour ¦ 2026-07-31 ¦ 
Sheet1, l. 4 000000003 ¦ texte ¦ 2026-07-31 ¦ 
Sheet1, l. 5 000000004 ¦ sans style ¦ 2026-07-31 ¦ 
bad Sheet1, l. 6, depuis (C6): "20261345", wanted a date written yyyymmdd
5 rows; columns Raison sociale, N° SIREN, Date d'entrée, Montant HT
`)
}

func TestNamesOnTwoLinesWithSpansAreJoined(t *testing.T) {
	text := of(t, func(book *excelize.File) error {
		if err := filled(book, []any{"Liste d'essai"}, []any{"Raison sociale", "N° SIREN", "Montant"}, []any{nil, nil, "TTC", "HT"},
			[]any{"Alpha", 1, 12, 10}, []any{"Bretagne"}, []any{"Bêta", 2, 24, 20}); err != nil {
			return err
		}
		return merged(book, "A1:D1", "A2:A3", "B2:B3", "C2:D2", "A5:D5")
	})
	r := providers()
	r.Fields = append(r.Fields[:2:2], r.Fields[3])
	r.Ignored = []string{"Montant TTC"}
	checkReading(t, r, text, `Sheet1, l. 4 000000001 ¦ Alpha ¦ 10
Sheet1, l. 6 000000002 ¦ Bêta ¦ 20
unread "lines across a table" ×1, such as "Bretagne"
unread "lines before the names of the columns" ×1, such as "Liste d'essai"
2 rows; columns Raison sociale, N° SIREN, Montant TTC, Montant HT
`)
}

func TestANameOverSeveralColumnsIsOneColumn(t *testing.T) {
	text := of(t, func(book *excelize.File) error {
		if err := filled(book, []any{"Raison sociale", nil, "N° SIREN"}, []any{"Alpha", nil, 1}); err != nil {
			return err
		}
		return merged(book, "A1:B1", "A2:B2")
	})
	r := providers()
	r.Fields = r.Fields[:2]
	checkReading(t, r, text, `Sheet1, l. 2 000000001 ¦ Alpha
1 rows; columns Raison sociale, , N° SIREN
`)
}

func TestWhatAWorkbookHidesIsLeftOutAndReported(t *testing.T) {
	text := of(t, func(book *excelize.File) error {
		if err := filled(book, append(named[:4:4], "Interne"), []any{"Alpha", 1, nil, 5, "x"}, []any{"Cachée", 2, nil, 7}, []any{"Bêta", 3, nil, 6, "y"}); err != nil {
			return err
		}
		for _, name := range []string{"Notes", "Calculs"} {
			if _, err := book.NewSheet(name); err != nil {
				return err
			}
		}
		if err := book.SetSheetVisible("Calculs", false); err != nil {
			return err
		}
		if err := book.SetColVisible("Sheet1", "E", false); err != nil {
			return err
		}
		return book.SetRowVisible("Sheet1", 3, false)
	})
	checkReading(t, providers(), text, `Sheet1, l. 2 000000001 ¦ Alpha ¦  ¦ 5
Sheet1, l. 4 000000003 ¦ Bêta ¦  ¦ 6
unread "hidden column E" ×3, such as "Interne"
unread "hidden rows" ×1, such as "l. 3: Cachée 2 7"
unread "hidden sheet, not read" ×1, such as "Calculs"
unread "sheet that is not read" ×1, such as "Notes"
2 rows; columns Raison sociale, N° SIREN, Date d'entrée, Montant HT, 
`)
	r := providers()
	r.Fields[2].From = "Interne"
	if got := read(t, r, text); got.err == nil || !strings.Contains(got.err.Error(), `no column "Interne"`) ||
		!strings.Contains(got.err.Error(), "what is hidden is not read: E Interne, l. 3 Cachée 2 7; other sheets (rows names the one to read): \"Notes\", \"Calculs\"") {
		t.Error(got.err)
	}
}

func TestAWorkbookMayCountItsDaysFrom1904(t *testing.T) {
	text := of(t, func(book *excelize.File) error {
		since := true
		if err := book.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &since}); err != nil {
			return err
		}
		return filled(book, named, []any{"Alpha", 1, 44772}, []any{"Bêta", 2, time.Date(2026, 7, 31, 0, 0, 0, 0, time.UTC)})
	})
	checkReading(t, providers(), text, `Sheet1, l. 2 000000001 ¦ Alpha ¦ 2026-07-31 ¦ 
Sheet1, l. 3 000000002 ¦ Bêta ¦ 2026-07-31 ¦ 
2 rows; columns Raison sociale, N° SIREN, Date d'entrée, Montant HT
`)
}
