package formula_test

import (
	"slices"
	"testing"

	"github.com/govalues/decimal"

	"vigie/internal/value/formula"
)

func FuzzAFormulaIsReadOrRefused(f *testing.F) {
	for _, seed := range []string{"a", "a + b*2", "-(a-1.5)/b", "a/0", "((a))", "1", "a_b-c", "0.0000000001*a*a*a", "9999999999999999999*9999999999999999999"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		e, err := formula.Parse(text)
		if err != nil {
			return
		}
		same, err := formula.Parse(e.Substitute(func(name string) string { return name }))
		if err != nil || !slices.Equal(same.Names(), e.Names()) {
			t.Errorf("%q, written again: %v", text, err)
		}
		values := map[string]decimal.Decimal{}
		for i, name := range e.Names() {
			values[name] = decimal.MustNew(int64(i+2), 0)
		}
		first, err1 := e.Eval(values)
		second, err2 := e.Eval(values)
		if (err1 == nil) != (err2 == nil) || err1 == nil && first.Cmp(second) != 0 {
			t.Errorf("%q gives %v, %v, then %v, %v", text, first, err1, second, err2)
		}
	})
}
