package quantity_test

import (
	"testing"

	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

func TestLettersOfASymbolStandApartFromTheNumber(t *testing.T) {
	for symbol, want := range map[string]string{"€": "€34,000", "ORC": "ORC" + lang.NBSP + "34,000", "US$": "US$34,000"} {
		u := quantity.Unit{ID: "made-up", Kind: quantity.Money, Symbol: symbol}
		if got := quantity.Int(34000).Text(lang.EN, u); got != want {
			t.Errorf("%s: %q, want %q", symbol, got, want)
		}
	}
}
