package formula_test

import (
	"testing"

	"github.com/govalues/decimal"

	"vigie/internal/value/formula"
)

func TestAFormulaIsComputedOnExactDecimals(t *testing.T) {
	values := map[string]decimal.Decimal{
		"a": decimal.MustParse("34.5"), "g": decimal.MustParse("72"), "b1": decimal.MustParse("0.1"),
	}
	for _, tc := range []struct{ name, src, want string }{
		{"products bind tighter than sums", "1 + 2 * 3", "7"},
		{"parentheses come first", "(1 + 2) * 3", "9"},
		{"subtraction goes from left to right", "10 - 3 - 2", "5"},
		{"a minus sign stands before a factor", "-b1 + 1", "0.9"},
		{"tenths add up without a float's dust", "b1 + b1 + b1", "0.3"},
		{"names and numbers mix", "a / (1 + g / 100)", "20.05813953488372093"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			e, err := formula.Parse(tc.src)
			if err != nil {
				t.Fatal(err)
			}
			got, err := e.Eval(values)
			if err != nil {
				t.Fatal(err)
			}
			if got.Cmp(decimal.MustParse(tc.want)) != 0 {
				t.Errorf("%s = %s, want %s", tc.src, got, tc.want)
			}
		})
	}
}

func TestAFormulaThatCannotBeReadSaysWhere(t *testing.T) {
	for _, tc := range []struct{ name, src, want string }{
		{"an operand is missing", "a +", `formula "a +": it ends where a number or a name was wanted`},
		{"a parenthesis stays open", "(a", `formula "(a": it ends where a closing parenthesis was wanted`},
		{"two names follow each other", "a b", `formula "a b": 'b' at character 3, where an operator was wanted`},
		{"nothing is written", "", `formula "": it ends where a number or a name was wanted`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if _, err := formula.Parse(tc.src); err == nil || err.Error() != tc.want {
				t.Errorf("got %v, want %s", err, tc.want)
			}
		})
	}
}

func TestAFormulaDividedByZeroIsAnError(t *testing.T) {
	e, err := formula.Parse("1 / (a - a)")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := e.Eval(map[string]decimal.Decimal{"a": decimal.One}); err == nil {
		t.Error("no error")
	}
}

func TestSubstitutionShowsTheValuesInPlaceOfTheNames(t *testing.T) {
	e, err := formula.Parse("(a - b1) / a * 100")
	if err != nil {
		t.Fatal(err)
	}
	got := e.Substitute(func(n string) string { return "<" + n + ">" })
	if want := "(<a> - <b1>) / <a> * 100"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
