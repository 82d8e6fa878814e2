package corpus

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
	"golang.org/x/text/unicode/norm"

	"vigie/internal/record"
	"vigie/internal/record/shape"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// text reads what readers see: one text per language, or a bare one: a proper name,
// or any text of a site in one language.
func (d *decoding) text(n *yaml.Node, t *lang.Text, path string) {
	if n.Kind == yaml.ScalarNode {
		d.word(n, path, func(s string) error { *t = lang.Name(s); return nil })
		return
	}
	if n.Kind != yaml.MappingNode {
		d.report(placeOf(n), RuleType, fmt.Sprintf("%s wants a text, not %s", called(path), describe(n)),
			`write {fr: …, en: …}`)
		return
	}
	d.pairs(n, path, d.mayBeWritten().Strings(), func(key string, value *yaml.Node) {
		d.word(value, join(path, key), func(s string) error { t.Set(lang.Lang(key), s); return nil })
	})
	for _, l := range d.languages {
		if !has(n, string(l)) {
			d.report(d.owner(n, path), RuleLanguages, fmt.Sprintf("%s is not written in %s", called(path), languageName(l)),
				fmt.Sprintf("add %s: … to the mapping: the site has this language", l))
		}
	}
	*t = t.Filled(d.languages)
}

// mayBeWritten lists the languages in which a text may stand: those of the site, and
// French and English, which the program composes in, where the site has them or not.
func (d *decoding) mayBeWritten() lang.Languages {
	return slices.Concat(lang.Composed(), d.languages.Beyond())
}

func languageName(l lang.Lang) string {
	switch l {
	case lang.FR:
		return "French"
	case lang.EN:
		return "English"
	}
	return fmt.Sprintf("%q", string(l))
}

// word reads one scalar, as the very characters that were written, in one Unicode form:
// an editor that parts letters from their accents changes nothing.
func (d *decoding) word(n *yaml.Node, path string, set func(string) error) {
	s := norm.NFC.String(strings.TrimSpace(n.Value))
	switch {
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		d.report(placeOf(n), RuleFile, "anchors (&name) and aliases (*name) are not used here", "write the value again")
	case n.Kind != yaml.ScalarNode:
		hint := ""
		if n.Kind == yaml.MappingNode &&
			slices.ContainsFunc(d.languages, func(l lang.Lang) bool { return has(n, string(l)) }) {
			hint = "write it once, as it is published: it is not translated"
		}
		d.report(placeOf(n), RuleType, fmt.Sprintf("%s wants one value, not %s", called(path), describe(n)), hint)
	case s == "" || n.ShortTag() == "!!null":
		d.empty(n, path)
	case hasHidden(n.Value):
		_, name := lang.Hidden(n.Value)
		d.report(placeOf(n), RuleFile, fmt.Sprintf("%s holds the character %s, which nobody sees", called(path), name),
			hiddenHint)
	default:
		if err := set(s); err != nil {
			rule, hint := RuleType, ""
			if wrong, ok := err.(notInList); ok {
				rule, hint = RuleClosed, wrong.hint()
			}
			d.report(placeOf(n), rule, fmt.Sprintf("%s: %v", called(path), err), hint)
		}
	}
}

func hasHidden(text string) bool {
	at, _ := lang.Hidden(text)
	return at >= 0
}

func (d *decoding) empty(n *yaml.Node, path string) {
	d.report(placeOf(n), RuleType, called(path)+" has no value",
		"leave the key out, or say why it is unknown where the format has a key for it")
}

// notInList is a word that is not in its closed list.
type notInList struct {
	word string
	of   shape.Field
}

func (e notInList) Error() string { return fmt.Sprintf("%q is not in the list", e.word) }
func (e notInList) hint() string {
	all := "one of " + strings.Join(e.of.Closed, ", ")
	if e.of.List != "" {
		all = "the words of data/" + string(record.Vocabularies) + "/" + string(e.of.List) + ".yaml are " +
			strings.Join(e.of.Closed, ", ")
	}
	if near, ok := problem.Nearest(e.word, e.of.Closed); ok {
		return fmt.Sprintf("did you mean %s? (%s)", near, all)
	}
	return all
}

func setWord(v reflect.Value, s string, of shape.Field) error {
	switch v.Kind() {
	case reflect.Bool:
		if s != "true" && s != "false" {
			return fmt.Errorf("%q is neither true nor false", s)
		}
		v.SetBool(s == "true")
	case reflect.Int:
		n, err := strconv.Atoi(s)
		if err != nil {
			return fmt.Errorf("%q is not a whole number", s)
		}
		v.SetInt(int64(n))
	default:
		if of.Closed != nil && !slices.Contains(of.Closed, s) {
			return notInList{s, of}
		}
		v.SetString(s)
	}
	return nil
}
