package chart

import (
	"encoding/json"
	"strings"

	"github.com/govalues/decimal"

	"vigie/internal/indicator"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// number writes an exact decimal as a JSON number, digit by digit.
func number(d quantity.Decimal) json.Number { return json.Number(d.Trim(0).String()) }

// scale is the power of ten that the numbers of a chart are divided by, so that
// an axis reads 10, 20, 30 M€ and not 10 000 000 €.
type scale struct {
	power  int
	fr, en string // what stands before the unit: "M", "Md"
}

// scaleOf chooses one scale for a whole chart: money by its largest amount.
func scaleOf(r indicator.Result) scale {
	if r.Unit.Kind != quantity.Money {
		return scale{}
	}
	var most quantity.Decimal
	for _, l := range r.Lines {
		for _, p := range l.Points {
			if p.Figure.Known() {
				most = most.Max(p.Figure.Value.High.Abs())
			}
		}
	}
	switch {
	case most.Cmp(decimal.MustNew(1_000_000_000, 0)) >= 0:
		return scale{9, "Md", "bn"}
	case most.Cmp(decimal.MustNew(1_000_000, 0)) >= 0:
		return scale{6, "M", "M"}
	}
	return scale{}
}

// number divides by moving the point: no digit is lost.
func (s scale) number(d quantity.Decimal) json.Number { return number(s.of(d)) }

func (s scale) of(d quantity.Decimal) quantity.Decimal {
	if s.power == 0 {
		return d
	}
	d = d.Trim(0)
	coefficient := int64(d.Coef())
	if d.IsNeg() {
		coefficient = -coefficient
	}
	if moved, err := decimal.New(coefficient, d.Scale()+s.power); err == nil {
		return moved.Trim(0)
	}
	return d // beyond nineteen digits: no amount of money is so exact
}

// sign keeps the symbol of a unit from being read as the place of the number.
var sign = strings.NewReplacer(`\`, `\\`, "#", `\#`)

// pattern is how draw writes the numbers of an axis: "=fr:# M€".
func (s scale) pattern(l lang.Lang, u quantity.Unit) string {
	switch {
	case u.Kind == quantity.Money && l != lang.FR:
		return "=en:" + sign.Replace(u.Before()) + "#" + s.en
	case u.Kind == quantity.Money:
		return "=fr:#" + lang.NBSP + s.fr + sign.Replace(u.Symbol)
	case u.Kind == quantity.Percent && l != lang.FR:
		return "=en:#%"
	case u.Kind == quantity.Percent:
		return "=fr:#" + lang.NBSP + "%"
	}
	return "=" + string(l.Spoken()) + ":#"
}
