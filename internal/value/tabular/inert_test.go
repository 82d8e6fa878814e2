package tabular_test

import (
	"testing"

	"vigie/internal/value/tabular"
)

func TestWordsAreNoFormula(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "Nubo": "Nubo", "3-1": "3-1", "É=": "É=", "'x": "'x",
		"=1+1": "'=1+1", "+33": "'+33", "-": "'-", "@SUM(A1)": "'@SUM(A1)", "\t=1": "'\t=1", "\r=1": "'\r=1", "\n=1": "'\n=1", "＝1": "'＝1", "－1": "'－1",
	} {
		if got := tabular.Inert(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}
