package corpus

import (
	"encoding"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"vigie/internal/record/shape"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// decoding turns the tree of one file into a record and keeps where each value
// stands.
type decoding struct {
	file      string
	shapes    shape.Set
	former    func(key string) bool // was a key of such a record in an older format
	languages lang.Languages        // those in which a text must be written
	end       problem.Place         // just after the last character
	spots     []spot
	problems  problem.List
}

func (d *decoding) report(at problem.Place, rule, message, hint string) {
	if d.end.Line > 0 && at.Line > d.end.Line {
		at = d.end // the library places what is missing after the last line
	}
	at.File = d.file
	d.problems = append(d.problems,
		problem.Problem{Place: at, Severity: problem.Error, Rule: rule, Message: message, Hint: hint})
}

// decode reads a node into a value; path is where it stands in the record, and of the
// key that it is the value of, lists passed over: it bears the allowed words.
func (d *decoding) decode(n *yaml.Node, v reflect.Value, path string, of shape.Field) {
	if n.Kind == yaml.AliasNode || n.Anchor != "" {
		d.report(placeOf(n), RuleFile, "anchors (&name) and aliases (*name) are not used here", "write the value again")
		return
	}
	if v.Kind() == reflect.Pointer {
		if n.ShortTag() == "!!null" {
			d.empty(n, path)
			return
		}
		v.Set(reflect.New(v.Type().Elem()))
		v = v.Elem()
	}
	switch {
	case shape.IsText(v.Type()):
		d.text(n, v.Addr().Interface().(*lang.Text), path)
	case shape.IsWord(v.Type()):
		d.word(n, path,
			func(s string) error { return v.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(s)) })
	case v.Kind() == reflect.Struct:
		d.mapping(n, v, path)
	case v.Kind() == reflect.Slice:
		d.sequence(n, v, path, of)
	default:
		d.word(n, path, func(s string) error { return setWord(v, s, of) })
	}
}

func (d *decoding) mapping(n *yaml.Node, v reflect.Value, path string) {
	keys := d.shapes[v.Type()]
	if n.Kind != yaml.MappingNode {
		d.report(placeOf(n), RuleType, fmt.Sprintf("%s wants keys, not %s", called(path), describe(n)),
			"its keys are "+strings.Join(keys.Keys(), ", "))
		return
	}
	d.pairs(n, path, keys.Keys(), func(key string, value *yaml.Node) {
		f, _ := keys.Named(key)
		d.decode(value, v.FieldByIndex(f.Index), join(path, key), f)
	})
	for _, f := range keys {
		if f.Required && !has(n, f.Key) {
			hint := ""
			if f.Closed != nil {
				hint = "one of " + strings.Join(f.Closed, ", ")
			}
			d.report(d.owner(n, path), RuleMissing, fmt.Sprintf("%s lacks the key %q", called(path), f.Key), hint)
		}
	}
}

// pairs calls found for each known key of a mapping, once, and reports others.
func (d *decoding) pairs(n *yaml.Node, path string, known []string, found func(key string, value *yaml.Node)) {
	seen := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if line, twice := seen[key.Value]; twice {
			d.report(placeOf(key), RuleDuplicate, fmt.Sprintf("the key %q was already given in line %d", key.Value, line),
				"keep one of the two")
			continue
		}
		seen[key.Value] = key.Line
		if !slices.Contains(known, key.Value) {
			hint := "known keys: " + strings.Join(known, ", ")
			if path == "" && d.former != nil && d.former(key.Value) {
				hint = "it is a key of an older format: run vigie fmt --upgrade"
			} else if near, ok := problem.Nearest(key.Value, known); ok {
				hint = fmt.Sprintf("did you mean %s?", near)
			} else if n.Style&yaml.FlowStyle != 0 && value.ShortTag() == "!!null" {
				hint = "between { }, a comma starts a new key: write 44.5 and not 44,5, and texts with a comma between quotes"
			}
			d.report(placeOf(key), RuleUnknown, fmt.Sprintf("%s has no key %q", called(path), key.Value), hint)
			continue
		}
		d.remember(join(path, key.Value), key, value)
		found(key.Value, value)
	}
}

func (d *decoding) sequence(n *yaml.Node, v reflect.Value, path string, of shape.Field) {
	if n.Kind != yaml.SequenceNode {
		d.report(placeOf(n), RuleType, fmt.Sprintf("%s wants a list, not %s", called(path), describe(n)),
			"start each item with « - »")
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content)))
	for i, item := range n.Content {
		at := join(path, strconv.Itoa(i))
		d.remember(at, item, item)
		d.decode(item, v.Index(i), at, of)
	}
}

func describe(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "a mapping of keys"
	case yaml.SequenceNode:
		return "a list"
	}
	if n.ShortTag() == "!!null" {
		return "nothing"
	}
	value := n.Value
	if utf8.RuneCountInString(value) > 40 {
		value = string([]rune(value)[:40]) + "…"
	}
	return strconv.Quote(value)
}

func has(n *yaml.Node, key string) bool {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return true
		}
	}
	return false
}

// called is how messages name a place of a record.
func called(path string) string {
	if path == "" {
		return "the record"
	}
	return path
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "/" + key
}
