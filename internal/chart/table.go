package chart

import (
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// Table is the chart as a table: a row per place, a column per line.
type Table struct {
	Caption string
	Corner  string   // what the first column holds
	Head    []string // one per column after the first
	Rows    []Row
}

// Row is one place with its cells.
type Row struct {
	Head  string
	Cells []Cell
}

// Cell is a figure, or words where a figure makes no sense; an empty cell is never used.
type Cell struct {
	Figure *figure.Figure
	Text   string
}

func (v view) table() Table {
	t := Table{Caption: v.text(v.Title)}
	switch {
	case v.Shape == indicator.Spans:
		v.spanTable(&t)
	case v.Shape == indicator.Deadlines:
		v.deadlineTable(&t)
	case v.Shape == indicator.Flows:
		v.flowTable(&t)
	case v.Apart():
		v.pointTable(&t)
	default:
		v.lineTable(&t)
	}
	return t
}

// lineTable has a column per line, and one more for breaks when there are some.
func (v view) lineTable(t *Table) {
	t.Corner = v.say("Catégorie", "Category")
	if v.Shape == indicator.Through {
		t.Corner = v.say("Période", "Period")
	}
	broken := v.broken()
	for _, l := range v.Lines {
		t.Head = append(t.Head, v.text(l.Label))
	}
	if broken {
		t.Head = append(t.Head, v.say("Rupture avant ce point", "Break before this point"))
	}
	for _, place := range v.Keys() {
		row := Row{Head: v.place(place)}
		for _, l := range v.Lines {
			row.Cells = append(row.Cells, v.cell(l, place.Key))
		}
		if broken {
			row.Cells = append(row.Cells, Cell{Text: v.breakAt(place.Key)})
		}
		t.Rows = append(t.Rows, row)
	}
}

// cell is the figure of a line at a place; words when the line has no point there.
func (v view) cell(l indicator.Line, key string) Cell {
	for _, p := range l.Points {
		if p.Key == key {
			return Cell{Figure: &p.Figure}
		}
	}
	return Cell{Text: v.say("pas d’observation", "no observation")}
}

func (v view) broken() bool {
	for _, l := range v.Lines {
		for _, p := range l.Points {
			if !p.Break.IsZero() {
				return true
			}
		}
	}
	return false
}

func (v view) breakAt(key string) string {
	for _, l := range v.Lines {
		if p := l.Point(key); !p.Break.IsZero() {
			return v.text(p.Break)
		}
	}
	return v.say("aucune", "none")
}

// pointTable has a row per point: lines that share no place.
func (v view) pointTable(t *Table) {
	t.Corner = v.say("Catégorie", "Category")
	t.Head = []string{v.say("Ensemble", "Set"), v.say("Valeur", "Value")}
	for _, l := range v.Lines {
		for _, p := range l.Points {
			t.Rows = append(t.Rows, Row{Head: v.place(p), Cells: []Cell{{Text: v.text(l.Label)}, {Figure: &p.Figure}}})
		}
	}
}

// flowTable has a row for each place, with all that passes there, then one for each of the
// places that it goes to.
func (v view) flowTable(t *Table) {
	t.Corner = v.say("De", "From")
	t.Head = []string{v.say("À", "To"), capital(v.text(v.Unit.Many))}
	for _, l := range v.Lines {
		if l.Joins[0] != "" {
			continue
		}
		for _, p := range l.Points {
			t.Rows = append(t.Rows,
				Row{Head: v.place(p), Cells: []Cell{{Text: v.say("en tout", "in all")}, {Figure: &p.Figure}}})
			t.Rows = append(t.Rows, v.flowRows(l, p)...)
		}
	}
}

// flowRows are what goes from one place to those of the next stage.
func (v view) flowRows(from indicator.Line, at indicator.Point) []Row {
	var out []Row
	for _, step := range v.Lines {
		if step.Joins[0] != from.Key {
			continue
		}
		for _, p := range step.Points {
			if p.Ends[0] == at.Key {
				to := v.Line(step.Joins[1]).Point(p.Ends[1])
				out = append(out, Row{Head: v.place(at), Cells: []Cell{{Text: v.place(to)}, {Figure: &p.Figure}}})
			}
		}
	}
	return out
}

func (v view) spanTable(t *Table) {
	t.Corner = v.say("Offre", "Offer")
	t.Head = []string{v.say("Premier jour", "First day"), v.say("Dernier jour", "Last day"),
		v.say("Jours restants", "Days left"), v.say("État", "State")}
	for _, l := range v.Lines {
		for _, p := range l.Points {
			t.Rows = append(t.Rows, Row{Head: v.place(p), Cells: []Cell{
				{Text: v.date(p.Period.From)}, {Text: v.date(p.Period.To)},
				v.applicable(p.Figure, v.say("sans objet", "not applicable")), {Text: v.state(p)}}})
		}
	}
}

func (v view) deadlineTable(t *Table) {
	t.Corner = v.say("Engagement", "Commitment")
	t.Head = []string{v.say("Annoncé", "Announced"), v.say("Échéance", "Deadline"),
		v.say("Nombre promis", "Number promised"), v.say("Ce qu’il en est", "What became of it"),
		v.say("Fait ou constaté", "Done or seen")}
	for _, l := range v.Lines {
		for _, p := range l.Points {
			deadline := v.say("aucune", "none")
			if !p.Period.To.IsZero() {
				deadline = v.date(p.Period.To)
			}
			seen := v.say("rien de lu", "nothing read")
			if !p.Seen.IsZero() {
				seen = v.date(p.Seen)
			}
			t.Rows = append(t.Rows, Row{Head: v.place(p), Cells: []Cell{
				{Text: v.date(p.Period.From)}, {Text: deadline}, v.applicable(p.Figure, v.say("aucun", "none")),
				{Text: v.state(p)}, {Text: seen}}})
		}
	}
}

// applicable is a figure, or words where the question does not apply.
func (v view) applicable(f figure.Figure, otherwise string) Cell {
	if !f.Known() && f.Reason == record.NotApplicable {
		return Cell{Text: otherwise}
	}
	return Cell{Figure: &f}
}

// text sets a text of the data in the language of the view.
func (v view) text(t lang.Text) string {
	words, spoken := v.Patterns.In(v.l, t)
	s := lang.Typeset(v.l, words)
	if v.english != nil && spoken != v.l && s != "" {
		v.english[s] = true
	}
	return s
}

// say chooses between words of our own.
func (v view) say(fr, en string) string { return v.text(lang.Say(fr, en)) }
