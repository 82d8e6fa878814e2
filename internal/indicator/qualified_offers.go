package indicator

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// catalogue is the qualifications of the data under a scheme, and the first and the last
// edition of the list that was read by the day of reference.
type catalogue struct {
	scheme         record.Scheme
	name, whose    lang.Text // of the scheme, and of its list
	steps          []record.SchemeStep
	granted, asked []*dataset.Qualification
	first, last    cal.Date
	own            cal.Date  // the last one that we read ourselves
	enough         []string  // levels of the scheme that a rule takes; all where it asks for none
	least          lang.Text // the lowest of them
}

// askedCatalogue is that of the scheme that rules ask of a hosting; none where a site has
// no such scheme.
func askedCatalogue(ds *dataset.Dataset) catalogue {
	word, ok := ds.Words.AskedScheme()
	if !ok {
		return catalogue{}
	}
	return catalogueOf(ds, record.Scheme(word.ID))
}

func catalogueOf(ds *dataset.Dataset, scheme record.Scheme) catalogue {
	c := namedCatalogue(ds, scheme)
	for _, q := range inHand(ds, ds.Qualifications) {
		switch {
		case q.Scheme != scheme || q.Offer == nil:
		case q.Stage == record.InProgress:
			c.asked = append(c.asked, q)
		default:
			c.granted = append(c.granted, q)
			c.span(q, ds.AsOf)
		}
	}
	return c
}

// namedCatalogue is the list of a scheme, of which nothing was read yet.
func namedCatalogue(ds *dataset.Dataset, scheme record.Scheme) catalogue {
	word, _ := ds.Words.Find(record.SchemeList, string(scheme))
	return catalogue{scheme: scheme, name: word.Name, whose: cmp.Or(word.Whose, word.Name), steps: word.Milestones}
}

// named is what the list is called, in each language.
func (c catalogue) named() lang.Text {
	if c.whose.FR == "" || c.whose.EN == "" {
		return say("catalogue", "catalogue")
	}
	return say("catalogue {whose}", "{whose} catalogue").With(lang.In("whose", c.whose))
}

func (c *catalogue) span(q *dataset.Qualification, asOf cal.Day) {
	if q.Read.Own.Compare(c.own) > 0 {
		c.own = q.Read.Own
	}
	for _, l := range q.Listings {
		if l.Listed == "provider-only" || l.Edition.First().After(asOf) {
			continue
		}
		if c.first.IsZero() || l.Edition.Compare(c.first) < 0 {
			c.first = l.Edition
		}
		if l.Edition.Compare(c.last) > 0 {
			c.last = l.Edition
		}
	}
}

// covers says that a day lies between the first and the last edition read.
func (c catalogue) covers(day cal.Day) bool {
	return !c.first.IsZero() && !day.Before(c.first.First()) && !day.After(c.last.Last())
}

// readings says which editions the catalogue was read in.
func (c catalogue) readings() []lang.Text {
	catalogue := lang.In("catalogue", c.named())
	if c.first.IsZero() {
		return []lang.Text{say("Aucune édition du {catalogue} n’a été lue.",
			"No edition of the {catalogue} was read.").With(catalogue)}
	}
	out := say("Première édition lue du {catalogue} : {first} ; dernière : {last}.",
		"First edition of the {catalogue} that was read: {first}; last one: {last}.")
	switch {
	case c.own.Compare(c.last) >= 0:
	case c.own.IsZero():
		out = say("Première édition lue du {catalogue} : {first} ; dernière : {last}, lue par un tiers.",
			"First edition of the {catalogue} that was read: {first}; last one: {last}, read by a third party.")
	default:
		out = say("Première édition lue du {catalogue} : {first} ; dernière : {last}, lue par un tiers ; la dernière que "+
			"nous avons lue est celle {own}.",
			"First edition of the {catalogue} that was read: {first}; last one: {last}, read by a third party; the last "+
				"one that we read ourselves is that of {own}.")
	}
	return []lang.Text{out.With(catalogue, lang.In("first", c.first.Words()), lang.In("last", c.last.Words()),
		lang.In("own", c.own.OfWords()))}
}

const anyModel, noModel = "all", "model-unknown"

