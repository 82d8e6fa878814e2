package api_test

import (
	"encoding/json"
	"flag"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "add the new fields to testdata; those that are there stay")

const published = "testdata/v1.txt"

// schema is what openapi.json says of a place.
type schema struct {
	Ref        string `json:"$ref"`
	Type       string
	Format     string
	Nullable   bool
	Items      *schema
	Properties map[string]schema
	Required   []string
}

// fields lists all that a client may rely on: each address, each field and its type.
func fields(t *testing.T, openapi []byte) []string {
	t.Helper()
	var doc struct {
		Paths map[string]struct {
			Get struct {
				ID         string `json:"operationId"`
				Parameters []struct{ Name string }
				Responses  map[string]struct {
					Content map[string]struct{ Schema schema }
				}
			}
		}
		Components struct{ Schemas map[string]schema }
	}
	if err := json.Unmarshal(openapi, &doc); err != nil {
		t.Fatal(err)
	}
	var out []string
	for path, p := range doc.Paths {
		out = append(out, path+" "+p.Get.ID+" "+typeOf(p.Get.Responses["200"].Content["application/json"].Schema))
	}
	for name, s := range doc.Components.Schemas {
		for field, is := range s.Properties {
			line := name + "." + field + " " + typeOf(is)
			if !slices.Contains(s.Required, field) {
				line += " may be left out"
			}
			out = append(out, line)
		}
	}
	slices.Sort(out)
	return out
}

func typeOf(s schema) string {
	words := []string{strings.TrimPrefix(s.Ref, "#/components/schemas/") + s.Type}
	if s.Format != "" {
		words = append(words, s.Format)
	}
	if s.Items != nil {
		words = append(words, "of "+typeOf(*s.Items))
	}
	if len(s.Properties) > 0 {
		var inner []string
		for _, name := range slices.Sorted(maps.Keys(s.Properties)) {
			inner = append(inner, name+" "+typeOf(s.Properties[name]))
		}
		words = append(words, "{"+strings.Join(inner, ", ")+"}")
	}
	if s.Nullable {
		words = append(words, "or null")
	}
	return strings.Join(words, " ")
}

// lost lists what clients relied on and is there no more, under its name and type.
func lost(before, now []string) []string {
	return slices.DeleteFunc(slices.Clone(before), func(line string) bool { return slices.Contains(now, line) })
}

func TestNoFieldVanishesOrChangesTypeWithinTheVersion(t *testing.T) {
	_, files := made(t)
	now := fields(t, files["api/v1/openapi.json"])
	raw, err := os.ReadFile(published)
	if err != nil && !*update {
		t.Fatal(err)
	}
	before := strings.FieldsFunc(string(raw), func(r rune) bool { return r == '\n' })
	for _, line := range lost(before, now) {
		t.Errorf("%s: programs rely on it; a field may only go with the addresses of another version", line)
	}
	added := lost(now, before)
	if *update {
		all := slices.Sorted(slices.Values(append(before, added...)))
		if err := os.WriteFile(published, []byte(strings.Join(all, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	for _, line := range added {
		t.Errorf("%s is new: go test ./internal/export/api -update, and a line in CHANGELOG.md", line)
	}
}

func TestAFieldThatVanishesOrChangesTypeIsSeen(t *testing.T) {
	_, files := made(t)
	whole := string(files["api/v1/openapi.json"])
	before := fields(t, []byte(whole))
	for name, change := range map[string][2]string{
		"a column that is renamed":        {`"valide_au"`, `"valide_jusqu_au"`},
		"a day that becomes a text":       {`"as_of":{"type":"string","format":"date"`, `"as_of":{"type":"string"`},
		"a number that becomes a text":    {`"value_min":{"type":"number"`, `"value_min":{"type":"string"`},
		"a total that becomes a decimal":  {`"total":{"type":"integer"`, `"total":{"type":"number"`},
		"an address that moves":           {`"/qualifications/pages/{page}.json"`, `"/qualifications/{page}.json"`},
		"a name that clients are made of": {`"list_qualifications"`, `"qualifications"`},
		"a field that may be left out":    {`"required":["first","prev"`, `"required":["prev"`},
		"a link that may be nothing":      {`"first":{"type":"string"}`, `"first":{"type":"string","nullable":true}`},
	} {
		t.Run(name, func(t *testing.T) {
			now := strings.ReplaceAll(whole, change[0], change[1])
			if now == whole {
				t.Fatalf("%s is nowhere: nothing was changed", change[0])
			}
			if len(lost(before, fields(t, []byte(now)))) == 0 {
				t.Error("nobody sees it")
			}
		})
	}
}
