package site

import (
	"iter"
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// ProvidersPage lists the providers.
type ProvidersPage struct {
	Charts []Chart
	Rows   []ProviderRow
}

// ProviderRow is a provider in a list.
type ProviderRow struct {
	Provider  Link
	Country   CountryView
	Control   []ControlView
	Qualified []QualificationView // held on the day of reference
	Ended     []QualificationView // their term has passed, and a renewal may not have been read
	Progress  []QualificationView
	Services  int // documented services hosted; a link to the page lists them
}

// CountryView is the country of a company, with who says so.
type CountryView struct {
	Name   string // in words, or "inconnu"
	Known  bool
	Common bool // held to be known, without a source
	Claims []Claim
}

// ControlView is one controlling holder.
type ControlView struct {
	By, Country, Extent string
	Claims              []Claim
}

// ProviderPage shows one provider.
type ProviderPage struct {
	Name           string
	Identifiers    []IdentifierView
	Country        CountryView
	Control        []ControlView
	Note           string
	Held           []QualificationView // the verdict: in force on the day of reference
	Ended          []QualificationView // and ended by what was read, where a renewal may not have been
	Progress       []QualificationView // and in progress
	Offers         []OfferRow
	Qualifications []QualificationView
	Migrations     []MigrationView
	Series         []SeriesView
	Events         []EventView
	Claims         []Claim
	Compare        []Link // where it stands beside others; empty where the site does not compare
	Unknown        []UnknownView
	Follow         []Link // its feeds and its calendar
	Badge          BadgeView
}

// ProviderHosts is a further page of the services that a provider hosts.
type ProviderHosts struct{ Migrations []MigrationView }

func providerPages(v view) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		body := ProvidersPage{Charts: v.chartsOf("providers")}
		for _, p := range v.site.Data.Providers {
			body.Rows = append(body.Rows, v.providerRow(p))
		}
		if !yield(v.answering("providers", "providers", body)) {
			return
		}
		for _, p := range v.site.Data.Every.Providers {
			for _, c := range cuts(len(p.Migrations), mostCards) {
				if !yield(v.provider(p, c)) {
					return
				}
			}
		}
	}
}

func (v view) providerRow(p *dataset.Provider) ProviderRow {
	v.shows(record.Providers, p.ID)
	v.judges(p.Qualifications...)
	r := ProviderRow{Provider: v.providerLink(p), Country: v.country(p), Control: v.control(p),
		Services: len(p.Migrations)}
	for _, q := range p.Qualifications {
		switch {
		case q.Counts():
			r.Qualified = append(r.Qualified, v.briefly(q))
		case unconfirmed(q):
			r.Ended = append(r.Ended, v.briefly(q))
		case q.Standing == dataset.StandingInProgress:
			r.Progress = append(r.Progress, v.briefly(q))
		}
	}
	return r
}

// provider is the page of a provider, or a further page of the services that it hosts.
func (v view) provider(p *dataset.Provider, c cut) Page {
	v.shows(record.Providers, p.ID)
	v.amongst(c, record.Migrations)
	hosted := v.hostings(p.Migrations[c.First:c.Last])
	if c.At > 1 {
		page := v.below("providers", lang.Name(p.ID), "provider-hosts", v.text(p.Name), "", ProviderHosts{hosted})
		return v.part(page, c, mostCards, "parts.rule.services", v.wholeTables("migrations")...)
	}
	body := ProviderPage{Name: v.text(p.Name), Identifiers: v.identifiers(record.Providers, p.Identifiers),
		Country: v.country(p), Control: v.control(p),
		Note:   v.text(p.Note),
		Series: v.allSeries(p.Series), Events: v.events(p.Events), Claims: v.claims(p.Claims),
		Unknown: v.silences(p.Silences)}
	for _, o := range p.Offers {
		body.Offers = append(body.Offers, v.offerRow(o))
	}
	for _, q := range p.Qualifications {
		body.Qualifications = append(body.Qualifications, v.qualification(q))
	}
	body.Compare = v.comparisons(p)
	row := v.providerRow(p)
	body.Held, body.Ended, body.Progress = row.Qualified, row.Ended, row.Progress
	body.Migrations = hosted
	if len(p.Control) == 0 {
		body.Unknown = append(body.Unknown,
			UnknownView{What: v.word("unknown.control"), Why: v.word("reason." + string(record.NotCollected)),
				When: v.notSearched(v.lastRead()), Href: v.site.Href(v.l, "silences")})
	}
	page := v.below("providers", lang.Name(p.ID), "provider", body.Name, v.describe("lead.provider", body.Name), nil)
	page, body.Follow = v.follow(page, v.followedProvider(p))
	body.Badge = v.shownBadge(record.Ref{Kind: record.Providers, ID: p.ID}, v.providerBadge(p))
	page.Body = body
	if v.site.carded() {
		page.Picture = v.shown(v.providerCard(p))
	}
	return v.part(page, c, mostCards, "parts.rule.services", v.wholeTables("migrations")...)
}

// hostings makes the views of some services.
func (v view) hostings(list []*dataset.Migration) []MigrationView {
	out := make([]MigrationView, 0, len(list))
	for _, m := range list {
		out = append(out, v.migration(m))
	}
	return out
}

func (v view) country(p *dataset.Provider) CountryView {
	if p.Incorporation == nil || p.Incorporation.Country == "unknown" {
		return CountryView{Name: v.word("unknown")}
	}
	c := CountryView{Name: v.countryName(p.Incorporation.Country), Known: true,
		Claims: v.claimList(p.Incorporation.Claims)}
	for _, cl := range c.Claims {
		quality, _ := v.wordOf(record.QualityList, cl.QualityID)
		c.Common = c.Common || quality.Unsourced
	}
	return c
}

func (v view) countryName(code string) string {
	v.note(0, vocabulary(record.CountryList))
	return v.text(v.site.Data.Words.Country(code))
}

func (v view) control(p *dataset.Provider) []ControlView {
	var out []ControlView
	for _, c := range p.Control {
		cv := ControlView{By: v.text(c.By), Country: v.word("unknown"), Extent: v.word("extent." + c.Extent),
			Claims: v.claimList(c.Claims)}
		if c.Country != "unknown" && c.Country != "" {
			cv.Country = v.countryName(c.Country)
		}
		out = append(out, cv)
	}
	return out
}

// chartsOf gives the charts of a page that the engine plans: those that its front matter names, or else
// the usual ones.
func (v view) chartsOf(key string, usual ...string) []Chart {
	if declared := v.site.Content.Page(key); declared != nil && len(declared.Charts) > 0 {
		return v.charts(names(declared.Charts)...)
	}
	return v.charts(usual...)
}

// charts gives the charts that the data make, among some. Where their tables have together more
// cells than a list has rows, each leads to its table, and to what answers a pointer, on the page
// of its indicator.
func (v view) charts(ids ...string) []Chart {
	var out []Chart
	cells := 0
	for _, id := range ids {
		if c, ok := v.chart(id); ok {
			out = append(out, c)
			cells += len(c.Table.Rows) * len(c.Table.Head)
		}
	}
	for i := range out {
		if len(out) > 1 && cells > mostRows {
			out[i].Table, out[i].Options, out[i].Small, out[i].Apart = Table{}, "", "", true
		}
	}
	return out
}

// lastRead is the last day on which anything was read.
func (s *Site) lastRead() cal.Day {
	s.once.read.Do(func() { s.once.lastRead = dataset.LastRead(s.Data.Claims) })
	return s.once.lastRead
}

func replaceName(phrase, name string) string { return strings.ReplaceAll(phrase, "{name}", name) }
