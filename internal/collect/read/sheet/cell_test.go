package sheet_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/collect/read/sheet"
)

func TestANumberIsWhatItsStyleShows(t *testing.T) {
	for _, one := range []struct{ format, value, text, number, unit string }{
		{"General", "12", "12", "12", ""},
		{"Standard", "12", "12", "12", ""},
		{"General", "0.30000000000000004", "0.3", "0.3", ""},
		{"General", "1E+21", "1000000000000000000000", "1000000000000000000000", ""},
		{"General", "5520046.0", "5520046", "5520046", ""},
		{"0.00%", "0.123", "12.3 %", "12.3", "%"},
		{"0%", "1", "100 %", "100", "%"},
		{"0%", "-0.005", "-0.5 %", "-0.5", "%"},
		{`0.0"%"`, "12.3", "12.3 %", "12.3", "%"},
		{`#,##0.00\ "€"`, "1234.5", "1234.5 €", "1234.5", "€"},
		{`#,##0.00\ [$€-40C];[Red]\-#,##0.00\ [$€-40C]`, "-1234.5", "-1234.5 €", "-1234.5", "€"},
		{`_-* #,##0.00\ "€"_-;\-* #,##0.00\ "€"_-;_-* "-"??\ "€"_-;_-@_-`, "3", "3 €", "3", "€"},
		{`_-* #,##0.00_-;\-* #,##0.00_-;_-* "-"??_-;_-@_-`, "0", "0", "0", ""},
		{`#,##0.0\ "M€"`, "12.3", "12.3 M€", "12.3", "M€"},
		{`#,##0.0,,\ "M€"`, "12300000", "12.3 M€", "12.3", "M€"},
		{`[$$-409]#,##0.00`, "5", "$ 5", "5", "$"},
		{`#,##0,`, "12000", "12", "12", ""},
		{`[>=1000000]0.0,,"M€";[>=1000]0,"k€";0"€"`, "2500", "2.5 k€", "2.5", "k€"},
		{`[>=1000000]0.0,,"M€";[>=1000]0,"k€";0"€"`, "25", "25 €", "25", "€"},
		{"(#,##0);-#,##0", "5", "5", "5", ""},
		{"00000", "1001", "01001", "1001", ""},
		{"000 000 000", "5520046", "005520046", "5520046", ""},
		{"0.00E+00", "1234.5", "1234.5", "1234.5", ""},
		{"# ?/?", "0.5", "0.5", "0.5", ""},
		{`0;-0;"néant"`, "0", "néant", "", ""},
	} {
		c := only(t, workbook(`<sheetData><row r="1"><c r="A1" s="1"><v>`+one.value+`</v></c></row></sheetData>`).styled(one.format))
		if c.Text != one.text || c.Number != one.number || c.Unit != one.unit {
			t.Errorf("%s shows %s as %q (%s %s), want %q (%s %s)", one.format, one.value, c.Text, c.Number, c.Unit, one.text, one.number, one.unit)
		}
	}
}

func TestADateIsTheDayThatItsStyleShows(t *testing.T) {
	for _, one := range []struct {
		format, value, text string
		kind                sheet.Kind
	}{
		{"dd/mm/yyyy", "46234", "2026-07-31", sheet.Date},
		{"[$-40C]d mmmm yyyy;@", "46234", "2026-07-31", sheet.Date},
		{`yyyy\-mm\-dd`, "46234.99998842593", "2026-07-31", sheet.Date},
		{"m/d/yy h:mm", "46234.99998842593", "2026-07-31 23:59:59", sheet.Date},
		{"dd/mm/yyyy hh:mm", "46234.5", "2026-07-31 12:00", sheet.Date},
		{"dd/mm/yyyy hh:mm", "46234", "2026-07-31", sheet.Date},
		{"dd/mm/yyyy", "12", "1900-01-12", sheet.Date},
		{"dd/mm/yyyy", "61", "1900-03-01", sheet.Date},
		{"mmm-yy", "46204", "2026-07", sheet.Date},
		{"mmm-yy", "46234", "2026-07-31", sheet.Date},
		{"yyyy", "46023", "2026", sheet.Date},
		{"dd/mm/yyyy", "60", "60", sheet.Mistaken}, // 29 February 1900
		{"dd/mm/yyyy", "-5", "-5", sheet.Mistaken},
		{"dd/mm/yyyy", "1e9", "1e9", sheet.Mistaken},
		{"hh:mm", "0.5", "12:00", sheet.Hours},
		{"[h]:mm:ss", "1.5", "36:00", sheet.Hours},
		{"mm:ss.0", "0.00025", "00:00:22", sheet.Hours},
		{"0", "46234", "46234", sheet.Number},
	} {
		c := only(t, workbook(`<sheetData><row r="1"><c r="A1" s="1"><v>`+one.value+`</v></c></row></sheetData>`).styled(one.format))
		if c.Text != one.text || c.Kind != one.kind {
			t.Errorf("%s shows %s as %q (%d), want %q (%d)", one.format, one.value, c.Text, c.Kind, one.text, one.kind)
		}
	}
}

