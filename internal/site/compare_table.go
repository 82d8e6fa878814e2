package site

import (
	"cmp"
	"slices"
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/site/trace"
	"vigie/internal/value/quantity"
)

// CompareTable answers the same questions of two to four providers or offers.
type CompareTable struct {
	Caption string
	Span    int // columns
	Columns []CompareColumn
	Rows    []CompareRow
}

// CompareColumn is one provider or offer.
type CompareColumn struct {
	Name Link
	What string // a provider, or who sells the offer
}

// CompareRow is a question with its answers, one a column.
type CompareRow struct {
	Question string
	Cells    [][]CompareLine
}

// CompareLine is one line of an answer.
type CompareLine struct {
	Link   *Link // what it is about
	Text   string
	Day    string
	DayISO string
	Figure *Figure
	Note   string
	Absent bool // nothing is known, and Text is why
}

// comparedThing is a provider or an offer that may be compared.
type comparedThing struct {
	provider *dataset.Provider
	offer    *dataset.Offer
}

// compareQuestions are the rows in their order: facts first, what is not known last.
func (v view) compareQuestions() []string {
	return []string{v.word("compare.qualified"), v.word("compare.models"), v.word("compare.tiers"),
		v.word("compare.users"), v.word("provider.country"), v.word("provider.control"), v.word("compare.orders"),
		v.word("offer.places"), v.word("compare.unknown")}
}

func (v view) compareTable(list []comparedThing) CompareTable {
	t := CompareTable{Span: len(list)}
	var names []string
	for _, q := range v.compareQuestions() {
		t.Rows = append(t.Rows, CompareRow{Question: q})
	}
	for _, c := range list {
		column, cells := v.compareColumn(c)
		t.Columns = append(t.Columns, column)
		names = append(names, column.Name.Text)
		for i := range t.Rows {
			t.Rows[i].Cells = append(t.Rows[i].Cells, cells[i])
		}
	}
	t.Caption = strings.Join(names, ", ")
	return t
}

// compareColumn gives the head of a column, and its answers in the order of the questions.
func (v view) compareColumn(c comparedThing) (CompareColumn, [][]CompareLine) {
	if o := c.offer; o != nil {
		v.shows(record.Offers, o.ID)
		by := v.seller(o)
		return CompareColumn{v.offerLink(o), v.word("offer") + ", " + by.Text}, [][]CompareLine{
			v.compareQualifications(o.Qualifications), v.compareModels([]*dataset.Offer{o}),
			v.compareTiers([]*dataset.Offer{o}), v.compareUsers("services/offers/" + o.ID), v.compareCountry(o.Provider, &by),
			v.compareControl(o.Provider), v.compareOrders(o.Series), v.comparePlaces([]*dataset.Offer{o}),
			v.compareUnknown(o.Qualifications, nil)}
	}
	p := c.provider
	v.shows(record.Providers, p.ID)
	return CompareColumn{v.providerLink(p), v.word("provider")}, [][]CompareLine{
		v.compareQualifications(p.Qualifications), v.compareModels(p.Offers), v.compareTiers(p.Offers),
		v.compareUsers("services/providers/" + p.ID), v.compareCountry(p, nil), v.compareControl(p),
		v.compareOrders(p.Series), v.comparePlaces(p.Offers), v.compareUnknown(p.Qualifications, p.Silences)}
}

// nothingKnown is an answer that nothing is known of.
func nothingKnown(why string) []CompareLine { return []CompareLine{{Text: why, Absent: true}} }

// compareQualifications lists those in force, the ones whose renewal is not known, then those in progress.
func (v view) compareQualifications(list []*dataset.Qualification) []CompareLine {
	v.judges(list...)
	var held, ended, progress []CompareLine
	for _, q := range list {
		if q.Offer == nil {
			continue
		}
		b := v.briefly(q)
		line := CompareLine{Link: &b.Offer, Text: b.Scheme + ", " + b.Standing, Note: b.Rests}
		switch {
		case q.Counts():
			if line.Note == "" && b.Until != "" {
				line.Text += ", " + v.word("qualification.until-day")
				line.Day, line.DayISO = b.Until, b.UntilISO
			}
			held = append(held, line)
		case unconfirmed(q):
			ended = append(ended, line)
		case q.Standing == dataset.StandingInProgress:
			progress = append(progress, line)
		}
	}
	if out := slices.Concat(held, ended, progress); len(out) > 0 {
		return out
	}
	return nothingKnown(v.word("provider.unqualified"))
}

