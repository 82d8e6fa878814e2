package indicator

import (
	"fmt"
	"slices"
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// unplaced gathers the services whose tier is several tiers, or is unknown but
// for those that have a line of their own: of a host or a contract, without an offer.
const (
	unplaced     = "untold"
	offerUnnamed = string(record.OfferUnnamed)
)

// deduced ends the key and the role of a tier that no source gives (TierShown).
const deduced = "-deduced"

func tierKey(m *dataset.Migration) string {
	switch {
	case m.Tier == record.NoTier && m.TierUnknown == record.OfferUnnamed:
		return offerUnnamed
	case m.Role == record.Several || m.Role == record.Unplaced:
		return unplaced
	}
	return m.TierShown()
}

// tierLines are the tiers of the site, one after the other: what a source gives, then what
// is our deduction where a tier can be deduced.
func tierLines(ds *dataset.Dataset) []place {
	var out []place
	tiers := colouredTiers(ds)
	free, theirs := freeRoles(ds, tiers), deducedRoles(ds)
	for _, role := range theirs {
		free.take(role)
	}
	for _, t := range tiers {
		word, _ := ds.Words.Find(record.TierList, string(t))
		w := ds.Words.Heading(record.TierList, word.ID)
		if !word.Role.Deducible() {
			out = append(out, place{key: word.ID, label: w, role: word.Colour})
			continue
		}
		tier := lang.In("tier", w)
		var entry lang.Text // one for both, where they differ by the pattern alone
		if theirs[t] == word.Colour+deduced {
			entry = say("{tier} (ajouré : déduit par nous)", "{tier} (see-through: deduced by us)").With(tier)
		}
		out = append(out,
			place{key: word.ID, label: say("{tier} (selon la source)", "{tier} (according to the source)").With(tier),
				role: word.Colour, entry: entry},
			place{key: word.ID + deduced, label: say("{tier} (déduit par nous)", "{tier} (deduced by us)").With(tier),
				role: theirs[t], entry: entry})
	}
	return append(out,
		place{key: offerUnnamed,
			label: say("Niveau impossible à dire : offre non nommée",
				"Tier that cannot be told: offer not named"), role: free.next("series7")},
		place{key: unplaced,
			label: say("Plusieurs niveaux, ou autre inconnue",
				"Several tiers, or another unknown"), role: free.next("series8")})
}

// colouredTiers are those that have a colour.
func colouredTiers(ds *dataset.Dataset) []record.TierID {
	return ds.Words.Tiers(record.InHouse, record.Qualified, record.PublicOffer, record.OwnMachines)
}

// deducedRoles are the colours of what is deduced of each tier of which something can be.
func deducedRoles(ds *dataset.Dataset) map[record.TierID]string {
	out := map[record.TierID]string{}
	tiers := colouredTiers(ds)
	free := freeRoles(ds, tiers)
	for _, t := range tiers {
		if word, _ := ds.Words.Find(record.TierList, string(t)); word.Role.Deducible() {
			out[t] = free.deduced(word.Colour)
		}
	}
	return out
}

// roles are the colours of series that no line of a chart has yet.
type roles struct{ free []string }

// freeRoles are those that no tier of the site has.
func freeRoles(ds *dataset.Dataset, tiers []record.TierID) *roles {
	var r roles
	for _, role := range record.TierColours() {
		taken := slices.ContainsFunc(tiers, func(t record.TierID) bool {
			word, _ := ds.Words.Find(record.TierList, string(t))
			return word.Colour == role
		})
		if strings.HasPrefix(role, "series") && !taken {
			r.free = append(r.free, role)
		}
	}
	return &r
}

// next takes the colour that is wanted, or the first that is free; once none is, the wanted one.
func (r *roles) next(want string) string {
	i := max(slices.Index(r.free, want), 0)
	if len(r.free) == 0 {
		return want
	}
	role := r.free[i]
	r.free = slices.Delete(r.free, i, i+1)
	return role
}

// take leaves a colour out of those that are free.
func (r *roles) take(role string) {
	r.free = slices.DeleteFunc(r.free, func(one string) bool { return one == role })
}

// deduced is the colour of what is deduced of a tier: that of the tier with its own pattern
// where it has one, else a colour of its own.
func (r *roles) deduced(colour string) string {
	if strings.HasPrefix(colour, "series") {
		return r.next("")
	}
	return colour + deduced
}

func computeTierAdoption(ds *dataset.Dataset) Answer {
	t := newTally("tier-adoption", unitOf(ds, "service"))
	a := Answer{Unit: t.unit, Coverage: Coverage{Unknown: true,
		Of: cases(ds, "tier-adoption", say("services documentés", "documented services"))}}
	var moved, undated, onPlatforms []lang.Text
	first, last := 0, 0
	for _, m := range inHand(ds, ds.Migrations) {
		year, dating, dated := m.LiveIn()
		if !dated {
			if m.Current.Status == record.Live {
				undated = append(undated, named(m))
			}
			continue
		}
		a.Coverage.Known++
		t.add(tierKey(m), fmt.Sprint(year), record.Ref{Kind: record.Migrations, ID: m.ID})
		if first == 0 || year < first {
			first = year
		}
		last = max(last, year)
		if dating == record.Dated {
			moved = append(moved, named(m))
		}
		if unqualifiedPlatform(m) {
			onPlatforms = append(onPlatforms, named(m))
		}
	}
	if a.Coverage.Known == 0 {
		return nothingCounted(ds, "tier-adoption", t, tierLines(ds))
	}
	years := yearsBetween(first, last)
	a.Lines = append(t.lines(tierLines(ds), years), undocumented(ds, t, years))
	if len(moved) > 0 {
		a.Notes = append(a.Notes,
			naming(say("L’année est celle du déménagement lui-même pour :", "The year is that of the move itself for:"), moved))
	}
	if len(undated) > 0 {
		a.Notes = append(a.Notes,
			naming(say("Aucune source datée ne dit depuis quand, et l’année manque pour :",
				"No dated source says since when, and the year is missing for:"), undated))
	}
	a.Notes = append(a.Notes, onQualified(ds, onPlatforms)...)
	a.Notes = append(a.Notes, wordingOf(ds, "tier-adoption").text("since"))
	return a
}

// undocumented is the line of the services of which this site documents nothing:
// it has no value, and is named. Their hosting was not searched one by one.
func undocumented(ds *dataset.Dataset, t tally, years []place) Line {
	l := Line{Key: "undocumented", Role: "unknown", Label: wordingOf(ds, "tier-adoption").text("undocumented")}
	var looked []record.Ref
	for _, s := range inHand(ds, ds.Silences) {
		if s.Measure != nil && s.Measure.AnsweredBy == record.ByCases {
			looked = append(looked, record.Ref{Kind: record.Silences, ID: s.ID})
		}
	}
	for _, y := range years {
		f := unknown(t.indicator, l.Key, y.key, join(l.Label, y.label), t.unit, record.NotCollected)
		f.Period, f.Rests = y.period, figure.Rests{Records: looked}
		l.Points = append(l.Points, Point{Key: y.key, Label: y.label, Period: y.period, Figure: f})
	}
	return l
}

func yearsBetween(first, last int) []place {
	var out []place
	for y := first; y <= last; y++ {
		p := cal.At(cal.OfYear(y))
		out = append(out, place{key: fmt.Sprint(y), label: inWords(p), period: p})
	}
	return out
}

// nothingCounted answers when the data holds nothing to count: unknown, never zero.
func nothingCounted(ds *dataset.Dataset, indicator string, t tally, lines []place) Answer {
	now := cal.At(cal.OfYear(ds.AsOf.Year()))
	a := Answer{Unit: t.unit, Coverage: Coverage{Unknown: true, Of: say("cas documentés", "documented cases")},
		Notes: []lang.Text{say("Les données de ce site n’en documentent aucun.", "The data of this site documents none.")}}
	for _, l := range lines {
		f := unknown(indicator, l.key, figure.Slug(now), l.label, t.unit, record.NotCollected)
		f.Period = now
		a.Lines = append(a.Lines, Line{Key: l.key, Label: l.label, Role: l.role,
			Points: []Point{{Key: figure.Slug(now), Label: inWords(now), Period: now, Figure: f}}})
	}
	return a
}

// unqualifiedPlatform reports whether a service counts as dedicated for the
// infrastructure alone: the platform above it is not qualified.
func unqualifiedPlatform(m *dataset.Migration) bool {
	return m.Role == record.Qualified && onlyInfrastructure(m)
}

// onlyInfrastructure reports whether the infrastructure alone is qualified, under any scheme.
func onlyInfrastructure(m *dataset.Migration) bool {
	return slices.ContainsFunc(m.HostingQualification,
		func(h record.HostedUnder) bool { return h.Standing == record.InfrastructureOnly })
}

// onQualified names the services of a qualified tier that are there for their infrastructure alone.
func onQualified(ds *dataset.Dataset, services []lang.Text) []lang.Text {
	if len(services) == 0 {
		return nil
	}
	var tiers []lang.Text
	for _, t := range ds.Words.Tiers(record.Qualified) {
		tiers = append(tiers, ds.Words.Name(record.TierList, string(t)).Map(lower))
	}
	counted := lang.Join(", ", tiers...)
	return []lang.Text{naming(say("Une plateforme posée sur une infrastructure qualifiée n’est pas qualifiée "+
		"elle-même. C’est le cas, parmi les services comptés comme « {tiers} », pour :",
		"A platform on qualified infrastructure is not itself qualified. Among the services counted as "+
			"“{tiers}”, that is so for:").With(lang.In("tiers", counted)), services)}
}

// named is what readers call a service, with whose it is.
func named(m *dataset.Migration) lang.Text {
	if m.Organisation == nil {
		return m.Service
	}
	return say("{service} ({body})", "{service} ({body})").
		With(lang.In("service", m.Service), lang.In("body", m.Organisation.Name))
}

func computeTierAdoptionByKind(ds *dataset.Dataset) Answer {
	t := newTally("tier-adoption-by-kind", unitOf(ds, "service"))
	a := Answer{Unit: t.unit, Coverage: Coverage{Unknown: true,
		Of: cases(ds, "tier-adoption-by-kind", say("services documentés", "documented services"))}}
	with := map[record.BodyKind]bool{}
	var onPlatforms []lang.Text
	for _, m := range inHand(ds, ds.Migrations) {
		if m.Current.Status != record.Live || m.Organisation == nil {
			continue
		}
		if k := tierKey(m); k != unplaced && k != offerUnnamed {
			a.Coverage.Known++
		}
		if unqualifiedPlatform(m) {
			onPlatforms = append(onPlatforms, named(m))
		}
		with[m.Organisation.Kind] = true
		t.add(tierKey(m), string(m.Organisation.Kind), record.Ref{Kind: record.Migrations, ID: m.ID})
	}
	a.Lines = t.lines(tierLines(ds), kindPlaces(ds, func(k record.BodyKind) bool { return with[k] }))
	a.Notes = append(a.Notes, onQualified(ds, onPlatforms)...)
	var without []lang.Text
	for _, k := range ds.BodyKinds() {
		if !with[k] && slices.ContainsFunc(ds.Organisations, func(o *dataset.Organisation) bool { return o.Kind == k }) {
			without = append(without, kindInside(ds, k))
		}
	}
	if len(without) > 0 {
		a.Notes = append(a.Notes,
			naming(say("Aucun service en fonctionnement n’est documenté pour :", "No running service is documented for:"),
				without))
	}
	return a
}

// kindPlaces lists the kinds of bodies to show, in the order of their vocabulary.
func kindPlaces(ds *dataset.Dataset, shown func(record.BodyKind) bool) []place {
	var out []place
	for _, k := range ds.BodyKinds() {
		if shown(k) {
			out = append(out, place{key: string(k), label: kindWord(ds, k)})
		}
	}
	return out
}
