package site

import (
	"maps"
	"math/bits"
	"slices"
	"strings"

	"vigie/internal/collected/beside"
	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/site/find"
	"vigie/internal/site/trace"
	"vigie/internal/value/lang"
)

// PlacesPage lists the local bodies that stand in another one, with what is known around
// them and what is not.
type PlacesPage struct {
	Body    Link   // in which they stand
	Around  []Link // what is around that one
	Known   []Link // those that have a page of their own
	Unknown []UnknownView
	Groups  []PlaceGroup
	Ask     *Link
	Sources []ReadSource
}

// PlaceGroup is the places of one grouping; those of none come last, without a title.
type PlaceGroup struct {
	ID, Title string
	Body      Link // the page of the grouping itself; empty without one
	Places    []PlaceRow
}

// PlaceRow is a place in a list.
type PlaceRow struct {
	ID   string // anchor
	Name string
	Href string // its own page; empty without one
}

// ReadSource is a source with the day on which it was read.
type ReadSource struct {
	Source Link
	Read   string
}

// holders are the places on whose pages others stand, in the order of their names: those
// that a record describes.
func (s *Site) holders() []int {
	s.places()
	return s.searched.holders
}

// places are the local bodies of the collected lists.
func (s *Site) places() []beside.Place {
	s.searched.placesOnce.Do(func() {
		all := s.Data.Places()
		holds, kinds := map[int]bool{}, map[record.BodyKind]bool{}
		s.searched.groupings = map[int]bool{}
		for _, p := range all {
			holds[p.On] = true
			kinds[p.Kind] = kinds[p.Kind] || p.On >= 0
			if len(p.Around) > 0 && p.Around[0] != p.On && p.On >= 0 {
				s.searched.groupings[p.Around[0]] = true
			}
		}
		folded := make([]string, len(all))
		for i := range all {
			folded[i] = find.Fold(all[i].Name)
			if holds[i] && all[i].Body != "" {
				s.searched.holders = append(s.searched.holders, i)
			}
		}
		byName := func(a, b int) int { return strings.Compare(folded[a], folded[b]) }
		slices.SortStableFunc(s.searched.holders, byName)
		s.searched.listed = map[int][]int{}
		for i, p := range all {
			s.searched.listed[p.On] = append(s.searched.listed[p.On], i)
		}
		for _, holder := range s.searched.holders {
			slices.SortStableFunc(s.searched.listed[holder], byName)
		}
		s.searched.places, s.searched.silences = all, s.silencesAbout(kinds)
	})
	return s.searched.places
}

// placesSlug is where the page of the places of a body stands, below the search.
func placesSlug(body string) lang.Text {
	return lang.Text{FR: "lieux/" + body, EN: "places/" + body}
}

func (v view) placesLink(holder int) Link {
	p := v.site.places()[holder]
	v.note(trace.Named, rowsOf(p.Source))
	return Link{Href: v.site.Href(v.l, searchKey) + placesSlug(p.Body).In(v.l) + "/", Text: p.Name}
}

// placeLink leads to the page of the body that a place is; nowhere without one.
func (v view) placeLink(p beside.Place) Link {
	l := Link{Text: p.Name}
	if p.Body != "" {
		l.Href = v.site.RecordHref(v.l, record.Ref{Kind: record.Organisations, ID: p.Body})
		v.note(trace.Named, thing(record.Ref{Kind: record.Organisations, ID: p.Body}))
	} else if v.site.paged(p) {
		l.Href = v.site.Href(v.l, "organisations") + placeSlug(p).In(v.l) + "/"
	}
	return l
}

func (v view) placesPage(holder int) Page {
	all := v.site.places()
	own := all[holder]
	name := v.text(v.site.NameOf(record.Ref{Kind: record.Organisations, ID: own.Body}))
	body := PlacesPage{Body: v.placeLink(own), Ask: v.askLink(), Groups: v.placeGroups(holder)}
	body.Body.Text = name
	for _, i := range own.Around {
		body.Around = append(body.Around, v.placeLink(all[i]))
	}
	sources := []string{own.Source}
	for _, i := range v.site.searched.listed[holder] {
		p := all[i]
		sources = append(sources, p.Source)
		if p.Body != "" {
			body.Known = append(body.Known, v.placeLink(p))
		}
	}
	v.note(0, trace.Thing{Of: string(record.Silences), ID: trace.All})
	for _, one := range v.site.placeSilences() {
		body.Unknown = append(body.Unknown, v.silence(one))
	}
	slices.Sort(sources)
	for _, id := range slices.Compact(sources) {
		v.note(trace.Shown, rowsOf(id))
		if s := dataset.Find[*dataset.Source](v.site.Data, record.Sources, id); s != nil {
			body.Sources = append(body.Sources, ReadSource{v.sourceLink(id), v.day(s.Collected.State.Read())})
		}
	}
	return v.below(searchKey, placesSlug(own.Body), "places", v.describe("title.places", name),
		v.describe("lead.places", name), body)
}

