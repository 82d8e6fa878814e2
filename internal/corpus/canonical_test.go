package corpus_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/corpus"
	"vigie/internal/value/problem"
)

// canonical gives the canonical form of one made-up file.
func canonical(t *testing.T, name, content string) (string, problem.List) {
	t.Helper()
	rewrites, found, err := corpus.Canonical(fstest.MapFS{"data/" + name: &fstest.MapFile{Data: []byte(content)}}, "data")
	if err != nil {
		t.Fatal(err)
	}
	if len(rewrites) == 0 {
		return content, found
	}
	return string(rewrites[0].Content), found
}

const schemaLine = "# yaml-language-server: $schema=../../doc/schemas/"

func TestCanonicalForm(t *testing.T) {
	for name, c := range map[string]struct{ file, content, want string }{
		"a file in order stays as it is": {"units/eur.yaml",
			schemaLine + "units.json\nkind: money\nsymbol: €\n",
			schemaLine + "units.json\nkind: money\nsymbol: €\n"},
		"the line of the schema comes first": {"units/eur.yaml",
			"\nkind: money\nsymbol: €\n",
			schemaLine + "units.json\nkind: money\nsymbol: €\n"},
		"the schema of another kind is mended": {"units/eur.yaml",
			schemaLine + "offers.json\nkind: money\nsymbol: €\n",
			schemaLine + "units.json\nkind: money\nsymbol: €\n"},
		"one line end at the end, and no blank at the end of lines": {"units/eur.yaml",
			schemaLine + "units.json\nkind: money  \nsymbol: €\n\n\n",
			schemaLine + "units.json\nkind: money\nsymbol: €\n"},
		"keys go with their comments and blank lines": {"offers/a.yaml",
			schemaLine + "offers.json\n# of the file\ntier: internal # where\n\n# who\n# really\noperator: dgfip\nname: Nubo\n",
			schemaLine + "offers.json\n# of the file\nname: Nubo\n\n# who\n# really\noperator: dgfip\ntier: internal # where\n"},
		"texts of several lines go with their key": {"offers/a.yaml",
			schemaLine + "offers.json\nnote:\n  en: >\n    One\n    # no comment\n\n    two\n  fr: \"Un\n    deux\"\nname: Nubo\ntier: internal\noperator: dgfip\n",
			schemaLine + "offers.json\nname: Nubo\noperator: dgfip\ntier: internal\nnote:\n  fr: \"Un\n    deux\"\n  en: >\n    One\n    # no comment\n\n    two\n"},
		"the first key of an item takes the dash": {"events/a.yaml",
			schemaLine + "events.json\nkind: law\ntitle: {en: b, fr: a}\nclaims:\n  # the first\n  - source: s\n    read: 2026-10-01\n    # its name\n    id: one\n  # the second\n  - source: s\n    id: two\n    read: 2026-10-01\n",
			schemaLine + "events.json\nkind: law\ntitle: {en: b, fr: a}\nclaims:\n  # the first\n    # its name\n  - id: one\n    source: s\n    read: 2026-10-01\n  # the second\n  - id: two\n    source: s\n    read: 2026-10-01\n"},
		"lists inside lists": {"series/a.yaml",
			schemaLine + "series.json\nobservations:\n- claims:\n  - read: 2026-10-01\n    value: 1\n    source: s\n    id: a\n  period: 2024\n- unknown: lost\n  period: 2025\nmeasure: m\nperimeter: p\ntitle: {fr: a, en: b}\nunit: u\n",
			schemaLine + "series.json\nmeasure: m\nperimeter: p\ntitle: {fr: a, en: b}\nunit: u\nobservations:\n- period: 2024\n  claims:\n  - id: a\n    value: 1\n    source: s\n    read: 2026-10-01\n- period: 2025\n  unknown: lost\n"},
		"a value that is the name of a later key": {"offers/a.yaml",
			schemaLine + "offers.json\ntier: internal\noperator: name\nname: Nubo\n",
			schemaLine + "offers.json\nname: Nubo\noperator: name\ntier: internal\n"},
		"an unknown key comes last": {"offers/a.yaml",
			schemaLine + "offers.json\nxyz: 1\nname: Nubo\ntier: internal\n",
			schemaLine + "offers.json\nname: Nubo\ntier: internal\nxyz: 1\n"},
		"a dash alone on its line is left alone": {"events/a.yaml",
			schemaLine + "events.json\nkind: law\ntitle: {fr: a, en: b}\nclaims:\n  -\n    source: s\n    id: one\n",
			schemaLine + "events.json\nkind: law\ntitle: {fr: a, en: b}\nclaims:\n  -\n    source: s\n    id: one\n"},
		"blanks that a text keeps are kept": {"offers/a.yaml",
			schemaLine + "offers.json\nname: Nubo\ntier: internal\nnote:\n  fr: |\n    Un  \n    deux\n  en: x\n",
			schemaLine + "offers.json\nname: Nubo\ntier: internal\nnote:\n  fr: |\n    Un  \n    deux\n  en: x\n"},
	} {
		t.Run(name, func(t *testing.T) {
			got, found := canonical(t, c.file, c.content)
			if got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			if len(found) > 0 {
				t.Errorf("problems: %v", found)
			}
			if again, _ := canonical(t, c.file, got); again != got {
				t.Errorf("the canonical form has another one:\n%s", again)
			}
		})
	}
}

func TestWhatCannotBeReadIsLeftAloneAndReported(t *testing.T) {
	got, found := canonical(t, "offers/a.yaml", "tier: a: b\nname: x\n")
	if !strings.HasPrefix(got, "tier") || len(found) != 1 || found[0].Rule != corpus.RuleSyntax {
		t.Errorf("got %q and %v", got, found)
	}
}

func TestTheRealDataKeepEverythingInTheirCanonicalForm(t *testing.T) {
	rewrites, found, err := corpus.Canonical(os.DirFS("../.."), "data")
	if err != nil || len(found) > 0 {
		t.Fatal(err, found)
	}
	for _, r := range rewrites {
		name := strings.TrimPrefix(r.Path, "data/")
		if again, found := canonical(t, name, string(r.Content)); again != string(r.Content) || len(found) > 0 {
			t.Errorf("%s: the canonical form has another one: %v", r.Path, found)
		}
	}
}
