package anssi

import (
	"cmp"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"

	"vigie/internal/cal"
	"vigie/internal/collect"
)

// heading is the title of the section, without its number: it is found by these
// words, wherever it stands and whatever its number.
const heading = "services d'informatique en nuage"

var (
	numbered = regexp.MustCompile(`^\d+(\.\d+)*\.?$`)
	digits   = regexp.MustCompile(`^\d+$`)
	day      = regexp.MustCompile(`^(\d\d)/(\d\d)/(\d{4})$`)
	decision = regexp.MustCompile(`/(\d{4})_(\d+)_np\.pdf$`)
)

// columns are where the columns of the table stand on one page, found from its
// header row.
type columns struct {
	top, bottom                      float64 // baselines of the header's first and last lines
	size                             float64 // of its letters
	supplier, service, from, to, act float64
	models                           [4]float64
	level                            float64
}

var modelNames = [4]string{"SaaS", "PaaS", "CaaS", "IaaS"}

// sectionPages keeps the pages of the section: from the one that bears its
// heading in large type to the one before the next heading of the same rank.
func inSection(p page, open bool) (starts bool, from float64, ends bool, to float64) {
	from, to = math.Inf(1), math.Inf(-1)
	for _, r := range p.runs {
		if r.size < 11 { // headings are set in 14, the contents and the text in 10 or less
			continue
		}
		if strings.Contains(fold(r.text), fold(heading)) {
			starts, from = true, r.y
		}
	}
	for _, r := range p.runs {
		big := r.size >= 11 && numbered.MatchString(strings.TrimSpace(r.text))
		if big && (starts && r.y < from-5 || !starts && open) && r.y > to {
			ends, to = true, r.y
		}
	}
	return starts, from, ends, to
}

// header finds the columns of the table on a page; false when the page has no
// header row.
func header(p page, below float64) (columns, bool) {
	var c columns
	found := 0
	take := func(r run, words string, x *float64) {
		if *x == 0 && strings.HasPrefix(fold(r.text), words) {
			*x = r.x
			found++
			c.top, c.size = r.y, r.size
		}
	}
	for _, r := range p.runs {
		if r.y > below || r.size > 8 {
			continue
		}
		take(r, "nom du fournisseur", &c.supplier)
		take(r, "nom du service", &c.service)
		take(r, "date de debut", &c.from)
		take(r, "date de fin", &c.to)
		take(r, "lien vers", &c.act)
		take(r, "niveau de", &c.level)
		for i, m := range modelNames {
			if strings.TrimSpace(r.text) == m {
				take(r, fold(m), &c.models[i])
			}
		}
	}
	c.bottom = c.top
	for _, r := range p.runs { // the header's words go over several lines
		if near(r.size, c.size, 0.3) && r.y < c.bottom && c.top-r.y < 15 {
			c.bottom = r.y
		}
	}
	return c, found == 10
}

// rows reads the rows of the table between two heights of a page. A row is a
// baseline that carries two dates; what stands nearer to it than to the next one
// is its own.
func rows(p page, c columns, top, bottom float64, emit func(collect.Row) error, remarks *collect.Remarks) error {
	var lines []float64
	for _, r := range p.runs {
		if r.y < top && r.y > bottom && day.MatchString(strings.TrimSpace(r.text)) && near(r.x, c.from, 20) {
			lines = append(lines, r.y)
		}
	}
	slices.SortFunc(lines, func(a, b float64) int { return cmp.Compare(b, a) })
	for i, y := range lines {
		up, down := min(c.bottom-1, y+25), y-25
		if i > 0 {
			up = (lines[i-1] + y) / 2
		}
		if i+1 < len(lines) {
			down = (lines[i+1] + y) / 2
		}
		remarks.Rows++
		at := fmt.Sprintf("p. %d, l. %d", p.number, i+1)
		row, bad := readRow(p, c, y, up, down, at)
		if len(bad) > 0 {
			remarks.Bad = append(remarks.Bad, bad...)
			continue
		}
		if err := emit(row); err != nil {
			return err
		}
	}
	return nil
}

func near(a, b, by float64) bool { return math.Abs(a-b) <= by }

