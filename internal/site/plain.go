package site

import (
	"iter"
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/site/trace"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// ProsePage is a page of prose.
type ProsePage struct {
	Prose Prose
}

// MethodPage is prose, then the measures and perimeters that series use.
type MethodPage struct {
	Prose      Prose
	Measures   []MeasureView
	Perimeters []PerimeterView
	Calculated []CalculationView
}

// MeasureView is a measure with its definition.
type MeasureView struct {
	ID, Title, Definition string
}

// PerimeterView is who is counted.
type PerimeterView struct {
	ID, Title, Counts, LeavesOut, Period string
	Claims                               []Claim
}

// RulesPage lists the rules that the data follow.
type RulesPage struct {
	Prose Prose
	Rules []RuleView
}

// RuleView is one rule.
type RuleView struct {
	Name, Severity, Title, Why, Wrong, Right string
	Former                                   []string // names that it had, whose addresses stay
}

// LegalPage is the legal notice made from the publisher of the settings.
type LegalPage struct {
	Prose    Prose
	Lines    []Line
	Unfilled []string // keys of config.yaml that the law wants and that are empty
}

// Line is a label with its value.
type Line struct{ Label, Value, Href string }

// SiteMapPage lists the pages by section.
type SiteMapPage struct {
	Prose    Prose
	Sections []MapSection
	Index    []Link // all sections, on the first of several pages
}

// MapSection is a section with the pages below it.
type MapSection struct {
	Section Link
	Pages   []Link
}

// NotFoundPage is what answers where there is no page.
type NotFoundPage struct {
	Sections []Link
}

func plainPages(v view) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		_ = yield(v.methodPage()) && yield(v.rulesPage()) && yield(v.legalPage()) && yield(v.accessibilityPage()) &&
			v.siteMapPages(yield) && yield(v.notFoundPage())
	}
}

func (v view) methodPage() Page {
	title, lead, prose := v.intro("method")
	body := MethodPage{Prose: prose}
	for _, m := range v.site.Data.Measures {
		v.shows(record.Measures, m.ID)
		body.Measures = append(body.Measures, MeasureView{m.ID, v.text(m.Title), v.text(m.Definition)})
	}
	for _, p := range v.site.Data.Perimeters {
		v.shows(record.Perimeters, p.ID)
		pv := PerimeterView{ID: p.ID, Title: v.text(p.Title), Counts: v.text(p.Counts), LeavesOut: v.text(p.LeavesOut),
			Claims: v.claims(p.Claims)}
		if p.Period != nil {
			pv.Period = v.when(p.Period)
		}
		body.Perimeters = append(body.Perimeters, pv)
	}
	for _, c := range v.site.Data.Calculations {
		body.Calculated = append(body.Calculated, v.calculation(c))
	}
	return v.page("method", "method", title, lead, body)
}

func (v view) rulesPage() Page {
	title, lead, prose := v.intro("rules")
	body := RulesPage{Prose: prose}
	for _, r := range v.site.Rules {
		severity := v.word("severity.error")
		if r.Severity == problem.Warning {
			severity = v.word("severity.warning")
		}
		body.Rules = append(body.Rules,
			RuleView{r.Name, severity, v.text(r.Title), v.text(r.Why), v.example(r.Wrong), v.example(r.Right),
				v.site.Data.Words.FormerNames(r.Name)})
	}
	return v.page("rules", "rules", title, lead, body)
}

func (v view) legalPage() Page {
	title, lead, prose := v.intro("legal")
	p := v.site.Config.Publisher
	body := LegalPage{Prose: prose, Unfilled: p.Unfilled()}
	add := func(key, value, href string) {
		if value == "" {
			value = v.word("legal.unfilled")
		}
		body.Lines = append(body.Lines, Line{v.word("legal." + key), value, href})
	}
	add("publisher", p.Name.In(v.l), "")
	add("form", p.LegalForm, "")
	add("address", p.Address, "")
	add("phone", p.Phone, "")
	add("director", p.Director, "")
	add("contact", p.Contact, p.ContactLink())
	add("host", strings.Join([]string{p.Host.Name, p.Host.Address, p.Host.Phone}, " · "), "")
	if p.Host.Name == "" {
		body.Lines[len(body.Lines)-1].Value = v.word("legal.unfilled")
	}
	return v.page("legal", "legal", title, lead, body)
}

