package site

import (
	"iter"
	"slices"
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// QualificationsPage shows who is qualified until when.
type QualificationsPage struct {
	Filters  []FilterGroup
	Filter   string // what this page keeps, in words; empty for all
	Compare  *Link  // where qualified providers are compared; nil where the site does not
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
		charts := v.chartsOf("qualifications",
			"qualification-calendar", "expiries-ahead", "qualified-offers", "qualifications-in-progress")
		all := QualificationsPage{Filters: v.qualificationFilterLinks(""), Charts: charts, Missing: v.undescribed(),
			Overtaken: v.overtakenQualifications()}
		if v.site.has(compareKey) {
			all.Compare = &Link{Href: v.site.Href(v.l, compareKey), Text: v.word("compare.qualified-go")}
		}
		v.sortQualifications(&all, func(*dataset.Qualification) bool { return true })
		p := v.answering("qualifications", "qualifications", all)
		p.Feeds = v.feeds()
		if !yield(p) {
			return
		}
		for _, f := range v.qualificationFilters() {
			title, lead, _ := v.intro("qualifications")
			v.judgesAll(record.Qualifications)
			body := QualificationsPage{Filters: v.qualificationFilterLinks(f.words), Filter: f.words}
			v.sortQualifications(&body, f.keep)
			if !yield(v.below("qualifications", filterSlug(f.slug), "qualifications",
				title+v.colon()+f.words, lead, body)) {
				return
			}
		}
	}
}

// sortQualifications fills a page with those that a filter keeps, the first to end first.
func (v view) sortQualifications(body *QualificationsPage, keep func(*dataset.Qualification) bool) {
	list := slices.Clone(v.site.Data.Qualifications)
	slices.SortStableFunc(list, func(a, b *dataset.Qualification) int {
		if (a.Period == nil) != (b.Period == nil) { // one without dates comes last
			if a.Period == nil {
				return 1
			}
			return -1
		}
		return a.DaysLeft - b.DaysLeft
	})
	for _, q := range list {
		if !keep(q) {
			continue
		}
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
}

// qualificationFilter keeps some qualifications, on a page of its own.
type qualificationFilter struct {
	group string // key of the words of its group
	slug  lang.Text
	words string // its own, in the language of the page
	keep  func(*dataset.Qualification) bool
}

// qualificationFilters are by state, by scheme and level where there are several, then by the
// service models that a qualified offer has.
func (v view) qualificationFilters() []qualificationFilter {
	out := []qualificationFilter{
		{standingFilter, lang.Text{FR: "en-vigueur", EN: "in-force"}, v.word("filter.in-force"),
			(*dataset.Qualification).Counts},
		{standingFilter, lang.Text{FR: "a-verifier", EN: "to-check"}, v.word("filter.ended"), unconfirmed},
		{standingFilter, lang.Text{FR: "en-cours", EN: "in-progress"}, v.word("filter.in-progress"),
			func(q *dataset.Qualification) bool { return q.Standing == dataset.StandingInProgress }},
	}
	seals := v.site.seals()
	if len(seals) < 2 {
		seals = nil // nothing to choose among
	}
	for _, s := range seals {
		out = append(out, qualificationFilter{"filter.scheme", lang.Name(strings.Trim(string(s.scheme)+"-"+s.level, "-")),
			v.atLevel(s.scheme, s.level),
			func(q *dataset.Qualification) bool { return q.Scheme == s.scheme && q.Level == s.level }})
	}
	for _, w := range v.wordsIn(record.ModelList) {
		has := func(q *dataset.Qualification) bool {
			return q.Offer != nil && slices.Contains(q.Offer.Models, record.Model(w.ID))
		}
		if slices.ContainsFunc(v.site.Data.Qualifications, has) {
			out = append(out, qualificationFilter{"filter.model", lang.Name(strings.ToLower(w.ID)), v.text(w.Name), has})
		}
	}
	return out
}

func (v view) qualificationFilterLinks(current string) []FilterGroup {
	home := v.site.Href(v.l, "qualifications")
	out := []FilterGroup{}
	for _, f := range v.qualificationFilters() {
		if len(out) == 0 || out[len(out)-1].Title != v.word(f.group) {
			out = append(out, FilterGroup{Title: v.word(f.group)})
		}
		g := &out[len(out)-1]
		g.Links = append(g.Links,
			Link{Href: home + filterSlug(f.slug).In(v.l) + "/", Text: f.words, Current: f.words == current})
	}
	return out
}
