// Package shape says which keys each record has: it reads the types of package
// record once and gives, for each struct, its keys in order, which of them are
// required, which words they take and which records they name. Reading, the
// canonical form, the JSON Schemas and doc/format.md all rest on it, so that
// they cannot say different things.
package shape

import (
	"encoding"
	"reflect"
	"slices"
	"strings"

	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// Field is one key of a mapping.
type Field struct {
	Key      string
	Name     string       // of the field in Go
	Owner    reflect.Type // struct that declares it
	Type     reflect.Type
	Index    []int // as reflect.Value.FieldByIndex wants it
	Required bool
	Closed   []string    // allowed words, when they are a closed list that is at hand
	List     record.List // vocabulary that its words are of, if any
	Refers   record.Kind // what it names, when it holds identifiers
}

// Struct is the keys of a struct, in the order of its declaration.
type Struct []Field

// Keys lists the keys in order.
func (s Struct) Keys() []string {
	keys := make([]string, len(s))
	for i, f := range s {
		keys[i] = f.Key
	}
	return keys
}

// Named gives the field of a key.
func (s Struct) Named(key string) (Field, bool) {
	i := slices.IndexFunc(s, func(f Field) bool { return f.Key == key })
	if i < 0 {
		return Field{}, false
	}
	return s[i], true
}

// Set is the shapes of all structs that records are made of. It is only read
// once made.
type Set map[reflect.Type]Struct

// All learns every kind of record, whatever the words of a site.
func All() Set { return Under(record.Words{}) }

// Under learns every kind of record with the vocabularies of a site. The words of a list
// that the site does not have are not bounded here: package check reports them.
func Under(site record.Words) Set {
	s := Set{}
	words := vocabulary{record.ClosedLists(), record.WorldLists(), site, record.References()}
	for _, k := range record.Kinds() {
		s.learn(Of(k), words)
	}
	s.learn(Of(record.Corrections), words)
	return s
}

// Of is the Go type of a kind of record.
func Of(k record.Kind) reflect.Type {
	return map[record.Kind]reflect.Type{
		record.Sources: reflect.TypeFor[record.Source](), record.Units: reflect.TypeFor[record.Unit](),
		record.Measures: reflect.TypeFor[record.Measure](), record.Perimeters: reflect.TypeFor[record.Perimeter](),
		record.Tiers: reflect.TypeFor[record.Tier](), record.Organisations: reflect.TypeFor[record.Organisation](),
		record.Providers: reflect.TypeFor[record.Provider](), record.Offers: reflect.TypeFor[record.Offer](),
		record.Qualifications: reflect.TypeFor[record.Qualification](),
		record.Migrations:     reflect.TypeFor[record.Migration](),
		record.SeriesKind:     reflect.TypeFor[record.Series](), record.Commitments: reflect.TypeFor[record.Commitment](),
		record.Events: reflect.TypeFor[record.Event](), record.Doctrines: reflect.TypeFor[record.Doctrine](),
		record.Calculations:   reflect.TypeFor[record.Calculation](),
		record.Contradictions: reflect.TypeFor[record.Contradiction](),
		record.Silences:       reflect.TypeFor[record.Silence](), record.Changes: reflect.TypeFor[record.Change](),
		record.Corrections: reflect.TypeFor[record.Correction](), record.Requests: reflect.TypeFor[record.Request](),
		record.Indicators: reflect.TypeFor[record.Indicator](), record.Vocabularies: reflect.TypeFor[record.Vocabulary](),
	}[k]
}

// IsText says that a type is what readers see, in both languages.
func IsText(t reflect.Type) bool { return t == reflect.TypeFor[lang.Text]() }

// IsWord says that a type is written as one scalar that it reads itself.
func IsWord(t reflect.Type) bool {
	return reflect.PointerTo(t).Implements(reflect.TypeFor[encoding.TextUnmarshaler]())
}

// Bare is a type without its pointers and lists.
func Bare(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	return t
}

type vocabulary struct {
	closed     map[string][]string
	world      map[string]record.List
	site       record.Words
	references map[string]record.Kind
}

// of gives the words that a key takes, and the vocabulary that they are of, if any: a
// list stands under the type of the key, or else under its path.
func (v vocabulary) of(typed, path string) ([]string, record.List) {
	for _, name := range []string{typed, path} {
		if closed, ok := v.closed[name]; ok {
			return closed, ""
		}
		list, ok := v.world[name]
		switch {
		case ok && v.site.Declared(list):
			return v.site.IDs(list), list
		case ok:
			return nil, list
		}
	}
	return nil, ""
}

func (s Set) learn(t reflect.Type, words vocabulary) {
	t = Bare(t)
	if _, known := s[t]; known || t.Kind() != reflect.Struct || IsText(t) || IsWord(t) {
		return
	}
	s[t] = nil // against endless descent
	var own Struct
	for i := range t.NumField() {
		f := t.Field(i)
		key, options, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if key == "-" {
			continue
		}
		s.learn(f.Type, words)
		if strings.Contains(options, "inline") {
			for _, inner := range s[f.Type] {
				inner.Index = append([]int{i}, inner.Index...)
				own = append(own, inner)
			}
			continue
		}
		path := t.String() + "." + key
		closed, list := words.of(Bare(f.Type).String(), path)
		own = append(own, Field{
			Key: key, Name: f.Name, Owner: t, Type: f.Type, Index: []int{i},
			Required: !strings.Contains(options, "omitempty"),
			Closed:   closed, List: list, Refers: words.references[path],
		})
	}
	s[t] = own
}
