package boamp

import (
	"time"

	"vigie/internal/value/cal"
)

// moment reads a moment with its zone, and gives its day in Paris: a deadline given
// as ten in the evening, universal time, is midnight there in summer.
//
// The rule of summer time is that of the Union since 1996 (directive 2000/84/EC),
// and is here so that a day does not depend on the machine.
func moment(text string) (cal.Day, bool) {
	t, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return cal.Day{}, false
	}
	t = t.UTC()
	ahead := time.Hour
	if !t.Before(lastSunday(t.Year(), time.March)) && t.Before(lastSunday(t.Year(), time.October)) {
		ahead = 2 * time.Hour
	}
	return cal.FromTime(t.Add(ahead)), true
}

// lastSunday is the last Sunday of a month, at one in the morning, universal time.
func lastSunday(year int, month time.Month) time.Time {
	t := time.Date(year, month+1, 0, 1, 0, 0, 0, time.UTC)
	return t.AddDate(0, 0, -int(t.Weekday()))
}