func TestSomeWorkbooksCountFrom1904(t *testing.T) {
	m := workbook(`<sheetData><row r="1"><c r="A1" s="1"><v>44772</v></c></row></sheetData>`).styled("dd/mm/yyyy")
	m["xl/workbook.xml"] = `<workbook ` + spreadsheet + ` ` + relations + `><workbookPr date1904="1"/>` +
		`<sheets><sheet name="Feuil1" sheetId="1" r:id="rId1"/></sheets></workbook>`
	if c := only(t, m); c.Text != "2026-07-31" {
		t.Errorf("%+v", c)
	}
}

func TestAPlainNumberMayBeADayOfOurTimeAlone(t *testing.T) {
	for value, day := range map[string]string{"46234": "2026-07-31", "46234.75": "2026-07-31", "12": "", "2026": "", "20260731": ""} {
		c := only(t, workbook(`<sheetData><row><c><v>`+value+`</v></c></row></sheetData>`))
		if c.Serial != (day != "") || c.Day() != day {
			t.Errorf("%s: %q, want %q", value, c.Day(), day)
		}
	}
}

func TestCellsAreOfTheirKind(t *testing.T) {
	for cell, want := range map[string]sheet.Cell{
		`<c t="inlineStr"><is><t>Alpha</t></is></c>`:                {Kind: sheet.Text, Text: "Alpha"},
		`<c t="s"><v>1</v></c>`:                                     {Kind: sheet.Text, Text: "Bêta"},
		`<c t="str"><f>A1&amp;B1</f><v>AB</v></c>`:                  {Kind: sheet.Text, Text: "AB"},
		`<c t="str"><f>IF(A1,"x","")</f><v></v></c>`:                {},
		`<c t="b"><v>1</v></c>`:                                     {Kind: sheet.Boolean, Text: "true"},
		`<c t="e"><f>1/0</f><v>#DIV/0!</v></c>`:                     {Kind: sheet.Mistaken, Text: "#DIV/0!"},
		`<c t="d"><v>2026-07-31T00:00:00</v></c>`:                   {Kind: sheet.Date, Text: "2026-07-31"},
		`<c t="d"><v>2026-07-31T09:30:00.5Z</v></c>`:                {Kind: sheet.Date, Text: "2026-07-31 09:30"},
		`<c><f>SUM(B1:B2)</f></c>`:                                  {Kind: sheet.Uncalculated, Text: "=SUM(B1:B2)"},
		`<c t="str"><f>SUM(B1:B2)</f></c>`:                          {Kind: sheet.Uncalculated, Text: "=SUM(B1:B2)"},
		`<c><f>SUM(B1:B2)</f><v/></c>`:                              {Kind: sheet.Uncalculated, Text: "=SUM(B1:B2)"},
		`<c><f t="shared" si="0"/></c>`:                             {Kind: sheet.Uncalculated, Text: "="},
		`<c><f>SUM(B1:B2)</f><v>0</v></c>`:                          {Kind: sheet.Number, Text: "0", Number: "0"},
		`<c s="1"/>`:                                                {},
		`<c t="inlineStr"><is><t>a_x000D_b_xZZ_</t></is></c>`:       {Kind: sheet.Text, Text: "a\rb_xZZ_"},
		`<c t="inlineStr"><is><t>a</t><rPh><t>x</t></rPh></is></c>`: {Kind: sheet.Text, Text: "a"},
	} {
		want.Result = strings.Contains(cell, "<f") && want.Kind != sheet.Blank
		m := workbook(`<sheetData><row>`+cell+`</row></sheetData>`).with("xl/sharedStrings.xml", `<sst><si><t>Alpha</t></si><si><r><t>Bê</t></r><r><t>ta</t></r></si></sst>`)
		if diff := cmp.Diff(want, only(t, m), cmp.AllowUnexported(sheet.Cell{})); diff != "" {
			t.Errorf("%s: %s", cell, diff)
		}
	}
}

// Some programs write 0 for each formula, and ask for all to be computed at opening.
func TestAValueThatIsToBeComputedAnewIsNone(t *testing.T) {
	m := workbook(`<sheetData><row><c><f>SUM(B1:B2)</f><v>0</v></c></row></sheetData>`)
	m["xl/workbook.xml"] = `<workbook ` + relations + `><sheets><sheet name="Feuil1" r:id="rId1"/></sheets><calcPr fullCalcOnLoad="1"/></workbook>`
	if c := only(t, m); c.Kind != sheet.Uncalculated {
		t.Errorf("%+v", c)
	}
}

func TestWhatIsRaisedOrStruckOutIsNoPartOfANumber(t *testing.T) {
	run := func(style, text string) string { return `<r><rPr>` + style + `</rPr><t>` + text + `</t></r>` }
	for want, runs := range map[string]string{
		"980": run("", "980") + run(`<vertAlign val="superscript"/>`, "2"),
		"600": run("<strike/>", "500") + run("", "600"),
		"10⁶": run("", "10") + run(`<vertAlign val="superscript"/>`, "6"),
		"CO2": run("", "CO") + run(`<vertAlign val="subscript"/>`, "2"),
		"700": run(`<strike val="0"/>`, "700"),
	} {
		if c := only(t, workbook(`<sheetData><row><c t="inlineStr"><is>`+runs+`</is></c></row></sheetData>`)); c.Text != want {
			t.Errorf("%q, want %q", c.Text, want)
		}
	}
}
