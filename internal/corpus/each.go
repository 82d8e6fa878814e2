package corpus

import (
	"reflect"
	"strconv"
	"strings"

	"vigie/internal/record"
	"vigie/internal/record/shape"
)

// Each visits every value of one type in all records, with the record that owns
// it and its path there, in the order of kinds, identifiers and keys:
//
//	corpus.Each(c, func(owner record.Ref, path string, v *quantity.Value) { … })
func Each[T any](c *Corpus, visit func(owner record.Ref, path string, v *T)) {
	w := walk{shapes: shape.All(), leads: map[reflect.Type]bool{},
		want: func(t reflect.Type) bool { return t == reflect.TypeFor[T]() }}
	w.found = func(v reflect.Value) { visit(w.owner, w.at(), v.Addr().Interface().(*T)) }
	w.all(c)
}

// EachClaim visits every claim that a record makes.
func (c *Corpus) EachClaim(visit func(owner record.Ref, path string, claim *record.Claim)) {
	Each(c, visit)
}

// EachReference visits every identifier of another record or claim, with the
// kind that it names.
func (c *Corpus) EachReference(visit func(owner record.Ref, path string, names record.Ref)) {
	w := walk{shapes: shape.All(), want: func(t reflect.Type) bool { return t == reflect.TypeFor[string]() },
		leads: map[reflect.Type]bool{}}
	w.found = func(v reflect.Value) {
		kind := w.field.Refers
		if w.field.Owner == reflect.TypeFor[record.Withdrawal]() && w.field.Key == "replaced_by" {
			kind = w.owner.Kind
		}
		if kind != "" && v.String() != "" {
			visit(w.owner, w.at(), record.Ref{Kind: kind, ID: v.String()})
		}
	}
	w.all(c)
}

// EachWord visits every word that is of a vocabulary, with its list.
func (c *Corpus) EachWord(visit func(owner record.Ref, path string, list record.List, word string)) {
	w := walk{shapes: shape.All(), want: func(t reflect.Type) bool { return t.Kind() == reflect.String },
		leads: map[reflect.Type]bool{}}
	w.found = func(v reflect.Value) {
		if w.field.List != "" && v.String() != "" {
			visit(w.owner, w.at(), w.field.List, v.String())
		}
	}
	w.all(c)
}

// walk goes down records, key by key, to the values of some types.
type walk struct {
	shapes shape.Set
	want   func(reflect.Type) bool
	leads  map[reflect.Type]bool // whether a type holds what is wanted
	found  func(reflect.Value)

	owner record.Ref
	path  []string
	field shape.Field // that holds the value, lists passed over
}

func (w *walk) at() string { return strings.Join(w.path, "/") }

func (w *walk) all(c *Corpus) {
	for _, k := range record.Kinds() {
		shelf := c.shelf(k)
		for i := range shelf.Len() {
			one := shelf.Index(i)
			w.owner = record.Ref{Kind: k, ID: identity(one)}
			w.down(one)
		}
	}
	for i := range c.Corrections {
		w.owner = c.Corrections[i].Ref()
		w.down(reflect.ValueOf(&c.Corrections[i]).Elem())
	}
}

func (w *walk) down(v reflect.Value) {
	t := v.Type()
	if w.want(t) {
		w.found(v)
		return
	}
	if !w.holds(t) {
		return
	}
	switch t.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			w.down(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			w.path = append(w.path, strconv.Itoa(i))
			w.down(v.Index(i))
			w.path = w.path[:len(w.path)-1]
		}
	case reflect.Struct:
		for _, f := range w.shapes[t] {
			w.path, w.field = append(w.path, f.Key), f
			w.down(v.FieldByIndex(f.Index))
			w.path = w.path[:len(w.path)-1]
		}
	}
}

// holds says whether values of a type can hold what is wanted.
func (w *walk) holds(t reflect.Type) bool {
	t = shape.Bare(t)
	if w.want(t) {
		return true
	}
	known, ok := w.leads[t]
	if ok {
		return known
	}
	for _, f := range w.shapes[t] {
		if w.holds(f.Type) {
			known = true
		}
	}
	w.leads[t] = known
	return known
}
