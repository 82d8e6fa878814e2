package format_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"

	"vigie/internal/corpus"
	"vigie/internal/record"
	"vigie/internal/record/schema"
	"vigie/internal/test/format"
	"vigie/internal/theme"
	"vigie/internal/value/lang"
)

var update = flag.Bool("update", false, "rewrite doc/format.md and doc/schemas from the code")

const (
	root = "../../.."
	docs = root + "/doc"
)

// examples are the records that the page shows, one of each kind.
var examples = map[record.Kind]string{
	record.Sources: "insee-cog-2026", record.Units: "virtual-machine", record.Measures: "cloud-spending",
	record.Perimeters: "health-data-hub-azure", record.Tiers: "external", record.Organisations: "dgfip",
	record.Providers: "bleu", record.Offers: "pi-native", record.Qualifications: "cegnumcloud-secured-iaas-2024",
	record.Migrations: "dinum-docs", record.SeriesKind: "demat-online-share-245", record.Commitments: "external-catalogue-2021",
	record.Events: "circular-cloud-au-centre-2021", record.Doctrines: "2018-tier-1-sensitive", record.Calculations: "growth-check-2024",
	record.Contradictions: "state-it-spending", record.Silences: "secnumcloud-public-prices",
	record.Indicators: "ugap-orders", record.Vocabularies: "body-kinds",
}

func comments(t *testing.T) format.Comments {
	t.Helper()
	c, err := format.Read(os.DirFS(root), "internal/record", "internal/value/quantity")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// ours are the words of this site.
func ours(t *testing.T) record.Words {
	t.Helper()
	read, _, err := corpus.Load(os.DirFS(root), "data", lang.Composed())
	if err != nil {
		t.Fatal(err)
	}
	return read.Words()
}

// hold compares a written file to what the code says, or rewrites it.
func hold(t *testing.T, name string, want []byte) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not what the code says: run go test ./internal/test/format -update, and read the change", name)
	}
}

func TestTheFormatPageSaysWhatTheCodeSays(t *testing.T) {
	page, err := format.Document(comments(t), os.DirFS(root+"/data"), examples)
	if err != nil {
		t.Fatal(err)
	}
	hold(t, docs+"/format.md", page)
}

func TestEveryKeyIsExplained(t *testing.T) {
	page, err := format.Document(comments(t), os.DirFS(root+"/data"), examples)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(page)) {
		if strings.HasPrefix(line, "| `") && strings.HasSuffix(strings.TrimSpace(line), "|  |") {
			t.Errorf("a key has no comment in the code: %s", line)
		}
	}
}

func TestTheSchemasSayWhatTheCodeSays(t *testing.T) {
	for _, k := range schema.Kinds() {
		text, err := format.Schema(k, comments(t))
		if err != nil {
			t.Fatal(err)
		}
		hold(t, root+"/internal/record/schema/base/"+string(k)+".json", text)
		hold(t, docs+"/schemas/"+string(k)+".json", schema.Filled(text, ours(t)))
	}
}

