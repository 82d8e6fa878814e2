package format

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/invopop/jsonschema"

	"vigie/internal/record"
	"vigie/internal/record/schema"
	"vigie/internal/record/shape"
)

// Schema is the JSON Schema of a kind of record, for editors that complete and
// check while one types, with a place for the words of each vocabulary (package
// schema). It says what a schema can: keys, types and words; that references
// resolve and numbers add up is for vigie check.
func Schema(k record.Kind, c Comments) ([]byte, error) {
	w := schemas{all: shape.All(), comments: c, defs: jsonschema.Definitions{}}
	root := w.object(shape.Of(k))
	root.Title = "data/" + string(k) + "/*.yaml"
	if k == record.Corrections {
		root = &jsonschema.Schema{Type: "array", Items: root, Title: "data/" + string(k) + ".yaml"}
	}
	root.Version = jsonschema.Version
	root.Definitions = w.defs
	text, err := json.MarshalIndent(root, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("writing the schema of %s: %w", k, err)
	}
	return append(text, '\n'), nil
}

type schemas struct {
	all      shape.Set
	comments Comments
	defs     jsonschema.Definitions
}

func (w schemas) object(t reflect.Type) *jsonschema.Schema {
	s := &jsonschema.Schema{
		Type: "object", Description: w.comments.types[t.String()],
		Properties: jsonschema.NewProperties(), AdditionalProperties: jsonschema.FalseSchema,
	}
	for _, f := range w.all[t] {
		one := w.value(f.Type, f)
		one.Description = w.comments.describe(f)
		s.Properties.Set(f.Key, one)
		if f.Required {
			s.Required = append(s.Required, f.Key)
		}
	}
	return s
}

func (w schemas) value(t reflect.Type, f shape.Field) *jsonschema.Schema {
	if t.Kind() == reflect.Slice {
		return &jsonschema.Schema{Type: "array", Items: w.value(t.Elem(), f)}
	}
	t = shape.Bare(t)
	switch {
	case shape.IsText(t) && slices.Contains(record.NameKeys(), f.Key):
		return w.ref("name", name)
	case shape.IsText(t):
		return w.ref("text", text)
	case shape.IsWord(t):
		return w.ref(strings.ToLower(t.Name()), written[t.Name()].schema)
	case f.List != "":
		return &jsonschema.Schema{Enum: schema.Place(f.List)}
	case f.Closed != nil:
		words := make([]any, len(f.Closed))
		for i, word := range f.Closed {
			words[i] = word
		}
		return &jsonschema.Schema{Enum: words}
	case t.Kind() == reflect.Struct:
		return w.ref(title(t), func() *jsonschema.Schema { return w.object(t) })
	case t.Kind() == reflect.Bool:
		return &jsonschema.Schema{Type: "boolean"}
	case t.Kind() == reflect.Int:
		return &jsonschema.Schema{Type: "integer"}
	case f.Owner == reflect.TypeFor[record.Word]() && f.Key == "id":
		return &jsonschema.Schema{Type: "string", Pattern: "^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"}
	case f.Refers != "" || f.Key == "id":
		return &jsonschema.Schema{Type: "string", Pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"}
	}
	return &jsonschema.Schema{Type: "string", MinLength: &one}
}

var one = uint64(1)

// ref names a definition, which is made the first time.
func (w schemas) ref(name string, make func() *jsonschema.Schema) *jsonschema.Schema {
	if _, made := w.defs[name]; !made {
		w.defs[name] = nil // against endless descent
		w.defs[name] = make()
	}
	return &jsonschema.Schema{Ref: "#/$defs/" + name}
}

func text() *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "object", Description: "What readers see, in both languages",
		Properties: jsonschema.NewProperties(), AdditionalProperties: jsonschema.FalseSchema, Required: []string{"fr", "en"}}
	s.Properties.Set("fr", &jsonschema.Schema{Type: "string", MinLength: &one})
	s.Properties.Set("en", &jsonschema.Schema{Type: "string", MinLength: &one})
	return s
}

func name() *jsonschema.Schema {
	return &jsonschema.Schema{Description: "A proper name, written once, or a name in both languages",
		OneOf: []*jsonschema.Schema{{Type: "string", MinLength: &one}, text()}}
}
