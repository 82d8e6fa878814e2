package indicator

import (
	"fmt"
	"slices"

	"vigie/internal/cal"
	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/lang"
	"vigie/internal/record"
)

var tierAdoption = Indicator{
	ID:    "tier-adoption",
	Title: say("Services publics dont l’hébergement est documenté, par niveau et par année", "Public services whose hosting is documented, by tier and year"),
	Question: say("Dans quels niveaux de cloud des services publics fonctionnent-ils, et depuis quand peut-on le savoir ?",
		"In which cloud tiers do public services run, and since when can it be known?"),
	Method: say("Nombre de services qu’une source datée montre en fonctionnement, comptés une seule fois, l’année où elle les documente pour la première fois. "+
		"Cette année est celle du document ; elle n’est celle du déménagement que pour les services nommés ci-dessous, dont une source date le déménagement lui-même. "+
		"Une barre plus haute veut dire que plus de documents ont été lus cette année-là, non que plus de services ont déménagé. "+
		"Ce sont des cas documentés et jamais un taux : les services dont le code est public sont surreprésentés.",
		"Number of services that a dated source shows running, counted once, in the year in which it first documents them. "+
			"That year is the year of the document; it is the year of the move only for the services named below, whose move itself is dated by a source. "+
			"A taller bar means that more documents of that year were read, not that more services moved. "+
			"These are documented cases and never a rate: services whose code is public are over-represented."),
	Shape:   Through,
	Compute: computeTierAdoption,
}

// untold gathers the services whose tier is several tiers, or cannot be told.
const untold = "untold"

func tierKey(t record.TierID) string {
	if t == record.Mixed || t == record.NoTier || t == "" {
		return untold
	}
	return string(t)
}

func tierLines() []place {
	return []place{
		{key: string(record.Internal), label: tierWord(record.Internal), role: "tier-internal"},
		{key: string(record.Dedicated), label: tierWord(record.Dedicated), role: "tier-dedicated"},
		{key: string(record.External), label: tierWord(record.External), role: "tier-external"},
		{key: string(record.OwnMeans), label: tierWord(record.OwnMeans), role: "own-means"},
		{key: untold, label: say("Plusieurs niveaux, ou niveau impossible à dire", "Several tiers, or tier that cannot be told"), role: "series8"},
	}
}

func computeTierAdoption(ds *dataset.Dataset) Answer {
	t := newTally("tier-adoption", unitOf(ds, "service"))
	a := Answer{Unit: t.unit, Coverage: Coverage{Unknown: true, Of: say("services publics", "public services")}}
	var moved, undated []lang.Text
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
		t.add(tierKey(m.Tier), fmt.Sprint(year), record.Ref{Kind: record.Migrations, ID: m.ID})
		if first == 0 || year < first {
			first = year
		}
		last = max(last, year)
		if dating == record.Dated {
			moved = append(moved, named(m))
		}
	}
	if a.Coverage.Known == 0 {
		return nothingCounted(ds, "tier-adoption", t, tierLines())
	}
	years := yearsBetween(first, last)
	a.Lines = append(t.lines(tierLines(), years), undocumented(ds, t, years))
	if len(moved) > 0 {
		a.Notes = append(a.Notes, naming(say("L’année est celle du déménagement lui-même pour :", "The year is that of the move itself for:"), moved))
	}
	if len(undated) > 0 {
		a.Notes = append(a.Notes, naming(say("Aucune source datée ne dit depuis quand, et l’année manque pour :", "No dated source says since when, and the year is missing for:"), undated))
	}
	a.Notes = append(a.Notes, say("Un service compté une année a pu changer d’hébergement depuis.", "A service counted in a year may have changed its hosting since."))
	return a
}

