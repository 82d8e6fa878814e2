package indicator

import (
	"fmt"

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
	as := first(d)
	s := dataset.Find[*dataset.Source](ds, record.Sources, d.Rows.Source)
	if s == nil || s.Collected == nil || s.Collected.Listed() == 0 {
		a := absent(ds, d, as)
		a.Notes = []lang.Text{say("Rien n’a encore été relevé de cette source.",
			"Nothing was collected from this source yet.")}
		return a
	}
	a := Answer{Unit: unitOf(ds, d.Unit), Coverage: Coverage{Of: d.Cases}}
	if a.Coverage.Of.IsZero() {
		a.Coverage.Of = say("lignes relevées", "rows collected")
	}
	count := s.Collected.Count(*d.Rows)
	// a row that could not be read may be one of those that are counted
	a.Coverage.Known, a.Coverage.Total = count.Placed, count.Fitting+s.Collected.State.Unreadable
	title := lang.Text{FR: "« " + s.Title + " »", EN: "“" + s.Title + "”"}
	a.Notes = append(a.Notes,
		lang.Text{FR: "Compté dans les lignes relevées de la source " + title.FR + ".",
			EN: "Counted in the rows collected from the source " + title.EN + "."})
	if s.Collected.State.Unreadable > 0 {
		a.Notes = append(a.Notes, say("Des lignes de cette source n’ont pas pu être lues : elles sont dans le total "+
			"de la couverture et dans aucun point.",
			"Some rows of this source could not be read: they are in the total of the coverage and in no point."))
	}
	line := Line{Key: as.Key, Label: as.Label, Role: as.Role}
	taken := map[string]int{}
	for _, p := range count.Places {
		key, label, period := p.Value, lang.Name(p.Value), cal.Period{}
		if d.Rows.By == "" {
			key = ownKey(p.Value, taken)
		}
		if d.Rows.By != "" {
			period = cal.At(cal.MustDate(p.Value))
			label = inWords(period)
		}
		sum := p.Sum
		if d.Rows.Round != nil {
			rounded, err := quantity.Round(sum, *d.Rows.Round)
			if err != nil {
				continue // more digits than a decimal holds
			}
			sum = rounded
		}
		f := figure.Figure{ID: figureID(d.ID, line.Key, key), Label: join(line.Label, label), Nature: figure.Counted,
			State: figure.Sure,
			Value: quantity.Of(sum), Unit: a.Unit, Period: period,
			Rests: figure.Rests{Collected: []string{s.ID}, Words: rowWords(s, d.Rows, p.Value)}}
		line.Points = append(line.Points,
			Point{Key: key, Label: label, Period: period, Figure: f, Href: &record.Ref{Kind: record.Sources, ID: s.ID}})
	}
	if !s.Collected.State.IsGood() {
		a.Notes = append(a.Notes,
			say("La dernière visite de cette source a échoué, ou n’était pas plausible : ce sont les dernières lignes sûres.",
				"The last visit of this source failed, or was not plausible: these are the last rows that can be relied on."))
	}
	if len(line.Points) == 0 {
		return absent(ds, d, as)
	}
	a.Lines = []Line{line}
	return a
}

// ownKey is a piece of address for a category, unlike those that were taken.
func ownKey(value string, taken map[string]int) string {
	key := dataset.Slug(value)
	if taken[key]++; taken[key] > 1 {
		key = fmt.Sprintf("%s-%d", key, taken[key])
	}
	return key
}

// rowWords say which rows a figure counts.
func rowWords(s *dataset.Source, by *record.RowCount, value string) lang.Text {
	column := func(name string) lang.Text {
		if i := s.Collected.Index(name); i >= 0 && !s.Collected.Columns[i].Label.IsZero() {
			return s.Collected.Columns[i].Label
		}
		return lang.Name(name)
	}
	along := column(by.Along)
	if by.Sum == "" {
		return lang.Text{FR: "lignes encore présentes dans la source, où « " + along.FR + " » est « " + value + " »",
			EN: "rows that the source still lists, where “" + along.EN + "” is “" + value + "”"}
	}
	sum, rounded := column(by.Sum), lang.Text{}
	if by.Round != nil {
		rounded = say(", arrondie", ", rounded")
	}
	return lang.Text{FR: "somme de « " + sum.FR + " » dans les lignes encore présentes dans la source, où « " +
		along.FR + " » est « " + value + " »" + rounded.FR,
		EN: "sum of “" + sum.EN + "” in the rows that the source still lists, where “" + along.EN + "” is “" + value + "”" +
			rounded.EN}
}
