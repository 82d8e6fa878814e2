package site

import (
	"iter"
	"slices"
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// OffersPage lists offers, all of them or those that a filter keeps.
type OffersPage struct {
	Filters []FilterGroup
	Filter  string // what this page keeps, in words; empty for all
	Rows    []OfferRow
}

// FilterGroup is a set of links that narrow a list, each to a page of its own,
// so that filters work without JavaScript.
type FilterGroup struct {
	Title string
	Links []Link
}

// OfferRow is an offer in a list.
type OfferRow struct {
	Offer    Link
	By       Link
	Tier     string
	TierID   string
	Models   []string
	Platform bool               // not qualified itself, on an infrastructure that is
	Best     *QualificationView // the qualification that counts, or the latest
	Services int                // documented services that stand on it
}

// OfferPage shows one offer.
type OfferPage struct {
	Row            OfferRow
	BuiltOn        *Link
	Note           string
	Qualifications []QualificationView
	Handles        []HandlesView
	Datacentres    []PlaceView
	Users          []MigrationView
	Series         []SeriesView
	Events         []EventView
	Claims         []Claim
	Unknown        []UnknownView
}

// HandlesView says whether an offer may hold a kind of data.
type HandlesView struct {
	Data, Allowed, AllowedID string
	Claims                   []Claim
}

// PlaceView is a place with who says it.
type PlaceView struct {
	Where  string
	Claims []Claim
}

// offerFilter keeps some offers, on a page of its own.
type offerFilter struct {
	group string // key of the words of its group
	slug  lang.Text
	words string // its own, in the language of the page
	keep  func(*dataset.Offer) bool
}

// standingFilter is the group of the filters that go by where qualifications stand.
const standingFilter = "filter.standing"

func (v view) offerFilters() []offerFilter {
	tier := func(id record.TierID) func(*dataset.Offer) bool {
		return func(o *dataset.Offer) bool { return o.Tier == id }
	}
	model := func(m record.Model) func(*dataset.Offer) bool {
		return func(o *dataset.Offer) bool { return slices.Contains(o.Models, m) }
	}
	standing := func(s ...dataset.Standing) func(*dataset.Offer) bool {
		return func(o *dataset.Offer) bool {
			return slices.ContainsFunc(o.Qualifications,
				func(q *dataset.Qualification) bool { return slices.Contains(s, q.Standing) })
		}
	}
	out := []offerFilter{
		{standingFilter, lang.Text{FR: "qualifiees", EN: "qualified"}, v.word("filter.qualified"),
			standing(dataset.StandingValid, dataset.StandingUndated)},
		{standingFilter, lang.Text{FR: "qualification-a-verifier", EN: "qualification-to-check"}, v.word("filter.ended"),
			func(o *dataset.Offer) bool { return v.fittedUntil(o) }},
		{standingFilter, lang.Text{FR: "en-cours-de-qualification", EN: "qualification-in-progress"},
			v.word("filter.in-progress"), standing(dataset.StandingInProgress)},
	}
	for _, id := range v.site.Data.Words.CloudTiers() {
		out = append(out,
			offerFilter{"filter.tier", v.site.Data.Words.TierAddress(id).Map(func(l lang.Lang, s string) string {
				return lang.Text{FR: "niveau-", EN: "tier-"}.In(l) + s
			}), v.name(record.TierList, string(id)), tier(id)})
	}
	for _, w := range v.wordsIn(record.ModelList) {
		out = append(out,
			offerFilter{"filter.model", lang.Name(strings.ToLower(w.ID)), v.text(w.Name), model(record.Model(w.ID))})
	}
	return out
}

func offerPages(v view) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		all := OffersPage{Filters: v.offerFilterLinks(""),
			Rows: v.offerRows(func(*dataset.Offer) bool { return true })}
		if !yield(v.answering("offers", "offers", all)) {
			return
		}
		for _, f := range v.offerFilters() {
			title, lead, _ := v.intro("offers")
			if f.group == standingFilter {
				v.judgesAll(record.Qualifications)
			}
			body := OffersPage{Filters: v.offerFilterLinks(f.words), Filter: f.words, Rows: v.offerRows(f.keep)}
			p := v.below("offers", filterSlug(f.slug), "offers", title+v.colon()+f.words, lead, body)
			if !yield(p) {
				return
			}
		}
		for _, o := range v.site.Data.Every.Offers {
			for _, c := range cuts(len(o.Migrations), mostCards) {
				if !yield(v.offer(o, c)) {
					return
				}
			}
		}
	}
}

