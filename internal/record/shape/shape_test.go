package shape_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"vigie/internal/record"
	"vigie/internal/record/shape"
)

func TestEveryKindHasItsType(t *testing.T) {
	all := shape.All()
	for _, k := range record.Kinds() {
		if one := shape.Of(k); one == nil || len(all[one]) == 0 {
			t.Errorf("%s has no type, or one without keys", k)
		}
	}
}

func TestKeysStandInTheOrderOfTheirDeclaration(t *testing.T) {
	site := record.WordsOf([]record.Vocabulary{{Head: record.Head{ID: "service-models"}, Words: []record.Word{{ID: "hull"}, {ID: "deck"}}}})
	offer := shape.Under(site)[reflect.TypeFor[record.Offer]()]
	if got := strings.Join(offer.Keys()[:5], " "); got != "withdrawn name provider operator tier" {
		t.Errorf("got %s", got)
	}
	name, _ := offer.Named("name")
	models, _ := offer.Named("models")
	provider, _ := offer.Named("provider")
	if !name.Required || models.Required || !slices.Equal(models.Closed, []string{"hull", "deck"}) || provider.Refers != record.Providers {
		t.Errorf("got %+v, %+v, %+v", name, models, provider)
	}
}

// A slip in the name of a type or a key would switch a closed list or a
// reference off without a sound.
func TestEveryClosedListAndReferenceIsThatOfAKey(t *testing.T) {
	keys, types := map[string]bool{}, map[string]bool{}
	for owner, fields := range shape.All() {
		for _, f := range fields {
			keys[f.Owner.String()+"."+f.Key] = true
			types[shape.Bare(f.Type).String()] = true
			if f.Key == "" || strings.Contains(f.Key, " ") {
				t.Errorf("%s has a key %q", owner, f.Key)
			}
		}
	}
	for name := range record.ClosedLists() {
		if !keys[name] && !types[name] {
			t.Errorf("the closed list %q is that of no key and no type", name)
		}
	}
	for name := range record.WorldLists() {
		if !keys[name] && !types[name] {
			t.Errorf("the vocabulary of %q is that of no key and no type", name)
		}
	}
	for name := range record.References() {
		if !keys[name] {
			t.Errorf("the reference %q is that of no key", name)
		}
	}
}

// Words that stand for a type of their own are a closed list: a new type of
// words without one would let anything pass.
func TestEveryTypeOfWordsHasAClosedList(t *testing.T) {
	for _, fields := range shape.All() {
		for _, f := range fields {
			if one := shape.Bare(f.Type); one.Kind() == reflect.String && one != reflect.TypeFor[string]() && f.Closed == nil && f.List == "" {
				t.Errorf("%s.%s is of the type %s, which has no closed list", f.Owner, f.Key, one)
			}
		}
	}
}
