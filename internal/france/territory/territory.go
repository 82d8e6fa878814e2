// Package territory is the universe of local authorities: the communes, groupings of
// communes, départements and régions that the collected official geographic code
// lists, and which of them is the body that a record describes.
//
//	all := territory.In(read.Collected)
//	communes, _ := territory.OfKind(all, territory.Commune)
//	communes.Count()                // 34 875, without the overseas collectivities
//	place, ok := communes.Of(stains) // by code, or else by SIREN
//
// A universe counts what stands in metropolitan France and in the overseas
// départements and régions. The overseas collectivities (zone "com") are in it, to
// check codes, and are not counted: not all of theirs are municipalities.
//
// Promises: pure; a source that was not collected has no universe, which is not an
// empty one.
package territory

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"vigie/internal/collected"
	"vigie/internal/record"
	"vigie/internal/value/tabular"
)

// Universe is a kind of local authority, as the code lists it.
type Universe struct {
	Kind   record.BodyKind
	Source string // identifier of the source
	Places []Place

	byCode, bySIREN map[string]int   // to the index of a place
	words           func() wordIndex // of the names; made once, when a name is asked for
}

// Place is one local authority of the code.
type Place struct {
	Code     string // empty for a grouping, which is named by its SIREN
	SIREN    string // empty where the code gives none
	Name     string
	Overseas bool // of an overseas collectivity: not counted
}

// The kinds of bodies that the code lists, as the vocabulary of the site calls them.
const (
	Region        record.BodyKind = "region"
	Departement   record.BodyKind = "departement"
	Intercommunal record.BodyKind = "intercommunality"
	Commune       record.BodyKind = "commune"
)

// readers says which reader lists which kind, in the order in which pages show them.
var readers = []struct {
	kind   record.BodyKind
	reader string
}{
	{Region, "cog-regions"},
	{Departement, "cog-departements"},
	{Intercommunal, "cog-epci"},
	{Commune, "cog-communes"},
}

// In gives the universes that were collected, each in its last edition.
func In(all []*collected.Collected) []*Universe {
	var out []*Universe
	for _, r := range readers {
		if c, ok := collected.LastBy(r.reader, all); ok {
			out = append(out, universe(r.kind, c))
		}
	}
	return out
}

func universe(kind record.BodyKind, c *collected.Collected) *Universe {
	u := &Universe{Kind: kind, Source: c.State.Source, byCode: map[string]int{}, bySIREN: map[string]int{}}
	for _, r := range c.Rows {
		if !r.Listed() {
			continue
		}
		p := Place{Code: c.Cell(r, "code"), SIREN: c.Cell(r, "siren"), Name: c.Cell(r, "nom"),
			Overseas: c.Cell(r, "zone") == "com"}
		if p.Code != "" {
			u.byCode[p.Code] = len(u.Places)
		}
		if p.SIREN != "" {
			u.bySIREN[p.SIREN] = len(u.Places)
		}
		u.Places = append(u.Places, p)
	}
	u.words = sync.OnceValue(u.fold)
	return u
}

// OfKind finds the universe of a kind.
func OfKind(all []*Universe, kind record.BodyKind) (*Universe, bool) {
	for _, u := range all {
		if u.Kind == kind {
			return u, true
		}
	}
	return nil, false
}

// Count is how many places there are, those of the overseas collectivities left out.
func (u *Universe) Count() int {
	n := 0
	for i := range u.Places {
		if !u.Places[i].Overseas {
			n++
		}
	}
	return n
}

// Code finds the place that bears a code.
func (u *Universe) Code(code string) (Place, bool) { return u.at(u.byCode, code) }

// SIREN finds the place that bears a SIREN.
func (u *Universe) SIREN(number string) (Place, bool) { return u.at(u.bySIREN, number) }

func (u *Universe) at(index map[string]int, key string) (Place, bool) {
	if i, ok := index[key]; ok && key != "" {
		return u.Places[i], true
	}
	return Place{}, false
}

// The identifiers by which local authorities are known, as data/vocabulary/identifiers.yaml
// names them.
const (
	CodeKind  record.IdentifierKind = "cog"
	SIRENKind record.IdentifierKind = "siren"
)

// Of finds the place that an organisation is: by its code when it is of this kind, by
// its SIREN otherwise. The Métropole de Lyon, a local authority of its own kind, is
// so found among the groupings, where the code lists it.
func (u *Universe) Of(o *record.Organisation) (Place, bool) {
	code, _ := record.IdentifierOf(o.Identifiers, CodeKind)
	if p, ok := u.Code(code.Value); ok && o.Kind == u.Kind {
		return p, true
	}
	number, _ := record.IdentifierOf(o.Identifiers, SIRENKind)
	return u.SIREN(number.Value)
}

// wordIndex holds the words of the names of places.
type wordIndex struct {
	of      [][]string       // in the order of the places
	opening map[string][]int // the places whose name opens with a word
}

func (u *Universe) fold() wordIndex {
	out := wordIndex{make([][]string, len(u.Places)), map[string][]int{}}
	for i := range u.Places {
		w := words(u.Places[i].Name)
		out.of[i] = w
		if len(w) > 0 {
			out.opening[w[0]] = append(out.opening[w[0]], i)
		}
	}
	return out
}

var between = regexp.MustCompile(`[^\pL\pN]+`)

func words(name string) []string {
	return strings.Fields(between.ReplaceAllString(tabular.Fold(name), " "))
}

func within(some, all []string) bool {
	return len(some) > 0 && !slices.ContainsFunc(some, func(w string) bool { return !slices.Contains(all, w) })
}
