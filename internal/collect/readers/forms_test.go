package readers_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"vigie/internal/archive"
	"vigie/internal/collect"
	"vigie/internal/collect/readers"
	"vigie/internal/corpus"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// bulkSource is data/sources/decp-bulk.yaml as it is declared; it is read by hand.
func bulkSource(t *testing.T) record.Source {
	t.Helper()
	const file = "data/sources/decp-bulk.yaml"
	read, found, err := corpus.Load(fstest.MapFS{file: {Data: []byte(fixture(t, filepath.Join(root, file)))}}, "data", lang.Composed())
	if err != nil || found.Errors() > 0 {
		t.Fatal(err, found)
	}
	return read.Sources[0]
}

func try(t *testing.T, s record.Source, file string) collect.Trial {
	t.Helper()
	o := collect.Options{Folder: t.TempDir(), Archive: archive.Open(t.TempDir(), t.TempDir()), Tool: "vigie test",
		Now: func() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC) }}
	trial, err := collect.Try(t.Context(), o, readers.Task(s, goReaders(t)), file)
	if err != nil {
		t.Fatal(err)
	}
	return trial
}

// The bounds of the consolidated table, of a thousand contracts at least, are not those
// of a platform's file in the format of the law.
func TestEveryFormOfContractsIsWithinItsOwnBounds(t *testing.T) {
	s := bulkSource(t)
	for name, rows := range map[string]int{"legal-2019.json": 1, "legal-2022.json": 1, "export.json": 1, "law-damaged.json": 3} {
		got := try(t, s, "../../france/decp/testdata/"+name)
		if got.Verdict != nil || len(got.Rows) != rows {
			t.Errorf("%s gives %d rows: %+v", name, len(got.Rows), got.Verdict)
		}
	}
	if got := try(t, s, "../../france/decp/testdata/fourfold.csv").Verdict; got == nil || got.Code != collect.TooFewRows {
		t.Errorf("a consolidated table of few rows: %+v", got)
	}
	alone := filepath.Join(t.TempDir(), "concessions.json") // made up
	if err := os.WriteFile(alone, []byte(`{"contrat-concession": [{"_type": "contrat-de-concession", "id": "C1", "autoriteConcedante": {"id": "21350288800015"}, "objet": "Parc"}]}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := try(t, s, alone); got.Verdict != nil || len(got.Rows) != 0 {
		t.Errorf("a file of concessions alone gives %d rows: %+v", len(got.Rows), got.Verdict)
	}
	cut := filepath.Join(t.TempDir(), "cut.json")
	if err := os.WriteFile(cut, []byte(strings.ReplaceAll(fixture(t, "../../france/decp/testdata/legal-2022.json"), "dateNotification", "dateSignee")), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := try(t, s, cut).Verdict; got == nil || got.Code != collect.MissingColumns || !strings.Contains(got.Reason.EN, "dateNotification") {
		t.Errorf("a file in the format of the law without any date: %+v", got)
	}
}

func TestDamagedTextsAreCounted(t *testing.T) {
	want := collect.Damage{Repaired: 1, Lost: 2, Example: "Prestations inventées d'infog\ufffdrance"}
	if got := try(t, bulkSource(t), "../../france/decp/testdata/law-damaged.json").Damaged; got != want {
		t.Errorf("counts %+v, want %+v", got, want)
	}
}
