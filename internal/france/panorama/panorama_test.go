package panorama_test

import (
	"bytes"
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/collect"
	"vigie/internal/france/panorama"
	"vigie/internal/value/cal"
)

// read gives the rows of a document, column by column.
func read(t *testing.T, r collect.Reader, content, charset string) ([]collect.Row, collect.Remarks, error) {
	t.Helper()
	var rows []collect.Row
	doc := collect.Document{Body: bytes.NewReader([]byte(content)), Size: int64(len(content)), Charset: charset}
	remarks, err := r.Read(context.Background(), doc, func(row collect.Row) error {
		if len(row.Cells) != len(r.Columns) {
			t.Errorf("%s has %d cells for %d columns", row.At, len(row.Cells), len(r.Columns))
		}
		for i, c := range r.Columns {
			cell, ok := c.Kind.Canonical(row.Cells[i])
			if !ok {
				t.Errorf("%s, %s: %q is not %s", row.At, c.Name, row.Cells[i], c.Kind.Wanted())
			}
			row.Cells[i] = cell
		}
		rows = append(rows, row)
		return nil
	})
	return rows, remarks, err
}

func fixture(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func TestAPageGivesItsProjects(t *testing.T) {
	rows, remarks, err := read(t, panorama.Reader(), fixture(t, "page.html"), "utf-8")
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"essai", "interieur", "ESSAI", "Ministère de l'Intérieur", "oui", "2014-10", "8.83333333333333", "Déploiement", "53.7058", "", "Fiscalité", "Programme 156", "Un essai (en savoir plus)"},
		{"grand ecart", "justice", "GRAND ÉCART", "Ministère de la Justice", "non", "2020-01", "3", "Conception / Réalisation", "100000", "", "", "Programmes 310/349", "R & D coût < 5 M€"},
		{"demo", "armees", "DÉMO", "Ministère des Armées", "non", "2019-02", "2.5", "", "12", "", "Achats", "Programme 212", ""},
		{"en cadrage", "interieur", "EN CADRAGE", "Ministère de l'Intérieur", "non", "2022-09", "", "Cadrage", "", "", "Justice Pénale", "ANTS", "Rien encore"},
	}
	if diff := cmp.Diff(want, cells(rows)); diff != "" {
		t.Error(diff)
	}
	if rows[1].At != "row 2" || remarks.Edition != cal.MustDate("2021-11") || remarks.Rows != 4 || len(remarks.Bad)+len(remarks.Unread) > 0 {
		t.Errorf("reports %+v", remarks)
	}
	if !slices.Contains(remarks.Columns, "Coût complet estimé") {
		t.Errorf("the columns are reported as %q", remarks.Columns)
	}
}

func TestAFileGivesItsProjects(t *testing.T) {
	content := fixture(t, "edition.csv")
	want := [][]string{
		{"essai", "interieur", "Essai", "Ministère de l'Intérieur", "oui", "2014-10-01", "3.75", "Déploiement", "7", "entre 5 et 9 M€", "Fiscalité", "Police (P176)", "Sur deux lignes"},
		{"demo", "armees", "Démo", "Ministère de la Défense", "non", "", "", "Cadrage", "", "", "Achats", "", ""},
	}
	for name, one := range map[string]struct{ content, charset string }{
		"as published":                 {content, "utf-8"},
		"with Windows line ends":       {strings.ReplaceAll(content, "\n", "\r\n"), "utf-8"},
		"with a byte-order mark":       {"\xef\xbb\xbf" + content, "windows-1252"},
		"in the encoding of Windows":   {windows(content), "windows-1252"},
		"with semicolons, as in Excel": {strings.ReplaceAll(content, ",", ";"), "utf-8"},
	} {
		t.Run(name, func(t *testing.T) {
			rows, remarks, err := read(t, panorama.Reader(), one.content, one.charset)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, cells(rows)); diff != "" {
				t.Error(diff)
			}
			if rows[1].At != "line 4" || remarks.Edition != cal.MustDate("2016-11-03") || remarks.Rows != 2 || len(remarks.Bad)+len(remarks.Unread) > 0 {
				t.Errorf("reports %+v", remarks)
			}
		})
	}
}

// windows writes a French text in the encoding of Windows.
func windows(s string) string {
	return strings.NewReplacer("é", "\xe9", "è", "\xe8", "û", "\xfb", "€", "\x80").Replace(strings.ReplaceAll(s, "É", "\xc9"))
}

