package record_test

import (
	"testing"

	"vigie/internal/record"
)

func TestTheLastDigitChecksTheOthers(t *testing.T) {
	for digits, want := range map[string]bool{
		"79927398713": true, "123456782": true, "000": true, "18": true, "34": true,
		"79927398710": false, "123456789": false, "123456872": false, "81": false, "": false, "12345678X": false, "-18": false,
	} {
		if got := record.Luhn(digits); got != want {
			t.Errorf("%q: %v, want %v", digits, got, want)
		}
	}
}
