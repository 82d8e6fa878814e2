package site

import (
	"maps"
	"slices"

	"vigie/internal/chart"
	"vigie/internal/content"
	"vigie/internal/figure"
	"vigie/internal/record"
)

// DesignPage shows the components of the theme as they are on pages, with what the site holds.
type DesignPage struct {
	Prose   Prose
	Solid   *Figure // nil where the site has no such figure
	Fragile *Figure
	Unknown *Figure
	Tiers   []Link
	Bodies  []Link // a few, for lists and cards
	Events  []EventView
	Chart   *Chart
	Spark   Prose // its small picture
}

// shownBodies are how many bodies an example of a list has.
const shownBodies = 3

// design is the page that front matter gives template: design.
func (v view) design(d *content.Page) Page {
	title, lead, prose := v.intro(d.Key)
	body := DesignPage{Prose: prose, Events: v.events(v.site.Data.Events[:min(1, len(v.site.Data.Events))])}
	for _, id := range slices.Sorted(maps.Keys(v.site.Figures)) {
		f := v.site.Figures[id]
		at := &body.Solid
		switch {
		case !f.Known():
			at = &body.Unknown
		case f.State == figure.Disputed || v.site.fragile(f):
			at = &body.Fragile
		case f.State != figure.Sure || f.Nature != figure.Stated || v.site.standingOf(f) == CertainDisputed:
			continue
		}
		if *at == nil {
			one := v.figure(f)
			*at = &one
		}
	}
	for _, t := range v.site.Data.Tiers {
		body.Tiers = append(body.Tiers, v.link(record.Ref{Kind: record.Tiers, ID: t.ID}, t.Name))
	}
	for _, o := range v.site.Data.Organisations[:min(shownBodies, len(v.site.Data.Organisations))] {
		body.Bodies = append(body.Bodies, v.link(record.Ref{Kind: record.Organisations, ID: o.ID}, o.Name))
	}
	if charts := names(d.Charts); len(charts) > 0 {
		for _, c := range v.charts(charts[0]) {
			body.Chart, body.Spark = &c, Prose(chart.Spark(v.site.Indicator(charts[0]), v.l))
		}
	}
	return v.page(d.Key, designTemplate, title, lead, body)
}
