package upgrade_test

import (
	"testing"

	"vigie/internal/corpus/upgrade"
	"vigie/internal/record"
)

// The scheme and the identifiers of these tests are made up.
var steps = upgrade.Steps(record.WordsOf([]record.Vocabulary{
	{Head: record.Head{ID: string(record.SchemeList)}, Words: []record.Word{{ID: "sand-seal"}}},
	{Head: record.Head{ID: string(record.IdentifierList)}, Words: []record.Word{{ID: "quay-number"}, {ID: "chart"}}},
}))

func TestOnlyFilesOfTheKindOfAStepAreRewritten(t *testing.T) {
	const former = "sand-seal: qualified\n"
	for name, rewritten := range map[string]bool{
		"migrations/payroll.yaml": true,
		"offers/payroll.yaml":     false,
		"migrations/payroll.csv":  false,
		"corrections.yaml":        false,
	} {
		after, err := upgrade.File(steps, name, []byte(former))
		if err != nil || (string(after) != former) != rewritten {
			t.Errorf("%s: %q, %v", name, after, err)
		}
	}
}

func TestAFormerKeyNamesItsStep(t *testing.T) {
	if s, ok := upgrade.Former(steps, record.Migrations, "sand-seal"); !ok || s.Name != "hosting-qualification" {
		t.Errorf("got %+v, %v", s, ok)
	}
	for kind, key := range map[record.Kind]string{record.Offers: "sand-seal", record.Migrations: "sand-sea"} {
		if s, ok := upgrade.Former(steps, kind, key); ok {
			t.Errorf("%s of %s: %+v", key, kind, s)
		}
	}
}

func TestAFileThatIsNoMappingIsLeftToTheReader(t *testing.T) {
	for _, content := range []string{"", "- sand-seal: qualified\n", "sand-seal: [\n", "words\n"} {
		after, err := upgrade.File(steps, "migrations/payroll.yaml", []byte(content))
		if err != nil || string(after) != content {
			t.Errorf("%q became %q, %v", content, after, err)
		}
	}
}
