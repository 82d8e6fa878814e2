package readers_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"vigie/internal/collect"
	"vigie/internal/france/cog"
	"vigie/internal/france/demarches"
	"vigie/internal/france/identity"
	editions "vigie/internal/france/panorama"
)

// FuzzADocumentIsReadOrRefused is for the readers that have no target of their own.
func FuzzADocumentIsReadOrRefused(f *testing.F) {
	all := []collect.Reader{cog.Communes(), cog.EPCI(), cog.Departements(), cog.Regions(), demarches.Reader(), identity.Reader(), editions.Reader(), editions.Totals()}
	for _, pattern := range []string{"cog", "demarches", "identity", "panorama"} {
		files, err := filepath.Glob("../../france/" + pattern + "/testdata/*.*")
		if err != nil || len(files) == 0 {
			f.Fatal(files, err)
		}
		for _, name := range files {
			content, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			for i := range all {
				f.Add(uint8(i), content)
			}
		}
	}
	f.Fuzz(func(t *testing.T, which uint8, content []byte) {
		r := all[int(which)%len(all)]
		doc := collect.Document{URL: "https://api.example/search?q=900000019", Size: int64(len(content)), Body: bytes.NewReader(content)}
		_, err := r.Read(t.Context(), doc, func(row collect.Row) error {
			if len(row.Cells) != len(r.Columns) {
				t.Errorf("%s: %d cells for %d columns", r.Name, len(row.Cells), len(r.Columns))
			}
			return nil
		})
		if r.Follow != nil {
			_, _ = r.Follow(t.Context(), doc)
		}
		if err != nil && len(err.Error()) > 100_000 {
			t.Errorf("a message of %d bytes", len(err.Error()))
		}
	})
}
