package chart

import (
	"fmt"
	"slices"
	"strings"

	"vigie/internal/chart/sentence"
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// Conclusion writes what a chart shows as its title, from the pattern that the indicator
// declares: "{all/latest} ordered {all/latest.when}". A slot in braces names a point by
// its line and its key, or latest (the last one that is known), last (known or not),
// greatest (the highest known value) or next (the one that ends first, from the day of
// reference on); .date gives its period, .when the same inside a sentence ("on 30 June 2023"), .end
// the last day of it and .place its name instead of its figure. The last line may be called last,
// and the line of another indicator has the name of that indicator before it. Each figure keeps
// its proof. It is empty where no pattern is declared or where a point that it wants is not there:
// the title of the indicator stands then. A line that is not there is a NoLineError beside: with other data it may be.
func Conclusion(r indicator.Result, s Setting, l lang.Lang) ([]figure.Inline, error) {
	if r.Declared == nil || r.Declared.Conclusion.IsZero() {
		return nil, nil
	}
	var out []figure.Inline
	rest := lang.Typeset(l, r.Declared.Conclusion.In(l))
	for rest != "" {
		before, after, found := strings.Cut(rest, "{")
		if before != "" {
			out = append(out, figure.Words(before))
		}
		if !found {
			break
		}
		slot, tail, closed := strings.Cut(after, "}")
		if !closed {
			return nil, fmt.Errorf("the brace of %q is not closed", slot)
		}
		part, ok, err := conclude(view{Result: r, Setting: s, l: l}, slot)
		if err != nil || !ok {
			return nil, err
		}
		out, rest = append(out, part), tail
	}
	return out, nil
}

// NoLineError is a slot whose line an indicator has not, with those that it has.
type NoLineError struct {
	Slot  string
	Lines []string
}

func (e NoLineError) Error() string {
	if len(e.Lines) == 0 {
		return fmt.Sprintf("%q names no indicator that is drawn here", e.Slot)
	}
	return fmt.Sprintf("%q names no line of this indicator, which has: %s", e.Slot, strings.Join(e.Lines, ", "))
}

// conclude fills one slot; false where its point is not there.
func conclude(v view, slot string) (figure.Inline, bool, error) {
	name, of, _ := strings.Cut(slot, ".")
	if strings.Count(name, "/") == 2 {
		id, rest, _ := strings.Cut(name, "/")
		other, ok := indicator.Result{}, false
		if v.Other != nil {
			other, ok = v.Other(id)
		}
		if !ok {
			return figure.Inline{}, false, NoLineError{Slot: slot}
		}
		v.Result, name = other, rest
	}
	line, key, two := strings.Cut(name, "/")
	if !two || !slices.Contains([]string{"", "date", "when", "end", "place"}, of) {
		return figure.Inline{}, false, fmt.Errorf("%q names no point: write line/key, line/latest, line/last, line/next or "+
			"line/greatest, and .date, .when, .end or .place after it for its period, the same inside a sentence, "+
			"its last day or its name", slot)
	}
	var keys []string
	for _, one := range v.Lines {
		keys = append(keys, one.Key)
	}
	if line == "last" && len(keys) > 0 && !slices.Contains(keys, line) {
		line = keys[len(keys)-1]
	}
	if !slices.Contains(keys, line) {
		return figure.Inline{}, false, NoLineError{slot, keys}
	}
	p, ok := pointOf(v.Line(line).Points, key, v.AsOf)
	if !ok {
		return figure.Inline{}, false, nil
	}
	switch of {
	case "date":
		return figure.Words(p.Period.Text(v.l)), true, nil
	case "when":
		return figure.Words(sentence.When(p.Period, v.l, v.Patterns)), true, nil
	case "end":
		return figure.Words(v.date(p.Period.To)), true, nil
	case "place":
		return figure.Words(v.place(p)), true, nil
	}
	return figure.Quote(p.Figure), true, nil
}

// pointOf finds a point of a line by its key, or by where it stands among the others.
func pointOf(points []indicator.Point, key string, asOf cal.Day) (found indicator.Point, ok bool) {
	for _, p := range points {
		switch key {
		case "last":
			found, ok = p, true
		case "latest":
			if p.Figure.Known() {
				found, ok = p, true
			}
		case "greatest":
			if p.Figure.Known() && (!ok || p.Figure.Value.High.Cmp(found.Figure.Value.High) > 0) {
				found, ok = p, true
			}
		case "next":
			last := p.Period.Last()
			if !last.IsZero() && !last.Before(asOf) && (!ok || last.Before(found.Period.Last())) {
				found, ok = p, true
			}
		case p.Key:
			return p, true
		}
	}
	return found, ok
}
