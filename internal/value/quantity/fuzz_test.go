package quantity_test

import (
	"strings"
	"testing"

	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

func FuzzANumberIsWrittenAsItIsRead(f *testing.F) {
	for _, seed := range []string{"0", "51.6 M", "44..51.6 M", "> 100", "~ 3 bn", "-1.50", "1e3", "12 500", "980 k", "0.000001", "9999999999999999999", "< 5 %", "1..2", "2..1"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		v, err := quantity.ParseValue(text)
		if err != nil {
			if len(err.Error()) > 4*len(text)+1_000 {
				t.Errorf("%d bytes of message for %d", len(err.Error()), len(text))
			}
			return
		}
		again, err := quantity.ParseValue(v.String())
		if err != nil || !again.Equal(v) || again.String() != v.String() {
			t.Errorf("%q is written %q, which is read as %q, %v", text, v, again, err)
		}
		if v.Low.Cmp(v.High) > 0 {
			t.Errorf("%q goes from %v down to %v", text, v.Low, v.High)
		}
		for _, l := range lang.Composed() {
			if words := v.Text(l, quantity.Unit{}); strings.TrimSpace(words) == "" {
				t.Errorf("%q has no words", text)
			}
		}
		if !v.Agrees(v, quantity.Int(0).Low) {
			t.Errorf("%q does not agree with itself", text)
		}
	})
}
