package schema_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"vigie/internal/record"
	"vigie/internal/record/schema"
)

// kinds reads the words that a schema allows for the kind of an organisation.
func kinds(t *testing.T, words record.Words) (allowed []string, form string) {
	t.Helper()
	text, err := schema.Of(record.Organisations, words)
	if err != nil {
		t.Fatal(err)
	}
	var made struct {
		Properties struct {
			Kind struct {
				Enum []string `json:"enum"`
				Type string   `json:"type"`
			} `json:"kind"`
		} `json:"properties"`
	}
	if err := json.Unmarshal(text, &made); err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	return made.Properties.Kind.Enum, made.Properties.Kind.Type
}

func TestASchemaHasTheWordsOfTheSiteAtHand(t *testing.T) {
	isle := record.WordsOf([]record.Vocabulary{{Head: record.Head{ID: string(record.BodyKindList)}, Words: []record.Word{{ID: "parish"}, {ID: `a "b"`}}}})
	if got, _ := kinds(t, isle); !slices.Equal(got, []string{"parish", `a "b"`}) {
		t.Errorf("got %q", got)
	}
}

func TestAListThatTheSiteDoesNotHaveTakesAnyWord(t *testing.T) {
	if got, form := kinds(t, record.Words{}); got != nil || form != "string" {
		t.Errorf("got %q, %s", got, form)
	}
}

func TestNoSchemaKeepsAPlaceWithoutWords(t *testing.T) {
	for _, k := range schema.Kinds() {
		text, err := schema.Of(k, record.Words{})
		if err != nil {
			t.Error(err)
		}
		if strings.Contains(string(text), `"@`) {
			t.Errorf("the schema of %s keeps a place", k)
		}
	}
}
