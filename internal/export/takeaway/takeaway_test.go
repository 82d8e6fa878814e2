package takeaway_test

import (
	"archive/zip"
	"bytes"
	"database/sql"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"

	"vigie/internal/config"
	"vigie/internal/export"
	"vigie/internal/export/takeaway"
	"vigie/internal/test/peak"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// Nothing here is true of anybody. The cells are those that programs stumble on.
var awkward = [][]export.Cell{
	{{Text: "01001"}, {Text: "=1+1"}, {Text: "51600000.05"}, {Text: "12"}, {Text: "true"}, {Text: "2026-11-01"},
		{List: []string{"a", "b"}}, {Text: "2026-H1"}},
	{{Text: "0102"}, {Text: "deux  blancs\nsur deux lignes"}, {Text: "-0.1"}, {Text: "0"}, {Text: "false"},
		{Text: "1899-12-31"}, {}, {}},
	{{Text: "3"}, {Text: "œuf & <b>"}, {Text: "12345678901234567.5"}, {}, {}, {}, {List: []string{"+33"}},
		{Text: "2018/.."}},
	{{Text: "4"}, {}, {}, {Text: "-7"}, {}, {Text: "2024-02-29"}, {}, {}},
}

func columns() []export.Column {
	return []export.Column{{Name: "identifiant", Type: export.Text, Key: true}, {Name: "texte", Type: export.Text},
		{Name: "nombre", Type: export.Number}, {Name: "entier", Type: export.Integer}, {Name: "vrai", Type: export.Boolean},
		{Name: "jour", Type: export.Date}, {Name: "liste", Type: export.List}, {Name: "periode", Type: export.Period}}
}

func from(store takeaway.Store, cells [][]export.Cell) takeaway.From {
	table := export.Table{ID: "essais", Title: lang.Text{FR: "Essais", EN: "Trials"}, About: lang.Name("Inventé."),
		Columns: columns(), Rows: slices.Values(cells), Count: len(cells)}
	day := cal.NewDay(2026, 11, 30)
	return takeaway.From{Store: store, Wanted: config.Formats(),
		Words: func(l lang.Lang, key string) string { return strings.ReplaceAll(key, ".", " ") + " " + string(l) },
		About: export.About{Package: "essai", Folder: "donnees/", Name: lang.Name("Essai"), Publisher: lang.Name("Essai"),
			AsOf: day, Updated: day, Licence: export.LicenceOf("etalab-2.0", lang.Text{})},
		Shelves: []takeaway.Shelf{{Folder: "donnees/", Listed: true, Formats: takeaway.Spreadsheets(),
			Tables: []takeaway.Entry{{Table: table}}}}}
}

// made makes every file, by path.
func made(t *testing.T, f takeaway.From) map[string][]byte {
	t.Helper()
	files, err := takeaway.Make(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, file := range files {
		r, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
		if err != nil || int64(len(data)) != file.Size || export.Sum(data) != file.SHA256 {
			t.Fatalf("%s: %d bytes of %d, digest %s, want %s: %v", file.Path, len(data), file.Size, export.Sum(data),
				file.SHA256, err)
		}
		out[file.Path] = data
	}
	return out
}

func TestAWorkbookKeepsEachCellAsItIs(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(made(t, from(takeaway.Store{}, awkward))["donnees/essais.xlsx"]))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if sheets := f.GetSheetList(); len(sheets) != 3 || sheets[2] != "essais" {
		t.Fatalf("sheets %q", sheets)
	}
	for at, want := range map[string]string{
		"A1": "identifiant", "A2": "01001", "B2": "'=1+1", "C2": "51600000.05", "D2": "12", "E2": "TRUE", "F2": "2026-11-01",
		"G2": "a | b", "H2": "2026-H1", "B3": "deux  blancs\nsur deux lignes", "C3": "-0.1", "D3": "0", "E3": "FALSE",
		"F3": "1899-12-31", // a text: no spreadsheet counts days from before 1900 alike
		"C4": "12345678901234567.5", "D4": "", "G4": "'+33", "D5": "-7", "F5": "2024-02-29",
	} {
		if got, err := f.GetCellValue("essais", at); got != want || err != nil {
			t.Errorf("%s is %q, want %q (%v)", at, got, want, err)
		}
	}
	for at, want := range map[string]excelize.CellType{"A2": excelize.CellTypeInlineString, "C2": excelize.CellTypeUnset,
		"C4": excelize.CellTypeInlineString, "E2": excelize.CellTypeBool, "F3": excelize.CellTypeInlineString} {
		if got, _ := f.GetCellType("essais", at); got != want {
			t.Errorf("%s has the type %v, want %v", at, got, want)
		}
	}
	panes, err := f.GetPanes("essais")
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("the header is not frozen: %+v %v", panes, err)
	}
}

