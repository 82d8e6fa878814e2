package indicator

import (
	"cmp"
	"slices"
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// series shows series through time, one line each, then our calculations and what was
// promised, on lines of their own. Series that were withdrawn are left out; when none
// is left, the first is shown as unknown.
func series(ds *dataset.Dataset, d *record.Indicator) Answer {
	var a Answer
	several := 0
	for _, w := range d.Lines {
		if w.Series != "" {
			several++
		}
	}
	for _, w := range d.Lines {
		if s := seriesInHand(ds, w.Series); s != nil {
			a.Unit = s.Unit
			a.Lines = append(a.Lines, lineOf(w, s))
			a.qualify(ds, s, several > 1)
		}
	}
	if len(a.Lines) == 0 {
		return absent(ds, d, first(d))
	}
	a.Coverage = yearsKnown(a.Lines)
	a.explain(ds)
	for _, w := range d.Lines {
		a.calculated(ds, Line{Key: w.Key, Label: w.Label, Role: w.Role}, w.Calculations...)
		if target := targetLine(ds, w); len(target.Points) > 0 {
			a.Lines = append(a.Lines, target)
		}
	}
	return a
}

func seriesInHand(ds *dataset.Dataset, id string) *dataset.Series {
	if s := ds.SeriesByID(id); s != nil && !s.IsWithdrawn(ds.AsOf) {
		return s
	}
	return nil
}

func lineOf(w record.IndicatorLine, s *dataset.Series) Line {
	l := Line{Key: w.Key, Label: w.Label, Role: w.Role}
	if l.Label.IsZero() {
		l.Label = s.Title
	}
	for _, p := range s.Points {
		l.Points = append(l.Points,
			Point{Key: figure.Slug(p.Figure.Period), Label: inWords(p.Figure.Period), Period: p.Figure.Period,
				Figure: p.Figure, Href: &record.Ref{Kind: record.SeriesKind, ID: s.ID}, Break: p.Break})
	}
	return l
}

// targetLine is what commitments promise of a series, at their deadlines. Two
// commitments that promise the same for the same day are one point.
func targetLine(ds *dataset.Dataset, w record.IndicatorLine) Line {
	l := Line{Key: w.Key, Label: w.Label, Role: w.Role}
	if w.TargetsOf == "" {
		return l
	}
	for _, c := range promises(ds, w.TargetsOf) {
		if c.Deadline == nil {
			continue
		}
		due := cal.At(*c.Deadline)
		same := func(p Point) bool { return p.Period == due && p.Figure.Value.Equal(c.Promised.Value) }
		if slices.ContainsFunc(l.Points, same) {
			continue
		}
		l.Points = append(l.Points, Point{Key: figure.Slug(due), Label: inWords(due), Period: due, Figure: c.Promised,
			Href: &record.Ref{Kind: record.Commitments, ID: c.ID}})
	}
	return l
}

// promises gives the commitments that a series measures, with a number.
func promises(ds *dataset.Dataset, series string) []*dataset.Commitment {
	var out []*dataset.Commitment
	for _, c := range inHand(ds, ds.Commitments) {
		if c.Target != nil && c.Target.Series == series && c.Promised.Known() {
			out = append(out, c)
		}
	}
	return out
}

// yearsKnown counts the years of each line, from its first observation to its last,
// and those of which a value is known: the calendar gives the total, not the points.
func yearsKnown(lines []Line) Coverage {
	c := Coverage{Of: say("années de chaque série, de sa première observation à sa dernière",
		"years of each series, from its first observation to its last")}
	for _, l := range lines {
		first, last, with := 0, 0, map[int]bool{}
		for _, p := range l.Points {
			from, to := yearsOf(p.Period)
			if from == 0 {
				continue
			}
			if first == 0 || from < first {
				first = from
			}
			last = max(last, to)
			for y := from; y <= to && p.Figure.Known(); y++ {
				with[y] = true
			}
		}
		if first > 0 {
			c.Known, c.Total = c.Known+len(with), c.Total+last-first+1
		}
	}
	return c
}

// yearsOf are the first and the last year of a period; an open end is the other
// end, and zero stands for no date at all.
func yearsOf(p cal.Period) (first, last int) {
	if !p.First().IsZero() {
		first = p.First().Year()
	}
	if !p.Last().IsZero() {
		last = p.Last().Year()
	}
	return cmp.Or(first, last), cmp.Or(last, first)
}

// known counts the points that have a value.
func known(points []Point) int {
	n := 0
	for _, p := range points {
		if p.Figure.Known() {
			n++
		}
	}
	return n
}

// qualify adds what a reader must know of a series: its note, and what its
// perimeter is known to leave out.
func (a *Answer) qualify(ds *dataset.Dataset, s *dataset.Series, several bool) {
	name := lang.Text{}
	if several {
		name = s.Title
	}
	a.note(name, s.Series.Note)
	if p := s.Perimeter; p != nil && !p.IsWithdrawn(ds.AsOf) {
		if !p.LeavesOut.IsZero() {
			if several {
				name = p.Title
			}
			a.note(lang.Text{}, notCounted(name, p.LeavesOut))
		}
		for _, c := range p.Claims {
			if !slices.Contains(a.Claims, c.ID) {
				a.Claims = append(a.Claims, c.ID)
			}
		}
	}
}

// note adds a remark once, under the name of what it is about.
func (a *Answer) note(about, text lang.Text) {
	if text.IsZero() || slices.ContainsFunc(a.Notes, func(n lang.Text) bool { return strings.HasSuffix(n.FR, text.FR) }) {
		return
	}
	a.Notes = append(a.Notes, under(about, text))
}

// under puts a remark under the name of what it is about.
func under(about, text lang.Text) lang.Text {
	switch {
	case about.IsZero():
		return text
	case strings.HasSuffix(about.FR, "?"):
		return lang.Join(" ", about, text)
	}
	return say("{about} : {text}", "{about}: {text}").With(lang.In("about", about), lang.In("text", text))
}

func notCounted(name, what lang.Text) lang.Text {
	head := say("Non compté", "Not counted")
	if !name.IsZero() {
		head = say("{name}, non compté", "{name}, not counted").With(lang.In("name", name))
	}
	return under(head, what.Map(lower))
}

// explain adds the explanation of each declared contradiction that concerns a
// claim behind the points.
func (a *Answer) explain(ds *dataset.Dataset) {
	behind := map[string]bool{}
	for _, l := range a.Lines {
		for _, p := range l.Points {
			for _, id := range p.Figure.Rests.Claims {
				behind[id] = true
			}
		}
	}
	for _, c := range inHand(ds, ds.Contradictions) {
		if slices.ContainsFunc(c.Contradiction.Claims, func(id string) bool { return behind[id] }) {
			a.note(c.Title, c.Explanation)
		}
	}
}

// absent answers for series that this site does not hold.
func absent(ds *dataset.Dataset, d *record.Indicator, w record.IndicatorLine) Answer {
	u, now := unitOf(ds, d.Unit), cal.At(cal.OfYear(ds.AsOf.Year()))
	l := Line{Key: w.Key, Label: w.Label, Role: w.Role}
	f := unknown(d.ID, w.Key, figure.Slug(now), w.Label, u, record.NotCollected)
	f.Period = now
	l.Points = []Point{{Key: figure.Slug(now), Label: inWords(now), Period: now, Figure: f}}
	return Answer{Unit: u, Lines: []Line{l}, Coverage: Coverage{Unknown: true, Of: say("observations", "observations")},
		Notes: []lang.Text{say("Les données de ce site ne comptent pas cette série.",
			"The data of this site does not hold this series.")}}
}

// calculated adds calculations as a line of its own: our arithmetic is never
// joined to what sources say.
func (a *Answer) calculated(ds *dataset.Dataset, l Line, ids ...string) {
	for _, id := range ids {
		c := ds.CalculationByID(id)
		if c == nil || c.IsWithdrawn(ds.AsOf) || !c.Figure.Known() || c.Figure.Unit.ID != a.Unit.ID ||
			c.Figure.Period.IsZero() {
			continue
		}
		l.Points = append(l.Points,
			Point{Key: figure.Slug(c.Figure.Period), Label: inWords(c.Figure.Period), Period: c.Figure.Period,
				Figure: c.Figure, Href: &record.Ref{Kind: record.Calculations, ID: c.ID}})
		a.note(c.Title, c.Warning)
	}
	if len(l.Points) > 0 {
		slices.SortStableFunc(l.Points, func(a, b Point) int { return a.Period.Compare(b.Period) })
		a.Lines = append(a.Lines, l)
	}
}
