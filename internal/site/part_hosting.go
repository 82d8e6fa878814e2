package site

import (
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/site/trace"
)

// MigrationView is a documented case of hosting.
type MigrationView struct {
	ID           string
	Service      string
	Organisation Link
	Tier         string
	TierID       string // of the tier, or of the tier as we deduce it
	TierFrom     string // what the tier rests on, or why it is unknown
	TierBasis    string
	Model        string
	Hosts        []Link
	Host         string // words of the source, or why no host is named
	Offer        *Link
	Left         *Link
	Standings    []StandingView // what is known of its qualification, scheme by scheme
	Status       string
	StatusID     string
	On           string // when a source documents it, in words
	Dating       string // what the date is the date of
	History      []StatusView
	Note         string
	Claims       []Claim
	Finding      *FindingView // against the rules of its day
}

// StatusView is one dated state of a migration.
type StatusView struct {
	Status, On, Dating string
}

func (v view) migration(m *dataset.Migration) MigrationView {
	v.shows(record.Migrations, m.ID)
	v.note(trace.Judged, thing(record.Ref{Kind: record.Migrations, ID: m.ID}))
	out := MigrationView{ID: m.ID, Service: v.text(m.Service), Tier: v.tierShown(m), TierID: v.tierMark(m),
		TierFrom: v.tierFrom(m), TierBasis: v.text(m.TierBasis), Model: string(m.Model), Host: v.text(m.Host),
		Standings: v.standings(m), Note: v.text(m.Note),
		Status: v.word("status." + string(m.Current.Status)), StatusID: string(m.Current.Status), On: v.when(m.Documented),
		Dating: v.word("dating." + string(m.Current.Dating)), Claims: v.claims(m.Claims), Finding: v.finding(m)}
	if m.Organisation != nil {
		out.Organisation = v.organisationLink(m.Organisation)
	}
	for _, p := range m.Providers {
		out.Hosts = append(out.Hosts, v.providerLink(p))
	}
	if m.ProviderUnknown != "" && out.Host == "" {
		out.Host = v.word("reason." + string(m.ProviderUnknown))
	}
	if m.Offer != nil {
		l := v.offerLink(m.Offer)
		out.Offer = &l
	}
	if m.Left != nil {
		l := v.offerLink(m.Left)
		out.Left = &l
	}
	for _, s := range m.Statuses {
		sv := StatusView{Status: v.word("status." + string(s.Status)), Dating: v.word("dating." + string(s.Dating)),
			On: v.word("undated")}
		if s.On != nil {
			sv.On = v.when(s.On)
		}
		out.History = append(out.History, sv)
	}
	if out.On == "" {
		out.On = v.word("undated")
	}
	return out
}

// StandingView is what is known of the qualification of a hosting under a scheme.
type StandingView struct{ ID, Text string }

func (v view) standings(m *dataset.Migration) []StandingView {
	var out []StandingView
	for _, h := range m.HostingQualification {
		name := v.atLevel(h.Scheme, h.Level)
		out = append(out,
			StandingView{ID: string(h.Standing), Text: v.describe("hosting-qualification."+string(h.Standing), name)})
	}
	return out
}

// standing is what is known of the qualification of a hosting, in words.
func (v view) standing(m *dataset.Migration) string {
	var out []string
	for _, s := range v.standings(m) {
		out = append(out, s.Text)
	}
	return strings.Join(out, ", ")
}

// tierShown is the tier of a service, and that it is our deduction where it is.
func (v view) tierShown(m *dataset.Migration) string {
	name := v.name(record.TierList, string(m.Tier))
	if m.TierFrom.Deduced() {
		return v.describe("tier.deduced", name)
	}
	return name
}

// tierMark is the class of the mark beside the name of the tier.
func (v view) tierMark(m *dataset.Migration) string {
	mark := v.site.Data.Words.TierMark(m.Tier)
	if m.TierFrom.Deduced() {
		return mark + "-deduced"
	}
	return mark
}

// tierFrom is what the tier rests on, or why it is unknown; empty where the record
// gives neither.
func (v view) tierFrom(m *dataset.Migration) string {
	switch {
	case m.TierFrom != "":
		return v.word("tier-from." + string(m.TierFrom))
	case m.Role == record.Unplaced && m.TierUnknown != "":
		return v.word("tier-unknown." + string(m.TierUnknown))
	}
	return ""
}