// TestTheRealDataFollowTheSchemas reads each real file as an editor would.
func TestTheRealDataFollowTheSchemas(t *testing.T) {
	for _, k := range record.Kinds() {
		schema := compiled(t, k)
		files, err := filepath.Glob(root + "/data/" + string(k) + "/*.yaml")
		if err != nil || len(files) == 0 && examples[k] != "" {
			t.Fatalf("%d files among %s, whose example is %q (%v)", len(files), k, examples[k], err)
		}
		for _, name := range files {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(asJSON(t, text)); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// A kind of which there may be no record has a made-up one on the page.
func TestTheMadeUpExamplesFollowTheSchemas(t *testing.T) {
	page, err := os.ReadFile(docs + "/format.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range schema.Kinds() {
		if examples[k] != "" {
			continue
		}
		_, section, _ := strings.Cut(string(page), "\n## "+string(k)+"\n")
		_, example, _ := strings.Cut(section, "```yaml\n")
		example, _, found := strings.Cut(example, "```")
		if !found || strings.Contains(example, "\n## ") {
			t.Errorf("%s have no example", k)
			continue
		}
		if err := compiled(t, k).Validate(asJSON(t, []byte(example))); err != nil {
			t.Errorf("%s: %v", k, err)
		}
	}
}

func TestSchemasRefuseWhatReadingRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		kind record.Kind
		text string
	}{
		"an unknown key":              {record.Units, "kind: count\nonne: {fr: a, en: a}\n"},
		"a missing key":               {record.Offers, "name: Nubo\n"},
		"a wrong word":                {record.Offers, "name: Nubo\ntier: interne\n"},
		"a wrong word of a list":      {record.Offers, "name: Nubo\ntier: internal\nmodels: [XaaS]\n"},
		"a text in one language":      {record.Offers, "name: Nubo\ntier: internal\nnote: {fr: a}\n"},
		"prose written once":          {record.Offers, "name: Nubo\ntier: internal\nnote: Une phrase\n"},
		"a date in French":            {record.Events, "on: 12/2024\nkind: law\ntitle: {fr: a, en: a}\nclaims: []\n"},
		"a number with a comma":       {record.Events, "kind: law\ntitle: {fr: a, en: a}\nclaims: [{id: a, value: '51,6 M', source: s, read: '2026-10-01'}]\n"},
		"an identifier with capitals": {record.Offers, "name: Nubo\ntier: internal\noperator: DGFiP\n"},
		"a correction by itself":      {record.Corrections, "id: a\nkind: our-error\n"},
		"a correction without value":  {record.Corrections, "- {id: a, kind: our-error, target: b, published: 1, reason: {fr: a, en: a}, on: '2026-10-01', state: mended}\n"},
	} {
		t.Run(name, func(t *testing.T) {
			if err := compiled(t, c.kind).Validate(asJSON(t, []byte(c.text))); err == nil {
				t.Errorf("the schema of %s lets pass:\n%s", c.kind, c.text)
			}
		})
	}
}

func compiled(t *testing.T, k record.Kind) *jsonschema.Schema {
	t.Helper()
	text, err := os.ReadFile(docs + "/schemas/" + string(k) + ".json")
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource(string(k)+".json", parsed); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile(string(k) + ".json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// asJSON reads YAML as an editor does: plain scalars are numbers and booleans
// where they look like some, and dates are text.
func asJSON(t *testing.T, text []byte) any {
	t.Helper()
	var document yaml.Node
	if err := yaml.Load(text, &document); err != nil {
		t.Fatal(err)
	}
	return plain(document.Content[0])
}

func plain(n *yaml.Node) any {
	switch n.Kind {
	case yaml.MappingNode:
		out := map[string]any{}
		for i := 0; i < len(n.Content); i += 2 {
			out[n.Content[i].Value] = plain(n.Content[i+1])
		}
		return out
	case yaml.SequenceNode:
		out := []any{}
		for _, c := range n.Content {
			out = append(out, plain(c))
		}
		return out
	}
	switch n.ShortTag() {
	case "!!int", "!!float":
		return json.Number(n.Value)
	case "!!bool":
		return n.Value == "true"
	case "!!null":
		return nil
	}
	return n.Value
}

// doc/indicators.md has a chapter for each general way to compute, and names all that
// may be counted beside the keys of records.
func TestThePageOfIndicatorsHasEveryWayToCompute(t *testing.T) {
	page, err := os.ReadFile(docs + "/indicators.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, way := range record.General() {
		if !strings.Contains(string(page), "\n## "+string(way)+"\n") {
			t.Errorf("there is no chapter %s", way)
		}
	}
	for kind, keys := range record.ComputedKeys() {
		for _, key := range keys {
			if !strings.Contains(string(page), "| `"+string(kind)+"` | `"+key+"` |") {
				t.Errorf("it does not have %s of %s", key, kind)
			}
		}
	}
}

func TestTheListOfSentencesSaysWhatTheCodeSays(t *testing.T) {
	patterns, err := format.Patterns(os.DirFS(root), format.Composing()...)
	if err != nil {
		t.Fatal(err)
	}
	var list bytes.Buffer
	if err := theme.WritePatterns(&list, patterns); err != nil {
		t.Fatal(err)
	}
	hold(t, root+"/themes/vigie/patterns.yaml", list.Bytes())
}

func TestASentenceThatIsNoConstantIsRefused(t *testing.T) {
	source := fstest.MapFS{"a/a.go": {Data: []byte("package a\n\nvar x = lang.Say(\"Lu le \"+day, \"Read on \"+day)\n")}}
	_, err := format.Patterns(source, "a")
	if err == nil || !strings.Contains(err.Error(), "a/a.go:3:9: a sentence is no constant") {
		t.Errorf("got %v", err)
	}
}
