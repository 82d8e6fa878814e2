package site

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// ComparePage is where providers and offers are compared: any of them with a script, and
// those that are often compared on pages of their own.
type ComparePage struct {
	Prose  Prose
	Index  string // address of what the script loads
	Groups []CompareGroup
	More   bool // some pairs have no page
}

// CompareGroup are the pairs of one scheme and one service model.
type CompareGroup struct {
	Title string
	Pairs []Link
}

// ComparePairPage sets two providers side by side.
type ComparePairPage struct {
	Table CompareTable
	Any   Link // where others are chosen
}

const compareKey = "compare"

// mostPairs bounds the number of pages of pairs, in each language. Those that were there
// first stay: addresses are for ever.
const mostPairs = 60

// comparedPair is two providers, each of which was granted a qualification of one scheme
// for an offer of one service model, whatever became of it.
type comparedPair struct {
	a, b   *dataset.Provider
	groups []string // names of the scheme and of the model
	since  cal.Day  // day on which both had one; zero when nobody says
}

func comparePages(v view) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		if !v.site.has(compareKey) || !yield(v.comparePage()) {
			return
		}
		pairs, _ := v.pairs()
		for _, p := range pairs {
			if !yield(v.comparePair(p)) {
				return
			}
		}
	}
}

func (v view) comparePage() Page {
	title, lead, prose := v.intro(compareKey)
	body := ComparePage{Prose: prose, Index: "/" + compareFile(v.l)}
	pairs, more := v.pairs()
	body.More = more
	for _, p := range pairs {
		for _, g := range p.groups {
			i := slices.IndexFunc(body.Groups, func(have CompareGroup) bool { return have.Title == g })
			if i < 0 {
				i, body.Groups = len(body.Groups), append(body.Groups, CompareGroup{Title: g})
			}
			body.Groups[i].Pairs = append(body.Groups[i].Pairs, v.pairLink(p))
		}
	}
	return v.page(compareKey, compareKey, title, lead, body)
}

func (v view) comparePair(p comparedPair) Page {
	table := v.compareTable([]comparedThing{{provider: p.a}, {provider: p.b}})
	return v.below(compareKey, p.slug(), "compare-pair", v.pairName(p), v.describe("lead.compare-pair", v.pairName(p)),
		ComparePairPage{Table: table, Any: Link{Href: v.site.Href(v.l, compareKey), Text: v.word("compare.any")}})
}

func (p comparedPair) slug() lang.Text {
	return lang.Text{FR: p.a.ID + "-et-" + p.b.ID, EN: p.a.ID + "-and-" + p.b.ID}
}

func (v view) pairName(p comparedPair) string {
	return v.text(p.a.Name) + " " + v.word("compare.and") + " " + v.text(p.b.Name)
}

func (v view) pairLink(p comparedPair) Link {
	return Link{Href: v.site.Href(v.l, compareKey) + p.slug().In(v.l) + "/", Text: v.pairName(p)}
}

// pairs are those that have a page, by name, and whether there are more.
func (v view) pairs() (out []comparedPair, more bool) {
	v.note(0, every(record.Providers), every(record.Offers), every(record.Qualifications),
		vocabulary(record.SchemeList), vocabulary(record.ModelList))
	for _, scheme := range v.wordsIn(record.SchemeList) {
		for _, model := range v.wordsIn(record.ModelList) {
			group := v.text(scheme.Name) + ", " + v.text(model.Name)
			held := grantedUnder(v.site.Data, record.Scheme(scheme.ID), record.Model(model.ID))
			for i, a := range held {
				for _, b := range held[i+1:] {
					out = joinPair(out, comparedPair{a.provider, b.provider, []string{group}, laterDay(a.since, b.since)})
				}
			}
		}
	}
	slices.SortStableFunc(out, func(x, y comparedPair) int {
		return cmp.Or(compareDays(x.since, y.since), strings.Compare(x.slug().FR, y.slug().FR))
	})
	if more = len(out) > mostPairs; more {
		out = out[:mostPairs]
	}
	slices.SortStableFunc(out, func(x, y comparedPair) int { return strings.Compare(x.slug().FR, y.slug().FR) })
	return out, more
}

// joinPair adds a pair, or its group to the same pair.
func joinPair(all []comparedPair, p comparedPair) []comparedPair {
	for i := range all {
		if all[i].a == p.a && all[i].b == p.b {
			all[i].groups = append(all[i].groups, p.groups...)
			if compareDays(p.since, all[i].since) < 0 {
				all[i].since = p.since
			}
			return all
		}
	}
	return append(all, p)
}

// grantee is a provider with the first day of what it was granted.
type grantee struct {
	provider *dataset.Provider
	since    cal.Day
}

// grantedUnder lists the providers that were granted a qualification of a scheme for an
// offer of a model, in the order of identifiers.
func grantedUnder(ds *dataset.Dataset, scheme record.Scheme, model record.Model) []grantee {
	var out []grantee
	for _, p := range ds.Every.Providers {
		g := grantee{}
		for _, q := range ds.Every.Qualifications {
			if q.Scheme != scheme || q.Stage != record.Granted || q.Offer == nil || q.Offer.Provider == nil ||
				q.Offer.Provider.ID != p.ID || !slices.Contains(q.Offer.Models, model) {
				continue
			}
			var from cal.Day
			if q.Period != nil {
				from = q.Period.From
			}
			if g.provider == nil || compareDays(from, g.since) < 0 {
				g = grantee{p, from}
			}
		}
		if g.provider != nil {
			out = append(out, g)
		}
	}
	slices.SortFunc(out, func(a, b grantee) int { return strings.Compare(a.provider.ID, b.provider.ID) })
	return out
}

// compareDays puts a day that nobody knows last.
func compareDays(a, b cal.Day) int {
	switch {
	case a == b:
		return 0
	case a.IsZero(), !b.IsZero() && a.After(b):
		return 1
	}
	return -1
}

func laterDay(a, b cal.Day) cal.Day {
	if compareDays(a, b) > 0 {
		return a
	}
	return b
}

// comparisons links to the pages on which a provider is compared, and to the one where
// any others are chosen; none where the site does not compare.
func (v view) comparisons(p *dataset.Provider) []Link {
	if !v.site.has(compareKey) {
		return nil
	}
	var out []Link
	pairs, _ := v.pairs()
	for _, pair := range pairs {
		if pair.a.ID == p.ID || pair.b.ID == p.ID {
			out = append(out, v.pairLink(pair))
		}
	}
	return append(out, Link{Href: v.site.Href(v.l, compareKey), Text: v.word("compare.any")})
}

// gatherHosted makes the figures of the documented services of each provider and offer.
func (s *Site) gatherHosted() {
	if !s.has(compareKey) {
		return
	}
	for _, p := range s.Data.Providers {
		if f, ok := indicator.ServicesHosted(s.Data, p); ok {
			s.gather(f)
		}
	}
	for _, o := range s.Data.Offers {
		if f, ok := indicator.ServicesOn(s.Data, o); ok {
			s.gather(f)
		}
	}
}
