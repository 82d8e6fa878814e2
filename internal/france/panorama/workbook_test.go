package panorama_test

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"vigie/internal/collect"
	"vigie/internal/france/panorama"
	"vigie/internal/value/cal"
)

// workbook makes an edition of a sheet, below a title.
func workbook(t *testing.T, change func(book *excelize.File) error) string {
	t.Helper()
	lines, err := csv.NewReader(strings.NewReader(fixture(t, "edition.csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	book := excelize.NewFile()
	defer book.Close()
	if err := book.SetCellStr("Sheet1", "A1", "Panorama d'essai"); err != nil {
		t.Fatal(err)
	}
	for i, line := range lines {
		for j, text := range line {
			at, err := excelize.CoordinatesToCellName(j+1, i+2)
			if err == nil && text != "" {
				err = book.SetCellStr("Sheet1", at, text)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := change(book); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := book.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestAWorkbookGivesTheProjectsOfItsFile(t *testing.T) {
	want, _, err := read(t, panorama.Reader(), fixture(t, "edition.csv"), "utf-8")
	if err != nil {
		t.Fatal(err)
	}
	content := workbook(t, func(book *excelize.File) error {
		millions := `0.0\ "M€"`
		style, err := book.NewStyle(&excelize.Style{CustomNumFmt: &millions})
		if err != nil {
			return err
		}
		for cell, value := range map[string]any{"G3": time.Date(2014, 10, 1, 0, 0, 0, 0, time.UTC), "H3": 3.75, "J3": 7, "O3": time.Date(2016, 11, 3, 0, 0, 0, 0, time.UTC)} {
			if err := book.SetCellValue("Sheet1", cell, value); err != nil {
				return err
			}
		}
		return book.SetCellStyle("Sheet1", "J3", "J3", style)
	})
	rows, remarks, err := read(t, panorama.Reader(), content, "")
	if err != nil {
		t.Fatal(err)
	}
	expected := cells(want)
	expected[0][5] = "2014-10" // the style of the cell shows the month alone
	if diff := cmp.Diff(expected, cells(rows)); diff != "" {
		t.Error(diff)
	}
	if rows[1].At != "Sheet1, l. 4" || remarks.Edition != cal.MustDate("2016-11-03") || remarks.Rows != 2 || len(remarks.Bad)+len(remarks.Unread) > 0 {
		t.Errorf("remarks %+v", remarks)
	}
}

func TestACellWithoutAValueLeavesItsProjectOutAndAMergedCostIsCountedOnce(t *testing.T) {
	content := workbook(t, func(book *excelize.File) error {
		if err := book.SetCellStr("Sheet1", "J4", ""); err != nil {
			return err
		}
		return book.MergeCell("Sheet1", "J3", "J4")
	})
	rows, remarks, err := read(t, panorama.Reader(), content, "")
	if err != nil || len(rows) != 2 || rows[0].Cells[8] != "7" || rows[1].Cells[8] != "" {
		t.Fatal(cells(rows), err)
	}
	want := []collect.Unread{{What: "cout : une valeur pour plusieurs projets (cellules fusionnées), gardée au premier", Count: 1, Example: "7, J3:J4"}}
	if diff := cmp.Diff(want, remarks.Unread); diff != "" {
		t.Error(diff)
	}
	content = workbook(t, func(book *excelize.File) error { return book.SetCellFormula("Sheet1", "G4", "TODAY()") })
	rows, remarks, err = read(t, panorama.Reader(), content, "")
	if err != nil || len(rows) != 1 || len(remarks.Bad) != 1 || remarks.Bad[0].Column != "debut (G4)" || !strings.Contains(remarks.Bad[0].Wanted, "never calculated") {
		t.Errorf("%+v, %v", remarks.Bad, err)
	}
}

func TestAWorkbookOfSomethingElseIsRefused(t *testing.T) {
	content := workbook(t, func(book *excelize.File) error { return book.SetCellStr("Sheet1", "C2", "Intitulé") })
	if _, _, err := read(t, panorama.Reader(), content, ""); err == nil || !strings.Contains(err.Error(), "lacks « Projet »") {
		t.Error(err)
	}
}
