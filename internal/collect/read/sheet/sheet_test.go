package sheet_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/collect/read/budget"
	"vigie/internal/collect/read/sheet"
)

func word(at, text string) string {
	return `<c r="` + at + `" t="inlineStr"><is><t>` + text + `</t></is></c>`
}

func amount(at, value string) string { return `<c r="` + at + `"><v>` + value + `</v></c>` }

func TestMergedCellsBearTheirCommonValueAndOneIsTheFirst(t *testing.T) {
	m := workbook(`<sheetData>` +
		`<row r="1">` + word("A1", "Titre") + `</row>` +
		`<row r="2">` + word("A2", "Lot") + amount("B2", "12000") + `</row>` +
		`<row r="3">` + word("A3", "caché") + amount("B3", "7") + amount("C3", "1") + `</row>` +
		`</sheetData><mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/></mergeCells>`)
	rows, aside, err := read(t, m.bytes(t), budget.New(t.Context(), budget.Document()))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range rows {
		for i, c := range r.cells {
			got = append(got, fmt.Sprintf("%s %s %s %v", sheet.Place(i, r.number), c.Text, c.Merged, c.First))
		}
	}
	want := []string{"A1 Titre A1:C1 true", "B1 Titre A1:C1 false", "C1 Titre A1:C1 false",
		"A2 Lot A2:A3 true", "B2 12000 B2:B3 true", "A3 Lot A2:A3 false", "B3 12000 B2:B3 false", "C3 1 A0:A0 false"}
	want[7] = fmt.Sprintf("C3 1 %s false", sheet.Range{})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]sheet.Aside{{sheet.Covered, 0, 3, "caché"}, {sheet.Covered, 1, 3, "7"}}, aside); diff != "" {
		t.Error(diff)
	}
}

func TestAMergedValueIsCarriedByTheFirstRowThatIsShown(t *testing.T) {
	m := workbook(`<sheetData><row r="1" hidden="1">` + amount("A1", "5") + `</row><row r="2">` + word("B2", "x") + `</row></sheetData>` +
		`<mergeCells><mergeCell ref="A1:A2"/></mergeCells>`)
	rows, _, err := read(t, m.bytes(t), budget.New(t.Context(), budget.Document()))
	if err != nil || len(rows) != 1 || !rows[0].cells[0].First || rows[0].cells[0].Number != "5" {
		t.Errorf("%+v, %v", rows, err)
	}
}

func TestWhatASheetHidesIsLeftOutAndReported(t *testing.T) {
	m := workbook(`<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="0"/></cols><sheetData>`+
		`<row r="1">`+word("A1", "a")+word("B1", "b")+word("D1", "d")+word("E1", "e")+`</row>`+
		`<row r="2" hidden="1">`+word("A2", "f")+word("D2", "g")+`</row>`+
		`<row r="3" ht="0" customHeight="1">`+word("A3", "h")+`</row>`+
		`<row r="4" hidden="1"/>`+
		`<row r="5"><c r="A5" s="1"><v>500</v></c><c r="D5" s="2"><v>600</v></c></row></sheetData>`).
		with("xl/styles.xml", `<styleSheet><numFmts><numFmt numFmtId="200" formatCode=";;;"/></numFmts><fonts><font/><font><strike/></font></fonts>`+
			`<cellXfs><xf/><xf fontId="1"/><xf numFmtId="200"/></cellXfs></styleSheet>`)
	got, aside := cells(t, m)
	if diff := cmp.Diff([]string{"a|||d|"}, got); diff != "" {
		t.Error(diff)
	}
	want := []sheet.Aside{{sheet.HiddenColumn, 1, 1, "b"}, {sheet.HiddenColumn, 4, 1, "e"}, {sheet.HiddenRow, -1, 2, "f g"}, {sheet.HiddenRow, -1, 3, "h"},
		{sheet.StruckOut, 0, 5, "500"}, {sheet.Formatted, 3, 5, "600"}}
	if diff := cmp.Diff(want, aside); diff != "" {
		t.Error(diff)
	}
}

func TestAWorkbookIsFoundByItsLinksInWhateverNamespace(t *testing.T) {
	m := made{
		"_rels/.rels":                 links("officeDocument", "/Content/Book.xml"),
		"Content/Book.xml":            `<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:r="r"><x:sheets><x:sheet name="Vue" r:id="rId2"/><x:sheet name="Cachée" state="veryHidden" r:id="rId1"/></x:sheets></x:workbook>`,
		"Content/_rels/Book.xml.rels": links("worksheet", `deep\a.xml`, "worksheet", "/content/B.XML", "chartsheet", "c.xml"),
		"Content/deep/a.xml":          `<worksheet/>`,
		"content/b.xml":               `<x:worksheet xmlns:x="x"><x:sheetData><x:row r="7"><x:c r="B7"><x:v>1</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="B7:C7"/></x:mergeCells></x:worksheet>`,
	}
	content := m.bytes(t)
	book, err := sheet.Open(bytes.NewReader(content), int64(len(content)), budget.New(t.Context(), budget.Document()))
	if err != nil || len(book.Tabs) != 2 || book.Tabs[0].Hidden || !book.Tabs[1].Hidden {
		t.Fatalf("%+v, %v", book, err)
	}
	if got, _ := cells(t, m); !cmp.Equal(got, []string{"|1|1"}) {
		t.Error(got)
	}
}

