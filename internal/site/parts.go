package site

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// Parts are the views that several pages share: part_qualification.go,
// part_hosting.go, part_series.go, and here events, silences and links.

// EventView is an event in a list.
type EventView struct {
	ID     string
	On     string
	OnISO  string
	Year   string
	Kind   string
	KindID string
	Title  string
	Who    []Link
	Note   string
	Claims []Claim
}

func (v view) event(e *dataset.Event) EventView {
	v.shows(record.Events, e.ID)
	out := EventView{ID: e.ID, On: v.word("undated"), Kind: v.name(record.EventKindList, string(e.Kind)),
		KindID: string(e.Kind),
		Title:  v.text(e.Title), Note: v.text(e.Note), Claims: v.claims(e.Claims)}
	if e.On != nil {
		out.On, out.OnISO = v.when(e.On), e.On.String()
		if y := e.On.First().Year(); y > 0 {
			out.Year = strconv.Itoa(y)
		}
	}
	for _, o := range e.Organisations {
		out.Who = append(out.Who, v.organisationLink(o))
	}
	for _, p := range e.Providers {
		out.Who = append(out.Who, v.providerLink(p))
	}
	for _, o := range e.Offers {
		out.Who = append(out.Who, v.offerLink(o))
	}
	return out
}

func (v view) events(list []*dataset.Event) []EventView {
	var out []EventView
	for _, e := range list {
		out = append(out, v.event(e))
	}
	return out
}

// UnknownView is something that is not known, and why.
type UnknownView struct {
	What, Why, Note string
	When            string // until which day it was searched, or when it was seen that it was not
	Href            string
	Shared          string // that the search stands for several bodies at once
}

func (v view) silence(s *dataset.Silence) UnknownView {
	v.shows(record.Silences, s.ID)
	return UnknownView{What: v.text(s.Title), Why: v.word("reason." + string(s.Reason)), When: v.searched(s),
		Note: v.text(s.Note), Href: v.site.RecordHref(v.l, record.Ref{Kind: record.Silences, ID: s.ID}),
		Shared: v.shared(s, "")}
}

// searched says until which day something was looked for, or on which day it was
// noted that it was not.
func (v view) searched(s *dataset.Silence) string {
	if s.Reason == record.NotCollected {
		return v.notSearched(s.Searched)
	}
	return v.word("unknown.searched") + " " + v.day(s.Searched)
}

func (v view) notSearched(on cal.Day) string { return v.word("unknown.not-searched") + " " + v.day(on) }

// shared says that a silence stands for several bodies at once, where it does: for
// those of one kind, where it is said of a body of that kind.
func (v view) shared(s *dataset.Silence, of record.BodyKind) string {
	key := "silence.shared"
	switch {
	case !s.Shared():
		return ""
	case s.Reason == record.NotCollected:
		key = "silence.shared.not-searched"
	}
	if len(s.Kinds) == 1 && len(s.Organisations) == 0 {
		of = s.Kinds[0]
	}
	kind, _ := v.wordOf(record.BodyKindList, string(of))
	if slices.Contains(s.Kinds, of) && !kind.Collective {
		return v.describe(key, lowered(v.heading(record.BodyKindList, string(of))))
	}
	return v.describe(key, v.word("silence.shared.bodies"))
}

// lowered makes the first letter small, for a name within a sentence.
func lowered(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(first)) + s[size:]
}

func (v view) silences(list []*dataset.Silence) []UnknownView {
	var out []UnknownView
	for _, s := range list {
		out = append(out, v.silence(s))
	}
	return out
}

func (v view) organisationLink(o *dataset.Organisation) Link {
	return v.link(record.Ref{Kind: record.Organisations, ID: o.ID}, o.Name)
}

func (v view) providerLink(p *dataset.Provider) Link {
	return v.link(record.Ref{Kind: record.Providers, ID: p.ID}, p.Name)
}

func (v view) offerLink(o *dataset.Offer) Link {
	return v.link(record.Ref{Kind: record.Offers, ID: o.ID}, o.Name)
}

// seller links to who sells or runs an offer.
func (v view) seller(o *dataset.Offer) Link {
	switch {
	case o.Provider != nil:
		return v.providerLink(o.Provider)
	case o.Operator != nil:
		return v.organisationLink(o.Operator)
	}
	return Link{}
}

func (v view) sourceLink(id string) Link {
	if s := dataset.Find[*dataset.Source](v.site.Data, record.Sources, id); s != nil {
		return v.link(record.Ref{Kind: record.Sources, ID: id}, lang.Name(s.Title))
	}
	return Link{}
}

// claimList makes the views of the claims written in a part of a record.
func (v view) claimList(list []record.Claim) []Claim {
	var out []Claim
	for i := range list {
		if c := v.site.Data.Claim(list[i].ID); c != nil {
			out = append(out, v.claim(c))
		}
	}
	return out
}

func (v view) models(list []record.Model) []string {
	v.note(0, vocabulary(record.ModelList))
	var out []string
	for _, m := range list {
		out = append(out, v.site.shortModel(v.l, m))
	}
	return out
}

// shortModel is a service model in a few letters: its code where its name opens with it, or else its name.
func (s *Site) shortModel(l lang.Lang, m record.Model) string {
	if name := s.Data.Words.Name(record.ModelList, string(m)).In(l); !strings.HasPrefix(name, string(m)) {
		return name
	}
	return string(m)
}
