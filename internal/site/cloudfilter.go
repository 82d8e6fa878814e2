package site

import (
	"iter"
	"slices"
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/france/filter"
)

// CloudFilterPage shows the rule by which public contracts are taken for cloud, as it
// is applied, and what it keeps and leaves out of each source.
type CloudFilterPage struct {
	Prose     Prose
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
	Same      *SameContracts
	Download  string
	Digest    string
}

// FilteredView is a source that is read through the filter.
type FilteredView struct {
	Source    Link
	Collected *CollectedView
}

// SupplierView is a company all of whose contracts are taken.
type SupplierView struct {
	Name     string
	Provider *Link // its page here, when it has one
	SIREN    string
	Read     string // where its number was read
}

// cloudFilterFile is where the rule is published as it is written.
const cloudFilterFile = "donnees/filtres/cloud.yaml"

// byCloudFilter are the readers that go by the filter.
var byCloudFilter = []string{"boamp", "decp-bulk", "decp-tabular"}

func cloudFilterPages(v view) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		title, lead, prose := v.intro("cloud-filter")
		body := CloudFilterPage{Prose: prose, Same: v.sameContracts()}
		if r := v.site.Cloud; r != nil {
			body.Title, body.Method = v.text(r.Title), v.text(r.Method)
			body.Core, body.Wide, body.Keywords, body.Alone, body.Except = r.Core, r.Wide, r.Keywords, r.Alone, r.Except
			body.Download, body.Digest = "/"+cloudFilterFile, r.Digest
			for _, s := range r.Suppliers {
				body.Suppliers = append(body.Suppliers, v.supplier(s))
			}
			for _, why := range filter.Taking() {
				body.Takes = append(body.Takes, v.word("takes."+why))
			}
			for _, why := range filter.Leaving() {
				body.Leaves = append(body.Leaves, v.word("left."+strings.ReplaceAll(why, ": ", "-")))
			}
		}
		for _, s := range v.site.Data.Sources {
			if goesByCloudFilter(s) {
				body.Sources = append(body.Sources, FilteredView{v.sourceLink(s.ID), v.collected(s)})
			}
		}
		yield(v.page("cloud-filter", "cloud-filter", title, lead, body))
	}
}

// goesByCloudFilter says that a source is read through the filter.
func goesByCloudFilter(s *dataset.Source) bool {
	return s.Collect != nil && slices.Contains(byCloudFilter, s.Collect.Reader)
}

func (v view) supplier(s filter.Supplier) SupplierView {
	out := SupplierView{Name: s.Name, SIREN: s.SIREN, Read: v.text(s.Read)}
	for _, p := range v.site.Data.Providers {
		if p.SIREN == s.SIREN {
			l := v.providerLink(p)
			out.Provider = &l
		}
	}
	return out
}

// cloudFilterFiles yields the rule as it is written.
func cloudFilterFiles(s *Site) iter.Seq[Extra] {
	return func(yield func(Extra) bool) {
		if s.Cloud != nil {
			yield(Extra{cloudFilterFile, s.Cloud.Written()})
		}
	}
}
