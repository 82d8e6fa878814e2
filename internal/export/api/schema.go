package api

import (
	"encoding/json"
	"reflect"
	"strings"

	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// Schema is a schema of OpenAPI 3.0: what may stand in a place of a document.
type Schema struct {
	Ref         string         `json:"$ref,omitempty"`
	Type        string         `json:"type,omitempty"`
	Format      string         `json:"format,omitempty"`
	Description string         `json:"description,omitempty"`
	Nullable    bool           `json:"nullable,omitempty"`
	Minimum     int            `json:"minimum,omitempty"`
	Items       *Schema        `json:"items,omitempty"`
	Properties  *Named[Schema] `json:"properties,omitempty"`
	Required    []string       `json:"required,omitempty"`
}

// Named is an object whose members keep their order.
type Named[V any] struct {
	names  []string
	values []V
}

func (n *Named[V]) add(name string, value V) {
	n.names, n.values = append(n.names, name), append(n.values, value)
}

// MarshalJSON writes the members in the order in which they were added.
func (n Named[V]) MarshalJSON() ([]byte, error) {
	out := []byte{'{'}
	for i, name := range n.names {
		if i > 0 {
			out = append(out, ',')
		}
		key, err := json.Marshal(name)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(n.values[i])
		if err != nil {
			return nil, err
		}
		out = append(append(append(out, key...), ':'), value...)
	}
	return append(out, '}'), nil
}

const components = "#/components/schemas/"

func ref(name string) Schema { return Schema{Ref: components + name} }

// referred are the types that have a schema of their own.
var referred = map[reflect.Type]string{
	reflect.TypeFor[Meta](): "meta", reflect.TypeFor[Figure](): "figure",
	reflect.TypeFor[Dataset](): "dataset", reflect.TypeFor[PageLinks](): "page_links",
	reflect.TypeFor[RecordLinks](): "record_links", reflect.TypeFor[lang.Text](): "text",
}

// schemaOf is the schema of a value of a struct, as encoding/json writes it. Lists of rows
// are of the schema that their field is given.
func schemaOf(of any, lists map[string]Schema) Schema {
	return object(reflect.TypeOf(of), lists)
}

func object(t reflect.Type, lists map[string]Schema) Schema {
	out := Schema{Type: "object", Properties: &Named[Schema]{}}
	for f := range fields(t) {
		name, rest, _ := strings.Cut(f.Tag.Get("json"), ",")
		s := typed(f.Type)
		switch f.Type {
		case reflect.TypeFor[rows]():
			item := lists[name]
			s = Schema{Type: "array", Items: &item}
		case reflect.TypeFor[any]():
			s = ref("source_standing")
		}
		if s.Ref == "" { // nothing may stand beside a reference
			s.Description = f.Tag.Get("about")
		}
		out.Properties.add(name, s)
		if !strings.Contains(rest, "omitempty") {
			out.Required = append(out.Required, name)
		}
	}
	return out
}

// fields yields those that encoding/json writes.
func fields(t reflect.Type) func(func(reflect.StructField) bool) {
	return func(yield func(reflect.StructField) bool) {
		for i := range t.NumField() {
			f := t.Field(i)
			if tag := f.Tag.Get("json"); tag != "" && tag != "-" && !yield(f) {
				return
			}
		}
	}
}

func typed(t reflect.Type) Schema {
	if name, ok := referred[t]; ok {
		return ref(name)
	}
	switch {
	case t == reflect.TypeFor[cal.Day]():
		return Schema{Type: "string", Format: "date"}
	case t == reflect.TypeFor[json.Number]():
		return Schema{Type: "number"}
	case t.Kind() == reflect.Pointer && t.Elem().Kind() == reflect.Struct && t.Elem() != reflect.TypeFor[cal.Day]():
		return object(t.Elem(), nil) // left out where there is none
	case t.Kind() == reflect.Pointer:
		s := typed(t.Elem())
		s.Nullable = true
		return s
	case t.Kind() == reflect.Slice:
		item := typed(t.Elem())
		return Schema{Type: "array", Items: &item}
	case t.Kind() == reflect.Struct:
		return object(t, nil)
	case t.Kind() == reflect.Int:
		return Schema{Type: "integer"}
	case t.Kind() == reflect.Bool:
		return Schema{Type: "boolean"}
	}
	return Schema{Type: "string"}
}