// modelLines are all offers, then those of each model of the vocabulary of the site; a site
// without models has one line.
func modelLines(ds *dataset.Dataset, c catalogue) []place {
	lines := []place{{key: anyModel, label: say("Toutes les offres", "All offers"), role: "series1"}}
	models := ds.Words.IDs(record.ModelList)
	for i, id := range models {
		lines = append(lines, place{key: modelKey(id), label: ds.Words.Heading(record.ModelList, id),
			role: fmt.Sprintf("series%d", 2+i%7)})
	}
	if len(models) > 0 &&
		slices.ContainsFunc(c.granted, func(q *dataset.Qualification) bool { return len(q.Offer.Models) == 0 }) {
		lines = append(lines, place{key: noModel, label: say("Modèle non relevé", "Model not recorded"), role: "unknown"})
	}
	return lines
}

func modelKey(id string) string { return strings.ToLower(id) }

func modelKeys(o *dataset.Offer) []string {
	if len(o.Models) == 0 {
		return []string{anyModel, noModel}
	}
	keys := []string{anyModel}
	for _, m := range o.Models {
		keys = append(keys, modelKey(string(m)))
	}
	return keys
}

func computeQualifiedOffers(ds *dataset.Dataset) Answer {
	t := newTally("qualified-offers", unitOf(ds, "offer"))
	c := askedCatalogue(ds)
	days := quarterEnds(c, ds.AsOf)
	if len(days) == 0 {
		return nothingCounted(ds, "qualified-offers", t, modelLines(ds, c)[:1])
	}
	for _, p := range days {
		for _, q := range c.granted {
			if q.HeldOn(p.period.First()) {
				for _, k := range modelKeys(q.Offer) {
					t.add(k, p.key, record.Ref{Kind: record.Offers, ID: q.Offer.ID})
				}
			}
		}
	}
	a := Answer{Unit: t.unit, Lines: t.lines(modelLines(ds, c), days), Notes: c.readings()}
	a.Coverage.Of = say("jours comptés que couvrent les éditions lues du catalogue",
		"days counted that fall within the editions of the catalogue we have read")
	for i, p := range days {
		a.Coverage.Total++
		sure := c.covers(p.period.First())
		if sure {
			a.Coverage.Known++
		}
		for j := range a.Lines {
			at := &a.Lines[j].Points[i]
			if !sure {
				atLeast(&at.Figure)
			}
			if i > 0 && sure != c.covers(days[i-1].period.First()) {
				at.Break = cut(sure)
			}
		}
	}
	return a
}

// cut says why the line is not joined where the editions read begin, and end.
func cut(begins bool) lang.Text {
	if begins {
		return say("Avant cette date, une qualification déjà finie n’est pas connue.",
			"Before this date, a qualification that had already ended is not known.")
	}
	return say("À partir de cette date, seules comptent les qualifications déjà lues : ce qui a été accordé ou "+
		"renouvelé depuis n’est pas connu.",
		"From this date on, only the qualifications already read count: what was granted or renewed since then is not known.")
}

// atLeast makes a count a lower bound; none at all says nothing.
func atLeast(f *figure.Figure) {
	if f.Value.Low.IsZero() {
		f.State, f.Reason, f.Value = figure.Unknown, record.NotCollected, quantity.Value{}
		return
	}
	f.Value.Sense = quantity.AtLeast
}

// asOfDay is the key of the point that stands at the day of reference: its figure
// keeps its identifier, and its proof its address, from one day to the next.
const asOfDay = "as-of"

// quarterEnds lists the last day of each quarter since the first qualification
// known, and the day of reference, which is the last of them even when a quarter
// ends on it.
func quarterEnds(c catalogue, asOf cal.Day) []place {
	var start cal.Day
	for _, q := range c.granted {
		if q.Period != nil && (start.IsZero() || q.Period.From.Before(start)) {
			start = q.Period.From
		}
	}
	if start.IsZero() || start.After(asOf) {
		return nil
	}
	var out []place
	add := func(key string, d cal.Day) {
		p := cal.At(cal.On(d))
		out = append(out, place{key: key, label: inWords(p), period: p})
	}
	quarter := (start.Month() - 1) / 3
	for d := cal.NewDay(start.Year(), 3*quarter+4, 0); d.Before(asOf); d = cal.NewDay(d.Year(), d.Month()+4, 0) {
		add(d.String(), d)
	}
	add(asOfDay, asOf)
	return out
}
