package edition

import (
	"encoding"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/record/shape"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// layout lays out records, block by block, into things.
type layout struct {
	shapes shape.Set
	out    map[string]*thing
	inside map[part][]string // the claims of each part
}

// part is a block of keys of a record.
type part struct {
	of  record.Ref
	key string
}

// block lays out the keys of a mapping.
func (l layout) block(t *thing, v reflect.Value, key, path string) {
	for _, f := range l.shapes[v.Type()] {
		name := f.Owner.String() + "." + f.Key
		if slices.Contains(leftOut, name) {
			continue
		}
		l.value(t, v.FieldByIndex(f.Index), join(key, f.Key), join(path, f.Key), name)
	}
}

func (l layout) value(t *thing, v reflect.Value, key, path, name string) {
	switch {
	case v.Kind() == reflect.Pointer:
		if v.IsNil() {
			return
		}
		switch w := v.Interface().(type) {
		case *record.Withdrawal:
			t.back = &taken{w.On, w.Reason}
		case *record.Retraction:
			t.back = &taken{w.On, w.Reason}
		default:
			if v.Elem().Kind() == reflect.Struct && !shape.IsText(v.Type().Elem()) && !shape.IsWord(v.Type().Elem()) {
				l.part(t, v.Elem(), key, path)
				return
			}
			l.value(t, v.Elem(), key, path, name)
		}
	case shape.IsText(v.Type()):
		if text := v.Interface().(lang.Text); !text.IsZero() {
			t.leaves = append(t.leaves, leaf{key: key, path: path, sort: worded, exact: text.FR + "\n" + text.EN, text: text})
		}
	case v.Type() == reflect.TypeFor[[]record.Claim]():
		for i := range v.Len() {
			l.claim(t, v.Index(i), strings.TrimSuffix(strings.TrimSuffix(key, "claims"), "/"), join(path, strconv.Itoa(i)))
		}
	case v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Struct && !shape.IsWord(v.Type().Elem()) &&
		!shape.IsText(v.Type().Elem()):
		seen := map[string]int{}
		for i := range v.Len() {
			called := l.identity(v.Index(i), i)
			if seen[called]++; seen[called] > 1 {
				called += "#" + strconv.Itoa(seen[called])
			}
			l.part(t, v.Index(i), join(key, called), join(path, strconv.Itoa(i)))
		}
	case v.Kind() == reflect.Struct && !shape.IsWord(v.Type()):
		l.block(t, v, key, path)
	default:
		t.add(leaf{key: key, path: path, sort: sortOf(name)}, v)
	}
}

// part lays out a block of keys that may be there or not, under its summary.
func (l layout) part(t *thing, v reflect.Value, key, path string) {
	from := len(t.leaves)
	before := len(l.out)
	l.block(t, v, key, path)
	var says []string
	for _, inner := range t.leaves[from:] {
		if inner.sort == valued {
			says = append(says, strings.TrimPrefix(inner.key, key+"/")+": "+inner.exact)
		}
	}
	if len(l.out) > before {
		says = append(says, "claims: "+strings.Join(slices.Sorted(slices.Values(l.inside[part{t.record, key}])), ", "))
	}
	t.parts = append(t.parts, leaf{key: key, path: path, exact: strings.Join(says, "; ")})
}

func (l layout) claim(owner *thing, v reflect.Value, inside, path string) {
	id := v.FieldByName("ID").String()
	t := &thing{target: claims + "/" + id, record: owner.record, claim: id, inside: inside, path: path}
	l.block(t, v, "", path)
	t.leaves = slices.DeleteFunc(t.leaves, func(one leaf) bool { return one.key == "id" })
	in := join(owner.record.String(), inside)
	t.leaves = append(t.leaves, leaf{key: "in", path: path, exact: in, text: lang.Text{FR: in, EN: in}})
	if at := (part{owner.record, inside}); l.out[t.target] == nil {
		l.inside[at] = append(l.inside[at], id)
	}
	l.out[t.target] = t
}

// identity names an item of a list by what it is.
func (l layout) identity(v reflect.Value, i int) string {
	for _, key := range []string{"period", "claims", "name", "source", "on", "target", "id", "scheme"} {
		f, ok := l.shapes[v.Type()].Named(key)
		if !ok {
			continue
		}
		switch one := v.FieldByIndex(f.Index).Interface().(type) {
		case *cal.Period:
			if one == nil {
				return figure.Slug(cal.Period{})
			}
			return figure.Slug(*one)
		case cal.Period:
			return figure.Slug(one)
		case []record.Claim:
			if len(one) > 0 {
				return one[0].ID
			}
		case string:
			if one != "" {
				return one
			}
		case record.Scheme:
			return string(one)
		case cal.Date:
			return one.String()
		case cal.Day:
			return one.String()
		}
	}
	return strconv.Itoa(i)
}

// add keeps a word, a number or a list of them; nothing when it is not there.
func (t *thing) add(one leaf, v reflect.Value) {
	if v.Kind() == reflect.Slice {
		for i := range v.Len() {
			one.items = append(one.items, exact(v.Index(i)))
		}
		slices.Sort(one.items)
		one.exact = strings.Join(one.items, ", ")
	} else if one.exact = exact(v); one.exact == "false" || one.exact == "0" && v.Kind() == reflect.Int {
		one.exact = ""
	}
	if one.exact == "" {
		return
	}
	one.text = lang.Text{FR: one.exact, EN: one.exact}
	switch held := v.Interface().(type) {
	case cal.Day:
		one.text = lang.Text{FR: held.Text(lang.FR), EN: held.Text(lang.EN)}
	case cal.Date:
		one.text = lang.Text{FR: held.Text(lang.FR), EN: held.Text(lang.EN)}
	case cal.Period:
		one.text = lang.Text{FR: held.Text(lang.FR), EN: held.Text(lang.EN)}
	}
	t.leaves = append(t.leaves, one)
}

func exact(v reflect.Value) string {
	if m, ok := v.Interface().(encoding.TextMarshaler); ok {
		if text, err := m.MarshalText(); err == nil {
			return string(text)
		}
	}
	return fmt.Sprint(v.Interface())
}

func sortOf(name string) sort {
	switch {
	case slices.Contains(wordKeys, name):
		return worded
	case slices.Contains(readingKeys, name):
		return reading
	}
	return valued
}

func join(path, key string) string {
	switch {
	case path == "":
		return key
	case key == "":
		return path
	}
	return path + "/" + key
}
