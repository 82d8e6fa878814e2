// Package quantity holds exact numbers with their unit and their accounting
// basis. No float is used for anything that is published.
//
// A Value is written in YAML as a short phrase, in the unit of its series:
//
//	51.6 M            exactly 51,600,000
//	2 bn to 6 bn      a range that the source itself gives
//	about 12          an approximation of the source ("environ")
//	over 100          strictly more ("plus de")
//	at least 15       that or more ("au moins")
//	at most 180 k     that or less ("au plus", "jusqu'à")
//
// The scales are k (thousand), M (million) and bn (thousand million).
package quantity

import (
	"fmt"
	"strings"

	"github.com/govalues/decimal"
)

// Decimal is an exact decimal number of at most nineteen digits.
type Decimal = decimal.Decimal

// Sense is how a source qualifies a number.
type Sense string

// The senses that a source can give to a number.
const (
	Exact   Sense = ""
	About   Sense = "about"
	Over    Sense = "over"
	AtLeast Sense = "at least"
	AtMost  Sense = "at most"
)

// Value is one number or a range of numbers as a source gives it.
type Value struct {
	Low, High Decimal // equal for one number
	Sense     Sense
}

// Of makes a value of one exact number.
func Of(d Decimal) Value { return Value{Low: d, High: d} }

// Int makes a value of a whole number.
func Int(n int) Value { return Of(decimal.MustNew(int64(n), 0)) }

// Span makes a range; its ends may come in any order.
func Span(a, b Decimal) Value {
	if b.Cmp(a) < 0 {
		a, b = b, a
	}
	return Value{Low: a, High: b}
}

// IsRange says that the value has two different ends.
func (v Value) IsRange() bool { return v.Low.Cmp(v.High) != 0 }

// Equal compares numbers and sense; 1.50 equals 1.5.
func (v Value) Equal(w Value) bool {
	return v.Low.Cmp(w.Low) == 0 && v.High.Cmp(w.High) == 0 && v.Sense == w.Sense
}

var scales = []struct {
	suffix string
	zeros  int
}{{"bn", 9}, {"M", 6}, {"k", 3}}

var senses = []Sense{AtLeast, AtMost, About, Over}

// ParseValue reads the written form described at the top of the package.
func ParseValue(s string) (Value, error) {
	rest := strings.TrimSpace(s)
	var v Value
	for _, sense := range senses {
		if tail, ok := strings.CutPrefix(rest, string(sense)+" "); ok {
			v.Sense, rest = sense, tail
			break
		}
	}
	low, high, isRange := strings.Cut(rest, " to ")
	var err error
	if v.Low, err = parseScaled(low); err != nil {
		return Value{}, fmt.Errorf("%q is not a value: %w", s, err)
	}
	v.High = v.Low
	if isRange {
		if v.High, err = parseScaled(high); err != nil {
			return Value{}, fmt.Errorf("%q is not a value: %w", s, err)
		}
		if v.High.Cmp(v.Low) < 0 {
			return Value{}, fmt.Errorf("%q is not a range: its end is below its start", s)
		}
	}
	return v, nil
}

// MustValue is ParseValue for constants and tests.
func MustValue(s string) Value {
	v, err := ParseValue(s)
	if err != nil {
		panic(err)
	}
	return v
}

func parseScaled(s string) (Decimal, error) {
	s = strings.TrimSpace(s)
	zeros := 0
	for _, sc := range scales {
		if head, ok := strings.CutSuffix(s, " "+sc.suffix); ok {
			s, zeros = head, sc.zeros
			break
		}
	}
	if strings.ContainsAny(s, ",_eE+") {
		return Decimal{}, fmt.Errorf("write digits with a decimal point and an optional scale, such as 51.6 M, and no unit")
	}
	d, err := decimal.Parse(s)
	if err != nil {
		return Decimal{}, fmt.Errorf("write digits with a decimal point and an optional scale, such as 51.6 M, and no unit")
	}
	d, err = d.Mul(pow10(zeros))
	if err != nil {
		return Decimal{}, fmt.Errorf("the number is too large")
	}
	return d.Trim(0), nil
}

func pow10(n int) Decimal {
	p := int64(1)
	for range n {
		p *= 10
	}
	return decimal.MustNew(p, 0)
}

// String is the written form, in base units.
func (v Value) String() string {
	s := v.Low.Trim(0).String()
	if v.IsRange() {
		s += " to " + v.High.Trim(0).String()
	}
	if v.Sense != Exact {
		s = string(v.Sense) + " " + s
	}
	return s
}

// MarshalText and UnmarshalText use the written form.
func (v Value) MarshalText() ([]byte, error) { return []byte(v.String()), nil }
func (v *Value) UnmarshalText(b []byte) error {
	w, err := ParseValue(string(b))
	if err == nil {
		*v = w
	}
	return err
}
