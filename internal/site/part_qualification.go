package site

import (
	"cmp"
	"slices"
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// QualificationView is a qualification on the page of its offer or in a list.
type QualificationView struct {
	ID         string
	Offer      Link
	By         Link
	Scheme     string
	Under      string // the scheme, where the qualifications of the site are not all under one, at one level
	Version    string
	Models     []string
	Standing   string // in words; of its end alone, Rests says by what that is known
	Rests      string // the editions that its end is known by, and what may have come since
	StandingID string
	Decision   string
	DecisionAt string // outside address of the act
	From       string
	FromISO    string
	Until      string
	UntilISO   string
	Left       *Figure // days left; nil without a period
	LastRead   string  // edition of the list in which it was last seen
	Milestones []MilestoneView
	Listings   []ListingView
	Unknown    string           // why decision or period are not known
	Differs    []DifferenceView // what the collected list says otherwise
	Gone       string           // since when the collected list does not name it any more
	Note       string
	Claims     []Claim
}

// MilestoneView is a step of the procedure.
type MilestoneView struct {
	Name, On string
	Claims   []Claim
}

// ListingView is what one edition of a list says.
type ListingView struct {
	Edition, Listed, Recommendation string
	Source                          Link
	Copy                            *CopyView // the copy that a program read it in; nil when a person read it
}

// qualification is a qualification with the days that are left to it.
func (v view) qualification(q *dataset.Qualification) QualificationView {
	out := v.briefly(q)
	if _, counted := q.Left(); counted {
		left := v.figure(v.site.Figures[DaysLeftID(q.ID)])
		out.Left = &left
	}
	return out
}

// briefly is a qualification without a count of days.
func (v view) briefly(q *dataset.Qualification) QualificationView {
	v.shows(record.Qualifications, q.ID)
	v.judges(q)
	out := QualificationView{ID: q.ID, Scheme: v.atLevel(q.Scheme, q.Level), Version: q.Version,
		Standing: v.word("standing." + string(q.Standing)), StandingID: string(q.Standing), Note: v.text(q.Note),
		LastRead: v.when(q.LastRead()), Claims: v.claims(q.Claims)}
	if len(v.site.seals()) > 1 {
		out.Under = out.Scheme
	}
	if e, ok := indicator.EndingOf(q); ok {
		out.Standing, out.Rests = v.text(e.State), v.text(e.Rests())
	}
	if q.Offer != nil {
		out.Offer = v.offerLink(q.Offer)
		out.By = v.seller(q.Offer)
		out.Models = v.models(q.Offer.Models)
	}
	if q.Decision != nil {
		out.Decision, out.DecisionAt = q.Decision.Number, q.Decision.URL
	}
	if q.Period != nil {
		out.From, out.FromISO = v.day(q.Period.From), q.Period.From.String()
		out.Until, out.UntilISO = v.day(q.Period.Until), q.Period.Until.String()
	}
	if q.Unknown != "" {
		out.Unknown = v.word("reason." + string(q.Unknown))
	}
	for _, m := range q.Milestones {
		out.Milestones = append(out.Milestones,
			MilestoneView{Name: v.step(q.Scheme, m.Name), On: v.when(m.On), Claims: v.claimList(m.Claims)})
	}
	for _, l := range q.Listings {
		lv := ListingView{Edition: v.when(l.Edition), Listed: v.word("listed." + l.Listed), Source: v.sourceLink(l.Source)}
		if l.Recommendation != "" {
			lv.Recommendation = v.name(record.RecommendationList, l.Recommendation)
		}
		out.Listings = append(out.Listings, lv)
	}
	v.listed(q, &out)
	return out
}

// seal is a scheme, with one of its levels where qualifications have one.
type seal struct {
	scheme record.Scheme
	level  string
}

// seals are those under which the qualifications of the site are, in the order of the vocabulary.
func (s *Site) seals() []seal {
	var out []seal
	for _, q := range s.Data.Qualifications {
		if one := (seal{q.Scheme, q.Level}); !slices.Contains(out, one) {
			out = append(out, one)
		}
	}
	words := s.Data.Words
	place := func(one seal) [2]int {
		scheme, _ := words.Find(record.SchemeList, string(one.scheme))
		return [2]int{slices.Index(words.IDs(record.SchemeList), string(one.scheme)),
			slices.IndexFunc(scheme.Levels, func(l record.SchemeLevel) bool { return l.Code == one.level })}
	}
	slices.SortStableFunc(out, func(a, b seal) int {
		x, y := place(a), place(b)
		return cmp.Or(cmp.Compare(x[0], y[0]), cmp.Compare(x[1], y[1]))
	})
	return out
}

// atLevel is the name of a scheme, with the level that something has under it.
func (v view) atLevel(scheme record.Scheme, level string) string {
	name := v.name(record.SchemeList, string(scheme))
	if level != "" {
		name += " (" + v.text(v.site.Data.Words.Level(scheme, level)) + ")"
	}
	return name
}

// step is the name of a milestone; its code where the name opens with it, which is shorter.
func (v view) step(scheme record.Scheme, code string) string {
	word, _ := v.wordOf(record.SchemeList, string(scheme))
	for _, m := range word.Milestones {
		if name := v.text(m.Name); m.Code == code && name != "" && !strings.HasPrefix(name, code) {
			return name
		}
	}
	return code
}

// DaysLeftID is the identifier of the figure that counts the days left of a
// qualification.
func DaysLeftID(qualification string) string { return "days-left/" + qualification }

// gatherDaysLeft makes the figure of the days left of each dated qualification.
func (s *Site) gatherDaysLeft() {
	for _, q := range s.Data.Every.Qualifications {
		if q.Period == nil || q.Offer == nil {
			continue
		}
		f := indicator.DaysLeft(s.Data, q, DaysLeftID(q.ID),
			lang.Say("Jours restants : {offer}", "Days left: {offer}").With(lang.In("offer", q.Offer.Name)))
		f.Period = cal.At(cal.On(s.Data.AsOf))
		s.Figures[f.ID] = f
	}
}
