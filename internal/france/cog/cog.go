// Package cog reads the universe of local authorities: communes, groupings of
// communes (EPCI), départements and régions, as the package
// @etalab/decoupage-administratif gives them from the official geographic code
// (COG, INSEE) and from the list of EPCI of the DGCL, one JSON list a kind.
//
// It is the denominator of many questions (« how many of the 34,969 communes… »),
// so nothing is guessed: an authority whose SIREN is not given has none here, and
// a row whose SIREN has a wrong key is reported and left out.
//
// Three things to know before counting. The lists hold the overseas collectivities
// (zone com), whose districts are not all municipalities, and which have no SIREN
// here. Former communes (associated, delegated) and municipal arrondissements stand
// in the list of communes: they are left aside and counted. A département here is a
// territory: the Collectivité européenne d'Alsace runs two of them, Paris is one.
package cog

import (
	"context"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"

	"vigie/internal/collect"
	"vigie/internal/collect/read/sniff"
	"vigie/internal/france/sirene"
	"vigie/internal/value/tabular"
)

// kind is a kind of authority: what its list is made of.
type kind struct {
	name    string
	columns []collect.Column
	members tabular.Members
	// aside says why an element of the list is not of the kind; empty when it is.
	aside func(*element) string
	row   func(*element) []string
}

func (k kind) reader() collect.Reader {
	return collect.Taking(collect.Reader{Name: k.name, Version: 1, Columns: k.columns, Read: k.read}, sniff.JSON)
}

func (k kind) read(ctx context.Context, doc collect.Document, emit func(collect.Row) error) (collect.Remarks, error) {
	var remarks collect.Remarks
	var unread, aside tabular.Tally
	seen := map[string]bool{}
	err := tabular.Each(tabular.JSON(doc.Reader()), func(i int, members map[string]json.RawMessage) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		for _, name := range k.members.Take {
			seen[name] = seen[name] || members[name] != nil
		}
		e := &element{members: members, at: fmt.Sprintf("/%d", i)}
		for _, name := range k.members.Unread(members) {
			unread.Add(name, string(members[name]))
		}
		if why := k.aside(e); why != "" {
			aside.Add(why, e.text("nom"))
			return nil
		}
		remarks.Rows++
		cells := k.row(e)
		if e.bad != nil {
			return remarks.Reject(*e.bad)
		}
		return emit(collect.Row{Cells: cells, At: e.at})
	})
	for _, name := range k.members.Take {
		if seen[name] {
			remarks.Columns = append(remarks.Columns, name)
		}
	}
	for _, l := range unread.List() {
		remarks.Unread = append(remarks.Unread, collect.Unread(l))
	}
	for _, l := range aside.List() {
		remarks.Ignored = append(remarks.Ignored, collect.Unread(l))
	}
	return remarks, err
}

// element is one element of a list. It keeps the first thing that is wrong with it.
type element struct {
	members map[string]json.RawMessage
	at      string
	bad     *collect.Bad
}

func (e *element) refuse(name, found, wanted string) {
	if e.bad == nil {
		e.bad = &collect.Bad{At: e.at, Column: name, Found: found, Wanted: wanted}
	}
}

// text is a member as text; empty when it is not there.
func (e *element) text(name string) string {
	t, ok := tabular.Text(e.members[name])
	if !ok {
		e.refuse(name, string(e.members[name]), "a text")
	}
	return strings.TrimSpace(t)
}

// required is a member that has to be there.
func (e *element) required(name string) string {
	t := e.text(name)
	if t == "" {
		e.refuse(name, "", "a value")
	}
	return t
}

// code is a member of a given shape that has to be there.
func (e *element) code(name string, s shape) string {
	t := e.text(name)
	if !s.MatchString(t) {
		e.refuse(name, t, "a code such as "+s.such)
	}
	return t
}

// siren is a SIREN with a right key, or nothing when there is none.
func (e *element) siren(name string) string {
	t := e.text(name)
	if t != "" && !sirene.ValidSIREN(t) {
		e.refuse(name, t, "a SIREN with a right key")
	}
	return t
}

// count is a whole number, or nothing when there is none.
func (e *element) count(name string) string {
	t := e.text(name)
	if t != "" && !whole.MatchString(t) {
		e.refuse(name, t, "a whole number")
	}
	return t
}

// shape is what a code looks like.
type shape struct {
	*regexp.Regexp
	such string // an example
}

var (
	ofCommune     = shape{regexp.MustCompile(`^([0-9]{2}|2[AB])[0-9]{3}$`), "75056"}
	ofDepartement = shape{regexp.MustCompile(`^([0-9]{2,3}|2[AB])$`), "2A"}
	ofRegion      = shape{regexp.MustCompile(`^[0-9]{2,3}$`), "84"}
	ofSIREN       = shape{regexp.MustCompile(`^[0-9]{9}$`), "200054781"}
	whole         = regexp.MustCompile(`^(0|[1-9][0-9]*)$`)
)
