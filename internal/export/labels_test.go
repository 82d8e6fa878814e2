package export_test

import (
	"maps"
	"slices"
	"testing"

	"vigie/internal/collected"
	"vigie/internal/dataset"
	"vigie/internal/export"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// The base theme words every column (TestEveryColumnIsDocumented), and none that is not.
func TestNoWordsAreOfATableOrColumnThatIsNotThere(t *testing.T) {
	asked := map[string]bool{}
	schemes := record.Vocabulary{Head: record.Head{ID: string(record.SchemeList)}, Words: []record.Word{
		{ID: "sand-seal", AskedOfHosting: true, Milestones: []record.SchemeStep{{Code: "M1"}},
			Levels: []record.SchemeLevel{{Code: "high", Name: lang.Name("high")}}}}} // made up
	quay := record.Vocabulary{Head: record.Head{ID: string(record.IdentifierList)}, Words: []record.Word{{ID: "quay-number",
		Bearers: []record.IdentifierBearer{{Kind: record.Organisations, Column: "quai", SourceColumn: "quai_source"}}}}}
	plea := record.Vocabulary{Head: record.Head{ID: string(record.RequestStepList)}, Words: []record.Word{
		{ID: "plea", Means: record.Appealed, DeadlineColumn: "recours_jusqu_au"}}}
	from := export.From{Data: &dataset.Dataset{Words: record.WordsOf([]record.Vocabulary{schemes, quay, plea})}, Words: func(_ lang.Lang, key string) string { return key },
		Labels: func(key string) (lang.Text, bool) {
			text, ok := labels()[key]
			asked[key] = asked[key] || ok
			return text, ok
		}}
	export.Tables(from)
	export.Journal(from, nil, nil)
	export.Collected(from, "quays", lang.Text{}, lang.Text{}, &collected.Collected{})
	for _, key := range slices.Sorted(maps.Keys(labels())) {
		if !asked[key] {
			t.Errorf("columns.yaml words %q, which no table has", key)
		}
	}
}

func TestATableMayWordAColumnThatAllHaveAlike(t *testing.T) {
	words := map[string]lang.Text{"column.identifiant": lang.Name("Identifier"), "column.sources.identifiant": lang.Name("Name of the source")}
	tables := export.Tables(export.From{Data: &dataset.Dataset{}, Words: func(_ lang.Lang, key string) string { return "⟦" + key + "⟧" },
		Labels: func(key string) (lang.Text, bool) { text, ok := words[key]; return text, ok }})
	for id, want := range map[string]string{"sources": "Name of the source", "offres": "Identifier"} {
		if got := table(t, tables, id).Columns[0].Label; got.EN != want {
			t.Errorf("%s: %q, want %q", id, got.EN, want)
		}
	}
	if got := table(t, tables, "offres").Columns[1].Label.FR; got != "⟦column.offres.nom⟧" {
		t.Errorf("a column without words is called %q: the theme cannot report it", got)
	}
}