// siteMapPages are the pages of the map of the site. A section takes a row of its own.
func (v view) siteMapPages(yield func(Page) bool) bool {
	silent := view{site: v.site, l: v.l} // which page notes what is known once each has its rows
	sections := v.site.placed()
	below := make([][]Link, len(sections))
	rows := len(sections)
	for i, p := range sections {
		below[i] = silent.subpages(p.Key)
		rows += len(below[i])
	}
	for _, c := range cuts(rows, mostRows) {
		title, lead, prose := v.intro("site-map")
		body := SiteMapPage{}
		if c.At == 1 {
			body.Prose = prose
		}
		if c.At == 1 && c.Of > 1 {
			body.Index = v.links(sections, "")
		}
		if c.Of > 1 {
			for _, of := range []string{trace.Data, trace.Words, trace.Prose} {
				v.note(0, trace.Thing{Of: of, ID: trace.All})
			}
		}
		row := 0 // of the section; its pages follow
		for i, p := range sections {
			pages := below[i]
			if c.Of == 1 {
				pages = v.subpages(p.Key)
			}
			from, to := min(max(c.First-row-1, 0), len(pages)), min(max(c.Last-row-1, 0), len(pages))
			if row >= c.First && row < c.Last || from < to {
				body.Sections = append(body.Sections, MapSection{Section: v.section(p.Key), Pages: pages[from:to]})
			}
			row += 1 + len(pages)
		}
		if !yield(v.part(v.page("site-map", "site-map", title, lead, body), c, mostRows, "parts.rule.pages")) {
			return false
		}
	}
	return true
}

// subpages lists the pages just below a section, those of records with a page.
func (v view) subpages(section string) []Link {
	var out []Link
	switch section {
	case "tiers":
		for _, id := range v.site.Data.Words.Tiers() {
			if t := dataset.Find[*dataset.Tier](v.site.Data, "tiers", string(id)); t != nil {
				out = append(out, v.tierLink(id))
			}
		}
	case "providers":
		for _, p := range v.site.Data.Providers {
			out = append(out, v.providerLink(p))
		}
	case "offers":
		for _, o := range v.site.Data.Offers {
			out = append(out, v.offerLink(o))
		}
	case compareKey:
		pairs, _ := v.pairs()
		for _, p := range pairs {
			out = append(out, v.pairLink(p))
		}
	case "organisations":
		for _, o := range v.site.Data.Organisations {
			out = append(out, v.organisationLink(o))
		}
	case "proofs":
		out = v.partLinks(section, len(v.site.listedProofs()), mostRows)
	case "sources":
		out = v.partLinks(section, len(v.site.Data.Sources), mostRows)
	case "corrections":
		out = v.partLinks(section, len(v.site.ourCorrections()), mostRows)
	case "data":
		tables, _ := v.exports()
		for _, t := range tables {
			out = append(out, v.datasetLink(t))
		}
	case "indicators":
		for _, r := range v.site.Indicators {
			v.note(trace.Named, thing(record.Ref{Kind: record.Indicators, ID: r.ID}))
			out = append(out, Link{Href: v.site.Href(v.l, "indicators") + r.ID + "/", Text: v.text(r.Title)})
		}
	}
	return out
}

// notFoundPage answers where there is none; hosts serve /404.html.
func (v view) notFoundPage() Page {
	p := v.page("home", "not-found", v.word("not-found"), v.word("lead.not-found"),
		NotFoundPage{Sections: v.links(v.site.Content.Menu(), "")})
	at := func(l lang.Lang) string { return v.site.root(l) + "404.html" }
	p.Address, p.Others, p.Key, p.Section = at(v.l), v.others(at), notFoundKey, ""
	return p
}
