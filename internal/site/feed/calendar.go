package feed

import (
	"bytes"
	"strings"
	"unicode/utf8"

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
	Stamp       cal.Day // when what is told of it last changed
	Summary     string
	Description string
	Page        string // full address; empty when the site has none
	Category    string
}

// Bytes writes the calendar.
func (c Calendar) Bytes() []byte {
	var b bytes.Buffer
	line(&b, "BEGIN:VCALENDAR")
	line(&b, "VERSION:2.0")
	line(&b, "PRODID:-//Vigie//Calendar//"+strings.ToUpper(c.Lang))
	line(&b, "CALSCALE:GREGORIAN")
	line(&b, "METHOD:PUBLISH")
	for _, name := range []string{"NAME", "X-WR-CALNAME"} {
		line(&b, name+":"+escape(c.Name))
	}
	for _, name := range []string{"DESCRIPTION", "X-WR-CALDESC"} {
		line(&b, name+":"+escape(c.Description))
	}
	for _, a := range c.Appointments {
		a.write(&b)
	}
	line(&b, "END:VCALENDAR")
	return b.Bytes()
}

func (a Appointment) write(b *bytes.Buffer) {
	line(b, "BEGIN:VEVENT")
	line(b, "UID:"+a.UID)
	line(b, "DTSTAMP:"+compact(a.Stamp)+"T000000Z")
	line(b, "DTSTART;VALUE=DATE:"+compact(a.Day))
	line(b, "DTEND;VALUE=DATE:"+compact(a.Day.AddDays(1))) // the first day after
	line(b, "SUMMARY:"+escape(a.Summary))
	if a.Description != "" {
		line(b, "DESCRIPTION:"+escape(a.Description))
	}
	if a.Page != "" {
		line(b, "URL:"+a.Page)
	}
	if a.Category != "" {
		line(b, "CATEGORIES:"+escape(a.Category))
	}
	line(b, "TRANSP:TRANSPARENT")
	line(b, "END:VEVENT")
}

func compact(d cal.Day) string { return strings.ReplaceAll(d.String(), "-", "") }

var escapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`)

func escape(s string) string { return escapes.Replace(s) }

// maxOctets is the longest line that RFC 5545 wants, without its end.
const maxOctets = 75

// line writes one content line, folded between characters.
func line(b *bytes.Buffer, s string) {
	room := maxOctets
	for len(s) > room {
		cut := room
		for !utf8.RuneStart(s[cut]) {
			cut--
		}
		b.WriteString(s[:cut] + "\r\n ")
		s, room = s[cut:], maxOctets-1 // the space counts
	}
	b.WriteString(s + "\r\n")
}
