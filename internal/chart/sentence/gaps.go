package sentence

import (
	"slices"

	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/value/cal"
)

// because says why something is unknown, as the end of a sentence.
var because = map[record.Reason]pattern{
	record.NotPublished: say("car personne ne le publie", "as nobody publishes it"),
	record.NotFound:     say("car nous l'avons cherché sans le trouver", "as we looked for it and did not find it"),
	record.NotCollected: say("car nous ne l'avons pas encore cherché ou lu",
		"as we have not looked for it or read it yet"),
	record.Secret:        say("car la loi le protège", "as the law protects it"),
	record.NotApplicable: say("car la question ne se pose pas", "as the question does not apply"),
	record.Expected:      say("car la publication en est attendue", "as it is still to be published"),
	record.Lost:          say("car ce qui fut publié ne se trouve plus", "as what was published can no longer be found"),
	record.Refused:       say("car la demande en a été refusée", "as it was asked for and refused"),
}

// gaps says what is unknown, reason by reason, then the years of which the data
// says nothing at all.
func (t *composer) gaps(shape indicator.Shape, lines []indicator.Line) {
	for _, why := range record.Reasons() {
		missing := func(p indicator.Point) bool { return !p.Figure.Known() && p.Figure.Reason == why }
		var items []piece
		for _, l := range lines {
			switch {
			case !slices.ContainsFunc(l.Points, missing):
			case shape == indicator.Through:
				items = append(items, t.naming(lines, l, t.and(t.runs(l.Points, missing))))
			default:
				for _, p := range l.Points {
					if missing(p) {
						items = append(items, t.naming(lines, l, t.text(p.Label)))
					}
				}
			}
		}
		if len(items) > 0 {
			t.add(say("Inconnu, {because} : {list}.", "Unknown, {because}: {list}."),
				slots{"because": because[why].fill(t, nil), "list": t.list(items)})
		}
	}
	if shape == indicator.Through {
		t.blanks(lines)
	}
}

// runs says when points that fulfil a condition stand, those that follow each
// other together: "de 2020 à 2022", "du 31 mars 2024 au 30 juin 2025". Years are
// together only when no year lies between them.
func (t *composer) runs(points []indicator.Point, wanted func(indicator.Point) bool) []piece {
	var out []piece
	for i := 0; i < len(points); i++ {
		if !wanted(points[i]) {
			continue
		}
		j := i
		for j+1 < len(points) && wanted(points[j+1]) && follows(points[j].Period, points[j+1].Period) {
			j++
		}
		if j > i {
			out = append(out, t.fromTo(points[i].Period.From, points[j].Period.From))
		} else {
			out = append(out, t.when(points[i].Period))
		}
		i = j
	}
	return out
}

// follows says that two periods of a line may be described as one run.
func follows(a, b cal.Period) bool {
	d, single := a.Single()
	e, alone := b.Single()
	if !single || !alone || d.Precision() != e.Precision() {
		return false
	}
	return d.Precision() != cal.ByYear || e.Year() == d.Year()+1
}

// blanks lists the years between two points of a yearly line that have no point.
func (t *composer) blanks(lines []indicator.Line) {
	var items []piece
	for _, l := range lines {
		if between := blankYears(l.Points); len(between) > 0 {
			every := func(indicator.Point) bool { return true }
			items = append(items, t.naming(lines, l, t.and(t.runs(between, every))))
		}
	}
	if len(items) > 0 {
		t.add(say("Aucune observation : {list}.", "No observation: {list}."), slots{"list": t.list(items)})
	}
}

// blankYears gives a point for each year that lies between two points of a yearly
// line and has none of its own; nothing when the line is not yearly.
func blankYears(points []indicator.Point) []indicator.Point {
	var years []int
	for _, p := range points {
		d, single := p.Period.Single()
		if !single || d.Precision() != cal.ByYear {
			return nil
		}
		years = append(years, d.Year())
	}
	if len(years) == 0 {
		return nil
	}
	var out []indicator.Point
	for y := slices.Min(years); y < slices.Max(years); y++ {
		if !slices.Contains(years, y) {
			out = append(out, indicator.Point{Period: cal.At(cal.OfYear(y))})
		}
	}
	return out
}

// byPeriod sorts points by time.
func byPeriod(points []indicator.Point) []indicator.Point {
	return slices.SortedStableFunc(slices.Values(points), func(a, b indicator.Point) int {
		return a.Period.Compare(b.Period)
	})
}
