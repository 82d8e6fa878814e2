package feed

import (
	"strings"

	ics "github.com/arran4/golang-ical"

	"vigie/internal/value/cal"
)

// Calendar is a list of days to come.
type Calendar struct {
	Name         string
	Description  string
	Lang         string
	Appointments []Appointment
}

// Appointment is a whole day.
type Appointment struct {
	UID         string // made by UID
	Day         cal.Day
	Stamp       cal.Day // when what is known of it last changed
	Summary     string
	Description string
	Page        string // full address; empty when the site has none
	Category    string
}

// Bytes writes the calendar: lines end in CR LF and hold 75 octets at most.
func (c Calendar) Bytes() []byte {
	var out ics.Calendar
	out.SetVersion("2.0")
	out.SetProductId("-//Vigie//Calendar//" + strings.ToUpper(c.Lang))
	out.SetCalscale("GREGORIAN")
	out.SetMethod(ics.MethodPublish)
	out.SetName(c.Name)
	out.SetDescription(c.Description)
	out.SetXWRCalDesc(c.Description)
	for _, a := range c.Appointments {
		out.AddVEvent(a.event())
	}
	return []byte(out.Serialize(ics.WithNewLineWindows))
}

func (a Appointment) event() *ics.VEvent {
	e := ics.NewEvent(a.UID)
	e.SetDtStampTime(a.Stamp.Time())
	e.SetAllDayStartAt(a.Day.Time())
	e.SetAllDayEndAt(a.Day.AddDays(1).Time()) // the first day after
	e.SetSummary(a.Summary)
	if a.Description != "" {
		e.SetDescription(a.Description)
	}
	if a.Page != "" {
		e.SetURL(a.Page)
	}
	if a.Category != "" {
		e.AddCategory(a.Category)
	}
	e.SetTimeTransparency(ics.TransparencyTransparent)
	return e
}
