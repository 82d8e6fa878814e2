package chart

import (
	"strconv"

	"vigie/internal/chart/draw"
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// signs stand for the words of a bound beside a mark, where room is short.
var signs = map[quantity.Sense]string{quantity.About: "≈", quantity.Over: ">", quantity.AtLeast: "≥",
	quantity.AtMost: "≤"}

// short writes a figure beside its mark: "44–51,6 M€", "≥ 20", "inconnu".
func (c canvas) short(f figure.Figure) string {
	if !f.Known() {
		return f.Text(c.l)
	}
	text := quantity.Number(c.l, c.scale.of(f.Value.Low))
	if f.Value.IsRange() {
		text += lang.EnDash + quantity.Number(c.l, c.scale.of(f.Value.High))
	}
	switch {
	case f.Unit.Kind == quantity.Money && c.l != lang.FR:
		text = f.Unit.Before() + text + c.scale.en
	case f.Unit.Kind == quantity.Money:
		text += lang.NBSP + c.scale.fr + f.Unit.Symbol
	case f.Unit.Kind == quantity.Percent && c.l != lang.FR:
		text += "%"
	case f.Unit.Kind == quantity.Percent:
		text += lang.NBSP + "%"
	}
	if s := signs[f.Value.Sense]; s != "" {
		return s + lang.NBSP + text
	}
	return text
}

// tip is what the tooltip of a mark says: the line, the place, the figure in full.
func (c canvas) tip(l indicator.Line, p indicator.Point) string {
	s := c.text(l.Label) + "\n" + c.place(p)
	if c.Apart() || len(c.Lines) == 1 {
		s = c.place(p)
	}
	return s + "\n" + p.Figure.Text(c.l) + c.doubt(p.Figure)
}

// doubt says what a reader must know of the state of a figure.
func (c canvas) doubt(f figure.Figure) string {
	switch f.State {
	case figure.Disputed:
		return c.say(" (les sources ne s'accordent pas)", " (sources disagree)")
	case figure.Settled:
		return c.say(" (les sources ne s'accordent pas ; une règle déclarée choisit)",
			" (sources disagree; a declared rule chooses)")
	case figure.Unknown:
		return " (" + c.reason(f.Reason) + ")"
	}
	return ""
}

// brief writes the place of a point under an axis: "2024", "nov. 2026".
func (c canvas) brief(p indicator.Point) string {
	d, single := p.Period.Single()
	if c.Shape != indicator.Through || !single {
		return c.place(p)
	}
	return c.text(d.Brief())
}

// role is the colour of a line. Some names of indicators are no roles of the
// palette: a target, or an amount spoken of, looks like one whatever it is about.
func role(name string, i int) draw.Role {
	switch name {
	case "target", "spoken-of":
		return draw.Accent
	case "own-means":
		return draw.Series4
	}
	if r := draw.Role(name); r.Hex() != "" {
		return r
	}
	all := draw.SeriesHex()
	return draw.Role("series" + strconv.Itoa(i%len(all)+1))
}

// role is the colour of a line of the result.
func (c canvas) role(i int) draw.Role { return role(c.Lines[i].Role, i) }
