package demarches

import (
	"encoding/json"
	"strings"
	"time"

	"vigie/internal/collect"
	"vigie/internal/value/cal"
	"vigie/internal/value/tabular"
)

// procedure is one procedure in one edition. It keeps the first thing that is
// wrong with it.
type procedure struct {
	element map[string]json.RawMessage
	at      string
	unread  *tabular.Tally
	bad     *collect.Bad
}

func (p *procedure) refuse(name, found, wanted string) {
	if p.bad == nil {
		p.bad = &collect.Bad{At: p.at, Column: name, Found: found, Wanted: wanted}
	}
}

// read gives the record of a procedure, and the last day of its edition when the
// procedure gives it.
func (p *procedure) read() (collect.Row, cal.Date) {
	name, start, end := p.edition()
	marks := p.marks()
	cells := []string{
		p.identifier("editionId"), p.identifier("id"), name, start.String(), end.String(),
		p.number(), p.required("title"), p.required("ministere"), p.text("administration"), p.volume(),
		marks.mark("online", online), marks.mark("handicap", accessible), marks.percent("handicap"), marks.uptime(),
		marks.milliseconds("performance"), marks.outOfTen("satisfaction"),
	}
	return collect.Row{Cells: cells, At: p.at}, end
}

// text is a member as text, on one line; empty when it is not there.
func (p *procedure) text(name string) string { return p.of(p.element, name) }

func (p *procedure) of(object map[string]json.RawMessage, name string) string {
	t, ok := tabular.Text(object[name])
	if !ok {
		p.refuse(name, string(object[name]), "a text")
	}
	return strings.Join(strings.Fields(t), " ")
}

func (p *procedure) required(name string) string {
	t := p.text(name)
	if t == "" {
		p.refuse(name, "", "a text")
	}
	return t
}

func (p *procedure) identifier(name string) string {
	t := p.text(name)
	if !identifier.MatchString(t) {
		p.refuse(name, t, "24 digits, in hexadecimal")
	}
	return t
}

// number is that under which the DINUM follows the procedure, in its present tool
// or in the one before.
func (p *procedure) number() string {
	if n := p.text("grist_identifier"); n != "" {
		return n
	}
	return p.text("airtable_identifier")
}

func (p *procedure) volume() string {
	t := p.text("volume")
	if isNone(t) {
		return ""
	}
	n, ok := tabular.Decimal(t)
	if !ok || strings.HasPrefix(n, "-") {
		p.refuse("volume", t, "a number of files")
	}
	return n
}

// edition gives the name and the period of the edition; older answers have none.
func (p *procedure) edition() (name string, start, end cal.Date) {
	raw := p.element["edition"]
	if len(raw) == 0 || string(raw) == "null" {
		return "", start, end
	}
	var edition map[string]json.RawMessage
	if json.Unmarshal(raw, &edition) != nil {
		p.refuse("edition", string(raw), "an edition")
		return "", start, end
	}
	countUnknown(p.unread, "edition/", ofEdition, edition)
	return p.of(edition, "name"), p.day(edition, "start_date"), p.day(edition, "end_date")
}

// day is the day, in Paris, of a moment given in universal time: midnight there is
// 22 or 23 hours the day before.
func (p *procedure) day(object map[string]json.RawMessage, name string) cal.Date {
	t := p.of(object, name)
	if t == "" {
		return cal.Date{}
	}
	moment, err := time.Parse(time.RFC3339, t)
	if err != nil {
		p.refuse(name, t, "a moment such as 2026-01-01T00:00:00.000Z")
		return cal.Date{}
	}
	moment = moment.UTC()
	if moment.Hour() >= 22 && moment.Minute() == 0 && moment.Second() == 0 {
		moment = moment.Add(2 * time.Hour)
	}
	return cal.On(cal.FromTime(moment))
}
