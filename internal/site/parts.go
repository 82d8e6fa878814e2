package site

import (
	"strconv"

	"vigie/internal/cal"
	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/lang"
	"vigie/internal/quantity"
	"vigie/internal/record"
)

// Parts are the views that several pages share.

// QualificationView is a qualification on the page of its offer or in a list.
type QualificationView struct {
	ID         string
	Offer      Link
	By         Link
	Scheme     string
	Version    string
	Models     []string
	Standing   string // in words
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

func (v view) qualification(q *dataset.Qualification) QualificationView {
	out := QualificationView{ID: q.ID, Scheme: v.word("scheme." + string(q.Scheme)), Version: q.Version,
		Standing: v.word("standing." + string(q.Standing)), StandingID: string(q.Standing), Note: v.text(q.Note),
		LastRead: q.LastRead.Text(v.l), Claims: v.claims(q.Claims)}
	if q.Offer != nil {
		out.Offer = v.offerLink(q.Offer)
		out.By = v.seller(q.Offer)
		out.Models = models(q.Offer.Models)
	}
	if q.Decision != nil {
		out.Decision, out.DecisionAt = q.Decision.Number, q.Decision.URL
	}
	if q.Period != nil {
		out.From, out.FromISO = v.day(q.Period.From), q.Period.From.String()
		out.Until, out.UntilISO = v.day(q.Period.Until), q.Period.Until.String()
		if q.DaysLeft >= 0 && q.Counts() {
			left := v.figure(v.site.Figures[DaysLeftID(q.ID)])
			out.Left = &left
		}
	}
	if q.Unknown != "" {
		out.Unknown = v.word("reason." + string(q.Unknown))
	}
	for _, m := range q.Milestones {
		out.Milestones = append(out.Milestones, MilestoneView{Name: m.Name, On: m.On.Text(v.l), Claims: v.claimList(m.Claims)})
	}
	for _, l := range q.Listings {
		lv := ListingView{Edition: l.Edition.Text(v.l), Listed: v.word("listed." + l.Listed), Source: v.sourceLink(l.Source)}
		if l.Recommendation != "" {
			lv.Recommendation = v.word("recommendation." + l.Recommendation)
		}
		out.Listings = append(out.Listings, lv)
	}
	v.listed(q, &out)
	return out
}

// DaysLeftID is the identifier of the figure that counts the days left of a
// qualification.
func DaysLeftID(qualification string) string { return "days-left/" + qualification }

var days = quantity.Unit{ID: "day", Kind: quantity.Duration, One: lang.Text{FR: "jour", EN: "day"}, Many: lang.Text{FR: "jours", EN: "days"}}

// gatherDaysLeft makes the figure of the days left of each dated qualification.
func (s *Site) gatherDaysLeft() {
	for _, q := range s.Data.Every.Qualifications {
		if q.Period == nil || q.Offer == nil {
			continue
		}
		var claims []string
		for _, c := range dataset.Nearest(q.Claims) {
			claims = append(claims, c.ID)
		}
		f := figure.Figure{ID: DaysLeftID(q.ID), Nature: figure.Computed, State: figure.Sure, Unit: days, Value: quantity.Int(q.DaysLeft),
			Label:  q.Offer.Name.Map(func(l lang.Lang, s string) string { return daysLeftLabel[l] + s }),
			Period: cal.At(cal.On(s.Data.AsOf)),
			Rests: figure.Rests{Claims: claims, Records: []record.Ref{{Kind: record.Qualifications, ID: q.ID}},
				Words: lang.Text{FR: "dernier jour de validité, moins le jour de référence du site", EN: "last day of validity, less the site's day of reference"}}}
		s.Figures[f.ID] = f
	}
}

var daysLeftLabel = map[lang.Lang]string{lang.FR: "Jours restants : ", lang.EN: "Days left: "}

// MigrationView is a documented case of hosting.
type MigrationView struct {
	ID           string
	Service      string
	Organisation Link
	Tier         string
	TierID       string
	TierBasis    string
	Model        string
	Hosts        []Link
	Host         string // words of the source, or why no host is named
	Offer        *Link
	Left         *Link
	SecNumCloud  string
	SecNumID     string
	Status       string
	StatusID     string
	On           string // when a source documents it, in words
	Dating       string // what the date is the date of
	History      []StatusView
	Note         string
	Claims       []Claim
	Finding      *FindingView // against the rules of its day
}

// StatusView is one dated state of a migration.
type StatusView struct {
	Status, On, Dating string
}

func (v view) migration(m *dataset.Migration) MigrationView {
	out := MigrationView{ID: m.ID, Service: v.text(m.Service), Tier: v.word("tier." + string(m.Tier)), TierID: string(m.Tier),
		TierBasis: v.text(m.TierBasis), Model: string(m.Model), Host: v.text(m.Host),
		SecNumCloud: v.word("secnumcloud." + string(m.SecNumCloud)), SecNumID: string(m.SecNumCloud), Note: v.text(m.Note),
		Status: v.word("status." + string(m.Current.Status)), StatusID: string(m.Current.Status), On: m.Documented.Text(v.l),
		Dating: v.word("dating." + string(m.Current.Dating)), Claims: v.claims(m.Claims), Finding: v.finding(m)}
	if m.Organisation != nil {
		out.Organisation = v.organisationLink(m.Organisation)
	}
	for _, p := range m.Providers {
		out.Hosts = append(out.Hosts, v.providerLink(p))
	}
	if m.ProviderUnknown != "" && out.Host == "" {
		out.Host = v.word("reason." + string(m.ProviderUnknown))
	}
	if m.Offer != nil {
		l := v.offerLink(m.Offer)
		out.Offer = &l
	}
	if m.Left != nil {
		l := v.offerLink(m.Left)
		out.Left = &l
	}
	for _, s := range m.Statuses {
		sv := StatusView{Status: v.word("status." + string(s.Status)), Dating: v.word("dating." + string(s.Dating)), On: v.word("undated")}
		if s.On != nil {
			sv.On = s.On.Text(v.l)
		}
		out.History = append(out.History, sv)
	}
	if out.On == "" {
		out.On = v.word("undated")
	}
	return out
}

// SeriesView is a series as a small table.
type SeriesView struct {
	ID        string
	Title     string
	Measure   string
	Perimeter string
	Basis     string
	Note      string
	Points    []PointView
}

// PointView is a point of a series with its claims.
type PointView struct {
	Period string
	Figure Figure
	Note   string
	Break  string
	Claims []Claim
}

func (v view) series(s *dataset.Series) SeriesView {
	out := SeriesView{ID: s.ID, Title: v.text(s.Title), Basis: v.basis(s.Basis), Note: v.text(s.Note)}
	if s.Measure != nil {
		out.Measure = v.text(s.Measure.Title)
	}
	if s.Perimeter != nil {
		out.Perimeter = v.text(s.Perimeter.Title)
	}
	for _, p := range s.Points {
		pv := PointView{Period: p.Figure.Period.Text(v.l), Figure: v.figure(p.Figure), Note: v.text(p.Note), Break: v.text(p.Break), Claims: v.claims(p.Claims)}
		if pv.Period == "" {
			pv.Period = v.word("undated")
		}
		out.Points = append(out.Points, pv)
	}
	return out
}

func (v view) allSeries(list []*dataset.Series) []SeriesView {
	var out []SeriesView
	for _, s := range list {
		out = append(out, v.series(s))
	}
	return out
}

// basis writes an accounting basis in words: "commandé, hors taxes ou TTC : non précisé, par an".
func (v view) basis(b quantity.Basis) string {
	var out string
	add := func(key string) {
		if out != "" {
			out += ", "
		}
		out += v.word(key)
	}
	if b.Stage != "" {
		add("stage." + string(b.Stage))
	}
	if b.Tax != "" {
		add("tax." + string(b.Tax))
	}
	if b.Accumulation != "" {
		add("accumulation." + string(b.Accumulation))
	}
	return out
}

// EventView is an event in a list.
type EventView struct {
	ID     string
	On     string
	OnISO  string
	Year   string
	Kind   string
	KindID string
	Title  string
	Who    []Link
	Note   string
	Claims []Claim
}

func (v view) event(e *dataset.Event) EventView {
	out := EventView{ID: e.ID, On: v.word("undated"), Kind: v.word("event." + string(e.Kind)), KindID: string(e.Kind),
		Title: v.text(e.Title), Note: v.text(e.Note), Claims: v.claims(e.Claims)}
	if e.On != nil {
		out.On, out.OnISO = e.On.Text(v.l), e.On.String()
		if y := e.On.First().Year(); y > 0 {
			out.Year = strconv.Itoa(y)
		}
	}
	for _, o := range e.Organisations {
		out.Who = append(out.Who, v.organisationLink(o))
	}
	for _, p := range e.Providers {
		out.Who = append(out.Who, v.providerLink(p))
	}
	for _, o := range e.Offers {
		out.Who = append(out.Who, v.offerLink(o))
	}
	return out
}

func (v view) events(list []*dataset.Event) []EventView {
	var out []EventView
	for _, e := range list {
		out = append(out, v.event(e))
	}
	return out
}

// UnknownView is something that is not known, and why.
type UnknownView struct {
	What, Why, Searched, Note string
	Href                      string
}

func (v view) silence(s *dataset.Silence) UnknownView {
	return UnknownView{What: v.text(s.Title), Why: v.word("reason." + string(s.Reason)), Searched: v.day(s.Searched),
		Note: v.text(s.Note), Href: RecordHref(v.l, record.Ref{Kind: record.Silences, ID: s.ID})}
}

func (v view) silences(list []*dataset.Silence) []UnknownView {
	var out []UnknownView
	for _, s := range list {
		out = append(out, v.silence(s))
	}
	return out
}

func (v view) organisationLink(o *dataset.Organisation) Link {
	return v.link(record.Ref{Kind: record.Organisations, ID: o.ID}, o.Name)
}

func (v view) providerLink(p *dataset.Provider) Link {
	return v.link(record.Ref{Kind: record.Providers, ID: p.ID}, p.Name)
}

func (v view) offerLink(o *dataset.Offer) Link {
	return v.link(record.Ref{Kind: record.Offers, ID: o.ID}, o.Name)
}

// seller links to who sells or runs an offer.
func (v view) seller(o *dataset.Offer) Link {
	switch {
	case o.Provider != nil:
		return v.providerLink(o.Provider)
	case o.Operator != nil:
		return v.organisationLink(o.Operator)
	}
	return Link{}
}

func (v view) sourceLink(id string) Link {
	if s := dataset.Find[*dataset.Source](v.site.Data, record.Sources, id); s != nil {
		return v.link(record.Ref{Kind: record.Sources, ID: id}, lang.Name(s.Title))
	}
	return Link{}
}

// claimList makes the views of the claims written in a part of a record.
func (v view) claimList(list []record.Claim) []Claim {
	var out []Claim
	for i := range list {
		if c := v.site.Data.Claim(list[i].ID); c != nil {
			out = append(out, v.claim(c))
		}
	}
	return out
}

func models(list []record.Model) []string {
	var out []string
	for _, m := range list {
		out = append(out, string(m))
	}
	return out
}
