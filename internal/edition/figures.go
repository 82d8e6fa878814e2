package edition

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"

	"vigie/internal/cal"
	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/lang"
	"vigie/internal/quantity"
	"vigie/internal/record"
)

// row is a figure as an edition freezes it. Days left, which change each day,
// are no figures of an edition.
type row struct {
	ID, Nature, State, Value, Reason, Unit string
	Stage, Tax, Accumulation               string
	Period, Perimeter                      string
	First, Changed                         cal.Day // of the first edition that holds it; of its last change
	Claims, Records                        []string
	Formula                                string
	Inputs                                 []string // "name=figure"
}

var header = []string{"chiffre", "nature", "statut", "valeur", "motif_absence", "unite", "etape", "taxe", "cumul", "periode", "perimetre",
	"premiere_edition", "change_le", "affirmations", "fiches", "formule", "entrees"}

// between separates the values of a list, as in the published tables.
const between = " | "

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
	r := row{ID: f.ID, Nature: string(f.Nature), State: string(f.State), Unit: f.Unit.ID, Perimeter: perimeter,
		Stage: string(f.Basis.Stage), Tax: string(f.Basis.Tax), Accumulation: string(f.Basis.Accumulation),
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

// units gives the units of figures: those of the data, and those that indicators
// count in.
func (t *step) units(id string) quantity.Unit {
	if u := t.now.Data.Unit(id); u.ID != "" {
		return u
	}
	for _, r := range t.now.Indicators {
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

// publishedKeys names the parts of published. The reason of an absence is told
// as the value that is not there.
func publishedKeys() [10]string {
	return [...]string{"value", "value", "state", "unit", "basis/stage", "basis/tax", "basis/accumulation", "period", "perimeter", "nature"}
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

// told is a part of a row, for readers; the units are those of the data.
func (r row) told(key string, units func(string) quantity.Unit) Told {
	if key == "value" {
		f := figure.Figure{State: figure.State(r.State), Reason: record.Reason(r.Reason), Unit: units(r.Unit)}
		if f.Known() {
			if v, err := quantity.ParseValue(r.Value); err == nil {
				f.Value = v
			}
		}
		exact := r.Value
		if exact == "" {
			exact = "unknown: " + r.Reason
		}
		return Told{exact, lang.Text{FR: f.Text(lang.FR), EN: f.Text(lang.EN)}}
	}
	parts, keys := r.published(), publishedKeys()
	return plain(parts[slices.Index(keys[:], key)])
}

// plain tells a value that has no words but itself.
func plain(exact string) Told { return Told{exact, lang.Text{FR: exact, EN: exact}} }

// writeRows and readRows are the two ways of figures.csv.
func writeRows(rows []row) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	_ = w.Write(header) // a buffer never fails
	for _, r := range rows {
		_ = w.Write([]string{r.ID, r.Nature, r.State, r.Value, r.Reason, r.Unit, r.Stage, r.Tax, r.Accumulation, r.Period, r.Perimeter,
			r.First.String(), r.Changed.String(), strings.Join(r.Claims, between), strings.Join(r.Records, between), r.Formula, strings.Join(r.Inputs, between)})
	}
	w.Flush()
	return b.Bytes()
}

func readRows(content []byte) ([]row, error) {
	lines, err := csv.NewReader(bytes.NewReader(content)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", FiguresFile, err)
	}
	if len(lines) == 0 || !slices.Equal(lines[0], header) {
		return nil, fmt.Errorf("reading %s: its columns are not those that are known", FiguresFile)
	}
	out := make([]row, 0, len(lines)-1)
	for _, l := range lines[1:] {
		r := row{ID: l[0], Nature: l[1], State: l[2], Value: l[3], Reason: l[4], Unit: l[5], Stage: l[6], Tax: l[7], Accumulation: l[8],
			Period: l[9], Perimeter: l[10], Claims: list(l[13]), Records: list(l[14]), Formula: l[15], Inputs: list(l[16])}
		for i, day := range []*cal.Day{&r.First, &r.Changed} {
			if cell := l[11+i]; cell != "" {
				if *day, err = cal.ParseDay(cell); err != nil {
					return nil, fmt.Errorf("reading %s: figure %s: %w", FiguresFile, r.ID, err)
				}
			}
		}
		out = append(out, r)
	}
	return out, nil
}

func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, between)
}
