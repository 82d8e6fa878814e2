package indicator

import (
	"fmt"
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// countedRows counts the rows that a source still lists, or adds up one of their
// columns: by the values of another column, or by the year or month of a date. A row
// without a place, or without the number that is added up, is not in the points; the
// coverage counts it.
func countedRows(ds *dataset.Dataset, d *record.Indicator) Answer {
	s := dataset.Find[*dataset.Source](ds, record.Sources, d.Rows.Source)
	if s == nil || s.Collected == nil || s.Collected.Listed() == 0 {
		return noRows(ds, d, Coverage{Unknown: true, Of: rowCases(d)},
			say("Rien n’a encore été relevé de cette source.", "Nothing was collected from this source yet."))
	}
	a := Answer{Unit: unitOf(ds, d.Unit), Coverage: Coverage{Of: rowCases(d)}}
	count := s.Collected.Count(*d.Rows)
	// a row that could not be read may be one of those that are counted
	a.Coverage.Known, a.Coverage.Total = count.Placed, count.Fitting+s.Collected.State.Unreadable
	if len(count.Places) == 0 {
		return noRows(ds, d, a.Coverage, say("Aucune ligne relevée ne remplit ces conditions.",
			"No row that was collected fulfils these conditions."))
	}
	a.Notes = rowNotes(s)
	as := first(d)
	line := Line{Key: as.Key, Label: as.Label, Role: as.Role}
	var values []string
	for _, p := range count.Places {
		values = append(values, p.Value)
	}
	keys := ownKeys(values)
	for i, p := range count.Places {
		at := Point{Label: cellWords(s, d.Rows.Along, p.Value), Href: &record.Ref{Kind: record.Sources, ID: s.ID}}
		switch {
		case d.Rows.By != "":
			at.Key, at.Period = p.Value, cal.At(cal.MustDate(p.Value))
			at.Label = inWords(at.Period)
		case len(d.Rows.Places) > 0:
			at.Key, at.Label = keys[p.Value], d.Rows.Places[i].Label
		default:
			at.Key = keys[p.Value]
		}
		at.Figure = rowFigure(d, s, p.Value, p.Sum, figure.Figure{ID: figureID(d.ID, line.Key, at.Key),
			Label: join(line.Label, at.Label), Unit: a.Unit, Period: at.Period})
		line.Points = append(line.Points, at)
	}
	a.Lines = []Line{line}
	return a
}

// rowFigure is the number of the rows at a place, or what they add up to. A sum that is
// rounded rests on the exact one, a figure of its own.
func rowFigure(d *record.Indicator, s *dataset.Source, value string, sum quantity.Decimal,
	f figure.Figure) figure.Figure {
	f.Nature, f.State, f.Value = figure.Counted, figure.Sure, quantity.Of(sum)
	f.Rests = figure.Rests{Collected: []string{s.ID}, Words: rowWords(s, d.Rows, value)}
	if d.Rows.Sum == "" || d.Rows.Round == nil {
		return f
	}
	exact := f
	exact.ID += "/sum"
	f.Rests = figure.Rests{Collected: []string{s.ID}, Words: roundedWords(*d.Rows.Round)}
	f, err := figure.Sum(f, []figure.Input{{Name: "sum", Figure: exact}})
	if err == nil {
		f, err = f.Rounded(*d.Rows.Round)
	}
	if err != nil { // more digits than a decimal holds
		f.State, f.Reason = figure.Unknown, record.NotCollected
	}
	return f
}

// rowCases are what the coverage counts.
func rowCases(d *record.Indicator) lang.Text {
	if d.Cases.IsZero() {
		return say("lignes relevées", "rows collected")
	}
	return d.Cases
}

// noRows is the answer where no row is: a figure without value, and why.
func noRows(ds *dataset.Dataset, d *record.Indicator, cover Coverage, why lang.Text) Answer {
	a := absent(ds, d, first(d))
	a.Coverage, a.Notes = cover, []lang.Text{why}
	return a
}

// rowNotes say where the rows were collected, and what may be missing of them.
func rowNotes(s *dataset.Source) []lang.Text {
	out := []lang.Text{say("Compté dans les lignes relevées de la source « {title} ».",
		"Counted in the rows collected from the source “{title}”.").With(lang.In("title", lang.Name(s.Title)))}
	if s.Collected.State.Unreadable > 0 {
		out = append(out, say("Des lignes de cette source n’ont pas pu être lues : elles sont dans le total "+
			"de la couverture et dans aucun point.",
			"Some rows of this source could not be read: they are in the total of the coverage and in no point."))
	}
	if !s.Collected.State.IsGood() {
		out = append(out,
			say("La dernière visite de cette source a échoué, ou n’était pas plausible : ce sont les dernières lignes sûres.",
				"The last visit to this source failed, or brought back something implausible: these are the last rows that "+
					"can be relied on."))
	}
	return out
}

// ownKeys gives each category a piece of address of its own. Two values that come down to
// the same letters are numbered in the order of their letters, which no count changes.
func ownKeys(values []string) map[string]string {
	slices.Sort(values)
	out, taken := map[string]string{}, map[string]int{}
	for _, value := range values {
		key := dataset.Slug(value)
		if taken[key]++; taken[key] > 1 {
			key = fmt.Sprintf("%s-%d", key, taken[key])
		}
		out[value] = key
	}
	return out
}
