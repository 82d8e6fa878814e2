package tabular_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"vigie/internal/value/tabular"
)

func TestATallyListsHundredsOfNamesAndCountsTheRest(t *testing.T) {
	var left tabular.Tally
	for i := range 100_000 {
		left.Add(fmt.Sprintf("name %d", i), "x")
	}
	left.Add("name 3", "y")
	left.Add(strings.Repeat("é", 10_000), "")
	sum, others := 0, 0
	for _, l := range left.List() {
		sum += l.Count
		if l.What == tabular.Others {
			others = l.Count
		}
		if len(l.What) > 400 {
			t.Errorf("a name of %d bytes is listed", len(l.What))
		}
	}
	if len(left.List()) != 501 || sum != 100_002 || others != 99_501 {
		t.Errorf("%d names, %d in all, %d others", len(left.List()), sum, others)
	}
}

func TestAnElementWithoutEndIsRefused(t *testing.T) {
	for name, element := range map[string]string{"many members": `"a%d":1,`, "a long text": "aaaaaaaaaaaa%d"} {
		var b strings.Builder
		b.WriteString(`[{"x":"`)
		if name == "many members" {
			b.WriteString(`",`)
		}
		for i := range 400_000 {
			fmt.Fprintf(&b, element, i)
		}
		err := tabular.Each(io.MultiReader(strings.NewReader(`[{"a":1},`), strings.NewReader(b.String()[1:])), func(int, map[string]json.RawMessage) error { return nil })
		if !errors.Is(err, tabular.ErrTooLong) {
			t.Errorf("%s: %v", name, err)
		}
	}
	n := 0
	if err := tabular.Each(strings.NewReader("["+strings.Repeat(`{"a":"`+strings.Repeat("x", 100)+`"},`, 50_000)+"{}]"), func(int, map[string]json.RawMessage) error {
		n++
		return nil
	}); err != nil || n != 50_001 {
		t.Errorf("many elements are no long element: %d, %v", n, err)
	}
}
