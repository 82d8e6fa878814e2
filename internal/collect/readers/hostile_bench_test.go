package readers_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"vigie/internal/archive"
	"vigie/internal/collect"
	"vigie/internal/collect/readers"
	"vigie/internal/record"
	"vigie/internal/test/peak"
	"vigie/internal/value/lang"
)

// hostile are documents made to break or to fill a reader, each of the size at which
// it did, or of the largest that its reader takes.
var hostile = map[string]struct {
	reader string // or the format of a recipe
	write  func(io.Writer)
}{
	"many small tables": {"table", func(w io.Writer) {
		io.WriteString(w, "<table><tr><th>code<th>nom<tr><td>1<td>a</table>")
		times(w, 200_000, "<table><tr><td>a<td>b</table>\n")
	}},
	"tables of many columns": {"table", func(w io.Writer) { spanned(w, 20_000) }},
	"tables of fewer rows":   {"table", func(w io.Writer) { spanned(w, 6_000) }},
	"fewer small tables": {"table", func(w io.Writer) {
		io.WriteString(w, "<table><tr><th>code<th>nom<tr><td>1<td>a</table>")
		times(w, 45_000, "<table><tr><td>a<td>b</table>\n")
	}},
	"tables within tables":          {"table", func(w io.Writer) { nested(w, 120, 40_000) }},
	"elements without end":          {"html", func(w io.Writer) { times(w, 4_700_000, "<i></i>") }},
	"texts in bold again":           {"html", bold},
	"one long line":                 {"csv", func(w io.Writer) { io.WriteString(w, "code;nom\n"); times(w, 8_000_000, ";") }},
	"an object of many names":       {"json", func(w io.Writer) { names(w, `{"rows":[{"code":"1","nom":"a"}]`, 1_500_000, "}") }},
	"rows of many names":            {"json", manyNames},
	"lists in lists":                {"decp-bulk", func(w io.Writer) { io.WriteString(w, `[[`); times(w, 2_500_000, "[],"); io.WriteString(w, "[]]]") }},
	"a notice of lists":             {"boamp", func(w io.Writer) { io.WriteString(w, `[[`); times(w, 5_000_000, "[],"); io.WriteString(w, "[]]]") }},
	"contracts that all pass":       {"decp-bulk", contractsThatPass},
	"a commune of many names":       {"cog-communes", func(w io.Writer) { names(w, `[{"nom":"a"`, 1_000_000, "}]") }},
	"a body of many names":          {"recherche-entreprises", func(w io.Writer) { names(w, `{"results":[{"siren":"1"`, 1_000_000, "}]}") }},
	"procedures of many names":      {"demarches-essentielles", func(w io.Writer) { names(w, `[{"editionId":"1","fields":[]`, 1_000_000, "}]") }},
	"a widget of small cells":       {"panorama-grands-projets", widgets},
	"a panorama in bold":            {"panorama-totaux", bold},
	"a list of many items":          {"anssi-en-cours", func(w io.Writer) { io.WriteString(w, "<main>"); times(w, 800_000, "<li>Nom") }},
	"a workbook of many cells":      {"xlsx", manyCells},
	"a workbook of far cells":       {"xlsx", farCells},
	"a workbook of many texts":      {"xlsx", manyTexts},
	"a workbook of large texts":     {"xlsx", largeTexts},
	"a workbook of one text":        {"xlsx", oneText},
	"a workbook of merged cells":    {"xlsx", manyMerged},
	"a workbook of one merged cell": {"xlsx", wideMerged},
	"a workbook of one long sheet":  {"xlsx", longSheet},
	"a workbook nearly too large":   {"xlsx", fullWorkbook},
	"a workbook of many styles":     {"xlsx", manyStyles},
	"a workbook of many parts":      {"xlsx", manyParts},
	"a PDF of xref":                 {"anssi-catalogue", func(w io.Writer) { io.WriteString(w, "%PDF-1.5\n"); times(w, 400_000, "xref 0 ") }},
	"a PDF of many numbers":         {"anssi-catalogue", func(w io.Writer) { pdf(w, 1, "BT /F1 9 Tf "+strings.Repeat("1 ", 1_000_000)) }},
	"a PDF of many words":           {"anssi-catalogue", func(w io.Writer) { pdf(w, 1, "BT /F1 9 Tf "+strings.Repeat("(a)Tj ", 340_000)) }},
	"a PDF of many pages":           {"anssi-catalogue", func(w io.Writer) { pdf(w, 1_900, "BT /F1 9 Tf "+strings.Repeat("(a)Tj ", 20_000)) }},
	"a PDF of streams":              {"anssi-catalogue", func(w io.Writer) { io.WriteString(w, "%PDF-1.5\n"); times(w, 400_000, "obj /ObjStm stream ") }},
}

func times(w io.Writer, n int, unit string) {
	for range n {
		io.WriteString(w, unit)
	}
}

func names(w io.Writer, before string, n int, after string) {
	io.WriteString(w, before)
	for i := range n {
		fmt.Fprintf(w, `,"n%d":1`, i)
	}
	io.WriteString(w, after)
}

func spanned(w io.Writer, rows int) {
	cell := `<td rowspan=20000 colspan=200>` + strings.Repeat("x", 40)
	for range 60 {
		io.WriteString(w, "<table><tr><th>code<th>nom</tr><tr>"+cell)
		times(w, rows, "<tr>")
		io.WriteString(w, "</table>")
	}
}

