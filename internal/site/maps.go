package site

import (
	"cmp"
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/site/trace"
	"vigie/internal/theme"
)

// PlaceMap shows the bodies of one kind where they are, each with what is known of its
// services: on a drawing, and in a table of the same order.
type PlaceMap struct {
	ID, Title  string
	ViewWidth  int // of the drawing with its margin, which begins at -mapMargin
	ViewHeight int
	Places     []MapPlace  // by code
	Standings  []MapLegend // those that stand on this map
	Credit     theme.Credit
	Documented *Figure // of all that are listed; nil where nobody lists them
	Listed     *Figure
}

// mapMargin is around the drawing, in units of the grid: room for the line that shows the focus.
const mapMargin = 6

// MapPlace is a body on a map.
type MapPlace struct {
	Organisation Link
	Code         string
	Standing     MapStanding
	Word         string // the standing in words
	Path         string // its shape on the grid of the map; empty for a tile
	Tile         *theme.Tile
	Services     []string // names of its documented services
	Records      []string // the records in whose words they are
}

// MapLegend is a standing with its words.
type MapLegend struct {
	Standing MapStanding
	Word     string
}

// MapStanding is what is known of the services of a body.
type MapStanding string

// The closed list, in the order of the legend.
const (
	MapDocumented MapStanding = "documented" // a source shows where a service runs
	MapSearched   MapStanding = "searched"   // it was looked for, and nothing was found
	MapUnsearched MapStanding = "unsearched" // nobody looked for it yet
)

// maps are those of the kinds of bodies of which the theme has outlines, in the order of the
// vocabulary. A body without an outline is in the table all the same.
func (v view) maps() []PlaceMap {
	var out []PlaceMap
	for _, k := range v.site.Data.BodyKinds() {
		if o, ok := v.site.Theme.Outlines[string(k)]; ok {
			v.note(0, trace.Thing{Of: trace.Outlines, ID: string(k)}, every(record.Organisations))
			if m := v.placeMap(k, o); len(m.Places) > 0 {
				out = append(out, m)
			}
		}
	}
	return out
}

func (v view) placeMap(kind record.BodyKind, o theme.Outlines) PlaceMap {
	m := PlaceMap{ID: "map-" + string(kind), Title: v.describe("map.title", v.heading(record.BodyKindList, string(kind))),
		ViewWidth: o.Width + 2*mapMargin, ViewHeight: o.Height + 2*mapMargin, Credit: o.Credit}
	for _, body := range v.site.Data.Organisations {
		if body.Kind == kind {
			m.Places = append(m.Places, v.mapPlace(body, o))
		}
	}
	slices.SortStableFunc(m.Places, func(a, b MapPlace) int { return cmp.Compare(a.Code, b.Code) })
	for _, s := range []MapStanding{MapDocumented, MapSearched, MapUnsearched} {
		if slices.ContainsFunc(m.Places, func(p MapPlace) bool { return p.Standing == s }) {
			m.Standings = append(m.Standings, MapLegend{s, v.word("map." + string(s))})
		}
	}
	for _, u := range v.site.Data.Universes {
		if u.Kind == kind {
			v.note(trace.Named, rowsOf(u.Source.ID))
			documented, listed := v.figure(u.Documented), v.figure(u.Listed)
			m.Documented, m.Listed = &documented, &listed
		}
	}
	return m
}

func (v view) mapPlace(o *dataset.Organisation, on theme.Outlines) MapPlace {
	row := v.organisationRow(o)
	code, _ := record.IdentifierOf(o.Identifiers, record.IdentifierKind(on.Codes))
	p := MapPlace{Organisation: row.Organisation, Code: code.Value, Standing: mapStanding(o), Services: row.Services,
		Records: row.Records}
	p.Word = v.word("map." + string(p.Standing))
	if i := slices.IndexFunc(on.Places, func(s theme.Outline) bool { return s.Code == p.Code }); i >= 0 {
		p.Path, p.Tile = on.Places[i].Path, on.Places[i].Tile
	}
	return p
}

// mapStanding judges by the cell of the measure that cases answer: whatever reason but "not
// collected" comes from a search.
func mapStanding(o *dataset.Organisation) MapStanding {
	if len(o.Migrations) > 0 {
		return MapDocumented
	}
	if c, ok := o.Hosting(); ok && c.Reason != "" && c.Reason != record.NotCollected {
		return MapSearched
	}
	return MapUnsearched
}