// undocumented is the line of what nobody publishes: it has no value, and is named.
func undocumented(ds *dataset.Dataset, t tally, years []place) Line {
	l := Line{Key: "undocumented", Role: "unknown", Label: say("Tous les autres services publics, dont l’hébergement n’est pas publié", "All other public services, whose hosting is not published")}
	var looked []record.Ref
	for _, s := range inHand(ds, ds.Silences) {
		if s.Measure != nil && s.Measure.ID == "applications-in-cloud-share" {
			looked = append(looked, record.Ref{Kind: record.Silences, ID: s.ID})
		}
	}
	for _, y := range years {
		f := unknown(t.indicator, l.Key, y.key, join(l.Label, y.label), t.unit, record.NotPublished)
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
	a := Answer{Unit: t.unit, Coverage: Coverage{Unknown: true, Of: say("cas documentés", "documented cases")}, Notes: []lang.Text{say("Les données de ce site n’en documentent aucun.", "The data of this site documents none.")}}
	for _, l := range lines {
		f := unknown(indicator, l.key, figure.Slug(now), l.label, t.unit, record.NotCollected)
		f.Period = now
		a.Lines = append(a.Lines, Line{Key: l.key, Label: l.label, Role: l.role,
			Points: []Point{{Key: figure.Slug(now), Label: inWords(now), Period: now, Figure: f}}})
	}
	return a
}

// named is what readers call a service, with whose it is.
func named(m *dataset.Migration) lang.Text {
	if m.Organisation == nil {
		return m.Service
	}
	return lang.Text{FR: m.Service.FR + " (" + m.Organisation.Name.FR + ")", EN: m.Service.EN + " (" + m.Organisation.Name.EN + ")"}
}

var tierAdoptionByKind = Indicator{
	ID:       "tier-adoption-by-kind",
	Title:    say("Niveau d’hébergement des services documentés, par type d’organisme", "Tier of the documented services, by kind of body"),
	Question: say("Qui utilise quel niveau de cloud ?", "Who uses which cloud tier?"),
	Method: say("Nombre de services qu’une source montre en fonctionnement, dans le dernier état connu de chacun, qui peut être ancien, selon leur niveau et le type de l’organisme. "+
		"Zéro veut dire qu’aucun cas n’a été trouvé, non qu’il n’en existe pas. Ce sont des cas documentés, jamais un taux.",
		"Number of services that a source shows running, in the last known state of each, which may be old, by tier and by kind of body. "+
			"Zero means that no case was found, not that there is none. These are documented cases, never a rate."),
	Shape:   Categories,
	Compute: computeTierAdoptionByKind,
}

func computeTierAdoptionByKind(ds *dataset.Dataset) Answer {
	t := newTally("tier-adoption-by-kind", unitOf(ds, "service"))
	a := Answer{Unit: t.unit, Coverage: Coverage{Unknown: true, Of: say("services publics", "public services")}}
	with := map[record.BodyKind]bool{}
	for _, m := range inHand(ds, ds.Migrations) {
		if m.Current.Status != record.Live || m.Organisation == nil {
			continue
		}
		if tierKey(m.Tier) != untold {
			a.Coverage.Known++
		}
		with[m.Organisation.Kind] = true
		t.add(tierKey(m.Tier), string(m.Organisation.Kind), record.Ref{Kind: record.Migrations, ID: m.ID})
	}
	a.Lines = t.lines(tierLines(), kindPlaces(func(k record.BodyKind) bool { return with[k] }))
	var without []lang.Text
	for _, k := range record.BodyKinds() {
		if !with[k] && slices.ContainsFunc(ds.Organisations, func(o *dataset.Organisation) bool { return o.Kind == k }) {
			without = append(without, kindWord(k).Map(lower))
		}
	}
	if len(without) > 0 {
		a.Notes = append(a.Notes, naming(say("Aucun service en fonctionnement n’est documenté pour :", "No running service is documented for:"), without))
	}
	return a
}

// kindPlaces lists the kinds of bodies to show, in the order of the closed list.
func kindPlaces(shown func(record.BodyKind) bool) []place {
	var out []place
	for _, k := range record.BodyKinds() {
		if shown(k) {
			out = append(out, place{key: string(k), label: kindWord(k)})
		}
	}
	return out
}