// ECMA-376, 18.3.1.13: columns are described from the first to the last.
func TestAWorkbookDescribesItsColumnsInTheirOrder(t *testing.T) {
	data := made(t, from(takeaway.Store{}, awkward))["donnees/essais.xlsx"]
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range z.File {
		if !strings.HasPrefix(part.Name, "xl/worksheets/") {
			continue
		}
		f, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		sheet, err := io.ReadAll(f)
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		if err != nil {
			t.Fatal(err)
		}
		last := 0
		for _, m := range regexp.MustCompile(`<col [^>]*min="(\d+)"`).FindAllSubmatch(sheet, -1) {
			n, err := strconv.Atoi(string(m[1]))
			if err != nil || n <= last {
				t.Errorf("%s: column %s comes after %d", part.Name, m[1], last)
			}
			last = n
		}
		if last == 0 {
			t.Errorf("%s describes no column", part.Name)
		}
	}
}

func TestParquetKeepsTypesAndDigits(t *testing.T) {
	data := made(t, from(takeaway.Store{}, awkward))["donnees/essais.parquet"]
	f, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	schema := f.Schema().String()
	for _, want := range []string{"optional binary identifiant (STRING);", "DECIMAL", "optional int64 entier",
		"optional boolean vrai",
		"optional int32 jour (DATE);", "liste (LIST)"} {
		if !strings.Contains(schema, want) {
			t.Errorf("the schema has no %q:\n%s", want, schema)
		}
	}
	var names []string
	for _, c := range f.Schema().Fields() {
		names = append(names, c.Name())
	}
	if got := strings.Join(names, " "); got != "identifiant texte nombre entier vrai jour liste periode" {
		t.Errorf("columns %s", got)
	}
	rows := make([]parquet.Row, 4)
	r := f.RowGroups()[0].Rows()
	defer r.Close()
	if n, _ := r.ReadRows(rows); n != 4 {
		t.Fatalf("%d rows", n)
	}
	if days := rows[0][5].Int32(); days != 20_758 { // 1 November 2026
		t.Errorf("the day is %d days after 1970", days)
	}
	if v := rows[1][5]; v.Int32() != -25_568 {
		t.Errorf("the last day of 1899 is %d", v.Int32())
	}
	if v := rows[2][3]; !v.IsNull() {
		t.Errorf("what is not known is %v", v)
	}
}

