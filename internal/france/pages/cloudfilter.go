// Package pages plans the pages of the site that only make sense in France.
package pages

import (
	"slices"
	"strings"

	"vigie/internal/france/filter"
	"vigie/internal/france/territory"
	"vigie/internal/record"
	"vigie/internal/site"
)

// CloudFilterPage shows the rule by which public contracts are taken for cloud, as it
// is applied, and what it keeps and leaves out of each source.
type CloudFilterPage struct {
	Prose     site.Prose
	Title     string // of the rule; empty when the project has none
	Method    string
	Core      []string
	Wide      []string
	Keywords  []string
	Alone     []string
	Except    []string
	Suppliers []SupplierView
	Takes     []string // why something is taken, in words
	Leaves    []string // why something is left out, in words
	Sources   []FilteredView
	Same      *site.SameContracts
	Download  string
	Digest    string
}

// FilteredView is a source that is read through the filter.
type FilteredView struct {
	Source    site.Link
	Collected *site.CollectedView
}

// SupplierView is a company all of whose contracts are taken.
type SupplierView struct {
	Name     string
	Provider *site.Link // its page here, when it has one
	SIREN    string
	Read     string // where its number was read
}

// file is where the rule is published as it is written, from the folder of the files of data.
const file = "filtres/cloud.yaml"

// byFilter are the readers that go by the filter.
var byFilter = []string{"boamp", "decp-bulk", "decp-tabular"}

// CloudFilter is the page of the rule by which public contracts are taken for cloud;
// the rule is nil where the project has none.
func CloudFilter(rule *filter.Rule) site.AddedPage {
	page := site.AddedPage{Key: "cloud-filter", About: byFilter,
		Body: func(d site.Desk, prose site.Prose) any { return cloudFilter(d, prose, rule) }}
	if rule != nil {
		page.Files = []site.Extra{{Path: file, Data: rule.Written()}}
	}
	return page
}

func cloudFilter(d site.Desk, prose site.Prose, r *filter.Rule) CloudFilterPage {
	body := CloudFilterPage{Prose: prose, Same: d.Same()}
	if r != nil {
		body.Title, body.Method = d.Text(r.Title), d.Text(r.Method)
		body.Core, body.Wide, body.Keywords, body.Alone, body.Except = r.Core, r.Wide, r.Keywords, r.Alone, r.Except
		body.Download, body.Digest = d.File(file), r.Digest
		for _, s := range r.Suppliers {
			body.Suppliers = append(body.Suppliers, supplier(d, s))
		}
		for _, why := range filter.Taking() {
			body.Takes = append(body.Takes, d.Word("takes."+why))
		}
		for _, why := range filter.Leaving() {
			body.Leaves = append(body.Leaves, d.Word("left."+strings.ReplaceAll(why, ": ", "-")))
		}
	}
	for _, s := range d.Data().Sources {
		if s.Collect != nil && slices.Contains(byFilter, s.Collect.Reader) {
			body.Sources = append(body.Sources, FilteredView{d.Source(s.ID), d.Collected(s)})
		}
	}
	return body
}

func supplier(d site.Desk, s filter.Supplier) SupplierView {
	out := SupplierView{Name: s.Name, SIREN: s.SIREN, Read: d.Text(s.Read)}
	for _, p := range d.Data().Providers {
		if number, _ := record.IdentifierOf(p.Identifiers, territory.SIRENKind); number.Value == s.SIREN {
			l := d.Provider(p)
			out.Provider = &l
		}
	}
	return out
}