func TestADamagedWorkbookIsAnErrorThatNamesThePlace(t *testing.T) {
	sound := workbook(`<sheetData><row r="1">` + amount("A1", "1") + `</row></sheetData>`)
	rows := func(content string) made { return workbook(`<sheetData>` + content + `</sheetData>`) }
	for name, one := range map[string]struct {
		book made
		want string
	}{
		"an archive of something else": {made{"a.csv": "a;b"}, "no workbook"},
		"a sheet that is not there":    {sound.with("xl/_rels/workbook.xml.rels", links("worksheet", "worksheets/sheet9.xml")), "lacks its part xl/worksheets/sheet9.xml"},
		"a sheet that is cut":          {sound.with("xl/worksheets/sheet1.xml", `<worksheet><sheetData><row r="1">`), "sheet1.xml of the workbook is damaged (unexpected EOF)"},
		"rows out of order":            {rows(`<row r="2">` + amount("A2", "1") + `</row><row r="1"/>`), `the row "1" stands below row 2`},
		"a cell in another row":        {rows(`<row r="2">` + amount("A3", "1") + `</row>`), `the cell "A3" stands in row 2`},
		"a cell twice":                 {rows(`<row r="2">` + amount("A2", "1") + amount("A2", "2") + `</row>`), `the cell A2 of the sheet "Feuil1": it stands there twice`},
		"a text that nobody wrote":     {rows(`<row r="2"><c r="C2" t="s"><v>5</v></c></row>`), `the cell C2 of the sheet "Feuil1": it shares the text n° "5"`},
		"merged cells that are none":   {workbook(`<mergeCells><mergeCell ref="A0:B"/></mergeCells>`), `"A0:B" are no cells`},
		"a column beyond the last":     {rows(`<row r="1"><c r="XFE1"/></row>`), `the cell "XFE1"`},
		"elements that end too soon":   {sound.with("xl/worksheets/sheet1.xml", `<worksheet></row></worksheet>`), "ends without having begun"},
		"elements that never end":      {rows(strings.Repeat("<row>", 100)), "more than 64 elements"},
		"an element without end":       {rows(`<row r="1"><c r="A1" t="inlineStr"><is><t>` + strings.Repeat("x", 3<<20)), "more than 1048576 bytes"},
		"an attribute without end":     {rows(`<row r="` + strings.Repeat("x", 3<<20)), "more than 1048576 bytes"},
		"an entity that is declared":   {sound.with("xl/worksheets/sheet1.xml", `<!DOCTYPE a [<!ENTITY b "c">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`), "entity"},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, err := read(t, one.book.bytes(t), budget.New(t.Context(), budget.Document()))
			if err == nil || !strings.Contains(err.Error(), one.want) || len(err.Error()) > 400 {
				t.Errorf("%v, want %q", err, one.want)
			}
		})
	}
	if _, _, err := read(t, []byte("a;b\n"), budget.New(t.Context(), budget.Document())); !errors.Is(err, sheet.ErrNoWorkbook) {
		t.Error(err)
	}
}

func TestAWorkbookIsReadWithinItsBudgetAndItsRun(t *testing.T) {
	wide := workbook(`<sheetData>` + strings.Repeat(`<row>`+amount("", "1")+`<c r=""/></row>`, 100) + `</sheetData>`)
	texts := workbook("").with("xl/sharedStrings.xml", `<sst>`+strings.Repeat(`<si><t>abc</t></si>`, 100)+`</sst>`)
	merged := workbook(`<mergeCells>` + strings.Repeat(`<mergeCell ref="A1:B2"/>`, 100) + `</mergeCells>`)
	spread := workbook(`<sheetData>` + strings.Repeat(`<row>`+amount("", "1")+`</row>`, 100) + `</sheetData><mergeCells><mergeCell ref="A1:XFD100"/></mergeCells>`)
	for name, m := range map[string]made{"cells": wide, "texts": texts, "merged ranges": merged, "cells of merged ranges": spread} {
		content := m.bytes(t)
		var spent *budget.Spent
		if _, _, err := read(t, content, budget.New(t.Context(), budget.Limits{Cells: 150, Bytes: 1000})); !errors.As(err, &spent) {
			t.Errorf("%s: %v", name, err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, _, err := read(t, content, budget.New(ctx, budget.Document())); !errors.Is(err, context.Canceled) {
			t.Errorf("%s, after the end of the run: %v", name, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`<row r="1"><c r="A1" s="1"><f>1</f><v>0.5</v></c></row>`), []byte(`<mergeCell ref="A1:B2"/>`), `#,##0.00\ "€";[Red]-0;;@`)
	f.Add([]byte(`<row><c t="inlineStr"><is><r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r></is></c></row>`), []byte(""), "[h]:mm")
	f.Fuzz(func(t *testing.T, rows, merges []byte, format string) {
		m := workbook(`<sheetData>` + string(rows) + `</sheetData><mergeCells>` + string(merges) + `</mergeCells>`).styled(format)
		got, _, err := read(t, m.bytes(t), budget.New(t.Context(), budget.Limits{Cells: 100_000, Bytes: 1 << 20}))
		if err != nil {
			return
		}
		last := 0
		for _, r := range got {
			if r.number <= last {
				t.Errorf("row %d after row %d", r.number, last)
			}
			last = r.number
		}
	})
}
