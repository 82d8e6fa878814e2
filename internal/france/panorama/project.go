package panorama

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"vigie/internal/collect"
	"vigie/internal/value/cal"
	"vigie/internal/value/spelling"
	"vigie/internal/value/tabular"
)

// absent is what an edition writes for no value, folded: a project that is still
// being scoped has neither cost nor length.
var absent = []string{"", "na", "n/a", "nc", "-", "en cadrage", "null"}

// projects reads the rows of an edition. One that has a cell that cannot be read
// is reported and left out.
func projects(ctx context.Context, t table, emit func(collect.Row) error) (collect.Remarks, error) {
	h := layout.Match(t.names)
	remarks := collect.Remarks{Edition: t.edition, Columns: t.names, Rows: len(t.rows)}
	if len(h.Missing) > 0 {
		return remarks,
			fmt.Errorf("the table lacks %s; it has columns that are not known: %s", quoted(h.Missing), quoted(h.Unread))
	}
	left := t.left
	for _, name := range h.Unread {
		left.Explain("colonne « "+name+" »", "column “"+name+"”", "")
	}
	for i, cells := range t.rows {
		if err := ctx.Err(); err != nil {
			return remarks, err
		}
		p := project{header: h, cells: spelt(cells, &remarks.Damaged), at: t.at(i)}
		row, published := p.read()
		if len(cells) != len(t.names) {
			p.refuse("", fmt.Sprintf("%d cells", len(cells)), fmt.Sprintf("%d cells", len(t.names)))
		}
		if bad, ok := t.wrong[i]; ok {
			p.bad = []collect.Bad{bad}
		}
		if p.bad != nil {
			remarks.Bad = append(remarks.Bad, p.bad...)
			continue
		}
		if published.Compare(remarks.Edition) > 0 {
			remarks.Edition = published
		}
		if _, known := Ministry(p.cell("ministere"), p.cell("porteur")); !known {
			left.Explain("ministère inconnu « "+p.ministry()+" »", "unknown ministry “"+p.ministry()+"”", p.cell("projet"))
		}
		if err := emit(row); err != nil {
			return remarks, err
		}
	}
	for _, l := range left.List() {
		remarks.Unread = append(remarks.Unread, collect.Unread(l))
	}
	return remarks, nil
}

// spelt gives the cells of a row as we write them, and counts those that were encoded
// twice.
func spelt(cells []string, damaged *collect.Damage) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		t := spelling.Of(c)
		if out[i] = t.Text; t.Repaired {
			damaged.Note(spelling.Text{Text: t.Text, Repaired: true})
		}
	}
	return out
}

// project is one row of an edition.
type project struct {
	header tabular.Header
	cells  []string
	at     string
	bad    []collect.Bad
}

// read gives the record of a project and the day on which it was published, when
// the row bears it.
func (p *project) read() (collect.Row, cal.Date) {
	name, ministry := p.cell("projet"), p.ministry()
	if name == "" || ministry == "" {
		p.refuse("Projet", name, "a project and its ministry")
	}
	key, _ := Ministry(p.cell("ministere"), p.cell("porteur"))
	return collect.Row{At: p.at, Cells: []string{
		tabular.Fold(name), key, name, ministry,
		p.boolean("interministeriel"), p.date("debut").String(), p.number("duree"), p.value("phase"), p.number("cout"),
		p.value("tranche"), p.value("zone"), p.value("programmes"), p.value("description"),
	}}, p.date("publication")
}

// ministry is its full name where there is one besides its initials.
func (p *project) ministry() string {
	if full := p.cell("ministere"); full != "" {
		return full
	}
	return p.cell("porteur")
}

func (p *project) cell(name string) string {
	return strings.Join(strings.Fields(p.header.Cell(p.cells, name)), " ")
}

// value is a cell, or nothing where it says that there is none.
func (p *project) value(name string) string {
	cell := p.cell(name)
	if slices.Contains(absent, tabular.Fold(cell)) {
		return ""
	}
	return cell
}

func (p *project) number(name string) string {
	cell := p.value(name)
	if cell == "" {
		return ""
	}
	n, ok := tabular.Decimal(strings.TrimSuffix(cell, "M€"))
	if !ok {
		p.refuse(name, cell, "a number such as 53,7")
	}
	return n
}

func (p *project) date(name string) cal.Date {
	cell := p.value(name)
	if cell == "" {
		return cal.Date{}
	}
	d, ok := tabular.Date(cell)
	if !ok {
		p.refuse(name, cell, "a date such as octobre 14")
	}
	return d
}

func (p *project) boolean(name string) string {
	switch cell := p.value(name); tabular.Fold(cell) {
	case "oui", "non", "":
		return tabular.Fold(cell)
	default:
		p.refuse(name, cell, "Oui or Non")
		return ""
	}
}

func (p *project) refuse(column, found, wanted string) {
	p.bad = append(p.bad, collect.Bad{At: p.at, Column: column, Found: found, Wanted: wanted})
}

func quoted(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	return "« " + strings.Join(names, " », « ") + " »"
}
