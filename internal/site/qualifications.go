package site

import (
	"iter"
	"slices"

	"vigie/internal/dataset"
)

// QualificationsPage shows who is qualified until when.
type QualificationsPage struct {
	Prose    Prose
	Charts   []Chart
	Held     []QualificationView // in force, the first to end first
	Ended    []QualificationView // their term has passed by what was read, and a renewal may not have been
	Past     []QualificationView // replaced, withdrawn, or passed and left out since
	Progress []QualificationView
	// Missing are in the collected catalogue, and have no record here.
	Missing []UndescribedView
	// Overtaken are lists in progress that lag behind the catalogue.
	Overtaken []*OvertakenView
}

// unconfirmed says that the term of a qualification has passed, and that nothing
// read shows that it was not renewed.
func unconfirmed(q *dataset.Qualification) bool {
	return q.Term == dataset.TermUnread || q.Term == dataset.TermListed
}

func qualificationPages(v view) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		title, lead, prose := v.intro("qualifications")
		body := QualificationsPage{Prose: prose,
			Charts: v.charts("qualification-calendar", "expiries-ahead", "qualified-offers", "qualifications-in-progress")}
		list := slices.Clone(v.site.Data.Qualifications)
		slices.SortStableFunc(list, func(a, b *dataset.Qualification) int { return a.DaysLeft - b.DaysLeft })
		for _, q := range list {
			qv := v.qualification(q)
			switch {
			case q.Counts():
				body.Held = append(body.Held, qv)
			case unconfirmed(q):
				body.Ended = append(body.Ended, qv)
			case q.Standing == dataset.StandingInProgress:
				body.Progress = append(body.Progress, qv)
			default:
				body.Past = append(body.Past, qv)
			}
		}
		body.Missing = v.undescribed()
		body.Overtaken = v.overtakenQualifications()
		p := v.page("qualifications", "qualifications", title, lead, body)
		p.Feeds = v.feeds()
		yield(p)
	}
}
