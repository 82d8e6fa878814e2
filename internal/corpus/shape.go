package corpus

import (
	"encoding"
	"reflect"
	"strings"

	"vigie/internal/lang"
	"vigie/internal/record"
)

// field is one key of a mapping.
type field struct {
	key      string
	index    []int
	required bool
	closed   []string // allowed words, when they are a closed list
}

// shape is the keys of a struct, in the order of its declaration.
type shape []field

func (s shape) named(key string) (field, bool) {
	for _, f := range s {
		if f.key == key {
			return f, true
		}
	}
	return field{}, false
}

func (s shape) keys() []string {
	keys := make([]string, len(s))
	for i, f := range s {
		keys[i] = f.key
	}
	return keys
}

// shapes are the shapes of all structs that records are made of.
type shapes map[reflect.Type]shape

func newShapes() shapes {
	s := shapes{}
	lists := record.ClosedLists()
	for _, k := range record.Kinds() {
		s.learn(typeOf(k), lists)
	}
	return s
}

var (
	textType      = reflect.TypeFor[lang.Text]()
	unmarshalType = reflect.TypeFor[encoding.TextUnmarshaler]()
)

// isWord says that a type is written as one scalar that it reads itself.
func isWord(t reflect.Type) bool { return reflect.PointerTo(t).Implements(unmarshalType) }

func (s shapes) learn(t reflect.Type, lists map[string][]string) {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if _, known := s[t]; known || t.Kind() != reflect.Struct || t == textType || isWord(t) {
		return
	}
	s[t] = nil // against endless descent
	var own shape
	for i := range t.NumField() {
		f := t.Field(i)
		key, options, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		switch {
		case key == "-":
		case strings.Contains(options, "inline"):
			s.learn(f.Type, lists)
			for _, inner := range s[f.Type] {
				inner.index = append([]int{i}, inner.index...)
				own = append(own, inner)
			}
		default:
			s.learn(f.Type, lists)
			own = append(own, field{
				key: key, index: []int{i},
				required: !strings.Contains(options, "omitempty"),
				closed:   closedList(t, f, key, lists),
			})
		}
	}
	s[t] = own
}

func closedList(owner reflect.Type, f reflect.StructField, key string, lists map[string][]string) []string {
	word := f.Type
	for word.Kind() == reflect.Pointer || word.Kind() == reflect.Slice {
		word = word.Elem()
	}
	if list, ok := lists[word.String()]; ok {
		return list
	}
	return lists[owner.String()+"."+key]
}
