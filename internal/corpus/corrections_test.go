package corpus_test

import (
	"strings"
	"testing"

	"vigie/internal/record"
)

const corrections = `# made up
- id: a-zero-too-many
  kind: source-error
  target: orders-2024
  expected: 516 M
  published: 51.6 M
  reason: {fr: Un zéro de trop., en: One zero too many.}
  on: 2026-11-01
  told:
    - {whom: La Cour, on: 2026-11-02}
  state: open
- {id: our-slip, kind: our-error, target: orders-2023, expected: 43, published: 34, reason: {fr: Lu à l'envers., en: Read backwards.}, on: 2026-11-03, state: mended}
`

func TestCorrectionsAreReadFromTheirOneFile(t *testing.T) {
	read, found := load(t, map[string]string{"corrections.yaml": corrections})
	if len(found) > 0 || len(read.Corrections) != 2 {
		t.Fatalf("read %d corrections, problems: %v", len(read.Corrections), found)
	}
	one := read.Corrections[0]
	if one.ID != "a-zero-too-many" || one.Kind != record.SourceError || one.Expected.String() != "516000000" || one.Notices[0].Whom.EN != "La Cour" {
		t.Errorf("got %+v", one)
	}
	for path, want := range map[string]string{"expected": "data/corrections.yaml:5:13", "": "data/corrections.yaml:2:3"} {
		if got := read.Place(one.Ref(), path).String(); got != want {
			t.Errorf("%q stands at %s, want %s", path, got, want)
		}
	}
	if got := read.Place(read.Corrections[1].Ref(), "target").String(); got != "data/corrections.yaml:12:43" {
		t.Errorf("the second one points from %s", got)
	}
	var named []string
	read.EachReference(func(owner record.Ref, path string, names record.Ref) {
		named = append(named, owner.ID+" "+path+"="+names.String())
	})
	if got := strings.Join(named, ", "); got != "a-zero-too-many target=claims/orders-2024, our-slip target=claims/orders-2023" {
		t.Errorf("references: %s", got)
	}
}

func TestAProjectWithoutCorrectionsReads(t *testing.T) {
	for name, files := range map[string]map[string]string{"no file": {}, "an empty list": {"corrections.yaml": "# none\n[]\n"}} {
		if read, found := load(t, files); len(found) > 0 || len(read.Corrections) > 0 {
			t.Errorf("%s: %v", name, found)
		}
	}
}

func TestFaultsOfCorrectionsAreReportedAtTheirPlace(t *testing.T) {
	for name, c := range map[string]struct{ from, to, want string }{
		"a kind that is not in the list":   {"kind: source-error", "kind: source-eror", "data/corrections.yaml:3:9: kind: \"source-eror\" is not in the list"},
		"a key that is missing":            {"  target: orders-2024\n", "", "data/corrections.yaml:2:3: the record lacks the key \"target\""},
		"an unknown key":                   {"  on: 2026-11-01\n", "  on: 2026-11-01\n  when: 2026\n", "data/corrections.yaml:9:3: the record has no key \"when\""},
		"a name that is taken":             {"id: our-slip", "id: a-zero-too-many", "data/corrections.yaml:12:8: the correction \"a-zero-too-many\" already stands in line 2"},
		"a name that is no identifier":     {"id: our-slip", "id: Our_slip", "data/corrections.yaml:12:8: the identifier \"Our_slip\" is not made of a-z, 0-9 and single hyphens"},
		"a value with a comma":             {"published: 51.6 M", "published: 51,6 M", "data/corrections.yaml:6:14: published: \"51,6 M\" is not a value"},
		"a reason in one language":         {", en: One zero too many.}", "}", "data/corrections.yaml:7:3: reason is not written in English"},
		"an entry that is no mapping":      {"# made up\n", "- words\n", "data/corrections.yaml:1:3: the record wants keys, not \"words\""},
		"a mapping instead of a list":      {corrections, "id: one\n", "data/corrections.yaml:1:1: the file of corrections wants a list, not a mapping of keys"},
		"a file that is emptied":           {corrections, "# none\n", "data/corrections.yaml:1:1: the file is empty"},
		"a list that is not closed":        {corrections, "[", "data/corrections.yaml:1:"},
		"text that is not in UTF-8 at all": {"made up", "\xff", "data/corrections.yaml:1:1: the file is not in UTF-8"},
	} {
		t.Run(name, func(t *testing.T) {
			if !strings.Contains(corrections, c.from) {
				t.Fatalf("the file does not hold %q", c.from)
			}
			_, found := load(t, map[string]string{"corrections.yaml": strings.Replace(corrections, c.from, c.to, 1)})
			var reported []string
			for _, p := range found {
				reported = append(reported, p.Place.String()+": "+p.Message)
			}
			if len(reported) != 1 || !strings.HasPrefix(reported[0], c.want) {
				t.Errorf("reported %q, want %q alone", reported, c.want)
			}
		})
	}
}

func TestCorrectionsHaveACanonicalForm(t *testing.T) {
	const schema = "# yaml-language-server: $schema=../doc/schemas/corrections.json\n"
	before := "- kind: our-error # ours\n  id: slip\n  on: 2026-11-03\n  target: orders\n"
	want := schema + "- id: slip\n  kind: our-error # ours\n  target: orders\n  on: 2026-11-03\n"
	if got, found := canonical(t, "corrections.yaml", before); got != want || len(found) > 0 {
		t.Errorf("got\n%s\nwant\n%s\n%v", got, want, found)
	}
	if got, _ := canonical(t, "corrections.yaml", schema+"[]\n"); got != schema+"[]\n" {
		t.Errorf("an empty list became %q", got)
	}
}