func TestTheDatabaseHoldsWhatItPromises(t *testing.T) {
	file := filepath.Join(t.TempDir(), "essai.sqlite")
	if err := os.WriteFile(file, made(t, from(takeaway.Store{}, awkward))["donnees/essai.sqlite"], 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for query, want := range map[string]string{
		"SELECT texte FROM essais WHERE identifiant = '01001'": "=1+1",
		// one of them has too many digits
		"SELECT typeof(nombre) FROM essais WHERE identifiant = '01001'":                             "text",
		"SELECT nombre FROM essais WHERE identifiant = '3'":                                         "12345678901234567.5",
		"SELECT sum(entier) FROM essais":                                                            "5",
		"SELECT count(*) FROM essais WHERE jour IS NULL":                                            "1",
		"SELECT group_concat(value) FROM essais, json_each(liste)":                                  "a,b,+33",
		"SELECT titre FROM documentation WHERE nom = 'essais' AND langue = 'fr'":                    "Essais",
		"SELECT valeur FROM a_propos WHERE cle = 'jour_de_reference' LIMIT 1":                       "2026-11-30",
		"SELECT strict FROM pragma_table_list WHERE name = 'essais'":                                "1",
		"SELECT count(*) FROM documentation_colonnes WHERE langue = 'en'":                           "8",
		"SELECT typeof(vrai) || vrai FROM essais WHERE identifiant = '01001'":                       "integer1",
		"SELECT count(*) FROM pragma_table_info('essais') WHERE pk = 1":                             "1",
		"SELECT count(*) FROM essais WHERE texte = 'deux  blancs' || char(10) || 'sur deux lignes'": "1",
	} {
		var got string
		if err := db.QueryRowContext(t.Context(), query).Scan(&got); err != nil || got != want {
			t.Errorf("%s: %q, want %q (%v)", query, got, want, err)
		}
	}
}

func TestTheSameTablesGiveTheSameBytes(t *testing.T) {
	first := made(t, from(takeaway.Store{}, awkward))
	if len(first) != len(config.Formats())-1 { // pictures are not of tables
		t.Fatalf("%d files", len(first))
	}
	for range 3 {
		for path, data := range made(t, from(takeaway.Store{}, awkward)) {
			if !bytes.Equal(data, first[path]) {
				t.Errorf("%s differs from one time to the next", path)
			}
		}
	}
}

func TestAStoreGivesBackWhatIsSoundAndMakesAgainWhatIsNot(t *testing.T) {
	store := takeaway.Store{Folder: t.TempDir()}
	want := made(t, from(store, awkward))
	kept, err := filepath.Glob(filepath.Join(store.Folder, "*", "*.*"))
	if err != nil || len(kept) != len(want) {
		t.Fatalf("%d files are kept, want %d (%v)", len(kept), len(want), err)
	}
	for _, file := range kept { // as a disk or a stranger might
		if err := os.WriteFile(file, []byte("something else"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for path, data := range made(t, from(store, awkward)) {
		if !bytes.Equal(data, want[path]) {
			t.Errorf("%s is not what it was", path)
		}
	}
	changed := made(t, from(store, awkward[1:]))
	for path, data := range changed {
		if bytes.Equal(data, want[path]) {
			t.Errorf("%s is the same with one row less", path)
		}
	}
}

// TestAListOfUnknownLicenceIsNotOnTheTermsOfTheData makes the only table one that was collected.
func TestAListOfUnknownLicenceIsNotOnTheTermsOfTheData(t *testing.T) {
	f := from(takeaway.Store{}, awkward)
	f.Wanted = []config.Format{config.XLSX}
	list := &f.Shelves[0].Tables[0]
	list.Terms = &export.About{Licence: export.Licence{Name: export.UnknownLicence, Title: lang.Text{FR: "inconnue", EN: "unknown"}}}
	for _, file := range takeaway.Planned(f) {
		want := []export.LicenceLine{{Name: "notspecified", Title: "unknown"}}
		if got := file.Resource(lang.EN).Licenses; !slices.Equal(got, want) {
			t.Errorf("%s has the licences %v, want %v", file.Path, got, want)
		}
	}
	book, err := excelize.OpenReader(bytes.NewReader(made(t, f)["donnees/essais.xlsx"]))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	notes, err := book.GetRows("book sheet fr")
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(notes, func(row []string) bool {
		return slices.Equal(row, []string{"book licence fr", "inconnue"})
	}) {
		t.Errorf("no note gives the licence alone: %q", notes)
	}
}

func TestASiteHasTheFormatsThatItAsksFor(t *testing.T) {
	f := from(takeaway.Store{}, awkward)
	f.Wanted = []config.Format{config.ODS}
	if got := made(t, f); len(got) != 1 || got["donnees/essais.ods"] == nil {
		t.Errorf("%d files", len(got))
	}
}

// BenchmarkALongTable says what each format takes of a table of 100,000 rows: its rows are
// made as they are asked for, so that what is held is that of the writer.
func BenchmarkALongTable(b *testing.B) {
	const count = 100_000
	long := func(yield func([]export.Cell) bool) {
		for i := range count {
			row := slices.Clone(awkward[0])
			row[0].Text = strconv.Itoa(i)
			if !yield(row) {
				return
			}
		}
	}
	for _, format := range config.Formats() {
		b.Run(string(format), func(b *testing.B) {
			f := from(takeaway.Store{Folder: b.TempDir()}, nil)
			f.Wanted = []config.Format{format}
			peak.Forget()
			for b.Loop() {
				f.Store.Folder = b.TempDir()
				f.Shelves[0].Tables[0].Rows, f.Shelves[0].Tables[0].Count = long, count
				if _, err := takeaway.Make(b.Context(), f); err != nil {
					b.Fatal(err)
				}
			}
			if mb, ok := peak.MB(); ok {
				b.ReportMetric(mb, "peak-MB")
			}
		})
	}
}
