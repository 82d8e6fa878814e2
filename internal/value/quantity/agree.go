package quantity

import "github.com/govalues/decimal"

var hundred = decimal.MustNew(100, 0)

// Agrees says whether two values can both hold: their ranges meet once widened
// by a relative tolerance in percent; "over 50" agrees with 51.6.
func (v Value) Agrees(w Value, tolerance Decimal) bool {
	if v.opens(w) || w.opens(v) {
		return true
	}
	slack, err := v.High.Abs().Max(w.High.Abs()).Mul(tolerance)
	if err != nil {
		return false
	}
	if slack, err = slack.Quo(hundred); err != nil {
		return false
	}
	gap, err := v.Low.Max(w.Low).Sub(v.High.Min(w.High))
	return err == nil && gap.Cmp(slack) <= 0
}

// opens says that v is a bound and that w lies on its open side.
func (v Value) opens(w Value) bool {
	switch v.Sense {
	case Over, AtLeast:
		return w.High.Cmp(v.Low) >= 0
	case AtMost:
		return w.Low.Cmp(v.High) <= 0
	}
	return false
}