func nested(w io.Writer, depth, text int) {
	times(w, depth, "<table><tr><td>")
	times(w, text, strings.Repeat("mot ", 25))
}

// bold opens marks of format that each paragraph opens again.
func bold(w io.Writer) {
	io.WriteString(w, "<p>")
	for i := range 300 {
		fmt.Fprintf(w, "<b n=%d>", i)
	}
	times(w, 30_000, "<p>x")
}

func manyNames(w io.Writer) {
	io.WriteString(w, `{"rows":[`)
	for i := range 200 {
		if i > 0 {
			io.WriteString(w, ",")
		}
		fmt.Fprintf(w, `{"code":"%d"`, i)
		for j := range 5_000 {
			fmt.Fprintf(w, `,"n%d":1`, i*10_000+j)
		}
		io.WriteString(w, "}")
	}
	io.WriteString(w, "]}")
}

func contractsThatPass(w io.Writer) {
	io.WriteString(w, "uid,id,acheteur_id,acheteur_nom,titulaire_id,titulaire_typeIdentifiant,titulaire_nom,objet,montant,codeCPV,nature,procedure,dureeMois,"+
		"dateNotification,datePublicationDonnees\n")
	object := strings.Repeat("hébergement en nuage ", 20)
	for i := range 450_000 {
		fmt.Fprintf(w, "u%d,%d,90000001900019,Commune,90000002700012,SIRET,EXEMPLE,%s%d,50000,72415000,Marché,Appel,12,2024-03-12,2024-04-02\n", i, i, object, i)
	}
}

// pdf is one of so many pages, all of the same contents.
func pdf(w io.Writer, pages int, contents string) {
	var b strings.Builder
	var places []int
	object := func(text string) {
		places = append(places, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(places), text)
	}
	b.WriteString("%PDF-1.4\n")
	object("<</Type/Catalog/Pages 2 0 R>>")
	object(fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", pages, strings.Repeat("3 0 R ", pages)))
	object("<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>")
	object(fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(contents), contents))
	object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(places)+1)
	for _, p := range places {
		fmt.Fprintf(&b, "%010d 00000 n \n", p)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(places)+1, start)
	io.WriteString(w, b.String())
}

func widgets(w io.Writer) {
	io.WriteString(w, `<html><body><script type="application/json" data-for="htmlwidget-1">{"x":{"container":"<table><th>a<th>b</table>","data":[`)
	for i := range 2 {
		if i > 0 {
			io.WriteString(w, ",")
		}
		io.WriteString(w, "[1")
		times(w, 4_000_000, ",1")
		io.WriteString(w, "]")
	}
	io.WriteString(w, "]}}</script>")
}

// BenchmarkAHostileDocument reads each of them as collect does. Metric: peak-MB, the
// most memory that the process held; it is to stay under 256.
func BenchmarkAHostileDocument(b *testing.B) {
	for name, h := range hostile {
		b.Run(strings.ReplaceAll(name, " ", "-"), func(b *testing.B) {
			file := filepath.Join(b.TempDir(), "document")
			f, err := os.Create(file)
			if err != nil {
				b.Fatal(err)
			}
			w := bufio.NewWriter(f)
			h.write(w)
			if err := errors.Join(w.Flush(), f.Close()); err != nil {
				b.Fatal(err)
			}
			task := readers.Task(hostileSource(h.reader), goReaders(b))
			o := collect.Options{Folder: b.TempDir(), Now: func() time.Time { return time.Date(2026, 11, 30, 9, 0, 0, 0, time.UTC) },
				Archive: archive.Open(b.TempDir(), b.TempDir())}
			peak.Forget()
			for b.Loop() {
				trial, err := collect.Try(context.Background(), o, task, file)
				switch {
				case err != nil:
					b.Log(err)
				case trial.Verdict != nil:
					b.Log(trial.Verdict.Reason.In(lang.EN))
				}
			}
			if mb, ok := peak.MB(); ok {
				b.ReportMetric(mb, "peak-MB")
			}
		})
	}
}

func hostileSource(reader string) record.Source {
	s := record.Source{Head: record.Head{ID: "hostile"}, Collect: &record.Collecting{Addresses: []string{"https://hostile.example/?q=900000019"}, Reader: reader,
		Limits: record.Limits{Bytes: "300 M", Seconds: 60}, Bounds: record.Bounds{RowsMin: 1, RowsMax: 500_000}}}
	text := func(name string) record.RecipeField {
		return record.RecipeField{Name: name, Label: lang.Text{FR: name, EN: name}, From: name, As: "text"}
	}
	r := &record.Recipe{Format: reader, Key: []string{"code"}, Fields: []record.RecipeField{text("code"), text("nom")}}
	switch reader {
	case "json":
		r.Rows = "/rows/*"
		r.Fields[0].From, r.Fields[1].From = "/code", "/nom"
	case "html":
		r.Rows = "p"
		r.Fields[0].From, r.Fields[1].From = "b", "i"
	case "table", "csv", "xlsx":
	default:
		return s
	}
	s.Collect.Reader, s.Collect.Recipe = "", r
	return s
}
