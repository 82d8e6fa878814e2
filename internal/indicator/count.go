package indicator

import (
	"cmp"
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// place is where records are counted: a line, a category or a period.
type place struct {
	key    string
	label  lang.Text
	role   string     // of a line
	entry  lang.Text  // of a line, in the legend; empty: the label
	period cal.Period // of a period
}

// tally counts records by line and place. A cell without record counts zero:
// nothing of the kind is in the data, which is not "nothing exists".
type tally struct {
	indicator string
	unit      quantity.Unit
	cells     map[[2]string][]record.Ref
}

func newTally(indicator string, unit quantity.Unit) tally {
	return tally{indicator, unit, map[[2]string][]record.Ref{}}
}

func (t tally) add(line, place string, ref record.Ref) {
	at := [2]string{line, place}
	t.cells[at] = append(t.cells[at], ref)
}

// lines makes one line of counted points per line, with a point per place.
func (t tally) lines(lines, places []place) []Line {
	var out []Line
	for _, l := range lines {
		line := Line{Key: l.key, Label: l.label, Entry: l.entry, Role: l.role}
		for _, p := range places {
			line.Points = append(line.Points, t.point(line, p, t.cells[[2]string{l.key, p.key}]))
		}
		out = append(out, line)
	}
	return out
}

func (t tally) point(line Line, p place, refs []record.Ref) Point {
	f := counted(t.indicator, line.Key, p.key, join(line.Label, p.label), t.unit, refs)
	f.Period = p.period
	return Point{Key: p.key, Label: p.label, Period: p.period, Figure: f}
}

// counted makes the figure of a number of records. Its identifier is
// "indicator/<indicator>/<line>/<point>".
func counted(indicator, line, point string, label lang.Text, unit quantity.Unit, refs []record.Ref) figure.Figure {
	refs = slices.SortedFunc(slices.Values(refs), func(a, b record.Ref) int { return cmp.Compare(a.String(), b.String()) })
	refs = slices.Compact(refs)
	return figure.Figure{ID: figureID(indicator, line, point), Label: label, Nature: figure.Counted, State: figure.Sure,
		Value: quantity.Int(len(refs)), Unit: unit, Rests: figure.Rests{Records: refs}}
}

// unknown makes a figure without value; records and claims say what is known of the absence.
func unknown(indicator, line, point string, label lang.Text, unit quantity.Unit, why record.Reason) figure.Figure {
	return figure.Figure{ID: figureID(indicator, line, point), Label: label, Nature: figure.Stated,
		State: figure.Unknown, Reason: why, Unit: unit}
}

func figureID(indicator, line, point string) string {
	return "indicator/" + indicator + "/" + line + "/" + point
}

// inHand leaves out the records that were withdrawn by the day of reference.
func inHand[T interface{ IsWithdrawn(cal.Day) bool }](ds *dataset.Dataset, list []T) []T {
	var out []T
	for _, r := range list {
		if !r.IsWithdrawn(ds.AsOf) {
			out = append(out, r)
		}
	}
	return out
}