func (v view) compareModels(offers []*dataset.Offer) []CompareLine {
	var out []CompareLine
	for _, o := range offers {
		for _, m := range o.Models {
			name := v.name(record.ModelList, string(m))
			if !slices.ContainsFunc(out, func(l CompareLine) bool { return l.Text == name }) {
				out = append(out, CompareLine{Text: name})
			}
		}
	}
	if len(out) > 0 {
		return out
	}
	return nothingKnown(v.word("compare.unsaid"))
}

func (v view) compareTiers(offers []*dataset.Offer) []CompareLine {
	v.note(0, vocabulary(record.TierList), vocabulary(record.ModelList))
	var out []CompareLine
	for _, id := range v.site.Data.Words.Tiers() {
		if slices.ContainsFunc(offers, func(o *dataset.Offer) bool { return o.Tier == id }) {
			out = append(out, CompareLine{Text: v.name(record.TierList, string(id))})
		}
	}
	if len(out) > 0 {
		return out
	}
	return nothingKnown(v.word("compare.unsaid"))
}

// compareUsers counts documented services.
func (v view) compareUsers(figure string) []CompareLine {
	f, ok := v.site.Figures[figure]
	v.note(0, trace.Thing{Of: trace.Figures, ID: figure})
	if !ok {
		return nothingKnown(v.word("compare.users.none"))
	}
	shown := v.figure(f)
	return []CompareLine{{Figure: &shown}}
}

// compareCountry is where a company is registered, or else the public body that runs an offer.
func (v view) compareCountry(p *dataset.Provider, by *Link) []CompareLine {
	if p == nil {
		return []CompareLine{{Link: by, Text: v.word("compare.public")}}
	}
	c := v.country(p)
	if !c.Known {
		return nothingKnown(c.Name)
	}
	line := CompareLine{Text: c.Name}
	if c.Common {
		line.Note = v.word("provider.common")
	}
	return []CompareLine{line}
}

func (v view) compareControl(p *dataset.Provider) []CompareLine {
	if p == nil {
		return []CompareLine{{Text: v.word("compare.public")}}
	}
	var out []CompareLine
	for _, c := range v.control(p) {
		out = append(out, CompareLine{Text: c.By + " (" + c.Country + ", " + c.Extent + ")"})
	}
	if len(out) > 0 {
		return out
	}
	return nothingKnown(v.word("unknown") + ", " + v.word("reason."+string(record.NotCollected)))
}

// compareOrders is the latest known number of each series about it.
func (v view) compareOrders(list []*dataset.Series) []CompareLine {
	list = slices.Clone(list) // orders first, then prices and the rest
	slices.SortStableFunc(list, func(a, b *dataset.Series) int {
		return cmp.Compare(slices.Index(quantity.Stages(), a.Basis.Stage), slices.Index(quantity.Stages(), b.Basis.Stage))
	})
	var out []CompareLine
	for _, s := range list {
		v.shows(record.SeriesKind, s.ID)
		for _, p := range slices.Backward(s.Points) {
			if p.Figure.Known() {
				f := v.figure(p.Figure)
				link := v.link(record.Ref{Kind: record.SeriesKind, ID: s.ID}, s.Title)
				out = append(out, CompareLine{Link: &link, Text: f.Date, Figure: &f})
				break
			}
		}
	}
	if len(out) > 0 {
		return out
	}
	return nothingKnown(v.word("compare.orders.none"))
}

func (v view) comparePlaces(offers []*dataset.Offer) []CompareLine {
	var out []CompareLine
	for _, o := range offers {
		for _, d := range o.Datacentres {
			link := v.offerLink(o)
			out = append(out, CompareLine{Link: &link, Text: v.text(d.Where)})
		}
	}
	if len(out) > 0 {
		return out
	}
	return nothingKnown(v.word("unknown") + ", " + v.word("reason."+string(record.NotCollected)))
}

// compareUnknown names what was looked for, with the reason why it is not known.
func (v view) compareUnknown(list []*dataset.Qualification, silences []*dataset.Silence) []CompareLine {
	var out []CompareLine
	for _, s := range v.silences(silences) {
		out = append(out, CompareLine{Link: &Link{Href: s.Href, Text: s.What}, Text: s.Why + ", " + s.When, Absent: true})
	}
	for _, q := range list {
		if q.Unknown != "" && q.Offer != nil {
			link := v.offerLink(q.Offer)
			out = append(out, CompareLine{Link: &link, Absent: true,
				Text: v.word("compare.decision") + ", " + v.word("reason."+string(q.Unknown))})
		}
	}
	if len(out) > 0 {
		return out
	}
	return []CompareLine{{Text: v.word("compare.unknown.none")}}
}
