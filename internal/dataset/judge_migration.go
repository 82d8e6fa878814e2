package dataset

import (
	"vigie/internal/cal"
	"vigie/internal/record"
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
			if s.On != nil {
				m.Documented = *s.On
			}
		}
	}
}

// LiveIn gives the year from which a service is documented as live, and whether
// a source dates the move itself or only the document does.
func (m *Migration) LiveIn() (year int, dating record.Dating, ok bool) {
	for _, s := range m.Statuses {
		if s.Status == record.Live && s.On != nil {
			return firstYear(*s.On), s.Dating, true
		}
	}
	return 0, "", false
}

func firstYear(p cal.Period) int {
	if p.From.IsZero() {
		return p.To.Year()
	}
	return p.From.Year()
}
