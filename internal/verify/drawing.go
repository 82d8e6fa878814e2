package verify

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"vigie/internal/figure"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// mark is a number of an axis with its place.
type mark struct {
	value, x, y float64
	words       string
	month       bool // a month: its value is a day
	known       bool // it is also words of the chart: a period, a label
}

var (
	place  = regexp.MustCompile(`^translate\(([-0-9.]+)[ ,]([-0-9.]+)\)$`)
	onAxis = regexp.MustCompile(`^[^0-9]*(-?[0-9][0-9 .,]*)[^0-9]*$`)
)

// drawing checks the words of a drawing: those of the chart, or marks of an axis,
// which are no statement but must stand where their value is.
func (p *page) drawing(n *html.Node, in around) {
	owners := p.truth.named(in.names)
	var marks []mark
	for _, t := range all(n, isDrawnWord) {
		words := text(t)
		if !hasDigit(words) {
			continue
		}
		left := rest(words, owners)
		m, axis := markOf(t, words, p.lang)
		if axis {
			m.known = !hasDigit(left) && (!m.month || !strings.ContainsFunc(left, unicode.IsLetter))
			marks = append(marks, m)
			continue
		}
		if !p.report.Drawn.check(!hasDigit(left)) {
			p.fault(strings.Join(in.names, " "), "a number in a drawing that is not in its chart", words, "")
		}
	}
	p.axes(marks, in)
}

// markOf reads a number of an axis; false when the words are something else.
func markOf(t *html.Node, words string, l lang.Lang) (mark, bool) {
	class, _ := attr(t, "class")
	transform, _ := attr(t, "transform")
	at, number := place.FindStringSubmatch(transform), onAxis.FindStringSubmatch(words)
	if class != "f-muted" || at == nil || number == nil {
		return mark{}, false
	}
	value, month := startOfMonth(words, l)
	if !month {
		written := strings.ReplaceAll(strings.TrimSpace(number[1]), " ", "")
		if l != lang.FR {
			written = strings.ReplaceAll(written, ",", "")
		}
		var err error
		if value, err = strconv.ParseFloat(strings.Replace(written, ",", ".", 1), 64); err != nil {
			return mark{}, false
		}
	}
	x, _ := strconv.ParseFloat(at[1], 64)
	y, _ := strconv.ParseFloat(at[2], 64)
	return mark{value: value, x: x, y: y, words: words, month: month}, true
}

// startOfMonth is the first day of the month that a mark names ("Apr 2025", "avr. 2025"), counted in
// days: two marks of one year stand at two places of an axis of time. False when the words name no month.
func startOfMonth(words string, l lang.Lang) (float64, bool) {
	name, year, _ := strings.Cut(words, " ")
	name = strings.ToLower(strings.TrimSuffix(name, "."))
	y, err := strconv.Atoi(year)
	if err != nil || len(name) < 3 {
		return 0, false
	}
	for i, m := range cal.MonthNames(l) {
		if strings.HasPrefix(strings.ToLower(m), name) {
			return float64(cal.NewDay(2000, 1, 1).DaysUntil(cal.NewDay(y, i+1, 1))), true
		}
	}
	return 0, false
}

// axes checks the marks along each axis: unless all of them are words of the chart
// (years in columns), value and place go together.
func (p *page) axes(marks []mark, in around) {
	upright, lying := map[float64][]mark{}, map[float64][]mark{}
	for _, m := range marks {
		upright[m.x] = append(upright[m.x], m)
		lying[m.y] = append(lying[m.y], m)
	}
	for _, m := range marks {
		along, at := lying[m.y], func(m mark) float64 { return m.x }
		if len(upright[m.x]) > len(along) {
			along, at = upright[m.x], func(m mark) float64 { return m.y }
		}
		if !p.report.Drawn.check(m.known || fits(m, along, at)) {
			p.fault(strings.Join(in.names, " "), "a mark of an axis that does not stand at its value", m.words, "")
		}
	}
}

// fits says that a mark lies on the line of most other marks of its axis.
func fits(m mark, along []mark, at func(mark) float64) bool {
	best := 0
	for i, a := range along {
		for _, b := range along[:i] {
			if at(a) == at(b) {
				continue
			}
			slope := (a.value - b.value) / (at(a) - at(b))
			on := func(c mark) bool {
				return math.Abs((c.value-b.value)-slope*(at(c)-at(b))) <= math.Abs(a.value-b.value)/50
			}
			n := 0
			for _, c := range along {
				if on(c) {
					n++
				}
			}
			if n > best && on(m) {
				best = n
			}
		}
	}
	return best == len(along) && best > 1 || best > 2 && best >= len(along)-1
}

// short writes a figure as charts do beside a mark: in thousand millions, millions
// or units, with a sign for "about" and the like, and a dash in a range.
func short(l lang.Lang, f figure.Figure) []string {
	if !f.Known() {
		return nil
	}
	var out []string
	for power, letter := range map[int][2]string{0: {"", ""}, 6: {"M", "M"}, 9: {"Md", "bn"}} {
		low, ok := scaled(f.Value.Low, power)
		high, same := scaled(f.Value.High, power)
		if !ok || !same || power > 0 && f.Unit.Kind != quantity.Money {
			continue
		}
		words := quantity.Number(l, low)
		if f.Value.IsRange() {
			words += lang.EnDash + quantity.Number(l, high)
		}
		out = append(out, words)
		switch {
		case f.Unit.Kind == quantity.Money && l != lang.FR:
			out = append(out, f.Unit.Symbol+words+letter[1])
		case f.Unit.Kind == quantity.Money:
			out = append(out, words+" "+letter[0]+f.Unit.Symbol)
		case f.Unit.Kind == quantity.Percent && l != lang.FR:
			out = append(out, words+"%")
		case f.Unit.Kind == quantity.Percent:
			out = append(out, words+" %")
		}
	}
	return out
}

// brief writes the month of a period, and its day where it is one, as charts do under an axis.
func (t *truth) brief(l lang.Lang, p cal.Period) []string {
	first := p.First()
	if p.IsZero() || first.IsZero() {
		return nil
	}
	return []string{t.in(l, cal.InMonth(first).Brief()), t.in(l, cal.On(first).Brief())}
}

// scaled divides by a power of ten; false when digits would be lost.
func scaled(d quantity.Decimal, power int) (quantity.Decimal, bool) {
	ten, err := quantity.ParseValue("1" + strings.Repeat("0", power))
	if err != nil {
		return d, false
	}
	q, err := d.Quo(ten.Low)
	if err != nil {
		return d, false
	}
	back, err := q.Mul(ten.Low)
	return q.Trim(0), err == nil && back.Cmp(d) == 0
}