func TestADocumentThatIsNotAnEditionIsRefused(t *testing.T) {
	page, file := fixture(t, "page.html"), fixture(t, "edition.csv")
	for name, one := range map[string]struct{ content, charset, want string }{
		"nothing":                               {"", "utf-8", "names of the columns"},
		"another page":                          {"<!doctype html><p>Maintenance", "utf-8", "no table"},
		"a page cut short":                      {page[:strings.Index(page, "htmlwidget-bbbb")+40], "utf-8", "no table"},
		"a column renamed in a page":            {strings.Replace(page, "Coût complet estimé", "Budget", 1), "utf-8", "lacks « Coût complet estimé »; it has columns that are not known: « Budget »"},
		"a column renamed in a file":            {strings.Replace(file, "Nom du projet", "Intitulé", 1), "utf-8", "lacks « Projet »"},
		"a column less than its names":          {strings.Replace(page, `["ESSAI","GRAND ÉCART","DÉMO","EN CADRAGE"],`, "", 1), "utf-8", "9 columns under 10 names"},
		"a column that is too short":            {strings.Replace(page, `["octobre 14",`, "[", 1), "utf-8", "3 cells"},
		"a list in a cell":                      {strings.Replace(page, `"octobre 14"`, "[1]", 1), "utf-8", "something else than text"},
		"a page announced as UTF-8 that is not": {windows(page), "utf-8", "not in UTF-8"},
		"a file with a quote left open":         {file + `a,"b`, "utf-8", "reading the file"},
		"names alone, of something else":        {"a,b\n1,2\n", "utf-8", "lacks"},
	} {
		t.Run(name, func(t *testing.T) {
			rows, _, err := read(t, panorama.Reader(), one.content, one.charset)
			if err == nil || !strings.Contains(err.Error(), one.want) || len(rows) > 0 {
				t.Errorf("gives %d rows and %v, want an error with %q", len(rows), err, one.want)
			}
		})
	}
}

func TestAPageThatWasDecodedTwiceIsReadAsItWas(t *testing.T) {
	page := fixture(t, "page.html")
	rows, _, err := read(t, panorama.Reader(), page, "utf-8")
	if err != nil {
		t.Fatal(err)
	}
	again, remarks, err := read(t, panorama.Reader(), mangled(page), "utf-8")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(cells(rows), cells(again)); diff != "" {
		t.Error(diff)
	}
	if remarks.Damaged.Repaired == 0 {
		t.Error("nothing reports that texts were repaired")
	}
}

// mangled is a text in UTF-8 that was taken for Latin-1 and written again.
func mangled(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		b.WriteRune(rune(c))
	}
	return b.String()
}

func TestARowThatCannotBeReadIsReportedAndLeftOut(t *testing.T) {
	page, file := fixture(t, "page.html"), fixture(t, "edition.csv")
	for name, one := range map[string]struct {
		content, at, column, found string
	}{
		"a cost in words":      {strings.Replace(page, "53.7058", `"beaucoup"`, 1), "row 1", "cout", "beaucoup"},
		"a month that is none": {strings.Replace(page, "octobre 14", "brumaire 14", 1), "row 1", "debut", "brumaire 14"},
		"neither yes nor no":   {strings.Replace(page, `["Oui"`, `["Peut-être"`, 1), "row 1", "interministeriel", "Peut-être"},
		"no name":              {strings.Replace(page, `"ESSAI"`, "null", 1), "row 1", "Projet", ""},
		"a cell too many":      {strings.Replace(file, "2016-11-03,,\n", "2016-11-03,,,\n", 1), "line 2", "", "18 cells"},
	} {
		t.Run(name, func(t *testing.T) {
			rows, remarks, err := read(t, panorama.Reader(), one.content, "utf-8")
			if err != nil {
				t.Fatal(err)
			}
			if len(remarks.Bad) != 1 || len(rows) != remarks.Rows-1 {
				t.Fatalf("gives %d rows of %d, and %+v", len(rows), remarks.Rows, remarks.Bad)
			}
			if b := remarks.Bad[0]; b.At != one.at || b.Column != one.column || b.Found != one.found {
				t.Errorf("reports %+v", b)
			}
		})
	}
}

