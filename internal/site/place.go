package site

import (
	"iter"
	"maps"
	"slices"
	"strings"

	"vigie/internal/collected/beside"
	"vigie/internal/config"
	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/site/trace"
	"vigie/internal/value/lang"
)

// PlacePage is the page of a local body of an official list: what is not known of it, and the
// request that may be sent, or the record that describes it.
type PlacePage struct {
	Name, Kind, Number string
	Record             *Link  // the page of the record that describes it; nil without one
	Nothing            string // why no hosting is known
	Ask                *Link  // the request that may be sent; nil where no letter can be written
	Around             []Link
	Listed             *Link          // where it stands among the others
	Unknown            *[]UnknownView // what bodies of its kind share; nil for nothing
	Source             Link
	Read               string // day of the copy
}

// paged says that a local body without a record has a page of its own.
func (s *Site) paged(p beside.Place) bool {
	return s.Config.Pages.Organisations == config.AllBodies && p.Body == "" && s.has("organisations")
}

// placeSlug is where the page of a local body without a record stands, below those of bodies: its
// kind, and the number that names it for ever within its kind.
func placeSlug(p beside.Place) lang.Text {
	return lang.Name(string(p.Kind) + "-" + strings.ToLower(p.Number))
}

// placePages are the pages of the local bodies, where the settings want them. The address of one
// that a record came to describe goes on to answer, and leads to the page of the record.
func (v view) placePages() iter.Seq[Page] {
	return func(yield func(Page) bool) {
		if v.site.Config.Pages.Organisations != config.AllBodies {
			return
		}
		for _, p := range v.site.places() {
			if !yield(v.placePage(p)) {
				return
			}
		}
	}
}

func (v view) placePage(p beside.Place) Page {
	all := v.site.places()
	v.note(trace.Shown, rowsOf(p.Source))
	v.note(0, trace.Thing{Of: string(record.Silences), ID: trace.All})
	body := PlacePage{Name: p.Name, Kind: v.name(record.BodyKindList, string(p.Kind)), Number: p.Number, Ask: v.askLink(),
		Nothing: v.word("reason." + string(record.NotCollected))}
	if p.Body != "" {
		l := v.placeLink(p)
		l.Text = v.text(v.site.NameOf(record.Ref{Kind: record.Organisations, ID: p.Body}))
		body.Record = &l
	}
	for _, i := range p.Around {
		body.Around = append(body.Around, v.placeLink(all[i]))
	}
	title := p.Name
	if p.On >= 0 {
		title += " (" + all[p.On].Name + ")"
		if all[p.On].Body != "" && v.site.has(searchKey) {
			l := v.placesLink(p.On)
			l.Href, l.Text = l.Href+"#"+p.Number, v.word("place.listed")
			body.Listed = &l
		}
	}
	if shared := v.unknownOf(p.Kind); len(shared.List) > 0 {
		body.Unknown, body.Nothing = &shared.List, shared.Nothing
	}
	if s := dataset.Find[*dataset.Source](v.site.Data, record.Sources, p.Source); s != nil {
		body.Source, body.Read = v.sourceLink(p.Source), v.day(s.Collected.State.Read())
	}
	title = lang.Typeset(v.l, title)
	return v.below("organisations", placeSlug(p), "place", title, v.describe("lead.organisation", title), body)
}

// unknownOfKind is what is not known of any local body of a kind, with what it was made from.
type unknownOfKind struct {
	List    []UnknownView
	Nothing string // why no hosting is known

	made    *trace.Set
	english map[string]bool
}

// unknownKey names one in a language.
type unknownKey struct {
	l    lang.Lang
	kind record.BodyKind
}

// unknownOf is that of a kind of bodies, made once: a country has tens of thousands of one.
func (v view) unknownOf(kind record.BodyKind) *unknownOfKind {
	key := unknownKey{v.l, kind}
	known, ok := v.site.once.unknown.Load(key)
	if !ok {
		alone := view{site: v.site, l: v.l, notes: &noting{log: v.site.book().Log(), english: map[string]bool{}}}
		made := &unknownOfKind{english: alone.notes.english}
		for _, one := range v.site.placeSilences() {
			if len(one.Kinds) == 0 || slices.Contains(one.Kinds, kind) {
				made.List = append(made.List, alone.silence(one))
				made.Nothing = alone.word("reason." + string(one.Reason))
			}
		}
		made.made = alone.notes.log.Set()
		known, _ = v.site.once.unknown.LoadOrStore(key, made)
	}
	out := known.(*unknownOfKind)
	if v.notes != nil {
		v.add(out.made)
		maps.Copy(v.notes.english, out.english)
	}
	return out
}
