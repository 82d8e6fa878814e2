package internal_test

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"vigie/internal/corpus"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// The data began as a set of sourced facts, gathered before the project in files
// that are not part of it; files of additions came later, in a folder beside the
// first. Each entry ended as a claim of the same name; or, for what is no claim
// (conflicts, calculations, what was not found), as a record that testdata/facts.csv
// names; or with a reason in doc/facts-left-out.md.

// factsFolders are where the facts stand, for those who have them, each with what
// the names of its files begin with in facts.csv and in facts-left-out.md.
var factsFolders = []struct{ path, prefix string }{
	{"../../shared/facts", ""},
	{"../../shared/additions", "additions/"},
}

// ended is where entries of the facts ended, by file and entry: records.
func ended(t *testing.T) map[string][]string {
	t.Helper()
	f, err := os.Open("testdata/facts.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(rows[0], []string{"file", "entry", "record"}) {
		t.Fatalf("testdata/facts.csv starts with %v", rows[0])
	}
	if !slices.IsSortedFunc(rows[1:], func(a, b []string) int { return slices.Compare(a, b) }) {
		t.Error("testdata/facts.csv is not sorted")
	}
	out := map[string][]string{}
	for _, r := range rows[1:] {
		out[r[0]+"/"+r[1]] = append(out[r[0]+"/"+r[1]], r[2])
	}
	return out
}

// inData lists the claims and the records of the data.
func inData(t *testing.T) (claims, records map[string]bool) {
	t.Helper()
	c, problems, err := corpus.Load(os.DirFS(".."), "data", lang.Composed())
	if err != nil || problems.Errors() > 0 {
		t.Fatal(err, problems)
	}
	claims, records = map[string]bool{}, map[string]bool{}
	c.EachClaim(func(_ record.Ref, _ string, claim *record.Claim) { claims[claim.ID] = true })
	for _, k := range record.Kinds() {
		for _, id := range c.IDs(k) {
			records[record.Ref{Kind: k, ID: id}.String()] = true
		}
	}
	return claims, records
}

func TestRecordsThatFactsBecameAreInTheData(t *testing.T) {
	_, records := inData(t)
	for entry, list := range ended(t) {
		for _, r := range list {
			if !records[r] {
				t.Errorf("%s ended as %s, which is not in data/", entry, r)
			}
		}
	}
}

func TestEveryFactEndedSomewhere(t *testing.T) {
	leftOut, err := os.ReadFile("../doc/facts-left-out.md")
	if err != nil {
		t.Fatal(err)
	}
	claims, _ := inData(t)
	records := ended(t)
	for _, folder := range factsFolders {
		t.Run(filepath.Base(folder.path), func(t *testing.T) {
			files, err := filepath.Glob(filepath.Join(folder.path, "*.yaml"))
			if err != nil {
				t.Fatal(err)
			}
			if len(files) == 0 {
				t.Skip("the folder is not beside the project: nothing to compare with")
			}
			count := 0
			for _, file := range files {
				name := folder.prefix + strings.TrimSuffix(filepath.Base(file), ".yaml")
				for _, entry := range entries(t, file) {
					count++
					full := name + "/" + entry
					if !claims[entry] && len(records[full]) == 0 && !strings.Contains(string(leftOut), "`"+full+"`") {
						t.Errorf("%s is no claim of data/, and neither testdata/facts.csv nor doc/facts-left-out.md says what became of it", full)
					}
				}
			}
			t.Logf("%d entries in %d files", count, len(files))
		})
	}
}

// entries names what a file of facts holds: an entry with an identifier by it,
// another by its place ("not_found[0]") or its key ("dinum_observatory_page.remark").
func entries(t *testing.T, file string) []string {
	t.Helper()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var tree yaml.Node
	if err := yaml.Load(src, &tree); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	var out []string
	for key, section := range pairs(tree.Content[0]) {
		switch {
		case key == "meta": // what the file is about: no fact
		case section.Kind == yaml.SequenceNode:
			for i, e := range section.Content {
				out = append(out, nameOf(e, fmt.Sprintf("%s[%d]", key, i)))
			}
		case section.Kind == yaml.MappingNode:
			for sub := range pairs(section) {
				out = append(out, key+"."+sub)
			}
		default:
			out = append(out, key)
		}
	}
	return out
}

// nameOf is the identifier of an entry, or else its place.
func nameOf(entry *yaml.Node, place string) string {
	if entry.Kind == yaml.MappingNode {
		for key, value := range pairs(entry) {
			if key == "id" {
				return value.Value
			}
		}
	}
	return place
}

// pairs yields the keys and values of a mapping, in their order.
func pairs(mapping *yaml.Node) func(func(string, *yaml.Node) bool) {
	return func(yield func(string, *yaml.Node) bool) {
		for i := 0; i+1 < len(mapping.Content); i += 2 {
			if !yield(mapping.Content[i].Value, mapping.Content[i+1]) {
				return
			}
		}
	}
}
