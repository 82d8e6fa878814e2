package site

import (
	"cmp"
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/record"
)

// choice is an answer of the decision aid, with the rules that are about it and the offers that fit. Where
// being qualified makes an offer fit, one whose term has passed is not left out without a word: its renewal
// may not have been read.
type choice struct {
	id, title, question string
	rules               func(*dataset.Doctrine) bool
	fit                 func(*dataset.Offer) bool
	byQualification     bool
	late                func(*dataset.Offer) bool // of those whose term has passed, which are shown
}

// choices are the sensitivities of the vocabulary in their order, unless one of them names a choice of the
// page: then they are those choices, in the words of the theme.
func (v view) choices() []choice {
	words := v.wordsIn(record.SensitivityList)
	if len(words) == 0 || slices.ContainsFunc(words, func(w record.Word) bool { return w.Choice != "" }) {
		return v.namedChoices()
	}
	var out []choice
	for _, w := range words {
		about := v.rulesAbout(record.Sensitivity(w.ID))
		tiers := map[record.TierID]bool{}
		var asks []seal
		for _, d := range about {
			if d.AsksQualification != "" {
				asks = append(asks, seal{d.AsksQualification, d.AsksLevel})
			}
			for _, t := range d.Tiers {
				tiers[t] = true
			}
		}
		in := func(o *dataset.Offer) bool { return tiers[o.Tier] }
		out = append(out, choice{id: w.ID, title: v.text(w.Name), question: cmp.Or(v.text(w.Meaning), v.text(w.Name)),
			rules: func(d *dataset.Doctrine) bool { return slices.Contains(about, d) },
			fit: func(o *dataset.Offer) bool {
				return in(o) && (len(asks) == 0 || v.site.Data.Words.Exempt(o.Tier) || v.qualified(o, asks...))
			},
			byQualification: len(asks) > 0,
			late:            func(o *dataset.Offer) bool { return in(o) && v.fittedUntil(o, asks...) }})
	}
	return out
}

// rulesAbout are the rules in force for data of a sensitivity: those that name it, and those for all other
// data of the texts that do not.
func (v view) rulesAbout(s record.Sensitivity) []*dataset.Doctrine {
	inForce := slices.DeleteFunc(slices.Clone(v.site.Data.Doctrines),
		func(d *dataset.Doctrine) bool { return !d.InForce.Contains(v.site.Data.AsOf) })
	names := func(d *dataset.Doctrine) bool { return d.Sensitivity == s }
	return slices.DeleteFunc(slices.Clone(inForce), func(d *dataset.Doctrine) bool {
		return !names(d) && (!d.Otherwise || slices.ContainsFunc(inForce,
			func(other *dataset.Doctrine) bool { return other.Text == d.Text && names(other) }))
	})
}

// namedChoices are those to which sensitivities say that they belong, whatever sensitivities there are.
func (v view) namedChoices() []choice {
	var out []choice
	for _, c := range []choice{
		{id: "particular", byQualification: true,
			fit: func(o *dataset.Offer) bool { return o.Role == record.InHouse || v.qualified(o) }},
		{id: "restricted", fit: func(o *dataset.Offer) bool { return o.Role == record.InHouse }},
		{id: "ordinary", fit: func(o *dataset.Offer) bool { return o.Role != record.InHouse || o.Operator != nil }},
	} {
		c.title, c.question = v.word("choice."+c.id), v.word("choice-question."+c.id)
		c.late = func(o *dataset.Offer) bool { return v.fittedUntil(o) }
		c.rules = func(d *dataset.Doctrine) bool {
			sensitivity, _ := v.wordOf(record.SensitivityList, string(d.Sensitivity))
			return sensitivity.Choice == c.id || c.id == "ordinary" && d.Sensitivity == ""
		}
		out = append(out, c)
	}
	return out
}
