package quantity_test

import (
	"testing"

	"vigie/internal/value/quantity"
)

func TestARoundedNumberKeepsTheDecimalsAskedFor(t *testing.T) {
	for _, tc := range []struct {
		name, in string
		places   int
		want     string
	}{
		{"decimals beyond the ones asked for go", "44.318", 1, "44.3"},
		{"no decimal is left when none is asked for", "15.68", 0, "16"},
		{"a negative number of places rounds to hundred thousands", "20058139.53", -5, "20100000"},
		{"a number already round stays as it is", "51750000", -4, "51750000"},
		{"a number below half of the unit rounds to zero", "49", -2, "0"},
		{"a negative amount rounds like a positive one", "-80449999", -5, "-80400000"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got, err := quantity.Round(quantity.MustValue(tc.in).Low, tc.places)
			if err != nil {
				t.Fatal(err)
			}
			if want := quantity.MustValue(tc.want).Low; got.Cmp(want) != 0 {
				t.Errorf("Round(%s, %d) = %s, want %s", tc.in, tc.places, got, want)
			}
		})
	}
}
