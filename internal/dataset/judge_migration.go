package dataset

import (
	"vigie/internal/record"
	"vigie/internal/value/cal"
)

// judgeMigrations finds where each migration stands on the day of reference, and
// when a source last documented it.
func (ds *Dataset) judgeMigrations() {
	for _, m := range ds.Migrations {
		for _, s := range m.Statuses {
			if s.On != nil && s.On.First().After(ds.AsOf) {
				continue
			}
			m.Current = s
			if m.live == nil && s.Status == record.Live && s.On != nil {
				m.live = &s
			}
			if s.On != nil {
				m.Documented = *s.On
			}
		}
	}
}

// LiveIn gives the year from which a service is documented as live by the day of
// reference, and whether a source dates the move itself or only the document
// does; ok is false when no dated source says that it is live.
func (m *Migration) LiveIn() (year int, dating record.Dating, ok bool) {
	if m.live == nil {
		return 0, "", false
	}
	return firstYear(*m.live.On), m.live.Dating, true
}

func firstYear(p cal.Period) int {
	if p.From.IsZero() {
		return p.To.Year()
	}
	return p.From.Year()
}