// placeGroups are the places on the page of one, by the grouping that they stand in.
func (v view) placeGroups(holder int) []PlaceGroup {
	all := v.site.places()
	groups := map[int]*PlaceGroup{}
	group := func(i int) *PlaceGroup {
		switch {
		case groups[i] != nil:
		case i < 0:
			groups[i] = &PlaceGroup{}
		default:
			groups[i] = &PlaceGroup{ID: all[i].Number, Title: all[i].Name, Body: v.placeLink(all[i])}
		}
		return groups[i]
	}
	for _, i := range v.site.searched.listed[holder] {
		p := all[i]
		if v.site.grouping(i) {
			group(i)
		} else {
			in := -1
			if len(p.Around) > 0 && p.Around[0] != holder {
				in = p.Around[0]
			}
			g := group(in)
			g.Places = append(g.Places, PlaceRow{ID: p.Number, Name: p.Name, Href: v.placeLink(p).Href})
		}
	}
	var out []PlaceGroup
	for _, i := range slices.Sorted(maps.Keys(groups)) {
		out = append(out, *groups[i])
	}
	slices.SortStableFunc(out, func(a, b PlaceGroup) int { // what stands in no grouping comes last
		if (a.ID == "") != (b.ID == "") {
			return len(b.ID) - len(a.ID)
		}
		return strings.Compare(find.Fold(a.Title), find.Fold(b.Title))
	})
	return out
}

// grouping says that places of a page stand in a place which is not the one of the page.
func (s *Site) grouping(place int) bool {
	s.places()
	return s.searched.groupings[place]
}

// placesOf leads to the places that stand in a body; nil where none are known.
func (v view) placesOf(o *dataset.Organisation) *Link {
	if !v.site.has(searchKey) {
		return nil
	}
	for _, holder := range v.site.holders() {
		if v.site.places()[holder].Body == o.ID {
			l := v.placesLink(holder)
			l.Text = v.word("organisation.places")
			return &l
		}
	}
	return nil
}

// placeSilences are those that say why the hosting of the places on pages is not known.
func (s *Site) placeSilences() []*dataset.Silence {
	s.places()
	return s.searched.silences
}

// silencesAbout are those about the hosting of bodies of some kinds.
func (s *Site) silencesAbout(kinds map[record.BodyKind]bool) []*dataset.Silence {
	var out []*dataset.Silence
	for _, one := range s.Data.Silences {
		if one.Measure != nil && one.Measure.AnsweredBy == record.ByCases &&
			slices.ContainsFunc(one.Kinds, func(k record.BodyKind) bool { return kinds[k] }) {
			out = append(out, one)
		}
	}
	return out
}

// described are the places around one that have a page of their own.
func described(all []beside.Place, p beside.Place) []int {
	out := []int{}
	for _, i := range p.Around {
		if all[i].Body != "" {
			out = append(out, i)
		}
	}
	return out
}

// placeRows are the places that have no page of their own, as they are found, with all
// those that stand around one.
func (s *Site) placeRows() (rows []find.Row, around []find.Around, kinds []record.BodyKind) {
	all := s.places()
	for _, p := range all {
		around = append(around, find.Around{Name: p.Name, Page: p.Body})
		if !slices.Contains(kinds, p.Kind) {
			kinds = append(kinds, p.Kind)
		}
		if p.Body != "" {
			continue // its record is found
		}
		rows = append(rows, find.Row{Name: p.Name, Group: groupPlaces, Kind: slices.Index(kinds, p.Kind), Address: p.Number,
			Keys: p.Also, Weight: min(99, 4*bits.Len(uint(p.People))), Around: described(all, p), On: p.On})
	}
	return rows, around, kinds
}