func TestWhatIsNotKnownIsReported(t *testing.T) {
	page := strings.Replace(fixture(t, "page.html"), "Ministère des Armées", "Ministère du Temps libre", 1)
	page = strings.Replace(page, "Zone fonctionnelle principale", "Humeur", 1)
	rows, remarks, err := read(t, panorama.Reader(), page, "utf-8")
	if err != nil || len(rows) != 4 {
		t.Fatal(rows, err)
	}
	want := []collect.Unread{{What: "colonne « Humeur »", Count: 1, EN: "column “Humeur”"},
		{What: "ministère inconnu « Ministère du Temps libre »", Count: 1, Example: "DÉMO", EN: "unknown ministry “Ministère du Temps libre”"}}
	if diff := cmp.Diff(want, remarks.Unread); diff != "" {
		t.Error(diff)
	}
	if rows[2].Cells[1] != "ministere du temps libre" {
		t.Errorf("its key is %q", rows[2].Cells[1])
	}
}

func TestAMinistryKeepsItsKeyWhenItIsRenamed(t *testing.T) {
	for name, want := range map[string]string{
		"Ministère de l’Économie et des Finances": "economie-finances", "MINISTÈRE DE L'ÉCONOMIE DES FINANCES ET DE LA RELANCE": "economie-finances",
		"MEF": "economie-finances", "Ministère de la Défense": "armees", "Ministère des Armées": "armees", "SPM": "premier-ministre",
		"Ministère de l'Économie , des Finances et de la Relance": "economie-finances", "Ministere de l Economie des finances et de la relance": "economie-finances",
		"Ministère de l`Économie, des Finances , et de la Relance (MEFR)": "economie-finances", "MEFR - Ministère inventé": "economie-finances",
		"Ministère chargé des Armées": "armees", "Ministère de la Justice et des Essais": "justice", "MinistÃ¨re de lâ€™IntÃ©rieur": "interieur",
		"Ministère de l'Éducation nationale ,de la Jeunesse et des Sports": "education", "Ministère chargé de la Santé et de la Prévention": "sante",
		"Ministère de la Santé et des Solidarités": "sante", "Ministère chargé de la Santé": "sante", "Min. des Armées": "armees",
		"Ministère des Affaires étrangères": "affaires-etrangeres", "Ministère de la Fonction publique": "fonction-publique",
		"Ministe\u0300re de l'Inte\u0301rieur": "interieur",
	} {
		if key, known := panorama.Ministry(name); key != want || !known {
			t.Errorf("%s has the key %q, %v", name, key, known)
		}
	}
	if key, known := panorama.Ministry("Ministère inventé", "MEF"); key != "economie-finances" || !known {
		t.Errorf("with its initials beside it, it has the key %q", key)
	}
	for _, name := range []string{"Ministère du Travail et de la Santé", "Ministère délégué", "Ministère de la Culture et de l'Intérieur"} {
		if key, known := panorama.Ministry(name); known {
			t.Errorf("%s may be two ministries, and is %q", name, key)
		}
	}
	if key, known := panorama.Ministry("MINISTÈRE du Temps-libre"); known || key != "ministere du temps libre" {
		t.Errorf("an unknown ministry, written otherwise, has the key %q, %v", key, known)
	}
	if key, known := panorama.Ministry("Ministère du Temps libre"); known || key != "ministere du temps libre" {
		t.Errorf("an unknown ministry has the key %q, %v", key, known)
	}
}

func TestAPageGivesItsKeyFigures(t *testing.T) {
	page := fixture(t, "page.html")
	rows, remarks, err := read(t, panorama.Totals(), page, "utf-8")
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"2021-11", "projets suivis", "4", ""}, {"2021-11", "milliards d’euros de coûts actualisés", "1.05", ""}, {"2021-11", "taux d’écart budgétaire moyen", "13.5", "%"}}
	if diff := cmp.Diff(want, cells(rows)); diff != "" || remarks.Rows != 3 {
		t.Error(diff, remarks)
	}
	rows, remarks, err = read(t, panorama.Totals(), strings.Replace(page, "13,5 %", "à venir", 1), "utf-8")
	if err != nil || len(rows) != 2 || len(remarks.Bad) != 1 || remarks.Bad[0].Found != "à venir" {
		t.Error(rows, remarks, err)
	}
	if _, _, err := read(t, panorama.Totals(), strings.Replace(page, "actualisation", "jour", 1), "utf-8"); err == nil {
		t.Error("figures of no edition are read")
	}
}

func cells(rows []collect.Row) [][]string {
	var out [][]string
	for _, r := range rows {
		out = append(out, r.Cells)
	}
	return out
}
