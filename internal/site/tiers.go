package site

import (
	"iter"
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/record"
)

// TiersPage shows the tiers side by side.
type TiersPage struct {
	Charts []Chart
	Board  []BoardColumn
	Tiers  []TierView
}

// TierView is a tier with what it meant and means.
type TierView struct {
	ID       string
	Tier     Link
	Note     string
	Meanings []MeaningView
}

// MeaningView is what a tier is in one period.
type MeaningView struct {
	Period, Name, For string
	Claims            []Claim
}

// TierPage shows one tier: its meanings, its offers and the services in it.
type TierPage struct {
	TierView
	Prose    Prose
	Offers   []OfferRow
	Services []MigrationView
	Rules    []DoctrineView
}

// ChoosePage helps to choose a tier from the sensitivity of the data.
type ChoosePage struct {
	Choices []Choice
}

// Choice is a sensitivity with the rule in force, the tiers and the offers that fit.
type Choice struct {
	ID, Title, Question string
	Rules               []DoctrineView
	Offers              []OfferGroup
	Ended               []OfferRow // those that fitted until the term of their qualification, which may have been renewed
}

// OfferGroup is the offers of one service model; an offer of several stands in each.
type OfferGroup struct {
	Model  string // empty for offers whose model is not known
	Offers []OfferRow
}

func tierPages(v view) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		body := TiersPage{Charts: v.chartsOf("tiers", "tier-adoption")}
		var tiers []*dataset.Tier
		for _, id := range v.site.Data.Words.Tiers() {
			if t := dataset.Find[*dataset.Tier](v.site.Data, record.Tiers, string(id)); t != nil {
				body.Tiers = append(body.Tiers, v.tier(t))
				tiers = append(tiers, t)
			} else if v.site.Data.Words.TierRole(id).Cloud() {
				body.Tiers = append(body.Tiers, v.tierWords(id))
			}
		}
		body.Board = v.board(tiers)
		if !yield(v.answering("tiers", "tiers", body)) {
			return
		}
		for _, t := range tiers {
			on := v.site.servicesOn(record.TierID(t.ID))
			for _, c := range cuts(len(on), mostCards) {
				if !yield(v.tierPage(record.TierID(t.ID), v.tier(t), c, on)) {
					return
				}
			}
		}
		yield(v.choosePage())
	}
}

func (v view) tier(t *dataset.Tier) TierView {
	v.shows(record.Tiers, t.ID)
	v.note(0, vocabulary(record.TierList))
	out := TierView{ID: v.site.Data.Words.TierMark(record.TierID(t.ID)),
		Tier: v.link(record.Ref{Kind: record.Tiers, ID: t.ID}, t.Name), Note: v.text(t.Note)}
	for i, m := range t.Meanings {
		out.Meanings = append(out.Meanings,
			MeaningView{Period: v.when(m.Period), Name: v.text(m.Name), For: v.text(m.For),
				Claims: v.claims(t.MeaningClaims[i])})
	}
	return out
}

// tierWords is a tier of which the vocabulary alone speaks: no record says what it meant, and
// it has no page.
func (v view) tierWords(id record.TierID) TierView {
	return TierView{ID: v.site.Data.Words.TierMark(id),
		Tier: Link{Text: v.name(record.TierList, string(id))}, Note: v.meaning(record.TierList, string(id))}
}

// tierPage is the page of a tier, or a further page of the services on it.
func (v view) tierPage(id record.TierID, tv TierView, c cut, on []*dataset.Migration) Page {
	v.amongst(c, record.Migrations)
	services := v.hostings(on[c.First:c.Last])
	if c.At > 1 {
		p := v.below("tiers", v.site.Data.Words.TierAddress(id), "tier-services", tv.Tier.Text, "", TierServices{services})
		return v.part(p, c, mostCards, "parts.rule.services", v.wholeTables("migrations")...)
	}
	body := TierPage{TierView: tv, Prose: v.prose("tiers/" + string(id)),
		Offers: v.offerRows(func(o *dataset.Offer) bool { return o.Tier == id })}
	body.Services = services
	for _, d := range v.site.Data.Doctrines {
		for _, t := range d.Tiers {
			if t == id {
				body.Rules = append(body.Rules, v.doctrine(d))
			}
		}
	}
	p := v.below("tiers", v.site.Data.Words.TierAddress(id), "tier", tv.Tier.Text,
		v.describe("lead.tier", tv.Tier.Text), body)
	return v.part(p, c, mostCards, "parts.rule.services", v.wholeTables("migrations")...)
}

// servicesOn are the services on a tier.
func (s *Site) servicesOn(id record.TierID) []*dataset.Migration {
	var out []*dataset.Migration
	for _, m := range s.Data.Migrations {
		if m.Tier == id {
			out = append(out, m)
		}
	}
	return out
}

// TierServices is a further page of the services on a tier.
type TierServices struct{ Services []MigrationView }

// qualified says that an offer holds a qualification: under one of some schemes, at its level or a higher one, or any
// without one.
func (v view) qualified(o *dataset.Offer, under ...seal) bool {
	return slices.ContainsFunc(o.Qualifications,
		func(q *dataset.Qualification) bool { return q.Counts() && v.isUnder(q, under) })
}

func (v view) isUnder(q *dataset.Qualification, asked []seal) bool {
	return len(asked) == 0 || slices.ContainsFunc(asked, func(one seal) bool {
		return one.scheme == q.Scheme &&
			(one.level == "" || slices.Contains(v.site.Data.Words.AtLeast(one.scheme, one.level), q.Level))
	})
}

// fittedUntil says that an offer is not qualified any more by what was read, which
// nothing confirms: under one of some schemes, or any without one.
func (v view) fittedUntil(o *dataset.Offer, under ...seal) bool {
	return !v.qualified(o, under...) && slices.ContainsFunc(o.Qualifications,
		func(q *dataset.Qualification) bool { return unconfirmed(q) && v.isUnder(q, under) })
}

func (v view) choosePage() Page {
	body := ChoosePage{}
	for _, c := range v.choices() {
		choice := Choice{ID: c.id, Title: c.title, Question: c.question,
			Offers: v.byModel(v.offerRows(c.fit))}
		v.judgesAll(record.Doctrines)
		if c.byQualification {
			v.judgesAll(record.Qualifications)
			choice.Ended = v.offerRows(c.late)
		}
		for _, d := range v.site.Data.Doctrines {
			if c.rules(d) && d.InForce.Contains(v.site.Data.AsOf) {
				choice.Rules = append(choice.Rules, v.doctrine(d))
			}
		}
		slices.SortStableFunc(choice.Rules, func(a, b DoctrineView) int { // a derogation follows its rule
			return min(1, len(b.Tiers)) - min(1, len(a.Tiers))
		})
		body.Choices = append(body.Choices, choice)
	}
	return v.answering("choose", "choose", body)
}

// byModel sets offers out by service model, in the order of the vocabulary; those whose
// model is not known come last.
func (v view) byModel(rows []OfferRow) []OfferGroup {
	var out []OfferGroup
	for _, w := range v.wordsIn(record.ModelList) {
		g := OfferGroup{Model: v.text(w.Name)}
		for _, r := range rows {
			if slices.Contains(r.Models, v.site.shortModel(v.l, record.Model(w.ID))) {
				g.Offers = append(g.Offers, r)
			}
		}
		if len(g.Offers) > 0 {
			out = append(out, g)
		}
	}
	rest := slices.DeleteFunc(slices.Clone(rows), func(r OfferRow) bool { return len(r.Models) > 0 })
	if len(rest) > 0 {
		out = append(out, OfferGroup{Offers: rest})
	}
	return out
}