func readRow(p page, c columns, y, up, down float64, at string) (collect.Row, []collect.Bad) {
	var supplier, service []run
	var models [4]bool
	var dates []string
	var number, uri string
	for _, r := range p.runs {
		if r.y >= up || r.y <= down {
			continue
		}
		s := strings.TrimSpace(r.text)
		switch {
		case near(r.y, y, 2) && day.MatchString(s):
			dates = append(dates, iso(s))
		case s == "X":
			models[nearestModel(r.x, c)] = true
		case r.x < c.service-30:
			supplier = append(supplier, r)
		case r.x < c.models[0]-2:
			service = append(service, r)
		case near(r.x, c.act, 30) && digits.MatchString(s):
			number += s
		}
	}
	for _, l := range p.links {
		if l.y < up && l.y > down && l.x > c.to+20 {
			uri = l.uri
		}
	}
	row := collect.Row{At: at, Cells: []string{decisionKey(uri), join(supplier), join(service), modelList(models), first(dates, 0), first(dates, 1),
		number, uri, level(p, c, up, down)}}
	return row, faults(row, at)
}

func first(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return ""
}

// nearestModel is the column under whose header an X stands.
func nearestModel(x float64, c columns) int {
	best := 0
	for i := range c.models {
		if math.Abs(x-c.models[i]) < math.Abs(x-c.models[best]) {
			best = i
		}
	}
	return best
}

func modelList(m [4]bool) string {
	var out []string
	for i, yes := range m {
		if yes {
			out = append(out, modelNames[i])
		}
	}
	return strings.Join(out, "|")
}

// join puts the lines of a cell together, from top to bottom.
func join(list []run) string {
	slices.SortStableFunc(list, func(a, b run) int {
		if !near(a.y, b.y, 1) {
			return cmp.Compare(b.y, a.y)
		}
		return cmp.Compare(a.x, b.x)
	})
	var out []string
	for _, r := range list {
		out = append(out, strings.TrimSpace(r.text))
	}
	return strings.Join(strings.Fields(strings.Join(out, " ")), " ")
}

func iso(s string) string {
	m := day.FindStringSubmatch(s)
	return m[3] + "-" + m[2] + "-" + m[1]
}

// decisionKey names a decision for ever: its year and its number, from the
// address of the act.
func decisionKey(uri string) string {
	if m := decision.FindStringSubmatch(uri); m != nil {
		return m[1] + "-" + m[2]
	}
	return ""
}

// levels are the colours of the marks of recommendation, which bear no text.
var levels = []struct {
	name string
	rgb  [3]float64
}{
	{"optimal", [3]float64{0.580, 0.847, 0.176}},
	{"moderate", [3]float64{0.988, 0.769, 0.098}},
	{"critical", [3]float64{0.980, 0.322, 0.322}},
}

// level reads the level of recommendation from the colour of the mark of a row;
// empty when no mark of a known colour stands there.
func level(p page, c columns, up, down float64) string {
	for _, m := range p.marks {
		if m.y >= up || m.y <= down || m.x < c.level-5 {
			continue
		}
		for _, l := range levels {
			if near(m.rgb[0], l.rgb[0], 0.03) && near(m.rgb[1], l.rgb[1], 0.03) && near(m.rgb[2], l.rgb[2], 0.03) {
				return l.name
			}
		}
	}
	return ""
}

// faults says what keeps a row from being believed.
func faults(r collect.Row, at string) []collect.Bad {
	var out []collect.Bad
	want := func(i int, ok bool, wanted string) {
		if !ok {
			out = append(out, collect.Bad{At: at, Column: Reader().Columns[i].Name, Found: r.Cells[i], Wanted: wanted})
		}
	}
	valid := func(s string) bool { _, err := cal.ParseDay(s); return err == nil }
	want(1, r.Cells[1] != "", "the name of a supplier")
	want(2, r.Cells[2] != "", "the name of a service")
	want(3, r.Cells[3] != "", "at least one X under SaaS, PaaS, CaaS or IaaS")
	want(4, valid(r.Cells[4]), "the first day, dd/mm/yyyy")
	want(5, valid(r.Cells[5]) && r.Cells[5] > r.Cells[4], "the last day, dd/mm/yyyy, after the first")
	want(6, r.Cells[6] != "", "the number of a decision")
	want(7, strings.HasSuffix(r.Cells[0], "-"+r.Cells[6]), "a link whose number is the printed one, "+r.Cells[6])
	return out
}
