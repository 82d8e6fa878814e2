package indicator

import (
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// opinion is what can be said of one service.
type opinion struct {
	verdict Verdict
	lacks   Lack
	why     lang.Text
}

func undecidable(lacks Lack, why lang.Text) opinion {
	if lacks.OutOfReach() {
		return opinion{OutOfReach, lacks, why}
	}
	return opinion{Undecidable, lacks, why}
}

// opinion sets a service against the rules of the day of its last document; where
// that day is not precise, the answer must be the same under each set of rules.
func (b bench) opinion(m *dataset.Migration) opinion {
	switch {
	case m.Current.Status != record.Live:
		return undecidable(LacksRunning,
			say("Aucun document lu ne montre ce service en fonctionnement à cet endroit : il n’y a rien à rapprocher des "+
				"règles.",
				"No document we have read shows this service running there, so there is nothing to set against the rules."))
	case m.Documented.IsZero():
		return undecidable(LacksDay,
			say("Le document n’est pas daté : on ne peut pas dire quelles règles étaient en vigueur.",
				"The document bears no date: nobody can tell which rules were in force."))
	}
	var last opinion
	for i, on := range b.regimes(m.Documented) {
		o := b.under(on, m)
		if i > 0 && (o.verdict != last.verdict || o.lacks != last.lacks) {
			return undecidable(LacksDay, say("Les règles ont changé pendant la période dont parle le document, et la "+
				"réponse n’est pas la même avant et après.",
				"The rules changed during the period that the document is about, and the answer is not the same before and after."))
		}
		last = o
	}
	return last
}

// under sets a service against the rules of one day.
func (b bench) under(on regime, m *dataset.Migration) opinion {
	var bound regime
	for _, r := range on {
		if binds(r, m) {
			bound = append(bound, r)
		}
	}
	if list, asked := b.asks(on); asked && m.Role == record.Qualified {
		// What is stated of a qualification is looked at whatever the body and its data.
		// A hosting that lacks one raises a question only where the data asks for it.
		_, short := shortOfLevel(m, list, proofOf(m, list))
		if o := b.qualified(m, list); o.verdict != ToExplain || m.Under(list.scheme) == record.HostQualified && !short {
			return o
		}
	}
	switch {
	case !slices.ContainsFunc(on, placesData):
		return undecidable(LacksRule,
			say("Aucune des règles lues n’était en vigueur à la date du document.",
				"None of the rules we have read was in force on the date of the document."))
	case slices.ContainsFunc(on, func(r *dataset.Doctrine) bool { return leavesOut(r, m) }):
		return undecidable(LacksScope,
			say("Les règles de ce jour ne visaient pas un organisme de cette sorte : elles ne demandaient rien de ce service.",
				"The rules of that day were not about a body of this kind: they asked nothing of this service."))
	case !slices.ContainsFunc(bound, placesData):
		return undecidable(LacksScope,
			say("Rien de ce que nous avons lu ne dit que les règles de ce jour visaient un organisme de cette sorte.",
				"Nothing we have read says that the rules of that day were about a body of this kind."))
	}
	switch m.Role {
	case record.OwnMachines:
		return b.outsideTiers(bound)
	case record.Several:
		return undecidable(LacksTier, b.text("several-tiers"))
	case record.InHouse, record.Qualified, record.PublicOffer:
		return b.placed(bound, m)
	}
	return undecidable(LacksTier, b.text("tier-unknown"))
}

func (b bench) outsideTiers(bound regime) opinion {
	if slices.ContainsFunc(bound, func(r *dataset.Doctrine) bool { return r.AsksCloud }) {
		return undecidable(LacksProject, b.text("outside-while-asked"))
	}
	return undecidable(LacksProject, b.text("outside"))
}

// placed sets a service of one of the three tiers against the rules that bind its
// body. Where no source says how sensitive its data is, every answer is tried.
func (b bench) placed(bound regime, m *dataset.Migration) opinion {
	if s, stated := b.sensitivityOf(m, bound); stated {
		return b.placedAs(bound, s, m)
	}
	var first opinion
	for i, s := range sensitivities(bound) {
		o := b.placedAs(bound, s, m)
		if i > 0 && o.verdict != first.verdict {
			return b.unknownSensitivity(bound, m)
		}
		if i == 0 {
			first = o
		}
	}
	return first
}

// placedAs sets a service against the rules about data of one sensitivity; none is
// that of the data of which no other rule speaks.
func (b bench) placedAs(bound regime, s record.Sensitivity, m *dataset.Migration) opinion {
	var here regime
	for _, r := range bound {
		if placesData(r) && r.Sensitivity == s {
			here = append(here, r)
		}
	}
	if b.words.Exempt(m.Tier) {
		return opinion{Consistent, LacksNothing, b.text("in-house-allowed")}
	}
	if list, asked := b.asks(here); asked {
		return b.qualified(m, list)
	}
	for _, r := range here {
		if !b.allows(r, m.Tier) {
			return opinion{ToExplain, LacksNothing, b.text("other-tier")}
		}
	}
	return opinion{Consistent, LacksNothing, b.text("tier-allowed")}
}

// allows says that a rule admits a tier, or one that protects less.
func (b bench) allows(r *dataset.Doctrine, tier record.TierID) bool {
	least := b.words.CloudTiers() // from the one that protects most
	return slices.ContainsFunc(r.Tiers,
		func(t record.TierID) bool { return slices.Index(least, tier) <= slices.Index(least, t) })
}

func (b bench) unknownSensitivity(bound regime, m *dataset.Migration) opinion {
	list, asked := b.asks(bound)
	if !asked {
		return undecidable(LacksSensitivity, b.text("by-sensitivity"))
	}
	about := b.with("sensitivity-unknown", "scheme", list.name)
	_, known := b.judge(m, list)
	return undecidable(LacksSensitivity, followed(about, known))
}

// qualified sets what a source says of a hosting against the qualifications read.
func (b bench) qualified(m *dataset.Migration, read catalogue) opinion {
	v, why := b.judge(m, read)
	if v == Undecidable {
		return undecidable(LacksQualification, why)
	}
	return opinion{v, LacksNothing, why}
}

// sensitivities lists those of which the rules speak, then none for the data of
// which no other rule speaks.
func sensitivities(bound regime) []record.Sensitivity {
	var out []record.Sensitivity
	for _, r := range bound {
		if placesData(r) && !slices.Contains(out, r.Sensitivity) {
			out = append(out, r.Sensitivity)
		}
	}
	slices.SortStableFunc(out, func(a, b record.Sensitivity) int {
		switch {
		case a == "" && b != "":
			return 1
		case a != "" && b == "":
			return -1
		}
		return 0
	})
	return out
}

// sensitivityOf puts what a source says of the data in the words of the rules of
// the day: « sensible » of 2018 and « d'une sensibilité particulière » since 2021
// stand for each other, and what is less is what no other rule speaks of.
func (b bench) sensitivityOf(m *dataset.Migration, bound regime) (record.Sensitivity, bool) {
	words := sensitivities(bound)
	switch {
	case m.Sensitivity == "":
		return "", false
	case slices.Contains(words, m.Sensitivity):
		return m.Sensitivity, true
	case !slices.Contains(b.protected, m.Sensitivity):
		return "", slices.Contains(words, "")
	}
	for _, s := range b.protected {
		if slices.Contains(words, s) {
			return s, true
		}
	}
	return "", false
}

// followed writes two texts one after the other.
func followed(a, b lang.Text) lang.Text {
	return lang.Join(" ", a, b)
}
