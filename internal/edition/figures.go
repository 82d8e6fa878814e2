package edition

import (
	"cmp"
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// row is a figure as an edition freezes it. Days left, which change each day,
// are no figures of an edition.
type row struct {
	ID, Nature, State, Value, Reason, Unit string
	Label                                  lang.Text // what readers called it
	Stage, Tax, Accumulation               string
	Period, Perimeter                      string
	First, Changed                         cal.Day // of the first edition that holds it; of its last change
	Claims, Records                        []string
	Formula                                string
	Inputs                                 []string // "name=figure"
}

// rowsOf makes a row of each figure of a dataset, by identifier.
func rowsOf(ds *dataset.Dataset, results []indicator.Result) []row {
	perimeters := map[string]string{}
	for _, s := range ds.Every.Series {
		for _, p := range s.Points {
			perimeters[p.Figure.ID] = s.Series.Perimeter
		}
	}
	seen := map[string]bool{}
	var out []row
	var add func(f figure.Figure)
	add = func(f figure.Figure) {
		if f.ID == "" || seen[f.ID] {
			return
		}
		seen[f.ID] = true
		out = append(out, rowOf(f, perimeters[f.ID]))
		for _, in := range f.Rests.Inputs {
			add(in.Figure)
		}
	}
	for _, f := range ds.Figures() {
		add(f)
	}
	for _, r := range results {
		for _, l := range r.Lines {
			for _, p := range l.Points {
				add(p.Figure)
			}
		}
	}
	slices.SortFunc(out, func(a, b row) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

func rowOf(f figure.Figure, perimeter string) row {
	r := row{ID: f.ID, Label: f.Label, Nature: string(f.Nature), State: string(f.State), Unit: f.Unit.ID,
		Perimeter: perimeter,
		Stage:     string(f.Basis.Stage), Tax: string(f.Basis.Tax), Accumulation: string(f.Basis.Accumulation),
		Period: f.Period.String(), Claims: f.Rests.Claims, Formula: f.Rests.Formula}
	if f.Known() {
		r.Value = f.Value.String()
	} else {
		r.Reason = string(f.Reason)
	}
	for _, ref := range f.Rests.Records {
		r.Records = append(r.Records, ref.String())
	}
	for _, in := range f.Rests.Inputs {
		r.Inputs = append(r.Inputs, in.Name+"="+in.Figure.ID)
	}
	return r
}

// figure is the figure that a row describes, with what little a row holds of it.
func (r row) figure(units func(string) quantity.Unit) figure.Figure {
	f := figure.Figure{ID: r.ID, Label: r.Label, Nature: figure.Nature(r.Nature), State: figure.State(r.State),
		Reason: record.Reason(r.Reason),
		Unit:   units(r.Unit), Perimeter: r.Perimeter}
	if f.Known() {
		if v, err := quantity.ParseValue(r.Value); err == nil {
			f.Value = v
		}
	}
	if p, err := cal.ParsePeriod(r.Period); err == nil {
		f.Period = p
	}
	return f
}

// units gives the units of figures: those of the data, and those that indicators
// count in.
func (p Present) units(id string) quantity.Unit {
	if u := p.Data.Unit(id); u.ID != "" {
		return u
	}
	for _, r := range p.Indicators {
		for _, l := range r.Lines {
			for _, p := range l.Points {
				if p.Figure.Unit.ID == id {
					return p.Figure.Unit
				}
			}
		}
	}
	return quantity.Unit{ID: id, Kind: quantity.Count}
}

// published is what a change of makes a change of the figure.
func (r row) published() [10]string {
	return [...]string{r.Value, r.Reason, r.State, r.Unit, r.Stage, r.Tax, r.Accumulation, r.Period, r.Perimeter, r.Nature}
}

// publishedKeys names the parts of published. The reason of an absence is published
// as the value that is not there.
func publishedKeys() [10]string {
	return [...]string{"value", "value", "state", "unit", "basis/stage", "basis/tax", "basis/accumulation", "period",
		"perimeter", "nature"}
}

// differs names what differs between two forms of a figure; empty when nothing does.
func (r row) differs(from row) string {
	was, now := from.published(), r.published()
	for i, key := range publishedKeys() {
		if was[i] != now[i] {
			return key
		}
	}
	return ""
}

// shown is a part of a row, for readers; the units are those of the data.
func (r row) shown(key string, units func(string) quantity.Unit) Value {
	if key == "value" {
		f := r.figure(units)
		exact := r.Value
		if exact == "" {
			exact = "unknown: " + r.Reason
		}
		return Value{exact, lang.Text{FR: f.Text(lang.FR), EN: f.Text(lang.EN)}}
	}
	parts, keys := r.published(), publishedKeys()
	return plain(parts[slices.Index(keys[:], key)])
}

// plain shows a value that has no words but itself.
func plain(exact string) Value { return Value{exact, lang.Text{FR: exact, EN: exact}} }
