package recipe_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v4"
	"golang.org/x/text/unicode/norm"
	"golang.org/x/tools/txtar"

	"vigie/internal/collect"
	"vigie/internal/collect/recipe"
	"vigie/internal/collected"
	"vigie/internal/record"
)

var update = flag.Bool("update", false, "rewrite the wanted part of testdata from what recipes give")

// TestRecipesGiveTheRowsOfTheirDocuments plays testdata/*.txtar: a recipe, a
// document made up for it, and what is found in it.
func TestRecipesGiveTheRowsOfTheirDocuments(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixture (%v)", err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if len(a.Files) != 3 || a.Files[0].Name != "recipe.yaml" || a.Files[2].Name != "want" {
				t.Fatal("a fixture holds recipe.yaml, a document and want")
			}
			got := written(read(t, parse(t, a.Files[0].Data), a.Files[1].Data))
			if *update {
				a.Files[2].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(a.Files[2].Data), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func parse(t *testing.T, text []byte) record.Recipe {
	t.Helper()
	loader, err := yaml.NewLoader(bytes.NewReader(text), yaml.WithKnownFields())
	if err != nil {
		t.Fatal(err)
	}
	var r record.Recipe
	if err := loader.Load(&r); err != nil {
		t.Fatal(err)
	}
	return r
}

// reading is what a reader gave.
type reading struct {
	rows    []collect.Row
	remarks collect.Remarks
	next    []string
	err     error
}

func read(t *testing.T, r record.Recipe, document []byte) reading {
	t.Helper()
	reader, err := recipe.Reader("essai", r)
	if err != nil {
		t.Fatal(err)
	}
	if err := collected.CheckColumns(reader.Columns); err != nil {
		t.Fatal(err)
	}
	doc := collect.Document{Source: "essai", URL: "https://example.org/", Size: int64(len(document)), Body: bytes.NewReader(document)}
	var out reading
	out.remarks, out.err = reader.Read(context.Background(), doc, func(row collect.Row) error {
		out.rows = append(out.rows, row)
		return nil
	})
	if reader.Follow != nil && out.err == nil {
		out.next, out.err = reader.Follow(t.Context(), doc)
	}
	return out
}

// written gives a reading so that it can be compared and read.
func written(r reading) string {
	var b strings.Builder
	for _, row := range r.rows {
		fmt.Fprintf(&b, "%-12s %s\n", row.At, strings.Join(row.Cells, " ¦ "))
	}
	for _, bad := range r.remarks.Bad {
		fmt.Fprintf(&b, "bad %s, %s: %q, wanted %s\n", bad.At, bad.Column, bad.Found, bad.Wanted)
	}
	for _, u := range r.remarks.Unread {
		fmt.Fprintf(&b, "unread %q ×%d, such as %q\n", u.What, u.Count, u.Example)
	}
	for _, n := range r.next {
		fmt.Fprintf(&b, "next %s\n", n)
	}
	if r.err != nil {
		fmt.Fprintf(&b, "error %v\n", r.err)
		return b.String()
	}
	fmt.Fprintf(&b, "%d rows; columns %s\n", r.remarks.Rows, strings.Join(r.remarks.Columns, ", "))
	return b.String()
}

// a list of two columns, made up.
const list = "format: csv\nkey: [nom]\ntitle: [nom]\nfields:\n" +
	"  - {name: nom, label: {fr: Nom, en: Name}, from: Raison sociale, as: text, required: true}\n" +
	"  - {name: montant, label: {fr: Montant, en: Amount}, from: Montant HT, as: number}\n"

func cells(t *testing.T, document string) [][]string {
	t.Helper()
	got := read(t, parse(t, []byte(list)), []byte(document))
	if got.err != nil {
		t.Fatal(got.err)
	}
	var out [][]string
	for _, r := range got.rows {
		out = append(out, r.Cells)
	}
	return out
}

func TestLinesMayEndWithACarriageReturnAlone(t *testing.T) {
	want := [][]string{{"Alpha", "1"}, {"Bêta", "2"}}
	if diff := cmp.Diff(want, cells(t, "Raison sociale;Montant HT\rAlpha;1\rBêta;2\r")); diff != "" {
		t.Error(diff)
	}
}

func TestLinesMayEndInSeveralWaysInOneFile(t *testing.T) {
	want := [][]string{{"Alpha SA", "1"}, {"Bêta", "2"}, {"Gamma", "3"}}
	for _, document := range []string{
		"Raison sociale;Montant HT\n\"Alpha\nSA\";1\rBêta;2\r\nGamma;3\r",
		"Raison sociale;Montant HT\r\r\n\"Alpha\rSA\";1\r\r\nBêta;2\r\r\nGamma;3",
		"Raison sociale;Montant HT\r\"Alpha\r\nSA\";\"1\"\r\rBêta;2\rGamma;3\n",
	} {
		if diff := cmp.Diff(want, cells(t, document)); diff != "" {
			t.Errorf("%q: %s", document, diff)
		}
	}
}

func TestAQuoteThatIsNeverClosedSaysHowFarItGoes(t *testing.T) {
	got := read(t, parse(t, []byte(list)), []byte("Raison sociale;Montant HT\nAlpha;1\n\"Bêta;2\nGamma;3\n"))
	if len(got.rows) != 1 || len(got.remarks.Bad) != 1 || !strings.Contains(got.remarks.Bad[0].Wanted, "the lines to l. 4 are lost") {
		t.Error(written(got))
	}
}

func TestAListSavedInAnotherUnicodeFormIsTheSame(t *testing.T) {
	composed := "Raison sociale;Montant HT\nHébergeur Étoilé;980\nForêt;7\n"
	if diff := cmp.Diff(cells(t, composed), cells(t, norm.NFD.String(composed))); diff != "" {
		t.Error(diff)
	}
}