// OfferUsers is a further page of the services that use an offer.
type OfferUsers struct{ Users []MigrationView }

// filterSlug puts the pages of filters in a folder of their own, so that no
// offer can ever take their address.
func filterSlug(slug lang.Text) lang.Text {
	return slug.Map(func(l lang.Lang, s string) string {
		return lang.Text{FR: "filtre/", EN: "filter/"}.In(l) + s
	})
}

func (v view) offerFilterLinks(current string) []FilterGroup {
	var out []FilterGroup
	for _, f := range v.offerFilters() {
		if len(out) == 0 || out[len(out)-1].Title != v.word(f.group) {
			out = append(out, FilterGroup{Title: v.word(f.group)})
		}
		g := &out[len(out)-1]
		g.Links = append(g.Links,
			Link{Href: v.site.Href(v.l, "offers") + filterSlug(f.slug).In(v.l) + "/", Text: f.words,
				Current: f.words == current})
	}
	return out
}

func (v view) offerRows(keep func(*dataset.Offer) bool) []OfferRow {
	var out []OfferRow
	for _, o := range v.site.Data.Offers {
		if keep(o) {
			out = append(out, v.offerRow(o))
		}
	}
	return out
}

func (v view) offerRow(o *dataset.Offer) OfferRow {
	v.shows(record.Offers, o.ID)
	v.judges(o.Qualifications...)
	if o.BuiltOn != nil {
		v.judges(o.BuiltOn.Qualifications...)
	}
	r := OfferRow{Offer: v.offerLink(o), By: v.seller(o), Tier: v.name(record.TierList, string(o.Tier)),
		TierID: v.site.Data.Words.TierMark(o.Tier),
		Models: v.models(o.Models), Platform: !v.qualified(o) && o.BuiltOn != nil && v.qualified(o.BuiltOn),
		Services: len(o.Migrations)}
	if q := best(o); q != nil {
		qv := v.qualification(q)
		r.Best = &qv
	}
	return r
}

// best is the qualification of an offer that counts on the day of reference, or
// else the latest.
func best(o *dataset.Offer) *dataset.Qualification {
	for _, q := range o.Qualifications {
		if q.Counts() {
			return q
		}
	}
	if len(o.Qualifications) > 0 {
		return o.Qualifications[0]
	}
	return nil
}

// offer is the page of an offer, or a further page of the services that use it.
func (v view) offer(o *dataset.Offer, c cut) Page {
	v.amongst(c, record.Migrations)
	title, users := v.text(o.Name), v.hostings(o.Migrations[c.First:c.Last])
	if c.At > 1 {
		v.shows(record.Offers, o.ID)
		p := v.below("offers", lang.Name(o.ID), "offer-users", title, "", OfferUsers{users})
		return v.part(p, c, mostCards, "parts.rule.services", v.wholeTables("migrations")...)
	}
	body := OfferPage{Row: v.offerRow(o), Note: v.text(o.Note), Series: v.allSeries(o.Series),
		Events: v.events(o.Events), Claims: v.claims(o.Claims)}
	if o.BuiltOn != nil {
		l := v.offerLink(o.BuiltOn)
		body.BuiltOn = &l
	}
	for _, q := range o.Qualifications {
		body.Qualifications = append(body.Qualifications, v.qualification(q))
	}
	for _, h := range o.Handles {
		body.Handles = append(body.Handles,
			HandlesView{Data: v.text(h.Data), Allowed: v.word("allowed." + h.Allowed), AllowedID: h.Allowed,
				Claims: v.claimList(h.Claims)})
	}
	for _, d := range o.Datacentres {
		body.Datacentres = append(body.Datacentres, PlaceView{Where: v.text(d.Where), Claims: v.claimList(d.Claims)})
	}
	body.Users = users
	if len(o.Datacentres) == 0 {
		body.Unknown = append(body.Unknown,
			UnknownView{What: v.word("unknown.datacentres"), Why: v.word("reason." + string(record.NotCollected)),
				When: v.notSearched(v.lastRead()), Href: v.site.Href(v.l, "silences")})
	}
	p := v.below("offers", lang.Name(o.ID), "offer", title, v.describe("lead.offer", title), body)
	return v.part(p, c, mostCards, "parts.rule.services", v.wholeTables("migrations")...)
}
