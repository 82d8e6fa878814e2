package record

import "vigie/internal/value/cal"

// Cadence is how often a source is renewed.
type Cadence string

// The closed list of cadences.
const (
	Once       Cadence = "once"
	Daily      Cadence = "daily"
	Weekly     Cadence = "weekly"
	Monthly    Cadence = "monthly"
	Quarterly  Cadence = "quarterly"
	HalfYearly Cadence = "half-yearly"
	Yearly     Cadence = "yearly"
	Irregular  Cadence = "irregular"
)

// Cadences is the closed list.
func Cadences() []Cadence {
	return []Cadence{Once, Daily, Weekly, Monthly, Quarterly, HalfYearly, Yearly, Irregular}
}

// Next is the day on which a source that was renewed on a day is renewed again;
// false when it has no rhythm.
func (c Cadence) Next(day cal.Day) (cal.Day, bool) {
	switch c {
	case Daily:
		return day.AddDays(1), true
	case Weekly:
		return day.AddDays(7), true
	case Monthly:
		return day.AddMonths(1), true
	case Quarterly:
		return day.AddMonths(3), true
	case HalfYearly:
		return day.AddMonths(6), true
	case Yearly:
		return day.AddMonths(12), true
	}
	return cal.Day{}, false
}
