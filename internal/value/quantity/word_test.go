package quantity_test

import (
	"testing"

	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

func TestNothingAndOneAreWordsWherePeopleHaveSome(t *testing.T) {
	ahead := quantity.Unit{ID: "day", Kind: quantity.Duration, One: lang.Text{FR: "jour", EN: "day"}, Many: lang.Text{FR: "jours", EN: "days"},
		Zero: lang.Text{FR: "aujourd’hui", EN: "today"}, Alone: lang.Text{FR: "demain", EN: "tomorrow"}}
	plain := ahead
	plain.Zero, plain.Alone = lang.Text{}, lang.Text{}
	for _, one := range []struct {
		unit   quantity.Unit
		value  string
		fr, en string
	}{
		{ahead, "0", "aujourd’hui", "today"},
		{ahead, "1", "demain", "tomorrow"},
		{ahead, "2", "2\u00a0jours", "2\u00a0days"},
		{ahead, "-1", "−1\u00a0jour", "−1\u00a0day"},
		{ahead, "0 to 1", "0 à 1\u00a0jour", "0 to 1\u00a0day"},
		{ahead, "over 1", "plus de 1\u00a0jour", "over 1\u00a0day"},
		{plain, "0", "0\u00a0jour", "0\u00a0days"},
		{plain, "1", "1\u00a0jour", "1\u00a0day"},
	} {
		v, err := quantity.ParseValue(one.value)
		if err != nil {
			t.Fatal(one.value, err)
		}
		if fr, en := v.Text(lang.FR, one.unit), v.Text(lang.EN, one.unit); fr != one.fr || en != one.en {
			t.Errorf("%s: %q, %q", one.value, fr, en)
		}
	}
}
