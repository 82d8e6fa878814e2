package anssi

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"vigie/internal/value/tabular"
)

// head is the head of a column, as the catalogue names it.
type head struct {
	name  string
	words *regexp.Regexp // in the folded first line of the names
}

// The heads of the table, in the order of their columns.
const (
	headSupplier = iota
	headService
	headSaaS
	headPaaS
	headCaaS
	headIaaS
	headFrom
	headUntil
	headAct
	headLevel
)

var heads = []head{
	headSupplier: {"Nom du fournisseur", regexp.MustCompile(`\bnom du fournisseur\b`)},
	headService:  {"Nom du service", regexp.MustCompile(`\bnom du service\b`)},
	headSaaS:     {"SaaS", regexp.MustCompile(`\bsaas\b`)},
	headPaaS:     {"PaaS", regexp.MustCompile(`\bpaas\b`)},
	headCaaS:     {"CaaS", regexp.MustCompile(`\bcaas\b`)},
	headIaaS:     {"IaaS", regexp.MustCompile(`\biaas\b`)},
	headFrom:     {"Date de début", regexp.MustCompile(`\bdate de debut\b`)},
	headUntil:    {"Date de fin", regexp.MustCompile(`\bdate de fin\b`)},
	headAct:      {"Lien vers la décision", regexp.MustCompile(`\blien vers\b`)},
	headLevel:    {"Niveau de recommandation", regexp.MustCompile(`\bniveau de\b`)},
}

// unknown is a column whose head is none of these.
const unknown = -1

// layout is where the columns of the table stand on a page.
type layout struct {
	bottom  float64 // of the heads: the rows are below
	columns []column
}

// column is one column, from its left edge to the edge of the next one.
type column struct {
	head int
	name string  // as the catalogue writes it, when it is unknown
	text float64 // where its name starts
	edge float64
}

// at is the head of the column that a place across the page is in.
func (c layout) at(x float64) int {
	head := unknown
	for _, col := range c.columns {
		if x >= col.edge {
			head = col.head
		}
	}
	return head
}

func (c layout) has(head int) bool {
	return slices.ContainsFunc(c.columns, func(col column) bool { return col.head == head })
}

// missing are the columns without which a row says nothing.
func (c layout) missing() []string {
	var out []string
	for h, is := range heads {
		if !isModel(h) && h != headLevel && !c.has(h) {
			out = append(out, is.name)
		}
	}
	if !slices.ContainsFunc(c.columns, func(col column) bool { return isModel(col.head) }) {
		out = append(out, "SaaS, PaaS, CaaS, IaaS")
	}
	return out
}

func isModel(head int) bool { return head >= headSaaS && head <= headIaaS }

// layoutOf finds the names of the columns in a part of a page: the first line that
// has most of them.
func layoutOf(p page, in part) layout {
	best, size, missing := layout{bottom: in.top}, 0.0, len(heads)+1
	for _, l := range p.lines {
		if l.y < in.top && l.y > in.bottom {
			if c := layoutFrom(l); len(c.missing()) < missing {
				best, size, missing = c, l.size, len(c.missing())
			}
		}
	}
	for _, l := range p.lines { // the names go over several lines
		if l.y < best.bottom && best.bottom-l.y < 2*size && near(l.size, size, 0.3) {
			best.bottom = l.y
		}
	}
	best.edges(p)
	return best
}

// layoutFrom reads a line as the names of columns.
func layoutFrom(l line) layout {
	c := layout{bottom: l.y}
	text, starts := folded(l)
	named := make([]bool, len(l.runs))
	for h, is := range heads {
		if at := is.words.FindStringIndex(text); at != nil {
			first, last := runAt(starts, at[0]), runAt(starts, at[1]-1)
			c.columns = append(c.columns, column{head: h, text: l.runs[first].x})
			for i := first; i <= last; i++ {
				named[i] = true
			}
		}
	}
	for i, r := range l.runs {
		if !named[i] {
			c.columns = append(c.columns, column{head: unknown, name: strings.TrimSpace(r.text), text: r.x})
		}
	}
	slices.SortStableFunc(c.columns, func(a, b column) int { return cmp.Compare(a.text, b.text) })
	return c
}

// folded is the text of a line as its words are compared, with where each run
// starts in it.
func folded(l line) (text string, starts []int) {
	var b strings.Builder
	for _, r := range l.runs {
		starts = append(starts, b.Len())
		b.WriteString(tabular.Fold(r.text))
		b.WriteByte(' ')
	}
	return b.String(), starts
}

// runAt is the run in which a place of the text of a line is.
func runAt(starts []int, at int) int {
	i := len(starts) - 1
	for i > 0 && starts[i] > at {
		i--
	}
	return i
}

// edges finds where columns start: the ground of their heads shows them, where it is
// drawn. Otherwise the first one starts at the left of the page, and names are
// centred, in the column of services a long way off.
func (c *layout) edges(p page) {
	for i, col := range c.columns {
		before := 8.0
		switch {
		case i == 0:
			before = col.text
		case col.head == headService:
			before = 30
		}
		c.columns[i].edge = col.text - before
		for _, s := range p.shapes {
			if s.holds(col.text, c.bottom) && s.right-s.left < widestCell {
				c.columns[i].edge = s.left
			}
		}
	}
}

// widestCell distinguishes the ground of a cell from that of a page.
const widestCell = 200
