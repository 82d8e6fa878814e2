package recipe_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"vigie/internal/record"
)

// workbook makes a workbook whose first sheet holds rows.
func workbook(t testing.TB, rows [][]any) []byte {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	for i, row := range rows {
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			t.Fatal(err)
		}
		if err := book.SetSheetRow("Sheet1", cell, &row); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := book.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAWorkbookIsReadAsItIsShown(t *testing.T) {
	r := record.Recipe{Format: "xlsx", Key: []string{"code"}, Fields: []record.RecipeField{
		{Name: "code", Label: label(), From: "Code", As: "code", Format: "00000", Required: true},
		{Name: "jour", Label: label(), From: "Jour", As: "date"},
		{Name: "montant", Label: label(), From: "Montant", As: "number"},
		{Name: "siret", Label: label(), From: "SIRET", As: "code"},
		{Name: "ouvert", Label: label(), From: "Ouvert", As: "boolean"},
	}, Ignored: []string{"Remarque"}}
	day := time.Date(2026, 7, 31, 0, 0, 0, 0, time.UTC)
	text := workbook(t, [][]any{
		{"Relevé d'essai"},
		{"Jour", "Code", "Montant", "SIRET", "Ouvert", "Remarque", "Autre"},
		{day, 1001, 0.1 + 0.2, 13002526500013.0, true, "x"},
		{"31 juillet 2026", "2A004", "1 234,5", "13002526500013", "Non"},
		{},
		{2026, "75056", 1e21, "", "", "", "vu"},
		{"bientôt", "75057"},
	})
	got := read(t, r, text)
	want := `Sheet1, l. 3 01001 ¦ 2026-07-31 ¦ 0.3 ¦ 13002526500013 ¦ oui
Sheet1, l. 4 2A004 ¦ 2026-07-31 ¦ 1234.5 ¦ 13002526500013 ¦ non
Sheet1, l. 6 75056 ¦ 2026 ¦ 1000000000000000000000 ¦  ¦ 
bad Sheet1, l. 7, jour (A7): "bientôt", wanted a date such as 31 July 2026, 31 juillet 2026, 31/07/2026 or 2026-07-31
unread "Autre" ×1, such as "vu"
unread "lines before the names of the columns" ×1, such as "Relevé d'essai"
4 rows; columns Jour, Code, Montant, SIRET, Ouvert, Remarque, Autre
`
	if written(got) != want {
		t.Errorf("got\n%swant\n%s", written(got), want)
	}
	r.Rows = "Feuille2"
	if got := read(t, r, text); got.err == nil || !strings.Contains(got.err.Error(), `no sheet "Feuille2"; the workbook has "Sheet1"`) {
		t.Error(got.err)
	}
}
