package anssi

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"

	"vigie/internal/collect"
	"vigie/internal/value/cal"
	"vigie/internal/value/tabular"
)

// acts is the address of a decision: its year and its number.
var acts = regexp.MustCompile(`/([0-9]{4})_([0-9]+)_np\.pdf$`)

// row reads one row; it says what keeps it from being believed.
func (t *table) row(p page, c layout, b band, at string) (collect.Row, []collect.Bad) {
	text := make([][]run, len(heads))
	for _, l := range p.lines { // from top to bottom and from left to right
		for _, r := range l.runs {
			if head := c.at(r.x); head != unknown && b.holds(r.y) {
				text[head] = append(text[head], r)
			}
		}
	}
	var links []string
	for _, l := range p.links {
		if b.holds(l.y) && c.at(l.x) == headAct && !slices.Contains(links, l.uri) {
			links = append(links, l.uri)
		}
	}
	cells := make([]string, len(columnsOut()))
	cells[supplier], cells[service] = joined(text[headSupplier]), joined(text[headService])
	cells[from], cells[until] = iso(joined(text[headFrom])), iso(joined(text[headUntil]))
	cells[number], cells[act] = joined(text[headAct]), strings.Join(links, " ")
	if m := acts.FindStringSubmatch(cells[act]); m != nil && len(links) == 1 {
		cells[decision] = m[1] + "-" + m[2]
	}
	ticked, odd := ticks(text)
	cells[models] = strings.Join(ticked, "|")
	cells[level] = t.level(p, c, b, at)
	return collect.Row{At: at, Cells: cells}, faults(cells, odd, at)
}

// ticks are the models that a row has an X under, and what stands there that is
// no X.
func ticks(text [][]run) (ticked []string, odd string) {
	for h := headSaaS; h <= headIaaS; h++ {
		switch s := joined(text[h]); s {
		case "":
		case "X", "x", "✓", "✔":
			ticked = append(ticked, heads[h].name)
		default:
			odd = s
		}
	}
	return ticked, odd
}

// iso writes a date as we do; what is no date stays as it is, to be reported.
func iso(s string) string {
	if d, ok := tabular.Date(s); ok && day.MatchString(s) {
		return d.String()
	}
	return s
}

// levels are the colours of the marks of recommendation, which bear no text.
var levels = []struct {
	name   string
	colour [3]float64
}{
	{"optimal", [3]float64{0.580, 0.847, 0.176}},
	{"moderate", [3]float64{0.988, 0.769, 0.098}},
	{"critical", [3]float64{0.980, 0.322, 0.322}},
}

// level reads the level of recommendation from the colour of the mark of a row. A
// mark of another colour, or none, is reported: the row stands without its level.
func (t *table) level(p page, c layout, b band, at string) string {
	if !slices.ContainsFunc(c.columns, func(col column) bool { return col.head == headLevel }) {
		return ""
	}
	found := "no mark of recommendation"
	for _, s := range p.shapes {
		x, y := s.middle()
		if !b.holds(y) || c.at(x) != headLevel || !s.mark() {
			continue
		}
		for _, l := range levels {
			if near(s.colour[0], l.colour[0], 0.03) && near(s.colour[1], l.colour[1], 0.03) &&
				near(s.colour[2], l.colour[2], 0.03) {
				return l.name
			}
		}
		found = fmt.Sprintf("mark of recommendation of an unknown colour (%.3f %.3f %.3f)", s.colour[0], s.colour[1],
			s.colour[2])
	}
	t.left.Add(found, at)
	return ""
}

// mark says that a shape is small and coloured.
func (s shape) mark() bool {
	across, up := s.right-s.left, s.top-s.bottom
	grey := math.Abs(s.colour[0]-s.colour[1]) < 0.1 && math.Abs(s.colour[1]-s.colour[2]) < 0.1
	return across > 3 && across < 25 && up > 3 && up < 25 && !grey
}

// faults says what keeps a row from being believed.
func faults(cells []string, odd, at string) []collect.Bad {
	var out []collect.Bad
	want := func(column int, ok bool, wanted string) {
		if !ok {
			out = append(out, collect.Bad{At: at, Column: columnsOut()[column].Name, Found: cells[column], Wanted: wanted})
		}
	}
	valid := func(s string) bool { _, err := cal.ParseDay(s); return err == nil }
	want(supplier, sound(cells[supplier]), "the name of a supplier")
	want(service, sound(cells[service]), "the name of a service")
	want(models, cells[models] != "" && odd == "",
		strings.TrimSpace("one X at least under SaaS, PaaS, CaaS or IaaS, and nothing else there "+odd))
	want(from, valid(cells[from]), "the first day, dd/mm/yyyy")
	want(until, valid(cells[until]) && cells[until] > cells[from], "the last day, dd/mm/yyyy, after the first")
	want(number, digits.MatchString(cells[number]), "the number of one decision")
	want(act, cells[decision] != "" && strings.HasSuffix(cells[decision], "-"+cells[number]),
		"one link, to the decision whose number is printed: "+cells[number])
	return out
}

var digits = regexp.MustCompile(`^[0-9]+$`)

// sound says that a name is there with all its letters.
func sound(name string) bool { return name != "" && !strings.Contains(name, "\ufffd") }
