package progress_test

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
	"golang.org/x/tools/txtar"

	"vigie/internal/collect"
	"vigie/internal/collected"
	"vigie/internal/france/progress"
)

var update = flag.Bool("update", false, "rewrite the wanted part of testdata from what the reader gives")

func document(page []byte) collect.Document {
	return collect.Document{Source: "anssi-en-cours", URL: "https://cyber.example/en-cours/", Media: "text/html", Size: int64(len(page)), Body: bytes.NewReader(page)}
}

// read reads a page and writes what was found.
func read(page []byte) string {
	var b strings.Builder
	remarks, err := progress.Reader().Read(context.Background(), document(page), func(r collect.Row) error {
		fmt.Fprintf(&b, "%-14s %s\n", r.At, strings.Join(r.Cells, " ¦ "))
		return nil
	})
	for _, u := range remarks.Unread {
		fmt.Fprintf(&b, "unread %s ×%d, such as %q\n", u.What, u.Count, u.Example)
	}
	if err != nil {
		fmt.Fprintf(&b, "error %v\n", err)
		return b.String()
	}
	fmt.Fprintf(&b, "%d rows, edition %q, columns %q\n", remarks.Rows, remarks.Edition, remarks.Columns)
	return b.String()
}

// TestTheListIsReadWhateverItsMarkup plays testdata/*.txtar: a page made up for the
// test, and what is found in it.
func TestTheListIsReadWhateverItsMarkup(t *testing.T) {
	if err := collected.CheckColumns(progress.Reader().Columns); err != nil {
		t.Fatal(err)
	}
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
			if len(a.Files) != 2 || a.Files[0].Name != "page.html" || a.Files[1].Name != "want" {
				t.Fatal("a fixture holds page.html and want")
			}
			got := read(a.Files[0].Data)
			if *update {
				a.Files[1].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(a.Files[1].Data), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// The structure of a page of the State, when the samples are beside the project:
// its two made-up providers are found, and are too few to be believed.
func TestTheStructureOfAStatePageIsRead(t *testing.T) {
	page, err := os.ReadFile("../../../../shared/samples/synthetic/dsfr_wagtail_page.html")
	if err != nil {
		t.Skip("skipped: the samples are not beside the project (../shared/samples)")
	}
	if got := read(page); !strings.Contains(got, `error 2 names in the page "Prestataires SecNumCloud"`) {
		t.Error(got)
	}
	row := []byte("<tr><td>Fournisseur B</td>")
	more := bytes.Repeat([]byte("<tr><td>Fournisseur C#</td><td>Service C</td><td>PaaS</td></tr>"), 4)
	for i := range 4 {
		more = bytes.Replace(more, []byte("C#"), fmt.Appendf(nil, "C%d", i), 1)
	}
	if got := read(bytes.Replace(page, row, append(more, row...), 1)); !strings.Contains(got, "tableau 1, l. 2 Fournisseur A ¦ Service A1 ¦ IaaS|PaaS ¦ \n") || !strings.Contains(got, "6 rows") {
		t.Error(got)
	}
}

func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, page []byte) {
		rows := 0
		_, err := progress.Reader().Read(context.Background(), document(page), func(r collect.Row) error {
			rows++
			for i, c := range progress.Reader().Columns {
				if _, ok := c.Kind.Canonical(r.Cells[i]); !ok {
					t.Errorf("%s: %q", c.Name, r.Cells[i])
				}
			}
			if r.Cells[0] == "" {
				t.Error("a row without a name")
			}
			return nil
		})
		if err == nil && rows == 0 {
			t.Error("no row and no error")
		}
	})
}
