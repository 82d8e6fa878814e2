package readers_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"vigie/internal/collect"
	"vigie/internal/collect/readers"
)

func TestAnEmptyListOfARecipeLacksRowsNotColumns(t *testing.T) {
	recipe := strings.NewReplacer("media: [text/csv]", "media: [application/json]", "format: csv", "format: json\n    rows: /*",
		"from: code", "from: /code", "from: nom", "from: /nom", "from: montant", "from: /montant", "[code, nom, montant]", "[/code, /nom, /montant]").Replace(madeUpList)
	s := sources(t, fstest.MapFS{"data/sources/" + listID + ".yaml": {Data: []byte(recipe)}})[0]
	for content, want := range map[string]string{`[]`: collect.TooFewRows, `[{"code": "001", "nom": "Nuage"}]`: collect.MissingColumns} {
		file := filepath.Join(t.TempDir(), "liste.json")
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		trial, err := collect.Try(t.Context(), collect.Options{Now: func() time.Time { return time.Time{} }}, readers.Task(s, goReaders(t)), file)
		if err != nil {
			t.Fatal(err)
		}
		if trial.Verdict == nil || trial.Verdict.Code != want {
			t.Errorf("%s: %+v, want %s", content, trial.Verdict, want)
		}
	}
}
